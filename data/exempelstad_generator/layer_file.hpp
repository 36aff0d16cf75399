// One layer of one file, written with GDAL: columns first, then features.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "plane.hpp"

class GDALDataset;
class OGRGeometry;
class OGRLayer;

namespace exempelstad {

enum class Shape { point, line, polygon, multi_polygon };
enum class Format { geopackage, shapefile };
struct Column {
    const char* name;
    enum Type { text, whole, real } type;
};
/// monostate: null.
using Value = std::variant<std::monostate, std::string, int, double>;

class LayerFile {
public:
    LayerFile(const std::filesystem::path& path, Format format, Shape shape, std::vector<Column> columns);
    ~LayerFile();
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;
    void add_point(Point p, const std::vector<Value>& values);
    void add_line(const Polyline& line, const std::vector<Value>& values);
    void add_polygon(const Ring& ring, const std::vector<Value>& values);
    void add(const OGRGeometry& geometry, const std::vector<Value>& values);

private:
    std::string m_path;
    std::vector<Column> m_columns;
    GDALDataset* m_dataset = nullptr;
    OGRLayer* m_layer = nullptr;
};

[[nodiscard]] std::unique_ptr<OGRGeometry> polygon_of(const Ring& ring);
/// Union of rings that share edges.
[[nodiscard]] std::unique_ptr<OGRGeometry> joined(const std::vector<Ring>& rings);

}  // namespace exempelstad
