// A result read back from its files, topic by topic: the other half of engine/outputs. What the files do not hold stays
// empty in the run and is said in `missing`.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sources/layer_file.hpp"
#include "study/run_study.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

/// Where a result being read is put together.
struct ResultReading {
    study::StudyRun& run;
    std::vector<std::string>& missing;
};

/// What run.json tells: study, period, privacy, options, sources, findings. \throws Error{cannot_read | bad_input}
[[nodiscard]] std::unique_ptr<study::StudyRun> run_from_manifest(const std::filesystem::path& manifest);
/// The same, as far as the table run_info of a GeoPackage holds it.
[[nodiscard]] std::unique_ptr<study::StudyRun> run_from_info(const sources::LayerFile& file, const std::string& name);
/// Rows set aside, onto the sources they belong to.
void read_rows_set_aside(const sources::LayerFile& file, study::StudyRun& run);
/// The study file a manifest names, looked for from here, beside the manifest and one folder up; empty: not there.
[[nodiscard]] std::filesystem::path study_behind(const study::StudyRun& run, const std::filesystem::path& result);

void read_places(const sources::LayerFile& file, ResultReading& into);      ///< places, their terms, felt areas
void read_cells(const sources::LayerFile& file, ResultReading& into);       ///< counts, Gi* on their lattice
void read_conditions(const sources::LayerFile& file, ResultReading& into);  ///< streets, light, lamps, sight, plants
/// intensity.tif and, with lamps, illuminance.tif; after cells and conditions
void read_rasters(const std::filesystem::path& folder, ResultReading& into);
void read_measures(const sources::LayerFile& file, ResultReading& into);  ///< the plan; after places and conditions

/// NaN becomes empty.
[[nodiscard]] std::optional<double> known(double value);
[[nodiscard]] std::optional<int> known_whole(double value);
[[nodiscard]] MultiPolygon polygons_of(const Geometry& shape);
[[nodiscard]] Polyline line_of(const Geometry& shape);  ///< the first one
[[nodiscard]] Point point_of(const Geometry& shape);

}  // namespace lykta::viewer
