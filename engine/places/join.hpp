// The join: everything the layers say of each place, in one record with the source records behind it.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "conditions/obstacles.hpp"
#include "conditions/sight.hpp"
#include "core/time.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"
#include "places/places.hpp"

namespace lykta::places {

/// What the join needs beside the layers; vectors are parallel to the incidents or to the stretches.
struct JoinInput {
    const layers::CityLayers& city;
    Period period;
    Meters near{25.0};                     ///< lamps, stretches, plants and buildings this near a place belong to it
    std::vector<double> incident_weight;   ///< harm × recency, one per incident
    std::vector<double> dark_probability;  ///< one per incident, NaN unknown
    std::vector<conditions::StretchLight> stretches;  ///< empty without streets or without lamps
    std::vector<double> stretch_vegetation_m;         ///< metres of each stretch near plants; empty without vegetation
    /// For places that overlap (segments): the one place of each incident, or -1. Empty: by position inside the
    /// outline.
    std::vector<std::int32_t> place_of_incident;
    /// Sight along the same streets as `stretches`, cut alike. nullptr: obstruction is metres beside plants alone.
    const conditions::PathSight* sight = nullptr;
    /// What `sight` was computed against, to name the plants that block. nullptr: they stay unnamed.
    const conditions::Obstacles* obstacles = nullptr;
    std::optional<conditions::Season> season;  ///< of light and sight, where crowns were in the way of either
};

/// Facts of each place, in the order given. Incidents lie inside the outline; conditions within `near` of it.
/// Light and sight are those of the stretches nearest to the place's incidents, each weighed by how many; metres are
/// counted over all stretches near.
/// \pre    all layers and outlines in the project CRS; vectors have the lengths stated; sight has a stretch for each of
/// `stretches`
/// \correctness  a drawn world counted by hand; property: places that cover the window without overlap count every
/// incident once
[[nodiscard]] std::vector<PlaceFacts> join(const std::vector<Place>& places, const JoinInput& input);

/// Each incident's nearest street within `near`, or -1: how segments share incidents without counting one twice.
[[nodiscard]] std::vector<std::int32_t> nearest_segment(const layers::StreetLayer& streets,
                                                        std::span<const Point> incidents, Meters near);

}  // namespace lykta::places
