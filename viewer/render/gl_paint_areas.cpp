// Areas on the target: triangles where their shape can be seen, dots where not, and their borders.
#include <algorithm>
#include <cstdint>

#include "viewer/render/gl_paint_common.hpp"
#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

namespace {

// On-screen size of a piece's largest feature, pixels.
constexpr double least_seen = 0.3, least_shape = 4, least_border = 7, least_smooth = 16;
constexpr double hatch_step = 6.5;  // pixels between the lines

template <class Keep>
std::vector<Range> ranges_of(const GlAreas& areas, const LayerView& view, Range AreaChunk::*part, const Keep& keep) {
    std::vector<Range> ranges;
    for (const AreaChunk& chunk : areas.chunks)
        if (keep(chunk.size_m / view.metres_per_pixel) && overlap(chunk.box, view.extent))
            add_range(ranges, chunk.*part);
    return ranges;
}

std::size_t features_in(const GlAreas& areas, const LayerView& view) {
    std::size_t count = 0;
    for (const Range& range : ranges_of(areas, view, &AreaChunk::dots, [](double size) { return size >= least_seen; }))
        count += range.count;
    return count;
}

const void* index_offset(std::uint32_t first) {
    return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(first) * sizeof(std::uint32_t));
}

}  // namespace

std::size_t Painter::draw_areas(const GlAreas& areas, const Paint& paint, const LayerView& view) {
    const std::size_t features = areas.chunks.empty() ? 0 : features_in(areas, view);
    if (features == 0) return 0;
    draw_fill(areas, paint, view);
    const bool has_edge = paint.edge.a > 0;
    if (!has_edge && (paint.fill.a == 0)) return features;
    // Without an outline a hairline of the fill's own colour smooths the border; a thin fill would show it twice.
    if (!has_edge && paint.fill.a < 255) return features;
    const double least = has_edge ? least_border : least_smooth;
    const auto borders = ranges_of(areas, view, &AreaChunk::corners, [least](double size) { return size >= least; });
    const LineLook look{has_edge ? paint.edge : paint.fill, has_edge ? paint.width * view.scale : 1,
                        paint.dash * view.scale};
    draw_segments(areas.corner_texture, borders, look, view);
    return features;
}

void Painter::draw_fill(const GlAreas& areas, const Paint& paint, const LayerView& view) {
    const bool is_hatched = paint.hatch && paint.edge.a > 0;
    if (paint.fill.a == 0 && !is_hatched) return;
    if (paint.fill.a > 0) draw_dots(areas, paint.fill, view);
    const auto shapes = ranges_of(areas, view, &AreaChunk::indices, [](double size) { return size >= least_shape; });
    if (shapes.empty()) return;
    const Program& program = m_programs.of(is_hatched ? Shader::area_hatched : Shader::area);
    use(program, view);
    set_colour(program.at("fill"), paint.fill);
    if (is_hatched) {
        set_colour(program.at("edge"), paint.edge);
        glUniform3f(program.at("hatch"), view.anchor[0], view.anchor[1], static_cast<float>(hatch_step * view.scale));
    }
    glBindVertexArray(areas.fill.name());
    for (const Range& range : shapes)
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(range.count), GL_UNSIGNED_INT, index_offset(range.first));
}

void Painter::draw_dots(const GlAreas& areas, Rgba fill, const LayerView& view) {
    const auto dots =
        ranges_of(areas, view, &AreaChunk::dots, [](double size) { return size >= least_seen && size < least_shape; });
    if (dots.empty()) return;
    const Program& program = m_programs.of(Shader::dot);
    use(program, view);
    set_colour(program.at("fill"), fill);
    glBindVertexArray(areas.dot.name());
    for (const Range& range : dots)
        glDrawArrays(GL_POINTS, static_cast<GLint>(range.first), static_cast<GLsizei>(range.count));
}

}  // namespace lykta::viewer
