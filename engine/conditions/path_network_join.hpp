// How lines become a network: where they meet, and what becomes an exit.
#pragma once
#include <array>
#include <vector>

#include "conditions/path_network.hpp"

namespace lykta::conditions {

struct JoinedLines {
    std::vector<PathNetwork::Link> links;  ///< by street, then along it; together they cover every street
    std::vector<Point> node_at;            ///< where each node lies
};
/// \pre  `network` holds its lines already
[[nodiscard]] JoinedLines join_lines(const PathNetwork& network, Meters snap);

/// Metres to the exit from both ends of every link. Marks dead ends in `links`.
/// \pre  `network` holds its links already; `links` are they
[[nodiscard]] std::vector<std::array<double, 2>> find_exits(const PathNetwork& network,
                                                            const std::vector<Point>& node_at, Meters edge_of_data,
                                                            std::vector<PathNetwork::Link>& links);

}  // namespace lykta::conditions
