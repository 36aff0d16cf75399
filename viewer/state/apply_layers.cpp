// Layers: what is seen, how strongly, in which order; and night.
#include <algorithm>

#include "viewer/state/apply.hpp"

namespace lykta::viewer {

void apply(Context& context, const command::ShowLayer& command) {
    setting(context, command.id).visible = command.visible;
}

void apply(Context& context, const command::SetOpacity& command) {
    setting(context, command.id).opacity = std::clamp(command.opacity, 0.0F, 1.0F);
}

/// One step is past the next layer that the project has: moving past layers nobody sees would look like nothing.
void apply(Context& context, const command::MoveLayer& command) {
    ViewerState& state = context.state;
    auto& layers = state.layers;
    const auto is_there = [&](LayerId id) {
        return !state.project || state.project->layers.contains(id) || state.extra.contains(id);
    };
    const int step = command.by > 0 ? 1 : -1;
    const auto last = static_cast<std::ptrdiff_t>(layers.size()) - 1;
    auto at = std::find_if(layers.begin(), layers.end(), [&](const auto& one) { return one.id == command.id; }) -
              layers.begin();
    for (int moves = std::abs(command.by); moves > 0; --moves) {
        bool has_passed = false;
        while (!has_passed && at + step >= 0 && at + step <= last) {
            has_passed = is_there(layers[static_cast<std::size_t>(at + step)].id);
            std::swap(layers[static_cast<std::size_t>(at)], layers[static_cast<std::size_t>(at + step)]);
            at += step;
        }
    }
}

void apply(Context& context, const command::ResetLayers&) {
    context.state.layers = initial_state().layers;
    context.shows_light_by_day = false;
    if (context.state.settings.night) setting(context, LayerId::illuminance).visible = true;
}

/// Night is the town as its lamps light it: the light is shown, and by day it is as it was before.
void apply(Context& context, const command::SetNight& command) {
    LayerSetting& light = setting(context, LayerId::illuminance);
    Settings& settings = context.state.settings;
    if (command.night && !settings.night) context.shows_light_by_day = light.visible;
    if (command.night)
        light.visible = true;
    else if (settings.night)
        light.visible = context.shows_light_by_day;
    settings.night = command.night;
}

}  // namespace lykta::viewer
