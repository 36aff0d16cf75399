// Our shapes as GEOS geometries and back. For .cpp files only: no header of the engine shows GEOS to its readers.
#pragma once
#include <geos_c.h>

#include <memory>
#include <string>

#include "core/geometry.hpp"

namespace lykta::geos {

/// This thread's GEOS handle; made on first use, its errors kept for last_error().
[[nodiscard]] GEOSContextHandle_t context();
[[nodiscard]] const std::string& last_error();

struct Destroy {
    void operator()(GEOSGeometry* shape) const { GEOSGeom_destroy_r(context(), shape); }
};
/// A geometry of this thread; it must die on the thread that made it.
using Shape = std::unique_ptr<GEOSGeometry, Destroy>;

/// Takes over a result of GEOS. \throws Error{internal} with GEOS' own words when it is null
[[nodiscard]] Shape own(GEOSGeometry* result, const char* operation);

/// Unclosed rings are closed; holes with fewer than four points and polygons with such an outer ring are left out.
[[nodiscard]] Shape shape_from(const MultiPolygon& shape);
[[nodiscard]] Shape shape_from(std::span<const Point> line);  ///< one point: a point
[[nodiscard]] Shape shape_from(const Geometry& shape);

/// The polygonal parts of any geometry; lines and points among them are dropped.
[[nodiscard]] MultiPolygon polygons_of(const GEOSGeometry* shape);
[[nodiscard]] Polyline points_of(const GEOSGeometry* line_or_point);

}  // namespace lykta::geos
