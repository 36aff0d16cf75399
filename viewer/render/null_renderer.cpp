// The renderer of tests without any graphics: draws nothing, counts what it was asked to draw feature by feature.
#include <algorithm>
#include <cassert>

#include "viewer/render/background.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

namespace {

bool overlaps(const Box& a, const Box& b) {
    return !a.empty() && a.min_x <= b.max_x && a.max_x >= b.min_x && a.min_y <= b.max_y && a.max_y >= b.min_y;
}

std::size_t seen_in(const Detail& detail, const Box& extent) {
    const auto areas = std::count_if(detail.areas.begin(), detail.areas.end(),
                                     [&](const AreaFeature& area) { return overlaps(box_of(area.shape), extent); });
    const auto lines = std::count_if(detail.lines.begin(), detail.lines.end(),
                                     [&](const LineFeature& line) { return overlaps(box_of(line.line), extent); });
    const auto points = std::count_if(detail.points.begin(), detail.points.end(),
                                      [&](const PointFeature& point) { return extent.contains(point.at); });
    return static_cast<std::size_t>(areas + lines + points);
}

std::size_t seen_in(const MapLayer& layer, const MapView& view) {
    std::size_t seen = (layer.values ? 1U : 0U) + (layer.image ? 1U : 0U);
    for (const Detail& detail : layer.details)
        if (detail.from_metres_per_pixel <= view.metres_per_pixel && view.metres_per_pixel < detail.to_metres_per_pixel)
            seen += seen_in(detail, view.extent());
    return seen;
}

class NullRenderer final : public Renderer {
public:
    void begin_frame(int width, int height, bool night) override {
        m_width = std::max(width, 0);
        m_height = std::max(height, 0);
        m_background = background_of(night);
        m_info.features_drawn = 0;
        m_begun = true;
    }

    void draw_map(const MapPicture& picture) override {
        assert(m_begun);
        for (const ShownLayer& shown : picture.layers)
            if (shown.layer && shown.opacity > 0) m_info.features_drawn += seen_in(*shown.layer, picture.view);
    }

    Picture read_back() override {
        Picture picture{m_width, m_height, {}};
        picture.rgba.reserve(4 * static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
        for (int i = 0; i < m_width * m_height; ++i)
            picture.rgba.insert(picture.rgba.end(), {m_background.r, m_background.g, m_background.b, m_background.a});
        return picture;
    }

    RendererInfo info() const override { return m_info; }

private:
    int m_width = 0, m_height = 0;
    bool m_begun = false;
    Rgba m_background;
    RendererInfo m_info{.name = "none"};
};

}  // namespace

std::unique_ptr<Renderer> make_null_renderer() {
    return std::make_unique<NullRenderer>();
}

}  // namespace lykta::viewer
