// Light on the ground and on faces, point by point from the lamps. Inverse-square and cosine law; no reflection, no sky
// glow.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/grid.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

class Obstacles;
using layers::IntensityTable;

/// A light source above the plane, ready to compute with.
struct Luminaire {
    Point position;
    Meters height{5.0};
    Lumens flux{3000.0};
    double maintenance_factor = 0.8;
    Degrees azimuth{0.0};                   ///< of plane C0, anticlockwise from +x
    Degrees tilt{0.0};                      ///< C90 side raised by this, about the C0–C180 axis
    const IntensityTable* table = nullptr;  ///< nullptr: Lambertian downward, I = Φ/π · cosγ
    bool lit = true;
};
struct LuminaireOptions {
    /// Local clock, minute of the day, for dimming and switch-off. DEFAULT: empty, full light
    std::optional<int> minute;
};
/// One per lamp, in their order: moved out along its arm, turned (C90 where the lamp faces, so C0 a quarter turn
/// clockwise), tilted, dimmed. Outages, lamps switched off at the minute and poles without a luminaire are not lit. A
/// lamp whose facing is not recorded stays on its pole with C0 to the east; an outage keeps its flux, so that it can be
/// lit to see what it would give.
/// \pre `lamps` outlives the result (the tables are its own)
[[nodiscard]] std::vector<Luminaire> luminaires_from(const layers::LampLayer& lamps,
                                                     const LuminaireOptions& options = {});

/// Horizontal illuminance at a point `z` above the ground, lx.
/// \correctness reference illuminance/*, hand values of lighting.md (5 m, 2,000 lm: 20.4 lx below, 0.8 lx at 10 m)
[[nodiscard]] Lux horizontal_illuminance(Point p, std::span<const Luminaire> luminaires, Meters z = 0_m);
/// Vertical illuminance at z facing an azimuth (degrees anticlockwise from +x), and semicylindrical (CIE).
[[nodiscard]] Lux vertical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z);
[[nodiscard]] Lux semicylindrical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z);

/// Many points fast: each lamp counts within a reach outside which it adds less than `cutoff`.
struct LightOptions {
    Lux cutoff{0.01};  ///< One lamp's share below this is left out. REQUIRES: > 0 lx. DEFAULT: 0.01 lx
    /// What stands in the way of the light. DEFAULT: nothing does
    const Obstacles* obstacles = nullptr;
};
[[nodiscard]] std::vector<double> illuminance_at(std::span<const Point> points, std::span<const Luminaire> luminaires,
                                                 const LightOptions& options = {});  ///< lx
[[nodiscard]] Grid<double> illuminance_grid(const GridFrame& frame, std::span<const Luminaire> luminaires,
                                            const LightOptions& options = {});  ///< lx at cell centres

}  // namespace lykta::conditions
