// Cells along the paths, and shrubs cut by them.
#include "measures/siting_clearing_pieces.hpp"

#include <array>
#include <cmath>

#include "conditions/stretches.hpp"

namespace lykta::measures {

namespace {

constexpr double crumb_m2 = 0.05;
constexpr int quadrant_segments = 8;

bool meet(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

/// The ground beyond a line's end that a round buffer would add: a rectangle from `end` on, away from `before`.
MultiPolygon beyond(Point before, Point end, double strip) {
    const double way = distance(before, end);
    if (!(way > 0.0)) return {};
    const double reach = 1.02 * strip, x = (end.x - before.x) / way * reach, y = (end.y - before.y) / way * reach;
    const Point left{end.x - y, end.y + x}, right{end.x + y, end.y - x};
    return {{{left, right, {right.x + x, right.y + y}, {left.x + x, left.y + y}, left}, {}}};
}

MultiPolygon around(const Polyline& line, double strip) {
    return buffer_of(Geometry(MultiLine{{line}}), strip, quadrant_segments);
}

bool is_walked(const conditions::Stretch& cell, std::uint32_t street, std::span<const StreetPart> parts) {
    for (const auto& part : parts)
        if (part.street == street && part.from_m < cell.to_m && cell.from_m < part.to_m) return true;
    return false;
}

void append_cells(const Polyline& line, std::uint32_t street, std::span<const StreetPart> parts,
                  const ClearingOptions& options, std::vector<MultiPolygon>& cells) {
    const auto pieces = conditions::cut_into_stretches(line, options.piece);
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (!is_walked(pieces[k], street, parts)) continue;
        const Polyline& p = pieces[k].line;
        MultiPolygon cell = around(p, options.strip.value);
        if (k > 0) cell = difference_of(cell, beyond(p[1], p[0], options.strip.value));
        if (k + 1 < pieces.size()) cell = difference_of(cell, beyond(p[p.size() - 2], p.back(), options.strip.value));
        cells.push_back(std::move(cell));
    }
}

/// Cells with their boxes.
struct Cells {
    explicit Cells(std::span<const MultiPolygon> cells);
    std::span<const MultiPolygon> shape;
    std::vector<Box> box;
    Box all;
};

void grow(Box& box, const Box& more) {
    if (more.empty()) return;
    box.grow({more.min_x, more.min_y});
    box.grow({more.max_x, more.max_y});
}

Cells::Cells(std::span<const MultiPolygon> cells) : shape(cells) {
    for (const auto& cell : cells) {
        box.push_back(box_of(cell));
        grow(all, box.back());
    }
}

bool is_larger(const Box& box, const Box& than) {
    return box.width() > 2.0 * than.width() || box.height() > 2.0 * than.height();
}

MultiPolygon rectangle(const Box& b) {
    return {{{{b.min_x, b.min_y}, {b.max_x, b.min_y}, {b.max_x, b.max_y}, {b.min_x, b.max_y}, {b.min_x, b.min_y}}, {}}};
}

/// With a rim of a millimetre: what is left of the plant then has no shreds along the cut for sight to stumble over.
MultiPolygon with_rim(const Polygon& polygon) {
    return buffer_of(Geometry(MultiPolygon{polygon}), 0.001, 1);
}

bool is_short(const MultiPolygon& a, const MultiPolygon& b, const ClearingOptions& options) {
    Box box = box_of(a);
    grow(box, box_of(b));
    return std::hypot(box.width(), box.height()) <= 1.25 * std::hypot(options.piece.value, options.strip.value);
}

/// Joins the piece to one of the same plant that it touches, where the two are no longer than a piece may be: a shrub
/// shorter than that is not cut in two because a cell happens to end there.
void append(ClearingPiece piece, std::size_t first_of_plant, const ClearingOptions& options,
            std::vector<ClearingPiece>& pieces) {
    for (std::size_t k = first_of_plant; k < pieces.size(); ++k) {
        if (!is_short(pieces[k].shape, piece.shape, options)) continue;
        MultiPolygon both = union_of(std::array{pieces[k].shape, piece.shape});
        if (both.size() != 1) continue;
        pieces[k].shape = std::move(both);
        pieces[k].area_m2 += piece.area_m2;
        return;
    }
    pieces.push_back(std::move(piece));
}

void append_pieces(std::uint32_t plant, const MultiPolygon& outline, const Cells& cells, const ClearingOptions& options,
                   std::vector<ClearingPiece>& pieces) {
    const Box box = box_of(outline);
    MultiPolygon rest = outline;
    if (is_larger(box, cells.all)) rest = intersection_of(rest, rectangle(cells.all));  // a wood: only what is near
    const std::size_t first = pieces.size();
    for (std::size_t c = 0; c < cells.shape.size(); ++c) {
        if (!meet(box, cells.box[c])) continue;
        const MultiPolygon inside = intersection_of(rest, cells.shape[c]);
        if (!(area(inside) >= crumb_m2)) continue;
        rest = difference_of(rest, cells.shape[c]);
        for (const Polygon& polygon : inside) {
            const double m2 = area(polygon);
            if (m2 >= crumb_m2) append({plant, with_rim(polygon), m2}, first, options, pieces);
        }
    }
}

}  // namespace

std::vector<MultiPolygon> clearing_cells(const layers::StreetLayer& streets, std::span<const StreetPart> parts,
                                         const ClearingOptions& options) {
    std::vector<MultiPolygon> cells;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::uint32_t street = parts[i].street;
        if (i > 0 && parts[i - 1].street == street) continue;  // parts come by street
        append_cells(streets.streets[street].line, street, parts, options, cells);
    }
    // Outside a bend the square cuts leave a wedge between two cells: the whole strip, last, takes what is left.
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const auto& piece : conditions::cut_into_stretches(streets.streets[parts[i].street].line, options.piece)) {
            if (is_walked(piece, parts[i].street, parts.subspan(i, 1)))
                cells.push_back(around(piece.line, options.strip.value));
        }
    }
    return cells;
}

std::vector<ClearingPiece> clearing_pieces(const World& world, std::span<const MultiPolygon> shapes,
                                           const ClearingOptions& options) {
    std::vector<ClearingPiece> pieces;
    const Cells cells(shapes);
    const double eye = world.sight_options.eye.value;
    for (std::uint32_t o = 0; o < world.sight_obstacles->all().size(); ++o) {
        const auto& obstacle = world.sight_obstacles->all()[o];
        if (obstacle.kind != conditions::ObstacleKind::plant || !meet(obstacle.box, cells.all)) continue;
        const bool in_the_way = obstacle.base_m < eye && eye < obstacle.top_m && obstacle.extinction_per_m > 0.0;
        if (!in_the_way || obstacle.top_m > options.shrub_up_to.value || world.sight_obstacles->is_cleared(o)) continue;
        append_pieces(obstacle.index, world.city.vegetation->plants[obstacle.index].outline, cells, options, pieces);
    }
    return pieces;
}

}  // namespace lykta::measures
