// One row of a lamp register: impossible values are set aside as values, the lamp stays on the map.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "layers/lamp_fields.hpp"

namespace lykta::layers {

namespace {

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

void read_state(LampFields& fields, std::size_t row, Lamp& lamp) {
    const auto text = fields.state.text(row);
    lamp.state = state_of(text);
    if (!text.empty() && lamp.state == LampState::unknown) {
        fields.state.reject(row, tr("says neither lit nor out; the lamp counts as unknown"));
    }
}

/// The type its words name; a column that only says "LED: yes" helps where they name none.
const LampType& type_at(LampFields& fields, std::size_t row, const LampTypes& types) {
    const auto& named = types.of(fields.type.text(row));
    const bool led = named.name.empty() && read_truth(fields.led.text(row)) == Truth::yes;
    return led ? types.of("led") : named;
}

/// Height in metres; 0 in a column where no lamp has a height is "not recorded", not a fault.
void read_height(LampFields& fields, std::size_t row, const LampType& type, Lamp& lamp, LampDefaults& defaults) {
    auto height = fields.height.number(row);
    if (height && *height == 0.0 && defaults.zero_height_is_missing) height.reset();
    if (height && (*height <= 0.0 || *height > 40.0)) {
        fields.height.reject(row, tr("a lamp hangs more than 0 and at most 40 m above the ground"));
        height.reset();
    }
    lamp.height_defaulted = !height;
    if (!height) height = defaults.height_m;
    const LampStyle* style = defaults.types.style_of(fields.style.text(row));
    if (!height && style != nullptr) height = style->usual_height;
    lamp.height = Meters{height.value_or(type.usual_height)};
    if (lamp.height_defaulted) ++defaults.heights[lamp.height.value];
}

/// A flux a lamp can have; `is_class`: 1–99, which is a class or thousands.
struct FluxCell {
    std::optional<double> lumens;
    bool is_class = false;
};
FluxCell flux_in(FieldReader& field, std::size_t row) {
    const auto flux = field.number(row);
    if (!flux) return {};
    if (*flux >= 100.0 && *flux <= 200'000.0) return {flux, false};
    const bool is_class = *flux > 0.0 && *flux < 100.0;
    field.reject(row, is_class ? tr("too little for a lamp: a class or thousands, not lumens?")
                               : tr("a lamp gives 100 to 200,000 lm"));
    return {{}, is_class};
}

bool names_replaced_lamp(const LampType& type, double power) {
    return std::find(type.replaced_watts.begin(), type.replaced_watts.end(), power) != type.replaced_watts.end();
}

/// Flux of one luminaire where the register gives none: from its LED code, its power, else what is usual.
double likely_flux(LampFields& fields, std::size_t row, const LampType& type, double power, bool flux_is_class,
                   LampDefaults& defaults) {
    if (const auto flux =
            defaults.type_is_led_code ? defaults.types.flux_of_code(fields.type.text(row)) : std::nullopt) {
        ++defaults.from_code;
        return *flux;
    }
    if (flux_is_class && names_replaced_lamp(type, power)) {
        ++defaults.from_replaced;
        return power * type.replaced_lm_per_watt;
    }
    if (power > 0.0) {
        ++defaults.from_power;
        return power * type.efficacy;
    }
    const LampStyle* style = defaults.types.style_of(fields.style.text(row));
    const double usual = style != nullptr ? style->usual_flux.value_or(type.usual_flux) : type.usual_flux;
    const double flux = defaults.flux_lm.value_or(usual);
    ++defaults.fluxes[flux];
    return flux;
}

/// How many luminaires hang on the pole; 0 is believed: a pole may stand without.
double luminaires_on(LampFields& fields, std::size_t row, LampDefaults& defaults) {
    if (!fields.luminaires.is_there()) return 1.0;
    const auto count =
        fields.luminaires.number(row, {.least = 0.0, .most = 60.0}, tr("a pole carries 0 to 60 luminaires"));
    defaults.luminaires_missing += count ? 0 : 1;
    defaults.no_luminaire += count && *count == 0.0 ? 1 : 0;
    defaults.several += count && *count > 1.0 ? 1 : 0;
    return count.value_or(1.0);
}

/// Flux as given, as the photometric file gives it, or as it is likely; the power is doubted when flux and power cannot
/// belong together.
void read_flux(LampFields& fields, std::size_t row, const LampType& type, Lamp& lamp, const PhotometryShelf& shelf,
               LampDefaults& defaults) {
    const Range range{.least = 1e-9, .most = 4000.0};
    const double power =
        fields.power.number(row, range, tr("a lamp takes more than 0 and at most 4,000 W")).value_or(0.0);
    const auto cell = flux_in(fields.flux, row);
    const double per_watt = power > 0.0 && cell.lumens ? *cell.lumens / power : 100.0;
    if (per_watt < 5.0 || per_watt > 250.0) {
        fields.power.reject(row, tr("does not go with the luminous flux given (5 to 250 lm per W)"));
    }
    auto flux = cell.lumens;
    if (!flux && lamp.photometry && shelf.at(*lamp.photometry).flux) {
        flux = shelf.at(*lamp.photometry).flux->value;
        ++defaults.from_photometry;
    }
    lamp.flux_defaulted = !flux;
    if (!flux) flux = likely_flux(fields, row, type, power, cell.is_class, defaults);
    lamp.flux = Lumens{*flux * luminaires_on(fields, row, defaults)};
}

void read_maintenance(LampFields& fields, std::size_t row, const LampType& type, Lamp& lamp, LampDefaults& defaults) {
    const auto given =
        fields.maintenance.number(row, {.least = 0.1, .most = 1.0}, tr("a maintenance factor is 0.1 to 1"));
    lamp.maintenance_factor = given.value_or(type.maintenance);
    if (!given) ++defaults.maintenances[lamp.maintenance_factor];
}

/// Registers give bearings: degrees clockwise from north. Lamps face anticlockwise from east.
void read_arm(LampFields& fields, std::size_t row, Lamp& lamp) {
    lamp.arm =
        Meters{fields.arm.number(row, {.least = 0.0, .most = 15.0}, tr("an arm is 0 to 15 m long")).value_or(0.0)};
    const auto bearing =
        fields.facing.number(row, {.least = -360.0, .most = 360.0}, tr("a bearing is 0 to 360 degrees"));
    if (bearing) lamp.facing = Degrees{std::fmod(450.0 - *bearing, 360.0)};
    lamp.tilt =
        Degrees{fields.tilt.number(row, {.least = -30.0, .most = 90.0}, tr("a luminaire is tilted -30 to 90 degrees"))
                    .value_or(0.0)};
}

double light_sd(const Lamp& lamp, const LampUncertainty& sd) {
    double squares = sd.known * sd.known;
    if (lamp.flux_defaulted) squares += sd.flux_defaulted * sd.flux_defaulted;
    if (lamp.height_defaulted) squares += sd.height_defaulted * sd.height_defaulted;
    if (!lamp.photometry) squares += sd.no_photometry * sd.no_photometry;
    return std::sqrt(squares);
}

}  // namespace

Lamp lamp_at(LampFields& fields, std::size_t row, PhotometryShelf& shelf, LampDefaults& defaults) {
    Lamp lamp;
    const auto& type = type_at(fields, row, defaults.types);
    lamp.id = std::string(fields.id.text(row));
    lamp.type = std::string(fields.type.text(row));
    lamp.photometry = shelf.find(fields.photometry.text(row));
    read_height(fields, row, type, lamp, defaults);
    read_flux(fields, row, type, lamp, shelf, defaults);
    read_state(fields, row, lamp);
    lamp.street_class = std::string(fields.street_class.text(row));
    lamp.colour_temperature_k =
        fields.temperature.number(row, {.least = 1000, .most = 20'000}, tr("no colour temperature in kelvin"));
    read_maintenance(fields, row, type, lamp, defaults);
    read_arm(fields, row, lamp);
    static_cast<void>(fields.date.day(row));  // only checked: an impossible date tells of a careless register
    lamp.light_sd = light_sd(lamp, defaults.types.uncertainty);
    return lamp;
}

}  // namespace lykta::layers
