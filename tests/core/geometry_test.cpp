// Plane geometry against figures worked by hand and slow twins.
#include "core/geometry.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "core/error.hpp"
#include "core/random.hpp"

using namespace lykta;

namespace {

Ring square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

const Polygon frame_with_hole{square(0, 0, 10), {square(2, 2, 4)}};

Ring star(std::uint64_t item, int corners, Point centre) {
    Ring ring;
    for (int k = 0; k < corners; ++k) {
        const double angle = 2.0 * M_PI * k / corners;
        const double radius = 50.0 + 50.0 * random_uniform({7, 1, item}, static_cast<std::uint32_t>(k));
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

}  // namespace

TEST(Geometry, the_area_of_a_square_with_a_hole_is_that_of_what_is_left) {
    EXPECT_EQ(area(frame_with_hole), 84.0);
}

TEST(Geometry, area_does_not_depend_on_the_direction_of_rings) {
    Polygon turned = frame_with_hole;
    std::reverse(turned.outer.begin(), turned.outer.end());
    std::reverse(turned.holes[0].begin(), turned.holes[0].end());
    EXPECT_EQ(area(turned), 84.0);
}

TEST(Geometry, a_thin_sliver_in_national_coordinates_keeps_its_area) {
    const Polygon sliver{
        {{674000.12, 6580000.34}, {674100.56, 6580000.78}, {674100.57, 6580001.02}, {674000.13, 6580000.55}}, {}};
    EXPECT_NEAR(area(sliver), 22.59445, 1e-9);
}

TEST(Geometry, the_centroid_of_a_ring_with_a_hole_moves_away_from_the_hole) {
    // 100 at (5, 5) less 16 at (4, 4): (500 - 64) / 84.
    const Point c = centroid({frame_with_hole});
    EXPECT_NEAR(c.x, 436.0 / 84.0, 1e-12);
    EXPECT_NEAR(c.y, 436.0 / 84.0, 1e-12);
}

TEST(Geometry, the_edge_of_a_hole_belongs_to_the_polygon_and_its_inside_does_not) {
    EXPECT_TRUE(contains(frame_with_hole, {2, 4}));
    EXPECT_FALSE(contains(frame_with_hole, {4, 4}));
    EXPECT_TRUE(contains(frame_with_hole, {0, 10}));
    EXPECT_FALSE(contains(frame_with_hole, {10.0000001, 5}));
}

TEST(Geometry, containment_agrees_with_the_winding_number_on_random_stars) {
    for (std::uint64_t item = 0; item < 20; ++item) {
        const Ring ring = star(item, 11, {0, 0});
        for (std::uint32_t k = 0; k < 200; ++k) {
            const Point p{200.0 * random_uniform({7, 2, item}, 2 * k) - 100.0,
                          200.0 * random_uniform({7, 2, item}, 2 * k + 1) - 100.0};
            double turn = 0.0;
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const double ax = ring[i].x - p.x, ay = ring[i].y - p.y, bx = ring[i + 1].x - p.x,
                             by = ring[i + 1].y - p.y;
                turn += std::atan2(ax * by - ay * bx, ax * bx + ay * by);
            }
            EXPECT_EQ(contains(Polygon{ring, {}}, p), std::abs(turn) > M_PI);
        }
    }
}

TEST(Geometry, the_nearest_point_on_a_line_is_the_first_where_two_are_as_near) {
    const Polyline line{{0, 0}, {10, 0}, {10, 5}};
    const OnLine at = nearest_on(line, {7, 3});
    EXPECT_EQ(at.distance, 3.0);
    EXPECT_EQ(at.along, 7.0);
    EXPECT_EQ(nearest_on(line, {12, 7}).along, 15.0);
    EXPECT_EQ(nearest_on(line, {-3, 4}).distance, 5.0);
}

TEST(Geometry, a_bow_tie_is_invalid_and_its_crossing_is_named) {
    const MultiPolygon bow{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}};
    const Validity verdict = validity(bow);
    EXPECT_FALSE(verdict.valid);
    EXPECT_NE(verdict.reason.find("5 5"), std::string::npos);
    EXPECT_DOUBLE_EQ(area(make_valid(bow)), 50.0);
}

TEST(Geometry, rings_geos_cannot_build_are_invalid_with_a_reason) {
    EXPECT_FALSE(validity({{{{0, 0}, {1, 1}, {0, 0}}, {}}}).valid);
    const Validity verdict = validity({{{{0, 0}, {1, NAN}, {1, 1}, {0, 0}}, {}}});
    EXPECT_FALSE(verdict.valid);
    EXPECT_NE(verdict.reason.find("not a number"), std::string::npos);
    EXPECT_TRUE(make_valid({{{{0, 0}, {1, NAN}, {1, 1}, {0, 0}}, {}}}).empty());
}

TEST(Geometry, union_and_parts_add_up) {
    const MultiPolygon a{{square(0, 0, 10), {}}}, b{{square(5, 5, 10), {}}};
    EXPECT_DOUBLE_EQ(area(intersection_of(a, b)), 25.0);
    EXPECT_DOUBLE_EQ(area(difference_of(a, b)), 75.0);
    EXPECT_DOUBLE_EQ(area(union_of(std::vector<MultiPolygon>{a, b})), 175.0);
}

TEST(Geometry, overlay_of_an_invalid_shape_is_repaired_not_refused) {
    const MultiPolygon bow{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}}, all{{square(-1, -1, 12), {}}};
    EXPECT_NEAR(area(intersection_of(bow, all)), 50.0, 1e-9);
    EXPECT_NEAR(area(union_of(std::vector<MultiPolygon>{bow, bow})), 50.0, 1e-9);
}

TEST(Geometry, a_round_buffer_of_a_point_is_the_polygon_of_its_chords) {
    const double angle = 2.0 * M_PI / 32.0;
    EXPECT_NEAR(area(buffer_of(Point{3, 4}, 5.0, 8)), 32.0 * 0.5 * 25.0 * std::sin(angle), 1e-9);
}

TEST(Geometry, the_hull_of_points_on_a_line_has_no_area) {
    EXPECT_TRUE(convex_hull_of(std::vector<Point>{{0, 0}, {1, 1}, {2, 2}}).empty());
}

TEST(Geometry, text_reads_back_to_the_same_shape) {
    for (const char* wkt : {"POINT (1.5 -2)", "LINESTRING (0 0,1 1,2 0.1)", "MULTILINESTRING ((0 0,1 1),(2 2,3 3))",
                            "POLYGON ((0 0,4 0,4 4,0 0),(1 0.5,2 0.5,2 1,1 0.5))",
                            "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"}) {
        EXPECT_EQ(to_wkt(from_wkt(wkt)), wkt);
    }
    EXPECT_EQ(to_wkt(from_wkt("POINT EMPTY")), "GEOMETRYCOLLECTION EMPTY");
}

TEST(Geometry, text_that_is_no_shape_is_refused_with_the_text) {
    try {
        (void)from_wkt("POLYGON ((0 0, 1");
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_input);
        EXPECT_NE(std::string(error.what()).find("POLYGON ((0 0, 1"), std::string::npos);
    }
}

TEST(Geometry, threads_may_use_it_at_once) {
    std::vector<double> areas(4, 0.0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < areas.size(); ++t) {
        threads.emplace_back([&areas, t] { areas[t] = area(buffer_of(Point{double(t), 0}, 1.0, 64)); });
    }
    for (auto& thread : threads) thread.join();
    for (const double a : areas) EXPECT_NEAR(a, M_PI, 1e-2);
}
