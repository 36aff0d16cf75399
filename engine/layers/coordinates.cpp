// Numbers to points of the project plane.
#include "layers/coordinates.hpp"

#include <cmath>

#include "core/language.hpp"
#include "layers/judge.hpp"
#include "layers/systems.hpp"

namespace lykta::layers {

namespace {

bool is_finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// Points of the rows still in, projected; a row PROJ cannot carry is set aside.
std::vector<Point> project_rows(Reading& reading, const RawPoints& raw, const Crs& from, const Crs& to) {
    std::vector<Point> points(raw.point.size());
    const auto rows = rows_in(reading);
    const bool all = rows.size() == points.size();
    std::vector<Point> carried;
    if (all) {
        carried = raw.point;
    } else {
        carried.reserve(rows.size());
        for (const auto row : rows) carried.push_back(raw.point[row]);
    }
    project_all(carried, from, to);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (is_finite(carried[i])) {
            points[rows[i]] = carried[i];
        } else {
            set_aside(reading, rows[i], Reason::out_of_range,
                      say("{} cannot be projected to {}", pair_text(reading, raw, rows[i]), to.text()));
        }
    }
    return points;
}

/// Calls use(point) for every vertex of a geometry.
template <class Shape, class Use>
void for_vertices(Shape& geometry, Use use) {
    if (auto* p = std::get_if<Point>(&geometry)) use(*p);
    if (auto* many = std::get_if<MultiPoint>(&geometry)) {
        for (auto& p : *many) use(p);
    }
    if (auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (auto& line : lines->lines) {
            for (auto& p : line) use(p);
        }
    }
    if (auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        for (auto& polygon : *polygons) {
            for (auto& p : polygon.outer) use(p);
            for (auto& hole : polygon.holes) {
                for (auto& p : hole) use(p);
            }
        }
    }
}

bool is_on_earth(const Geometry& geometry, const Crs& crs) {
    bool good = true;
    for_vertices(geometry, [&](const Point& p) {
        const double limit_x = crs.is_geographic() ? 360.0 : 1e8, limit_y = crs.is_geographic() ? 90.0 : 1e8;
        good = good && std::abs(p.x) <= limit_x && std::abs(p.y) <= limit_y;
    });
    return good;
}

Sexagesimal sexagesimal_in(const Crs& crs) {
    return crs.is_geographic() ? Sexagesimal::read : Sexagesimal::refuse;
}

}  // namespace

Placed place_rows(Reading& reading) {
    const auto columns = coordinate_columns(reading);
    const Crs crs = stated_crs(reading, columns);
    auto raw = raw_points(reading, columns, sexagesimal_in(crs));
    const auto bulk = find_bulk(reading, raw, crs);
    refuse_wrong_file(reading, raw, crs, bulk);
    judge_rows(reading, raw, crs, bulk);
    set_aside_unreadable(reading, raw);
    judge_rounding(reading, raw, crs);
    const Point near = bulk.near.value_or(Point{15.0, 60.0});
    const Crs project = reading.project ? *reading.project : fitting_project(near);
    reading.project = project;
    auto points = project_rows(reading, raw, crs, project);
    return {crs, project, near, std::move(points), std::move(raw)};
}

std::vector<Geometry> placed_shapes(Reading& reading, const Placed& placed) {
    std::vector<Geometry> shapes(reading.table.rows());
    std::vector<Point> vertices;
    for (const auto row : rows_in(reading)) {
        shapes[row] = reading.table.geometry(row);
        if (placed.raw.columns.swap_geometry) for_vertices(shapes[row], [](Point& p) { std::swap(p.x, p.y); });
        if (!is_on_earth(shapes[row], placed.crs)) {
            set_aside(reading, row, Reason::out_of_range, say("a vertex is no place in {}", placed.crs.text()));
            shapes[row] = {};
        }
        for_vertices(shapes[row], [&](const Point& p) { vertices.push_back(p); });
    }
    project_all(vertices, placed.crs, placed.project);
    std::size_t next = 0;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        bool good = true;
        for_vertices(shapes[row], [&](Point& p) {
            p = vertices[next++];
            good = good && is_finite(p);
        });
        if (!good) set_aside(reading, row, Reason::out_of_range, say("a vertex cannot be projected"));
        if (!good) shapes[row] = {};
    }
    return shapes;
}

}  // namespace lykta::layers
