// From a project and what is shown of it to the page's content: titles, sources, period, privacy and caveats in words.
#pragma once
#include <optional>

#include "viewer/page/page.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

struct MapRequest {
    std::optional<std::size_t> place;  ///< centred on it, with its surroundings; empty: the whole town
    std::vector<LayerId> layers;       ///< empty: those that answer "why there" best at this scale
    bool night = false;
};
/// The layers shown when nobody has chosen: base, hot spots and places for a town; light, sight, plants, lamps and
/// measures too for a place.
[[nodiscard]] std::vector<ShownLayer> default_layers(const Project& project, const MapRequest& request);
[[nodiscard]] PageContent page_content(const Project& project, std::vector<ShownLayer> layers, const MapView& view,
                                       std::optional<std::size_t> place);
/// What `lykta map` draws.
[[nodiscard]] PageContent page_for(const Project& project, const MapRequest& request);

}  // namespace lykta::viewer
