// Finding near houses: see buildings.hpp. A house is kept in the square of its centre; none is longer than 120 m.
#include <cmath>

#include "buildings.hpp"

namespace exempelstad {

namespace {
constexpr double side = 80.0;
std::pair<int, int> square_of(Point p) {
    return {static_cast<int>(std::floor(p.x / side)), static_cast<int>(std::floor(p.y / side))};
}
}  // namespace

void HouseGrid::add(const Slab& slab, int building) {
    m_squares[square_of(slab.centre)].push_back({slab, building});
}

bool HouseGrid::free(const Slab& slab, double gap) const {
    const auto [x, y] = square_of(slab.centre);
    for (int i = x - 2; i <= x + 2; ++i)
        for (int j = y - 2; j <= y + 2; ++j)
            if (const auto at = m_squares.find({i, j}); at != m_squares.end())
                for (const auto& [other, building] : at->second)
                    if (overlap(slab, other, gap)) return false;
    return true;
}

double HouseGrid::distance(Point p, double reach) const {
    const auto [x, y] = square_of(p);
    const int around = 1 + static_cast<int>(reach / side);
    double least = reach;
    for (int i = x - around; i <= x + around; ++i)
        for (int j = y - around; j <= y + around; ++j)
            if (const auto at = m_squares.find({i, j}); at != m_squares.end())
                for (const auto& [other, building] : at->second) least = std::min(least, clearance(other, p, p));
    return least;
}

int HouseGrid::nearest_building(Point p, double reach) const {
    const auto [x, y] = square_of(p);
    const int around = 1 + static_cast<int>(reach / side);
    double least = reach;
    int found = -1;
    for (int i = x - around; i <= x + around; ++i)
        for (int j = y - around; j <= y + around; ++j)
            if (const auto at = m_squares.find({i, j}); at != m_squares.end())
                for (const auto& [other, building] : at->second)
                    if (const double d = clearance(other, p, p); d < least) {
                        least = d;
                        found = building;
                    }
    return found;
}

HouseGrid houses_of(const Town& town) {
    HouseGrid grid;
    for (std::size_t b = 0; b < town.buildings.size(); ++b)
        for (const Slab& part : town.buildings[b].parts) grid.add(part, static_cast<int>(b));
    return grid;
}

}  // namespace exempelstad
