#include "study/study_tables.hpp"

#include <charconv>

#include "core/language.hpp"

namespace lykta::study {

namespace {

/// Calls read(table) when the file has the table, and refuses keys nobody asked for.
template <class Read>
void with_table(const toml::table& file, const Study& study, const char* name, const Read& read) {
    const auto* values = file.get_as<toml::table>(name);
    if (values == nullptr) return;
    TomlTable table{*values, study.file, std::string{"["} + name + "]"};
    read(table);
    table.finish();
}

void read_season(TomlTable& table, conditions::Season& season) {
    std::string word = "leafed";
    table.text("season", word);
    if (word != "leafed" && word != "bare") table.refuse(*table.node("season"), "season", "\"leafed\" | \"bare\"");
    season = word == "bare" ? conditions::Season::bare : conditions::Season::leafed;
}

void read_class(TomlTable& table, const char* key, std::string& name) {
    table.text(key, name);
    if (conditions::find_lighting_class(name) == nullptr)
        table.refuse(*table.node(key), key, tr("a lighting class: P1–P6 or C0–C5"));
}

void read_share(TomlTable& table, const char* key, double& share) {
    table.positive(key, share);
    if (share >= 1) table.refuse(*table.node(key), key, tr("a number between 0 and 1"));
}

void read_light(TomlTable& table, LightSettings& light) {
    read_season(table, light.season);
    read_class(table, "street_class", light.stretches.default_street);
    read_class(table, "footpath_class", light.stretches.default_footpath);
    table.positive("cutoff_lux", light.cutoff.value);
    table.positive("cell_size", light.cell_size.value);
    std::string clock;
    table.text("at", clock);
    if (clock.empty()) return;
    light.minute = minute_of_day(clock);
    if (!light.minute) table.refuse(*table.node("at"), "at", tr("a local time such as \"02:00\""));
}

void read_sight(TomlTable& table, SightSettings& sight) {
    read_season(table, sight.season);
    table.positive("eye_height", sight.options.eye.value);
    table.positive("reach", sight.options.reach.value);
    table.positive("step", sight.options.step.value);
    read_share(table, "seen_through", sight.options.seen_through);
}

void read_simulation(TomlTable& table, places::RankSimulationOptions& simulation) {
    table.whole("draws", simulation.draws, 0);
    table.whole("top_k", simulation.top_k, 1);
    table.number("weight_sd", simulation.weight_sd);
    if (!(simulation.weight_sd >= 0)) table.refuse(*table.node("weight_sd"), "weight_sd", tr("0 or more"));
}

void read_privacy(TomlTable& table, Study& study) {
    std::string level = "internal";
    table.whole("k", study.privacy_k, 1);
    table.text("level", level);
    if (level != "internal" && level != "public")
        table.refuse(*table.node("level"), "level", "\"internal\" | \"public\"");
    study.public_level = level == "public";
}

}  // namespace

std::optional<int> minute_of_day(std::string_view clock) {
    const auto colon = clock.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    int hour = -1, minute = -1;
    const auto read = [](std::string_view text, int& into) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
        return error == std::errc{} && end == text.data() + text.size() && !text.empty();
    };
    if (!read(clock.substr(0, colon), hour) || !read(clock.substr(colon + 1), minute)) return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

void read_condition_tables(const toml::table& file, Study& study) {
    with_table(file, study, "dark", [&](TomlTable& table) {
        table.number("limit_degrees", study.dark.options.limit.value);
        table.yes_no("by_profile", study.dark.by_profile);
    });
    with_table(file, study, "light", [&](TomlTable& table) { read_light(table, study.light); });
    with_table(file, study, "sight", [&](TomlTable& table) { read_sight(table, study.sight); });
    with_table(file, study, "simulation", [&](TomlTable& table) { read_simulation(table, study.simulation); });
}

void read_run_tables(const toml::table& file, Study& study) {
    with_table(file, study, "privacy", [&](TomlTable& table) { read_privacy(table, study); });
    with_table(file, study, "run", [&](TomlTable& table) {
        int seed = 1;
        table.whole("seed", seed, 0);
        study.seed = static_cast<std::uint32_t>(seed);
    });
}

}  // namespace lykta::study
