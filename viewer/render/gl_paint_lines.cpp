// Lines on the target: segments in view, each a capsule.
#include <algorithm>

#include "viewer/render/gl_paint_common.hpp"
#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

namespace {

constexpr double least_seen = 0.3;              // pixels: shorter lines are left out
constexpr std::uint32_t most_segments = 16384;  // as many as there are indices for

constexpr float widest_thin = 2.5F;  // pixels

Shader line_shader(bool is_dashed, bool is_thin) {
    if (is_dashed) return is_thin ? Shader::line_thin_dashed : Shader::line_dashed;
    return is_thin ? Shader::line_thin : Shader::line;
}

/// The coarsest tolerance under half a pixel.
std::size_t tolerance_step(const LayerView& view) {
    std::size_t step = 0;
    while (step + 1 < line_tolerances_m.size() && line_tolerances_m[step + 1] <= 0.5 * view.metres_per_pixel) ++step;
    return step;
}

}  // namespace

std::size_t Painter::draw_lines(const GlLines& lines, const LineLook& look, const LayerView& view) {
    std::vector<Range> ranges;
    std::size_t features = 0;
    const std::size_t step = tolerance_step(view);
    const Box extent = view.extent.expanded(look.width / 2 * view.metres_per_pixel);
    for (const LineChunk& chunk : lines.chunks) {
        if (chunk.size_m / view.metres_per_pixel < least_seen || !overlap(chunk.box, extent)) continue;
        add_range(ranges, chunk.corners[step]);
        features += chunk.features;
    }
    draw_segments(lines.corner_texture, ranges, look, view);
    return features;
}

void Painter::draw_segments(const Texture& corners, const std::vector<Range>& ranges, const LineLook& look,
                            const LayerView& view) {
    if (ranges.empty() || look.colour.a == 0 || look.width <= 0) return;
    // Parts of a thin line are cut where they meet; wide ones overlap, and are drawn aside where that would show.
    const bool is_thin = look.colour.a < 255 && look.width <= widest_thin;
    if (look.colour.a < 255 && !is_thin) {
        Rgba opaque = look.colour;
        opaque.a = 255;
        const auto draw = [&] { draw_segments(corners, ranges, {opaque, look.width, look.dash}, view); };
        return aside(static_cast<float>(look.colour.a) / 255, draw);
    }
    const Program& program = m_programs.of(line_shader(look.dash > 0, is_thin));
    use(program, view);
    set_colour(program.at("fill"), look.colour);
    glUniform1f(program.at("half_width"), static_cast<float>(look.width / 2));
    glUniform1f(program.at("reach"), static_cast<float>(look.width / 2 + 1));
    glUniform1f(program.at("dash"), static_cast<float>(look.dash));
    glUniform1i(program.at("corners"), 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, corners.id.name());
    glBindVertexArray(m_quad_array.name());
    const GLint first = program.at("first");
    for (const Range& range : ranges)
        for (std::uint32_t at = range.first; at + 1 < range.end(); at += most_segments) {
            glUniform1i(first, static_cast<GLint>(at));
            const std::uint32_t segments = std::min(most_segments, range.end() - 1 - at);
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(6 * segments), GL_UNSIGNED_INT, nullptr);
        }
}

}  // namespace lykta::viewer
