// The lighting classes as they stand in data/lighting/classes.toml, which is part of the binary.
#pragma once
#include <string_view>
#include <vector>

#include "conditions/lighting_class.hpp"

namespace lykta::conditions {

/// Classes of a table in that form, in its order. \throws Error{internal} for a table that is not one: name and average
/// are needed
[[nodiscard]] std::vector<LightingClass> classes_from(std::string_view toml_text);
/// The table that was built in.
[[nodiscard]] std::string_view built_in_classes();

}  // namespace lykta::conditions
