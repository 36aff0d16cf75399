// Files of a single-stage command: one system for all, and what --crs is for.
#include "study/stage_files.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace lykta::study {
namespace {

const std::string town = std::string{LYKTA_ROOT} + "/data/exempelstad/";

StageFiles opened(const std::vector<std::pair<layers::LayerKind, std::string>>& files, const std::string& crs) {
    std::vector<layers::LayerOptions> options;
    for (const auto& [kind, name] : files) options.push_back(stage_file(kind, town + name));
    return {options, crs};
}

TEST(StageFiles, a_file_in_metres_keeps_its_own_system) {
    auto files = opened({{layers::LayerKind::streets, "gator.gpkg"}}, "");
    EXPECT_GT(files.read(0, layers::streets_from).streets.size(), 1000U);
    EXPECT_EQ(files.project().text(), "EPSG:3006");
}

TEST(StageFiles, later_files_come_into_the_system_of_the_first) {
    auto files = opened({{layers::LayerKind::incidents, "embrace.csv"}, {layers::LayerKind::streets, "gator.gpkg"}},
                        "EPSG:3006");
    const auto incidents = files.read(0, layers::incidents_from);
    const auto streets = files.read(1, layers::streets_from);
    EXPECT_LT(distance(incidents.position.front(), streets.streets.front().line.front()), 10'000.0);
}

TEST(StageFiles, a_system_is_for_files_that_declare_none_and_refused_when_none_needs_it) {
    EXPECT_NO_THROW(opened(
        {{layers::LayerKind::lighting, "belysning.gpkg"}, {layers::LayerKind::streets, "gator.gpkg"}}, "EPSG:3006"));
    EXPECT_THROW(opened({{layers::LayerKind::lighting, "belysning.gpkg"}, {layers::LayerKind::streets, "gator.gpkg"}},
                        "EPSG:3009"),
                 Error);
}

TEST(StageFiles, a_layer_is_named_as_qgis_names_it) {
    const auto options = stage_file(layers::LayerKind::streets, "stad.gpkg|layername=gator");
    EXPECT_EQ(options.path, "stad.gpkg");
    EXPECT_EQ(options.read.layer, "gator");
    EXPECT_EQ(stage_file(layers::LayerKind::streets, "stad.gpkg").read.layer, "");
}

TEST(StageFiles, one_stray_point_does_not_move_the_middle) {
    const auto crs = Crs::from_text("EPSG:3006");
    std::vector<Point> points(9, Point{540000, 6480000});
    const auto middle = middle_of(points, crs);
    points.push_back({300000, 7000000});
    EXPECT_EQ(middle_of(points, crs), middle);
}

TEST(StageFiles, a_field_that_does_not_exist_is_refused) {
    EXPECT_NO_THROW(check_fields({{"height", "h"}}, {{"flux", 1}}));
    EXPECT_THROW(check_fields({{"hight", "h"}}, {}), Error);
    EXPECT_THROW(check_fields({}, {{"lux", 1}}), Error);
}

}  // namespace
}  // namespace lykta::study
