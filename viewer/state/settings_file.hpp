// What the viewer keeps from one day to the next, in one JSON file of the user's: language, looks, files opened, and
// for each file the view and the layers it was left with.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// How one project was left.
struct KeptProject {
    Point centre;
    double metres_per_pixel = 0, turn = 0;
    std::vector<LayerSetting> layers;  ///< bottom to top
    std::string base_raster;           ///< the base map laid under it; empty: none
};
struct KeptSettings {
    Settings settings;
    std::string last;                             ///< the project open when the window closed
    std::map<std::string, KeptProject> projects;  ///< by absolute path
};

/// $XDG_CONFIG_HOME/lykta/viewer.json, else ~/.config/lykta/viewer.json; empty where neither is known.
[[nodiscard]] std::filesystem::path settings_path();
/// \returns defaults where the file is not there; `trouble` says what is wrong with one that cannot be used
[[nodiscard]] KeptSettings read_settings(const std::filesystem::path& file, std::string& trouble);
/// Written whole. Only projects in the recent list are kept. \throws Error{cannot_write}
void write_settings(const KeptSettings& kept, const std::filesystem::path& file);
/// Where the scenarios of a project are kept: beside the settings, one file a project.
[[nodiscard]] std::filesystem::path scenarios_path(const std::filesystem::path& settings_file,
                                                   const std::filesystem::path& project);

/// The layers' settings as kept, on all layers there are today: new ones stand where they stand at first.
[[nodiscard]] std::vector<LayerSetting> merged_layers(const std::vector<LayerSetting>& kept);

}  // namespace lykta::viewer
