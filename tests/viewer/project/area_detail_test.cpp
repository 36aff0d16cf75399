// Areas at several levels of detail: what is dropped, what is kept, how much ground is covered.
#include "viewer/project/area_detail.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lykta::viewer {
namespace {

std::vector<AreaSource> sources_of(const std::vector<MultiPolygon>& shapes) {
    std::vector<AreaSource> sources;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) sources.push_back({&shapes[i], 0, i});
    measure_areas(sources);
    return sources;
}

double total(const std::vector<AreaFeature>& areas) {
    double m2 = 0;
    for (const auto& a : areas) m2 += area(a.shape);
    return m2;
}

TEST(AreaDetail, areas_too_small_for_a_level_are_left_out_of_it) {
    const std::vector<MultiPolygon> shapes{rectangle({0, 0, 2, 2}), rectangle({10, 0, 30, 20})};
    const auto sources = sources_of(shapes);
    EXPECT_EQ(area_level(sources, {0, 1, 0, 0}).areas.size(), 2U);
    const auto far = area_level(sources, {1, endless, 1, 10});
    ASSERT_EQ(far.areas.size(), 1U);
    EXPECT_EQ(far.areas[0].record, 1U);
    EXPECT_DOUBLE_EQ(area(far.areas[0].shape), 400);
}

TEST(AreaDetail, a_hole_too_small_to_see_is_filled) {
    MultiPolygon yard = rectangle({0, 0, 100, 100});
    yard[0].holes = {rectangle({10, 10, 12, 12})[0].outer, rectangle({40, 40, 80, 80})[0].outer};
    const auto simple = simplified_shape(yard, 1, 50);
    ASSERT_EQ(simple.size(), 1U);
    EXPECT_EQ(simple[0].holes.size(), 1U);
}

TEST(AreaDetail, an_empty_shape_is_no_feature) {
    const std::vector<MultiPolygon> shapes{{}};
    const auto sources = sources_of(shapes);
    EXPECT_TRUE(area_level(sources, {0, endless, 0, 0}).areas.empty());
    EXPECT_TRUE(coverage_level(sources, {0, endless, 10, {0.1}, {0}}).areas.empty());
}

TEST(AreaDetail, a_square_half_covered_is_drawn_whole_in_its_class) {
    // Two crowns of 25 m² in the square 0…10, one of 4 m² in its neighbour.
    const std::vector<MultiPolygon> shapes{rectangle({0, 0, 5, 5}), rectangle({5, 5, 10, 10}),
                                           rectangle({14, 4, 16, 6})};
    const auto level = coverage_level(sources_of(shapes), {8, endless, 10, {0.03, 0.4}, {7, 9}});
    ASSERT_EQ(level.areas.size(), 2U);
    EXPECT_EQ(level.areas[0].group, 9);
    EXPECT_EQ(level.areas[1].group, 7);
    EXPECT_DOUBLE_EQ(total(level.areas), 200);
}

TEST(AreaDetail, squares_of_one_class_in_a_row_are_one_rectangle) {
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 6; ++i) shapes.push_back(rectangle({10.0 * i + 1, 1, 10.0 * i + 9, 9}));
    const auto level = coverage_level(sources_of(shapes), {8, endless, 10, {0.2}, {0}});
    ASSERT_EQ(level.areas.size(), 1U);
    EXPECT_DOUBLE_EQ(total(level.areas), 600);
}

TEST(AreaDetail, a_wood_larger_than_four_squares_keeps_its_shape) {
    const std::vector<MultiPolygon> shapes{rectangle({3, 3, 63, 43})};
    const auto level = coverage_level(sources_of(shapes), {8, endless, 10, {0.2}, {0}});
    ASSERT_EQ(level.areas.size(), 1U);
    EXPECT_DOUBLE_EQ(total(level.areas), 2400);
}

TEST(AreaDetail, the_covered_squares_are_those_of_plain_sums) {
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 500; ++i) {
        const double x = std::fmod(i * 37.31, 400), y = std::fmod(i * 91.7, 300), s = 1 + i % 6;
        shapes.push_back(rectangle({x, y, x + s, y + s}));
    }
    const auto sources = sources_of(shapes);
    const auto level = coverage_level(sources, {8, endless, 20, {0.1}, {0}});
    const GridFrame frame{{0, 0}, Meters{20}, 21, 16};
    Grid<double> plain(frame, 0.0);
    for (const auto& s : sources) plain.values[static_cast<std::size_t>(frame.index_at(s.middle))] += s.m2;
    double covered = 0;
    for (const double m2 : plain.values) covered += m2 >= 40 ? 400 : 0;
    EXPECT_NEAR(total(level.areas), covered, 1e-6);
}

}  // namespace
}  // namespace lykta::viewer
