// What stands round lamps and paths in a single-stage command: buildings and plants, read and made obstacles.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "conditions/obstacles.hpp"
#include "study/stage_files.hpp"

namespace lykta::study {

struct Surroundings {
    std::optional<layers::BuildingLayer> buildings;
    std::optional<layers::VegetationLayer> vegetation;
};
/// Where a file of the command stands among the StageFiles; none when it was not given.
using FileAt = std::optional<std::size_t>;

/// Plants as shapes, or as a raster with, of a surface, the raster of the ground under it.
struct PlantFiles {
    std::string path, ground;      ///< empty: without
    std::optional<Meters> height;  ///< of plants that have none. DEFAULT: by kind
};

/// Files in the order they are read, and where each stands.
class FileList {
public:
    FileAt add(layers::LayerKind kind, const std::string& path);  ///< nothing for an empty path
    std::size_t add(const layers::LayerOptions& options);
    FileAt add_vegetation(const PlantFiles& plants);
    [[nodiscard]] const std::vector<layers::LayerOptions>& files() const { return m_files; }

private:
    std::vector<layers::LayerOptions> m_files;
};

/// Appends each layer's reports to `reports`. \pre the first file was read
[[nodiscard]] Surroundings read_surroundings(StageFiles& files, FileAt buildings, FileAt vegetation,
                                             std::vector<layers::SourceReport>& reports);
[[nodiscard]] conditions::Obstacles obstacles_of(const Surroundings& surroundings, conditions::Season season);
[[nodiscard]] std::string season_code(conditions::Season season);  ///< "leafed", "bare"

}  // namespace lykta::study
