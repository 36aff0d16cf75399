// The head of a result: run.json, or the table run_info where the GeoPackage stands alone.
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "viewer/project/open_result.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string text_at(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string{};
}
std::int64_t whole_at(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_number() ? json[key].get<std::int64_t>() : 0;
}
bool is_true(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_boolean() && json[key].get<bool>();
}
const Json& list_at(const Json& json, const char* key) {
    static const Json none = Json::array();
    return json.contains(key) && json[key].is_array() ? json[key] : none;
}

/// "0.1.0" → {0, 1, 0}; what is no number counts as 0.
std::array<int, 3> version_parts(const std::string& version) {
    std::array<int, 3> parts{};
    std::sscanf(version.c_str(), "%d.%d.%d", parts.data(), &parts[1], &parts[2]);
    return parts;
}

void check_version(const std::string& version, const std::string& name) {
    if (version_parts(version) <= version_parts(LYKTA_VERSION)) return;
    throw Error{ErrorCode::bad_input, say("{}: written by Lykta {}, newer than this one ({}); update Lykta to open it.",
                                          name, version, LYKTA_VERSION)};
}

std::int64_t day_from(const std::string& date) {
    int year = 1970, month = 1, day = 1;
    std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day);
    return days_from_civil(year, month, day);
}

std::unique_ptr<study::StudyRun> empty_run(const std::string& crs) {
    return std::unique_ptr<study::StudyRun>(
        new study::StudyRun{.city = {}, .result = {.crs = Crs::from_text(crs.empty() ? "EPSG:3006" : crs)}});
}

Issues issues_from(const Json& list) {
    Issues issues;
    for (const auto& one : list) {
        Issue issue{.code = text_at(one, "code"),
                    .severity = text_at(one, "severity") == "note" ? Severity::note : Severity::warning,
                    .message = text_at(one, "message"),
                    .count = whole_at(one, "count")};
        for (const auto& row : list_at(one, "rows"))
            if (row.is_number_integer()) issue.rows.push_back(row.get<std::int64_t>());
        issues.push_back(std::move(issue));
    }
    return issues;
}

layers::LayerKind kind_from(const std::string& name) {
    for (int kind = 0; kind <= static_cast<int>(layers::LayerKind::entrances); ++kind)
        if (layers::layer_name(static_cast<layers::LayerKind>(kind)) == name)
            return static_cast<layers::LayerKind>(kind);
    return layers::LayerKind::incidents;
}

layers::SourceReport source_from(const Json& input) {
    layers::SourceReport source;
    source.kind = kind_from(text_at(input, "layer"));
    source.path = text_at(input, "path");
    source.sha256 = text_at(input, "sha256");
    source.found.format = text_at(input, "format");
    source.found.encoding = text_at(input, "encoding");
    source.crs = text_at(input, "crs");
    for (const auto& note : list_at(input, "notes"))
        if (note.is_string()) source.notes.push_back(note.get<std::string>());
    source.account.source = fs::path{source.path}.filename().string();
    source.account.rows_read = whole_at(input, "rows_read");
    source.account.rows_used = whole_at(input, "rows_used");
    source.account.issues = issues_from(list_at(input, "issues"));
    return source;
}

double option_number(const outputs::RunResult& result, const std::string& key, double otherwise) {
    for (const auto& option : result.options)
        if (option.key == key && !option.value.empty()) {
            double value = otherwise;
            return std::sscanf(option.value.c_str(), "%lf", &value) == 1 ? value : otherwise;
        }
    return otherwise;
}

/// Figures of the result that its options state.
void settle_options(outputs::RunResult& result) {
    result.fdr = option_number(result, "places.fdr", result.fdr);
    result.bandwidth_m = option_number(result, "places.bandwidth", result.bandwidth_m);
    result.gi_band_m = option_number(result, "places.gi_band", result.gi_band_m);
    result.draws = static_cast<int>(option_number(result, "simulation.draws", 0));
    result.top_k = static_cast<int>(option_number(result, "simulation.top_k", result.top_k));
}

void fill_head(const Json& manifest, outputs::RunResult& result) {
    result.version = text_at(manifest, "lykta");
    result.command = text_at(manifest, "command");
    result.created_utc = text_at(manifest, "created");
    const auto& study = manifest["study"];
    result.study_name = text_at(study, "name");
    result.study_file = text_at(study, "file");
    result.timezone = text_at(manifest, "timezone");
    if (manifest.contains("period") && manifest["period"].is_object())
        result.period = {day_from(text_at(manifest["period"], "from")), day_from(text_at(manifest["period"], "to"))};
    result.language = text_at(manifest, "language") == "en" ? Language::english : Language::swedish;
    result.seed = static_cast<std::uint32_t>(whole_at(manifest, "seed"));
    result.privacy_k = static_cast<int>(whole_at(manifest, "privacy_k"));
    result.public_level = is_true(manifest, "public_level");
    if (const auto refusal = text_at(manifest, "refusal"); !refusal.empty()) result.refusal = refusal;
}

