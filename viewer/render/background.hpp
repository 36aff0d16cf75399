// The paper a map is drawn on: what every renderer clears its target with.
#pragma once
#include "viewer/map/colour.hpp"

namespace lykta::viewer {

constexpr Rgba background_of(bool night) {
    return night ? Rgba{11, 16, 26, 255} : Rgba{250, 249, 246, 255};
}

}  // namespace lykta::viewer
