// What the result of every single-stage command (dark, light, sight) tells of itself, and how it is told: on the
// terminal, as JSON, in the tables of a GeoPackage, in a raster's metadata.
#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "layers/layers.hpp"
#include "outputs/geopackage.hpp"

namespace lykta::outputs {

/// What the result was made from, and how.
struct StageAbout {
    std::string command, version;
    Crs crs;                   ///< metres; of everything in the result
    Point longitude_latitude;  ///< middle of the first file
    std::vector<layers::SourceReport> sources;
    std::vector<OptionUsed> options;
};

/// "FILE: 12 rows read, 11 used, 1 set aside" for every source, with the warnings and notes of each below it.
[[nodiscard]] std::string sources_text(const StageAbout& about);
/// {command, version, crs, options, sources: [{file, kind, rows_read, rows_used, set_aside, messages}]}
[[nodiscard]] nlohmann::ordered_json about_json(const StageAbout& about);
/// Tables run_info and rows_set_aside, as in lykta.gpkg.
void add_about_tables(GeoPackage& package, const StageAbout& about);
/// LYKTA_VERSION, LYKTA_COMMAND, LYKTA_SOURCES, and every option as LYKTA_OPTION_….
[[nodiscard]] std::map<std::string, std::string> about_metadata(const StageAbout& about);
[[nodiscard]] std::string metres_text(double metres);             ///< "1 234 m"
[[nodiscard]] std::string share_text(double part, double whole);  ///< "12 %", "0,4 %", "< 0,1 %", "–" of nothing
[[nodiscard]] bool has_warning(const StageAbout& about);

/// A number for JSON: null where it is not finite, else so many significant digits.
[[nodiscard]] nlohmann::ordered_json json_number(double value, int significant = 9);
[[nodiscard]] std::string printed(const nlohmann::ordered_json& json);  ///< indented, with a line end

}  // namespace lykta::outputs
