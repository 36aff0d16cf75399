// Sets of measures that go together, and the ones worth keeping.
#include "measures/options_combinations.hpp"

#include <algorithm>

#include "measures/portfolio.hpp"

namespace lykta::measures {

namespace {

bool is_lamp_work(Siting siting) {
    return siting == Siting::lamp_repair || siting == Siting::lamp_upgrade || siting == Siting::lamp_infill;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const Measure& measure_of(const MeasurePlan& plan, std::size_t sited) {
    return plan.catalogue.measures[plan.sited[sited].measure];
}

/// Every need that is sited at the place stands in the set too.
bool has_what_it_needs(const MeasurePlan& plan, const std::vector<std::uint32_t>& set, std::size_t first,
                       std::size_t last) {
    for (const auto s : set)
        for (const auto& need : measure_of(plan, s).needs) {
            bool sited = false, chosen = false;
            for (std::size_t t = first; t < last; ++t) sited = sited || measure_of(plan, t).id == need;
            for (const auto t : set) chosen = chosen || measure_of(plan, t).id == need;
            if (sited && !chosen) return false;
        }
    return true;
}

/// What the portfolio's usual objective would make of it: only for choosing which packages to keep.
double value_of(const Option& option) {
    const ObjectiveWeights weights;
    return weights.harm * option.effect.harm_per_year + weights.metres_to_class * option.metres_to_class +
           weights.metres_of_sight * option.metres_of_sight + weights.metres_of_hiding * option.metres_of_hiding +
           weights.items_mended * option.items_mended;
}

/// Whether each option lies on the upper hull of value over investment, from nothing at no cost.
std::vector<char> on_hull(const std::vector<Option>& options) {
    std::vector<std::size_t> order(options.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = options[a].money.investment, y = options[b].money.investment;
        if (x != y) return x < y;
        const double u = value_of(options[a]), v = value_of(options[b]);
        return u != v ? u > v : a < b;
    });
    std::vector<std::size_t> hull;
    const auto slope_below = [&](std::size_t i) {
        const bool origin = hull.size() < 2;
        const double x0 = origin ? 0 : options[hull[hull.size() - 2]].money.investment;
        const double y0 = origin ? 0 : value_of(options[hull[hull.size() - 2]]);
        const auto& top = options[hull.back()];
        return (value_of(top) - y0) * (options[i].money.investment - x0) <=
               (value_of(options[i]) - y0) * (top.money.investment - x0);
    };
    for (const auto i : order) {
        if (!(value_of(options[i]) > (hull.empty() ? 0.0 : value_of(options[hull.back()])))) continue;
        while (!hull.empty() && slope_below(i)) hull.pop_back();
        hull.push_back(i);
    }
    std::vector<char> on(options.size(), 0);
    for (const auto i : hull) on[i] = 1;
    return on;
}

void grow(const MeasurePlan& plan, const std::vector<std::uint32_t>& able, std::vector<std::uint32_t>& set,
          std::size_t from, std::size_t size, std::vector<std::vector<std::uint32_t>>& sets) {
    if (set.size() == size) {
        sets.push_back(set);
        return;
    }
    for (std::size_t a = from; a < able.size(); ++a) {
        const auto fits = [&](std::uint32_t s) { return go_together(plan, plan.sited[s], plan.sited[able[a]]); };
        if (!std::all_of(set.begin(), set.end(), fits)) continue;
        set.push_back(able[a]);
        grow(plan, able, set, a + 1, size, sets);
        set.pop_back();
    }
}

}  // namespace

bool can_be_combined(const MeasurePlan& plan, const SitedMeasure& sited, const PackageOptions& options) {
    const Measure& measure = plan.catalogue.measures[sited.measure];
    const bool alone = std::find(options.alone.begin(), options.alone.end(), measure.owner) != options.alone.end();
    if (measure.siting == Siting::area || alone) return false;
    return (sited.effect.has_number && sited.effect.prevented_per_year > 0) || sited.metres_to_class > 0 ||
           sited.metres_of_sight > 0 || sited.metres_of_hiding > 0 || sited.items_mended > 0;
}

bool go_together(const MeasurePlan& plan, const SitedMeasure& a, const SitedMeasure& b) {
    const auto& x = plan.catalogue.measures[a.measure];
    const auto& y = plan.catalogue.measures[b.measure];
    if (a.measure == b.measure || contains(x.excludes, y.id) || contains(y.excludes, x.id)) return false;
    return !(is_lamp_work(x.siting) && is_lamp_work(y.siting));
}

std::vector<std::vector<std::uint32_t>> sets_of(const MeasurePlan& plan, std::size_t first, std::size_t last,
                                                const PackageOptions& options) {
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::uint32_t> able;
    for (std::size_t s = first; s < last; ++s) {
        sets.push_back({static_cast<std::uint32_t>(s)});
        if (can_be_combined(plan, plan.sited[s], options)) able.push_back(static_cast<std::uint32_t>(s));
    }
    std::vector<std::uint32_t> set;
    for (std::size_t size = 2; size <= static_cast<std::size_t>(std::max(1, options.most_together)); ++size)
        grow(plan, able, set, 0, size, sets);
    std::erase_if(sets, [&](const auto& s) { return !has_what_it_needs(plan, s, first, last); });
    return sets;
}

bool is_dominated(const Option& b, const Option& a) {
    return b.money.investment >= a.money.investment && b.money.yearly >= a.money.yearly &&
           b.effect.harm_per_year <= a.effect.harm_per_year &&
           b.effect.prevented_per_year <= a.effect.prevented_per_year && b.metres_to_class <= a.metres_to_class &&
           b.metres_of_sight <= a.metres_of_sight && b.metres_of_hiding <= a.metres_of_hiding &&
           b.items_mended <= a.items_mended;
}

std::vector<Option> kept_of(std::vector<Option> candidates, const PackageOptions& options) {
    std::vector<Option> kept;
    for (std::size_t b = 0; b < candidates.size(); ++b) {
        const auto beats = [&](const Option& a) {
            const auto at = static_cast<std::size_t>(&a - candidates.data());
            return at != b && is_dominated(candidates[b], a) && (at < b || !is_dominated(a, candidates[b]));
        };
        if (candidates[b].sited.size() == 1 || std::none_of(candidates.begin(), candidates.end(), beats))
            kept.push_back(candidates[b]);
    }
    const auto hull = on_hull(kept);
    std::vector<std::size_t> order(kept.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto group = [&](std::size_t i) { return kept[i].sited.size() == 1 ? 0 : hull[i] != 0 ? 1 : 2; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return group(a) != group(b) ? group(a) < group(b) : group(a) != 0 && value_of(kept[a]) > value_of(kept[b]);
    });
    const auto singles = static_cast<std::size_t>(
        std::count_if(kept.begin(), kept.end(), [](const Option& o) { return o.sited.size() == 1; }));
    order.resize(std::min(order.size(), std::max(singles, static_cast<std::size_t>(options.most_per_place))));
    std::sort(order.begin(), order.end());
    std::vector<Option> result;
    for (const auto i : order) result.push_back(std::move(kept[i]));
    return result;
}

}  // namespace lykta::measures
