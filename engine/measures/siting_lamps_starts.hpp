// First sets for a light cover, and how a set is made smaller and better. For siting_lamps.
#pragma once
#include "measures/siting_lamps_rows.hpp"
#include "measures/siting_lamps_search.hpp"

namespace lykta::measures {

/// Always the candidate that brings most of the missing light, until all is met or `most` are taken.
void add_greedily(CoverState& state, int most);
/// From one end to the other: for the first row that misses light, the lamp with which the longest run from there on is
/// met. Finished greedily.
enum class Sweep { forward, backward };
void add_sweeping(CoverState& state, Sweep sweep, int most);
/// Takes out every candidate that is not needed.
void drop_needless(CoverState& state);
/// Several neighbours exchanged for one fewer, while that works and more than `enough` are left.
void exchange_for_fewer(CoverState& state, const RowPrices& prices, int enough);
/// With the number kept: each moved to a place near by while that brings means nearer the limit, then raises the
/// darkest samples.
void settle(CoverState& state);

}  // namespace lykta::measures
