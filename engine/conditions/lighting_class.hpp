// EN 13201-2 lighting classes: what a stretch should have, which class it reaches, how many metres fall short.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conditions/illuminance.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

struct LightingClass {
    std::string name;                  ///< "P4", "C3"
    Lux average;                       ///< maintained average
    std::optional<Lux> minimum;        ///< P classes
    std::optional<double> uniformity;  ///< C classes: minimum ÷ average
    /// P classes, where faces are to be recognised: 1.5 m up, in the directions people come from
    std::optional<Lux> vertical_minimum = {}, semicylindrical_minimum = {};
};
/// The tables of EN 13201-2:2015 (P1–P6, C0–C5), each family from the highest class down; the figures stand in
/// data/lighting/classes.toml, which is part of the binary.
[[nodiscard]] const std::vector<LightingClass>& lighting_classes();
[[nodiscard]] const LightingClass* find_lighting_class(std::string_view name);
/// Highest class of a family ('P' or 'C') whose demands are met; empty when none.
/// \correctness reference illuminance/class-reached
[[nodiscard]] std::string class_reached(char family, Lux average, Lux minimum);

/// Are the class's average and its minimum or uniformity met?
[[nodiscard]] bool meets(const LightingClass& wanted, Lux average, Lux minimum);
/// P classes: an average above 1.5 times the class figure is too uneven to count as that class.
[[nodiscard]] bool average_over_limit(const LightingClass& reached, Lux average);

/// Calculation grid of EN 13201-3: number of points and spacing along (S) and across (W) a field.
struct CalculationGrid {
    int along = 0, across = 0;
    double step_along_m = 0, step_across_m = 0;
};
[[nodiscard]] CalculationGrid calculation_grid(Meters length, Meters width);

/// Why a stretch is below its class: the first of these that explains it.
enum class LightCause {
    none,     ///< not below class
    outage,   ///< with the lamps that are out of order lit, the class is reached
    shaded,   ///< without plants in the way of the light, the class is reached
    missing,  ///< no lit lamp within reach of part of it: a gap between lamps
    weak,     ///< lamps stand along it, all lit, and give too little
};
[[nodiscard]] std::string_view light_cause_code(LightCause cause);  ///< "outage" …

/// One stretch of street or path, as it is lit.
struct StretchLight {
    std::uint32_t street = 0;     ///< index into StreetLayer::streets
    double from_m = 0, to_m = 0;  ///< along the street
    Polyline line;
    Lux average, minimum, target;  ///< target: class average
    std::string wanted_class;
    double deficit_share = 0;  ///< max(0, 1 − average/target)
    bool below_class = false;
    LightCause cause = LightCause::none;
    double uniformity = 0;                          ///< minimum ÷ average; 0 where there is no light
    Lux vertical_minimum, semicylindrical_minimum;  ///< 1.5 m up, facing along the path, worse of both ways
    double light_sd = 0;                            ///< standard deviation of the average, as a share of it
    std::vector<std::uint32_t> lamps_out;           ///< lamps out of order within reach: indices into LampLayer::lamps
};
/// Cuts streets into stretches of about 30 m, samples each every 3 m and compares with its class
/// (street's own; else, also where it is not one of the classes known here, `default_street` / `default_footpath`).
struct StretchOptions {
    Meters length{30.0}, step{3.0};
    std::string default_street = "P4", default_footpath = "P5";
    /// A sample farther than this many mounting heights from every lit lamp lies in a gap. REQUIRES: > 0. DEFAULT: 5,
    /// where a Lambertian lamp gives 1/676 of what it gives below itself
    double gap_heights = 5.0;
    /// Standard deviation that all lamps share (soil, age, supply voltage, the model itself), as a share of the light:
    /// it does not average out over lamps as each lamp's own does. REQUIRES: ≥ 0. DEFAULT: 0.1, a judgement
    double common_sd = 0.1;
};

/// What light_along looks at.
struct LightAlongInput {
    const layers::StreetLayer& streets;
    std::span<const Luminaire> luminaires;     ///< unlit ones too: luminaires_from() of `lamps`, in their order
    const layers::LampLayer* lamps = nullptr;  ///< for outages and light_sd; nullptr: neither is known
};
/// A word streets carry as their class that is no class known here; their default was taken instead.
struct UnknownClass {
    std::string word;
    int streets = 0;
    double length_m = 0.0;
};
struct LightAlong {
    std::vector<StretchLight> stretches;  ///< in the streets' order, along each
    std::vector<UnknownClass> unknown;    ///< by word
};
/// Light on every stretch, with what is wrong where it is below its class. A building that holds a sample (a portal, a
/// bridge mapped as a building) does not count for it: paths are outdoors.
///
/// Causes, tried in this order where a stretch is below class:
///   outage   with the lamps that are out of order lit as well, the class is reached;
///   shaded   without plants in the way (houses stay) it is reached;
///   missing  a sample lies more than `gap_heights` mounting heights from every lit lamp;
///   weak     none of these.
///
/// light_sd = √(common_sd² + Σ(shareᵢ·sdᵢ)²): shareᵢ is lamp i's part of the stretch's average and sdᵢ its
/// Lamp::light_sd, taken to be independent between lamps. 0 without light or without `lamps`.
/// Faces: a lamp counts where its light on the ground reaches the cutoff; on a face it may give up to d/h times that.
/// \throws Error{bad_option}  a default that is no class; a length, step, gap or cutoff that is not above 0
/// \correctness  hand cases per cause; twin: every lamp at every sample by the definition
[[nodiscard]] LightAlong light_along(const LightAlongInput& input, const StretchOptions& options = {},
                                     const LightOptions& light = {});
/// The stretches alone, lamps' own uncertainty and outages unknown.
[[nodiscard]] std::vector<StretchLight> light_along(const layers::StreetLayer& streets,
                                                    std::span<const Luminaire> luminaires,
                                                    const StretchOptions& options = {}, const LightOptions& light = {});

}  // namespace lykta::conditions
