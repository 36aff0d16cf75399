// Intensity at places: hand case, brute-force twin, edges, mass.
#include "statistics/intensity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"
#include "core/random.hpp"
#include "statistics/kernel.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

const MultiPolygon field{{{{0, 0}, {1000, 0}, {1000, 800}, {0, 800}, {0, 0}},
                          {{{400, 300}, {400, 500}, {600, 500}, {600, 300}, {400, 300}}}}};

std::vector<Point> scattered(std::uint32_t stream, std::size_t count, const MultiPolygon& window) {
    std::vector<Point> points;
    for (std::uint64_t i = 0; points.size() < count; ++i) {
        const Point p{1000.0 * random_uniform({5, stream, i}, 0), 800.0 * random_uniform({5, stream, i}, 1)};
        if (contains(window, p)) points.push_back(p);
    }
    return points;
}

IntensityOptions with(Kernel kernel, double bandwidth, EdgeCorrection edge) {
    return {{bandwidth}, kernel, edge};
}

}  // namespace

TEST(Intensity, one_event_under_the_quartic_kernel_is_three_over_pi_h_squared) {
    const std::vector<Point> event{{0, 0}}, query{{0, 0}, {50, 0}, {100, 0}};
    const auto value = intensity_at(query, event, {}, nullptr, with(Kernel::quartic, 100.0, EdgeCorrection::none));
    EXPECT_DOUBLE_EQ(value[0], 3.0 / (M_PI * 1e4));
    EXPECT_DOUBLE_EQ(value[1], 3.0 / (M_PI * 1e4) * 0.75 * 0.75);
    EXPECT_EQ(value[2], 0.0);
}

TEST(Intensity, the_uniform_kernel_counts_an_event_exactly_at_the_bandwidth) {
    const auto value = intensity_at(std::vector<Point>{{100, 0}}, std::vector<Point>{{0, 0}}, {}, nullptr,
                                    with(Kernel::uniform, 100.0, EdgeCorrection::none));
    EXPECT_DOUBLE_EQ(value[0], 1.0 / (M_PI * 1e4));
}

TEST(Intensity, weights_count_as_repeated_events) {
    const std::vector<Point> twice{{0, 0}, {0, 0}, {30, 0}}, once{{0, 0}, {30, 0}}, query{{10, 10}};
    const std::vector<double> weights{2.0, 1.0};
    const auto options = with(Kernel::triweight, 80.0, EdgeCorrection::none);
    EXPECT_DOUBLE_EQ(intensity_at(query, twice, {}, nullptr, options)[0],
                     intensity_at(query, once, weights, nullptr, options)[0]);
}

TEST(Intensity, every_kernel_equals_the_plain_double_loop) {
    const auto points = scattered(1, 300, field), query = scattered(2, 50, field);
    for (const Kernel kernel : {Kernel::uniform, Kernel::triangular, Kernel::epanechnikov, Kernel::quartic,
                                Kernel::triweight, Kernel::gaussian}) {
        const auto fast = intensity_at(query, points, {}, nullptr, with(kernel, 90.0, EdgeCorrection::none));
        for (std::size_t q = 0; q < query.size(); ++q) {
            double slow = 0.0;
            for (const Point p : points)
                slow += kernel_value(kernel, std::pow(distance(query[q], p) / 90.0, 2)) / 8100.0;
            EXPECT_NEAR(fast[q], slow, 1e-12 * slow + 1e-300);
        }
    }
}

TEST(Intensity, a_corner_of_the_window_is_corrected_fourfold) {
    const std::vector<Point> event{{0, 0}}, query{{0, 0}};
    const auto none = intensity_at(query, event, {}, nullptr, with(Kernel::quartic, 100.0, EdgeCorrection::none))[0];
    EXPECT_NEAR(intensity_at(query, event, {}, &field, with(Kernel::quartic, 100.0, EdgeCorrection::uniform))[0],
                4.0 * none, 1e-15);
    EXPECT_NEAR(intensity_at(query, event, {}, &field, with(Kernel::quartic, 100.0, EdgeCorrection::per_event))[0],
                4.0 * none, 1e-15);
}

TEST(Intensity, an_event_outside_the_window_does_not_count_when_edges_are_corrected) {
    const std::vector<Point> events{{-20, 400}, {500, 400}}, query{{5, 400}};  // outside, and in the hole
    EXPECT_EQ(intensity_at(query, events, {}, &field, with(Kernel::quartic, 150.0, EdgeCorrection::per_event))[0], 0.0);
}

TEST(Intensity, no_events_means_zero) {
    EXPECT_EQ(
        intensity_at(std::vector<Point>{{1, 1}}, {}, {}, nullptr, with(Kernel::quartic, 10.0, EdgeCorrection::none))[0],
        0.0);
}

TEST(Intensity, a_zero_bandwidth_is_refused) {
    EXPECT_THROW((void)intensity_at({}, {}, {}, nullptr, with(Kernel::quartic, 0.0, EdgeCorrection::none)), Error);
    EXPECT_THROW((void)intensity_at({}, {}, {}, nullptr, with(Kernel::quartic, NAN, EdgeCorrection::none)), Error);
}

TEST(Intensity, an_edge_correction_without_a_window_is_refused) {
    EXPECT_THROW((void)intensity_at({}, {}, {}, nullptr, with(Kernel::quartic, 10.0, EdgeCorrection::per_event)),
                 Error);
}
