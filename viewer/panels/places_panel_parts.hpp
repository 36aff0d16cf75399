// The parts of the places panel: what its columns are called, and the filters over the table.
#pragma once
#include <string>

#include "viewer/state/commands.hpp"

namespace lykta::viewer {

[[nodiscard]] std::string column_words(PlaceColumn column);  ///< "Rank"
/// Figures are read from the top down, words from A to Ö.
[[nodiscard]] bool starts_descending(PlaceColumn column);
/// Text, district, reason and order; how many are listed and what can be done with them.
void draw_place_filters(const ViewerState& state, std::size_t listed, Commands& commands);

}  // namespace lykta::viewer
