// Lamps sited along 200 km of dark streets and paths of the big town, and what one lamp and one cleared shrub change in
// it, light and sight.
#include <algorithm>
#include <cmath>

#include "conditions/stretches.hpp"
#include "inputs.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_lamps.hpp"
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

/// A lamp set beside a lit street, by turns to both sides of it; light and sight asked for.
Row lamp_change_row(const DarkTown& town) {
    const World world = town.world();
    measures::LampChange change{.work = measures::LampWork::add};
    const std::uint32_t beside = static_cast<std::uint32_t>(town.stretches.size() / 2);
    change.after.position = town.stretches[beside].line.front();
    const std::vector<measures::LampChange> lamps{change};
    const std::vector<std::uint32_t> wanted{beside};
    const double seconds = seconds_of(10, [&] {
        keep(measures::stretch_changes(world, {lamps, {}}, wanted).front().length_m);
    });
    const double whole =
        seconds_of(1, [&] { keep(town.light(*town.city.streets, town.luminaires).stretches.back().average.value); });
    return {.stage = "one lamp added: stretches changed",
            .size = "in the big town, along its streets",
            .value = seconds,
            .plain = Compared{whole, "the light along all streets again"},
            .target = change_target_s};
}

/// The plant that hides people along most metres, cleared whole.
Row clearing_change_row(const DarkTown& town) {
    const World world = town.world();
    measures::Clearing clearing{.plant = town.sight.plants.front().plant};
    clearing.shape = town.city.vegetation->plants[clearing.plant].outline;
    const std::vector<measures::Clearing> clearings{clearing};
    const double seconds = seconds_of(10, [&] {
        keep(static_cast<double>(measures::stretch_changes(world, {{}, clearings}, {}).size()));
    });
    return {.stage = "one plant cleared: stretches changed",
            .size = "in the big town, light and sight along its streets",
            .value = seconds,
            .target = change_target_s};
}

}  // namespace

Rows lamp_siting_rows(const Workshop&) {
    const DarkTown town;
    return {siting_row(town), lamp_change_row(town), clearing_change_row(town)};
}

}  // namespace lykta::bench
