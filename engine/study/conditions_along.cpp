#include "study/conditions_along.hpp"

#include "conditions/illuminance.hpp"
#include "conditions/vegetation_near.hpp"

namespace lykta::study {

std::vector<conditions::StretchLight> light_along_streets(const layers::CityLayers& city) {
    if (!city.streets) return {};
    const auto luminaires =
        city.lighting ? conditions::luminaires_from(*city.lighting) : std::vector<conditions::Luminaire>{};
    return conditions::light_along(*city.streets, luminaires);
}

std::vector<double> vegetation_along(const layers::CityLayers& city,
                                     const std::vector<conditions::StretchLight>& stretches) {
    if (!city.vegetation) return {};
    std::vector<Polyline> lines;
    lines.reserve(stretches.size());
    for (const auto& s : stretches) lines.push_back(s.line);
    return conditions::vegetation_along(lines, *city.vegetation).near_m;
}

}  // namespace lykta::study
