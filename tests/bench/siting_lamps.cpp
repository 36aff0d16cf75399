// Lamps sited along 200 km of dark streets and paths of the big town, and what one lamp and one cleared shrub change in
// it, light and sight.
#include <algorithm>
#include <cmath>
#include <optional>

#include "conditions/stretches.hpp"
#include "inputs.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_lamps.hpp"
#include "measures/what_if.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

using conditions::StretchLight;
using measures::LampSteps;
using measures::World;

constexpr double dark_km = 200.0, siting_target_s = 30.0, change_target_s = 0.05;
/// One street in so many is asked of the plain way.
constexpr std::size_t plain_every = 40;

/// The big town with the lamps along its southern streets taken away, and all that is computed of it.
struct DarkTown {
    layers::CityLayers city = big_town();
    conditions::Obstacles obstacles{&*city.buildings, &*city.vegetation};
    conditions::PathNetwork network{*city.streets};
    std::vector<conditions::Luminaire> luminaires;
    std::vector<StretchLight> stretches;
    conditions::PathSight sight;
    std::vector<std::uint32_t> dark;  ///< 200 km of stretches below class, southernmost first
    double km = 0.0;

    DarkTown() {
        const double south = box_of(*city.buildings).min_y;
        std::erase_if(city.lighting->lamps, [&](const auto& lamp) { return lamp.position.y < south + 2'500.0; });
        luminaires = conditions::luminaires_from(*city.lighting);
        stretches = light(*city.streets, luminaires).stretches;
        sight = conditions::sight_along({.streets = *city.streets,
                                         .obstacles = obstacles,
                                         .vegetation = &*city.vegetation,
                                         .entrances = {},
                                         .network = &network});
        choose();
    }
    static Box box_of(const layers::BuildingLayer& layer) {
        Box box;
        for (const auto& building : layer.buildings)
            for (const Point p : building.footprint.front().outer) box.grow(p);
        return box;
    }
    [[nodiscard]] conditions::LightAlong light(const layers::StreetLayer& streets,
                                               const std::vector<conditions::Luminaire>& lamps) const {
        return conditions::light_along({.streets = streets, .luminaires = lamps, .lamps = nullptr}, {},
                                       {.obstacles = &obstacles});
    }
    void choose() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t k = 0; k < stretches.size(); ++k)
            if (stretches[k].below_class) order.push_back(k);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return stretches[a].line.front().y < stretches[b].line.front().y;
        });
        for (const std::uint32_t k : order) {
            if (km >= dark_km) break;
            dark.push_back(k);
            km += (stretches[k].to_m - stretches[k].from_m) / 1000.0;
        }
    }
    [[nodiscard]] World world() const {
        World world{.city = city};
        world.stretches = stretches;
        world.sight = &sight;
        world.network = &network;
        world.luminaires = luminaires;
        world.light_obstacles = world.sight_obstacles = &obstacles;
        return world;
    }
};

/// One more lamp, evenly spaced, until every stretch of the street that can be lit is: the light of all of it computed
/// anew each time. \returns lamps
std::size_t plain_design(const DarkTown& town, const layers::Street& street) {
    constexpr std::size_t most = 40;
    layers::StreetLayer alone;
    alone.streets = {street};
    const double offset = street.footpath ? 1.5 : 4.0;
    std::vector<conditions::Luminaire> lamps;
    for (std::size_t count = 1; count <= most; ++count) {
        lamps.clear();
        for (const auto& piece :
             conditions::cut_into_stretches(street.line, Meters{length(street.line) / static_cast<double>(count)})) {
            const Point middle = conditions::points_along(piece.line, Meters{length(piece.line)}).front();
            const Point a = piece.line.front(), b = piece.line.back();
            const double way = distance(a, b);
            conditions::Luminaire lamp;
            lamp.position = {middle.x - offset * (b.y - a.y) / way, middle.y + offset * (b.x - a.x) / way};
            lamp.height = Meters{street.footpath ? 5.0 : 7.0};
            lamp.flux = Lumens{4000.0};
            lamps.push_back(lamp);
        }
        const auto lit = town.light(alone, lamps).stretches;
        if (std::none_of(lit.begin(), lit.end(), [](const auto& s) { return s.below_class; })) break;
    }
    return lamps.size();
}

struct PlainDesigns {
    double seconds = 0.0, km = 0.0;
    std::size_t lamps = 0;
};

PlainDesigns plain_designs(const DarkTown& town) {
    std::vector<std::uint32_t> streets;
    for (const std::uint32_t k : town.dark) streets.push_back(town.stretches[k].street);
    std::sort(streets.begin(), streets.end());
    streets.erase(std::unique(streets.begin(), streets.end()), streets.end());
    PlainDesigns all;
    all.seconds = seconds_of(1, [&] {
        for (std::size_t i = 0; i < streets.size(); i += plain_every) {
            const auto& street = town.city.streets->streets[streets[i]];
            all.lamps += plain_design(town, street);
            all.km += length(street.line) / 1000.0;
        }
    });
    return all;
}

