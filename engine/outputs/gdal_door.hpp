// The door to GDAL for writers: registered once, its errors collected and turned into one Error, and the clock it
// stamps files with held still.
#pragma once
#include <gdal_priv.h>

#include <filesystem>
#include <memory>
#include <string>

#include "core/crs.hpp"
#include "core/error.hpp"

namespace lykta::outputs {

struct GdalCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<GDALDataset, GdalCloser>;

/// While it lives, GDAL's errors are gathered rather than printed, and OGR_CURRENT_DATE is fixed: the same run gives
/// the same bytes. The date of the run stands in run.json alone.
class GdalWriting {
public:
    explicit GdalWriting(std::filesystem::path path);
    ~GdalWriting();
    GdalWriting(const GdalWriting&) = delete;
    GdalWriting& operator=(const GdalWriting&) = delete;
    void check() const;  ///< \throws Error{cannot_write} with GDAL's first error, if there was one
    [[noreturn]] void fail(const std::string& why) const;  ///< \throws Error{cannot_write}

private:
    std::filesystem::path m_path;
    std::string m_first_error;
};

/// The project CRS as GDAL knows it, x = east.
[[nodiscard]] OGRSpatialReference spatial_reference(const Crs& crs);

}  // namespace lykta::outputs
