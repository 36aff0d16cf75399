// What is wrong with a place, read off the facts of the run.
#include <algorithm>
#include <cmath>

#include "measures/matching_parts.hpp"
#include "measures/touch.hpp"

namespace lykta::measures {

namespace {

constexpr double kind_share = 0.25;   // of the metres near, from which a place is one of footpaths, or of streets
constexpr double built_share = 0.15;  // of the place covered by houses, from which people live or work there

double& extent_of(Diagnosis& d, Condition condition) {
    return d.extent[static_cast<std::size_t>(condition)];
}

struct Metres {
    double footpath = 0, street = 0;
    [[nodiscard]] double all() const { return footpath + street; }
};

/// Metres near by kind of street; from the stretches of light, or of sight where there are no lamps.
Metres metres_near(const World& world, const places::PlaceFacts& facts) {
    Metres metres;
    if (!world.city.streets) return metres;
    const auto add = [&](std::uint32_t street, double m) {
        (world.city.streets->streets[street].footpath ? metres.footpath : metres.street) += m;
    };
    for (const auto k : facts.stretch_index) {
        if (k < world.stretches.size())
            add(world.stretches[k].street, world.stretches[k].to_m - world.stretches[k].from_m);
        else if (world.sight != nullptr && k < world.sight->stretches.size())
            add(world.sight->stretches[k].street, world.sight->stretches[k].to_m - world.sight->stretches[k].from_m);
    }
    return metres;
}

/// Houses by the middle of their outline: exact enough for a share that is compared with one limit.
double built_share_of(const World& world, const places::Place& place) {
    if (!world.city.buildings || place.area_ha <= 0) return 0;
    const Box box = box_of(place.shape);
    double built = 0;
    for (const auto& b : world.city.buildings->buildings) {
        const Box house = box_of(b.footprint);
        const Point middle{(house.min_x + house.max_x) / 2, (house.min_y + house.max_y) / 2};
        if (box.contains(middle) && contains(place.shape, middle)) built += area(b.footprint);
    }
    return built / (place.area_ha * square_metres_per_hectare);
}

void set_settings(const World& world, const places::RankedPlace& ranked, Diagnosis& d) {
    const auto metres = metres_near(world, ranked.facts);
    if (metres.footpath > kind_share * metres.all()) d.settings.push_back(Setting::footpath);
    if (metres.street > kind_share * metres.all()) d.settings.push_back(Setting::street);
    if (ranked.facts.tunnel_m.value_or(0) >= tunnel_from_m) d.settings.push_back(Setting::tunnel);
    const bool inspected = ranked.facts.buildings_inspected.value_or(0) > 0;
    const bool residential = inspected || built_share_of(world, ranked.place) >= built_share;
    d.settings.push_back(residential ? Setting::residential : Setting::open);
}

/// Metres where plants can hide somebody: beside the path, or between one and who comes.
double concealed_m(const World& world, const places::PlaceFacts& facts) {
    if (world.sight == nullptr || world.sight->stretches.empty())
        return std::max(facts.path_near_vegetation_m.value_or(0), facts.seen_under_25_plants_m.value_or(0));
    double metres = 0;
    for (const auto k : facts.stretch_index) {
        const auto& s = world.sight->stretches[k];
        metres += std::max(s.concealment_m, s.under_25_plants_m);
    }
    return metres;
}

Condition condition_of(conditions::LightCause cause) {
    switch (cause) {
        case conditions::LightCause::outage:
            return Condition::lamp_out;
        case conditions::LightCause::shaded:
            return Condition::light_shaded;
        case conditions::LightCause::missing:
            return Condition::light_missing;
        case conditions::LightCause::weak:
            return Condition::light_weak;
        case conditions::LightCause::none:
            break;
    }
    return Condition::none;
}

void set_extents(const World& world, const places::PlaceFacts& facts, Diagnosis& d) {
    using conditions::LightCause;
    for (const auto cause : {LightCause::outage, LightCause::shaded, LightCause::missing, LightCause::weak})
        extent_of(d, condition_of(cause)) = facts.below_class_by_cause_m[static_cast<std::size_t>(cause)];
    extent_of(d, Condition::concealment) = concealed_m(world, facts);
    extent_of(d, Condition::short_sight) =
        std::max(0.0, facts.seen_under_25_m.value_or(0) - facts.seen_under_25_plants_m.value_or(0));
    extent_of(d, Condition::failed_item) = facts.items_failed.value_or(0);
    extent_of(d, Condition::tunnel) = facts.tunnel_m.value_or(0);
    extent_of(d, Condition::dead_end) = facts.dead_end_m.value_or(0);
}

void count_outcomes(const World& world, std::span<const std::uint32_t> incidents, std::span<const Outcomes> of_word,
                    Diagnosis& d) {
    double litter = 0;
    for (const auto i : incidents) {
        const Outcomes outcomes = of_word[world.city.incidents.category.of_row[i]];
        for (unsigned k = 0; k < outcome_count; ++k)
            if ((outcomes >> k & 1U) != 0) d.by_outcome[k] += 1;
        d.indoors += is_indoor(outcomes) ? 1 : 0;
        litter += (outcomes & litter_outcomes) != 0 ? 1 : 0;
    }
    if (incidents.empty()) return;
    d.indoors /= static_cast<double>(incidents.size());
    extent_of(d, Condition::litter_damage) = litter / static_cast<double>(incidents.size());
}

}  // namespace

Diagnosis diagnose(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents,
                   std::span<const Outcomes> of_word) {
    const auto& ranked = world.places[place];
    const auto& facts = ranked.facts;
    Diagnosis d{.place = place,
                .incidents = static_cast<double>(incidents.size()),
                .by_outcome = std::vector<double>(outcome_count, 0.0),
                .dark_share = facts.dark.share,
                .hours_known = facts.dark.known > 0,
                .extent = std::vector<double>(static_cast<std::size_t>(Condition::litter_damage) + 1, 0.0),
                .verdict = facts.dark_verdict,
                .path_m = facts.path_m.value_or(0),
                .light_known = facts.path_below_class_m.has_value()};
    if (d.verdict == conditions::DarkVerdict::more) d.when = When::dark;
    if (d.verdict == conditions::DarkVerdict::less) d.when = When::day;
    count_outcomes(world, incidents, of_word, d);
    set_extents(world, facts, d);
    set_settings(world, ranked, d);
    return d;
}

Diagnosis diagnose(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents) {
    return diagnose(world, place, incidents, outcomes_of_words(world.city.incidents));
}

}  // namespace lykta::measures
