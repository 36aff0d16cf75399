#include "measures/siting.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

std::optional<SitedMeasure> geometry_of(const SitingCase& at, std::string& why) {
    switch (at.measure().siting) {
        case Siting::lamp_repair:
        case Siting::lamp_upgrade:
        case Siting::lamp_infill:
            return sited_lamps(at, why);
        case Siting::clearing:
            return sited_clearing(at, why);
        case Siting::camera:
            return sited_cameras(at, why);
        case Siting::items:
            return sited_items(at, why);
        case Siting::tunnel:
            return sited_tunnel(at, why);
        case Siting::stretch:
            return sited_stretch(at, why);
        case Siting::place:
            return sited_place(at, why);
        case Siting::area:
            return sited_area(at, why);
    }
    return std::nullopt;
}

/// The place's incidents where the measure acts: along its stretches, in its cameras' view, or all of them. An incident
/// at the other end of the place is no reason to count on a lamp.
std::vector<std::uint32_t> within_reach(const SitingCase& at, const SitedMeasure& sited) {
    if (!sited.cameras.empty()) {
        std::set<std::uint32_t> seen;
        for (const auto& camera : sited.cameras) seen.insert(camera.incidents.begin(), camera.incidents.end());
        std::vector<std::uint32_t> own;
        for (const auto i : at.incidents)
            if (seen.contains(i)) own.push_back(i);
        return own;
    }
    if (!sited.stretches.empty()) return incidents_along(at.world, at.incidents, sited.stretches);
    return {at.incidents.begin(), at.incidents.end()};
}

void set_touch(const SitingCase& at, const TouchTables& tables, SitedMeasure& sited) {
    const auto& dark = at.ranked().facts.dark;
    const double dark_share = dark.known > 0 ? dark.share : at.world.city_dark_share;
    const auto near = within_reach(at, sited);
    const auto touch = touch_of(at.world, at.measure(), tables, near, dark_share);
    for (std::size_t k = 0; k < near.size(); ++k) {
        if (!(touch[k] > 0)) continue;
        sited.incidents.push_back(near[k]);
        sited.touch.push_back(touch[k]);
    }
}

std::optional<SitedMeasure> site(const SitingCase& at, const TouchTables& tables, std::string& why) {
    auto sited = geometry_of(at, why);
    if (!sited) return sited;
    sited->place = at.match.place;
    sited->measure = at.match.measure;
    sited->id = at.ranked().place.id + "-" + at.measure().id;
    sited->reason = at.match.reason;
    set_touch(at, tables, *sited);
    if (!sited->lamps.empty() || !sited->clearings.empty()) compute_changes(at.world, *sited);
    if (!sited->lamps.empty()) say_where_too_bright(at.world, *sited);
    return sited;
}

struct Candidate {
    const Match* match = nullptr;
    std::optional<SitedMeasure> sited;
    std::string why;  ///< nothing was sited
};

/// Lamp measures from the gentlest on; matches of a place come by extent.
std::vector<Candidate*> lamps_in_steps(const Catalogue& catalogue, std::vector<Candidate>& candidates) {
    std::vector<Candidate*> lamps;
    for (auto& c : candidates)
        if (c.sited && !c.sited->lamps.empty()) lamps.push_back(&c);
    std::stable_sort(lamps.begin(), lamps.end(), [&](const Candidate* a, const Candidate* b) {
        return catalogue.measures[a->match->measure].siting < catalogue.measures[b->match->measure].siting;
    });
    return lamps;
}

/// Leaves out lamp measures that change exactly what a gentler one of their place changes.
void drop_twins(const Catalogue& catalogue, std::vector<Candidate>& candidates) {
    const auto lamps = lamps_in_steps(catalogue, candidates);
    for (std::size_t later = 1; later < lamps.size(); ++later)
        for (std::size_t earlier = 0; earlier < later && lamps[later]->sited; ++earlier) {
            const auto &a = lamps[earlier]->sited, &b = lamps[later]->sited;
            if (!a || a->place != b->place || !same_lamps(*a, *b)) continue;
            lamps[later]->why =
                say("it does nothing here that “{}” does not do.", catalogue.measures[a->measure].name.shown());
            lamps[later]->sited.reset();
        }
}

/// What every place of a measure shares, looked up once.
std::map<std::uint32_t, TouchTables> tables_of(const World& world, const Catalogue& catalogue,
                                               const std::vector<Candidate>& candidates,
                                               const places::Footprints& footprints) {
    std::map<std::uint32_t, TouchTables> tables;
    for (const auto& c : candidates)
        if (!tables.contains(c.match->measure))
            tables.emplace(c.match->measure, touch_tables(world, catalogue.measures[c.match->measure], footprints));
    return tables;
}

}  // namespace

std::vector<SitedMeasure> site_measures(const World& world, const Catalogue& catalogue, std::span<const Match> matches,
                                        const SitingOptions& options, std::vector<std::string>& notes) {
    std::vector<Candidate> candidates;
    for (const auto& match : matches)
        if (match.verdict == Verdict::fits) candidates.push_back({&match, std::nullopt, {}});
    const auto incidents = incidents_by_place(world);
    const auto footprints = places::inspected_footprints(world.city);
    const auto tables = tables_of(world, catalogue, candidates, footprints);
    parallel_blocks(candidates.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) {
            const Match& match = *candidates[k].match;
            candidates[k].sited = site({.world = world,
                                        .catalogue = catalogue,
                                        .options = options,
                                        .match = match,
                                        .footprints = footprints,
                                        .incidents = incidents[match.place]},
                                       tables.at(match.measure), candidates[k].why);
        }
    });
    drop_twins(catalogue, candidates);
    std::vector<SitedMeasure> all;
    for (auto& c : candidates) {
        if (c.sited) all.push_back(std::move(*c.sited));
        if (!c.why.empty())
            notes.push_back(say("{}, {}: {}", world.places[c.match->place].place.id,
                                catalogue.measures[c.match->measure].name.shown(), c.why));
    }
    return all;
}

}  // namespace lykta::measures
