// A file of map layers as typed columns: what a program reads back of a result written by Lykta. Sources delivered by
// others go through read_source, which accounts for every row.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::sources {

/// One layer, column by column. A column that is not there reads as empty values: older files lack newer columns.
struct LayerRows {
    std::size_t rows = 0;
    std::map<std::string, std::vector<double>> numbers;     ///< NaN where the file has NULL
    std::map<std::string, std::vector<std::string>> texts;  ///< empty where the file has NULL
    std::vector<Geometry> shapes;                           ///< as many as rows; monostate without geometry

    [[nodiscard]] std::vector<double> number(const std::string& column) const;
    [[nodiscard]] std::vector<std::string> text(const std::string& column) const;
};

/// A GeoPackage opened once, its layers read by name.
class LayerFile {
public:
    /// \throws Error{cannot_read} missing, damaged or no GeoPackage
    explicit LayerFile(const std::string& path);
    ~LayerFile();
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;

    [[nodiscard]] bool has(const std::string& layer) const;
    /// No rows where there is no such layer. \throws Error{cannot_read} at a damaged place
    [[nodiscard]] LayerRows read(const std::string& layer) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace lykta::sources
