// Canopy rasters drawn as ASCII grids and written as GeoTIFF.
#include "layers/canopy.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <cmath>

#include "core/error.hpp"
#include "layers/given.hpp"
#include "sources/raster.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

/// An Arc/Info ASCII grid of 2 m cells whose lower left corner is (536000, 6473000).
std::string grid(int columns, int rows, const std::string& values) {
    return given("ncols " + std::to_string(columns) + "\nnrows " + std::to_string(rows) +
                     "\nxllcorner 536000\nyllcorner 6473000\ncellsize 2\nNODATA_value -9999\n" + values,
                 ".asc");
}

VegetationLayer canopy(const std::string& path, const std::string& ground = {}) {
    auto chosen = options(path, "EPSG:3006", LayerKind::vegetation);
    chosen.ground = ground;
    return read_vegetation(chosen, sweref());
}

std::string refusal(const std::string& path, const std::string& crs = "EPSG:3006") {
    try {
        static_cast<void>(read_vegetation(options(path, crs, LayerKind::vegetation), sweref()));
    } catch (const Error& e) {
        return e.what();
    }
    return "read";
}

/// A GeoTIFF of 16-bit heights in centimetres (scale 0.01), in degrees.
std::string geotiff_in_degrees(const std::vector<std::int16_t>& centimetres, int columns, int rows) {
    const auto path = given("", ".tif");
    GDALAllRegister();
    auto* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    auto* made = driver->Create(path.c_str(), columns, rows, 1, GDT_Int16, nullptr);
    double transform[6] = {15.6, 1e-4, 0, 58.4, 0, -1e-4};
    made->SetGeoTransform(transform);
    OGRSpatialReference system;
    system.importFromEPSG(4326);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    made->SetSpatialRef(&system);
    auto* band = made->GetRasterBand(1);
    band->SetNoDataValue(-1);
    band->SetScale(0.01);
    auto values = centimetres;
    EXPECT_EQ(band->RasterIO(GF_Write, 0, 0, columns, rows, values.data(), columns, rows, GDT_Int16, 0, 0, nullptr),
              CE_None);
    GDALClose(made);
    return path;
}

}  // namespace

TEST(CanopyRuns, hold_neighbours_of_the_same_whole_metre) {
    const double none = std::nan("");
    const std::vector<double> heights{0.5, 0.8, 0.9, 1.0, 5.2, 5.8, none, 5.5, 0.79, 12.0};
    std::vector<CanopyRun> runs;
    add_runs(heights, 7, runs);
    ASSERT_EQ(runs.size(), 5U);
    EXPECT_EQ(runs[0].from, 1);
    EXPECT_EQ(runs[0].to, 3);
    EXPECT_NEAR(runs[0].height_m, 0.85, 1e-12);
    EXPECT_EQ(runs[1].to - runs[1].from, 1);
    EXPECT_NEAR(runs[2].height_m, 5.5, 1e-12);
    EXPECT_EQ(runs[3].from, 7);
    EXPECT_EQ(runs[4].row, 7);
}

TEST(Canopy, becomes_rectangles_with_the_mean_height_of_their_cells) {
    const auto layer = canopy(grid(4, 2, "0 3.2 3.6 0\n0 0 0 8\n"));
    ASSERT_EQ(layer.plants.size(), 2U);
    const auto& low = layer.plants[0];
    EXPECT_NEAR(low.height.value, 3.4, 1e-6);  // the format holds floats
    EXPECT_EQ(low.crown_base.value, 0.0);
    EXPECT_EQ(low.canopy_share, 1.0);
    const Box box = box_of(low.outline);
    EXPECT_NEAR(box.min_x, 536002.0, 1e-9);
    EXPECT_NEAR(box.max_x, 536006.0, 1e-9);
    EXPECT_NEAR(box.min_y, 6473002.0, 1e-9);
    EXPECT_NEAR(box.max_y, 6473004.0, 1e-9);
    EXPECT_NEAR(area(layer.plants[1].outline), 4.0, 1e-9);
}

TEST(Canopy, accounts_for_every_cell_with_a_height_and_counts_those_without) {
    std::string values;
    for (int i = 0; i < 2000; ++i) values += i == 7 ? "75 " : i % 10 == 0 ? "-9999 " : i % 3 == 0 ? "4 " : "0.2 ";
    const auto layer = canopy(grid(50, 40, values));
    const auto& account = layer.reports.at(0).account;
    EXPECT_EQ(account.rows_read, 1800);
    EXPECT_EQ(account.set_aside.size(), 1U);
    EXPECT_EQ(account.set_aside[0].row, 8);
    EXPECT_TRUE(account.balances());
    const auto* issue = issue_of(layer.reports[0], "no_data");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 200);
}

