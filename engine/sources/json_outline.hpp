// The outline of a GeoJSON file: where each feature stands, found without building a tree, so that features are parsed
// one by one over the threads and every fault has its line and column.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::sources {

struct JsonSlice {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Nesting allowed in a JSON file. Real layers need about ten.
constexpr int json_depth_limit = 256;

struct JsonOutline {
    std::string type;                 ///< "FeatureCollection", "Feature", a geometry type, or what stands there
    std::vector<JsonSlice> features;  ///< elements of "features"; or the one object; or one per line
    JsonSlice crs;                    ///< the 2008 "crs" member; begin == end: none
    bool has_features = false;        ///< a "features" list stood there
    bool from_esri = false;           ///< Esri's own JSON: "spatialReference" and no "type"
};

/// \throws Error{bad_input} with line and column: nesting too deep, an unexpected end (with its byte offset), a
/// character
///         where none may stand, text after the end
[[nodiscard]] JsonOutline outline_of(std::string_view text, const std::string& file);

/// "line 2, column 70" of a byte offset, both from 1.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

/// Throws the error of a JSON text that cannot be parsed.
[[noreturn]] void refuse_json(const std::string& file, std::string_view text, std::size_t offset,
                              const std::string& why);

}  // namespace lykta::sources
