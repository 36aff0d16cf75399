// The columns of a lamp register, and what was taken where they are silent.
#pragma once
#include <map>

#include "layers/field_values.hpp"
#include "layers/lamp_photometry.hpp"
#include "layers/lamp_types.hpp"

namespace lykta::layers {

struct LampFields {
    FieldReader id, height, flux, power, type, style, led, luminaires, state, street_class, temperature, maintenance,
        date, arm, facing, tilt, photometry, schedule, switch_off, dim_level;
    explicit LampFields(Reading& reading);
    void report() const;
};

/// Lamps per value taken by default, in order of the value.
using Taken = std::map<double, std::int64_t>;

/// What was taken for a whole register, and what decides it.
struct LampDefaults {
    const LampTypes& types;
    std::optional<double> height_m, flux_lm;  ///< of the study: they stand before the table's
    bool zero_height_is_missing = false;      ///< a column where no lamp has a height says nothing
    bool type_is_led_code = false;            ///< the type column is one of those that hold such codes
    Taken heights, fluxes, maintenances;
    std::int64_t from_power = 0, from_code = 0, from_replaced = 0, from_photometry = 0;
    std::int64_t no_luminaire = 0, luminaires_missing = 0, several = 0;
};

/// One lamp but for its place: height, flux, state, arm … \post light_sd says how sure its light is
[[nodiscard]] Lamp lamp_at(LampFields& fields, std::size_t row, PhotometryShelf& shelf, LampDefaults& defaults);
/// The dimming of a row, index into `schedules` where each text stands once; empty: full light.
[[nodiscard]] std::optional<std::uint32_t> schedule_at(LampFields& fields, std::size_t row,
                                                       std::vector<LightSchedule>& schedules);
/// Issues default_taken, no_luminaire: notes that count what was taken.
void note_lamp_defaults(Reading& reading, const LampDefaults& defaults);

}  // namespace lykta::layers
