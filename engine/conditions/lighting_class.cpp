// The classes of EN 13201-2:2015 and what follows from them for measured or computed light.
#include "conditions/lighting_class.hpp"

#include <algorithm>
#include <cmath>

#include "conditions/lighting_class_table.hpp"

namespace lykta::conditions {

namespace {

/// A share that reaches its demand to the last digit counts as reached.
constexpr double grace = 1e-12;

}  // namespace

const std::vector<LightingClass>& lighting_classes() {
    static const std::vector<LightingClass> classes = classes_from(built_in_classes());
    return classes;
}

const LightingClass* find_lighting_class(std::string_view name) {
    const auto& all = lighting_classes();
    const auto at = std::find_if(all.begin(), all.end(), [&](const LightingClass& c) { return c.name == name; });
    return at == all.end() ? nullptr : &*at;
}

std::string_view light_cause_code(LightCause cause) {
    switch (cause) {
        case LightCause::none:
            return "none";
        case LightCause::outage:
            return "outage";
        case LightCause::shaded:
            return "shaded";
        case LightCause::missing:
            return "missing";
        case LightCause::weak:
            return "weak";
    }
    return "";
}

bool meets(const LightingClass& wanted, Lux average, Lux minimum) {
    if (average < wanted.average) return false;
    if (wanted.minimum && minimum < *wanted.minimum) return false;
    return !wanted.uniformity || minimum.value >= (*wanted.uniformity - grace) * average.value;
}

std::string class_reached(char family, Lux average, Lux minimum) {
    // The table lists each family from the highest class down.
    for (const LightingClass& c : lighting_classes()) {
        if (c.name.front() == family && meets(c, average, minimum)) return c.name;
    }
    return {};
}

bool average_over_limit(const LightingClass& reached, Lux average) {
    return reached.name.front() == 'P' && average > 1.5 * reached.average;
}

CalculationGrid calculation_grid(Meters length, Meters width) {
    constexpr double longest_step_m = 3.0, widest_step_m = 1.5, short_field_m = 30.0;
    CalculationGrid grid;
    grid.along = length.value <= short_field_m ? 10 : static_cast<int>(std::ceil(length.value / longest_step_m - 1e-9));
    grid.across = std::max(3, static_cast<int>(std::ceil(width.value / widest_step_m - 1e-9)));
    grid.step_along_m = length.value / grid.along;
    grid.step_across_m = width.value / grid.across;
    return grid;
}

}  // namespace lykta::conditions
