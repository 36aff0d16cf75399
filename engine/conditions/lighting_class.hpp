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
};
[[nodiscard]] std::vector<StretchLight> light_along(const layers::StreetLayer& streets,
                                                    std::span<const Luminaire> luminaires,
                                                    const StretchOptions& options = {}, const LightOptions& light = {});

}  // namespace lykta::conditions
