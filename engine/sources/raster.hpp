// Rasters through GDAL: one band of numbers on a lattice, read rows at a time.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.hpp"
#include "sources/read_source.hpp"

namespace lykta::sources {

/// Where a raster's cells lie in its CRS.
struct RasterFrame {
    int columns = 0, rows = 0;  ///< rows from the top
    /// GDAL's six numbers: x = t0 + column·t1 + row·t2, y = t3 + column·t4 + row·t5, corners of cells
    std::array<double, 6> transform{0, 1, 0, 0, 0, -1};
    std::string crs;  ///< horizontal part, as text Crs::from_text takes; empty when none is declared
    [[nodiscard]] Point corner(double column, double row) const {
        return {transform[0] + column * transform[1] + row * transform[2],
                transform[3] + column * transform[4] + row * transform[5]};
    }
    [[nodiscard]] std::int64_t cells() const { return std::int64_t{columns} * rows; }
};

/// Formats that are rasters and nothing else, by name or first bytes: GeoTIFF, Erdas Imagine, Arc/Info ASCII grid.
[[nodiscard]] bool is_raster(const std::string& name, std::string_view first_bytes);

/// The first band of a raster file; scale and offset of the band applied.
class Raster {
public:
    /// \throws Error{cannot_read} with GDAL's own words; a picture without numbers or place is refused
    explicit Raster(const std::string& path);
    ~Raster();
    Raster(const Raster&) = delete;
    Raster& operator=(const Raster&) = delete;

    [[nodiscard]] const RasterFrame& frame() const;
    [[nodiscard]] std::string driver() const;  ///< "GTiff"
    /// `count` rows from `first`, row by row; NaN where there is no data. \throws Error{cannot_read} for damaged parts
    void read_rows(int first, int count, std::vector<double>& into);
    /// From now on the raster is read on another's lattice (bilinear where the two differ). `crs` stands for either
    /// one's where none is declared. \throws Error{bad_input} where that cannot be done
    void align_to(const RasterFrame& onto, const std::string& crs);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A raster as read_source gives it: no rows, found.is_raster, rows_read = its cells.
[[nodiscard]] SourceTable describe_raster(const std::string& path, const std::string& name);

}  // namespace lykta::sources
