// Coordinate reference systems: the one door to PROJ. Inside the engine there is one projected CRS in metres;
// longitude and latitude exist only here, in sources and in outputs.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.hpp"

namespace lykta {

/// A coordinate reference system. Coordinates are always given as (x = east or longitude, y = north or latitude),
/// whatever order its authority prints ("GIS order"); axis_names() says what the authority calls them.
class Crs {
public:
    /// "EPSG:3006", "3006", "OGC:CRS84", "SWEREF 99 TM" (a full EPSG name), WKT or a PROJ string. A three- or
    /// four-letter municipal nickname is not understood. \throws Error{bad_option} naming the text when PROJ does not
    /// know it
    static Crs from_text(const std::string& text);

    [[nodiscard]] const std::string& text() const;  ///< as given, or "EPSG:…" where the authority is known
    [[nodiscard]] const std::string& name() const;  ///< "SWEREF99 TM"
    [[nodiscard]] bool is_geographic() const;       ///< degrees
    [[nodiscard]] double metres_per_unit() const;   ///< 1 for metres, 0.3048006096 for US survey feet, 0 for degrees
    [[nodiscard]] std::string wkt() const;
    /// First two axes as the authority orders them, e.g. {{"N","north"},{"E","east"}} for EPSG:3006.
    struct Axis {
        std::string name, direction;
    };
    [[nodiscard]] std::vector<Axis> axes() const;
    /// Area of use in degrees: west, south, east, north. Empty where the database has none.
    [[nodiscard]] std::optional<Box> area_of_use() const;
    [[nodiscard]] bool same_as(const Crs& other) const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    explicit Crs(std::shared_ptr<const Impl> impl) : m_impl(std::move(impl)) {}
    std::shared_ptr<const Impl> m_impl;
};

/// Carries points from one CRS to another with PROJ, network off. Not thread-safe: one Projector per thread.
/// A point that cannot be carried becomes (HUGE_VAL, HUGE_VAL).
/// \correctness  reference cases crs/*, published control points to 0.6 mm
class Projector {
public:
    Projector(const Crs& from, const Crs& to);
    ~Projector();
    Projector(Projector&&) noexcept;
    Projector& operator=(Projector&&) noexcept;
    [[nodiscard]] Point operator()(Point p) const;
    void project(std::span<Point> points) const;  ///< in place

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Projects many points in place, in fixed blocks over the threads; the result does not depend on the thread count.
void project_all(std::span<Point> points, const Crs& from, const Crs& to);

/// A CRS whose area of use holds a raw coordinate pair when it is read in that CRS.
struct CrsFit {
    std::string text;      ///< "EPSG:3009"
    std::string name;      ///< "SWEREF99 15 00"
    bool swapped = false;  ///< it fits when x and y change places
    Point longitude_latitude;
};
/// Which of the systems met in Swedish municipal files (SWEREF 99 TM and its twelve zones, RT90, WGS 84, Web Mercator,
/// UTM 33) a raw pair fits, best first. With `near` (longitude, latitude) only those within 100 km of it, nearest
/// first: local zones share their numbers, so without a known place several fit. Without `near`, metres are matched to
/// places in Sweden alone. RT90 2.5 gon V counts for the whole country, as it was used.
[[nodiscard]] std::vector<CrsFit> systems_that_fit(Point raw, std::optional<Point> near = {});

/// Does the pair, read in `crs`, lie inside its area of use (a tenth of a degree of grace)?
[[nodiscard]] bool fits(const Crs& crs, Point raw);

/// Distance (m) and azimuths (degrees clockwise from north) on the WGS 84 ellipsoid; area and perimeter of a ring.
struct Geodesic {
    double distance_m = 0, azimuth_start_deg = 0, azimuth_end_deg = 0;
};
[[nodiscard]] Geodesic geodesic(Point longitude_latitude_a, Point longitude_latitude_b);
struct GeodesicArea {
    double area_m2 = 0, perimeter_m = 0;
};
[[nodiscard]] GeodesicArea geodesic_area(std::span<const Point> longitude_latitude_ring);

}  // namespace lykta
