// A picture of few colours as a PNG with a palette: a third of the bytes of one with three channels.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "viewer/map/colour.hpp"

namespace lykta::viewer {

/// Every dot (0x00rrggbb, rows from the top) becomes the palette's nearest colour.
/// \pre 1 to 256 colours; dots hold width × n
[[nodiscard]] std::string indexed_png(const std::vector<std::uint32_t>& dots, int width,
                                      const std::vector<Rgba>& palette);

}  // namespace lykta::viewer
