#include "viewer/render/gl_steady.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "viewer/render/background.hpp"

namespace lykta::viewer {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double rim_share = 0.12;  // of the view on every side: a drag does not show an edge at once
constexpr double most_pieces = 16;  // of a picture: each goes through what is near it anew

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// In steps of what software draws by.
int rim_of(double side) {
    return std::max(1, static_cast<int>(std::lround(rim_share * side / 64))) * 64;
}

void clear_to_paper(bool night) {
    const auto share = [](std::uint8_t value) { return static_cast<GLfloat>(value) / 255; };
    const Rgba paper = background_of(night);
    glClearColor(share(paper.r), share(paper.g), share(paper.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// The same map as its own picture: with a rim all round, from the picture's corner.
MapPicture with_rim(const SteadyPicture& of) {
    return {.view = of.content.view,
            .layers = of.layers,
            .clip = {0, 0, of.target.width, of.target.height},
            .origin = {of.rim_x + of.content.shift.x, of.rim_y + of.content.shift.y},
            .night = of.content.night,
            .scale = of.content.scale};
}

}  // namespace

std::size_t SteadyMap::draw(Drawing& drawing, const MapPicture& picture, const Work& work) {
    m_features = 0;
    const std::size_t beneath = layers_beneath(picture.layers);
    MapPicture kept = picture, over = picture;
    kept.layers = picture.layers.first(beneath);
    over.layers = picture.layers.subspan(beneath);
    work_on(drawing, kept, work.budget_ms);
    glBindFramebuffer(GL_FRAMEBUFFER, work.framebuffer);
    const Place place = place_of(picture, work.height);
    Painter::look_at(place);
    show(drawing, picture, work);
    drawing.painter.aim(work.framebuffer, work.width, work.height);
    m_features += draw_layers(drawing, over, place);
    m_is_preparing = m_is_preparing || drawing.painter.left_out();
    return m_features;
}

bool SteadyMap::is_wanted(const SteadyPicture& picture) const {
    return picture.is_begun && is_same(picture.content, m_wanted);
}

bool SteadyMap::would_lose_a_layer(std::span<const LayerId> missing) const {
    return std::any_of(missing.begin(), missing.end(), [&](LayerId id) {
        return std::any_of(m_front.content.layers.begin(), m_front.content.layers.end(),
                           [id](const PictureLayer& shown) { return shown.id == id; });
    });
}

void SteadyMap::work_on(Drawing& drawing, const MapPicture& wanted, double budget_ms) {
    std::vector<ShownLayer> ready;
    std::vector<LayerId> missing;
    for (const ShownLayer& shown : wanted.layers) {
        if (!shown.layer || shown.opacity <= 0) continue;
        if (drawing.painter.is_ready(drawing.layers.of(shown.layer), shown.layer, wanted.view.metres_per_pixel))
            ready.push_back(shown);
        else
            missing.push_back(shown.layer->id);
    }
    m_wanted = content_of(wanted, ready);
    if (m_back.is_begun && !is_wanted(m_back) && !is_useful(m_back.content, m_wanted)) m_back.is_begun = false;
    // What is shown waits for a layer on its way rather than do without it for a moment.
    const bool waits = m_front.is_begun && is_useful(m_front.content, m_wanted) && would_lose_a_layer(missing);
    if (!is_wanted(m_front) || !m_front.slices.is_done()) glFinish();  // what was asked for before is not our time
    const auto start = Clock::now();
    for (double spent = 0; spent < budget_ms; spent = ms_since(start)) {
        const bool is_shown = is_wanted(m_front);
        if (is_shown ? m_front.slices.is_done() : waits && !m_back.is_begun) break;
        if (!is_shown && !m_back.is_begun) begin(wanted, ready);
        draw_piece(drawing, is_shown ? m_front : m_back, (budget_ms - spent) / m_ms_per_pixel);
        const Slices& left = m_back.slices;
        if (!is_shown && (left.is_done() || (left.is_inner_done() && is_wanted(m_back)))) {
            std::swap(m_front, m_back);
            m_back.is_begun = false;
            m_back.layers.clear();
        }
        if (m_front.slices.is_done()) m_front.layers.clear();
    }
    m_is_sharp = is_wanted(m_front) && missing.empty();
    m_is_preparing = !m_is_sharp || !m_front.slices.is_done();
}

void SteadyMap::begin(const MapPicture& wanted, std::span<const ShownLayer> layers) {
    m_back.content = m_wanted;
    m_back.layers.assign(layers.begin(), layers.end());
    m_back.is_begun = true;
    m_back.rim_x = rim_of(wanted.view.width);
    m_back.rim_y = rim_of(wanted.view.height);
    const auto side = [](double shift, double length) { return static_cast<int>(std::ceil(shift + length)); };
    const int inner_width = side(m_wanted.shift.x, wanted.view.width),
              inner_height = side(m_wanted.shift.y, wanted.view.height);
    const int width = inner_width + 2 * m_back.rim_x, height = inner_height + 2 * m_back.rim_y;
    if (m_back.target.width != width || m_back.target.height != height) m_back.target = make_target(width, height);
    m_back.slices = Slices(width, height, {m_back.rim_x, m_back.rim_y, inner_width, inner_height});
    glBindFramebuffer(GL_FRAMEBUFFER, m_back.target.framebuffer.name());
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
}

void SteadyMap::draw_piece(Drawing& drawing, SteadyPicture& onto, double pixels) {
    const auto start = Clock::now();
    const MapPicture picture = with_rim(onto);
    const Place place = place_of(picture, onto.target.height);
    const double whole = static_cast<double>(onto.target.width) * onto.target.height;
    const Viewport piece = onto.slices.next(std::max(pixels, whole / most_pieces));
    drawing.painter.aim(onto.target.framebuffer.name(), onto.target.width, onto.target.height);
    glBindFramebuffer(GL_FRAMEBUFFER, onto.target.framebuffer.name());
    Painter::look_at(piece_of(place, piece));
    clear_to_paper(picture.night);
    m_features += draw_layers(drawing, picture, piece_of(place, piece));
    glFinish();
    const double measured = ms_since(start) / (static_cast<double>(piece.width) * piece.height);
    m_ms_per_pixel += 0.6 * (measured - m_ms_per_pixel);
}

void SteadyMap::lay(Drawing& drawing, SteadyPicture& picture, const MapPicture& wanted, int height) const {
    const bool is_exact = is_wanted(picture);
    PixelMap map = pixel_map(wanted.view, picture.content.view);
    if (is_exact) map = {{1, 0, 0}, {0, 1, 0}};
    const Pixel shift = picture.content.shift;
    // Pixels of the target are counted from its corner, those of the two views from theirs.
    for (auto* row : {&map.x, &map.y}) (*row)[2] -= (*row)[0] * wanted.origin.x + (*row)[1] * wanted.origin.y;
    map.x[2] += picture.rim_x + shift.x;
    map.y[2] += picture.rim_y + shift.y;
    if (is_exact) {
        map.x[2] = std::round(map.x[2]);
        map.y[2] = std::round(map.y[2]);
    }
    drawing.painter.lay(picture.target, map, height, is_exact);
}

void SteadyMap::show(Drawing& drawing, const MapPicture& wanted, const Work& work) {
    const bool is_gap_left = !m_is_sharp && !is_wanted(m_front);
    if (m_back.is_begun && is_gap_left) lay(drawing, m_back, wanted, work.height);
    if (m_front.is_begun) lay(drawing, m_front, wanted, work.height);
}

std::size_t SteadyMap::texture_bytes() const {
    return m_front.target.colour.bytes + m_back.target.colour.bytes;
}

}  // namespace lykta::viewer
