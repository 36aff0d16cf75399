// Light and sight as layers of a GeoPackage: the same layers in a whole study and in a single command.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "conditions/sight.hpp"
#include "outputs/geopackage.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {

/// A layer's machine name and what it is called.
struct LayerTitle {
    std::string name, title;
};
/// One line a stretch: class wanted and reached, illuminances, what is missing and why.
void add_light_stretches(GeoPackage& package, const LayerTitle& layer, const layers::StreetLayer& streets,
                         std::span<const conditions::StretchLight> stretches);

/// How a stretch is drawn: its larger trouble where that holds on more than a quarter of it.
enum class SightClass { open, under_25, under_10 };
[[nodiscard]] SightClass sight_class(const conditions::SightStretch& stretch);
[[nodiscard]] std::string_view sight_class_code(SightClass which);  ///< "under_10" …
[[nodiscard]] std::string sight_class_words(SightClass which);
[[nodiscard]] const char* sight_class_colour(SightClass which);

/// Layer `sight_along`: one line a stretch, how near somebody is first seen, concealment, façade, exits.
void add_sight_stretches(GeoPackage& package, const layers::StreetLayer& streets, const conditions::PathSight& sight);
/// Layer `blocking_plants`: the plants that hide people, with the metres of path they hide them on.
void add_blocking_plants(GeoPackage& package, const layers::VegetationLayer& vegetation,
                         const conditions::PathSight& sight);
[[nodiscard]] LayerStyle sight_stretch_style();
[[nodiscard]] LayerStyle blocking_plant_style();

}  // namespace lykta::outputs
