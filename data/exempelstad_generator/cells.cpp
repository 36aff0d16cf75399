// Cells: the noded lines of main streets, rail, river and town limit are polygonised (GEOS through OGR); faces outside
// the window are dropped, the rest ordered by centroid so that the order does not depend on the library.
#include <ogr_geometry.h>

#include <algorithm>
#include <memory>

#include "network.hpp"
#include "skeleton.hpp"

namespace exempelstad {

namespace {

Ring ring_from(const OGRPolygon& polygon) {
    Ring ring;
    for (int i = 0; i < polygon.getExteriorRing()->getNumPoints(); ++i)
        ring.push_back({polygon.getExteriorRing()->getX(i), polygon.getExteriorRing()->getY(i)});
    return ring;
}

std::vector<Ring> faces_of(const std::vector<Line>& segments) {
    OGRMultiLineString all;
    for (const Line& s : segments) {
        OGRLineString line;
        for (const Point p : s.line) line.addPoint(p.x, p.y);
        all.addGeometry(&line);
    }
    const std::unique_ptr<OGRGeometry> made(all.Polygonize());
    std::vector<Ring> rings;
    for (const auto* part : *made->toGeometryCollection()) rings.push_back(ring_from(*part->toPolygon()));
    return rings;
}

Seed seed_for(const Ring& ring) {
    const Point middle = middle_of(ring);
    Seed best;
    double least = 1e300;
    for (const Seed& seed : seeds()) {
        if (inside(ring, seed.at)) return seed;
        if (const double d = apart(seed.at, middle); d < least) {
            least = d;
            best = seed;
        }
    }
    best.fill = Fill::none;
    return best;
}

}  // namespace

std::vector<Cell> cells_between(const Town& town) {
    std::vector<Line> barriers;
    for (const Line& line : town.lines)
        if (line.way == Way::main_street) barriers.push_back(line);
    for (const Polyline* line : {&town.rail, &town.river, &town.window})
        barriers.push_back({.line = *line, .name = {}});
    std::vector<Cell> cells;
    for (const Ring& ring : faces_of(cut_at_intersections(barriers))) {
        if (!inside(town.window, middle_of(ring)) || area_of(ring) < 200) continue;
        cells.push_back({ring, seed_for(ring)});
    }
    std::sort(cells.begin(), cells.end(),
              [](const Cell& a, const Cell& b) { return middle_of(a.ring) < middle_of(b.ring); });
    return cells;
}

}  // namespace exempelstad
