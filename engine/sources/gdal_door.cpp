// Opening data sets and choosing layers.
#include "sources/gdal_door.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <mutex>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

void register_once() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

void CPL_STDCALL keep_message(CPLErr kind, CPLErrorNum, const char* text) {
    auto* messages = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (kind != CE_Debug && kind != CE_None) messages->add(kind >= CE_Failure, text);
}

bool is_spreadsheet(const std::string& driver) {
    return driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

std::vector<OGRLayer*> candidates(GDALDataset& dataset) {
    std::vector<OGRLayer*> layers;
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        auto* layer = dataset.GetLayer(i);
        const bool empty_sheet = is_spreadsheet(driver_of(dataset)) && layer->GetFeatureCount() == 0;
        if (!empty_sheet) layers.push_back(layer);
    }
    if (layers.empty() && dataset.GetLayerCount() > 0) layers.push_back(dataset.GetLayer(0));
    return layers;
}

std::string listed(const std::vector<OGRLayer*>& layers) {
    std::string list;
    for (auto* layer : layers) {
        if (!list.empty()) list += ", ";
        list += std::string{layer->GetName()} + " (" + std::to_string(layer->GetFeatureCount()) + ")";
    }
    return list;
}

}  // namespace

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(keep_message, this);
}
GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}
void GdalMessages::add(bool is_error, const char* text) {
    constexpr std::size_t kept = 10000;
    if (m_all.size() < kept) m_all.emplace_back(text);
    if (is_error) m_errors.emplace_back(text);
}

void DatasetCloser::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}

DatasetHandle open_dataset(const std::string& opened_as, const std::string& name, GdalMessages& messages) {
    register_once();
    const char* const drivers[] = {"GPKG",       "ESRI Shapefile", "XLSX",    "ODS",    "XLS",  "FlatGeobuf",
                                   "PostgreSQL", "OpenFileGDB",    "KML",     "LIBKML", "GML",  "GPX",
                                   "DXF",        "MapInfo File",   "Parquet", "Arrow",  "SOSI", "MVT",
                                   nullptr};
    // Attribute texts of Shapefiles come as they stand in the file and are decoded here: see read_gdal.cpp.
    const auto wants_raw_text = lower(opened_as).ends_with(".shp") || lower(opened_as).ends_with(".dbf");
    const char* const raw_text[] = {"ENCODING=", nullptr};
    auto* opened = GDALDataset::Open(opened_as.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                     drivers, wants_raw_text ? raw_text : nullptr);
    if (opened == nullptr)
        throw Error{ErrorCode::cannot_read,
                    say("{0}: cannot be opened as a table or a map layer: {1}", name,
                        messages.last_error().empty() ? tr("the format is not known") : messages.last_error())};
    return DatasetHandle{opened};
}

namespace {

DatasetHandle open_with(const char* const* drivers, const std::string& path, const std::string& name,
                        GdalMessages& messages) {
    register_once();
    auto* opened =
        GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, nullptr);
    if (opened == nullptr)
        throw Error{ErrorCode::cannot_read,
                    say("{0}: cannot be opened as a raster: {1}", name,
                        messages.last_error().empty() ? tr("the format is not known") : messages.last_error())};
    return DatasetHandle{opened};
}

}  // namespace

DatasetHandle open_raster(const std::string& path, const std::string& name, GdalMessages& messages) {
    const char* const drivers[] = {"GTiff", "HFA", "AAIGrid", nullptr};
    return open_with(drivers, path, name, messages);
}

DatasetHandle open_picture_raster(const std::string& path, const std::string& name, GdalMessages& messages) {
    const char* const drivers[] = {"GTiff", "MBTiles", "GPKG", "JP2OpenJPEG", "PNG", "JPEG", "HFA", nullptr};
    return open_with(drivers, path, name, messages);
}

std::string driver_of(GDALDataset& dataset) {
    return dataset.GetDriver() != nullptr ? dataset.GetDriver()->GetDescription() : "";
}

OGRLayer& choose_layer(GDALDataset& dataset, const std::string& name, const ReadOptions& options) {
    const auto layers = candidates(dataset);
    if (!options.layer.empty()) {
        if (auto* named = dataset.GetLayerByName(options.layer.c_str())) return *named;
        throw Error{ErrorCode::cannot_read,
                    say("{0}: there is no layer \"{1}\"; there are: {2}", name, options.layer, listed(layers))};
    }
    if (layers.empty()) throw Error{ErrorCode::cannot_read, say("{}: the file holds no layer", name)};
    if (layers.size() > 1)
        throw Error{ErrorCode::cannot_read,
                    say("{0}: several layers and none named: {1}; choose one with layer", name, listed(layers))};
    return *layers.front();
}

}  // namespace lykta::sources
