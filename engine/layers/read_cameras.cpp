// Cameras: where they stand, which way they look, how far they see.
#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

CameraLayer cameras_from(Reading& reading) {
    keep_points(reading, tr("cameras"));
    const auto placed = place_rows(reading);
    FieldReader id(reading, "id"), heading(reading, "heading"), view(reading, "field_of_view"), reach(reading, "reach");
    const double usual = default_of(reading.options, "reach", Camera{}.reach.value);
    std::int64_t defaulted = 0;
    CameraLayer layer;
    for (const auto row : rows_in(reading)) {
        Camera camera{.id = std::string(id.text(row)), .position = placed.point[row]};
        camera.heading_deg = heading.number(row, {.least = -360.0, .most = 360.0}, tr("a heading is 0 to 360 degrees"));
        camera.field_of_view_deg =
            view.number(row, {.least = 1.0, .most = 360.0}, tr("a field of view is 1 to 360 degrees"));
        const auto seen = reach.number(row, {.least = 1.0, .most = 1000.0}, tr("a camera sees 1 to 1,000 m"));
        defaulted += seen ? 0 : 1;
        camera.reach = Meters{seen.value_or(usual)};
        camera.row = reading.row_number(row);
        layer.cameras.push_back(std::move(camera));
    }
    for (const auto* field : {&heading, &view, &reach}) field->report();
    note_default(reading, tr("reach (m)"), usual, defaulted);
    layer.reports.push_back(finish(reading));
    return layer;
}

CameraLayer read_cameras(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return cameras_from(reading);
}

}  // namespace lykta::layers
