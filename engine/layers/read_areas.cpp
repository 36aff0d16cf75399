// Layers made of polygons: areas with inhabitants, buildings, survey areas, the window.
#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"
#include "layers/polygons.hpp"

namespace lykta::layers {

namespace {

void refuse_without_shapes(const Reading& reading) {
    if (reading.table.has_geometry() || reading.table.rows() == 0) return;
    throw Error{
        ErrorCode::bad_input,
        say("{}: the layer {} is made of polygons, and this file has none; give a GeoPackage, Shapefile or GeoJSON",
            reading.file(), std::string(layer_name(reading.options.kind)))};
}

MultiPolygon polygon_of(Geometry& shape) {
    return std::move(std::get<MultiPolygon>(shape));
}

struct Answers {
    double answers = 0, unsafe = 0;
};

/// Counts, or a share of the answers (0–1 or percent).
std::optional<Answers> answers_at(FieldReader& answers, FieldReader& unsafe, FieldReader& share, std::size_t row) {
    const Range count{.least = 0.0, .most = 1e9};
    const auto all = answers.number(row, count, tr("a number of answers is not negative"));
    const auto some = unsafe.number(row, count, tr("a number of answers is not negative"));
    const auto part = share.number(row, {.least = 0.0, .most = 100.0}, tr("a share is 0 to 100 %"));
    if (!all) return {};
    if (some && *some <= *all) return Answers{*all, *some};
    if (some) unsafe.reject(row, tr("more unsafe answers than answers"));
    if (!part) return {};
    return Answers{*all, *all * (*part > 1.0 ? *part / 100.0 : *part)};
}

}  // namespace

AreaLayer areas_from(Reading& reading) {
    refuse_without_shapes(reading);
    const auto placed = place_rows(reading);
    auto shapes = checked_polygons(reading, placed);
    FieldReader id(reading, "id"), name(reading, "name"), population(reading, "population");
    AreaLayer layer;
    for (const auto row : rows_in(reading)) {
        Area area{
            .id = std::string(id.text(row)), .name = std::string(name.text(row)), .shape = polygon_of(shapes[row])};
        area.population = population.number(row, {.least = 0.0, .most = 1e9}, tr("a population is not negative"));
        area.row = reading.row_number(row);
        layer.areas.push_back(std::move(area));
    }
    population.report();
    layer.reports.push_back(finish(reading));
    return layer;
}

BuildingLayer buildings_from(Reading& reading) {
    refuse_without_shapes(reading);
    const auto placed = place_rows(reading);
    auto shapes = checked_polygons(reading, placed);
    FieldReader id(reading, "id"), height(reading, "plant_height");
    BuildingLayer layer;
    for (const auto row : rows_in(reading)) {
        Building building{.id = std::string(id.text(row)), .footprint = polygon_of(shapes[row])};
        building.height = Meters{
            height.number(row, {.least = 0.0, .most = 500.0}, tr("a building is 0 to 500 m high")).value_or(0.0)};
        building.row = reading.row_number(row);
        layer.buildings.push_back(std::move(building));
    }
    height.report();
    layer.reports.push_back(finish(reading));
    return layer;
}

SurveyLayer survey_from(Reading& reading) {
    refuse_without_shapes(reading);
    const auto placed = place_rows(reading);
    auto shapes = checked_polygons(reading, placed);
    FieldReader area(reading, "area"), answers(reading, "answers"), unsafe(reading, "unsafe");
    FieldReader share(reading, "unsafe_share"), day(reading, "date");
    SurveyLayer layer;
    for (const auto row : rows_in(reading)) {
        const auto given = answers_at(answers, unsafe, share, row);
        if (!given) {
            set_aside(reading, row, Reason::missing_value, say("no number of answers, or none of unsafe ones"));
            continue;
        }
        layer.areas.push_back({std::string(area.text(row)), polygon_of(shapes[row]), given->answers, given->unsafe,
                               day.day(row), reading.row_number(row)});
    }
    for (const auto* field : {&answers, &unsafe, &share, &day}) field->report();
    layer.reports.push_back(finish(reading));
    return layer;
}

Window window_from(Reading& reading) {
    refuse_without_shapes(reading);
    const auto placed = place_rows(reading);
    auto shapes = checked_polygons(reading, placed);
    std::vector<MultiPolygon> parts;
    for (const auto row : rows_in(reading)) parts.push_back(polygon_of(shapes[row]));
    Window window;
    if (!parts.empty()) window.shape = union_of(parts);
    window.reports.push_back(finish(reading));
    return window;
}

AreaLayer read_areas(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return areas_from(reading);
}
BuildingLayer read_buildings(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return buildings_from(reading);
}
SurveyLayer read_survey(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return survey_from(reading);
}
Window read_window(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return window_from(reading);
}

}  // namespace lykta::layers
