#include "outputs/change_sums.hpp"

#include <algorithm>

#include "core/language.hpp"

namespace lykta::outputs {
namespace {

void add_light(ChangeSums& sums, const measures::StretchChange& c) {
    const auto add = [&](StretchSums& side, Lux average, Lux minimum, bool is_below) {
        side.lux_metres += c.length_m * average.value;
        side.minimum = std::min(side.minimum, minimum.value);
        side.below_m += is_below ? c.length_m : 0;
    };
    sums.lit_m += c.length_m;
    add(sums.before, c.average_before, c.minimum_before, c.below_before);
    add(sums.after, c.average_after, c.minimum_after, c.below_after);
}

void add_sight(ChangeSums& sums, const measures::StretchChange& c) {
    const auto add = [&](StretchSums& side, double seen_at, double under_25, double hiding) {
        side.seen_at_m2 += c.length_m * seen_at;
        side.under_25_m += under_25;
        side.hiding_m += hiding;
    };
    sums.seen_m += c.length_m;
    add(sums.before, c.seen_at_before_m, c.under_25_before_m, c.hiding_before_m);
    add(sums.after, c.seen_at_after_m, c.under_25_after_m, c.hiding_after_m);
}

}  // namespace

ChangeSums change_sums(const measures::SitedMeasure& sited) {
    ChangeSums sums;
    for (const auto& c : sited.changes) {
        if (c.has_light) add_light(sums, c);
        if (c.has_sight) add_sight(sums, c);
    }
    return sums;
}

std::string lux_text(double lux) {
    return number_text(lux, lux < 10 ? 1 : 0) + "\u00a0lx";
}

}  // namespace lykta::outputs
