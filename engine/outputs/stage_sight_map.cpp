// The map of `lykta sight`.
#include "core/file.hpp"
#include "outputs/stage_map.hpp"
#include "outputs/stage_sight.hpp"

namespace lykta::outputs {
namespace {

void add_rings(std::vector<Ring>& rings, const MultiPolygon& shape) {
    for (const auto& polygon : shape) rings.push_back(polygon.outer);
}

void add_areas(StageMap& map, const SightResult& result) {
    MapAreas plants{{}, tr("plants"), "#cfe3c4"}, hiding{{}, tr("plants that hide people"), "#1b7837"},
        houses{{}, tr("buildings"), "#c9ccd1"}, seen{{}, tr("in sight from the point"), "#9ec5e8"};
    if (result.vegetation)
        for (const auto& plant : result.vegetation->plants) add_rings(plants.rings, plant.outline);
    for (const auto& one : result.sight.plants) add_rings(hiding.rings, result.vegetation->plants[one.plant].outline);
    if (result.buildings)
        for (const auto& building : result.buildings->buildings) add_rings(houses.rings, building.footprint);
    if (result.seen_from) add_rings(seen.rings, result.seen_from->outline);
    for (auto* areas : {&seen, &plants, &hiding, &houses})
        if (!areas->rings.empty()) map.areas.push_back(std::move(*areas));
}

}  // namespace

std::string sight_svg(const SightResult& result) {
    StageMap map{.title = tr("Sight along paths"),
                 .ground_label = say("How near a person who approaches is first seen, on more than a quarter of each "
                                     "stretch; eyes at {} m",
                                     number_text(result.options.eye.value, 1)),
                 .source = source_line(result.about),
                 .paper = "#ffffff",
                 .ink = "#22303c"};
    add_areas(map, result);
    for (const auto which : {SightClass::open, SightClass::under_25, SightClass::under_10}) {
        MapLines lines{{}, sight_class_words(which), sight_class_colour(which), which == SightClass::open ? 1.2 : 2.6};
        for (const auto& stretch : result.sight.stretches)
            if (sight_class(stretch) == which) lines.lines.push_back(stretch.line);
        map.lines.push_back(std::move(lines));
    }
    for (const auto& stretch : result.sight.stretches)
        for (const Point p : stretch.line) map.frame.grow(p);
    if (result.seen_from) map.points.push_back({{result.seen_from->point}, tr("the point"), "#08306b", false, 4});
    return map_svg(map);
}

void write_sight_folder(const SightResult& result, const std::filesystem::path& path) {
    OutputFolder folder(path);
    write_sight_geopackage(result, folder.staging() / "sight.gpkg");
    write_file_whole(folder.staging() / "sight.svg", sight_svg(result));
    folder.commit("sight.gpkg");
}

}  // namespace lykta::outputs
