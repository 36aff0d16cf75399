// Where recorded incidents may truly have happened: the part of each one's error law that lies in each region.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layers/layers.hpp"
#include "places/region_map.hpp"

namespace lykta::places {

/// The ground outside all places, in squares of about 500 m, each with a rate of its own: regions after the map's.
struct Background {
    Point origin;
    double width_m = 1, height_m = 1;  ///< of a square
    std::uint32_t columns = 1, rows = 1, first_region = 0;
    std::vector<double> area_ha;  ///< outside the places
    [[nodiscard]] std::uint32_t at(Point p) const;
};
[[nodiscard]] Background background_of(std::span<const Point> incidents, const RegionMap& map);

/// Incidents of one recorded position and error, together; in an order that keeps neighbours together.
struct Site {
    Point at;
    double sigma_m = 0;                                  ///< of each coordinate: median error ÷ √(2 ln 2), Rayleigh
    std::uint32_t first = 0, count = 0, background = 0;  ///< first: into Sites::incident; background: region
};
struct Sites {
    std::vector<std::uint32_t> incident;
    std::vector<Site> site;                 ///< that may lie in a place
    std::vector<double> far_in_background;  ///< incidents too far from any place, by background square
};
/// \pre map.prepare_near was called with reach_of the largest error and the largest shift
[[nodiscard]] Sites sites_of(const layers::IncidentLayer& incidents, const RegionMap& map,
                             const Background& background);

/// Median error of an incident's source, m; 0 where the layer names none.
[[nodiscard]] double error_of(const layers::IncidentLayer& incidents, std::size_t i);
/// σ of each coordinate for a median error, m. \see Gerell (2018): police positions in Malmö, median 83 m
[[nodiscard]] double sigma_of(double median_m);

/// 64 points of equal probability of a round normal law with σ = 1, turned by `turn` (radians).
/// \correctness  mean 0; the share within the median radius is one half
[[nodiscard]] std::vector<Point> error_stencil(double turn);
/// Farthest a stencil point lies, in σ.
[[nodiscard]] double stencil_reach();

/// Of each site, how many of the stencil's points lie in each region when all outlines are shifted.
struct PositionTables {
    struct Entry {
        std::uint32_t region = 0;
        float points = 0;
    };
    std::vector<std::uint32_t> start;  ///< site s has entries start[s] … start[s + 1]
    std::vector<Entry> entry;
};
[[nodiscard]] PositionTables position_tables(const Sites& sites, const RegionMap& map, Point shift,
                                             std::span<const Point> stencil);

}  // namespace lykta::places
