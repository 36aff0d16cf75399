// viewer.json: read forgivingly (a broken file costs the settings, never the session) and written whole.
#include "viewer/state/settings_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/file.hpp"

namespace lykta::viewer {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t most_recent = 10;

/// The value under `key` when it is there and of the right kind; else what was there before.
template <class T>
void take(const Json& json, const char* key, T& value) {
    const auto at = json.find(key);
    if (at == json.end()) return;
    if constexpr (std::is_same_v<T, bool>) {
        if (at->is_boolean()) value = at->get<bool>();
    } else if constexpr (std::is_arithmetic_v<T>) {
        if (at->is_number() && std::isfinite(at->get<double>())) value = at->get<T>();
    } else {
        if (at->is_string()) value = at->get<T>();
    }
}

Settings settings_of(const Json& json) {
    Settings settings;
    std::string language = "sv";
    take(json, "language", language);
    settings.language = language == "en" ? Language::english : Language::swedish;
    take(json, "text_scale", settings.text_scale);
    settings.text_scale = std::clamp(settings.text_scale, 0.75, 2.0);
    take(json, "night", settings.night);
    take(json, "left_open", settings.left_open);
    take(json, "right_open", settings.right_open);
    take(json, "time_open", settings.time_open);
    take(json, "legend_open", settings.legend_open);
    if (const auto recent = json.find("recent"); recent != json.end() && recent->is_array())
        for (const auto& file : *recent)
            if (file.is_string() && settings.recent.size() < most_recent) settings.recent.push_back(file);
    return settings;
}

std::vector<LayerSetting> layers_of(const Json& json) {
    std::vector<LayerSetting> layers;
    if (!json.is_array()) return layers;
    for (const auto& one : json) {
        if (!one.is_object()) continue;
        std::string code;
        take(one, "layer", code);
        const auto id = layer_from_code(code);
        if (!id) continue;  // a layer of another version
        LayerSetting setting{*id, true, 1.0F};
        take(one, "visible", setting.visible);
        take(one, "opacity", setting.opacity);
        setting.opacity = std::clamp(setting.opacity, 0.0F, 1.0F);
        layers.push_back(setting);
    }
    return layers;
}

std::optional<KeptProject> project_of(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    KeptProject project;
    take(json, "x", project.centre.x);
    take(json, "y", project.centre.y);
    take(json, "metres_per_pixel", project.metres_per_pixel);
    take(json, "turn", project.turn);
    take(json, "base_raster", project.base_raster);
    const double scale = project.metres_per_pixel;
    if (!(scale >= least_metres_per_pixel) || !(scale <= most_metres_per_pixel)) return std::nullopt;
    if (const auto layers = json.find("layers"); layers != json.end()) project.layers = layers_of(*layers);
    return project;
}

Json json_of(const KeptProject& project) {
    Json layers = Json::array();
    for (const auto& layer : project.layers)
        layers.push_back({{"layer", layer_code(layer.id)}, {"visible", layer.visible}, {"opacity", layer.opacity}});
    return {{"x", project.centre.x},
            {"y", project.centre.y},
            {"metres_per_pixel", project.metres_per_pixel},
            {"turn", project.turn},
            {"base_raster", project.base_raster},
            {"layers", std::move(layers)}};
}

Json json_of(const KeptSettings& kept) {
    const Settings& settings = kept.settings;
    Json json = {{"language", settings.language == Language::english ? "en" : "sv"},
                 {"text_scale", settings.text_scale},
                 {"night", settings.night},
                 {"left_open", settings.left_open},
                 {"right_open", settings.right_open},
                 {"time_open", settings.time_open},
                 {"legend_open", settings.legend_open},
                 {"recent", settings.recent},
                 {"last", kept.last},
                 {"projects", Json::object()}};
    const std::set<std::string> recent(settings.recent.begin(), settings.recent.end());
    for (const auto& [path, project] : kept.projects)
        if (recent.contains(path)) json["projects"][path] = json_of(project);
    return json;
}

}  // namespace

std::filesystem::path settings_path() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config && *config == '/') return std::filesystem::path(config) / "lykta" / "viewer.json";
    const char* home = std::getenv("HOME");
    return home && *home ? std::filesystem::path(home) / ".config" / "lykta" / "viewer.json" : std::filesystem::path{};
}

KeptSettings read_settings(const std::filesystem::path& file, std::string& trouble) {
    KeptSettings kept;
    std::error_code none;
    if (file.empty() || !std::filesystem::exists(file, none)) return kept;
    std::string text;
    try {
        text = read_file(file);
    } catch (const Error& error) {
        trouble = error.what();
        return kept;
    }
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        trouble = say("{}: the settings could not be read and stand as at first", file.string());
        return kept;
    }
    kept.settings = settings_of(json);
    take(json, "last", kept.last);
    if (const auto projects = json.find("projects"); projects != json.end() && projects->is_object())
        for (const auto& [path, one] : projects->items())
            if (auto project = project_of(one)) kept.projects[path] = std::move(*project);
    return kept;
}

void write_settings(const KeptSettings& kept, const std::filesystem::path& file) {
    std::error_code none;
    std::filesystem::create_directories(file.parent_path(), none);  // a folder not made is told by the write
    write_file_whole(file, json_of(kept).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::filesystem::path scenarios_path(const std::filesystem::path& settings_file, const std::filesystem::path& project) {
    if (settings_file.empty() || project.empty()) return {};
    std::error_code none;
    const auto whole = std::filesystem::absolute(project, none);
    return settings_file.parent_path() / "scenarios" / (safe_file_name(whole.string()) + ".json");
}

std::vector<LayerSetting> merged_layers(const std::vector<LayerSetting>& kept) {
    std::vector<LayerSetting> merged;
    std::set<LayerId> seen;
    for (const auto& setting : kept)
        if (seen.insert(setting.id).second) merged.push_back(setting);
    if (merged.empty()) return initial_state().layers;
    const auto first = initial_state().layers;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (seen.contains(first[i].id)) continue;
        // above the layer it stands above at first
        const auto below = i == 0 ? merged.end() : std::find_if(merged.begin(), merged.end(), [&](const auto& other) {
            return other.id == first[i - 1].id;
        });
        merged.insert(below == merged.end() ? merged.begin() : below + 1, first[i]);
        seen.insert(first[i].id);
    }
    return merged;
}

}  // namespace lykta::viewer
