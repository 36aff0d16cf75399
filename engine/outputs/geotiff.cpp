// Grids as cloud-optimised GeoTIFF: north up, unit, CRS, no data and provenance in the file; read back before it
// counts.
#include <gdal_priv.h>

#include <cmath>
#include <limits>

#include "outputs/gdal_door.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

constexpr float no_data = -9999.0F;

/// Rows turned: a grid's row 0 is the southmost, a raster's the northmost.
std::vector<float> raster_rows(const Grid<double>& grid) {
    std::vector<float> pixels(grid.values.size());
    const auto columns = static_cast<std::size_t>(grid.frame.columns), rows = static_cast<std::size_t>(grid.frame.rows);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            const double value = grid.values[(rows - 1 - r) * columns + c];
            pixels[r * columns + c] = std::isfinite(value) ? static_cast<float>(value) : no_data;
        }
    return pixels;
}

GdalDataset in_memory(const Grid<double>& grid, const Crs& crs, const RasterText& text, std::vector<float>& pixels) {
    const GridFrame& f = grid.frame;
    auto* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GdalDataset raster(driver->Create("", f.columns, f.rows, 1, GDT_Float32, nullptr));
    const double size = f.cell_size.value;
    double transform[6] = {f.origin.x, size, 0, f.origin.y + f.rows * size, 0, -size};
    raster->SetGeoTransform(transform);
    const auto reference = spatial_reference(crs);
    raster->SetSpatialRef(&reference);
    for (const auto& [key, value] : text.metadata) raster->SetMetadataItem(key.c_str(), clean_utf8(value).c_str());
    auto* band = raster->GetRasterBand(1);
    band->SetNoDataValue(no_data);
    band->SetDescription(text.name.c_str());
    band->SetUnitType(text.unit.c_str());
    band->SetMetadataItem("DESCRIPTION", text.description.c_str());
    if (band->RasterIO(GF_Write, 0, 0, f.columns, f.rows, pixels.data(), f.columns, f.rows, GDT_Float32, 0, 0,
                       nullptr) != CE_None)
        throw Error(ErrorCode::internal, "raster: could not be filled in memory");
    return raster;
}

bool reads_back(const std::filesystem::path& path, const GridFrame& f, const std::vector<float>& pixels) {
    GdalDataset raster(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!raster || raster->GetRasterXSize() != f.columns || raster->GetRasterYSize() != f.rows) return false;
    std::vector<float> read(pixels.size());
    const auto error = raster->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, f.columns, f.rows, read.data(), f.columns,
                                                          f.rows, GDT_Float32, 0, 0, nullptr);
    return error == CE_None && read == pixels;
}

}  // namespace

void write_geotiff(const Grid<double>& grid, const Crs& crs, const RasterText& text,
                   const std::filesystem::path& path) {
    GdalWriting writing(path);
    auto pixels = raster_rows(grid);
    {
        const auto memory = in_memory(grid, crs, text, pixels);
        auto* cog = GetGDALDriverManager()->GetDriverByName("COG");
        if (cog == nullptr)
            throw Error(ErrorCode::cannot_write, say("{}: GDAL here lacks the COG driver", path.string()));
        const char* options[] = {"COMPRESS=DEFLATE", "PREDICTOR=YES", "BLOCKSIZE=256", "OVERVIEW_RESAMPLING=AVERAGE",
                                 nullptr};
        const GdalDataset written(
            cog->CreateCopy(path.c_str(), memory.get(), FALSE, const_cast<char**>(options), nullptr, nullptr));
    }
    writing.check();
    if (!reads_back(path, grid.frame, pixels)) writing.fail(tr("what was written cannot be read back"));
}

}  // namespace lykta::outputs
