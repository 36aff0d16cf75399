// Light near a place: metres below class and why, and the light where its incidents happened.
#include <algorithm>

#include "places/join_parts.hpp"

namespace lykta::places {

namespace {

std::vector<double> stretch_weights(const JoinInput& in, const std::vector<std::uint32_t>& near,
                                    const PlaceFacts& facts) {
    std::vector<double> weights(near.size(), 0.0);
    for (const auto i : facts.incident_index) {
        double best = 1e300;
        std::size_t nearest = near.size();
        for (std::size_t k = 0; k < near.size(); ++k) {
            const double d = nearest_on(in.stretches[near[k]].line, in.city.incidents.position[i]).distance;
            if (d < best) best = d, nearest = k;
        }
        if (nearest < near.size()) weights[nearest] += 1;
    }
    if (facts.incident_index.empty())
        for (std::size_t k = 0; k < near.size(); ++k)
            weights[k] = in.stretches[near[k]].to_m - in.stretches[near[k]].from_m;
    return weights;
}

double metres_of(const conditions::StretchLight& s) {
    return s.to_m - s.from_m;
}

/// Metres, lux and causes over all near stretches.
void sum_metres(const JoinInput& in, const NearStretches& near, PlaceFacts& facts) {
    double below = 0, lux = 0, least = 1e300;
    for (const auto k : near.index) {
        const auto& s = in.stretches[k];
        below += s.below_class ? metres_of(s) : 0;
        if (s.below_class) facts.below_class_by_cause_m[static_cast<std::size_t>(s.cause)] += metres_of(s);
        lux += metres_of(s) * s.average.value;
        least = std::min(least, s.minimum.value);
    }
    facts.path_below_class_m = below;
    facts.illuminance_average_lx = lux / *facts.path_m;
    facts.illuminance_minimum_lx = least;
}

}  // namespace

NearStretches near_stretches(const JoinInput& in, std::vector<std::uint32_t> near, const PlaceFacts& facts) {
    NearStretches result{.weight = stretch_weights(in, near, facts)};
    result.index = std::move(near);
    for (const double w : result.weight) result.weight_sum += w;
    return result;
}

void join_light(const JoinInput& in, const NearStretches& near, PlaceFacts& facts) {
    double metres = 0, deficit = 0, lit = 0, sd = 0;
    for (const auto k : near.index) metres += metres_of(in.stretches[k]);
    if (metres <= 0) return;
    facts.path_m = metres;
    if (!in.city.lighting) return;
    facts.season = in.season;
    sum_metres(in, near, facts);
    for (std::size_t k = 0; k < near.index.size(); ++k) {
        const auto& s = in.stretches[near.index[k]];
        deficit += near.weight[k] * s.deficit_share;
        // Where there is no light, nothing about it is uncertain: the doubt is the lit stretches'.
        lit += near.weight[k] * s.average.value;
        sd += near.weight[k] * s.average.value * s.light_sd;
        if (near.weight[k] > 0 && s.target.value > 0)
            facts.light_ratios.push_back({near.weight[k], s.average.value / s.target.value});
    }
    facts.light_deficit = near.weight_sum > 0 ? deficit / near.weight_sum : 0;
    facts.light_sd = lit > 0 ? sd / lit : 0;
}

void join_lamps(const JoinInput& in, PlaceFacts& facts) {
    if (!in.city.lighting) return;
    facts.lamps = static_cast<int>(facts.lamp_index.size());
    facts.lamps_out =
        static_cast<int>(std::count_if(facts.lamp_index.begin(), facts.lamp_index.end(), [&](std::uint32_t i) {
            return in.city.lighting->lamps[i].state == layers::LampState::out;
        }));
    facts.lamps_defaulted =
        static_cast<int>(std::count_if(facts.lamp_index.begin(), facts.lamp_index.end(), [&](std::uint32_t i) {
            const auto& lamp = in.city.lighting->lamps[i];
            return lamp.height_defaulted || lamp.flux_defaulted;
        }));
}

}  // namespace lykta::places
