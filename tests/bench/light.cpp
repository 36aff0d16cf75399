// Light: open ground, a whole town with houses and plants in the way, its streets, and one lamp moved in it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "conditions/light_scene.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/luminaire_light.hpp"
#include "conditions/stretches.hpp"
#include "inputs.hpp"
#include "machine.hpp"
#include "plain.hpp"
#include "plain_light.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

constexpr std::size_t lamp_count = 5'000;
constexpr Lux cutoff{0.01};
constexpr double raster_target_s = 8.0, change_target_s = 0.02;
constexpr const char* every_lamp = "every lamp at every place, one thread (a sample of places, scaled up)";
constexpr const char* lamps_near =
    "R-trees give the lamps in reach and the outlines near each line, every edge of those tested, one thread (a sample "
    "of places, scaled up)";
constexpr const char* values_alone =
    "places within reach (0.01 lx) of lamps ÷ inverse-square values per second along cached rows, all threads";

/// m² that all lamps reach, overlaps counted as often as they occur.
double reached_m2(const std::vector<conditions::Luminaire>& lamps) {
    double sum = 0.0;
    for (const auto& lamp : lamps)
        sum += lamp.lit ? std::numbers::pi * std::pow(conditions::reach_of(lamp, cutoff), 2) : 0.0;
    return sum;
}

std::vector<Point> points_on(const layers::StreetLayer& streets) {
    std::vector<Point> all;
    for (const auto& street : streets.streets)
        for (const auto p : conditions::points_along(street.line, Meters{3.0})) all.push_back(p);
    return all;
}

std::vector<Point> sample_of(const std::vector<Point>& all, std::size_t step) {
    std::vector<Point> some;
    for (std::size_t i = step / 2; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

/// Centres of every step-th cell both ways.
std::vector<Point> centres_of(const GridFrame& frame, int step) {
    std::vector<Point> centres;
    for (int row = step / 4; row < frame.rows; row += step)
        for (int column = step / 4; column < frame.columns; column += step)
            centres.push_back(frame.centre(column, row));
    return centres;
}

double times(std::size_t all, const std::vector<Point>& sample) {
    return static_cast<double>(all) / static_cast<double>(sample.size());
}

Row open_grid_row(const std::vector<conditions::Luminaire>& lamps, double values_per_second) {
    const auto frame = district_frame(1000);
    const auto centres = centres_of(frame, 40);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::illuminance_grid(frame, lamps, {.cutoff = cutoff}).values.front()); },
        [&] { keep(plain_light(centres, lamps)); });
    return {.stage = "light on open ground",
            .size = "5,000 lamps × 1.00 M cells",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * times(frame.size(), centres), every_lamp},
            .limit = Compared{reached_m2(lamps) / frame.cell_area_m2() / values_per_second, values_alone}};
}

Row open_streets_row(const std::vector<conditions::Luminaire>& lamps, double values_per_second) {
    const auto streets = district_streets();
    const auto points = points_on(streets), sample = sample_of(points, 100);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::light_along(streets, lamps, {}, {.cutoff = cutoff}).back().average.value); },
        [&] { keep(plain_light(sample, lamps)); });
    const double area = std::pow(district_frame(1).cell_size.value, 2);
    const double pairs = reached_m2(lamps) / area * static_cast<double>(points.size());
    return {.stage = "light along open streets",
            .size = "500 km, a point each 3 m, 5,000 lamps",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * times(points.size(), sample), every_lamp},
            .limit = Compared{pairs / values_per_second, values_alone}};
}

/// The big town, ready to be lit.
struct LitTown {
    const layers::CityLayers& layers = big_town();
    std::vector<conditions::Luminaire> lamps = conditions::luminaires_from(*layers.lighting);
    conditions::Obstacles obstacles{&*layers.buildings, &*layers.vegetation};
    PlainTown plain{layers, lamps, cutoff};
    GridFrame frame = big_town_frame(Meters{2.0});
    conditions::LightOptions options{.cutoff = cutoff, .obstacles = &obstacles};
};

