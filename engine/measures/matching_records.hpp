// The records behind a match: the lamps, plants, items and stretches its reason speaks of.
#pragma once
#include "measures/matching_parts.hpp"

namespace lykta::measures {

/// Fills lamps, plants, items and stretches of a match, each ascending.
void set_records(const Case& at, const Measure& measure, const Held& held, Match& match);

}  // namespace lykta::measures
