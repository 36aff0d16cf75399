// `lykta sight -o`: stretches, sample points, the plants that hide, and the area one point sees.
#include "core/file.hpp"
#include "outputs/stage_map.hpp"
#include "outputs/stage_sight.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;
using conditions::HiddenBy;

Cell yes_no(bool value) {
    return std::int64_t{value ? 1 : 0};
}

std::vector<Field> along_fields() {
    return {{"street", tr("Street"), "", K::text},
            {"row", tr("Row or feature"), "", K::integer},
            {"from_m", tr("From, along the street"), "m", K::real},
            {"to_m", tr("To, along the street"), "m", K::real},
            {"metres", tr("Length"), "m", K::real},
            {"under_10_m", tr("Person first seen nearer than 10 m"), "m", K::real},
            {"under_25_m", tr("Person first seen nearer than 25 m"), "m", K::real},
            {"under_25_plants_m", tr("Of those under 25 m, because of plants"), "m", K::real},
            {"seen_at_m", tr("Distance at which a person is first seen, mean"), "m", K::real},
            {"visible_m2", tr("Visible area, mean"), "m²", K::real},
            {"concealment_m", tr("Beside plants over 0.8 m within 5 m"), "m", K::real},
            {"facade_m", tr("Façade within 30 m in sight, mean"), "m", K::real},
            {"exit_m", tr("Longest way to an exit"), "m", K::real},
            {"dead_end", tr("Dead end"), tr("1 = yes"), K::integer},
            {"tunnel", tr("Tunnel"), tr("1 = yes"), K::integer},
            {"sight", tr("Sight, code"), "", K::text}};
}

std::string_view class_code(SightClass which) {
    return which == SightClass::under_10 ? "under_10" : which == SightClass::under_25 ? "under_25" : "open";
}

void add_along(GeoPackage& package, const SightResult& result) {
    auto table =
        package.table("sight_along", tr("How near a person is first seen along paths"), Shape::line, along_fields());
    for (const auto& s : result.sight.stretches) {
        const auto& street = result.streets.streets[s.street];
        table.add({text_cell(street.name), street.row, real_cell(s.from_m), real_cell(s.to_m),
                   real_cell(s.to_m - s.from_m), real_cell(s.under_10_m), real_cell(s.under_25_m),
                   real_cell(s.under_25_plants_m), real_cell(s.mean_seen_at_m), real_cell(s.mean_visible_m2),
                   real_cell(s.concealment_m), real_cell(s.facade_m), real_cell(s.exit_m), yes_no(s.dead_end),
                   yes_no(s.tunnel), text_cell(std::string{class_code(sight_class(s))})},
                  MultiLine{{s.line}});
    }
}

/// The id of what hides the nearest hidden position, or its row.
Cell hider(const SightResult& result, std::int64_t obstacle) {
    if (obstacle < 0) return {};
    const auto& one = result.obstacles[static_cast<std::size_t>(obstacle)];
    const bool plant = one.kind == conditions::ObstacleKind::plant;
    const auto& id = plant ? result.vegetation->plants[one.index].id : result.buildings->buildings[one.index].id;
    const auto row = plant ? result.vegetation->plants[one.index].row : result.buildings->buildings[one.index].row;
    return text_cell(id.empty() ? fmt::format("#{}", row) : id);
}

void add_points(GeoPackage& package, const SightResult& result) {
    auto table = package.table("sight_points", tr("Points along paths and what is seen from them"), Shape::point,
                               {{"street", tr("Street"), "", K::text},
                                {"along_m", tr("Along the street"), "m", K::real},
                                {"seen_at_m", tr("Distance at which a person is first seen"), "m", K::real},
                                {"visible_m2", tr("Visible area"), "m²", K::real},
                                {"mean_m", tr("Mean length of sight"), "m", K::real},
                                {"hidden_by", tr("What hides the nearest position, code"), "", K::text},
                                {"hidden_by_words", tr("What hides the nearest position"), "", K::text},
                                {"hider", tr("Its id, or #row"), "", K::text},
                                {"facade_m", tr("Façade within 30 m in sight"), "m", K::real},
                                {"entrances", tr("Entrances within 30 m in sight"), tr("number"), K::integer},
                                {"exit_m", tr("Way to the next exit"), "m", K::real},
                                {"dead_end", tr("Dead end"), tr("1 = yes"), K::integer},
                                {"tunnel", tr("Tunnel"), tr("1 = yes"), K::integer}});
    for (const auto& s : result.sight.samples)
        table.add({text_cell(result.streets.streets[s.street].name), real_cell(s.along_m), real_cell(s.seen_at_m),
                   real_cell(s.visible_m2), real_cell(s.mean_m), text_cell(std::string{hidden_by_code(s.hidden_by)}),
                   text_cell(hidden_by_words(s.hidden_by)), hider(result, s.obstacle), real_cell(s.facade_m),
                   result.entrances > 0 ? Cell{std::int64_t{s.entrances}} : Cell{}, real_cell(s.exit_m),
                   yes_no(s.dead_end), yes_no(s.tunnel)},
                  s.position);
}

