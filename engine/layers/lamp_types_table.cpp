// data/lighting/lamp_types.toml, which is part of the binary, as values.
#include <toml++/toml.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/lamp_types.hpp"

namespace lykta::embedded {
extern const std::string_view lamp_types_toml;
}

namespace lykta::layers {

namespace {

[[noreturn]] void refuse(const toml::node& at, const std::string& key) {
    throw Error{ErrorCode::internal,
                say("lamp types, line {}: {} is missing or not above 0", at.source().begin.line, key)};
}

double figure(const toml::table& table, const std::string& key) {
    const auto value = table[key].value<double>();
    if (!value || !(*value > 0.0)) refuse(table, key);
    return *value;
}

template <class Value>
std::vector<Value> list(const toml::table& table, const std::string& key) {
    std::vector<Value> made;
    if (const auto* values = table[key].as_array()) {
        for (const auto& value : *values) made.push_back(value.value<Value>().value_or(Value{}));
    }
    return made;
}

LampType type_from(const toml::table& table) {
    LampType type;
    type.name = table["name"].value_or(std::string{});
    type.words = list<std::string>(table, "words");
    type.efficacy = figure(table, "efficacy");
    type.usual_flux = figure(table, "usual_flux");
    type.usual_height = figure(table, "usual_height");
    type.maintenance = figure(table, "maintenance");
    type.replaced_watts = list<double>(table, "replaced_watts");
    if (!type.replaced_watts.empty()) type.replaced_lm_per_watt = figure(table, "replaced_lm_per_watt");
    return type;
}

const toml::table& part(const toml::table& file, const std::string& key) {
    const auto* table = file[key].as_table();
    if (table == nullptr) refuse(file, key);
    return *table;
}

void read_led_codes(const toml::table& table, LampTypes& types) {
    types.led_code_columns = list<std::string>(table, "columns");
    types.lm_per_led = figure(table, "lm_per_led");
    for (const auto& [code, leds] : part(table, "codes")) {
        types.led_codes[std::string(code.str())] = leds.value<double>().value_or(0.0);
    }
}

template <class Use>
void for_tables(const toml::table& file, const std::string& key, const Use& use) {
    const auto* rows = file[key].as_array();
    if (rows == nullptr) return;
    for (const auto& row : *rows) {
        if (const auto* table = row.as_table()) use(*table);
    }
}

toml::table parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        throw Error{ErrorCode::internal,
                    say("lamp types, line {}: {}", e.source().begin.line, std::string(e.description()))};
    }
}

}  // namespace

LampTypes lamp_types_from(std::string_view toml_text) {
    const toml::table file = parsed(toml_text);
    LampTypes types;
    types.any = type_from(part(file, "any"));
    for_tables(file, "type", [&](const toml::table& table) { types.types.push_back(type_from(table)); });
    for_tables(file, "style", [&](const toml::table& table) {
        types.styles.push_back(
            {list<std::string>(table, "words"), figure(table, "usual_height"), table["usual_flux"].value<double>()});
    });
    read_led_codes(part(file, "led_codes"), types);
    const auto& sd = part(file, "uncertainty");
    types.uncertainty = {figure(sd, "known"), figure(sd, "flux_defaulted"), figure(sd, "height_defaulted"),
                         figure(sd, "no_photometry")};
    return types;
}

const LampTypes& lamp_types() {
    static const LampTypes types = lamp_types_from(embedded::lamp_types_toml);
    return types;
}

}  // namespace lykta::layers
