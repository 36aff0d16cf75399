// `lykta sight`: streets and paths, and what can be seen from them.
#pragma once
#include <optional>
#include <string>

#include "conditions/obstacles.hpp"
#include "conditions/sight.hpp"
#include "layers/read_layers.hpp"
#include "outputs/stage_sight.hpp"
#include "study/load_city.hpp"
#include "study/stage_surroundings.hpp"

namespace lykta::study {

struct SightStage {
    layers::LayerOptions streets;
    std::string buildings, entrances;  ///< files; empty: without
    PlantFiles plants;
    std::string crs;  ///< of files that declare none
    conditions::Season season = conditions::Season::leafed;
    conditions::SightOptions options;
    /// East and north in the system of the result, or longitude and latitude (within ±180, ±90).
    std::optional<Point> point;
};

/// \throws Error as the readers do; Error{bad_input} without a usable street; Error{bad_option} a point far from them
/// \correctness tests/study/stage_sight_test.cpp: equal to conditions::sight_along on the same layers
[[nodiscard]] outputs::SightResult sight_stage(const SightStage& stage, const Progress& progress);

}  // namespace lykta::study
