#include "measures/world.hpp"

namespace lykta::measures {

std::vector<std::vector<std::uint32_t>> incidents_by_place(const World& world) {
    std::vector<char> taken(world.city.incidents.size(), 0);
    std::vector<std::vector<std::uint32_t>> of_place(world.places.size());
    for (std::size_t p = 0; p < world.places.size(); ++p) {
        for (const auto i : world.places[p].facts.incident_index) {
            if (taken[i] != 0) continue;
            taken[i] = 1;
            of_place[p].push_back(i);
        }
    }
    return of_place;
}

}  // namespace lykta::measures
