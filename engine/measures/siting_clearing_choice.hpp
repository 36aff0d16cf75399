// Which pieces are worth clearing: metres of sight against square metres.
#pragma once
#include <cstdint>
#include <vector>

#include "measures/siting_clearing_lines.hpp"

namespace lykta::measures {

/// Pieces that are cleared together, because apart they give nothing: one piece, or a few.
struct ClearingStep {
    std::vector<std::uint32_t> pieces;  ///< ascending
    double metres = 0;                  ///< of sight they give after the steps before
};

/// The choice with the highest worth found. Worth: metres of sight − least_gain · m² cleared.
struct ClearingChoice {
    std::vector<ClearingStep> steps;  ///< most metres of sight per m² first
    double worth = 0;
    double bound = 0;  ///< no choice can be worth more (proven)
    [[nodiscard]] bool is_proven() const { return worth >= bound - 1e-6; }
};

/// A sample is worth its metres once every piece its lines need is gone, a piece costs its area: the choice of most
/// worth is a least cut (Picard 1976, Management Science 22:1268–1272), found exactly. Where a line needs one piece or
/// another, the cut over what it needs in any case is a bound; the choice is then improved piece by piece and, with up
/// to 12 pieces, settled by trying every subset.
/// \correctness  twin: every subset; property: worth ≤ bound, no single piece more or less is worth more
[[nodiscard]] ClearingChoice choose_clearing(const ClearingLines& lines, double least_gain);

/// Worth of a set of pieces.
[[nodiscard]] double worth_of(const ClearingLines& lines, const Cleared& cleared, double least_gain);

}  // namespace lykta::measures
