// Columns of a lamp register, its dimming, and what its reader must know about values taken.
#include <algorithm>

#include "core/language.hpp"
#include "layers/lamp_fields.hpp"
#include "layers/light_schedule.hpp"

namespace lykta::layers {

namespace {

void note(Reading& reading, const char* code, std::int64_t count, const std::string& message) {
    if (count == 0) return;
    reading.report.account.issues.push_back({code, Severity::note, message, count, {}});
}

std::int64_t all_of(const Taken& taken) {
    std::int64_t all = 0;
    for (const auto& [value, count] : taken) all += count;
    return all;
}

/// "8 for 2,167, 7 for 1,487", most first.
std::string taken_text(const Taken& taken, int decimals) {
    std::vector<std::pair<double, std::int64_t>> values(taken.begin(), taken.end());
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> parts;
    for (const auto& [value, count] : values) {
        parts.push_back(say("{} for {}", number_text(value, decimals), number_text(count)));
    }
    return joined(parts);
}

/// The share a level column gives: 50 or 0.5.
std::optional<double> level_at(LampFields& fields, std::size_t row) {
    const auto level =
        fields.dim_level.number(row, {.least = 0.0, .most = 100.0}, tr("a level of light is 0 to 100 %"));
    if (!level) return {};
    return *level > 1.0 ? *level / 100.0 : *level;
}

/// Adds the spans of one column to the row's schedule.
void read_column(FieldReader& field, std::size_t row, std::optional<double> level, LightSchedule& into) {
    const auto text = field.text(row);
    if (text.empty()) return;
    const auto read = read_schedule(text, level);
    if (!read) return field.reject(row, tr("dimming that is not hours and a level; the lamp counts as lit all night"));
    if (read->spans.empty()) return;
    if (!into.text.empty()) into.text += "; ";
    into.text += read->text;
    into.spans.insert(into.spans.end(), read->spans.begin(), read->spans.end());
}

bool same(const LightSchedule& a, const LightSchedule& b) {
    const auto span = [](const LightSchedule::Span& s, const LightSchedule::Span& t) {
        return s.from_minute == t.from_minute && s.to_minute == t.to_minute && s.share == t.share;
    };
    return a.text == b.text && std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(), b.spans.end(), span);
}

}  // namespace

LampFields::LampFields(Reading& reading)
    : id(reading, "id"),
      height(reading, "height"),
      flux(reading, "flux"),
      power(reading, "power"),
      type(reading, "lamp_type"),
      style(reading, "lamp_style"),
      led(reading, "led"),
      luminaires(reading, "luminaires"),
      state(reading, "state"),
      street_class(reading, "class"),
      temperature(reading, "colour_temperature"),
      maintenance(reading, "maintenance"),
      date(reading, "date"),
      arm(reading, "arm"),
      facing(reading, "facing"),
      tilt(reading, "tilt"),
      photometry(reading, "photometry"),
      schedule(reading, "schedule"),
      switch_off(reading, "switch_off"),
      dim_level(reading, "dim_level") {}

void LampFields::report() const {
    for (const auto* field : {&height, &flux, &power, &luminaires, &state, &temperature, &maintenance, &date, &arm,
                              &facing, &tilt, &schedule, &switch_off, &dim_level})
        field->report();
}

std::optional<std::uint32_t> schedule_at(LampFields& fields, std::size_t row, std::vector<LightSchedule>& schedules) {
    LightSchedule made;
    const auto level = level_at(fields, row);
    read_column(fields.schedule, row, level, made);
    read_column(fields.switch_off, row, 0.0, made);
    if (made.spans.empty()) return {};
    const auto found = std::find_if(schedules.begin(), schedules.end(), [&](const auto& s) { return same(s, made); });
    const auto index = static_cast<std::uint32_t>(found - schedules.begin());
    if (found == schedules.end()) schedules.push_back(std::move(made));
    return index;
}

void note_lamp_defaults(Reading& reading, const LampDefaults& d) {
    const auto& file = reading.file();
    note(reading, "default_taken", all_of(d.heights),
         say("{}: {} lamps have no mounting height (m); taken: {}", file, number_text(all_of(d.heights)),
             taken_text(d.heights, 1)));
    note(reading, "default_taken", all_of(d.fluxes),
         say("{}: {} lamps have no luminous flux (lm); taken: {}", file, number_text(all_of(d.fluxes)),
             taken_text(d.fluxes, 0)));
    note(reading, "default_taken", d.from_power,
         say("{}: {} lamps have no luminous flux; it is estimated from power and lamp type", file, d.from_power));
    note(reading, "default_taken", d.from_code,
         say("{}: {} lamps have no luminous flux; it is estimated from their number of LEDs", file, d.from_code));
    note(
        reading, "default_taken", d.from_replaced,
        say("{}: {} LED lamps have a class for a flux and the watts of the lamp they replaced; their flux is estimated "
            "from those",
            file, d.from_replaced));
    note(reading, "default_taken", d.from_photometry,
         say("{}: {} lamps have no luminous flux; that of their photometric file is taken", file, d.from_photometry));
    note(reading, "default_taken", all_of(d.maintenances),
         say("{}: {} lamps have no maintenance factor; taken: {}", file, number_text(all_of(d.maintenances)),
             taken_text(d.maintenances, 2)));
    note(reading, "default_taken", d.luminaires_missing,
         say("{}: of {} poles it is not recorded how many luminaires they carry; 1 is taken", file,
             d.luminaires_missing));
    note(reading, "no_luminaire", d.no_luminaire,
         say("{}: {} poles are recorded with 0 luminaires; they give no light", file, d.no_luminaire));
    note(reading, "several_luminaires", d.several,
         say("{}: {} poles carry several luminaires; their flux is that of all of them", file, d.several));
}

}  // namespace lykta::layers
