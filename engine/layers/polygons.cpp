// Polygons of a layer, checked.
#include "layers/polygons.hpp"

#include <cmath>

#include "core/language.hpp"

namespace lykta::layers {

namespace {

struct Repairs {
    RowsConcerned rows;
    std::string first;
};

/// "Self-intersection[15.6 58.4]" with a small first letter, as a message says it.
std::string verdict_text(std::string reason) {
    if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
    if (reason.starts_with("hole lies outside")) reason = "hole outside its shell" + reason.substr(reason.find('['));
    return reason;
}

/// Why the file's own numbers are invalid, so that the point named can be found in the file.
std::string why_invalid(const Reading& reading, std::size_t row) {
    const auto* shape = std::get_if<MultiPolygon>(&reading.table.geometry(row));
    return shape == nullptr ? std::string{} : verdict_text(validity(*shape).reason);
}

/// Points on one line or one place in the file's own numbers; projected, such a sliver would gain a little area.
bool is_flat(const Geometry& raw) {
    const auto* shape = std::get_if<MultiPolygon>(&raw);
    if (shape == nullptr) return false;
    double perimeter = 0.0;
    for (const auto& polygon : *shape) perimeter += length(polygon.outer);
    const double least = 1e-9 * perimeter * perimeter;
    return area(*shape) <= least && area(make_valid(*shape)) <= least;  // a bow tie gains area when repaired
}

void check_polygon(Reading& reading, std::size_t row, MultiPolygon& shape, Repairs& repairs) {
    if (is_flat(reading.table.geometry(row))) {
        return set_aside(reading, row, Reason::zero_area,
                         say("a polygon without area: no rate per area can be computed"));
    }
    const double before = area(shape);
    const auto verdict = validity(shape);
    if (!verdict.valid) {
        auto mended = make_valid(shape);
        const double after = area(mended);
        auto why = why_invalid(reading, row);
        if (why.empty()) why = verdict_text(verdict.reason);
        if (after <= 0.0) return set_aside(reading, row, Reason::zero_area, say("a polygon without area ({})", why));
        const bool same = std::abs(after - before) <= 0.01 * after;
        if (!same || why.starts_with("hole outside")) {
            return set_aside(reading, row, Reason::invalid_geometry,
                             say("{}; a repair would have to guess the area, so mend the polygon in the source", why));
        }
        if (repairs.rows.count == 0) repairs.first = why;
        repairs.rows.add(reading.row_number(row));
        shape = std::move(mended);
    }
    if (area(shape) < 1e-3) {
        set_aside(reading, row, Reason::zero_area, say("a polygon without area: no rate per area can be computed"));
    }
}

bool is_taken(const Geometry& shape, AlsoTakes also) {
    if (std::holds_alternative<MultiPolygon>(shape)) return true;
    if (std::holds_alternative<MultiLine>(shape)) return also == AlsoTakes::lines;
    const auto* many = std::get_if<MultiPoint>(&shape);
    const bool point = std::holds_alternative<Point>(shape) || (many != nullptr && many->size() == 1);
    return point && also == AlsoTakes::points;
}

}  // namespace

std::vector<Geometry> checked_polygons(Reading& reading, const Placed& placed, AlsoTakes also) {
    auto shapes = reading.table.has_geometry() ? placed_shapes(reading, placed)
                                               : std::vector<Geometry>(placed.point.begin(), placed.point.end());
    Repairs repairs;
    for (const auto row : rows_in(reading)) {
        if (!is_taken(shapes[row], also)) {
            set_aside(reading, row, Reason::wrong_geometry,
                      say("this layer ({}) is made of polygons", std::string(layer_name(reading.options.kind))));
        } else if (auto* polygon = std::get_if<MultiPolygon>(&shapes[row])) {
            check_polygon(reading, row, *polygon, repairs);
        }
        if (reading.used[row] == 0) shapes[row] = {};
    }
    add_issue(reading,
              {"repaired", Severity::warning,
               say("{} polygons repaired, their area is unchanged (first: {})", repairs.rows.count, repairs.first)},
              repairs.rows);
    return shapes;
}

}  // namespace lykta::layers
