#include "study/surfaces.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "conditions/illuminance.hpp"
#include "statistics/baseline.hpp"
#include "statistics/grid_counts.hpp"
#include "statistics/intensity.hpp"
#include "statistics/point_buckets.hpp"
#include "statistics/window_rows.hpp"
#include "study/conditions_along.hpp"

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

/// A cell is tested when a tenth of it lies in the window, or any of it and an incident: at the edge of the window no
/// incident is left out. 1 = tested, as gi_star_grid reads it.
Grid<double> tested_cells(const Grid<double>& window_share, const Grid<double>& counts) {
    constexpr double from_share = 0.1;
    Grid<double> tested(window_share.frame, 0.0);
    for (std::size_t i = 0; i < tested.values.size(); ++i) {
        const double share = window_share.values[i];
        tested.values[i] = share >= from_share || (share > 0.0 && counts.values[i] > 0.0) ? 1.0 : 0.0;
    }
    return tested;
}

/// The part of the window in each cell, on a lattice of 8 × 8 points a cell: asked row by row, whatever the boundary.
class FineWindow {
public:
    FineWindow(const GridFrame& frame, const MultiPolygon& window)
        : m_frame{frame.origin, frame.cell_size / steps, frame.columns * steps, frame.rows * steps},
          m_rows(m_frame, window) {}

    void enter_row(int row) {
        for (int k = 0; k < steps; ++k) m_masks[static_cast<std::size_t>(k)] = m_rows.mask(row * steps + k);
        m_row = row;
    }
    /// The lattice point in the window nearest to the centre of a cell of the row; empty when the window has none.
    [[nodiscard]] std::optional<Point> nearest_to_centre(int column) const {
        std::optional<Point> best;
        double least = HUGE_VAL;
        for (int k = 0; k < steps * steps; ++k) {
            const int x = k % steps, y = k / steps;
            if (m_masks[static_cast<std::size_t>(y)][static_cast<std::size_t>(column * steps + x)] == 0) continue;
            const double away = std::hypot(2 * x + 1 - steps, 2 * y + 1 - steps);
            if (away >= least) continue;
            least = away;
            best = m_frame.centre(column * steps + x, m_row * steps + y);
        }
        return best;
    }

private:
    static constexpr int steps = 8;
    GridFrame m_frame;
    statistics::WindowRows m_rows;
    std::array<std::vector<unsigned char>, steps> m_masks;
    int m_row = 0;
};

/// Points no farther than `reach` from any of the places: the others add nothing there.
std::vector<Point> points_near(std::span<const Point> points, std::span<const Point> places, double reach) {
    const statistics::PointBuckets buckets(places, reach);
    std::vector<Point> near;
    for (const Point p : points) {
        bool found = false;
        buckets.near(p, reach, [&](std::uint32_t i) { found = found || distance(p, places[i]) <= reach; });
        if (found) near.push_back(p);
    }
    return near;
}

/// Cells whose centre lies outside but which hold a part of the window get the intensity of that part.
void fill_edge_cells(Grid<double>& intensity, const Grid<double>& window_share, const MultiPolygon& shape,
                     std::span<const Point> incidents, const statistics::IntensityOptions& kernel) {
    FineWindow window(intensity.frame, shape);
    std::vector<Point> query;
    std::vector<std::size_t> cell;
    for (int row = 0; row < intensity.frame.rows; ++row) {
        window.enter_row(row);
        for (int column = 0; column < intensity.frame.columns; ++column) {
            const auto i = intensity.index(column, row);
            if (!std::isnan(intensity.values[i]) || !(window_share.values[i] > 0.0)) continue;
            const auto p = window.nearest_to_centre(column);
            if (!p) continue;
            query.push_back(*p);
            cell.push_back(i);
        }
    }
    const auto near = points_near(incidents, query, kernel.bandwidth.value);
    const auto values = statistics::intensity_at(query, near, {}, &shape, kernel);
    for (std::size_t k = 0; k < cell.size(); ++k) intensity.values[cell[k]] = values[k];
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
    s.intensity = smoothed(study, city, s.window_share, city.incidents.position);
    to_hectare_years(s.intensity, std::max(period.years(), 1.0 / 365.25));
    s.gi = statistics::gi_star_grid(stabilised(s.counts), tested_cells(s.window_share, s.counts), study.gi_band);
    return s;
}

Grid<double> smoothed(const Study& study, const layers::CityLayers& city, const Grid<double>& window_share,
                      std::span<const Point> incidents) {
    const auto& shape = city.window.shape;
    auto intensity = statistics::intensity_grid(window_share.frame, incidents, {}, &shape, kernel_of(study));
    fill_edge_cells(intensity, window_share, shape, incidents, kernel_of(study));
    return intensity;
}

Grid<double> light_surface(const layers::CityLayers& city, const LightSettings& settings,
                           const conditions::Obstacles& obstacles) {
    constexpr double most_cells = 8e6;
    const Box box = box_of(city.window.shape);
    const double coarse = std::ceil(std::sqrt(box.width() * box.height() / most_cells));
    const auto frame = frame_over(box, std::max(settings.cell_size, Meters{coarse}));
    const auto luminaires = luminaires_of(city, settings);
    return conditions::illuminance_grid(frame, luminaires, {.cutoff = settings.cutoff, .obstacles = &obstacles});
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
