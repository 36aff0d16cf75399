// What drawing areas, lines, points and rasters shares: colours for shaders, and which pieces are in view.
#pragma once
#include <array>
#include <vector>

#include "viewer/map/colour.hpp"
#include "viewer/render/gl_objects.hpp"
#include "viewer/render/layer_mesh.hpp"

namespace lykta::viewer {

[[nodiscard]] inline std::array<GLfloat, 4> premultiplied(Rgba c) {
    const float a = static_cast<float>(c.a) / 255;
    return {static_cast<float>(c.r) / 255 * a, static_cast<float>(c.g) / 255 * a, static_cast<float>(c.b) / 255 * a, a};
}
inline void set_colour(GLint uniform, Rgba colour) {
    glUniform4fv(uniform, 1, premultiplied(colour).data());
}

[[nodiscard]] inline bool overlap(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && a.max_x >= b.min_x && a.min_y <= b.max_y && a.max_y >= b.min_y;
}
/// Appends a range; joined to the last when they meet, so that neighbours cost one call.
inline void add_range(std::vector<Range>& ranges, Range range) {
    if (range.count == 0) return;
    if (!ranges.empty() && ranges.back().end() == range.first)
        ranges.back().count += range.count;
    else
        ranges.push_back(range);
}

}  // namespace lykta::viewer
