// Plants and sight near a place: what stands beside the paths, how far one sees there, and which shrub is in the way.
#include <algorithm>
#include <cassert>
#include <map>

#include "places/join_parts.hpp"

namespace lykta::places {

namespace {

constexpr double hidden_until_m = 25.0;  ///< as SightStretch::under_25_m

double metres_of(const conditions::StretchLight& s) {
    return s.to_m - s.from_m;
}

/// Metres of a stretch where a plant is in the way: beside the path, or between one and who comes.
double obstructed_m(const JoinInput& in, std::uint32_t k) {
    if (in.sight == nullptr) return in.stretch_vegetation_m[k];
    const auto& s = in.sight->stretches[k];
    return std::max(s.concealment_m, s.under_25_plants_m);
}

double beside_plants_m(const JoinInput& in, std::uint32_t k) {
    return in.stretch_vegetation_m.empty() ? in.sight->stretches[k].concealment_m : in.stretch_vegetation_m[k];
}

/// Plants that hide people until they are near, most metres first, ties by index.
std::vector<std::uint32_t> blocking_plants(const JoinInput& in, const NearStretches& near) {
    std::map<std::uint32_t, double> hides;
    for (const auto k : near.index) {
        const auto& s = in.sight->stretches[k];
        for (std::uint32_t i = s.first_sample; i < s.first_sample + s.samples; ++i) {
            const auto& sample = in.sight->samples[i];
            if (sample.hidden_by != conditions::HiddenBy::plant || sample.obstacle < 0) continue;
            if (!(sample.seen_at_m < hidden_until_m)) continue;
            hides[in.obstacles->all()[static_cast<std::size_t>(sample.obstacle)].index] +=
                (s.to_m - s.from_m) / static_cast<double>(s.samples);
        }
    }
    std::vector<std::uint32_t> order;
    for (const auto& [plant, metres] : hides) order.push_back(plant);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return hides.at(a) > hides.at(b); });
    return order;
}

}  // namespace

void join_plants(const JoinInput& in, const NearStretches& near, PlaceFacts& facts) {
    if (!in.city.vegetation) return;
    facts.vegetation_area_m2 = 0;
    facts.plants_defaulted = 0;
    for (const auto i : facts.plant_index) {
        const auto& plant = in.city.vegetation->plants[i];
        *facts.vegetation_area_m2 += area(plant.outline);
        *facts.plants_defaulted += plant.height_defaulted ? 1 : 0;
    }
    if ((in.stretch_vegetation_m.empty() && in.sight == nullptr) || !facts.path_m) return;
    double metres = 0, share = 0;
    for (std::size_t k = 0; k < near.index.size(); ++k) {
        const auto stretch = near.index[k];
        metres += beside_plants_m(in, stretch);
        share += near.weight[k] * std::min(1.0, obstructed_m(in, stretch) / metres_of(in.stretches[stretch]));
    }
    facts.path_near_vegetation_m = metres;
    facts.obstruction_share = near.weight_sum > 0 ? share / near.weight_sum : 0;
}

void join_sight(const JoinInput& in, const NearStretches& near, PlaceFacts& facts) {
    if (in.sight == nullptr || !facts.path_m) return;
    assert(in.sight->stretches.size() == in.stretches.size());
    facts.season = in.season;
    double under_10 = 0, under_25 = 0, plants = 0, seen_at = 0, facade = 0, exit = 0, dead_end = 0, tunnel = 0;
    for (const auto k : near.index) {
        const auto& s = in.sight->stretches[k];
        const double m = metres_of(in.stretches[k]);
        under_10 += s.under_10_m, under_25 += s.under_25_m, plants += s.under_25_plants_m;
        seen_at += m * s.mean_seen_at_m, facade += m * s.facade_m;
        exit = std::max(exit, s.exit_m);
        dead_end += s.dead_end ? m : 0, tunnel += s.tunnel ? m : 0;
    }
    facts.seen_under_10_m = under_10, facts.seen_under_25_m = under_25, facts.seen_under_25_plants_m = plants;
    facts.seen_at_m = seen_at / *facts.path_m, facts.facade_m = facade / *facts.path_m;
    facts.exit_m = exit, facts.dead_end_m = dead_end, facts.tunnel_m = tunnel;
    if (in.obstacles != nullptr) facts.blocking_plants = blocking_plants(in, near);
}

}  // namespace lykta::places
