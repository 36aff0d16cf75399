#include "viewer/render/slices.hpp"

#include <algorithm>
#include <cassert>

namespace lykta::viewer {

namespace {

constexpr int step = 64;  // pixels: what software draws by

/// So many pixels in whole steps, at least one; a rest under one step is taken along.
int stepped(double pixels, int left) {
    const int whole = static_cast<int>(std::min(pixels, 1e6)) / step * step;
    const int taken = std::clamp(whole, step, std::max(left, step));
    return left - taken < step ? left : taken;
}

}  // namespace

Slices::Slices(int width, int height, const Viewport& inner) {
    const int right = inner.x + inner.width, bottom = inner.y + inner.height;
    m_parts = {inner,
               {0, 0, width, inner.y},
               {0, bottom, width, height - bottom},
               {0, inner.y, inner.x, inner.height},
               {right, inner.y, width - right, inner.height}};
    std::erase_if(m_parts, [](const Viewport& part) { return part.width <= 0 || part.height <= 0; });
}

Viewport Slices::next(double pixels) {
    assert(!is_done());
    const Viewport& part = m_parts[m_part];
    Viewport piece{part.x + m_right, part.y + m_down, part.width - m_right, 0};
    const bool is_band = m_right == 0 && pixels >= static_cast<double>(part.width) * step;
    piece.height = stepped(is_band ? pixels / part.width : 0, part.height - m_down);
    if (!is_band) {
        piece.height = std::min(step, part.height - m_down);
        piece.width = stepped(pixels / piece.height, piece.width);
    }
    m_right += piece.width;
    if (m_right < part.width) return piece;
    m_right = 0;
    m_down += piece.height;
    if (m_down < part.height) return piece;
    m_down = 0;
    ++m_part;
    return piece;
}

}  // namespace lykta::viewer
