#include "measures/what_if.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "measures/changed_conditions.hpp"
#include "measures/effect_model.hpp"
#include "measures/siting.hpp"

namespace lykta::measures {

namespace {

/// Changes farther off than this from a stretch cannot matter to it: twice the longest reach of a lamp or a look, and
/// the stretch between them.
constexpr double neighbourhood_m = 500.0;

Box box_of_change(const SitedMeasure& measure) {
    Box box;
    for (const auto& lamp : measure.lamps) box.grow(lamp.after.position);
    for (const auto& clearing : measure.clearings) {
        const Box piece = lykta::box_of(clearing.shape);
        box.grow({piece.min_x, piece.min_y});
        box.grow({piece.max_x, piece.max_y});
    }
    return box;
}

bool meet(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

/// Lamps and clearings of several measures in an order that does not depend on the measures'.
struct AllChanges {
    std::vector<LampChange> lamps;
    std::vector<Clearing> clearings;
    [[nodiscard]] bool empty() const { return lamps.empty() && clearings.empty(); }

    void add(const SitedMeasure& measure) {
        lamps.insert(lamps.end(), measure.lamps.begin(), measure.lamps.end());
        clearings.insert(clearings.end(), measure.clearings.begin(), measure.clearings.end());
    }
    void sort() {
        const auto lamp_key = [](const LampChange& c) {
            const auto& l = c.after;
            return std::tuple{c.lamp ? 0 : 1, c.lamp.value_or(0), l.position, l.flux, l.height};
        };
        std::stable_sort(lamps.begin(), lamps.end(),
                         [&](const auto& a, const auto& b) { return lamp_key(a) < lamp_key(b); });
        const auto clearing_key = [](const Clearing& c) {
            const Box box = lykta::box_of(c.shape);
            return std::tuple{c.plant, box.min_x, box.min_y, c.area_m2};
        };
        std::stable_sort(clearings.begin(), clearings.end(),
                         [&](const auto& a, const auto& b) { return clearing_key(a) < clearing_key(b); });
    }
};

bool differs(const StretchChange& c) {
    return c.average_before != c.average_after || c.minimum_before != c.minimum_after ||
           c.below_before != c.below_after || c.under_25_before_m != c.under_25_after_m ||
           c.seen_at_before_m != c.seen_at_after_m || c.hiding_before_m != c.hiding_after_m;
}

/// Effects of several places as one.
void add_effect(const Effect& of, Effect& sum) {
    sum.has_number = sum.has_number || of.has_number;
    sum.touched_per_year += of.touched_per_year;
    sum.expected_per_year += of.expected_per_year;
    sum.prevented_per_year += of.prevented_per_year;
    sum.prevented.low += of.prevented.low;
    sum.prevented.high += of.prevented.high;
    sum.prevented_low_10 += of.prevented_low_10;
    sum.harm_per_year += of.harm_per_year;
    sum.harm_low_10 += of.harm_low_10;
    sum.parts.insert(sum.parts.end(), of.parts.begin(), of.parts.end());
}

}  // namespace

struct WhatIf::State {
    const World& world;
    const Catalogue& catalogue;
    EffectOptions options;
    std::vector<double> regression;
    std::vector<std::vector<std::uint32_t>> incidents;  ///< of each place
    std::map<Id, SitedMeasure> measures;
    Id next = 0;
    std::map<std::uint32_t, StretchChange> changes;  ///< by stretch
    std::map<std::uint32_t, Effect> effects;         ///< by place

