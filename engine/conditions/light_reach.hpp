// How far lamps light the ground: beyond it each gives less than the cutoff.
#pragma once
#include <map>
#include <vector>

#include "conditions/illuminance.hpp"

namespace lykta::conditions {

/// reach_of (luminaire_light.hpp) for many lamps: the strongest intensities of each table are looked up once.
/// \pre the tables do not change while it lives
class Reaches {
public:
    [[nodiscard]] double of(const Luminaire& lamp, Lux cutoff);  ///< m

private:
    std::map<const IntensityTable*, std::vector<double>> m_strongest;  ///< cd per klm by gamma, over all planes
};

}  // namespace lykta::conditions
