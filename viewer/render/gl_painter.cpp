#include "viewer/render/gl_painter.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::viewer {

namespace {

constexpr std::uint32_t most_segments = 16384;  // in one call

Buffer quad_indices() {
    std::vector<std::uint32_t> indices;
    indices.reserve(6 * most_segments);
    for (std::uint32_t i = 0; i < 4 * most_segments; i += 4)
        indices.insert(indices.end(), {i, i + 1, i + 2, i + 2, i + 1, i + 3});
    return make_buffer(std::as_bytes(std::span(indices)));
}

bool has_features(const MapLayer& layer) {
    return std::any_of(layer.details.begin(), layer.details.end(), [](const Detail& detail) {
        return !detail.areas.empty() || !detail.lines.empty() || !detail.points.empty();
    });
}

bool is_shown_at(const Detail& detail, double metres_per_pixel) {
    return detail.from_metres_per_pixel <= metres_per_pixel && metres_per_pixel < detail.to_metres_per_pixel;
}

}  // namespace

Painter::Painter(Preparing preparing)
    : m_preparing(preparing),
      m_quads(quad_indices()),
      m_quad_array(make_vertex_array()),
      m_empty_array(make_vertex_array()) {
    glBindVertexArray(m_quad_array.name());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_quads.id.name());
    glBindVertexArray(0);
}

void Painter::aim(GLuint framebuffer, int width, int height) {
    m_framebuffer = framebuffer;
    m_width = width;
    m_height = height;
    m_left_out = false;
}

void Painter::look_at(const Place& place) {
    const auto from_below = [&](const Viewport& v) { return place.target_height - v.y - v.height; };
    glViewport(place.drawn.x, from_below(place.drawn), place.drawn.width, place.drawn.height);
    glScissor(place.clip.x, from_below(place.clip), place.clip.width, place.clip.height);
}

bool Painter::is_ready(GlLayer& layer, const LayerPointer& shown, double metres_per_pixel) const {
    bool is_ready = true;
    for (std::size_t i = 0; i < layer.details.size(); ++i)
        if (is_shown_at(shown->details[i], metres_per_pixel))
            is_ready = ready_detail(layer, shown, i, m_preparing) != nullptr && is_ready;
    return is_ready;
}

void Painter::lay(const Target& picture, const PixelMap& to_picture, int target_height, bool is_exact) {
    const Program& program = m_programs.of(is_exact ? Shader::unmoved : Shader::moved);
    program.use();
    const auto f = [](double value) { return static_cast<GLfloat>(value); };
    const auto &x = to_picture.x, &y = to_picture.y;
    glUniform1i(program.at("picture"), 0);
    glUniform3f(program.at("right"), f(x[0]), f(-x[1]), f(x[1] * target_height + x[2]));
    glUniform3f(program.at("up"), f(-y[0]), f(y[1]), f(picture.height - y[1] * target_height - y[2]));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture.colour.id.name());
    const GLint sampling = is_exact ? GL_NEAREST : GL_LINEAR;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, sampling);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, sampling);
    glBindVertexArray(m_empty_array.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

std::size_t Painter::texture_bytes() const {
    std::size_t bytes = 0;
    for (const Target& target : m_targets) bytes += target.colour.bytes;
    return bytes;
}

void Painter::use(const Program& program, const LayerView& view) const {
    program.use();
    glUniform2fv(program.at("centre_high"), 1, view.centre_high.data());
    glUniform2fv(program.at("centre_low"), 1, view.centre_low.data());
    glUniformMatrix2fv(program.at("to_pixels"), 1, GL_FALSE, view.to_pixels.data());
    glUniform4fv(program.at("to_target"), 1, view.to_target.data());
    glUniform1f(program.at("pixels_per_metre"), static_cast<GLfloat>(1 / view.metres_per_pixel));
}

void Painter::aside(float opacity, const std::function<void()>& draw) {
    const GLuint below = m_framebuffer;
    if (m_targets.size() <= m_depth) m_targets.emplace_back();
    if (Target& target = m_targets[m_depth]; target.width < m_width || target.height < m_height)
        target = make_target(std::max(target.width, m_width), std::max(target.height, m_height));
    m_framebuffer = m_targets[m_depth].framebuffer.name();
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    ++m_depth;
    draw();
    --m_depth;
    m_framebuffer = below;
    glBindFramebuffer(GL_FRAMEBUFFER, below);
    const Program& program = m_programs.of(Shader::blend);
    program.use();
    glUniform1i(program.at("picture"), 0);
    glUniform1f(program.at("opacity"), opacity);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_targets[m_depth].colour.id.name());
    glBindVertexArray(m_empty_array.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

std::size_t Painter::draw(GlLayer& layer, const ShownLayer& shown, const LayerView& view, std::uint64_t frame) {
    std::size_t features = 0;
    m_opacity = 1;
    const auto draw_all = [&] {
        if (layer.raster) draw_raster(layer, *shown.layer, view, frame);
        if (!layer.image.empty()) draw_image(layer, view);
        for (std::size_t i = 0; i < layer.details.size(); ++i) {
            const Detail& detail = shown.layer->details[i];
            if (!is_shown_at(detail, view.metres_per_pixel)) continue;
            if (const auto* classes = ready_detail(layer, shown.layer, i, m_preparing))
                features += draw_classes(*classes, *shown.layer, view);
            else
                m_left_out = true;
        }
    };
    if (shown.opacity >= 1) {
        draw_all();
    } else if (has_features(*shown.layer)) {
        aside(shown.opacity, draw_all);
    } else {
        m_opacity = shown.opacity;
        draw_all();
    }
    return features + (layer.raster ? 1U : 0U) + (layer.image.empty() ? 0U : 1U);
}

std::size_t Painter::draw_classes(const std::vector<GlClass>& classes, const MapLayer& layer, const LayerView& view) {
    std::size_t features = 0;
    const auto paint_of = [&](std::size_t i) -> const Paint& {
        return view.night ? layer.classes[i].night : layer.classes[i].day;
    };
    for (std::size_t i = 0; i < classes.size(); ++i) features += draw_areas(classes[i].areas, paint_of(i), view);
    // All casings before all lines: streets that meet run together.
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (const Paint& paint = paint_of(i); paint.casing > 0 && paint.edge.a > 0)
            draw_lines(classes[i].lines, {paint.edge, (paint.width + 2 * paint.casing) * view.scale, 0}, view);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Paint& paint = paint_of(i);
        features += draw_lines(classes[i].lines, {paint.fill, paint.width * view.scale, paint.dash * view.scale}, view);
    }
    for (std::size_t i = 0; i < classes.size(); ++i) features += draw_points(classes[i].points, layer.classes[i], view);
    return features;
}

}  // namespace lykta::viewer
