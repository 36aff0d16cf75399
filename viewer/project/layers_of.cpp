// All layers of a run, the topics beside each other in time.
#include <array>

#include "core/parallel.hpp"
#include "viewer/project/build_layers.hpp"

namespace lykta::viewer {

MapLayers layers_of(const study::StudyRun& run) {
    constexpr std::array topics{add_base_layers,     add_incident_layers, add_condition_layers,
                                add_building_layers, add_place_layers,    add_measure_layers};
    std::array<MapLayers, topics.size()> made;
    parallel_blocks(topics.size(), 1, [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) topics[i](run, made[i]);
    });
    MapLayers layers;
    for (auto& some : made) layers.merge(some);
    return layers;
}

}  // namespace lykta::viewer
