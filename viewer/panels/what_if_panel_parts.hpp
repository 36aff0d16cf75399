// The parts of the what-if panel; what_if_panel.cpp puts them together.
#pragma once
#include <string>

#include "viewer/state/commands.hpp"

namespace lykta::viewer {

/// What the scenario comes to: money, effect with interval, metres of light and sight.
void draw_scenario_figures(const ViewerState& state);
/// Name, save, load, delete, compare, export.
void draw_scenario_files(const ViewerState& state, Commands& commands);
/// The saved ones side by side.
void draw_scenario_table(const ViewerState& state);

/// "1.2 (0.1–2.4)", or why no number is given. At the public level none ever is: two scenarios could be subtracted.
[[nodiscard]] std::string scenario_effect_words(const ViewerState& state, const ScenarioAnswer& answer);
/// The compass bearing of a heading held anticlockwise from +x, 0 … 359°, and back.
[[nodiscard]] double bearing_of(double heading_degrees);

}  // namespace lykta::viewer
