// Light and sight as layers of a GeoPackage: the same layers in a whole study and in a single command.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "conditions/sight.hpp"
#include "outputs/geopackage.hpp"
#include "outputs/sight_class.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {

/// A layer's machine name and what it is called.
struct LayerTitle {
    std::string name, title;
};
/// One line a stretch: class wanted and reached, illuminances, what is missing and why.
void add_light_stretches(GeoPackage& package, const LayerTitle& layer, const layers::StreetLayer& streets,
                         std::span<const conditions::StretchLight> stretches);

/// Layer `sight_along`: one line a stretch, how near somebody is first seen, concealment, façade, exits.
void add_sight_stretches(GeoPackage& package, const layers::StreetLayer& streets, const conditions::PathSight& sight);
/// Layer `blocking_plants`: the plants that hide people, with the metres of path they hide them on.
void add_blocking_plants(GeoPackage& package, const layers::VegetationLayer& vegetation,
                         const conditions::PathSight& sight);
[[nodiscard]] LayerStyle sight_stretch_style();
[[nodiscard]] LayerStyle blocking_plant_style();

}  // namespace lykta::outputs
