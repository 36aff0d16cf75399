// Distances and areas on the WGS 84 ellipsoid, by the geodesic routines that come with PROJ (Karney 2013).
#include <geodesic.h>

#include <cmath>

#include "core/crs.hpp"

namespace lykta {

namespace {

constexpr double wgs84_equatorial_radius_m = 6'378'137.0;
constexpr double wgs84_flattening = 1.0 / 298.257223563;

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made;
        geod_init(&made, wgs84_equatorial_radius_m, wgs84_flattening);
        return made;
    }();
    return ellipsoid;
}

}  // namespace

Geodesic geodesic(Point a, Point b) {
    Geodesic g;
    geod_inverse(&wgs84(), a.y, a.x, b.y, b.x, &g.distance_m, &g.azimuth_start_deg, &g.azimuth_end_deg);
    return g;
}

GeodesicArea geodesic_area(std::span<const Point> ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    const bool closed = ring.size() > 1 && ring.front() == ring.back();
    for (const Point p : ring.first(closed ? ring.size() - 1 : ring.size())) {
        geod_polygon_addpoint(&wgs84(), &polygon, p.y, p.x);
    }
    GeodesicArea result;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &result.area_m2, &result.perimeter_m);
    result.area_m2 = std::abs(result.area_m2);
    return result;
}

}  // namespace lykta
