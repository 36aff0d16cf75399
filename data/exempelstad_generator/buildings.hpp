// Houses along the streets, never on them.
#pragma once
#include "town.hpp"

namespace exempelstad {

/// Places the hand-drawn public houses, then a row of houses along both sides of every street of a built cell.
/// \pre town.segments holds the noded network
void raise_buildings(Town& town);

/// Houses in squares of 80 m, to find near ones.
class HouseGrid {
public:
    void add(const Slab& slab, int building);
    [[nodiscard]] bool free(const Slab& slab, double gap) const;
    [[nodiscard]] double distance(Point p, double reach) const;
    [[nodiscard]] int nearest_building(Point p, double reach) const;  ///< −1: none
private:
    std::map<std::pair<int, int>, std::vector<std::pair<Slab, int>>> m_squares;
};
[[nodiscard]] HouseGrid houses_of(const Town& town);

}  // namespace exempelstad