    void complete(SitedMeasure& measure) const;
    [[nodiscard]] AllChanges near(const Box& box) const;
    [[nodiscard]] std::vector<std::uint32_t> touched_by(const SitedMeasure& measure) const;
    void compute_near(const Box& box, const std::vector<std::uint32_t>& touched);
    void compute_effect(std::uint32_t place);
    void answer(std::vector<std::uint32_t> touched, WhatIfAnswer& into) const;
    void change(const SitedMeasure* before, const SitedMeasure* after, WhatIfAnswer& into);
};

/// What a measure drawn by hand leaves out.
void WhatIf::State::complete(SitedMeasure& measure) const {
    const auto& entry = catalogue.measures[measure.measure];
    if (measure.incidents.empty()) {
        measure.incidents = incidents[measure.place];
        measure.touch = touch_of(world, entry, measure.incidents, world.places[measure.place].facts.dark.share);
    }
    if (measure.quantity > 0) return;
    double area_m2 = 0;
    for (const auto& clearing : measure.clearings) area_m2 += clearing.area_m2;
    measure.quantity =
        static_cast<double>(measure.lamps.size() + measure.cameras.size() + measure.work.size()) + area_m2;
}

AllChanges WhatIf::State::near(const Box& box) const {
    AllChanges all;
    const Box around = box.expanded(neighbourhood_m);
    for (const auto& [id, measure] : measures)
        if (const Box own = box_of_change(measure); !own.empty() && meet(own, around)) all.add(measure);
    all.sort();
    return all;
}

/// Stretches whose light or sight the measure alone can reach.
std::vector<std::uint32_t> WhatIf::State::touched_by(const SitedMeasure& measure) const {
    return stretches_reached(world, {measure.lamps, measure.clearings});
}

/// The touched stretches anew, with every measure that stands near enough to matter to them.
void WhatIf::State::compute_near(const Box& box, const std::vector<std::uint32_t>& touched) {
    for (const auto stretch : touched) changes.erase(stretch);
    const auto all = near(box);
    if (touched.empty() || all.empty()) return;
    for (const auto& now : stretch_changes(world, {all.lamps, all.clearings, touched}, touched))
        if (differs(now) && std::binary_search(touched.begin(), touched.end(), now.stretch)) changes[now.stretch] = now;
}

void WhatIf::State::compute_effect(std::uint32_t place) {
    std::vector<const SitedMeasure*> here;
    for (const auto& [id, measure] : measures)
        if (measure.place == place) here.push_back(&measure);
    effects.erase(place);
    if (here.empty()) return;
    std::stable_sort(here.begin(), here.end(), [](const auto* a, const auto* b) { return a->measure < b->measure; });
    effects[place] = effect_of(world, catalogue, here, regression[place], options);
}

void WhatIf::State::answer(std::vector<std::uint32_t> touched, WhatIfAnswer& into) const {
    into = {};
    into.touched = std::move(touched);
    for (const auto& [stretch, change] : changes) into.changes.push_back(change);
    std::vector<const SitedMeasure*> ordered;
    for (const auto& [id, measure] : measures) ordered.push_back(&measure);
    const auto key = [](const SitedMeasure* m) { return std::tuple{m->place, m->measure, m->quantity}; };
    std::stable_sort(ordered.begin(), ordered.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    std::vector<Money> costs;
    for (const auto* measure : ordered) costs.push_back(money_of_sited(catalogue, *measure, options));
    if (!costs.empty()) into.money = sum_of(costs);
    for (const auto& [place, effect] : effects) add_effect(effect, into.effect);
    const auto& effect = into.effect;
    if (effect.has_number && effect.prevented_per_year > 0)
        into.effect.cost_per_prevented = into.money.annuity / effect.prevented_per_year;
}

void WhatIf::State::change(const SitedMeasure* before, const SitedMeasure* after, WhatIfAnswer& into) {
    std::set<std::uint32_t> touched;
    std::set<std::uint32_t> places;
    Box box;
    for (const auto* measure : {before, after}) {
        if (measure == nullptr) continue;
        places.insert(measure->place);
        const auto reached = touched_by(*measure);
        touched.insert(reached.begin(), reached.end());
        const Box own = box_of_change(*measure);
        if (own.empty()) continue;
        box.grow({own.min_x, own.min_y});
        box.grow({own.max_x, own.max_y});
    }
    std::vector<std::uint32_t> ascending(touched.begin(), touched.end());
    if (!box.empty()) compute_near(box, ascending);
    for (const auto place : places) compute_effect(place);
    answer(std::move(ascending), into);
}

WhatIf::WhatIf(const World& world, const Catalogue& catalogue, const EffectOptions& options)
    : m_state(new State{.world = world,
                        .catalogue = catalogue,
                        .options = options,
                        .regression = regression_to_mean(world),
                        .incidents = incidents_by_place(world)}) {}
WhatIf::~WhatIf() = default;
WhatIf::WhatIf(WhatIf&&) noexcept = default;
WhatIf& WhatIf::operator=(WhatIf&&) noexcept = default;

WhatIf::Id WhatIf::add(SitedMeasure measure, WhatIfAnswer& answer) {
    m_state->complete(measure);
    const Id id = m_state->next++;
    const auto& added = m_state->measures.emplace(id, std::move(measure)).first->second;
    m_state->change(nullptr, &added, answer);
    return id;
}

void WhatIf::replace(Id id, SitedMeasure measure, WhatIfAnswer& answer) {
    m_state->complete(measure);
    auto& now = m_state->measures.at(id);
    const auto before = std::exchange(now, std::move(measure));
    m_state->change(&before, &now, answer);
}

void WhatIf::remove(Id id, WhatIfAnswer& answer) {
    const auto before = std::move(m_state->measures.at(id));
    m_state->measures.erase(id);
    m_state->change(&before, nullptr, answer);
}

std::vector<WhatIf::Id> WhatIf::ids() const {
    std::vector<Id> ids;
    for (const auto& [id, measure] : m_state->measures) ids.push_back(id);
    return ids;
}

const SitedMeasure& WhatIf::measure(Id id) const {
    return m_state->measures.at(id);
}

}  // namespace lykta::measures
