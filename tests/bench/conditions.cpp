// Light, plants, the dark, and what makes maps lie.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "conditions/darkness.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/luminaire_light.hpp"
#include "conditions/stretches.hpp"
#include "conditions/vegetation_near.hpp"
#include "inputs.hpp"
#include "layers/read_layers.hpp"
#include "machine.hpp"
#include "plain.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

constexpr std::size_t lamp_count = 5'000, plant_count = 20'000;
constexpr Point stockholm{18.06, 59.33};
constexpr Lux cutoff{0.01};

/// m² that all lamps reach, overlaps counted as often as they occur.
double reached_m2(const std::vector<conditions::Luminaire>& lamps) {
    double sum = 0.0;
    for (const auto& lamp : lamps) sum += std::numbers::pi * std::pow(conditions::reach_of(lamp, cutoff), 2);
    return sum;
}

std::vector<Point> points_on(const layers::StreetLayer& streets) {
    std::vector<Point> all;
    for (const auto& street : streets.streets)
        for (const auto p : conditions::points_along(street.line, Meters{3.0})) all.push_back(p);
    return all;
}

/// Every step-th item.
template <class T>
std::vector<T> sample_of(const std::vector<T>& all, std::size_t step) {
    std::vector<T> some;
    for (std::size_t i = step / 2; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

std::vector<Polyline> stretch_lines(const layers::StreetLayer& streets) {
    std::vector<Polyline> lines;
    for (const auto& street : streets.streets)
        for (auto& piece : conditions::cut_into_stretches(street.line, Meters{30.0}))
            lines.push_back(std::move(piece.line));
    return lines;
}

Row light_grid_row(const std::vector<conditions::Luminaire>& lamps, double values_per_second) {
    const auto frame = district_frame(1000);
    std::vector<Point> centres;
    for (int row = 10; row < frame.rows; row += 40)
        for (int column = 10; column < frame.columns; column += 40) centres.push_back(frame.centre(column, row));
    const double scale = static_cast<double>(frame.size()) / static_cast<double>(centres.size());
    const auto seconds = by_turns(
        3, [&] { keep(conditions::illuminance_grid(frame, lamps, {.cutoff = cutoff}).values.front()); },
        [&] { keep(plain_light(centres, lamps)); });
    const double pairs = reached_m2(lamps) / frame.cell_area_m2();
    return {.stage = "light on a grid",
            .size = "5,000 lamps × 1.00 M cells",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * scale,
                              "every lamp at every place, one thread (a sample of places, scaled up)"},
            .limit = Compared{pairs / values_per_second,
                              "places within reach (0.01 lx) of lamps ÷ inverse-square values per "
                              "second along cached rows, all threads"}};
}

Row light_along_row(const std::vector<conditions::Luminaire>& lamps, double values_per_second) {
    const auto streets = district_streets();
    const auto points = points_on(streets), sample = sample_of(points, 100);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::light_along(streets, lamps, {}, {.cutoff = cutoff}).back().average.value); },
        [&] { keep(plain_light(sample, lamps)); });
    const double area = std::pow(district_frame(1).cell_size.value, 2);
    const double pairs = reached_m2(lamps) / area * static_cast<double>(points.size());
    return {.stage = "light along streets",
            .size = "500 km, a point each 3 m, 5,000 lamps",
            .value = seconds.lykta,
            .plain = Compared{seconds.plain * static_cast<double>(points.size()) / static_cast<double>(sample.size()),
                              "every lamp at every place, one thread (a sample of places, scaled up)"},
            .limit = Compared{pairs / values_per_second,
                              "places within reach (0.01 lx) of lamps ÷ inverse-square values per "
                              "second along cached rows, all threads"}};
}

double bytes_of(const layers::VegetationLayer& vegetation) {
    double bytes = 0.0;
    for (const auto& plant : vegetation.plants)
        for (const auto& part : plant.outline) bytes += static_cast<double>(part.outer.size() * sizeof(Point));
    return bytes + static_cast<double>(vegetation.plants.size() * sizeof(layers::Plant));
}

}  // namespace

