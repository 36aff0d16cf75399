// Grids of the city: intensity and Gi*.
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "inputs.hpp"
#include "machine.hpp"
#include "plain.hpp"
#include "sections.hpp"
#include "statistics/grid_counts.hpp"
#include "statistics/intensity.hpp"
#include "statistics/local_gi.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

constexpr Meters bandwidth{300.0}, cell{25.0}, band{100.0};

std::vector<Point> sampled_centres(const GridFrame& frame, int step) {
    std::vector<Point> centres;
    for (int row = step / 2; row < frame.rows; row += step)
        for (int column = step / 2; column < frame.columns; column += step)
            centres.push_back(frame.centre(column, row));
    return centres;
}

Row intensity_row(std::size_t count, double values_per_second) {
    const auto points = incident_points(count);
    const auto window = city_window();
    const auto frame = frame_over(box_of(window), cell);
    const auto sample = sampled_centres(frame, 100);
    const double scale = static_cast<double>(frame.size()) / static_cast<double>(sample.size());
    const auto seconds = by_turns(
        3,
        [&] {
            keep(statistics::intensity_grid(frame, points, {}, &window, {.bandwidth = bandwidth})
                     .values[frame.size() / 2]);
        },
        [&] { keep(plain_intensity(sample, points, bandwidth)); });
    const double reached = std::numbers::pi * std::pow(bandwidth.value / cell.value, 2) * static_cast<double>(count);
    return {
        .stage = "intensity, 300 m",
        .size = fmt::format("{},000 points × {:.2f} M cells",
                            count == 1'000'000 ? "1,000" : fmt::format("{}", count / 1000),
                            static_cast<double>(frame.size()) / 1e6),
        .value = seconds.lykta,
        .plain = Compared{seconds.plain * scale,
                          "every event at every cell, one thread, without edge correction "
                          "(a sample of cells, scaled up)"},
        .limit = Compared{reached / values_per_second,
                          "cells within reach of events ÷ kernel values per second along cached rows, all threads"}};
}

Grid<double> counts_of(int cells_a_side) {
    auto points = incident_points(1'000'000);
    const double side = 30'000.0 / cells_a_side;
    const GridFrame frame{{659'000, 6'565'000}, Meters{side}, cells_a_side, cells_a_side};
    return statistics::count_on_grid(frame, points).counts;
}

double plain_gi_star(const Grid<double>& counts, Meters reach) {
    std::vector<Point> centres;
    for (int row = 0; row < counts.frame.rows; ++row)
        for (int column = 0; column < counts.frame.columns; ++column)
            centres.push_back(counts.frame.centre(column, row));
    const auto weights = statistics::with_self(statistics::distance_band(centres, reach));
    return statistics::local_gi_star(counts.values, weights).front().statistic;
}

}  // namespace

Rows intensity_rows(const Workshop&) {
    const double speed = kernel_values_per_second();
    return {intensity_row(150'000, speed), intensity_row(1'000'000, speed)};
}

Rows gi_star_rows(const Workshop&) {
    const auto counts = counts_of(1000), quarter = counts_of(500);
    const Grid<double> inside(counts.frame, 1.0);
    const auto seconds = by_turns(
        3, [&] { keep(statistics::gi_star_grid(counts, inside, band).z.values.front()); },
        [&] { keep(plain_gi_star(quarter, 2 * band)); });
    const double bytes = 5.0 * sizeof(double) * static_cast<double>(counts.frame.size());
    return {{.stage = "Gi* with FDR, 100 m",
             .size = "1,000 × 1,000 cells",
             .value = seconds.lykta,
             .plain = Compared{4 * seconds.plain,
                               "local_gi_star over explicit neighbour lists, without FDR (500 × 500 "
                               "cells with as many neighbours each, four times)"},
             .limit = Compared{bytes / memory_bytes_per_second(), "two grids in, three out, at the speed of memory"}}};
}

}  // namespace lykta::bench