void add_plants(GeoPackage& package, const SightResult& result) {
    auto table = package.table("blocking_plants", tr("Plants that hide people nearer than 25 m"), Shape::polygon,
                               {{"id", tr("Id"), "", K::text},
                                {"kind", tr("Kind"), "", K::text},
                                {"row", tr("Row or feature"), "", K::integer},
                                {"height_m", tr("Height"), "m", K::real},
                                {"hides_m", tr("Hides people on so much of path"), "m", K::real},
                                {"order", tr("Order, most metres first"), "", K::integer}});
    std::int64_t order = 0;
    for (const auto& one : result.sight.plants) {
        const auto& plant = result.vegetation->plants[one.plant];
        table.add({text_cell(plant.id), text_cell(plant.kind), plant.row, real_cell(plant.height.value),
                   real_cell(one.hides_m), ++order},
                  plant.outline);
    }
}

void add_visible_area(GeoPackage& package, const SeenFrom& seen) {
    auto table = package.table("visible_area", tr("What one point sees at eye height"), Shape::polygon,
                               {{"east", tr("East"), "m", K::real},
                                {"north", tr("North"), "m", K::real},
                                {"area_m2", tr("Visible area"), "m²", K::real},
                                {"mean_m", tr("Mean length of sight"), "m", K::real},
                                {"facade_m", tr("Façade within 30 m in sight"), "m", K::real}});
    table.add({real_cell(seen.point.x), real_cell(seen.point.y), real_cell(seen.area.area_m2),
               real_cell(seen.area.mean_m), real_cell(seen.area.facade_m)},
              seen.outline);
}

constexpr SightClass classes[] = {SightClass::under_10, SightClass::under_25, SightClass::open};

std::vector<LayerStyle> styles_of(const SightResult& result) {
    LayerStyle along{"sight_along", Shape::line, {}}, points{"sight_points", Shape::point, {}};
    for (const auto one : classes) {
        along.rules.push_back({.filter = fmt::format("\"sight\" = '{}'", class_code(one)),
                               .label = sight_class_words(one),
                               .colour = sight_class_colour(one),
                               .size_mm = one == SightClass::open ? 0.5 : 1.1});
        const char* filter = one == SightClass::under_10   ? "\"seen_at_m\" <= 10"
                             : one == SightClass::under_25 ? "\"seen_at_m\" > 10 AND \"seen_at_m\" <= 25"
                                                           : "\"seen_at_m\" > 25";
        points.rules.push_back({.filter = filter,
                                .label = sight_class_words(one),
                                .colour = sight_class_colour(one),
                                .size_mm = one == SightClass::open ? 0.8 : 1.6});
    }
    std::vector<LayerStyle> styles{std::move(along),
                                   std::move(points),
                                   {"blocking_plants",
                                    Shape::polygon,
                                    {{.filter = "\"hides_m\" > 0",
                                      .label = tr("plant that hides people"),
                                      .colour = "#1b7837",
                                      .size_mm = 0.3,
                                      .opacity = 0.7}}}};
    if (result.seen_from)
        styles.push_back({"visible_area",
                          Shape::polygon,
                          {{.filter = "\"area_m2\" >= 0",
                            .label = tr("in sight from the point"),
                            .colour = "#2166ac",
                            .size_mm = 0.3,
                            .opacity = 0.3}}});
    return styles;
}

}  // namespace

SightClass sight_class(const conditions::SightStretch& stretch) {
    const double quarter = 0.25 * (stretch.to_m - stretch.from_m);
    if (stretch.under_10_m > quarter) return SightClass::under_10;
    return stretch.under_25_m > quarter ? SightClass::under_25 : SightClass::open;
}

std::string sight_class_words(SightClass which) {
    switch (which) {
        case SightClass::under_10:
            return tr("a person is first seen nearer than 10 m");
        case SightClass::under_25:
            return tr("a person is first seen nearer than 25 m");
        case SightClass::open:
            break;
    }
    return tr("open");
}

const char* sight_class_colour(SightClass which) {
    return which == SightClass::under_10 ? "#b2182b" : which == SightClass::under_25 ? "#f4a259" : "#8d99a6";
}

void write_sight_geopackage(const SightResult& result, const std::filesystem::path& path) {
    const GdalWriting writing(path);
    GeoPackage package(path, result.about.crs, writing);
    add_along(package, result);
    add_points(package, result);
    add_plants(package, result);
    if (result.seen_from) add_visible_area(package, *result.seen_from);
    add_about_tables(package, result.about);
    add_stage_styles(package, styles_of(result));
    package.finish();
}

}  // namespace lykta::outputs
