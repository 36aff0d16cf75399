#include "sources/raster_picture.hpp"

#include <gdal_priv.h>
#include <gdal_utils.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/gdal_door.hpp"

namespace lykta::sources {
namespace {

[[noreturn]] void refuse(ErrorCode code, const std::string& name, const std::string& why) {
    throw Error{code, say("{0}: cannot be a base map: {1}", name, why)};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    return arguments;
}

DatasetHandle translated(GDALDataset& from, std::vector<std::string> words) {
    words.insert(words.begin(), {"-of", "VRT"});
    const std::unique_ptr<GDALTranslateOptions, decltype(&GDALTranslateOptionsFree)> options(
        GDALTranslateOptionsNew(pointers(words).data(), nullptr), GDALTranslateOptionsFree);
    return DatasetHandle{static_cast<GDALDataset*>(GDALTranslate("", &from, options.get(), nullptr))};
}

/// Several tile tables in one file: the first is taken.
DatasetHandle open_picture(const std::string& path, const std::string& name, GdalMessages& messages) {
    auto opened = open_picture_raster(path, name, messages);
    char** parts = opened->GetMetadata("SUBDATASETS");
    const char* first = parts == nullptr ? nullptr : CSLFetchNameValue(parts, "SUBDATASET_1_NAME");
    if (opened->GetRasterCount() > 0 || first == nullptr) return opened;
    return open_picture_raster(first, name, messages);
}

/// The words that bring numbers other than bytes to greys: the darkest and the brightest fiftieth are cut.
std::vector<std::string> stretch_of(GDALRasterBand& band) {
    double least = 0, most = 0, mean = 0, deviation = 0;
    if (band.ComputeStatistics(TRUE, &least, &most, &mean, &deviation, nullptr, nullptr) != CE_None) most = 1;
    const double low = std::max(least, mean - 2.05 * deviation), high = std::min(most, mean + 2.05 * deviation);
    return {"-ot", "Byte", "-scale", fmt::format("{:.9g}", low), fmt::format("{:.9g}", high > low ? high : low + 1),
            "1",   "255"};
}

/// The raster as one that has bytes of grey, grey and opacity, colours, or colours and opacity.
DatasetHandle as_bytes(GDALDataset& raster, const std::string& name) {
    auto& band = *raster.GetRasterBand(1);
    const auto type = band.GetRasterDataType();
    if (GDALDataTypeIsComplex(type) != 0) refuse(ErrorCode::bad_input, name, tr("its numbers are complex"));
    if (band.GetColorTable() != nullptr) return translated(raster, {"-expand", "rgba"});
    if (type == GDT_Byte) return {};
    auto words = stretch_of(band);
    const int bands = raster.GetRasterCount() >= 3 ? 3 : 1;
    for (int b = 1; b <= bands; ++b) words.insert(words.end(), {"-b", std::to_string(b)});
    return translated(raster, words);
}

struct Size {
    int width = 1, height = 1;
};
Size size_of(const PictureRequest& request) {
    const double longest = std::max(request.box.width(), request.box.height());
    const auto side = [&](double metres) {
        return std::max(1, static_cast<int>(std::lround(request.pixels * metres / longest)));
    };
    return {side(request.box.width()), side(request.box.height())};
}

DatasetHandle warped(GDALDataset& from, const PictureRequest& request, const Size& size) {
    const auto text = [](double value) { return fmt::format("{:.17g}", value); };
    const auto& box = request.box;
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-t_srs",
                                   request.crs,
                                   "-te",
                                   text(box.min_x),
                                   text(box.min_y),
                                   text(box.max_x),
                                   text(box.max_y),
                                   "-ts",
                                   std::to_string(size.width),
                                   std::to_string(size.height),
                                   "-r",
                                   "bilinear",
                                   "-dstalpha"};
    const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
        GDALWarpAppOptionsNew(pointers(words).data(), nullptr), GDALWarpAppOptionsFree);
    GDALDatasetH source = &from;
    return DatasetHandle{static_cast<GDALDataset*>(GDALWarp("", nullptr, 1, &source, options.get(), nullptr))};
}

/// Bands to pixels: grey is spread over the three colours.
bool read_pixels(GDALDataset& raster, RasterPicture& into) {
    const int bands = raster.GetRasterCount();
    const bool is_grey = bands <= 2;
    const int alpha = bands;  // -dstalpha puts it last, or keeps the one there was
    into.rgba.assign(static_cast<std::size_t>(into.width) * static_cast<std::size_t>(into.height) * 4, 255);
    const int sources[] = {1, is_grey ? 1 : 2, is_grey ? 1 : 3, alpha};
    for (std::size_t c = 0; c < 4; ++c)
        if (raster.GetRasterBand(sources[c])
                ->RasterIO(GF_Read, 0, 0, into.width, into.height, into.rgba.data() + c, into.width, into.height,
                           GDT_Byte, 4, GSpacing{4} * into.width, nullptr) != CE_None)
            return false;
    return true;
}

bool is_blank(const RasterPicture& picture) {
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4)
        if (picture.rgba[i] != 0) return false;
    return true;
}

void check_placed(GDALDataset& raster, const std::string& name) {
    const auto* system = raster.GetSpatialRef();
    if (system == nullptr || system->IsEmpty())
        refuse(ErrorCode::bad_input, name, tr("it declares no reference system; save it anew as a GeoTIFF that does"));
    double transform[6];
    if (raster.GetGeoTransform(transform) != CE_None && raster.GetGCPCount() == 0)
        refuse(ErrorCode::bad_input, name, tr("a picture without a place on the map (no geotransform)"));
}

}  // namespace

RasterPicture read_raster_picture(const std::string& path, const PictureRequest& request) {
    const auto name = std::filesystem::path{path}.filename().string();
    GdalMessages messages;
    const auto opened = open_picture(path, name, messages);
    const int bands = opened->GetRasterCount();
    if (bands < 1) refuse(ErrorCode::cannot_read, name, tr("the file holds no band"));
    check_placed(*opened, name);
    const auto bytes = as_bytes(*opened, name);
    const auto size = size_of(request);
    RasterPicture picture{.box = request.box, .width = size.width, .height = size.height};
    const auto result = warped(bytes ? *bytes : *opened, request, size);
    if (!result || !read_pixels(*result, picture))
        refuse(ErrorCode::cannot_read, name,
               messages.last_error().empty() ? tr("it cannot be brought onto the map") : messages.last_error());
    if (is_blank(picture))
        refuse(ErrorCode::bad_input, name, tr("it shows another part of the world than the map does here"));
    return picture;
}

}  // namespace lykta::sources
