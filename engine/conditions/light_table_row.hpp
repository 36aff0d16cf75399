// Light of one luminaire with a photometric table along a row of cells: angles of the whole row first, then the table.
#pragma once
#include <span>

#include "conditions/illuminance.hpp"

namespace lykta::conditions {

/// Horizontal share of the luminaire, lx, at points dx[i] east and dy north of it on the ground.
/// \pre the luminaire has a table and no tilt, hangs above the ground; out and dx have one length, at most 64
/// \correctness  horizontal_share at the same points, to 1e-12 of it
void table_row(const Luminaire& lamp, double dy, std::span<const double> dx, std::span<double> out);

}  // namespace lykta::conditions
