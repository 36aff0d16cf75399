#include "study/init_study.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "core/crs.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/read_layers.hpp"
#include "sources/read_source.hpp"

namespace lykta::study {

namespace {

namespace fs = std::filesystem;

struct LookedAt {
    std::string file;
    layers::Detection detection;
    std::int64_t rows = 0;
    sources::FormatFound found;
};

std::vector<LookedAt> look_at(const std::vector<std::string>& files) {
    std::vector<LookedAt> looked;
    for (const auto& file : files) {
        const auto source = sources::read_source(file);
        looked.push_back({file, layers::detect(source), source.account.rows_read, source.found});
    }
    return looked;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

bool is_metric(const std::string& text) {
    if (text.empty()) return false;
    const auto crs = Crs::from_text(text);
    return !crs.is_geographic() && std::abs(crs.metres_per_unit() - 1.0) < 1e-9 && !text.ends_with(":3857");
}

std::string project_crs(const InitStudyOptions& options, const std::vector<LookedAt>& looked) {
    if (!options.crs.empty()) return options.crs;
    for (const auto& l : looked)
        if (is_metric(l.detection.crs)) return l.detection.crs;
    return "EPSG:3006";
}

void add_key(std::string& text, const std::string& key, const std::string& value) {
    if (!value.empty()) text += fmt::format("{:<9}= {}\n", key, quoted(value));
}

/// Columns that are keys of their own in a source table; the rest go into `columns`.
bool is_own_key(const std::string& field) {
    constexpr std::string_view own[] = {"x",    "y",        "time",     "time_from", "time_to",
                                        "hour", "category", "reporter", "label"};
    return std::find(std::begin(own), std::end(own), field) != std::end(own);
}

std::string source_table(const LookedAt& l, const std::string& folder) {
    auto text = fmt::format("\n[[{}]]\n", layers::layer_name(l.detection.kind));
    text += "# " + say("{}: {} rows", l.found.format, number_text(l.rows));
    if (!l.found.encoding.empty()) text += ", " + l.found.encoding;
    text += '\n';
    add_key(text, "source",
            fs::absolute(l.file).lexically_proximate(fs::absolute(folder.empty() ? "." : folder)).string());
    add_key(text, "layer", l.found.layer);
    if (l.detection.crs.empty())
        text += "# " + std::string{tr("CHECK: the file does not say which CRS it is in. State it:")} +
                "\n# crs = \"EPSG:…\"\n";
    else
        add_key(text, "crs", l.detection.crs);
    if (!l.detection.crs_note.empty()) text += "# " + l.detection.crs_note + '\n';
    std::string columns;
    // An end without a start is no interval: the time found is then the start.
    auto found = l.detection.columns;
    if (found.contains("time_to") && !found.contains("time_from") && found.contains("time")) {
        found["time_from"] = found["time"];
        found.erase("time");
    }
    for (const auto& [field, column] : found) {
        if (is_own_key(field))
            add_key(text, field, column);
        else
            columns += fmt::format("{}{} = {}", columns.empty() ? "" : ", ", field, quoted(column));
    }
    if (!columns.empty()) text += "columns  = { " + columns + " }\n";
    if (l.detection.kind == layers::LayerKind::incidents)
        text += std::string{"position_error = 15  # "} +
                tr("metres, median; police reports 83 (Gerell 2018), guards' phones 5–15") + '\n';
    return text;
}

std::string head(const InitStudyOptions& options, const std::vector<LookedAt>& looked) {
    const auto folder = fs::absolute(options.folder.empty() ? "." : options.folder).lexically_normal();
    auto text = std::string{"# "} +
                tr("A study: one file that describes a city and what is asked of it. Lines with # are comments.") +
                "\n\n[study]\n";
    add_key(text, "name", options.name.empty() ? folder.filename().string() : options.name);
    add_key(text, "crs", project_crs(options, looked));
    for (const auto& l : looked)
        if (l.detection.kind == layers::LayerKind::window)
            add_key(text, "window", fs::absolute(l.file).lexically_proximate(folder).string());
    text += std::string{"# period = { from = 2023-01-01, to = 2024-12-31 }  # "} +
            tr("whole days; without it: first to last incident") + '\n';
    text += "timezone = \"Europe/Stockholm\"\n";
    return text;
}

std::string tail() {
    auto text = std::string{"\n[places]\n# "} + tr("hot_spots, segments (streets) or file (your own polygons)") +
                "\nfrom = \"hot_spots\"\n";
    text += std::string{"\n# [categories]\n# "} +
            tr("your words → one word, and how much an incident of it weighs (1 when not named)") +
            "\n# map  = { \"Misshandel utomhus\" = \"misshandel\" }\n# harm = { misshandel = 5.0, klotter = 0.5 }\n";
    text += std::string{"\n# [score]\n# "} +
            tr("points of each term; terms without a layer are taken out and the rest brought to 100") +
            "\n# weight = { incident_rate = 55, light_deficit = 15, obstruction = 15, inspection_defects = 15 }\n# "
            "half_life_days = 365\n";
    text += std::string{"\n[privacy]\n# "} + tr("internal: full figures; public: no figure under k incidents") +
            "\nlevel = \"internal\"\nk = 5\n";
    return text;
}

}  // namespace

std::string study_text(const InitStudyOptions& options) {
    const auto looked = look_at(options.files);
    const bool any = std::any_of(looked.begin(), looked.end(),
                                 [](const auto& l) { return l.detection.kind == layers::LayerKind::incidents; });
    if (!any)
        throw Error{
            ErrorCode::bad_input,
            tr("none of the files looks like incidents (points or coordinate columns with a time or a category); "
               "add the file with the reports")};
    auto text = head(options, looked);
    for (const auto& l : looked)
        if (l.detection.kind != layers::LayerKind::window) text += source_table(l, options.folder);
    return text + tail();
}

}  // namespace lykta::study
