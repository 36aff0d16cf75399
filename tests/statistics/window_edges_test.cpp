// Edges near a place, and inside or outside, against the plain tests.
#include "statistics/window_edges.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "statistics/window_rows.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

MultiPolygon ragged(std::uint64_t item) {
    Ring ring, hole;
    for (int k = 0; k < 60; ++k) {
        const double angle = 2.0 * M_PI * k / 60.0,
                     radius = 300.0 + 200.0 * random_uniform({4, 1, item}, static_cast<std::uint32_t>(k));
        ring.push_back({1000 + radius * std::cos(angle), 2000 + radius * std::sin(angle)});
        hole.push_back({1000 + 0.3 * radius * std::cos(angle), 2000 + 0.3 * radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    hole.push_back(hole.front());
    return {{ring, {hole}}, {{{1600, 2000}, {1700, 2000}, {1700, 2100}, {1600, 2000}}, {}}};
}

}  // namespace

TEST(WindowEdges, containment_agrees_with_the_plain_test) {
    for (std::uint64_t item = 0; item < 5; ++item) {
        const MultiPolygon window = ragged(item);
        const WindowEdges edges(window, 40.0);
        for (std::uint64_t i = 0; i < 2000; ++i) {
            const Point p{400 + 1400 * random_uniform({4, 2, i}, 0), 1400 + 1200 * random_uniform({4, 2, i}, 1)};
            ASSERT_EQ(edges.contains(p), contains(window, p)) << p.x << " " << p.y;
        }
    }
}

TEST(WindowEdges, every_edge_within_reach_is_found) {
    const MultiPolygon window = ragged(1);
    const WindowEdges edges(window, 40.0);
    std::vector<std::uint32_t> near;
    for (std::uint64_t i = 0; i < 500; ++i) {
        const Point p{400 + 1400 * random_uniform({4, 3, i}, 0), 1400 + 1200 * random_uniform({4, 3, i}, 1)};
        edges.near(p, near);
        for (std::uint32_t k = 0; k < edges.all().size(); ++k) {
            const WindowEdge& e = edges.all()[k];
            if (nearest_on(Polyline{e.start, e.end}, p).distance > 40.0) continue;
            EXPECT_TRUE(std::binary_search(near.begin(), near.end(), k));
        }
    }
}

TEST(WindowRows, agree_with_the_plain_test_on_every_cell_centre) {
    const MultiPolygon window = ragged(2);
    const GridFrame frame = frame_over(box_of(window), 7_m);
    const WindowRows rows(frame, window);
    for (int r = 0; r < frame.rows; ++r) {
        const auto mask = rows.mask(r);
        for (int c = 0; c < frame.columns; ++c)
            ASSERT_EQ(mask[static_cast<std::size_t>(c)] != 0, contains(window, frame.centre(c, r)));
    }
}

TEST(WindowRows, a_centre_on_the_boundary_is_inside) {
    const MultiPolygon box{{{{5, 5}, {25, 5}, {25, 25}, {5, 25}, {5, 5}}, {}}};
    const WindowRows rows({{0, 0}, 10_m, 3, 3}, box);
    for (int r = 0; r < 3; ++r) EXPECT_EQ(rows.mask(r), (std::vector<unsigned char>{1, 1, 1})) << r;
}
