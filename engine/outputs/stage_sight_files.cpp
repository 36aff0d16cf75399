// `lykta sight -o`: stretches, sample points, the plants that hide, and the area one point sees.
#include "core/file.hpp"
#include "outputs/stage_map.hpp"
#include "outputs/stage_sight.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;
using conditions::HiddenBy;

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
                   yes_no_cell(s.dead_end), yes_no_cell(s.tunnel)},
                  s.position);
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

LayerStyle points_style() {
    LayerStyle style{"sight_points", Shape::point, {}};
    const std::pair<SightClass, const char*> classes[] = {
        {SightClass::under_10, "\"seen_at_m\" <= 10"},
        {SightClass::under_25, "\"seen_at_m\" > 10 AND \"seen_at_m\" <= 25"},
        {SightClass::open, "\"seen_at_m\" > 25"}};
    for (const auto& [one, filter] : classes)
        style.rules.push_back({.filter = filter,
                               .label = sight_class_words(one),
                               .colour = sight_class_colour(one),
                               .size_mm = one == SightClass::open ? 0.8 : 1.6});
    return style;
}

std::vector<LayerStyle> styles_of(const SightResult& result) {
    std::vector<LayerStyle> styles{sight_stretch_style(), points_style(), blocking_plant_style()};
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

void write_sight_geopackage(const SightResult& result, const std::filesystem::path& path) {
    const GdalWriting writing(path);
    GeoPackage package(path, result.about.crs, writing);
    static const layers::VegetationLayer no_plants;
    add_sight_stretches(package, result.streets, result.sight);
    add_points(package, result);
    add_blocking_plants(package, result.vegetation ? *result.vegetation : no_plants, result.sight);
    if (result.seen_from) add_visible_area(package, *result.seen_from);
    add_about_tables(package, result.about);
    add_stage_styles(package, styles_of(result));
    package.finish();
}

}  // namespace lykta::outputs
