#include "layers/polygons.hpp"

#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

/// A GeoJSON of polygons in EPSG:3006, each given by its coordinates text.
std::string polygons(const std::vector<std::string>& rings, const std::string& properties = "{}") {
    std::string text =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)";
    for (std::size_t i = 0; i < rings.size(); ++i) {
        text += std::string(i > 0 ? "," : "") + R"({"type":"Feature","properties":)" + properties +
                R"(,"geometry":{"type":"Polygon","coordinates":[)" + rings[i] + "]}}";
    }
    return given(text + "]}", ".geojson");
}
const std::string square = "[[536000,6473000],[536100,6473000],[536100,6473100],[536000,6473100],[536000,6473000]]";
const std::string clockwise = "[[536000,6473000],[536000,6473100],[536100,6473100],[536100,6473000],[536000,6473000]]";
const std::string bow_tie = "[[536000,6473000],[536100,6473100],[536100,6473000],[536000,6473100],[536000,6473000]]";
const std::string flat = "[[536000,6473000],[536050,6473000],[536100,6473000],[536000,6473000]]";
const std::string far_hole = "[[537000,6474000],[537010,6474000],[537010,6474010],[537000,6474000]]";
// Two squares that touch in one vertex, drawn as one ring.
const std::string touching =
    "[[536000,6473000],[536100,6473000],[536100,6473100],[536200,6473100],[536200,6473200],"
    "[536100,6473200],[536100,6473100],[536000,6473100],[536000,6473000]]";

AreaLayer areas(const std::string& path) {
    return read_areas(options(path, "", LayerKind::areas), sweref());
}

}  // namespace

TEST(Polygons, either_direction_has_the_same_area) {
    const auto layer = areas(polygons({square, clockwise}));
    ASSERT_EQ(layer.areas.size(), 2U);
    EXPECT_NEAR(area(layer.areas[0].shape), 10'000.0, 1e-6);
    EXPECT_NEAR(area(layer.areas[1].shape), 10'000.0, 1e-6);
    EXPECT_FALSE(layer.reports[0].account.has_warning());
}

TEST(Polygons, a_bow_tie_is_set_aside_with_its_crossing) {
    const auto layer = areas(polygons({square, bow_tie}));
    EXPECT_EQ(layer.areas.size(), 1U);
    ASSERT_EQ(layer.reports[0].account.set_aside.size(), 1U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::invalid_geometry);
    EXPECT_TRUE(has(layer.reports[0].account.set_aside[0].message, "self-intersection[536050 6473050]"))
        << layer.reports[0].account.set_aside[0].message;
}

TEST(Polygons, a_touching_ring_is_repaired_and_counted) {
    const auto layer = areas(polygons({square, touching}));
    ASSERT_EQ(layer.areas.size(), 2U);
    EXPECT_NEAR(area(layer.areas[1].shape), 20'000.0, 1e-6);
    const auto* issue = issue_of(layer.reports[0], "repaired");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 1);
}

TEST(Polygons, a_hole_outside_its_shell_is_named) {
    const auto layer = areas(polygons({square + "," + far_hole, square}));
    EXPECT_EQ(layer.areas.size(), 1U);
    EXPECT_TRUE(has(layer.reports[0].account.set_aside.at(0).message, "hole"));
}

TEST(Polygons, without_area_are_set_aside) {
    const auto layer = areas(polygons({flat, square}));
    EXPECT_EQ(layer.areas.size(), 1U);
    EXPECT_EQ(layer.reports[0].account.set_aside.at(0).reason, Reason::zero_area);
}

TEST(Polygons, populations_and_names_come_along) {
    const auto layer = areas(polygons({square}, R"({"namn":"Berga","befolkning":1200})"));
    EXPECT_EQ(layer.areas.at(0).name, "Berga");
    EXPECT_EQ(layer.areas.at(0).population, 1200.0);
}

TEST(Polygons, of_a_window_are_united) {
    const auto window = read_window(options(polygons({square, clockwise}), "", LayerKind::window), sweref());
    EXPECT_NEAR(area(window.shape), 10'000.0, 1e-6);
}

TEST(Polygons, a_survey_needs_answers) {
    const auto counted = read_survey(
        options(polygons({square}, R"({"omrade":"Berga","svar":200,"otrygga":50})"), "", LayerKind::survey), sweref());
    ASSERT_EQ(counted.areas.size(), 1U);
    EXPECT_EQ(counted.areas[0].unsafe, 50.0);
    const auto shared_out = read_survey(
        options(polygons({square}, R"({"omrade":"Berga","svar":200,"andel_otrygga":25})"), "", LayerKind::survey),
        sweref());
    EXPECT_EQ(shared_out.areas.at(0).unsafe, 50.0);
    const auto none =
        read_survey(options(polygons({square}, R"({"omrade":"Berga"})"), "", LayerKind::survey), sweref());
    EXPECT_TRUE(none.areas.empty());
    EXPECT_EQ(none.reports[0].account.set_aside.at(0).reason, Reason::missing_value);
}
