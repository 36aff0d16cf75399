// Streets and paths between the main streets.
#pragma once
#include "names.hpp"
#include "town.hpp"

namespace exempelstad {

/// Fills every cell with its pattern of streets (and, in estates, of paths across the courtyards).
void lay_streets(Town& town, StreetNames& names);
/// Promenades, park paths, tunnels, a path along the railway and short cuts from dead ends.
void lay_paths(Town& town, StreetNames& names);

/// Distances that streets and houses keep: from rail, water and town limit, and out of parks.
class Keep {
public:
    explicit Keep(const Town& town);
    [[nodiscard]] bool clear(Point p, double from_parks) const;  ///< of rail, water, limit and parks
    [[nodiscard]] bool dry(Point p) const;                       ///< clear of rail and water alone
    [[nodiscard]] bool off_sites(Point p) const;                 ///< 5 m from every public site's ground
private:
    const Town* m_town;
    SegmentGrid m_rail, m_river, m_limit;
};

}  // namespace exempelstad
