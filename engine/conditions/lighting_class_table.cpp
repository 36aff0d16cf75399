// The lighting classes of data/lighting/classes.toml.
#include "conditions/lighting_class_table.hpp"

#include <toml++/toml.h>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::embedded {
extern const std::string_view lighting_classes_toml;
}

namespace lykta::conditions {

namespace {

std::optional<double> figure(const toml::table& row, std::string_view key) {
    return row[key].value<double>();
}

std::optional<Lux> lux(const toml::table& row, std::string_view key) {
    const auto value = figure(row, key);
    return value ? std::optional(Lux{*value}) : std::nullopt;
}

LightingClass class_from(const toml::table& row) {
    const auto name = row["name"].value<std::string>();
    const auto average = lux(row, "average");
    if (!name || name->empty() || !average || !(average->value > 0.0)) {
        throw Error(ErrorCode::internal, say("lighting classes, line {}: a class has a name and an average above 0 lx",
                                             row.source().begin.line));
    }
    LightingClass made;
    made.name = *name;
    made.average = *average;
    made.minimum = lux(row, "minimum");
    made.uniformity = figure(row, "uniformity");
    made.vertical_minimum = lux(row, "vertical_minimum");
    made.semicylindrical_minimum = lux(row, "semicylindrical_minimum");
    return made;
}

toml::table parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        throw Error(ErrorCode::internal,
                    say("lighting classes, line {}: {}", e.source().begin.line, std::string(e.description())));
    }
}

}  // namespace

std::vector<LightingClass> classes_from(std::string_view toml_text) {
    const toml::table file = parsed(toml_text);
    std::vector<LightingClass> classes;
    if (const auto* rows = file["class"].as_array()) {
        for (const auto& row : *rows) {
            if (const auto* table = row.as_table()) classes.push_back(class_from(*table));
        }
    }
    return classes;
}

std::string_view built_in_classes() {
    return embedded::lighting_classes_toml;
}

}  // namespace lykta::conditions
