// Opening a finished result: the manifest or run_info first, then every layer, then the map.
#include "viewer/project/open_result.hpp"

#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/open_parts.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

void say_what_is_missing(Project& project) {
    auto& missing = project.missing;
    missing.emplace_back(
        tr("A result holds no single incidents: hours, weekdays, months and periods need the study itself."));
    missing.emplace_back(tr("A result holds no buildings, no water and no greenery: the map is drawn without them."));
    missing.emplace_back(
        tr("Budgets and what-ifs are computed from the study; a result shows what was chosen when it was written."));
    if (!project.study_path.empty()) missing.push_back(say("Open {} for all of this.", project.study_path.string()));
}

/// The layers of the file, with the manifest's head already read.
ProjectPointer read_layers(std::shared_ptr<Project> project, const sources::LayerFile& file, const fs::path& package,
                           const study::Progress& progress) {
    auto& run = *project->run;
    run.result.layers = &run.city;
    project->study_path = study_behind(run, package);
    say_what_is_missing(*project);
    ResultReading into{run, project->missing};
    progress(tr("Reading the places"), 0.1);
    read_rows_set_aside(file, run);
    read_places(file, into);
    progress(tr("Reading the cells"), 0.2);
    read_cells(file, into);
    progress(tr("Reading light and sight"), 0.3);
    read_conditions(file, into);
    read_rasters(package.parent_path(), into);
    progress(tr("Reading the measures"), 0.7);
    read_measures(file, into);
    progress(tr("Drawing the map"), 0.8);
    project->layers = layers_of(run);
    return project;
}

void check_is_result(const sources::LayerFile& file, const fs::path& path) {
    if (file.has("places") && file.has("cells") && file.has("run_info")) return;
    throw Error{ErrorCode::bad_input,
                say("{}: a GeoPackage, but not a result of Lykta (the layers places, cells and run_info are not all "
                    "there); choose the lykta.gpkg of a run, or name the file in a study.",
                    path.string())};
}

}  // namespace

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional{value};
}
std::optional<int> known_whole(double value) {
    return std::isnan(value) ? std::nullopt : std::optional{static_cast<int>(std::lround(value))};
}
MultiPolygon polygons_of(const Geometry& shape) {
    const auto* polygons = std::get_if<MultiPolygon>(&shape);
    return polygons != nullptr ? *polygons : MultiPolygon{};
}
Polyline line_of(const Geometry& shape) {
    const auto* lines = std::get_if<MultiLine>(&shape);
    return lines != nullptr && !lines->lines.empty() ? lines->lines.front() : Polyline{};
}
Point point_of(const Geometry& shape) {
    const auto* point = std::get_if<Point>(&shape);
    return point != nullptr ? *point : Point{};
}

fs::path study_behind(const study::StudyRun& run, const fs::path& result) {
    const fs::path named = run.result.study_file;
    if (named.empty()) return {};
    std::error_code unreadable;
    const auto folder = result.parent_path();
    for (const auto& candidate :
         {named, folder / named, folder.parent_path() / named, folder.parent_path() / named.filename()})
        if (fs::is_regular_file(candidate, unreadable)) return candidate;
    return {};
}

ProjectPointer open_manifest(const fs::path& path, const study::Progress& progress) {
    progress(tr("Reading the manifest"), 0.0);
    auto project = std::make_shared<Project>();
    project->origin = Origin::result;
    project->path = path;
    project->run = run_from_manifest(path);
    const auto package = path.parent_path() / "lykta.gpkg";
    std::error_code unreadable;
    if (!fs::is_regular_file(package, unreadable))
        throw Error{ErrorCode::cannot_read,
                    say("{}: lykta.gpkg is missing beside the manifest; move the whole result folder, or run the study "
                        "again.",
                        path.string())};
    const sources::LayerFile file{package.string()};
    check_is_result(file, package);
    return read_layers(std::move(project), file, package, progress);
}

ProjectPointer open_geopackage(const fs::path& path, const study::Progress& progress) {
    progress(tr("Reading the result"), 0.0);
    const sources::LayerFile file{path.string()};
    check_is_result(file, path);
    auto project = std::make_shared<Project>();
    project->origin = Origin::result;
    project->path = path;
    const auto manifest = path.parent_path() / "run.json";
    std::error_code unreadable;
    project->run = fs::is_regular_file(manifest, unreadable) ? run_from_manifest(manifest)
                                                             : run_from_info(file, path.filename().string());
    return read_layers(std::move(project), file, path, progress);
}

}  // namespace lykta::viewer
