// A selected place and the records its figures rest on.
#include "viewer/project/build_layers.hpp"
#include "viewer/project/clusters.hpp"
#include "viewer/project/layer_parts.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr std::uint32_t told_from = 5;  ///< smaller piles are told by their size alone

void add_outline(const places::RankedPlace& place, std::uint32_t index, MapLayer& layer, Detail& into) {
    const auto outline = add_class(layer, {tr("the selected place"), area_paint({{}, rgba(colours::ink), 3.5F}),
                                           area_paint({{}, rgba("#ffe7a3"), 3.5F})});
    if (!place.place.shape.empty())
        into.areas.push_back({.shape = place.place.shape, .group = outline, .record = index});
}

void add_plants(const StudyRun& run, const places::PlaceFacts& facts, MapLayer& layer, Detail& into) {
    if (!run.city.vegetation) return;
    const auto hides =
        add_class(layer, {tr("plant that hides people"), area_paint({rgba("#1b783770"), rgba("#0b4a1f"), 1.6F}),
                          area_paint({rgba("#7fd79a60"), rgba("#b8f0c8"), 1.6F})});
    for (const auto plant : facts.blocking_plants)
        if (plant < run.city.vegetation->plants.size())
            into.areas.push_back(
                {.shape = run.city.vegetation->plants[plant].outline, .group = hides, .record = plant});
}

/// At the public level no point of an incident is shown.
void add_incidents(const StudyRun& run, const places::PlaceFacts& facts, MapLayer& layer, Detail& into) {
    if (run.result.public_level) return;
    const auto one = add_class(layer, {tr("recorded incident here; wider where several lie on one spot"),
                                       symbol_paint({rgba("#7d2f70e0"), rgba("#ffffff"), 7.0F, 1.0F}),
                                       symbol_paint({rgba("#f0b8e4"), rgba("#0b101a"), 7.0F, 1.0F})});
    for (const auto& cluster : on_one_spot(run.city.incidents.position, facts.incident_index)) {
        into.points.push_back({.at = cluster.at,
                               .group = one,
                               .scale = 0.7F * cluster_scale(cluster.count, 60),
                               .record = cluster.first});
        if (cluster.count >= told_from)
            into.labels.push_back({.text = number_text(std::int64_t{cluster.count}),
                                   .at = cluster.at,
                                   .kind = LabelKind::count,
                                   .priority = 600.0F + static_cast<float>(cluster.count)});
    }
}

void add_lamps(const StudyRun& run, const places::PlaceFacts& facts, MapLayer& layer, Detail& into) {
    if (!run.city.lighting) return;
    const auto ring =
        add_class(layer, {tr("lamp of the place"), symbol_paint({rgba("#ffffff00"), rgba("#9a6b00"), 17.0F, 1.8F}),
                          symbol_paint({rgba("#ffffff00"), rgba("#ffd27a"), 17.0F, 1.8F}), Symbol::ring});
    for (const auto lamp : facts.lamp_index)
        if (lamp < run.city.lighting->lamps.size())
            into.points.push_back({.at = run.city.lighting->lamps[lamp].position, .group = ring, .record = lamp});
}

void add_items(const StudyRun& run, const places::PlaceFacts& facts, MapLayer& layer, Detail& into) {
    if (!run.city.inspections) return;
    const auto door =
        add_class(layer, {tr("failed at the inspection"), symbol_paint({rgba("#a5678e"), rgba("#ffffff"), 13.0F, 1.2F}),
                          symbol_paint({rgba("#e6a6cf"), rgba("#0b101a"), 13.0F, 1.2F}), Symbol::door});
    const auto& items = run.city.inspections->items;
    std::vector<std::uint32_t> failed;
    std::vector<Point> positions(items.size());
    for (const auto i : facts.item_index)
        if (i < items.size() && items[i].state == layers::ItemState::failed) {
            positions[i] = items[i].position;
            failed.push_back(i);
        }
    for (const auto& cluster : on_one_spot(positions, failed))
        into.points.push_back({.at = cluster.at, .group = door, .record = cluster.first});
}

}  // namespace

LayerPointer selection_layer(const StudyRun& run, std::size_t place) {
    if (place >= run.result.places.size()) return nullptr;
    const auto& chosen = run.result.places[place];
    MapLayer layer{.id = LayerId::selection,
                   .title = say("Place {}: {}", number_text(std::int64_t{chosen.rank}), shown_text(chosen.place.name)),
                   .note = tr("The records that the place's figures rest on.")};
    Detail detail = level(0, endless);
    add_outline(chosen, static_cast<std::uint32_t>(place), layer, detail);
    Detail near = level(0, 2.5);
    near.areas = detail.areas;
    add_plants(run, chosen.facts, layer, near);
    add_lamps(run, chosen.facts, layer, near);
    add_incidents(run, chosen.facts, layer, near);
    add_items(run, chosen.facts, layer, near);
    detail.from_metres_per_pixel = near.to_metres_per_pixel;
    layer.details.push_back(std::move(near));
    layer.details.push_back(std::move(detail));
    return finished(std::move(layer));
}

}  // namespace lykta::viewer
