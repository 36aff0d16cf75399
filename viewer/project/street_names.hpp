// Where street names can stand: streets of one name joined end to end, and their straight parts found, so that a name
// has room also where data cut the street at every corner.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "layers/layers.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

/// Streets of one name that run on into each other.
struct StreetChain {
    std::uint32_t name = 0;  ///< into StreetChains::names
    Polyline line;
};
struct StreetChains {
    std::vector<std::string> names;
    std::vector<double> length_m;  ///< of all that bears the name
    std::vector<StreetChain> chains;
};
/// Joined where ends meet and the way turns least, under 60°. Every named street is in one chain.
[[nodiscard]] StreetChains street_chains(const layers::StreetLayer& streets);

/// Names for one level of detail, longer streets first: in the middle of straight parts that bend less than two pixels
/// at the level's near end, repeated along long ones; where the name could not fit even there, none.
[[nodiscard]] std::vector<MapLabel> street_labels(const StreetChains& chains, double from_metres_per_pixel,
                                                  double to_metres_per_pixel);

}  // namespace lykta::viewer
