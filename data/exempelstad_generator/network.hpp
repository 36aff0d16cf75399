// Lines cut where they meet: the street network between intersections, and the cells between main streets.
#pragma once
#include <vector>

#include "town.hpp"

namespace exempelstad {

/// Cuts every line where another crosses or ends on it (within 0.5 m). Tunnels join only at their ends.
/// Ends and crossings closer than 1.5 m become one node; coordinates are rounded to 0.01 m.
[[nodiscard]] std::vector<Line> cut_at_intersections(const std::vector<Line>& lines);

/// Segments in the largest connected part of the network; the rest is dropped.
[[nodiscard]] std::vector<Line> connected_part(std::vector<Line> segments);

/// The areas bounded by main streets, rail, river and town limit, each with the seed that falls in it.
[[nodiscard]] std::vector<Cell> cells_between(const Town& town);

}  // namespace exempelstad
