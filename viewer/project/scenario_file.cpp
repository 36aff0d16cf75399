// Scenarios in a JSON file that people can read: one object a scenario, one line of meaning a key.
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using Json = nlohmann::ordered_json;

constexpr int newest = 1;

Json json_of(const ScenarioItem& item) {
    Json json{{"id", item.id}, {"kind", std::string(kind_code(item.kind))}, {"x_m", item.at.x}, {"y_m", item.at.y}};
    if (item.kind == ScenarioKind::camera) json["heading_degrees"] = item.heading_degrees;
    if (item.record != no_record) json["record"] = item.record;
    if (item.height_m > 0) json["height_m"] = item.height_m;
    if (item.flux_lm > 0) json["flux_lm"] = item.flux_lm;
    if (item.from) json["from_x_m"] = item.from->x, json["from_y_m"] = item.from->y;
    if (!item.piece.empty()) json["piece_wkt"] = to_wkt(item.piece);
    return json;
}

Json json_of(const Scenario& scenario) {
    Json json{{"name", scenario.name}};
    if (!scenario.note.empty()) json["note"] = scenario.note;
    json["next_id"] = scenario.next_id;
    json["items"] = Json::array();
    for (const auto& item : scenario.items) json["items"].push_back(json_of(item));
    return json;
}

/// A file being read: knows where it is when something is wrong.
struct Reading {
    std::string file;
    std::string scenario;

    [[noreturn]] void refuse(const std::string& what) const {
        if (scenario.empty()) throw Error{ErrorCode::bad_input, say("{}: {}", file, what)};
        throw Error{ErrorCode::bad_input, say("{}: scenario “{}”: {}", file, scenario, what)};
    }
    [[nodiscard]] double number(const Json& json, const char* key, std::optional<double> otherwise = {}) const {
        if (!json.contains(key) && otherwise) return *otherwise;
        if (!json.contains(key) || !json[key].is_number())
            refuse(say("“{}” must be a number; give it one or save the scenario again from Lykta.", key));
        const double value = json[key].get<double>();
        if (!std::isfinite(value))
            refuse(
                say("“{}” must be a number; give it one or save the scenario again from "
                    "Lykta.",
                    key));
        return value;
    }
    [[nodiscard]] std::uint32_t index(const Json& json, const char* key, std::optional<std::uint32_t> otherwise) const {
        if (!json.contains(key) && otherwise) return *otherwise;
        if (!json.contains(key) || !json[key].is_number_unsigned() || json[key].get<std::uint64_t>() > no_record)
            refuse(
                say("“{}” must be a whole number, 0 or more; give it one or save the scenario again from Lykta.", key));
        return static_cast<std::uint32_t>(json[key].get<std::uint64_t>());
    }
    [[nodiscard]] std::string text(const Json& json, const char* key) const {
        if (!json.contains(key)) return {};
        if (!json[key].is_string()) refuse(say("“{}” must be a text in quotation marks.", key));
        return json[key].get<std::string>();
    }
};

MultiPolygon piece_of(const Reading& reading, const std::string& wkt) {
    if (wkt.empty()) return {};
    try {
        auto shape = from_wkt(wkt);
        if (auto* piece = std::get_if<MultiPolygon>(&shape)) return std::move(*piece);
    } catch (const Error&) {  // told below, with file and scenario
    }
    reading.refuse(tr("“piece_wkt” is no polygon; leave it out to clear the whole plant."));
}

ScenarioItem item_of(const Reading& reading, const Json& json) {
    if (!json.is_object()) reading.refuse(tr("an item must stand in braces { … }."));
    const auto word = reading.text(json, "kind");
    const auto kind = kind_from(word);
    if (!kind) reading.refuse(say("there is no kind of item “{}”; there are lamp, repair, camera and clearing.", word));
    ScenarioItem item{.id = reading.index(json, "id", {}), .kind = *kind};
    item.at = {reading.number(json, "x_m"), reading.number(json, "y_m")};
    item.heading_degrees = reading.number(json, "heading_degrees", 0.0);
    item.record = reading.index(json, "record", no_record);
    item.height_m = reading.number(json, "height_m", 0.0);
    item.flux_lm = reading.number(json, "flux_lm", 0.0);
    if (json.contains("from_x_m"))
        item.from = Point{reading.number(json, "from_x_m"), reading.number(json, "from_y_m")};
    item.piece = piece_of(reading, reading.text(json, "piece_wkt"));
    return item;
}

Scenario scenario_of(Reading reading, const Json& json) {
    if (!json.is_object()) reading.refuse(tr("a scenario must stand in braces { … }."));
    Scenario scenario{.name = reading.text(json, "name")};
    reading.scenario = scenario.name;
    scenario.note = reading.text(json, "note");
    if (!json.contains("items") || !json["items"].is_array()) reading.refuse(tr("“items” must be a list [ … ]."));
    std::set<std::uint32_t> ids;
    for (const auto& item : json["items"]) {
        scenario.items.push_back(item_of(reading, item));
        const auto id = scenario.items.back().id;
        if (!ids.insert(id).second) reading.refuse(say("two items have the id {}; give each its own.", id));
    }
    scenario.next_id = reading.index(json, "next_id", 1);
    if (!ids.empty()) scenario.next_id = std::max(scenario.next_id, *ids.rbegin() + 1);
    return scenario;
}

}  // namespace

std::string_view kind_code(ScenarioKind kind) {
    switch (kind) {
        case ScenarioKind::lamp:
            return "lamp";
        case ScenarioKind::repair:
            return "repair";
        case ScenarioKind::camera:
            return "camera";
        case ScenarioKind::clearing:
            break;
    }
    return "clearing";
}

std::optional<ScenarioKind> kind_from(std::string_view code) {
    for (const auto kind : {ScenarioKind::lamp, ScenarioKind::repair, ScenarioKind::camera, ScenarioKind::clearing})
        if (code == kind_code(kind)) return kind;
    return std::nullopt;
}

void save_scenarios(const std::vector<Scenario>& scenarios, const std::filesystem::path& path) {
    Json json{{"lykta_scenarios", newest}};
    json["about"] =
        tr("Coordinates in the study's project CRS, metres; record: index of a lamp or plant in the study.");
    json["scenarios"] = Json::array();
    for (const auto& scenario : scenarios) json["scenarios"].push_back(json_of(scenario));
    write_file_whole(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<Scenario> load_scenarios(const std::filesystem::path& path) {
    const Reading reading{path.filename().string(), {}};
    const auto json = Json::parse(read_file(path), nullptr, false);
    if (json.is_discarded()) reading.refuse(tr("this is no JSON; choose a file of scenarios saved by Lykta."));
    if (!json.is_object() || !json.contains("lykta_scenarios") || !json["lykta_scenarios"].is_number_integer())
        reading.refuse(tr("this is no file of scenarios; choose one saved by Lykta."));
    if (json["lykta_scenarios"].get<std::int64_t>() > newest)
        reading.refuse(tr("the file was saved by a newer Lykta; open it with that one."));
    if (!json.contains("scenarios") || !json["scenarios"].is_array())
        reading.refuse(tr("“scenarios” must be a list [ … ]."));
    std::vector<Scenario> scenarios;
    for (const auto& scenario : json["scenarios"]) scenarios.push_back(scenario_of(reading, scenario));
    return scenarios;
}

}  // namespace lykta::viewer
