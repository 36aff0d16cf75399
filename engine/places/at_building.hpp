// Which incidents happened at an inspected building: by its footprint, or near the inspection's point.
#pragma once
#include <map>
#include <string>

#include "core/geometry.hpp"
#include "layers/layers.hpp"

namespace lykta::places {

/// From the inspection's point, where no footprint is known or it is drawn off.
constexpr double at_building_m = 15.0;

/// Footprints of the inspected buildings, by building id: the building of that id, else the one its position lies in.
using Footprints = std::map<std::string, const MultiPolygon*>;
[[nodiscard]] Footprints inspected_footprints(const layers::CityLayers& city);

/// \param footprint  of the building; nullptr where none is known
[[nodiscard]] bool is_at_building(Point inspected, const MultiPolygon* footprint, Point p);

}  // namespace lykta::places
