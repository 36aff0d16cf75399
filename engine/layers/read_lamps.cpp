// Street lamps: every row with a place becomes a lamp; what its register leaves out is taken by type, counted and said.
#include <algorithm>

#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/lamp_fields.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

namespace {

bool no_height_at_all(const LampFields& fields, const std::vector<std::size_t>& rows) {
    return std::none_of(rows.begin(), rows.end(), [&](std::size_t row) {
        const auto cell = fields.height.text(row);
        return !cell.empty() && cell.find_first_of("123456789") != std::string_view::npos;
    });
}

std::optional<double> chosen(const LayerOptions& options, const std::string& field) {
    const auto found = options.defaults.find(field);
    return found == options.defaults.end() ? std::nullopt : std::optional(found->second);
}

LampDefaults defaults_for(const Reading& reading, const LampFields& fields, const std::vector<std::size_t>& rows) {
    LampDefaults defaults{.types = lamp_types(),
                          .height_m = chosen(reading.options, "height"),
                          .flux_lm = chosen(reading.options, "flux")};
    const auto& columns = defaults.types.led_code_columns;
    defaults.zero_height_is_missing = no_height_at_all(fields, rows);
    defaults.type_is_led_code =
        std::find(columns.begin(), columns.end(), plain_word(fields.type.name())) != columns.end();
    return defaults;
}

void note_unknown_states(Reading& reading, const LampLayer& layer) {
    const auto unknown = std::count_if(layer.lamps.begin(), layer.lamps.end(),
                                       [](const Lamp& lamp) { return lamp.state == LampState::unknown; });
    if (unknown == 0) return;
    reading.report.account.issues.push_back(
        {"state_unknown",
         Severity::note,
         say("{}: of {} lamps it is not known whether they work; unknown is not taken as out", reading.file(), unknown),
         unknown,
         {}});
}

}  // namespace

LampLayer lamps_from(Reading& reading) {
    keep_points(reading, tr("lamps"));
    const auto placed = place_rows(reading);
    LampFields fields(reading);
    PhotometryShelf shelf(reading.options);
    const auto rows = rows_in(reading);
    LampDefaults defaults = defaults_for(reading, fields, rows);
    LampLayer layer;
    for (const auto row : rows) {
        layer.lamps.push_back(lamp_at(fields, row, shelf, defaults));
        auto& lamp = layer.lamps.back();
        lamp.schedule = schedule_at(fields, row, layer.schedules);
        lamp.position = placed.point[row];
        lamp.row = reading.row_number(row);
    }
    fields.report();
    note_lamp_defaults(reading, defaults);
    note_unknown_states(reading, layer);
    shelf.report(reading);
    layer.photometry = shelf.take();
    layer.reports.push_back(finish(reading));
    return layer;
}

LampLayer read_lamps(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return lamps_from(reading);
}

void append(LampLayer& to, LampLayer&& more) {
    const auto photometry = static_cast<std::uint32_t>(to.photometry.size());
    const auto schedules = static_cast<std::uint32_t>(to.schedules.size());
    const auto move_into = [](auto& have, auto& add) {
        have.insert(have.end(), std::make_move_iterator(add.begin()), std::make_move_iterator(add.end()));
    };
    for (Lamp& lamp : more.lamps) {
        if (lamp.photometry) *lamp.photometry += photometry;
        if (lamp.schedule) *lamp.schedule += schedules;
    }
    move_into(to.lamps, more.lamps);
    move_into(to.photometry, more.photometry);
    move_into(to.schedules, more.schedules);
    move_into(to.reports, more.reports);
}

}  // namespace lykta::layers