Rows light_rows(const Workshop&) {
    const auto lamps = district_lamps(lamp_count);
    const double speed = lamp_values_per_second();
    return {light_grid_row(lamps, speed), light_along_row(lamps, speed)};
}

Rows vegetation_rows(const Workshop&) {
    const auto vegetation = district_plants(plant_count);
    const auto lines = stretch_lines(district_streets()), sample = sample_of(lines, 400);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::vegetation_along(lines, vegetation).near_m.front()); },
        [&] { keep(plain_vegetation(sample, vegetation)); });
    return {
        {.stage = "plants along streets",
         .size = "500 km, a point each 2 m, 20,000 plants",
         .value = seconds.lykta,
         .plain = Compared{seconds.plain * static_cast<double>(lines.size()) / static_cast<double>(sample.size()),
                           "every plant at every point, one thread (a sample of stretches, scaled up)"},
         .limit = Compared{bytes_of(vegetation) / memory_bytes_per_second(),
                           "the plants' outlines once at the speed of memory: a floor far below any exact method"}}};
}

namespace {

/// Intervals weighed by the hours of the week at which incidents are known to come.
Row profile_row(const layers::IncidentLayer& incidents, double bytes) {
    const auto sample = sample_of(incidents.time, 50);
    const auto seconds = by_turns(
        3,
        [&] {
            const auto profile = conditions::time_profile(incidents);
            keep(conditions::dark_share(conditions::dark_probability(incidents, stockholm, {.profile = &profile}))
                     .share);
        },
        [&] { keep(plain_darkness(sample, stockholm, conditions::time_profile(incidents))); });
    return {.stage = "dark or not, by profile",
            .size = "1,000,000 incidents, 20 % intervals",
            .value = seconds.lykta,
            .plain = Compared{50 * seconds.plain,
                              "the sun's height at each moment, intervals every ten minutes, each weighed by its hour "
                              "of the week, one thread (every 50th incident, scaled up)"},
            .limit = Compared{1.5 * bytes / memory_bytes_per_second(),
                              "times read three times, probabilities written, at the speed of memory"},
            .target = 0.3};
}

}  // namespace

Rows darkness_rows(const Workshop&) {
    const auto incidents = incident_layer(1'000'000);
    const auto sample = sample_of(incidents.time, 50);
    const auto seconds = by_turns(
        3, [&] { keep(conditions::dark_share(conditions::dark_probability(incidents, stockholm)).share); },
        [&] { keep(plain_darkness(sample, stockholm)); });
    const double bytes = static_cast<double>(incidents.size() * (2 * sizeof(layers::TimeSpan) + sizeof(double)));
    return {{.stage = "dark or not",
             .size = "1,000,000 incidents, 20 % intervals",
             .value = seconds.lykta,
             .plain = Compared{50 * seconds.plain,
                               "the sun's height at each moment, intervals every ten minutes, one thread "
                               "(every 50th incident, scaled up)"},
             .limit = Compared{bytes / memory_bytes_per_second(),
                               "times read twice, probabilities written, at the speed of memory"},
             .target = 0.3},
            profile_row(incidents, bytes)};
}

Rows findings_rows(const Workshop&) {
    const auto incidents = incident_layer(300'000);
    const Period none{};
    const auto seconds = by_turns(
        3, [&] { keep(static_cast<double>(layers::findings(incidents, none).size())); },
        [&] { keep(plain_findings(incidents)); });
    const double bytes = static_cast<double>(incidents.size() * (sizeof(Point) + sizeof(layers::TimeSpan)));
    return {{.stage = "findings",
             .size = "300,000 incidents",
             .value = seconds.lykta,
             .plain = Compared{seconds.plain,
                               "ordered maps of points and days, spacing of 2,000 points by every pair, one thread"},
             .limit = Compared{bytes / memory_bytes_per_second(), "positions and times once at the speed of memory"}}};
}

}  // namespace lykta::bench
