// Street lamps: position, height, flux, state. Impossible values are set aside as values; the lamp stays on the map.
#include <algorithm>
#include <array>

#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

namespace {

/// Luminous efficacy of a lamp type, lm per W of the lamp: orders of magnitude good enough for a flagged default.
/// Sodium and metal halide from CIE tables in common use, mercury vapour about 50, LED luminaires about 110.
struct Efficacy {
    std::string_view word;
    double lm_per_w;
};
constexpr std::array efficacies{Efficacy{"hps", 95}, Efficacy{"natrium", 95},      Efficacy{"led", 110},
                                Efficacy{"mv", 45},  Efficacy{"hg", 45},           Efficacy{"kvicksilver", 45},
                                Efficacy{"mh", 80},  Efficacy{"metallhalogen", 80}};
constexpr double any_efficacy_lm_per_w = 90.0;

double efficacy_of(std::string_view type) {
    const auto word = plain_word(type);
    for (const auto& e : efficacies) {
        if (word.find(e.word) != std::string::npos) return e.lm_per_w;
    }
    return any_efficacy_lm_per_w;
}

LampState state_of(std::string_view text) {
    constexpr std::array working{"idrift",  "drift", "ok",     "tand", "lyser",   "hel",
                                 "working", "on",    "active", "lit",  "funktion"};
    constexpr std::array out{"urdrift",  "urfunktion", "slackt", "trasig",   "defekt",  "out", "off",
                             "avstangd", "broken",     "nere",   "inactive", "lyserej", "fel"};
    switch (read_truth(text)) {
        case Truth::yes:
            return LampState::working;
        case Truth::no:
            return LampState::out;
        case Truth::unknown:
            return LampState::unknown;
        case Truth::neither:
            break;
    }
    const auto word = plain_word(text);
    if (std::find(out.begin(), out.end(), word) != out.end()) return LampState::out;
    return std::find(working.begin(), working.end(), word) != working.end() ? LampState::working : LampState::unknown;
}

struct LampFields {
    FieldReader id, height, flux, power, type, state, street_class, temperature, maintenance, date;
    explicit LampFields(Reading& reading)
        : id(reading, "id"),
          height(reading, "height"),
          flux(reading, "flux"),
          power(reading, "power"),
          type(reading, "lamp_type"),
          state(reading, "state"),
          street_class(reading, "class"),
          temperature(reading, "colour_temperature"),
          maintenance(reading, "maintenance"),
          date(reading, "date") {}
    void report() const {
        for (const auto* field : {&height, &flux, &power, &state, &temperature, &maintenance, &date}) field->report();
    }
};

struct Defaults {
    double height_m, flux_lm;
    std::int64_t heights = 0, fluxes = 0, from_power = 0;
};

/// Height in metres; 0 in a column where no lamp has a height is "not recorded", not a fault.
void read_height(LampFields& fields, std::size_t row, bool zero_is_missing, Lamp& lamp, Defaults& defaults) {
    const auto cell = fields.height.number(row);
    std::optional<double> height = cell;
    if (cell && *cell == 0.0 && zero_is_missing) height.reset();
    if (height && (*height <= 0.0 || *height > 40.0)) {
        fields.height.reject(row, tr("a lamp hangs more than 0 and at most 40 m above the ground"));
        height.reset();
    }
    lamp.height = Meters{height.value_or(defaults.height_m)};
    lamp.height_defaulted = !height;
    defaults.heights += height ? 0 : 1;
}

/// A flux a lamp can have; 0 where the cell gives none or an impossible one.
double believable_flux(FieldReader& field, std::size_t row) {
    const double flux = field.number(row).value_or(-1.0);
    if (flux >= 100.0 && flux <= 200'000.0) return flux;
    const bool is_class = flux > 0.0 && flux < 100.0;
    if (is_class) field.reject(row, tr("too little for a lamp: a class or thousands, not lumens?"));
    if (flux != -1.0 && !is_class) field.reject(row, tr("a lamp gives 100 to 200,000 lm"));
    return 0.0;
}

/// Flux, or what the power makes likely; the power is doubted when the two cannot belong together.
void read_flux(LampFields& fields, std::size_t row, Lamp& lamp, Defaults& defaults) {
    const Range range{.least = 1e-9, .most = 4000.0};
    const double power =
        fields.power.number(row, range, tr("a lamp takes more than 0 and at most 4,000 W")).value_or(0.0);
    const double flux = believable_flux(fields.flux, row);
    const double per_watt = power > 0.0 && flux > 0.0 ? flux / power : 100.0;
    if (per_watt < 5.0 || per_watt > 250.0) {
        fields.power.reject(row, tr("does not go with the luminous flux given (5 to 250 lm per W)"));
    }
    lamp.flux_defaulted = flux <= 0.0;
    if (flux > 0.0) {
        lamp.flux = Lumens{flux};
    } else if (power > 0.0) {
        lamp.flux = Lumens{power * efficacy_of(fields.type.text(row))};
        ++defaults.from_power;
    } else {
        lamp.flux = Lumens{defaults.flux_lm};
        ++defaults.fluxes;
    }
}

void read_state(LampFields& fields, std::size_t row, Lamp& lamp) {
    const auto text = fields.state.text(row);
    lamp.state = state_of(text);
    if (!text.empty() && lamp.state == LampState::unknown) {
        fields.state.reject(row, tr("says neither lit nor out; the lamp counts as unknown"));
    }
}

bool no_height_at_all(LampFields& fields, const std::vector<std::size_t>& rows) {
    return std::none_of(rows.begin(), rows.end(), [&](std::size_t row) {
        const auto cell = fields.height.text(row);
        return !cell.empty() && cell.find_first_of("123456789") != std::string_view::npos;
    });
}

Lamp lamp_at(LampFields& fields, std::size_t row, bool zero_is_missing, Defaults& defaults) {
    Lamp lamp;
    lamp.id = std::string(fields.id.text(row));
    read_height(fields, row, zero_is_missing, lamp, defaults);
    read_flux(fields, row, lamp, defaults);
    read_state(fields, row, lamp);
    lamp.street_class = std::string(fields.street_class.text(row));
    lamp.colour_temperature_k =
        fields.temperature.number(row, {.least = 1000, .most = 20'000}, tr("no colour temperature in kelvin"));
    lamp.maintenance_factor =
        fields.maintenance.number(row, {.least = 0.1, .most = 1.0}, tr("a maintenance factor is 0.1 to 1"))
            .value_or(lamp.maintenance_factor);
    static_cast<void>(fields.date.day(row));  // only checked: an impossible date tells of a careless register
    return lamp;
}

void note_defaults(Reading& reading, const Defaults& defaults, std::int64_t unknown) {
    note_default(reading, tr("mounting height (m)"), defaults.height_m, defaults.heights);
    note_default(reading, tr("luminous flux (lm)"), defaults.flux_lm, defaults.fluxes);
    if (defaults.from_power > 0) {
        reading.report.account.issues.push_back(
            {"default_taken",
             Severity::note,
             say("{}: {} lamps have no luminous flux; it is estimated from power and lamp type", reading.file(),
                 defaults.from_power),
             defaults.from_power,
             {}});
    }
    if (unknown > 0) {
        reading.report.account.issues.push_back(
            {"state_unknown",
             Severity::note,
             say("{}: of {} lamps it is not known whether they work; unknown is not taken as out", reading.file(),
                 unknown),
             unknown,
             {}});
    }
}

}  // namespace

LampLayer lamps_from(Reading& reading) {
    keep_points(reading, tr("lamps"));
    const auto placed = place_rows(reading);
    LampFields fields(reading);
    Defaults defaults{default_of(reading.options, "height", 5.0), default_of(reading.options, "flux", 3000.0)};
    const auto rows = rows_in(reading);
    const bool zero_is_missing = no_height_at_all(fields, rows);
    LampLayer layer;
    for (const auto row : rows) {
        layer.lamps.push_back(lamp_at(fields, row, zero_is_missing, defaults));
        layer.lamps.back().position = placed.point[row];
        layer.lamps.back().row = reading.row_number(row);
    }
    fields.report();
    const auto unknown = std::count_if(layer.lamps.begin(), layer.lamps.end(),
                                       [](const Lamp& lamp) { return lamp.state == LampState::unknown; });
    note_defaults(reading, defaults, unknown);
    layer.reports.push_back(finish(reading));
    return layer;
}

LampLayer read_lamps(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return lamps_from(reading);
}

}  // namespace lykta::layers
