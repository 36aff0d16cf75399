// Proofs about a light cover: a bound from prices, and a search that finds a set of a given size or shows there is
// none. For siting_lamps.
#pragma once
#include <vector>

#include "measures/siting_lamps_rows.hpp"

namespace lykta::measures {

/// A price on each row, such that no candidate is worth more than 1: what it adds to a row counts as a share of what is
/// missing there, at most 1. Lamps still needed ≥ Σ price · share missing.
///
/// The shares' cap makes the bound: without it the light of many lamps far away would add up to a fraction of a lamp.
struct RowPrices {
    std::vector<double> price;  ///< per row, ≥ 0
    double bound = 0.0;         ///< lamps needed from nothing, not rounded
};
/// Multiplicative weights: rows a lamp covers get cheaper, round after round; the best round counts. \pre rounds ≥ 1
[[nodiscard]] RowPrices row_prices(const CoverRows& rows, int rounds);

enum class Searched { found, impossible, gave_up };

/// Depth first: some lamp gives the row that fewest can help at least its part of what is missing there; that row's
/// helpers are tried one after another, each left out of what follows.
class CoverSearch {
public:
    CoverSearch(const CoverRows& rows, const RowPrices& prices);
    /// Adds at most `lamps` candidates to the state so that all is met; the state is as before unless found.
    [[nodiscard]] Searched search(CoverState& state, int lamps, long long nodes);

private:
    Searched deeper(CoverState& state, int lamps);
    [[nodiscard]] bool can_do(const CoverState& state, int lamps) const;
    /// The row fewest candidates can help enough; rows() where none is missing anything.
    [[nodiscard]] std::uint32_t hardest_row(const CoverState& state, int lamps) const;

    const CoverRows& m_rows;
    /// A row with a price, and its price per lx missing.
    struct Priced {
        std::uint32_t row = 0;
        double need = 0.0, per_lx = 0.0;
    };
    std::vector<Priced> m_priced;
    std::vector<std::uint32_t> m_demanded;  ///< rows that anything is demanded of
    std::vector<char> m_forbidden;
    long long m_nodes = 0;
};

}  // namespace lykta::measures
