// `lykta light`: a register of lamps, and what it lights.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "conditions/obstacles.hpp"
#include "core/units.hpp"
#include "layers/read_layers.hpp"
#include "outputs/stage_light.hpp"
#include "study/load_city.hpp"
#include "study/stage_surroundings.hpp"

namespace lykta::study {

enum class Surface { none, raster };

struct LightStage {
    std::vector<layers::LayerOptions> lamps;  ///< REQUIRES: one or more
    std::string streets, buildings;           ///< files; empty: without
    PlantFiles plants;
    std::string crs;  ///< of files that declare none
    conditions::Season season = conditions::Season::leafed;
    std::optional<int> minute;  ///< of the day, for dimming. DEFAULT: full light
    std::string street_class = "P4", footpath_class = "P5";
    Lux cutoff{0.01};                 ///< REQUIRES: > 0 lx
    Meters cell{2.0};                 ///< of the raster. REQUIRES: > 0 m
    Surface surface = Surface::none;  ///< is the raster wanted?
};

/// \throws Error as the readers do; Error{bad_input} without a usable lamp; Error{bad_option} a raster of more cells
/// than fit, with the cell size that does
/// \correctness tests/study/stage_light_test.cpp: equal to conditions::light_along and illuminance_grid on the same
/// layers
[[nodiscard]] outputs::LightResult light_stage(const LightStage& stage, const Progress& progress);

}  // namespace lykta::study
