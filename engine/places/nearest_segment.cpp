// Each incident's nearest street: how segments share incidents without counting one twice.
#include "places/join.hpp"
#include "places/point_index.hpp"

namespace lykta::places {

std::vector<std::int32_t> nearest_segment(const layers::StreetLayer& streets, std::span<const Point> incidents,
                                          Meters near) {
    const PointIndex index{incidents};
    std::vector<std::int32_t> nearest(incidents.size(), -1);
    std::vector<double> best(incidents.size(), near.value);
    for (std::size_t s = 0; s < streets.streets.size(); ++s) {
        const auto& line = streets.streets[s].line;
        for (const auto i : index.in_box(box_of(line).expanded(near.value))) {
            const double d = nearest_on(line, incidents[i]).distance;
            if (d < best[i] || (d == best[i] && nearest[i] < 0)) best[i] = d, nearest[i] = static_cast<std::int32_t>(s);
        }
    }
    return nearest;
}

}  // namespace lykta::places
