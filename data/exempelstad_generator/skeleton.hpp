// What is drawn by hand: lake shore, river, railway, town limit, main streets, parks and the seeds of the cells.
#pragma once
#include <span>

#include "town.hpp"

namespace exempelstad {

/// A place on the drawing board (5,000 × 4,000 units, y north) in SWEREF 99 TM.
[[nodiscard]] Point on_board(double x, double y);

void draw_water_and_rail(Town& town);  ///< window, lake, river, rail, shore
void draw_main_streets(Town& town);
void draw_parks(Town& town);
void draw_sites(Town& town);  ///< squares, schools, station, shopping centre, car park
[[nodiscard]] std::span<const Seed> seeds();

}  // namespace exempelstad
