#include "study/study_file.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "layers/column_names.hpp"
#include "study/measure_table.hpp"
#include "study/study_tables.hpp"
#include "study/toml_table.hpp"

namespace lykta::study {

namespace {

namespace fs = std::filesystem;
using layers::LayerKind;
using layers::LayerOptions;

constexpr LayerKind source_tables[] = {
    LayerKind::incidents, LayerKind::lighting, LayerKind::vegetation, LayerKind::inspections, LayerKind::streets,
    LayerKind::buildings, LayerKind::areas,    LayerKind::survey,     LayerKind::cameras,     LayerKind::entrances};

std::int64_t day_of(const toml::date& d) {
    return days_from_civil(d.year, d.month, d.day);
}

void read_period(TomlTable& table, Study& study) {
    const auto* node = table.node("period");
    if (node == nullptr) return;
    const auto* period = node->as_table();
    const auto* from = period != nullptr ? period->get_as<toml::date>("from") : nullptr;
    const auto* to = period != nullptr ? period->get_as<toml::date>("to") : nullptr;
    if (from == nullptr || to == nullptr) table.refuse(*node, "period", "{ from = 2023-01-01, to = 2024-12-31 }");
    study.period = Period{day_of(from->get()), day_of(to->get())};
    if (study.period->days() < 1) table.refuse(*node, "period", tr("a first day before the last day"));
}

void read_head(const toml::table& file, Study& study) {
    const auto* head = file.get_as<toml::table>("study");
    if (head == nullptr)
        throw Error{ErrorCode::bad_option,
                    say("{}: has no [study] table; `lykta init FILES…` writes a study file to start from", study.file)};
    TomlTable table{*head, study.file, "[study]"};
    table.text("name", study.name);
    table.text("crs", study.crs);
    table.text("timezone", study.timezone);
    read_period(table, study);
    if (std::string window; table.node("window") != nullptr) {
        table.text("window", window);
        study.sources.push_back({.kind = LayerKind::window, .path = beside(study, window)});
    }
    table.finish();
}

/// A misspelt field would be ignored in silence.
void refuse_unknown_field(TomlTable& table, const char* key, const std::string& field) {
    std::set<std::string> known{"x", "y", "position"};
    for (const auto& f : layers::field_names()) known.insert(std::string{f.field});
    if (known.contains(field)) return;
    const auto near = nearest_word(field, known);
    table.refuse(
        *table.node(key), field.c_str(),
        near.empty() ? say("one of {}", fmt::join(known, ", ")) : say("a known field; did you mean '{}'?", near));
}

void read_reading(TomlTable& table, LayerOptions& source) {
    table.text("layer", source.read.layer);
    table.text("delimiter", source.read.delimiter);
    table.text("encoding", source.read.encoding);
    table.text("crs", source.crs);
    table.text("x", source.x);
    table.text("y", source.y);
    source.columns = table.texts("columns");
    source.defaults = table.numbers("defaults");
    for (const auto& [field, column] : source.columns) refuse_unknown_field(table, "columns", field);
    for (const auto& [field, value] : source.defaults) refuse_unknown_field(table, "defaults", field);
}

void read_incident_keys(TomlTable& table, LayerOptions& source) {
    table.text("time", source.time);
    table.text("time_from", source.time_from);
    table.text("time_to", source.time_to);
    table.text("hour", source.hour);
    table.text("timezone", source.timezone);
    table.yes_no("time_is_local", source.time_is_local);
    table.text("category", source.category);
    table.text("reporter", source.reporter);
    table.text("label", source.label);
    table.positive("position_error", source.position_error_m);
    table.yes_no("drop_duplicates", source.drop_duplicates);
}

/// Files that belong to a source: photometry of lamps, the ground under a surface.
void read_companion_files(TomlTable& table, const Study& study, LayerOptions& source) {
    const auto file = [&](const char* key, std::string& into) {
        table.text(key, into);
        if (!into.empty()) into = beside(study, into);
    };
    if (source.kind == LayerKind::lighting) {
        file("photometry_folder", source.photometry_folder);
        file("photometry", source.photometry);
    } else {
        file("ground", source.ground);
    }
}

void read_source_table(const toml::table& values, LayerKind kind, Study& study) {
    LayerOptions source{.kind = kind};
    source.timezone = study.timezone;
    TomlTable table{values, study.file, fmt::format("[[{}]]", layers::layer_name(kind))};
    table.text("source", source.path);
    if (source.path.empty()) table.refuse(values, "source", tr("the name of a file beside the study file"));
    source.path = beside(study, source.path);
    read_reading(table, source);
    if (kind == LayerKind::incidents) read_incident_keys(table, source);
    if (kind == LayerKind::lighting || kind == LayerKind::vegetation) read_companion_files(table, study, source);
    table.finish();
    study.sources.push_back(std::move(source));
}

void read_sources(const toml::table& file, Study& study) {
    for (const auto kind : source_tables) {
        const auto* node = file.get(layers::layer_name(kind));
        if (node == nullptr) continue;
        if (!node->is_array_of_tables())
            throw Error{ErrorCode::bad_option,
                        say("{}, line {}: write [[{}]] with two brackets: a study may have several sources of a kind",
                            study.file, node->source().begin.line, layers::layer_name(kind))};
        for (const auto& item : *node->as_array()) read_source_table(*item.as_table(), kind, study);
    }
    const bool any = std::any_of(study.sources.begin(), study.sources.end(),
                                 [](const auto& s) { return s.kind == LayerKind::incidents; });
    if (!any)
        throw Error{ErrorCode::bad_option,
                    say("{}: has no [[incidents]]; they are the one layer a study cannot do without", study.file)};
}

void read_exclusions(const toml::table& file, Study& study) {
    const auto* list = file.get_as<toml::array>("exclude");
    if (list == nullptr) return;
    std::vector<LayerOptions::Exclusion> exclusions;
    for (const auto& item : *list) {
        const auto* values = item.as_table();
        if (values == nullptr)
            throw Error{ErrorCode::bad_option, say("{}: write [[exclude]] with x, y, radius and why", study.file)};
        LayerOptions::Exclusion e;
        TomlTable table{*values, study.file, "[[exclude]]"};
        if (values->get("x") == nullptr || values->get("y") == nullptr)
            table.refuse(*values, "x, y", tr("the centre of what is left out, in metres of the study's CRS"));
        table.number("x", e.centre.x);
        table.number("y", e.centre.y);
        table.positive("radius", e.radius_m);
        table.text("why", e.why);
        if (e.why.empty() || e.radius_m <= 0)
            table.refuse(*values, "why", tr("a radius in metres and a reason: what is left out must be explained"));
        table.finish();
        exclusions.push_back(e);
    }
    for (auto& s : study.sources)
        if (s.kind == LayerKind::incidents) s.exclusions = exclusions;
}

void read_categories(const toml::table& file, Study& study) {
    const auto* values = file.get_as<toml::table>("categories");
    if (values == nullptr) return;
    TomlTable table{*values, study.file, "[categories]"};
    const auto map = table.texts("map");
    study.harm = table.numbers("harm");
    for (const auto& [category, weight] : study.harm)
        if (weight < 0) table.refuse(*values->get("harm"), category.c_str(), tr("a weight of 0 or more"));
    table.finish();
    for (auto& s : study.sources) s.category_map = map;
}

void read_places(const toml::table& file, Study& study) {
    const auto* values = file.get_as<toml::table>("places");
    if (values == nullptr) return;
    TomlTable table{*values, study.file, "[places]"};
    std::string from = "hot_spots";
    table.text("from", from);
    if (from == "segments")
        study.places_from = places::PlaceSource::segments;
    else if (from == "file")
        study.places_from = places::PlaceSource::file;
    else if (from != "hot_spots")
        table.refuse(*values->get("from"), "from", "\"hot_spots\", \"segments\" | \"file\"");
    table.text("file", study.places_file);
    if (study.places_from == places::PlaceSource::file && study.places_file.empty())
        table.refuse(*values, "file", tr("the name of a polygon file, because from = \"file\""));
    if (!study.places_file.empty()) study.places_file = beside(study, study.places_file);
    table.text("name", study.places_name_column);
    table.positive("cell_size", study.cell_size.value);
    table.positive("bandwidth", study.bandwidth.value);
    table.positive("gi_band", study.gi_band.value);
    table.positive("radius", study.delineate.radius.value);
    table.positive("near", study.near.value);
    table.positive("fdr", study.delineate.fdr);
    table.positive("share_of_peak", study.delineate.share_of_peak);
    table.whole("minimum_incidents", study.delineate.minimum_incidents, 1);
    if (study.delineate.fdr >= 1) table.refuse(*values->get("fdr"), "fdr", tr("a number between 0 and 1"));
    if (study.bandwidth < study.cell_size)
        table.refuse(*values, "bandwidth", tr("at least the cell size, or every place would be empty"));
    table.finish();
}

std::optional<places::Term> term_of(const std::string& code) {
    for (const auto term : places::all_terms)
        if (places::term_code(term) == code) return term;
    return std::nullopt;
}

void read_score(const toml::table& file, Study& study) {
    const auto* values = file.get_as<toml::table>("score");
    if (values == nullptr) return;
    TomlTable table{*values, study.file, "[score]"};
    const auto term_or_refuse = [&](const char* key, const std::string& code) {
        const auto term = term_of(code);
        if (!term)
            table.refuse(*values->get(key), code.c_str(),
                         "incident_rate, light_deficit, obstruction, inspection_defects");
        return *term;
    };
    for (const auto& [code, weight] : table.numbers("weight")) {
        if (weight < 0) table.refuse(*values->get("weight"), code.c_str(), tr("a weight of 0 or more"));
        study.score.weight[term_or_refuse("weight", code)] = weight;
    }
    for (const auto& [code, scale] : table.numbers("scale")) {
        if (!(scale > 0)) table.refuse(*values->get("scale"), code.c_str(), tr("a number above 0"));
        study.score.scale[term_or_refuse("scale", code)] = scale;
    }
    table.number("half_life_days", study.score.half_life.value);
    table.number("reason_from", study.score.reason_from);
    if (study.score.half_life.value < 0)
        table.refuse(*values->get("half_life_days"), "half_life_days", tr("0 or more days"));
    if (!(study.score.reason_from > 0 && study.score.reason_from <= 1))
        table.refuse(*values->get("reason_from"), "reason_from", tr("a number above 0 and at most 1"));
    table.finish();
}

void refuse_unknown_tables(const toml::table& file, const Study& study) {
    std::set<std::string> known{"study", "categories", "score",      "places", "privacy", "dark",
                                "light", "sight",      "simulation", "run",    "exclude", "measures"};
    for (const auto kind : source_tables) known.insert(std::string{layers::layer_name(kind)});
    for (const auto& [key, value] : file) {
        const std::string name{key.str()};
        if (known.contains(name)) continue;
        const auto near = nearest_word(name, known);
        throw Error{ErrorCode::bad_option,
                    say("{}, line {}: there is no table '{}'{}; known: {}", study.file, value.source().begin.line, name,
                        near.empty() ? "" : say(" (did you mean '{}'?)", near), fmt::join(known, ", "))};
    }
}

}  // namespace

std::string beside(const Study& study, const std::string& source) {
    const bool is_service = source.find(':') != std::string::npos && !fs::path{source}.is_absolute();
    return is_service || fs::path{source}.is_absolute() ? source
                                                        : (fs::path{study.folder} / source).lexically_normal().string();
}

Study parse_study(const std::string& toml_text, const std::string& path) {
    Study study;
    study.file = path;
    study.folder = fs::path{path}.parent_path().string();
    study.name = fs::path{path}.stem().string();
    toml::table file;
    try {
        file = toml::parse(toml_text, path);
    } catch (const toml::parse_error& e) {
        throw Error{ErrorCode::bad_option,
                    say("{}, line {}: not a TOML file here: {}", path, e.source().begin.line, e.description())};
    }
    refuse_unknown_tables(file, study);
    read_head(file, study);
    read_sources(file, study);
    read_exclusions(file, study);
    read_categories(file, study);
    read_places(file, study);
    read_score(file, study);
    read_condition_tables(file, study);
    read_run_tables(file, study);
    read_measure_table(file, toml_text, study);
    for (auto& s : study.sources) s.period = study.period;
    return study;
}

Study read_study(const std::string& path) {
    return parse_study(read_file(path), path);
}

}  // namespace lykta::study
