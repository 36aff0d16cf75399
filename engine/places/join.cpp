#include "places/join.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "conditions/darkness.hpp"
#include "core/parallel.hpp"
#include "places/join_parts.hpp"
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

double dark_share_of(const std::vector<double>& probability) {
    const auto dark = conditions::dark_share(probability);
    return dark.known > 0 ? dark.share : std::numeric_limits<double>::quiet_NaN();
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
    Footprints footprints;
    double city_dark_share;  ///< NaN where no incident has an hour

    explicit Indices(const JoinInput& in)
        : incidents(in.city.incidents.position),
          lamps(in.city.lighting ? points_of(in.city.lighting->lamps, [](const auto& l) { return l.position; })
                                 : std::vector<Point>{}),
          plants(in.city.vegetation ? points_of(in.city.vegetation->plants, middle_of_plant) : std::vector<Point>{}),
          items(in.city.inspections ? points_of(in.city.inspections->items, [](const auto& i) { return i.position; })
                                    : std::vector<Point>{}),
          cameras(in.city.cameras ? points_of(in.city.cameras->cameras, [](const auto& c) { return c.position; })
                                  : std::vector<Point>{}),
          stretches(middles_of(in.stretches)),
          footprints(inspected_footprints(in.city)),
          city_dark_share(dark_share_of(in.dark_probability)) {
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
    std::map<std::string, std::vector<double>> dark_by_category;
    for (const auto i : facts.incident_index) {
        facts.incidents += 1;
        facts.weighted_incidents += in.incident_weight[i];
        facts.weight_squares += in.incident_weight[i] * in.incident_weight[i];
        facts.by_category[incidents.category.at(i)] += 1;
        facts.by_reporter[incidents.reporter.at(i)] += 1;
        count_times(in, i, facts);
        facts.largest_pile = std::max(facts.largest_pile, on_point[incidents.position[i]] += 1);
        dark.push_back(in.dark_probability[i]);
        dark_by_category[incidents.category.at(i)].push_back(in.dark_probability[i]);
    }
    facts.incidents_interval = statistics::poisson_interval(facts.incidents);
    facts.dark = conditions::dark_share(dark);
    for (const auto& [word, of_word] : dark_by_category)
        facts.dark_by_category.emplace(word, conditions::dark_share(of_word));
    const double exposure = place.area_ha * in.period.years();
    facts.rate_per_ha_year = exposure > 0 ? facts.incidents / exposure : 0;
}

PlaceFacts facts_of(const Place& place, const JoinInput& in, const Indices& indices,
                    std::vector<std::uint32_t> assigned) {
    PlaceFacts facts;
    facts.incident_index = in.place_of_incident.empty() ? indices.incidents.inside(place.shape) : std::move(assigned);
    join_incidents(in, place, facts);
    facts.dark_verdict = conditions::dark_verdict(facts.dark, indices.city_dark_share);
    const auto around = buffer_of(place.shape, in.near.value, 4);
    facts.lamp_index = indices.lamps.inside(around);
    facts.plant_index = indices.plants.inside(around);
    facts.item_index = indices.items.inside(around);
    facts.stretch_index = indices.stretches.inside(around);
    const auto near = near_stretches(in, facts.stretch_index, facts);
    join_light(in, near, facts);
    join_lamps(in, facts);
    join_plants(in, near, facts);
    join_sight(in, near, facts);
    join_inspections(in, indices.footprints, facts);
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

}  // namespace lykta::places
