#include "outputs/condition_layers.hpp"

#include <algorithm>

#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;

std::vector<Field> light_fields() {
    return {{"street", tr("Street"), "", K::text},
            {"way", tr("Street or footpath"), "", K::text},
            {"row", tr("Row or feature"), "", K::integer},
            {"from_m", tr("From, along the street"), "m", K::real},
            {"to_m", tr("To, along the street"), "m", K::real},
            {"metres", tr("Length"), "m", K::real},
            {"class", tr("Lighting class"), "", K::text},
            {"class_reached", tr("Class reached"), "", K::text},
            {"below_class", tr("Below its class"), tr("1 = yes"), K::integer},
            {"cause", tr("Cause, code"), "", K::text},
            {"cause_words", tr("Cause"), "", K::text},
            {"lux_average", tr("Illuminance, average"), "lx", K::real},
            {"lux_minimum", tr("Illuminance, minimum"), "lx", K::real},
            {"uniformity", tr("Uniformity, minimum by average"), "", K::real},
            {"lux_vertical_min", tr("Vertical illuminance at 1.5 m, minimum"), "lx", K::real},
            {"lux_semicyl_min", tr("Semicylindrical illuminance at 1.5 m, minimum"), "lx", K::real},
            {"lux_target", tr("Class average"), "lx", K::real},
            {"deficit_lux", tr("Missing to the class average"), "lx", K::real},
            {"deficit_share", tr("Light deficit"), tr("share of the class average"), K::real},
            {"uncertainty", tr("Standard deviation of the average"), tr("share of it"), K::real},
            {"lamps_out", tr("Lamps out of order within reach"), tr("number"), K::integer}};
}

std::vector<Cell> light_cells(const layers::Street& street, const conditions::StretchLight& s) {
    const char family = s.wanted_class.empty() ? 'P' : s.wanted_class[0];
    return {text_cell(street.name),
            text_cell(street.footpath ? "footpath" : "street"),
            street.row,
            real_cell(s.from_m),
            real_cell(s.to_m),
            real_cell(s.to_m - s.from_m),
            text_cell(s.wanted_class),
            text_cell(conditions::class_reached(family, s.average, s.minimum)),
            yes_no_cell(s.below_class),
            s.below_class ? text_cell(std::string{conditions::light_cause_code(s.cause)}) : Cell{},
            s.below_class ? text_cell(light_cause_words(s.cause)) : Cell{},
            real_cell(s.average.value),
            real_cell(s.minimum.value),
            real_cell(s.uniformity),
            real_cell(s.vertical_minimum.value),
            real_cell(s.semicylindrical_minimum.value),
            real_cell(s.target.value),
            real_cell(std::max(0.0, s.target.value - s.average.value)),
            real_cell(s.deficit_share),
            real_cell(s.light_sd),
            static_cast<std::int64_t>(s.lamps_out.size())};
}

std::vector<Field> sight_fields() {
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

}  // namespace

void add_light_stretches(GeoPackage& package, const LayerTitle& layer, const layers::StreetLayer& streets,
                         std::span<const conditions::StretchLight> stretches) {
    auto table = package.table(layer.name, layer.title, Shape::line, light_fields());
    for (const auto& s : stretches) table.add(light_cells(streets.streets[s.street], s), MultiLine{{s.line}});
}

void add_sight_stretches(GeoPackage& package, const layers::StreetLayer& streets, const conditions::PathSight& sight) {
    auto table =
        package.table("sight_along", tr("How near a person is first seen along paths"), Shape::line, sight_fields());
    for (const auto& s : sight.stretches) {
        const auto& street = streets.streets[s.street];
        table.add({text_cell(street.name), street.row, real_cell(s.from_m), real_cell(s.to_m),
                   real_cell(s.to_m - s.from_m), real_cell(s.under_10_m), real_cell(s.under_25_m),
                   real_cell(s.under_25_plants_m), real_cell(s.mean_seen_at_m), real_cell(s.mean_visible_m2),
                   real_cell(s.concealment_m), real_cell(s.facade_m), real_cell(s.exit_m), yes_no_cell(s.dead_end),
                   yes_no_cell(s.tunnel), text_cell(std::string{sight_class_code(sight_class(s))})},
                  MultiLine{{s.line}});
    }
}

void add_blocking_plants(GeoPackage& package, const layers::VegetationLayer& vegetation,
                         const conditions::PathSight& sight) {
    auto table = package.table("blocking_plants", tr("Plants that hide people nearer than 25 m"), Shape::polygon,
                               {{"id", tr("Id"), "", K::text},
                                {"kind", tr("Kind"), "", K::text},
                                {"row", tr("Row or feature"), "", K::integer},
                                {"height_m", tr("Height"), "m", K::real},
                                {"hides_m", tr("Hides people on so much of path"), "m", K::real},
                                {"order", tr("Order, most metres first"), "", K::integer}});
    std::int64_t order = 0;
    for (const auto& one : sight.plants) {
        const auto& plant = vegetation.plants[one.plant];
        table.add({text_cell(plant.id), text_cell(plant.kind), plant.row, real_cell(plant.height.value),
                   real_cell(one.hides_m), ++order},
                  plant.outline);
    }
}

LayerStyle sight_stretch_style() {
    LayerStyle style{"sight_along", Shape::line, {}};
    for (const auto one : {SightClass::under_10, SightClass::under_25, SightClass::open})
        style.rules.push_back({.filter = fmt::format("\"sight\" = '{}'", sight_class_code(one)),
                               .label = sight_class_words(one),
                               .colour = sight_class_colour(one),
                               .size_mm = one == SightClass::open ? 0.5 : 1.1});
    return style;
}

LayerStyle blocking_plant_style() {
    return {"blocking_plants",
            Shape::polygon,
            {{.filter = "\"hides_m\" > 0",
              .label = tr("plant that hides people"),
              .colour = "#1b7837",
              .size_mm = 0.3,
              .opacity = 0.7}}};
}

}  // namespace lykta::outputs
