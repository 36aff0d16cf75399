// Where a single-stage command writes: one file, whole or not at all, or a folder; its kind told by its ending.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "outputs/stage_result.hpp"

namespace lykta::outputs {

enum class OutputKind { none, geopackage, raster, table, folder };

/// Nothing for an empty name; .gpkg, .tif/.tiff, .csv; a name without ending, or an existing folder, is a folder.
/// \throws Error{bad_option} an ending that is not among `allowed`, which are listed
[[nodiscard]] OutputKind output_kind(const std::string& output, const std::vector<OutputKind>& allowed);

/// \throws Error{bad_option} the output would be written over one of the files that were read
void refuse_own_input(const std::string& output, const std::vector<std::string>& inputs);

/// Calls write(path) with a path beside `path`, then moves what was written there into place.
/// \throws Error{cannot_write}; an older file is then untouched and nothing new is left
void write_beside(const std::filesystem::path& path, const std::function<void(const std::filesystem::path&)>& write);

}  // namespace lykta::outputs