TEST(Canopy, covers_what_its_cells_cover) {
    std::string values;
    double covered = 0.0;
    for (int i = 0; i < 900; ++i) {
        const double height = std::fmod(i * 37.0, 101.0) / 8.0;
        values += std::to_string(height) + " ";
        covered += height >= 0.8 ? 4.0 : 0.0;
    }
    double sum = 0.0;
    for (const auto& plant : canopy(grid(30, 30, values)).plants) sum += area(plant.outline);
    EXPECT_NEAR(sum, covered, 1e-6);
}

TEST(Canopy, of_a_surface_takes_the_ground_away) {
    const auto layer = canopy(grid(3, 1, "52 58 51\n"), grid(3, 1, "52 50 51\n"));
    ASSERT_EQ(layer.plants.size(), 1U);
    EXPECT_NEAR(layer.plants[0].height.value, 8.0, 1e-9);
}

TEST(Canopy, of_a_surface_takes_ground_of_another_lattice_away) {
    // The ground slopes 1 m in 2 m eastwards, in cells of 4 m, larger than the surface on every side.
    std::string slope, surface;
    for (int r = 0; r < 10; ++r) {
        for (int c = 0; c < 10; ++c) slope += std::to_string(20.0 + 2.0 * c) + " ";
    }
    const auto ground = given(
        "ncols 10\nnrows 10\nxllcorner 535990\nyllcorner 6472990\ncellsize 4\nNODATA_value -9999\n" + slope, ".asc");
    // Centres of the surface's cells: 536001 + 2c, where the ground is 20 + (x - 535992) / 2.
    for (int i = 0; i < 4; ++i) {
        for (int c = 0; c < 4; ++c) surface += std::to_string(20.0 + (9.0 + 2.0 * c) / 2.0 + 3.5) + " ";
    }
    const auto layer = canopy(grid(4, 4, surface), ground);
    ASSERT_EQ(layer.plants.size(), 4U);
    for (const auto& plant : layer.plants) EXPECT_NEAR(plant.height.value, 3.5, 0.01);
}

TEST(Canopy, in_degrees_and_scaled_numbers_lands_in_the_project_crs) {
    const auto path = geotiff_in_degrees({0, 350, 360, -1, 0, 0, 1200, 0}, 4, 2);
    const auto layer = read_vegetation(options(path, "", LayerKind::vegetation), sweref());
    ASSERT_EQ(layer.plants.size(), 2U);
    EXPECT_NEAR(layer.plants[0].height.value, 3.55, 1e-9);
    const Projector there(Crs::from_text("EPSG:4326"), sweref());
    const Point corner = there({15.6001, 58.4});
    const Box box = box_of(layer.plants[0].outline);
    EXPECT_NEAR(box.max_y, std::max(corner.y, there({15.6003, 58.4}).y), 5e-4);
    EXPECT_NEAR(area(layer.plants[0].outline), 2.0 * 5.85 * 11.14, 2.0);
    EXPECT_EQ(layer.reports[0].crs, "EPSG:4326");
}

TEST(Canopy, with_heights_no_plant_has_is_refused_with_the_cure) {
    EXPECT_TRUE(has(refusal(grid(3, 1, "430 438 431\n")), "ground")) << refusal(grid(3, 1, "430 438 431\n"));
    EXPECT_TRUE(has(refusal(grid(3, 1, "1 2 3\n"), ""), "no coordinate reference system"));
    EXPECT_TRUE(has(refusal(given("not a picture", ".tif")), "cannot be opened as a raster"));
}

TEST(Canopy, mostly_above_ground_is_doubted) {
    const auto layer = canopy(grid(4, 1, "30 31 32 33\n"));
    EXPECT_NE(issue_of(layer.reports[0], "mostly_covered"), nullptr);
}

TEST(Canopy, is_told_from_other_files_and_refused_as_another_layer) {
    const auto path = grid(3, 1, "0 5 0\n");
    const auto result = check_file(options(path), KindGiven::detect);
    EXPECT_EQ(result.kind, "vegetation");
    EXPECT_EQ(result.outcome, "ok") << said(result);
    EXPECT_EQ(result.rows_read, 3);
    const auto wrong = check_file(options(path, "EPSG:3006", LayerKind::lighting), KindGiven::by_user);
    EXPECT_EQ(wrong.outcome, "error");
    EXPECT_TRUE(has(said(wrong), "only vegetation"));
}
