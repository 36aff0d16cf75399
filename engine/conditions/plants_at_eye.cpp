#include "conditions/plants_at_eye.hpp"

#include <algorithm>

namespace lykta::conditions {

std::int64_t plants_at_eye(const layers::VegetationLayer& vegetation, Meters eye) {
    return std::count_if(vegetation.plants.begin(), vegetation.plants.end(), [&](const layers::Plant& plant) {
        return plant.height_defaulted && plant.canopy_share >= 1.0 && plant.height <= eye;
    });
}

}  // namespace lykta::conditions
