// The embedded fonts as Dear ImGui fonts: one for each face, with every sign Swedish, English and the units need.
#pragma once
#include <array>

#include "viewer/panels/look.hpp"

namespace lykta::viewer {

using FaceFonts = std::array<ImFont*, 4>;  ///< by Face

/// Fonts of these sizes in the current context's atlas, which is emptied first and built. \pre outside a frame
[[nodiscard]] FaceFonts build_fonts(double scale);

}  // namespace lykta::viewer
