// Street lighting of the town.
#pragma once
#include "town.hpp"

namespace exempelstad {

/// Lamps along every street and path so that a stretch in order reaches its class, then the faults: dark planted
/// places, outages and missing values elsewhere. \pre planted places stand
void hang_lamps(Town& town);

}  // namespace exempelstad
