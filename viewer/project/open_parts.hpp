// The ways a project is opened, one a file; open_project chooses among them.
#pragma once
#include "viewer/project/project.hpp"

namespace lykta::viewer {

/// A study run through the engine, measures and all.
[[nodiscard]] ProjectPointer open_study(const std::filesystem::path& path, const study::Progress& progress);
/// The same of a study already read; `project` holds its path.
[[nodiscard]] ProjectPointer run_project(std::shared_ptr<Project> project, study::Study study,
                                         const study::Progress& progress);
/// A result through its manifest, with lykta.gpkg and the rasters beside it.
[[nodiscard]] ProjectPointer open_manifest(const std::filesystem::path& path, const study::Progress& progress);
/// A result's layers; its manifest too where run.json stands beside it.
[[nodiscard]] ProjectPointer open_geopackage(const std::filesystem::path& path, const study::Progress& progress);

}  // namespace lykta::viewer
