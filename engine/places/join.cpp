#include "places/join.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "conditions/darkness.hpp"
#include "conditions/inspections.hpp"
#include "core/parallel.hpp"
#include "places/point_index.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::places {

namespace {

std::vector<Point> middles_of(const std::vector<conditions::StretchLight>& stretches) {
    std::vector<Point> middles;
    for (const auto& s : stretches) middles.push_back(s.line[s.line.size() / 2]);
    return middles;
}

template <class Item, class PointOf>
std::vector<Point> points_of(const std::vector<Item>& items, PointOf point_of) {
    std::vector<Point> points;
    points.reserve(items.size());
    for (const auto& item : items) points.push_back(point_of(item));
    return points;
}

Point middle_of_plant(const layers::Plant& plant) {
    const Box box = box_of(plant.outline);
    return {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
}

/// The layers' points with their indices, built once for all places.
struct Indexed {
    std::vector<Point> point;
    PointIndex index;
    explicit Indexed(std::vector<Point> points) : point(std::move(points)), index(point) {}

    [[nodiscard]] std::vector<std::uint32_t> inside(const MultiPolygon& shape) const {
        auto found = index.in_box(box_of(shape));
        std::erase_if(found, [&](std::uint32_t i) { return !contains(shape, point[i]); });
        return found;
    }
};

struct Indices {
    Indexed incidents, lamps, plants, items, cameras, stretches;
    std::vector<Box> area_boxes;  ///< of every area, in order

    explicit Indices(const JoinInput& in)
        : incidents(in.city.incidents.position),
          lamps(in.city.lighting ? points_of(in.city.lighting->lamps, [](const auto& l) { return l.position; })
                                 : std::vector<Point>{}),
          plants(in.city.vegetation ? points_of(in.city.vegetation->plants, middle_of_plant) : std::vector<Point>{}),
          items(in.city.inspections ? points_of(in.city.inspections->items, [](const auto& i) { return i.position; })
                                    : std::vector<Point>{}),
          cameras(in.city.cameras ? points_of(in.city.cameras->cameras, [](const auto& c) { return c.position; })
                                  : std::vector<Point>{}),
          stretches(middles_of(in.stretches)) {
        if (!in.city.areas) return;
        for (const auto& a : in.city.areas->areas) area_boxes.push_back(box_of(a.shape));
    }
};

int month_index(const Period& period, std::int64_t day) {
    const auto first = civil_from_days(period.first_day), t = civil_from_days(day);
    return (t.year - first.year) * 12 + t.month - first.month;
}

void count_times(const JoinInput& in, std::uint32_t i, PlaceFacts& facts) {
    const auto& t = in.city.incidents.time[i];
    if (t.has_hour && t.local_hour >= 0)
        facts.by_hour[static_cast<std::size_t>(t.local_hour)] += 1;
    else
        facts.without_hour += 1;
    if (!t.known) return;
    if (t.local_weekday >= 0) facts.by_weekday[static_cast<std::size_t>(t.local_weekday)] += 1;
    if (in.period.contains_day(t.local_day))
        facts.by_month[static_cast<std::size_t>(month_index(in.period, t.local_day))] += 1;
}

void join_incidents(const JoinInput& in, const Place& place, PlaceFacts& facts) {
    const auto& incidents = in.city.incidents;
    if (in.period.days() > 0)
        facts.by_month.assign(static_cast<std::size_t>(month_index(in.period, in.period.last_day)) + 1, 0.0);
    std::map<Point, double> on_point;
    std::vector<double> dark;
    for (const auto i : facts.incident_index) {
        facts.incidents += 1;
        facts.weighted_incidents += in.incident_weight[i];
        facts.by_category[incidents.category.at(i)] += 1;
        facts.by_reporter[incidents.reporter.at(i)] += 1;
        count_times(in, i, facts);
        facts.largest_pile = std::max(facts.largest_pile, on_point[incidents.position[i]] += 1);
        dark.push_back(in.dark_probability[i]);
    }
    facts.incidents_interval = statistics::poisson_interval(facts.incidents);
    facts.dark = conditions::dark_share(dark);
    const double exposure = place.area_ha * in.period.years();
    facts.rate_per_ha_year = exposure > 0 ? facts.incidents / exposure : 0;
}

/// How much each near stretch counts: by the place's incidents nearest to it, so that the conditions are those where
/// incidents happened; by its metres where the place has no incidents.
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

void join_light(const JoinInput& in, const std::vector<std::uint32_t>& near, const std::vector<double>& weights,
                PlaceFacts& facts) {
    double metres = 0, below = 0, lux = 0, least = 1e300, deficit = 0, weight = 0;
    for (std::size_t k = 0; k < near.size(); ++k) {
        const auto& s = in.stretches[near[k]];
        const double m = s.to_m - s.from_m;
        metres += m;
        below += s.below_class ? m : 0;
        lux += m * s.average.value;
        least = std::min(least, s.minimum.value);
        deficit += weights[k] * s.deficit_share;
        weight += weights[k];
    }
    if (metres <= 0) return;
    facts.path_m = metres;
    if (!in.city.lighting) return;
    facts.path_below_class_m = below;
    facts.light_deficit = weight > 0 ? deficit / weight : 0;
    facts.illuminance_average_lx = lux / metres;
    facts.illuminance_minimum_lx = least;
}

void join_lamps(const JoinInput& in, PlaceFacts& facts) {
    if (!in.city.lighting) return;
    facts.lamps = static_cast<int>(facts.lamp_index.size());
    facts.lamps_out =
        static_cast<int>(std::count_if(facts.lamp_index.begin(), facts.lamp_index.end(), [&](std::uint32_t i) {
            return in.city.lighting->lamps[i].state == layers::LampState::out;
        }));
}

void join_vegetation(const JoinInput& in, const std::vector<std::uint32_t>& near, const std::vector<double>& weights,
                     PlaceFacts& facts) {
    if (!in.city.vegetation) return;
    facts.vegetation_area_m2 = 0;
    for (const auto i : facts.plant_index) *facts.vegetation_area_m2 += area(in.city.vegetation->plants[i].outline);
    if (in.stretch_vegetation_m.empty() || !facts.path_m) return;
    double metres = 0, share = 0, weight = 0;
    for (std::size_t k = 0; k < near.size(); ++k) {
        const auto& s = in.stretches[near[k]];
        metres += in.stretch_vegetation_m[near[k]];
        share += weights[k] * in.stretch_vegetation_m[near[k]] / (s.to_m - s.from_m);
        weight += weights[k];
    }
    facts.path_near_vegetation_m = metres;
    facts.obstruction_share = weight > 0 ? share / weight : 0;
}

void join_inspections(const JoinInput& in, PlaceFacts& facts) {
    if (!in.city.inspections || facts.item_index.empty()) return;
    layers::InspectionLayer here;
    for (const auto i : facts.item_index) here.items.push_back(in.city.inspections->items[i]);
    int passed = 0, failed = 0, unknown = 0, mandatory = 0;
    double weight_failed = 0, weight_known = 0;
    const auto buildings = conditions::summarise(here);
    for (const auto& b : buildings) {
        passed += b.passed;
        failed += b.failed;
        unknown += b.unknown;
        mandatory += b.mandatory_failed;
        weight_failed += b.failed_weight;
        weight_known += b.known_weight;
    }
    facts.buildings_inspected = static_cast<int>(buildings.size());
    facts.items_passed = passed, facts.items_failed = failed, facts.items_unknown = unknown;
    facts.mandatory_failed = mandatory;
    if (weight_known > 0) facts.defect_share = weight_failed / weight_known;
}

void join_areas(const JoinInput& in, const std::vector<Box>& area_boxes, const Place& place, PlaceFacts& facts) {
    if (in.city.areas) {
        const Box box = box_of(place.shape);
        for (std::size_t i = 0; i < in.city.areas->areas.size(); ++i) {
            const auto& a = in.city.areas->areas[i];
            const Box& other = area_boxes[i];
            if (!a.population || other.min_x > box.max_x || other.max_x < box.min_x || other.min_y > box.max_y ||
                other.max_y < box.min_y)
                continue;
            const double whole = area(a.shape), shared = area(intersection_of(a.shape, place.shape));
            if (whole > 0) facts.population = facts.population.value_or(0) + *a.population * shared / whole;
        }
    }
    if (!in.city.survey) return;
    for (const auto& s : in.city.survey->areas) {
        if (s.answers <= 0 || !contains(s.shape, place.centre)) continue;
        facts.survey_unsafe_share = s.unsafe / s.answers;
        facts.survey_interval = statistics::wilson_interval(s.unsafe, s.answers);
        return;
    }
}

PlaceFacts facts_of(const Place& place, const JoinInput& in, const Indices& indices,
                    std::vector<std::uint32_t> assigned) {
    PlaceFacts facts;
    facts.incident_index = in.place_of_incident.empty() ? indices.incidents.inside(place.shape) : std::move(assigned);
    join_incidents(in, place, facts);
    const auto around = buffer_of(place.shape, in.near.value, 4);
    facts.lamp_index = indices.lamps.inside(around);
    facts.plant_index = indices.plants.inside(around);
    facts.item_index = indices.items.inside(around);
    const auto near = indices.stretches.inside(around);
    const auto weights = stretch_weights(in, near, facts);
    join_light(in, near, weights, facts);
    join_lamps(in, facts);
    join_vegetation(in, near, weights, facts);
    join_inspections(in, facts);
    if (in.city.cameras) facts.cameras = static_cast<int>(indices.cameras.inside(around).size());
    join_areas(in, indices.area_boxes, place, facts);
    return facts;
}

}  // namespace

std::vector<PlaceFacts> join(const std::vector<Place>& places, const JoinInput& in) {
    const Indices indices{in};
    std::vector<std::vector<std::uint32_t>> assigned(places.size());
    for (std::uint32_t i = 0; i < in.place_of_incident.size(); ++i)
        if (const auto p = in.place_of_incident[i]; p >= 0) assigned[static_cast<std::size_t>(p)].push_back(i);
    std::vector<PlaceFacts> facts(places.size());
    parallel_blocks(places.size(), 8, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) facts[i] = facts_of(places[i], in, indices, std::move(assigned[i]));
    });
    return facts;
}

std::vector<std::int32_t> nearest_segment(const layers::StreetLayer& streets, std::span<const Point> incidents,
                                          Meters near) {
    const PointIndex index{incidents};
    std::vector<std::int32_t> nearest(incidents.size(), -1);
    std::vector<double> best(incidents.size(), near.value);
    for (std::size_t s = 0; s < streets.streets.size(); ++s) {
        const auto& line = streets.streets[s].line;
        for (const auto i : index.in_box(box_of(line).expanded(near.value))) {
            const double d = nearest_on(line, incidents[i]).distance;
            if (d < best[i] || (d == best[i] && nearest[i] < 0)) best[i] = d, nearest[i] = static_cast<std::int32_t>(s);
        }
    }
    return nearest;
}

}  // namespace lykta::places
