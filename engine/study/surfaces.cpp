#include "study/surfaces.hpp"

#include <algorithm>
#include <cmath>

#include "conditions/illuminance.hpp"
#include "statistics/baseline.hpp"
#include "statistics/grid_counts.hpp"
#include "statistics/intensity.hpp"

namespace lykta::study {

namespace {

constexpr double tested_share_of_window = 0.02;
constexpr std::size_t least_incidents_to_test = 50;

statistics::IntensityOptions kernel_of(const Study& study) {
    return {.bandwidth = study.bandwidth};
}

/// Events per m² over a period → events per hectare and year.
void to_hectare_years(Grid<double>& grid, double years) {
    for (auto& v : grid.values) v *= square_metres_per_hectare / years;
}

/// Square roots of counts: Gi* compares sums with one variance for the whole city, and a handful of very busy corners
/// would otherwise widen it until no ordinary hot spot stands out (see docs/decisions/0006).
Grid<double> stabilised(Grid<double> counts) {
    for (auto& v : counts.values) v = std::sqrt(v);
    return counts;
}

double used_area_ha(const Grid<double>& window_share) {
    double cells = 0;
    for (const double s : window_share.values) cells += s;
    return cells * window_share.frame.cell_area_ha();
}

}  // namespace

Surfaces make_surfaces(const Study& study, const layers::CityLayers& city, const Period& period) {
    const auto frame = frame_over(box_of(city.window.shape), study.cell_size);
    Surfaces s;
    s.window_share = statistics::window_share(frame, city.window.shape);
    s.counts = statistics::count_on_grid(frame, city.incidents.position).counts;
    s.intensity = statistics::intensity_grid(frame, city.incidents.position, {}, &city.window.shape, kernel_of(study));
    to_hectare_years(s.intensity, std::max(period.years(), 1.0 / 365.25));
    s.gi = statistics::gi_star_grid(stabilised(s.counts), s.window_share, study.gi_band);
    return s;
}

Grid<double> light_surface(const layers::CityLayers& city) {
    const Box box = box_of(city.window.shape);
    const double coarse = std::sqrt(box.width() * box.height() / 4e6);
    const auto frame = frame_over(box, Meters{std::max(5.0, std::ceil(coarse))});
    const auto luminaires = conditions::luminaires_from(*city.lighting);
    return conditions::illuminance_grid(frame, luminaires, {.cutoff = Lux{0.02}});
}

std::optional<outputs::BackTest> back_test(const Study& study, const layers::CityLayers& city, const Surfaces& surfaces,
                                           const Period& period) {
    const std::int64_t split = period.first_day + period.days() * 2 / 3;
    std::vector<Point> earlier, later;
    for (std::size_t i = 0; i < city.incidents.size(); ++i) {
        const auto& t = city.incidents.time[i];
        if (!t.known || !period.contains_day(t.local_day)) continue;
        (t.local_day < split ? earlier : later).push_back(city.incidents.position[i]);
    }
    if (earlier.size() < least_incidents_to_test || later.size() < least_incidents_to_test) return std::nullopt;
    const auto& frame = surfaces.counts.frame;
    const auto counts = statistics::count_on_grid(frame, earlier).counts,
               after = statistics::count_on_grid(frame, later).counts;
    const auto intensity = statistics::intensity_grid(frame, earlier, {}, &city.window.shape, kernel_of(study));
    const auto gi = statistics::gi_star_grid(stabilised(counts), surfaces.window_share, study.gi_band);
    const Hectares area{used_area_ha(surfaces.window_share) * tested_share_of_window};
    const auto score = [&](const Grid<double>& g) {
        return statistics::score_surface(g, surfaces.window_share, after, area);
    };
    outputs::BackTest test;
    test.trained = iso_date(period.first_day) + " – " + iso_date(split - 1);
    test.tested = iso_date(split) + " – " + iso_date(period.last_day);
    test.plain_count = score(counts);
    test.intensity = score(intensity);
    test.gi_star = score(gi.z);
    return test;
}

}  // namespace lykta::study
