// A base map of the user's own: greys, colours, colour tables and opacity, warped where they belong, refused in words.
#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/project/base_raster.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

const Crs sweref = Crs::from_text("EPSG:3006");
constexpr Box box{540000, 6480000, 540100, 6480100};

/// What a test picture is made of: 10 × 10 pixels of 10 m, each band one value.
struct Made {
    std::vector<int> bands;
    int epsg = 3006;
    bool has_palette = false, is_float = false;
    double west = 540000, north = 6480100, pixel = 10;
};

class BaseRaster : public testing::Test {
protected:
    void SetUp() override {
        set_language(Language::english);
        GDALAllRegister();
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    fs::path made(const Made& wanted) const {
        const auto path = m_folder / "bild.tif";
        auto* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        auto* file = driver->Create(path.c_str(), 10, 10, static_cast<int>(wanted.bands.size()),
                                    wanted.is_float ? GDT_Float32 : GDT_Byte, nullptr);
        double transform[6] = {wanted.west, wanted.pixel, 0, wanted.north, 0, -wanted.pixel};
        file->SetGeoTransform(transform);
        if (wanted.epsg > 0) {
            OGRSpatialReference reference;
            reference.importFromEPSG(wanted.epsg);
            reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            file->SetSpatialRef(&reference);
        }
        fill(*file, wanted);
        GDALClose(file);
        return path;
    }

private:
    static void fill(GDALDataset& file, const Made& wanted) {
        for (std::size_t b = 0; b < wanted.bands.size(); ++b) {
            auto& band = *file.GetRasterBand(static_cast<int>(b) + 1);
            band.Fill(wanted.bands[b]);
            if (!wanted.has_palette) continue;
            GDALColorTable table;
            const GDALColorEntry blue{10, 20, 200, 255};
            table.SetColorEntry(wanted.bands[b], &blue);
            band.SetColorTable(&table);
        }
    }
    fs::path m_folder = fs::temp_directory_path() / "lykta-base-raster";
};

/// The pixel in the middle.
Rgba middle_of(const MapLayer& layer) {
    const auto& image = *layer.image;
    const auto at = 4 * (static_cast<std::size_t>(image.height / 2) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(image.width / 2));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

TEST_F(BaseRaster, three_bands_are_red_green_and_blue) {
    const auto layer = base_raster_layer(made({.bands = {200, 100, 50}}), sweref, box, 50);
    EXPECT_EQ(layer->id, LayerId::base_raster);
    EXPECT_EQ(layer->image->width, 50);
    EXPECT_EQ(layer->image->height, 50);
    EXPECT_EQ(middle_of(*layer), (Rgba{200, 100, 50, 255}));
}

TEST_F(BaseRaster, one_band_is_grey_and_a_fourth_is_opacity) {
    EXPECT_EQ(middle_of(*base_raster_layer(made({.bands = {77}}), sweref, box, 50)), (Rgba{77, 77, 77, 255}));
    const auto layer = base_raster_layer(made({.bands = {200, 100, 50, 128}}), sweref, box, 50);
    EXPECT_EQ(middle_of(*layer).a, 128);
}

TEST_F(BaseRaster, a_colour_table_is_looked_up) {
    EXPECT_EQ(middle_of(*base_raster_layer(made({.bands = {3}, .has_palette = true}), sweref, box, 50)),
              (Rgba{10, 20, 200, 255}));
}

TEST_F(BaseRaster, numbers_that_are_no_bytes_are_stretched_to_greys) {
    const auto layer = base_raster_layer(made({.bands = {3000}, .is_float = true}), sweref, box, 50);
    EXPECT_EQ(middle_of(*layer).a, 255);
}

TEST_F(BaseRaster, a_picture_in_degrees_is_warped_to_the_project) {
    // 15.69° E 58.46° N is E 540 250, N 6 480 200 or so.
    const auto path = made({.bands = {200, 100, 50}, .epsg = 4326, .west = 15.5, .north = 58.6, .pixel = 0.03});
    EXPECT_EQ(middle_of(*base_raster_layer(path, sweref, box, 50)), (Rgba{200, 100, 50, 255}));
}

TEST_F(BaseRaster, outside_the_picture_nothing_is_drawn) {
    const Box wider{540000, 6480000, 540200, 6480100};
    const auto layer = base_raster_layer(made({.bands = {200, 100, 50}}), sweref, wider, 100);
    EXPECT_EQ(layer->image->width, 100);
    EXPECT_EQ(layer->image->height, 50);
    EXPECT_EQ(layer->image->rgba[4 * 99 + 3], 0);
}

std::string refusal(const fs::path& path, const Box& seen = box) {
    try {
        (void)base_raster_layer(path, sweref, seen, 50);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST_F(BaseRaster, what_cannot_be_a_base_map_says_why) {
    EXPECT_NE(refusal(made({.bands = {1, 2, 3}, .epsg = 0})).find("no reference system"), std::string::npos);
    EXPECT_NE(refusal(made({.bands = {1, 2, 3}}), {700000, 6480000, 700100, 6480100}).find("another part"),
              std::string::npos);
    EXPECT_NE(refusal(fs::path{LYKTA_ROOT} / "data/exempelstad/polis.csv").find("cannot be opened"), std::string::npos);
    EXPECT_NE(refusal("/nowhere.tif").find("nowhere.tif"), std::string::npos);
}

}  // namespace
}  // namespace lykta::viewer
