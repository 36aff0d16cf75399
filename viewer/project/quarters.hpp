// Calendar quarters of a period, and which counts by quarter may be shown at the public level.
//
// Parts chosen to the day would give every count away: two parts that differ by a week, taken from each other, are the
// week. At the public level a part is therefore made of whole calendar quarters, and a place's figure is shown only
// where every quarter in it may be shown by itself. Then whatever is added or taken away is made of quarters that hold
// at least k incidents, and what is left of the whole period's figure holds at least k as well.
#pragma once
#include <vector>

#include "core/time.hpp"

namespace lykta::viewer {

/// In order of time; the first and the last are cut by the period.
[[nodiscard]] std::vector<Period> quarters_of(const Period& whole);
/// Begins and ends where quarters of the whole do.
[[nodiscard]] bool is_of_whole_quarters(const Period& part, const Period& whole);
/// The run of whole quarters nearest to the part, at least one: a part that is dragged keeps its length.
/// \pre the part shares a day with the whole
[[nodiscard]] Period snapped_to_quarters(const Period& part, const Period& whole);

/// Which of some counts may be shown beside their sum: not those under k, and where these hold under k together, so
/// that the sum would give them away, not the smallest of the others either. `never_shown` is a part of the sum that no
/// figure shows by itself: incidents without a usable time.
/// \correctness  by hand, and every subset of the shown counts taken from the sum leaves 0 or at least k
[[nodiscard]] std::vector<bool> may_be_shown(const std::vector<double>& counts, double never_shown, double k);

}  // namespace lykta::viewer
