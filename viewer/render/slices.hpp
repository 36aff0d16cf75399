// A picture drawn a piece at a time: rectangles that cover it, first the part that is looked at, then the rim round it.
// Plain geometry, no graphics library.
#pragma once
#include <vector>

#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

class Slices {
public:
    Slices() = default;  ///< nothing is left
    /// \pre `inner` lies inside width × height
    Slices(int width, int height, const Viewport& inner);
    /// The next piece: about so many pixels, at least a small square. \pre !is_done()
    [[nodiscard]] Viewport next(double pixels);
    [[nodiscard]] bool is_inner_done() const { return m_part > 0 || m_parts.empty(); }
    [[nodiscard]] bool is_done() const { return m_part >= m_parts.size(); }

private:
    std::vector<Viewport> m_parts;  // the inner first
    std::size_t m_part = 0;
    int m_right = 0, m_down = 0;  // of the part under way
};

/// \correctness  tests/viewer/render/slices_test.cpp: every pixel once, whatever sizes are asked for
}  // namespace lykta::viewer
