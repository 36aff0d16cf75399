// Rasters, read back through GDAL.
#include <gdal_priv.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/file.hpp"
#include "outputs/write_run.hpp"
#include "sample_result.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

const RasterText text{
    "intensity", "incidents/ha/year", "smoothed", {{"LYKTA_VERSION", "0.1.0"}, {"LYKTA_UNIT", "incidents/ha/year"}}};

struct Opened {
    GDALDataset* raster;
    explicit Opened(const std::filesystem::path& path) {
        GDALAllRegister();
        raster = GDALDataset::Open(path.c_str(), GDAL_OF_RASTER);
    }
    ~Opened() { GDALClose(raster); }
    /// The value at a place on the ground, through the file's own transform.
    [[nodiscard]] float at(Point p) const {
        double t[6];
        raster->GetGeoTransform(t);
        float value = 0;
        EXPECT_EQ(raster->GetRasterBand(1)->RasterIO(GF_Read, static_cast<int>((p.x - t[0]) / t[1]),
                                                     static_cast<int>((p.y - t[3]) / t[5]), 1, 1, &value, 1, 1,
                                                     GDT_Float32, 0, 0, nullptr),
                  CE_None);
        return value;
    }
};

}  // namespace

TEST(Geotiff, a_value_stands_where_it_was_on_the_ground) {
    const auto sample = by_hand::sample_run();
    const auto& grid = sample->result.intensity;
    const by_hand::TemporaryFolder folder;
    write_geotiff(grid, sample->result.crs, text, folder / "a.tif");
    const Opened file(folder / "a.tif");
    ASSERT_NE(file.raster, nullptr);
    EXPECT_FLOAT_EQ(file.at(grid.frame.centre(3, 0)), 7.25F);
    EXPECT_FLOAT_EQ(file.at(grid.frame.centre(0, 29)), -9999.0F);
    EXPECT_FLOAT_EQ(file.at(grid.frame.centre(17, 11)), static_cast<float>(grid.at(17, 11)));
}

TEST(Geotiff, says_its_unit_crs_no_data_and_where_it_came_from) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    write_geotiff(sample->result.intensity, sample->result.crs, text, folder / "a.tif");
    const Opened file(folder / "a.tif");
    auto* band = file.raster->GetRasterBand(1);
    EXPECT_STREQ(band->GetUnitType(), "incidents/ha/year");
    EXPECT_STREQ(band->GetDescription(), "intensity");
    EXPECT_EQ(band->GetNoDataValue(), -9999.0);
    EXPECT_STREQ(file.raster->GetSpatialRef()->GetAuthorityCode(nullptr), "3006");
    EXPECT_STREQ(file.raster->GetMetadataItem("LYKTA_VERSION"), "0.1.0");
    EXPECT_STREQ(file.raster->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"), "COG");
    EXPECT_STREQ(file.raster->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE"), "DEFLATE");
}

TEST(Geotiff, the_same_grid_gives_the_same_bytes) {
    const auto sample = by_hand::sample_run();
    const by_hand::TemporaryFolder folder;
    write_geotiff(sample->result.intensity, sample->result.crs, text, folder / "a.tif");
    write_geotiff(sample->result.intensity, sample->result.crs, text, folder / "b.tif");
    EXPECT_TRUE(read_file(folder / "a.tif") == read_file(folder / "b.tif"));
}

TEST(Geotiff, a_folder_that_is_not_there_is_an_error_with_the_path) {
    const auto sample = by_hand::sample_run();
    try {
        write_geotiff(sample->result.intensity, sample->result.crs, text, "/no/such/folder/a.tif");
        FAIL() << "written to a folder that does not exist";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cannot_write);
        EXPECT_NE(std::string(error.what()).find("/no/such/folder/a.tif"), std::string::npos);
    }
}
