// The one door to GDAL's vector drivers: registered once, its errors caught as text, nothing printed.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sources/read_source.hpp"

class GDALDataset;
class OGRLayer;

namespace lykta::sources {

/// Errors and warnings GDAL raises while this object lives, on this thread; none reach stderr.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    [[nodiscard]] std::size_t errors() const { return m_errors.size(); }
    [[nodiscard]] std::size_t count() const { return m_all.size(); }
    [[nodiscard]] const std::vector<std::string>& all() const { return m_all; }
    [[nodiscard]] std::string last_error() const { return m_errors.empty() ? std::string{} : m_errors.back(); }
    void add(bool is_error, const char* text);

private:
    std::vector<std::string> m_all, m_errors;
};

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using DatasetHandle = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Opens for reading with the vector drivers Lykta trusts with files from others; drivers that follow references to
/// other files or the network are left out. \throws Error{cannot_read} with GDAL's own words
[[nodiscard]] DatasetHandle open_dataset(const std::string& opened_as, const std::string& name, GdalMessages& messages);

/// The same with the raster drivers Lykta trusts.
[[nodiscard]] DatasetHandle open_raster(const std::string& path, const std::string& name, GdalMessages& messages);

/// The same with the drivers of pictures: aerial photos and map tiles.
[[nodiscard]] DatasetHandle open_picture_raster(const std::string& path, const std::string& name,
                                                GdalMessages& messages);

/// The layer named, or the only one (in spreadsheets: the only one with rows).
/// \throws Error{cannot_read} listing the layers with their feature counts
[[nodiscard]] OGRLayer& choose_layer(GDALDataset& dataset, const std::string& name, const ReadOptions& options);

[[nodiscard]] std::string driver_of(GDALDataset& dataset);  ///< "GPKG", "ESRI Shapefile", "XLSX" …

}  // namespace lykta::sources
