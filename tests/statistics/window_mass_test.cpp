// Kernel mass inside a window: half planes and corners by hand, a numerical twin for the rest.
#include "statistics/window_mass.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "statistics/kernel.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

const Kernel all_kernels[] = {Kernel::uniform, Kernel::triangular, Kernel::epanechnikov,
                              Kernel::quartic, Kernel::triweight,  Kernel::gaussian};
const MultiPolygon wide{{{{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}, {0, 0}}, {}}};

/// Midpoint rule on a fine lattice over the kernel's support.
double mass_by_lattice(Point u, const MultiPolygon& window, const IntensityOptions& options) {
    const double reach = options.kernel == Kernel::gaussian ? 6.0 : 1.0, step = reach / 300.0;
    double sum = 0.0;
    for (int i = -300; i < 300; ++i) {
        for (int j = -300; j < 300; ++j) {
            const double x = (i + 0.5) * step, y = (j + 0.5) * step;
            const Point at{u.x + x * options.bandwidth.value, u.y + y * options.bandwidth.value};
            const double k = kernel_value(options.kernel, x * x + y * y);
            if (k > 0.0 && contains(window, at)) sum += k * step * step;
        }
    }
    return sum;
}

}  // namespace

TEST(WindowMass, is_one_deep_inside_and_zero_far_outside) {
    for (const Kernel kernel : all_kernels) {
        const IntensityOptions options{100_m, kernel, EdgeCorrection::uniform};
        EXPECT_EQ(window_mass({2000, 2000}, wide, options), 1.0);
        EXPECT_EQ(window_mass({-2000, 2000}, wide, options), 0.0);
    }
}

TEST(WindowMass, is_a_half_on_an_edge_and_a_quarter_in_a_corner) {
    for (const Kernel kernel : all_kernels) {
        const IntensityOptions options{100_m, kernel, EdgeCorrection::uniform};
        EXPECT_NEAR(window_mass({2000, 0}, wide, options), 0.5, 1e-13);
        EXPECT_NEAR(window_mass({0, 0}, wide, options), 0.25, 1e-13);
    }
}

TEST(WindowMass, does_not_jump_where_a_point_meets_the_boundary) {
    for (const Kernel kernel : all_kernels) {
        const IntensityOptions options{100_m, kernel, EdgeCorrection::uniform};
        for (const double away : {1e-3, 1e-5, 1.0001e-5, 0.9999e-5, 1e-8, 1e-12}) {
            EXPECT_NEAR(window_mass({2000, away}, wide, options), 0.5, 2e-5) << away;
            EXPECT_NEAR(window_mass({2000, -away}, wide, options), 0.5, 2e-5) << away;
        }
    }
}

TEST(WindowMass, of_the_gaussian_at_a_straight_edge_is_the_normal_distribution) {
    const IntensityOptions options{100_m, Kernel::gaussian, EdgeCorrection::uniform};
    for (const double sd : {0.3, 1.0, 2.5, 4.0}) {
        EXPECT_NEAR(window_mass({2000, 100.0 * sd}, wide, options), 0.5 * std::erfc(-sd / std::sqrt(2.0)), 1e-13);
    }
}

TEST(WindowMass, of_the_uniform_kernel_at_a_straight_edge_is_the_circle_segment) {
    const IntensityOptions options{100_m, Kernel::uniform, EdgeCorrection::uniform};
    const double p = 0.35, segment = (std::acos(p) - p * std::sqrt(1 - p * p)) / M_PI;
    EXPECT_NEAR(window_mass({2000, 35}, wide, options), 1.0 - segment, 1e-13);
    EXPECT_NEAR(window_mass({2000, -35}, wide, options), segment, 1e-13);
}

TEST(WindowMass, agrees_with_a_fine_lattice_in_a_ragged_window_with_a_hole) {
    const MultiPolygon ragged{{{{0, 0}, {300, -40}, {520, 60}, {480, 300}, {350, 180}, {200, 420}, {30, 260}, {0, 0}},
                               {{{150, 100}, {150, 170}, {230, 150}, {150, 100}}}}};
    for (const Kernel kernel : all_kernels) {
        const IntensityOptions options{kernel == Kernel::gaussian ? 40_m : 120_m, kernel, EdgeCorrection::uniform};
        for (const Point u : {Point{100, 100}, Point{180, 130}, Point{350, 185}, Point{420, 90}, Point{510, 320}}) {
            EXPECT_NEAR(window_mass(u, ragged, options), mass_by_lattice(u, ragged, options), 4e-3);
        }
    }
}

TEST(WindowMass, of_parts_adds_up_to_that_of_the_whole) {
    const MultiPolygon left{{{{0, 0}, {130, 0}, {170, 200}, {0, 200}, {0, 0}}, {}}};
    const MultiPolygon right{{{{130, 0}, {300, 0}, {300, 200}, {170, 200}, {130, 0}}, {}}};
    const MultiPolygon both{{{{0, 0}, {300, 0}, {300, 200}, {0, 200}, {0, 0}}, {}}};
    for (const Kernel kernel : all_kernels) {
        const IntensityOptions options{60_m, kernel, EdgeCorrection::uniform};
        for (std::uint64_t i = 0; i < 30; ++i) {
            const Point u{300 * random_uniform({2, 1, i}, 0), 200 * random_uniform({2, 1, i}, 1)};
            EXPECT_NEAR(window_mass(u, left, options) + window_mass(u, right, options), window_mass(u, both, options),
                        1e-12);
        }
    }
}

TEST(WindowMass, does_not_depend_on_the_direction_of_rings) {
    MultiPolygon turned = wide;
    std::reverse(turned[0].outer.begin(), turned[0].outer.end());
    const IntensityOptions options{100_m, Kernel::quartic, EdgeCorrection::uniform};
    EXPECT_EQ(window_mass({30, 70}, turned, options), window_mass({30, 70}, wide, options));
}
