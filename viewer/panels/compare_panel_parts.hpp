// The parts of the compare panel; compare_panel.cpp puts them together.
#pragma once
#include <string>
#include <vector>

#include "outputs/run_result.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// Why two studies must not be read as if they were one, sentences; empty: made alike. Recording always differs.
[[nodiscard]] std::vector<std::string> differences(const outputs::RunResult& here, const outputs::RunResult& there);
/// Key figures of two studies side by side.
void draw_study_table(const outputs::RunResult& here, const outputs::RunResult& there);
/// Two parts of the period, place by place: ratio with interval, told apart or not.
void draw_period_table(const ViewerState& state);
/// For each chosen measure what change could be seen at all, and after how long.
void draw_detectability(const ViewerState& state);

}  // namespace lykta::viewer
