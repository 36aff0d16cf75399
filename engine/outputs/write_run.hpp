// Writes the result of a run: every file of it, or none.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// Writes lykta.gpkg, places.csv, places.geojson, intensity.tif, illuminance.tif (with lamps), report.html,
/// rejects/*.csv and, last, run.json into `folder` through core's OutputFolder; where measures were asked for also
/// atgardsplan.csv, arbetslista.csv and kamerabehov-PLACE.html. \returns the files written, relative to
/// the folder, run.json last \throws Error{cannot_write}; the folder then holds what it held before
std::vector<std::string> write_run(const RunResult& result, const std::filesystem::path& folder);

// Each alone, to a path in a folder being staged:
void write_geopackage(const RunResult& result, const std::filesystem::path& path);
void write_places_csv(const RunResult& result, const std::filesystem::path& path);
void write_places_geojson(const RunResult& result, const std::filesystem::path& path);
struct RasterText {
    std::string name, unit, description;
    std::map<std::string, std::string> metadata;  ///< e.g. {"LYKTA_VERSION", "0.1.0"}
};
void write_geotiff(const Grid<double>& grid, const Crs& crs, const RasterText& text, const std::filesystem::path& path);
void write_report(const RunResult& result, const std::filesystem::path& path);
void write_rejects(const layers::SourceReport& source, const std::filesystem::path& path);
/// The manifest; `outputs` are the other files, relative to `folder`, hashed here.
void write_manifest(const RunResult& result, const std::filesystem::path& folder,
                    const std::vector<std::string>& outputs);

/// A cell a spreadsheet would run as a formula (= + - @ tab, carriage return first) made harmless with a leading
/// apostrophe; numbers are left alone. Personal numbers in text are masked ("19121212-****").
[[nodiscard]] std::string csv_cell(std::string_view text);
[[nodiscard]] std::string html_text(std::string_view text);  ///< escaped for element and attribute content

}  // namespace lykta::outputs
