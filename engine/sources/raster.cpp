// Rasters through GDAL.
#include "sources/raster.hpp"

#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <filesystem>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/gdal_door.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

std::string crs_of(GDALDataset& dataset) {
    const auto* declared = dataset.GetSpatialRef();
    if (declared == nullptr || declared->IsEmpty()) return {};
    const std::unique_ptr<OGRSpatialReference> system(declared->Clone());
    system->StripVertical();
    const char *authority = system->GetAuthorityName(nullptr), *code = system->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) return std::string(authority) + ":" + code;
    char* wkt = nullptr;
    system->exportToWkt(&wkt);
    std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    return text;
}

bool same_lattice(const RasterFrame& a, const RasterFrame& b) {
    if (a.columns != b.columns || a.rows != b.rows || (!a.crs.empty() && !b.crs.empty() && a.crs != b.crs))
        return false;
    const double grace = 1e-6 * std::abs(a.transform[1]);
    for (std::size_t i = 0; i < 6; ++i) {
        if (std::abs(a.transform[i] - b.transform[i]) > (i % 3 == 0 ? grace : grace * 1e-3)) return false;
    }
    return true;
}

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw Error{ErrorCode::cannot_read, say("{}: cannot be read as a raster of heights: {}", name, why)};
}

}  // namespace

struct Raster::Impl {
    std::string name;
    GdalMessages messages;
    DatasetHandle source, warped;
    RasterFrame frame;
    double no_data = 0.0, scale = 1.0, offset = 0.0;
    bool has_no_data = false;

    GDALDataset& dataset() { return warped ? *warped : *source; }
    GDALRasterBand& band() { return *dataset().GetRasterBand(1); }
    void settle_values() {
        int known = 0;
        no_data = band().GetNoDataValue(&known);
        has_no_data = known != 0;
        scale = band().GetScale(&known);
        if (known == 0) scale = 1.0;
        offset = band().GetOffset(&known);
        if (known == 0) offset = 0.0;
    }
};

bool is_raster(const std::string& name, std::string_view first_bytes) {
    const auto ending = lower(std::filesystem::path{name}.extension().string());
    if (ending == ".tif" || ending == ".tiff" || ending == ".img") return true;
    return ending == ".asc" && lower(trimmed(first_bytes)).starts_with("ncols");
}

Raster::Raster(const std::string& path) : m_impl(std::make_unique<Impl>()) {
    auto& impl = *m_impl;
    impl.name = std::filesystem::path{path}.filename().string();
    impl.source = open_raster(path, impl.name, impl.messages);
    auto& dataset = *impl.source;
    if (dataset.GetRasterCount() < 1) refuse(impl.name, tr("the file holds no band"));
    auto& frame = impl.frame;
    frame.columns = dataset.GetRasterXSize();
    frame.rows = dataset.GetRasterYSize();
    const bool placed = dataset.GetGeoTransform(frame.transform.data()) == CE_None;
    if (!placed) refuse(impl.name, tr("a picture without a place on the map (no geotransform)"));
    if (GDALDataTypeIsComplex(impl.band().GetRasterDataType()) != 0) refuse(impl.name, tr("its numbers are complex"));
    frame.crs = crs_of(dataset);
    impl.settle_values();
}

Raster::~Raster() = default;

const RasterFrame& Raster::frame() const {
    return m_impl->frame;
}

std::string Raster::driver() const {
    return driver_of(*m_impl->source);
}

void Raster::read_rows(int first, int count, std::vector<double>& into) {
    auto& impl = *m_impl;
    const auto size = static_cast<std::size_t>(count) * static_cast<std::size_t>(impl.frame.columns);
    into.resize(size);
    const auto done = impl.band().RasterIO(GF_Read, 0, first, impl.frame.columns, count, into.data(),
                                           impl.frame.columns, count, GDT_Float64, 0, 0, nullptr);
    if (done != CE_None) refuse(impl.name, impl.messages.last_error());
    for (double& value : into) {
        if (impl.has_no_data && value == impl.no_data) value = std::numeric_limits<double>::quiet_NaN();
        value = value * impl.scale + impl.offset;
    }
}

void Raster::align_to(const RasterFrame& onto, const std::string& crs) {
    auto& impl = *m_impl;
    if (same_lattice(onto, impl.frame)) return;
    const auto& t = onto.transform;
    if (t[2] != 0.0 || t[4] != 0.0 || !(t[5] < 0.0)) {
        throw Error{ErrorCode::bad_input, say("{}: has another lattice than the surface, which is turned; give both on "
                                              "the same lattice",
                                              impl.name)};
    }
    const auto text = [](double value) { return fmt::format("{:.17g}", value); };
    const Point far = onto.corner(onto.columns, onto.rows);
    std::vector<std::string> words{"-of",
                                   "VRT",
                                   "-r",
                                   "bilinear",
                                   "-ot",
                                   "Float64",
                                   "-dstnodata",
                                   "nan",
                                   "-te",
                                   text(t[0]),
                                   text(far.y),
                                   text(far.x),
                                   text(t[3]),
                                   "-ts",
                                   std::to_string(onto.columns),
                                   std::to_string(onto.rows)};
    const auto system = [&](const char* key, const std::string& declared) {
        const auto& value = declared.empty() ? crs : declared;
        if (!value.empty()) words.insert(words.end(), {key, value});
    };
    system("-s_srs", impl.frame.crs);
    system("-t_srs", onto.crs);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
        GDALWarpAppOptionsNew(arguments.data(), nullptr), GDALWarpAppOptionsFree);
    GDALDatasetH from = impl.source.get();
    impl.warped.reset(static_cast<GDALDataset*>(GDALWarp("", nullptr, 1, &from, options.get(), nullptr)));
    if (!impl.warped) {
        throw Error{ErrorCode::bad_input, say("{}: cannot be brought onto the lattice of the surface: {}", impl.name,
                                              impl.messages.last_error())};
    }
    impl.frame = onto;
    impl.settle_values();
}

SourceTable describe_raster(const std::string& path, const std::string& name) {
    const Raster raster(path);
    SourceTable source;
    Table::Parts parts;
    parts.bytes = std::make_shared<const std::string>();
    parts.is_spatial = true;
    source.table = Table(std::move(parts));
    source.account.source = name;
    source.account.row_word = "cell";
    source.account.rows_read = raster.frame().cells();
    source.found.format = raster.driver();
    source.found.is_raster = true;
    source.found.declared_crs = raster.frame().crs;
    return source;
}

}  // namespace lykta::sources