Row town_grid_row(const LitTown& town, double values_per_second) {
    const auto centres = centres_of(town.frame, 50);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::illuminance_grid(town.frame, town.lamps, town.options).values.front()); },
        [&] { keep(town.plain.light(centres)); });
    return {.stage = "light of a town",
            .size = "40,000 lamps, 60,000 houses, 200,000 plants × 25 M cells",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * times(town.frame.size(), centres), lamps_near},
            .limit = Compared{reached_m2(town.lamps) / town.frame.cell_area_m2() / values_per_second, values_alone},
            .target = raster_target_s};
}

Row town_streets_row(const LitTown& town, double values_per_second) {
    const auto points = points_on(*town.layers.streets), sample = sample_of(points, 50);
    const conditions::LightAlongInput input{
        .streets = *town.layers.streets, .luminaires = town.lamps, .lamps = &*town.layers.lighting};
    const auto seconds = by_turns(
        3, [&] { keep(conditions::light_along(input, {}, town.options).stretches.back().average.value); },
        [&] { keep(town.plain.light(sample)); });
    const double area = town.frame.cell_area_m2() * static_cast<double>(town.frame.size());
    const double pairs = reached_m2(town.lamps) / area * static_cast<double>(points.size());
    return {.stage = "light along its streets",
            .size = "1,000 km, a point each 3 m, on the ground and on faces both ways",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * times(points.size(), sample), lamps_near},
            .limit = Compared{pairs / values_per_second, values_alone}};
}

/// Metre by metre, as it is dragged: each move takes away the light of the old place and brings that of the new.
Row moved_lamp_row(LitTown& town, double values_per_second) {
    conditions::LightScene scene(town.frame, town.lamps, &town.obstacles, {.cutoff = cutoff});
    const auto lamp = static_cast<std::uint32_t>(town.lamps.size() / 2 + 100);
    Box box;
    const auto move = [&] {
        auto moved = scene.luminaires()[lamp];
        moved.position.x += 1.0;
        box = scene.set_lamp(lamp, moved);
    };
    move();
    std::vector<Point> cells;
    for (double y = box.min_y; y < box.max_y; y += 2.0)
        for (double x = box.min_x; x < box.max_x; x += 2.0) cells.push_back({x, y});
    const auto sample = sample_of(cells, 10);
    const auto seconds = by_turns(20, move, [&] { keep(town.plain.light(sample)); });
    keep(scene.lux().values.front());
    const double density = reached_m2(town.lamps) / town.frame.cell_area_m2() / static_cast<double>(town.frame.size());
    return {.stage = "one lamp moved",
            .size = "in that town, 2 m cells",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * times(cells.size(), sample), lamps_near},
            .limit = Compared{density * static_cast<double>(cells.size()) / values_per_second, values_alone},
            .target = change_target_s};
}

/// Cleared and put back by turns.
Row cleared_shrub_row(LitTown& town) {
    conditions::LightScene scene(town.frame, town.lamps, &town.obstacles, {.cutoff = cutoff});
    const auto plant = static_cast<std::uint32_t>(town.obstacles.obstacle_of(
        conditions::ObstacleKind::plant, static_cast<std::uint32_t>(town.layers.vegetation->plants.size() / 2 + 40)));
    const double seconds =
        seconds_of(20, [&] { keep(scene.set_cleared(plant, !town.obstacles.is_cleared(plant)).min_x); });
    return {
        .stage = "one plant cleared", .size = "in that town, 2 m cells", .value = seconds, .target = change_target_s};
}

}  // namespace

Rows light_rows(const Workshop&) {
    const auto lamps = district_lamps(lamp_count);
    const double speed = lamp_values_per_second();
    Rows rows{open_grid_row(lamps, speed), open_streets_row(lamps, speed)};
    LitTown town;
    rows.push_back(town_grid_row(town, speed));
    rows.push_back(town_streets_row(town, speed));
    rows.push_back(moved_lamp_row(town, speed));
    rows.push_back(cleared_shrub_row(town));
    return rows;
}

}  // namespace lykta::bench
