// What the window starts with, and which layers are drawn where.
#include "viewer/state/viewer_state.hpp"

#include <algorithm>
#include <cassert>

namespace lykta::viewer {
namespace {

/// Quiet and telling: the town, where the hot spots and places are, what is proposed. What a place rests on (lamps,
/// plants, failed items, its incidents) comes with the selection; the rest is a click away in the layer panel. A tool
/// shows the layer it works on (apply_map.cpp), and night shows the light (apply_layers.cpp).
bool is_visible_at_first(LayerId id) {
    switch (id) {
        case LayerId::illuminance:
        case LayerId::intensity:
        case LayerId::areas:
        case LayerId::felt_areas:
        case LayerId::inspected:
        case LayerId::light_deficit:
        case LayerId::sight:
        case LayerId::incidents:
        case LayerId::lamps:
        case LayerId::cameras:
            return false;
        default:
            return true;
    }
}

/// Rasters lie over the ground and must let it through; hot spots too, whose streets and buildings are looked up.
float opacity_at_first(LayerId id) {
    if (id == LayerId::hot_spots) return 0.65F;
    return id == LayerId::intensity || id == LayerId::change ? 0.8F : 1.0F;
}

const LayerPointer* found(const MapLayers& layers, LayerId id) {
    const auto at = layers.find(id);
    return at == layers.end() || !at->second ? nullptr : &at->second;
}

/// What a period puts in the place of a layer of the whole period; null: nothing.
LayerPointer of_period(const TimeView& time, LayerId id) {
    if (!time.figures) return nullptr;
    if (id == LayerId::incidents && time.shown) return time.figures->incidents;
    if (id == LayerId::intensity && time.shown) return time.figures->intensity;
    if (id == LayerId::change && time.compared) return time.figures->change;
    return nullptr;
}

/// What the chosen measures change, while the map is swiped and no scenario is drawn.
LayerPointer of_chosen(const ViewerState& state, LayerId id) {
    const auto& chosen = state.compare.chosen;
    if (!chosen || state.compare.mode != CompareMode::swipe) return nullptr;
    if (id == LayerId::scenario) return chosen->stretches;
    return id == LayerId::illuminance ? chosen->answer.illuminance : nullptr;
}

/// The town changed: the scenario the user draws, else the measures the budget chose.
LayerPointer of_plan(const ViewerState& state, LayerId id) {
    const auto& scenario = state.scenario.answer;
    if (!scenario && (id == LayerId::scenario || id == LayerId::illuminance)) return of_chosen(state, id);
    if (id == LayerId::scenario) return scenario->layer;
    if (id == LayerId::illuminance) return scenario->illuminance;
    if (id == LayerId::measures && state.budget.answer) return state.budget.answer->layer;
    return nullptr;
}

bool is_of_plan(LayerId id) {
    return id == LayerId::scenario || id == LayerId::measures;
}

/// The layer to draw for `id` in the project itself: on the map as a whole, or on one side of a swipe.
LayerPointer layer_at(const ViewerState& state, LayerId id, MapSide side) {
    const bool as_it_is = side == MapSide::before;
    if (as_it_is && is_of_plan(id)) return nullptr;
    if (side == MapSide::after && id == LayerId::measures && state.scenario.answer) return nullptr;
    if (const auto* extra = found(state.extra, id)) return *extra;
    if (!as_it_is)
        if (auto layer = of_plan(state, id)) return layer;
    if (auto layer = of_period(state.time, id)) return layer;
    if (!state.project) return nullptr;
    const auto* own = found(state.project->layers, id);
    return own ? *own : nullptr;
}

LayerPointer layer_of_other(const ViewerState& state, LayerId id) {
    if (!state.compare.other) return nullptr;
    const auto* own = found(state.compare.other->layers, id);
    return own ? *own : nullptr;
}

}  // namespace

ViewerState initial_state() {
    ViewerState state;
    const auto add = [&](LayerId id) { state.layers.push_back({id, is_visible_at_first(id), opacity_at_first(id)}); };
    for (int i = 0; i < layer_count; ++i) {
        const auto id = static_cast<LayerId>(i);
        if (id != LayerId::illuminance) add(id);
        // The light lies on the streets, where it is wanted: beneath them it would be hidden by day.
        if (id == LayerId::streets) add(LayerId::illuminance);
    }
    return state;
}

std::vector<ShownLayer> shown_layers(const ViewerState& state, MapSide side) {
    std::vector<ShownLayer> shown;
    for (const LayerSetting& setting : state.layers) {
        if (!setting.visible || setting.opacity <= 0) continue;
        auto layer = side == MapSide::other ? layer_of_other(state, setting.id) : layer_at(state, setting.id, side);
        if (layer) shown.push_back({std::move(layer), setting.opacity});
    }
    return shown;
}

const LayerSetting& setting_of(const ViewerState& state, LayerId id) {
    const auto at = std::find_if(state.layers.begin(), state.layers.end(),
                                 [id](const LayerSetting& setting) { return setting.id == id; });
    assert(at != state.layers.end());
    return *at;
}

}  // namespace lykta::viewer
