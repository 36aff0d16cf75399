// Plants, the dark, and what makes maps lie.
#include "conditions/darkness.hpp"
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

constexpr std::size_t plant_count = 20'000;
constexpr Point stockholm{18.06, 59.33};

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

double bytes_of(const layers::VegetationLayer& vegetation) {
    double bytes = 0.0;
    for (const auto& plant : vegetation.plants)
        for (const auto& part : plant.outline) bytes += static_cast<double>(part.outer.size() * sizeof(Point));
    return bytes + static_cast<double>(vegetation.plants.size() * sizeof(layers::Plant));
}

}  // namespace

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
