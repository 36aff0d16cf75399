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

/// Luminous intensity of a luminaire by direction: rows C (degrees round the vertical), columns gamma (degrees from
/// straight down), cd per klm. Bilinear between, C wraps at 360, intensity 0 beyond the last gamma.
/// An empty table is a uniform one. One C row: symmetric about the vertical.
struct IntensityTable {
    std::vector<double> c_deg, gamma_deg;
    std::vector<std::vector<double>> cd_per_klm;
    [[nodiscard]] double at(double c_deg, double gamma_deg) const;
};

/// A light source above the plane, ready to compute with.
struct Luminaire {
    Point position;
    Meters height{5.0};
    Lumens flux{3000.0};
    double maintenance_factor = 0.8;
    Degrees azimuth{0.0};                   ///< rotation of the C planes, anticlockwise from +x
    const IntensityTable* table = nullptr;  ///< nullptr: Lambertian downward, I = Φ/π · cosγ
    bool lit = true;
};
[[nodiscard]] std::vector<Luminaire> luminaires_from(const layers::LampLayer& lamps);  ///< outages not lit

/// Horizontal illuminance at a point `z` above the ground, lx.
/// \correctness reference illuminance/*, hand values of lighting.md (5 m, 2,000 lm: 20.4 lx below, 0.8 lx at 10 m)
[[nodiscard]] Lux horizontal_illuminance(Point p, std::span<const Luminaire> luminaires, Meters z = 0_m);
/// Vertical illuminance at z facing an azimuth (degrees anticlockwise from +x), and semicylindrical (CIE).
[[nodiscard]] Lux vertical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z);
[[nodiscard]] Lux semicylindrical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z);

/// Many points fast: lamps found by an R-tree within a reach outside which one lamp adds less than `cutoff`.
struct LightOptions {
    Lux cutoff{0.01};  ///< One lamp's share below this is left out. DEFAULT: 0.01 lx
};
[[nodiscard]] std::vector<double> illuminance_at(std::span<const Point> points, std::span<const Luminaire> luminaires,
                                                 const LightOptions& options = {});  ///< lx
[[nodiscard]] Grid<double> illuminance_grid(const GridFrame& frame, std::span<const Luminaire> luminaires,
                                            const LightOptions& options = {});  ///< lx at cell centres

}  // namespace lykta::conditions
