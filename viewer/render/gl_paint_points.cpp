// Points on the target. Far out, where symbols cover each other, one per few pixels stands for its neighbours.
#include <algorithm>
#include <cmath>

#include "viewer/render/gl_paint_common.hpp"
#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

namespace {

constexpr int least_solid = 190;  // alpha

struct Colours {
    Rgba fill, edge;
};
/// A ring without fill is drawn in its edge's colour.
Colours colours_of(const Paint& paint, Symbol symbol) {
    if (symbol == Symbol::ring && paint.fill.a == 0) return {paint.edge, {}};
    return {paint.fill, paint.edge};
}

/// The coarsest step of thinning that cannot be seen; −1: every point is drawn.
int thinning_step(const GlPoints& points, const Paint& paint, const LayerView& view) {
    // Behind a solid symbol a third of it away hardly shows; thin ones add up until they lie on the same pixel.
    const double size = paint.size * view.scale;
    const double apart = paint.fill.a >= least_solid ? std::max(1.0, size / 3) : 0.75;
    const double steps = std::log2(apart * view.metres_per_pixel / points.finest_m);
    return std::min(static_cast<int>(std::round(steps)), thinning_steps - 1);
}

}  // namespace

std::size_t Painter::draw_points(const GlPoints& points, const LayerClass& group, const LayerView& view) {
    if (points.chunks.empty()) return 0;
    const Paint& paint = view.night ? group.night : group.day;
    const int step = thinning_step(points, paint, view);
    std::vector<Range> ranges;
    std::size_t features = 0;
    for (const PointChunk& chunk : points.chunks) {
        if (!overlap(chunk.box, view.extent)) continue;
        const std::uint32_t count = step < 0 ? chunk.points.count : chunk.kept[static_cast<std::size_t>(step)];
        add_range(ranges, {chunk.points.first, count});
        features += chunk.points.count;
    }
    if (ranges.empty()) return 0;
    const Program& program = m_programs.of(group.symbol);
    use(program, view);
    const Colours colours = colours_of(paint, group.symbol);
    set_colour(program.at("fill"), colours.fill);
    set_colour(program.at("edge"), colours.edge);
    const float halo = colours.edge.a > 0 ? static_cast<float>(paint.width * view.scale) : 0;
    glUniform1f(program.at("halo"), halo);
    glUniform1f(program.at("margin"), halo + 1);
    glUniform1f(program.at("size"), static_cast<float>(paint.size * view.scale));
    glUniform1f(program.at("map_turn"), view.turn);
    glBindVertexArray(points.array.name());
    for (const Range& range : ranges)
        glDrawArrays(GL_POINTS, static_cast<GLint>(range.first), static_cast<GLsizei>(range.count));
    return features;
}

}  // namespace lykta::viewer
