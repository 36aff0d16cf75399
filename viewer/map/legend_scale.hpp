// How a legend tells layers and scales, wherever it stands: which layers are one block of base map, and which colours
// of a scale are named with which words.
#pragma once
#include <string>
#include <vector>

#include "viewer/map/colour.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

/// Told in one block at the end: where things are, not what was found.
[[nodiscard]] bool is_base_map(LayerId id);

struct NamedColour {
    Rgba colour;
    std::string text;  ///< "from 5", "40 lx"
};
/// Highest value first, as one reads a scale from above; of long scales an even choice of nine with both ends. Colours
/// that are not drawn are left out.
[[nodiscard]] std::vector<NamedColour> named_colours(const ColourScale& scale);

}  // namespace lykta::viewer
