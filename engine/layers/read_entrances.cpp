// Entrances: the doors of houses, as points.
#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

EntranceLayer entrances_from(Reading& reading) {
    keep_points(reading, tr("entrances"));
    const auto placed = place_rows(reading);
    EntranceLayer layer;
    for (const auto row : rows_in(reading)) layer.position.push_back(placed.point[row]);
    layer.reports.push_back(finish(reading));
    return layer;
}

EntranceLayer read_entrances(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return entrances_from(reading);
}

}  // namespace lykta::layers
