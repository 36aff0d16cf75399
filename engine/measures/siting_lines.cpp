// Measures that act on metres of way: tunnels, barriers, cut-throughs; and the stretches' lines for all who need them.
#include <algorithm>
#include <set>

#include "core/language.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

constexpr double meet_m = 0.5;

bool share_an_end(const Polyline& a, const Polyline& b) {
    for (const Point p : {a.front(), a.back()})
        for (const Point q : {b.front(), b.back()})
            if (distance(p, q) <= meet_m) return true;
    return false;
}

/// Tunnels among the stretches: streets that meet end to end are one.
double count_tunnels(const World& world, std::span<const std::uint32_t> stretches) {
    std::set<std::uint32_t> left;
    for (const auto k : stretches) left.insert(street_of(world, k));
    double tunnels = 0;
    while (!left.empty()) {
        ++tunnels;
        std::vector<std::uint32_t> reached{*left.begin()};
        left.erase(left.begin());
        for (std::size_t i = 0; i < reached.size(); ++i) {
            const auto& line = world.city.streets->streets[reached[i]].line;
            for (auto it = left.begin(); it != left.end();) {
                const bool joined = share_an_end(line, world.city.streets->streets[*it].line);
                if (joined) reached.push_back(*it);
                it = joined ? left.erase(it) : std::next(it);
            }
        }
    }
    return tunnels;
}

SitedMeasure along(const SitingCase& at, std::vector<std::uint32_t> stretches) {
    SitedMeasure sited;
    sited.shape = lines_of(at.world, stretches);
    sited.quantity = at.measure().cost.unit == "m" ? length_of(at.world, stretches) : 1.0;
    sited.stretches = std::move(stretches);
    return sited;
}

/// Near stretches of the kind the measure is for: footpaths where every answer that asks for a kind asks for those.
std::vector<std::uint32_t> stretches_of_its_kind(const SitingCase& at) {
    if (!at.match.stretches.empty()) return at.match.stretches;
    bool footpath = false, street = false;
    for (const auto& answer : at.measure().answers)
        for (const auto setting : answer.settings) {
            footpath = footpath || setting == Setting::footpath;
            street = street || setting == Setting::street;
        }
    std::vector<std::uint32_t> kept;
    if (!at.world.city.streets) return kept;
    for (const auto k : at.ranked().facts.stretch_index) {
        const bool is_path = at.world.city.streets->streets[street_of(at.world, k)].footpath;
        if (footpath == street || footpath == is_path) kept.push_back(k);
    }
    return kept;
}

/// Of those, the ones nearest to the incidents it answers.
std::vector<std::uint32_t> nearest_to_incidents(const SitingCase& at, const std::vector<std::uint32_t>& stretches) {
    std::set<std::uint32_t> nearest;
    for (const auto i : at.match.incidents) {
        double best = at.world.near.value;
        std::optional<std::uint32_t> found;
        for (const auto k : stretches) {
            const double d = nearest_on(line_of(at.world, k), at.world.city.incidents.position[i]).distance;
            if (d < best || (d == best && !found)) best = d, found = k;
        }
        if (found) nearest.insert(*found);
    }
    return {nearest.begin(), nearest.end()};
}

}  // namespace

const Polyline& line_of(const World& world, std::uint32_t stretch) {
    return stretch < world.stretches.size() ? world.stretches[stretch].line : world.sight->stretches[stretch].line;
}

std::uint32_t street_of(const World& world, std::uint32_t stretch) {
    return stretch < world.stretches.size() ? world.stretches[stretch].street : world.sight->stretches[stretch].street;
}

double length_of(const World& world, std::span<const std::uint32_t> stretches) {
    double metres = 0;
    for (const auto k : stretches)
        metres += k < world.stretches.size() ? world.stretches[k].to_m - world.stretches[k].from_m
                                             : world.sight->stretches[k].to_m - world.sight->stretches[k].from_m;
    return metres;
}

MultiLine lines_of(const World& world, std::span<const std::uint32_t> stretches) {
    MultiLine all;
    for (const auto k : stretches) all.lines.push_back(line_of(world, k));
    return all;
}

std::vector<std::uint32_t> incidents_along(const World& world, std::span<const std::uint32_t> incidents,
                                           std::span<const std::uint32_t> stretches) {
    std::vector<Box> reach;
    for (const auto k : stretches) reach.push_back(box_of(line_of(world, k)).expanded(world.near.value));
    std::vector<std::uint32_t> near;
    for (const auto i : incidents) {
        const Point p = world.city.incidents.position[i];
        for (std::size_t s = 0; s < stretches.size(); ++s) {
            if (!reach[s].contains(p) || nearest_on(line_of(world, stretches[s]), p).distance > world.near.value)
                continue;
            near.push_back(i);
            break;
        }
    }
    return near;
}

std::optional<SitedMeasure> sited_tunnel(const SitingCase& at, std::string& why) {
    if (at.match.stretches.empty()) {
        why = tr("no tunnel is drawn near.");
        return std::nullopt;
    }
    auto sited = along(at, at.match.stretches);
    if (at.measure().cost.unit == "tunnel") sited.quantity = count_tunnels(at.world, sited.stretches);
    return sited;
}

std::optional<SitedMeasure> sited_stretch(const SitingCase& at, std::string& why) {
    auto stretches = nearest_to_incidents(at, stretches_of_its_kind(at));
    if (stretches.empty()) {
        why = tr("no street or path of its kind runs near the incidents it answers.");
        return std::nullopt;
    }
    return along(at, std::move(stretches));
}

}  // namespace lykta::measures
