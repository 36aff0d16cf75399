// The parts of the place panel, top down; place_panel.cpp puts them together.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "outputs/run_result.hpp"
#include "viewer/state/commands.hpp"

namespace lykta::viewer {

void draw_place_score(const outputs::RunResult& result, const places::RankedPlace& place);
/// Hour by weekday, month by month, categories; at the public level only what holds enough incidents.
void draw_place_times(const outputs::RunResult& result, const places::RankedPlace& place);
void draw_place_measures(const ViewerState& state, std::uint32_t place, Commands& commands);

/// Incidents of a place by local weekday (0 Monday) and hour; empty where the records are not at hand.
using WeekTable = std::array<std::array<double, 24>, 7>;
[[nodiscard]] std::optional<WeekTable> week_table(const outputs::RunResult& result, const places::RankedPlace& place);

}  // namespace lykta::viewer
