#include "viewer/map/legend_scale.hpp"

#include <algorithm>
#include <cmath>

#include "core/language.hpp"

namespace lykta::viewer {
namespace {

std::string stop_text(const ColourScale& scale, std::size_t stop) {
    if (stop < scale.labels.size() && !scale.labels[stop].empty()) return scale.labels[stop];
    const double value = scale.stops[stop];
    const int decimals = std::abs(value) >= 10 || value == std::floor(value) ? 0 : std::abs(value) >= 1 ? 1 : 2;
    const auto number = number_text(value, decimals);
    return scale.kind == ColourScale::Kind::classes ? say("from {}", number) : number;
}

}  // namespace

bool is_base_map(LayerId id) {
    return id == LayerId::base_raster || id == LayerId::ground || id == LayerId::streets || id == LayerId::buildings ||
           id == LayerId::window || id == LayerId::areas;
}

std::vector<NamedColour> named_colours(const ColourScale& scale) {
    constexpr std::size_t most_colours = 9;
    const std::size_t stops = scale.stops.size(), shown = std::min(stops, most_colours);
    std::vector<NamedColour> named;
    for (std::size_t i = shown; i-- > 0;) {
        const std::size_t stop = shown < 2 ? 0 : i * (stops - 1) / (shown - 1);
        if (scale.colours[stop].a > 0) named.push_back({scale.colours[stop], stop_text(scale, stop)});
    }
    return named;
}

}  // namespace lykta::viewer
