// Intensity on a lattice: its twin at the cell centres, conserved mass, the same bytes for any number of threads.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "statistics/intensity.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

/// A window with a bay and a hole, in national coordinates.
const MultiPolygon town{
    {{{674000, 6580000},
      {675000, 6580000},
      {675000, 6580800},
      {674600, 6580800},
      {674500, 6580400},
      {674300, 6580800},
      {674000, 6580700},
      {674000, 6580000}},
     {{{674700, 6580200}, {674800, 6580200}, {674800, 6580330}, {674700, 6580300}, {674700, 6580200}}}}};
const GridFrame frame = frame_over(box_of(town), 20_m);

std::vector<Point> events(std::size_t count) {
    std::vector<Point> points;
    for (std::uint64_t i = 0; points.size() < count; ++i) {
        const Point p{674000.0 + 1000.0 * random_uniform({9, 1, i}, 0),
                      6580000.0 + 800.0 * random_uniform({9, 1, i}, 1)};
        if (contains(town, p)) points.push_back(p);
    }
    return points;
}

}  // namespace

class IntensityGrid : public ::testing::TestWithParam<std::tuple<Kernel, EdgeCorrection>> {};

TEST_P(IntensityGrid, equals_intensity_at_the_cell_centres) {
    const auto [kernel, edge] = GetParam();
    const IntensityOptions options{kernel == Kernel::gaussian ? 40_m : 130_m, kernel, edge};
    const auto points = events(200);
    std::vector<double> weights;
    for (std::size_t i = 0; i < points.size(); ++i) weights.push_back(0.5 + static_cast<double>(i % 3));
    const auto grid = intensity_grid(frame, points, weights, &town, options);
    std::vector<Point> centres;
    std::vector<double> found;
    for (int r = 0; r < frame.rows; r += 3) {
        for (int c = 0; c < frame.columns; ++c) {
            ASSERT_EQ(std::isnan(grid.at(c, r)), !contains(town, frame.centre(c, r))) << c << " " << r;
            if (std::isnan(grid.at(c, r))) continue;
            centres.push_back(frame.centre(c, r));
            found.push_back(grid.at(c, r));
        }
    }
    const auto wanted = intensity_at(centres, points, weights, &town, options);
    const double peak = *std::max_element(wanted.begin(), wanted.end());
    for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-12 * peak);
}

INSTANTIATE_TEST_SUITE_P(all, IntensityGrid,
                         ::testing::Combine(::testing::Values(Kernel::uniform, Kernel::triangular, Kernel::epanechnikov,
                                                              Kernel::quartic, Kernel::triweight, Kernel::gaussian),
                                            ::testing::Values(EdgeCorrection::none, EdgeCorrection::uniform,
                                                              EdgeCorrection::per_event)));

TEST(IntensityGridMass, per_event_correction_conserves_the_number_of_events) {
    const auto points = events(500);
    const GridFrame fine = frame_over(box_of(town), 4_m);
    const auto grid = intensity_grid(fine, points, {}, &town, {100_m, Kernel::quartic, EdgeCorrection::per_event});
    double sum = 0.0;
    for (const double v : grid.values) sum += std::isnan(v) ? 0.0 : v * fine.cell_area_m2();
    // Cells on the boundary are counted whole or not at all: that is all that is left of the error.
    EXPECT_NEAR(sum, 500.0, 1.5);
}

TEST(IntensityGridMass, without_correction_mass_is_lost_over_the_edge) {
    const auto points = events(500);
    const auto grid = intensity_grid(frame, points, {}, &town, {100_m, Kernel::quartic, EdgeCorrection::none});
    double sum = 0.0;
    for (const double v : grid.values) sum += std::isnan(v) ? 0.0 : v * frame.cell_area_m2();
    EXPECT_LT(sum, 480.0);
}

TEST(IntensityGridThreads, one_two_and_eight_threads_give_the_same_bytes) {
    const auto points = events(400);
    std::vector<std::vector<double>> results;
    for (const int threads : {1, 2, 8}) {
        set_thread_count(threads);
        results.push_back(
            intensity_grid(frame, points, {}, &town, {90_m, Kernel::quartic, EdgeCorrection::per_event}).values);
    }
    set_thread_count(0);
    for (const auto& r : results) EXPECT_EQ(std::memcmp(r.data(), results[0].data(), r.size() * sizeof(double)), 0);
}

TEST(IntensityGridMass, no_events_give_zero_inside_and_no_data_outside) {
    const auto grid = intensity_grid(frame, {}, {}, &town, {90_m, Kernel::quartic, EdgeCorrection::per_event});
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        EXPECT_TRUE(std::isnan(grid.values[i]) || grid.values[i] == 0.0);
}
