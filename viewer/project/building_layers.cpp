// Inspected buildings by the state their inspection left them in, told apart in grey too: the worse, the darker, and
// hatched where something mandatory failed.
#include "conditions/inspections.hpp"
#include "places/at_building.hpp"
#include "viewer/project/area_detail.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_topics.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr double footprints_until = 4.0;  ///< metres per pixel; farther out a building is a symbol

/// From the best to the worst, which lies on top.
enum class InspectedState : std::uint8_t { unknown, passed, failed, mandatory_failed };

InspectedState state_of(const conditions::BuildingInspection& building) {
    if (building.mandatory_failed > 0) return InspectedState::mandatory_failed;
    if (building.failed > 0) return InspectedState::failed;
    return building.passed > 0 ? InspectedState::passed : InspectedState::unknown;
}

struct StateLook {
    InspectedState state;
    const char *day, *day_edge, *night, *night_edge;
    Symbol symbol;
};
constexpr StateLook looks[] = {
    {InspectedState::unknown, "#f4f2ee", "#8b9198", "#0b101a", "#6b7787", Symbol::ring},
    {InspectedState::passed, "#bcd8e8", "#5b8fb0", "#24445a", "#6fa3c4", Symbol::dot},
    {InspectedState::failed, "#c58fb2", "#7d4f6d", "#8f5b7d", "#dca6c9", Symbol::diamond},
    {InspectedState::mandatory_failed, "#8a2f63", "#3f0d2b", "#e06aa8", "#ffd3ea", Symbol::triangle}};

std::string state_words(InspectedState state) {
    switch (state) {
        case InspectedState::mandatory_failed:
            return tr("something mandatory failed");
        case InspectedState::failed:
            return tr("something failed");
        case InspectedState::passed:
            return tr("no remarks on what was inspected");
        case InspectedState::unknown:
            break;
    }
    return tr("inspection says nothing");
}

std::uint8_t group_of(InspectedState state) {
    return static_cast<std::uint8_t>(state);
}

void add_state_classes(MapLayer& layer) {
    for (const auto& look : looks)
        add_class(layer, {state_words(look.state),
                          {.fill = rgba(look.day),
                           .edge = rgba(look.day_edge),
                           .width = 1.2F,
                           .size = 9.0F,
                           .hatch = look.state == InspectedState::mandatory_failed},
                          {.fill = rgba(look.night),
                           .edge = rgba(look.night_edge),
                           .width = 1.2F,
                           .size = 9.0F,
                           .hatch = look.state == InspectedState::mandatory_failed},
                          look.symbol});
}

}  // namespace

void add_inspected(const StudyRun& run, MapLayers& into) {
    if (!run.city.inspections) return;
    const auto buildings = conditions::summarise(*run.city.inspections);
    const auto footprints = places::inspected_footprints(run.city);
    MapLayer layer{
        .id = LayerId::inspected,
        .title = tr("Inspected buildings"),
        .note = say("{} buildings by their newest inspection ({}); of the others nothing is known.",
                    number_text(static_cast<std::int64_t>(buildings.size())), files_of(run.city.inspections->reports))};
    add_state_classes(layer);
    Detail near = level(0, footprints_until), far = level(footprints_until, endless);
    for (const auto& look : looks)
        for (std::uint32_t i = 0; i < buildings.size(); ++i) {
            if (state_of(buildings[i]) != look.state) continue;
            const PointFeature point{.at = buildings[i].position, .group = group_of(look.state), .record = i};
            far.points.push_back(point);
            const auto footprint = footprints.find(buildings[i].building_id);
            if (footprint != footprints.end() && footprint->second != nullptr && !footprint->second->empty())
                near.areas.push_back({.shape = *footprint->second, .group = group_of(look.state), .record = i});
            else
                near.points.push_back(point);
        }
    layer.details.push_back(std::move(near));
    layer.details.push_back(std::move(far));
    put(std::move(layer), into);
}

void add_building_layers(const StudyRun& run, MapLayers& into) {
    add_inspected(run, into);
    add_cameras(run, into);
}

}  // namespace lykta::viewer
