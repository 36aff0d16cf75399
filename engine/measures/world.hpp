// The town as the measures meet it: what the study read and what its conditions came to. Nothing is owned here.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/obstacles.hpp"
#include "conditions/path_network.hpp"
#include "conditions/sight.hpp"
#include "core/time.hpp"
#include "layers/layers.hpp"
#include "places/places.hpp"

namespace lykta::measures {

/// \pre everything outlives the values made from it; project CRS, metres
struct World {
    const layers::CityLayers& city;
    Period period;
    std::span<const places::RankedPlace> places;             ///< in rank order
    std::span<const conditions::StretchLight> stretches;     ///< empty without streets or lamps
    const conditions::PathSight* sight = nullptr;            ///< cut like `stretches`; nullptr: not computed
    const conditions::PathNetwork* network = nullptr;        ///< of city.streets
    std::span<const conditions::Luminaire> luminaires;       ///< luminaires_from(lighting), in its lamps' order
    const conditions::Obstacles* light_obstacles = nullptr;  ///< in the season of light
    const conditions::Obstacles* sight_obstacles = nullptr;  ///< in the season of sight
    std::span<const double> dark_probability;                ///< per incident; NaN where no hour is known
    std::span<const double> harm;                            ///< per incident, no recency; 1 = an ordinary one
    double city_dark_share = 0;
    conditions::StretchOptions stretch_options;
    Lux cutoff{0.01};
    conditions::ObstacleOptions light_obstacle_options, sight_obstacle_options;
    conditions::SightOptions sight_options;  ///< stretch length as stretch_options
    Meters near{25.0};                       ///< what lies this near a place belongs to it
};

/// The incidents of each place, every incident in one place at most (the first in rank that holds it), ascending.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> incidents_by_place(const World& world);

}  // namespace lykta::measures