Row siting_row(const DarkTown& town) {
    const World world = town.world();
    std::vector<measures::LampPlan> plans;
    const double seconds =
        seconds_of(1, [&] { plans = measures::site_lamps(world, town.dark, LampSteps::repair_infill); });
    double lamps = 0, bound = 0, reached = 0, stretches = 0;
    for (const auto& plan : plans) {
        lamps += static_cast<double>(plan.changes.size());
        bound += plan.lower_bound;
        reached += static_cast<double>(plan.reached.size());
        stretches += static_cast<double>(plan.stretches.size());
    }
    const PlainDesigns plain = plain_designs(town);
    const auto figure = [](double value) { return std::to_string(static_cast<long long>(std::round(value))); };
    return {.stage = "lamps sited",
            .size = figure(town.km) + " km of dark streets and paths: " + figure(lamps) + " lamps (bound " +
                    figure(bound) + "), " + figure(100.0 * reached / stretches) + " % of stretches to class",
            .value = seconds,
            .plain = Compared{plain.seconds * town.km / plain.km,
                              "street by street, one evenly spaced lamp more until it is lit, its light computed anew "
                              "each time (a sample of streets, scaled up: " +
                                  figure(static_cast<double>(plain.lamps) * town.km / plain.km) + " lamps)"},
            .target = siting_target_s};
}

/// The big town with one place of 400 incidents in its middle, and a scenario to change.
struct Scenario {
    const DarkTown& town;
    std::vector<places::RankedPlace> places{1};
    std::vector<double> dark, harm;
    measures::Catalogue catalogue = measures::catalogue();
    std::vector<std::uint32_t> around;  ///< stretches near the middle
    std::optional<World> world;
    std::optional<measures::WhatIf> what_if;
    measures::WhatIfAnswer answer;

    explicit Scenario(DarkTown& of) : town(of) {
        auto& place = places.front();
        place.place.area_ha = 4;
        const Point middle = of.stretches[of.stretches.size() / 2].line.front();
        of.city.incidents = {};
        of.city.incidents.category.text = {"skadegörelse", "misshandel", "bilbrott"};
        for (std::uint32_t i = 0; i < 400; ++i) {
            place.facts.incident_index.push_back(i);
            of.city.incidents.position.push_back(middle);
            of.city.incidents.category.of_row.push_back(i % 3);
        }
        place.facts.incidents = 400;
        dark.assign(400, 0.5), harm.assign(400, 1.0);
        for (std::uint32_t k = 0; k < of.stretches.size() && around.size() < 20; ++k)
            if (distance(of.stretches[k].line.front(), middle) < 250) around.push_back(k);
        world.emplace(of.world());
        world->period = {0, 730};
        world->places = places;
        world->dark_probability = dark;
        world->harm = harm;
        what_if.emplace(*world, catalogue);
        for (const auto k : around) what_if->add(lamp_at(of.stretches[k].line.front()), answer);
    }
    [[nodiscard]] measures::SitedMeasure lamp_at(Point at) const {
        measures::SitedMeasure made{.measure = *catalogue.index_of("lamp_infill")};
        made.lamps.push_back({.work = measures::LampWork::add});
        made.lamps.back().after.position = at;
        return made;
    }
    [[nodiscard]] measures::SitedMeasure cleared(std::uint32_t plant) const {
        measures::SitedMeasure made{.measure = *catalogue.index_of("clearing")};
        const auto& outline = town.city.vegetation->plants[plant].outline;
        made.clearings.push_back({.plant = plant, .shape = outline, .area_m2 = area(outline)});
        return made;
    }
};

/// One of twenty lamps of a scenario dragged to and fro: light, effect and cost asked for.
Row lamp_change_row(const DarkTown& town, Scenario& scenario) {
    const Point home = town.stretches[scenario.around.front()].line.front();
    int step = 0;
    const double seconds = seconds_of(10, [&] {
        scenario.what_if->replace(0, scenario.lamp_at({home.x + 2.0 * (++step % 2), home.y}), scenario.answer);
        keep(scenario.answer.money.investment);
    });
    const double whole =
        seconds_of(1, [&] { keep(town.light(*town.city.streets, town.luminaires).stretches.back().average.value); });
    return {.stage = "what if: a lamp moved",
            .size = "one of 20 in a scenario, big town",
            .value = seconds,
            .plain = Compared{whole, "the light along all streets again"},
            .target = change_target_s};
}

/// The plant that hides people along most metres, cleared whole and put back.
Row clearing_change_row(const DarkTown& town, Scenario& scenario) {
    const auto measure = scenario.cleared(town.sight.plants.front().plant);
    const double seconds = seconds_of(10, [&] {
        const auto id = scenario.what_if->add(measure, scenario.answer);
        keep(static_cast<double>(scenario.answer.changes.size()));
        scenario.what_if->remove(id, scenario.answer);
    });
    return {.stage = "what if: a shrub cleared and put back",
            .size = "light and sight, big town",
            .value = seconds / 2,
            .target = change_target_s};
}

}  // namespace

Rows lamp_siting_rows(const Workshop&) {
    DarkTown town;
    auto siting = siting_row(town);
    Scenario scenario(town);
    return {std::move(siting), lamp_change_row(town, scenario), clearing_change_row(town, scenario)};
}

}  // namespace lykta::bench
