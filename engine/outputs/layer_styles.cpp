// layer_styles: how QGIS dresses each layer when it opens lykta.gpkg. Colours are told apart by colour-blind eyes, and
// shapes or widths differ too.
#include "outputs/condition_layers.hpp"
#include "outputs/geopackage.hpp"
#include "outputs/measure_layers.hpp"
#include "outputs/stage_style.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

/// A step of an area's colours.
StyleRule area_rule(const std::string& filter, const std::string& label, const std::string& colour, double opacity) {
    return {.filter = filter, .label = label, .colour = colour, .size_mm = 0.15, .opacity = opacity};
}

LayerStyle places_style() {
    const auto rule = [](const char* filter, const char* label, const char* colour, double opacity, double edge) {
        return StyleRule{.filter = filter,
                         .label = label,
                         .colour = colour,
                         .size_mm = edge,
                         .opacity = opacity,
                         .outline = "#143450"};
    };
    return {"places",
            Shape::polygon,
            {rule("\"score\" >= 75", tr("75 points or more"), "#1f4e79", 0.55, 0.7),
             rule("\"score\" >= 50 AND \"score\" < 75", tr("50 to 75 points"), "#4682b4", 0.47, 0.6),
             rule("\"score\" >= 25 AND \"score\" < 50", tr("25 to 50 points"), "#87b4d7", 0.43, 0.5),
             rule("\"score\" < 25", tr("under 25 points"), "#cde1f0", 0.39, 0.4),
             rule("\"score\" IS NULL", tr("score not shown"), "#ffffff", 0.24, 0.4)},
            "concat(\"rank\", '. ', \"name\")"};
}

LayerStyle hot_spots_style() {
    return {"hot_spots",
            Shape::polygon,
            {area_rule("\"gi_z\" >= 8", tr("Gi* z 8 or more"), "#63205a", 0.75),
             area_rule("\"gi_z\" >= 5 AND \"gi_z\" < 8", tr("Gi* z 5 to 8"), "#9c4a8b", 0.67),
             area_rule("\"gi_z\" >= 3 AND \"gi_z\" < 5", tr("Gi* z 3 to 5"), "#c68bb8", 0.59),
             area_rule("\"gi_z\" < 3", tr("Gi* z under 3"), "#e7c9e0", 0.55)}};
}

LayerStyle cells_style() {
    return {"cells",
            Shape::polygon,
            {area_rule("\"count\" >= 20", tr("20 incidents or more"), "#374b5f", 0.67),
             area_rule("\"count\" >= 10 AND \"count\" < 20", tr("10 to 19 incidents"), "#697d91", 0.59),
             area_rule("\"count\" >= 5 AND \"count\" < 10", tr("5 to 9 incidents"), "#a0afbe", 0.55),
             area_rule("\"count\" < 5", tr("under 5 incidents"), "#d7dfe6", 0.47),
             area_rule("\"count\" IS NULL", tr("number not shown"), "#f0f0f0", 0.31)}};
}

LayerStyle light_style() {
    return {"light_deficit",
            Shape::line,
            {{.filter = "\"below_class\" = 1 AND \"deficit_share\" >= 0.5",
              .label = tr("less than half of the class average"),
              .colour = "#b2182b",
              .size_mm = 1.1},
             {.filter = "\"below_class\" = 1 AND \"deficit_share\" < 0.5",
              .label = tr("below its class"),
              .colour = "#e6961e",
              .size_mm = 0.9},
             {.filter = "\"below_class\" = 0", .label = tr("meets its class"), .colour = "#969696", .size_mm = 0.4}}};
}

LayerStyle lamps_style() {
    const auto rule = [](const char* code, layers::LampState state, const char* colour, double size) {
        return StyleRule{.filter = std::string{"\"state\" = '"} + code + "'",
                         .label = lamp_state_words(state),
                         .colour = colour,
                         .size_mm = size};
    };
    auto out = rule("out", layers::LampState::out, "#1e1e1e", 2.8);
    out.marker = "cross_fill";
    return {"lamps",
            Shape::point,
            {rule("working", layers::LampState::working, "#ffdc5a", 1.8), out,
             rule("unknown", layers::LampState::unknown, "#e1e1e1", 1.8)}};
}

LayerStyle felt_style() {
    const auto rule = [](const char* code, places::Felt felt, const char* colour, double opacity) {
        return StyleRule{.filter = std::string{"\"felt\" = '"} + code + "'",
                         .label = felt_words(felt),
                         .colour = colour,
                         .size_mm = 0.4,
                         .opacity = opacity};
    };
    return {
        "felt_areas",
        Shape::polygon,
        {rule("more_felt", places::Felt::more_felt, "#762a83", 0.43),
         rule("less_felt", places::Felt::less_felt, "#1b7837", 0.35),
         rule("agree", places::Felt::agree, "#969696", 0.24), rule("unknown", places::Felt::unknown, "#c8c8c8", 0.1)}};
}

}  // namespace

void add_styles(GeoPackage& package, const RunResult& result) {
    std::vector<LayerStyle> styles = {places_style(),        hot_spots_style(),      cells_style(), light_style(),
                                      sight_stretch_style(), blocking_plant_style(), lamps_style(), felt_style()};
    if (result.measures)
        for (auto& style : measure_styles()) styles.push_back(std::move(style));
    add_stage_styles(package, styles);
}

}  // namespace lykta::outputs
