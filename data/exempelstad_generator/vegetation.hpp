// Trees and shrubs of the town.
#pragma once
#include "town.hpp"

namespace exempelstad {

/// Shrubs that hide the planted "shrubs" paths, and trees and shrubs elsewhere that keep 6 m off every path and street.
/// \pre buildings and planted places stand
void grow_plants(Town& town);

}  // namespace exempelstad
