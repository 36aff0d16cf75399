// Buildings and plants of a single-stage command.
#include "study/stage_surroundings.hpp"

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::study {

FileAt FileList::add(layers::LayerKind kind, const std::string& path) {
    if (path.empty()) return {};
    return add(stage_file(kind, path));
}

std::size_t FileList::add(const layers::LayerOptions& options) {
    m_files.push_back(options);
    return m_files.size() - 1;
}

FileAt FileList::add_vegetation(const PlantFiles& plants) {
    if (plants.path.empty() && !plants.ground.empty())
        throw Error{
            ErrorCode::bad_option,
            say("--ground {}: is the ground under a raster given with --vegetation, which is missing", plants.ground)};
    if (plants.path.empty()) return {};
    auto options = stage_file(layers::LayerKind::vegetation, plants.path);
    options.ground = plants.ground;
    if (plants.height) options.defaults["height"] = plants.height->value;
    return add(options);
}

Surroundings read_surroundings(StageFiles& files, FileAt buildings, FileAt vegetation,
                               std::vector<layers::SourceReport>& reports) {
    Surroundings around;
    if (buildings) around.buildings = files.read(*buildings, layers::buildings_from);
    if (vegetation) around.vegetation = files.read(*vegetation, layers::vegetation_from);
    if (around.buildings)
        reports.insert(reports.end(), around.buildings->reports.begin(), around.buildings->reports.end());
    if (around.vegetation)
        reports.insert(reports.end(), around.vegetation->reports.begin(), around.vegetation->reports.end());
    return around;
}

conditions::Obstacles obstacles_of(const Surroundings& around, conditions::Season season) {
    return {around.buildings ? &*around.buildings : nullptr,
            around.vegetation ? &*around.vegetation : nullptr,
            {.season = season}};
}

std::string season_code(conditions::Season season) {
    return season == conditions::Season::leafed ? "leafed" : "bare";
}

}  // namespace lykta::study
