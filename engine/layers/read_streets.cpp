// Streets: lines; multi-lines become one street a part; thin polygons give their centre line.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

namespace {

constexpr double least_elongation = 1.2;  ///< length ÷ width below which a polygon is a square, not a street segment

/// The long axis of a ring: its middle and the direction in which its outline spreads most.
struct LongAxis {
    Point middle, along;
    double from = 0.0, to = 0.0, width = 0.0;
    [[nodiscard]] double elongation() const { return width > 0.0 ? (to - from) / width : 1e9; }
};

/// First principal axis of the outline, each edge weighted by its length.
LongAxis long_axis(const Ring& ring) {
    double total = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    const auto for_edges = [&](auto use) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            use(Point{(ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2}, distance(ring[i - 1], ring[i]),
                ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
        }
    };
    for_edges([&](Point m, double w, double, double) { total += w, x += w * m.x, y += w * m.y; });
    LongAxis axis{.middle = {x / total, y / total}};
    for_edges([&](Point m, double w, double dx, double dy) {
        const double a = m.x - axis.middle.x, b = m.y - axis.middle.y;
        xx += w * (a * a + dx * dx / 12), xy += w * (a * b + dx * dy / 12), yy += w * (b * b + dy * dy / 12);
    });
    const double angle = 0.5 * std::atan2(2.0 * xy, xx - yy);
    axis.along = {std::cos(angle), std::sin(angle)};
    double least = 0.0, most = 0.0;
    for (const auto p : ring) {
        const double a = p.x - axis.middle.x, b = p.y - axis.middle.y;
        const double t = a * axis.along.x + b * axis.along.y, u = b * axis.along.x - a * axis.along.y;
        axis.from = std::min(axis.from, t), axis.to = std::max(axis.to, t);
        least = std::min(least, u), most = std::max(most, u);
    }
    axis.width = most - least;
    return axis;
}

/// Middle of the ring's cut at `t` along the axis, as an offset across it.
double middle_across(const Ring& ring, const LongAxis& axis, double t) {
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto along = [&](Point p) {
            return (p.x - axis.middle.x) * axis.along.x + (p.y - axis.middle.y) * axis.along.y - t;
        };
        const double a = along(ring[i - 1]), b = along(ring[i]);
        if ((a > 0) == (b > 0)) continue;
        const double share = a / (a - b);
        const Point p{ring[i - 1].x + share * (ring[i].x - ring[i - 1].x),
                      ring[i - 1].y + share * (ring[i].y - ring[i - 1].y)};
        const double across = (p.y - axis.middle.y) * axis.along.x - (p.x - axis.middle.x) * axis.along.y;
        least = std::min(least, across), most = std::max(most, across);
    }
    return least <= most ? (least + most) / 2.0 : 0.0;
}

/// Midway between the two long sides, at nine places from end to end.
Polyline centre_line(const Ring& ring, const LongAxis& axis) {
    Polyline line;
    for (int i = 0; i <= 8; ++i) {
        const double t = axis.from + (axis.to - axis.from) * i / 8.0;
        const double inside =
            std::clamp(t, axis.from + 0.03 * (axis.to - axis.from), axis.to - 0.03 * (axis.to - axis.from));
        const double u = middle_across(ring, axis, inside);
        line.push_back(
            {axis.middle.x + t * axis.along.x - u * axis.along.y, axis.middle.y + t * axis.along.y + u * axis.along.x});
    }
    return line;
}

/// Lines of a feature; empty when it is none of ours.
std::vector<Polyline> lines_of(const Geometry& shape, bool& from_polygon) {
    if (const auto* lines = std::get_if<MultiLine>(&shape)) return lines->lines;
    const auto* polygons = std::get_if<MultiPolygon>(&shape);
    if (polygons == nullptr) return {};
    std::vector<Polyline> lines;
    for (const auto& polygon : *polygons) {
        if (polygon.outer.size() < 4 || length(polygon.outer) <= 0.0) return {};
        const auto axis = long_axis(polygon.outer);
        if (axis.elongation() < least_elongation) return {};
        lines.push_back(centre_line(polygon.outer, axis));
    }
    from_polygon = !lines.empty();
    return lines;
}

bool is_footpath(std::string_view kind, std::string_view flag) {
    if (read_truth(flag) == Truth::yes) return true;
    const auto word = plain_word(kind);
    for (const auto* path : {"gang", "gc", "cykel", "footway", "path", "pedestrian", "steps"}) {
        if (word.find(path) != std::string::npos) return true;
    }
    return false;
}

/// "gångtunnel", "underpass", "port": walls on both sides and a roof. A "transportled" or a "viadukt" is none.
bool is_tunnel(std::string_view kind) {
    const auto word = plain_word(kind);
    if (word == "port" || word == "portik") return true;
    for (const auto* passage : {"tunnel", "gangport", "underpass", "underfart", "undergang", "viaduktunder"}) {
        if (word.find(passage) != std::string::npos) return true;
    }
    return false;
}

struct StreetFields {
    FieldReader id, name, footpath, kind, street_class;
    explicit StreetFields(Reading& reading)
        : id(reading, "id"),
          name(reading, "name"),
          footpath(reading, "footpath"),
          kind(reading, "path_kind"),
          street_class(reading, "class") {}
};

Street street_at(const StreetFields& fields, std::size_t row) {
    Street street;
    street.id = std::string(fields.id.text(row));
    street.name = std::string(fields.name.text(row));
    street.footpath = is_footpath(fields.kind.text(row), fields.footpath.text(row));
    street.tunnel = is_tunnel(fields.kind.text(row));
    const auto text = fields.street_class.text(row);
    const bool is_class = text.size() == 2 && (text[0] == 'P' || text[0] == 'C' || text[0] == 'M');
    if (is_class) street.lighting_class = std::string(text);
    return street;
}

}  // namespace

StreetLayer streets_from(Reading& reading) {
    const auto placed = place_rows(reading);
    const auto shapes = placed_shapes(reading, placed);
    const StreetFields fields(reading);
    std::int64_t strips = 0;
    StreetLayer layer;
    for (const auto row : rows_in(reading)) {
        bool from_polygon = false;
        auto lines = lines_of(shapes[row], from_polygon);
        std::erase_if(lines, [](const Polyline& line) { return line.size() < 2 || length(line) <= 0.0; });
        if (lines.empty()) {
            set_aside(reading, row, Reason::wrong_geometry,
                      say("not a line with a length, nor a strip along a street"));
            continue;
        }
        strips += from_polygon ? 1 : 0;
        auto street = street_at(fields, row);
        street.row = reading.row_number(row);
        for (auto& line : lines) {
            street.line = std::move(line);
            layer.streets.push_back(street);
        }
    }
    if (strips > 0) {
        reading.report.account.issues.push_back(
            {"centre_line",
             Severity::note,
             say("{}: {} streets come as thin polygons; their centre line is taken", reading.file(), strips),
             strips,
             {}});
    }
    layer.reports.push_back(finish(reading));
    return layer;
}

StreetLayer read_streets(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return streets_from(reading);
}

}  // namespace lykta::layers
