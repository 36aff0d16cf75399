#include "study/conditions_along.hpp"

#include "conditions/illuminance.hpp"

namespace lykta::study {

conditions::Obstacles obstacles_of(const layers::CityLayers& city, conditions::Season season) {
    return {
        city.buildings ? &*city.buildings : nullptr, city.vegetation ? &*city.vegetation : nullptr, {.season = season}};
}

std::vector<conditions::Luminaire> luminaires_of(const layers::CityLayers& city, const LightSettings& settings) {
    if (!city.lighting) return {};
    return conditions::luminaires_from(*city.lighting, {.minute = settings.minute});
}

conditions::LightAlong light_along_streets(const layers::CityLayers& city, const LightSettings& settings,
                                           const conditions::Obstacles& obstacles) {
    if (!city.streets) return {};
    const auto luminaires = luminaires_of(city, settings);
    return conditions::light_along(
        {.streets = *city.streets, .luminaires = luminaires, .lamps = city.lighting ? &*city.lighting : nullptr},
        settings.stretches, {.cutoff = settings.cutoff, .obstacles = &obstacles});
}

std::optional<conditions::PathSight> sight_along_streets(const layers::CityLayers& city, const SightSettings& settings,
                                                         const conditions::Obstacles& obstacles) {
    if (!city.streets || (!city.buildings && !city.vegetation)) return std::nullopt;
    auto options = settings.options;
    options.stretch = conditions::StretchOptions{}.length;  // the same stretches as the light's
    return conditions::sight_along(
        {.streets = *city.streets,
         .obstacles = obstacles,
         .vegetation = city.vegetation ? &*city.vegetation : nullptr,
         .entrances = city.entrances ? std::span<const Point>{city.entrances->position} : std::span<const Point>{}},
        options);
}

}  // namespace lykta::study