void fill_lists(const Json& manifest, outputs::RunResult& result) {
    for (const auto& o : list_at(manifest, "options"))
        result.options.push_back({text_at(o, "key"), text_at(o, "value"), text_at(o, "unit"), is_true(o, "default")});
    for (const auto& input : list_at(manifest, "inputs")) result.sources.push_back(source_from(input));
    result.findings = issues_from(list_at(manifest, "findings"));
    for (const auto& absent : list_at(manifest, "absent_terms"))
        for (const auto term : places::all_terms)
            if (places::term_code(term) == text_at(absent, "term"))
                result.absent_terms.push_back({term, text_at(absent, "sentence")});
    settle_options(result);
}

Json manifest_from(const fs::path& path) {
    auto manifest = Json::parse(read_file(path), nullptr, false);
    if (!manifest.is_object() || !manifest.contains("lykta") || !manifest.contains("study") ||
        !manifest["study"].is_object())
        throw Error{ErrorCode::cannot_read,
                    say("{}: is not a manifest of Lykta; give the run.json of a finished run", path.string())};
    return manifest;
}

/// "source belysning.gpkg" → "lighting; 12 rows read, 11 used; sha256 …"
layers::SourceReport source_from_info(const std::string& name, const std::string& value) {
    layers::SourceReport source;
    source.path = source.account.source = name;
    source.kind = kind_from(value.substr(0, value.find(';')));
    long long read = 0, used = 0;
    if (const auto at = value.find(';'); at != std::string::npos)
        std::sscanf(value.c_str() + at + 1, " %lld rows read, %lld used", &read, &used);
    source.account.rows_read = read;
    source.account.rows_used = used;
    if (const auto at = value.find("sha256 "); at != std::string::npos) source.sha256 = value.substr(at + 7);
    return source;
}

void take_info(const std::string& key, const std::string& value, outputs::RunResult& result) {
    if (key == "study") result.study_name = value;
    if (key == "lykta_version") result.version = value;
    if (key == "command") result.command = value;
    if (key == "timezone") result.timezone = value;
    if (key == "refusal") result.refusal = value;
    if (key == "seed") result.seed = static_cast<std::uint32_t>(std::strtoul(value.c_str(), nullptr, 10));
    if (key == "period" && value.size() >= 21)
        result.period = {day_from(value.substr(0, 10)), day_from(value.substr(11))};
    if (key == "privacy") {
        result.public_level = value.starts_with("public");
        std::sscanf(value.c_str(), "public, k = %d", &result.privacy_k);
    }
    if (key.starts_with("source ")) result.sources.push_back(source_from_info(key.substr(7), value));
    if (key.starts_with("option ")) result.options.push_back({key.substr(7), value, "", false});
}

}  // namespace

std::unique_ptr<study::StudyRun> run_from_manifest(const fs::path& path) {
    const auto manifest = manifest_from(path);
    check_version(text_at(manifest, "lykta"), path.string());
    auto run = empty_run(text_at(manifest, "crs"));
    fill_head(manifest, run->result);
    fill_lists(manifest, run->result);
    return run;
}

std::unique_ptr<study::StudyRun> run_from_info(const sources::LayerFile& file, const std::string& name) {
    const auto info = file.read("run_info");
    const auto keys = info.text("key"), values = info.text("value");
    std::string crs;
    for (std::size_t i = 0; i < info.rows; ++i) {
        if (keys[i] == "crs") crs = values[i];
        if (keys[i] == "lykta_version") check_version(values[i], name);
    }
    auto run = empty_run(crs);
    for (std::size_t i = 0; i < info.rows; ++i) take_info(keys[i], values[i], run->result);
    settle_options(run->result);
    return run;
}

/// As the run computes it, from what the manifest counts; unknown where a file does not tell.
void settle_city_rate(outputs::RunResult& result) {
    double used = 0;
    for (const auto& source : result.sources)
        if (source.kind == layers::LayerKind::incidents) used += static_cast<double>(source.account.rows_used);
    const double exposure = result.window_area_ha * result.period.years();
    if (used > 0 && exposure > 0) result.city_rate_per_ha_year = used / exposure;
}

void read_rows_set_aside(const sources::LayerFile& file, study::StudyRun& run) {
    auto& result = run.result;
    const auto info = file.read("run_info");
    const auto keys = info.text("key"), values = info.text("value");
    for (std::size_t i = 0; i < info.rows; ++i)
        if (keys[i] == "window_area_ha") result.window_area_ha = std::strtod(values[i].c_str(), nullptr);
    settle_city_rate(result);
    const auto rows = file.read("rows_set_aside");
    const auto sources = rows.text("source"), reasons = rows.text("reason"), messages = rows.text("message");
    const auto numbers = rows.number("row");
    for (std::size_t i = 0; i < rows.rows; ++i)
        for (auto& source : result.sources) {
            if (source.account.source != sources[i]) continue;
            SetAside row{.row = static_cast<std::int64_t>(numbers[i]), .message = messages[i]};
            for (int reason = 0; reason <= static_cast<int>(Reason::bad_value); ++reason)
                if (reason_code(static_cast<Reason>(reason)) == reasons[i]) row.reason = static_cast<Reason>(reason);
            source.account.set_aside.push_back(std::move(row));
            break;
        }
}

}  // namespace lykta::viewer
