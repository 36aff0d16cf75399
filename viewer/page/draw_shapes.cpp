// Areas and lines: culled to the frame, thinned to what can be told apart, filled even-odd, hatched, cased and dashed.
#include <algorithm>
#include <cmath>

#include "viewer/page/draw_map.hpp"
#include "viewer/page/ink.hpp"

namespace lykta::viewer {
namespace {

constexpr double beyond = 40;       ///< pixels past the frame where shapes are cut: no cut edge is ever seen
constexpr double told_apart = 0.2;  ///< pixels; nearer points are one
constexpr double hatch_step = 5.5;

Box frame_of(const Brush& brush) {
    return {-beyond, -beyond, brush.width + beyond, brush.height + beyond};
}

/// One side of the frame: what lies on its inner side stays.
struct Side {
    bool is_x, keeps_larger;
    double at;
    [[nodiscard]] double depth(Pixel p) const {
        const double value = (is_x ? p.x : p.y) - at;
        return keeps_larger ? value : -value;
    }
};

std::vector<Pixel> cut(const std::vector<Pixel>& ring, const Side& side) {
    std::vector<Pixel> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Pixel a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
        const double da = side.depth(a), db = side.depth(b);
        if ((da < 0) != (db < 0)) {
            const double t = da / (da - db);
            kept.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
        if (db >= 0) kept.push_back(b);
    }
    return kept;
}

/// A ring in the picture, cut to the frame (Sutherland–Hodgman).
std::vector<Pixel> ring_in_frame(const Brush& brush, const Ring& ring) {
    std::vector<Pixel> points;
    points.reserve(ring.size());
    Box box;
    for (const auto& p : ring) {
        const auto at = brush.to(p);
        box.grow({at.x, at.y});
        if (points.empty() || std::hypot(at.x - points.back().x, at.y - points.back().y) > told_apart)
            points.push_back(at);
    }
    const Box frame = frame_of(brush);
    if (box.empty() || box.max_x < frame.min_x || box.min_x > frame.max_x || box.max_y < frame.min_y ||
        box.min_y > frame.max_y)
        return {};
    if (box.min_x < frame.min_x) points = cut(points, {true, true, frame.min_x});
    if (box.max_x > frame.max_x) points = cut(points, {true, false, frame.max_x});
    if (box.min_y < frame.min_y) points = cut(points, {false, true, frame.min_y});
    if (box.max_y > frame.max_y) points = cut(points, {false, false, frame.max_y});
    return points;
}

bool add_ring(cairo_t* ink, const Brush& brush, const Ring& ring) {
    const auto points = ring_in_frame(brush, ring);
    if (points.size() < 3) return false;
    cairo_move_to(ink, points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) cairo_line_to(ink, points[i].x, points[i].y);
    cairo_close_path(ink);
    return true;
}

void hatch(cairo_t* ink, const Paint& paint, double opacity) {
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_path_extents(ink, &left, &top, &right, &bottom);
    cairo_save(ink);
    cairo_clip_preserve(ink);
    cairo_path_t* outline = cairo_copy_path(ink);
    cairo_new_path(ink);
    const double first = std::floor((left + top) / hatch_step) * hatch_step;
    for (double sum = first; sum <= right + bottom; sum += hatch_step) {  // lines x + y = sum
        cairo_move_to(ink, sum - top, top);
        cairo_line_to(ink, sum - bottom, bottom);
    }
    set_colour(ink, paint.edge, 0.75 * opacity);
    cairo_set_dash(ink, nullptr, 0, 0);
    cairo_set_line_width(ink, 0.7);
    cairo_stroke(ink);
    cairo_restore(ink);
    cairo_append_path(ink, outline);
    cairo_path_destroy(outline);
}

void set_dash(cairo_t* ink, const Paint& paint) {
    const double dash = paint.dash;
    cairo_set_dash(ink, &dash, dash > 0 ? 1 : 0, 0);
    cairo_set_line_cap(ink, dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
}

/// The runs of a line that come near the frame.
void add_line(cairo_t* ink, const Brush& brush, const Polyline& line) {
    const Box frame = frame_of(brush);
    bool open = false;
    Pixel last{};
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto at = brush.to(line[i]);
        if (i > 0) {
            const bool outside = std::max(at.x, last.x) < frame.min_x || std::min(at.x, last.x) > frame.max_x ||
                                 std::max(at.y, last.y) < frame.min_y || std::min(at.y, last.y) > frame.max_y;
            if (!outside && !open) cairo_move_to(ink, last.x, last.y);
            open = !outside;
            const bool is_last = i + 1 == line.size();
            if (open && !is_last && std::hypot(at.x - last.x, at.y - last.y) < told_apart) continue;
            if (open) cairo_line_to(ink, at.x, at.y);
        }
        last = at;
    }
}

bool add_lines(cairo_t* ink, const Brush& brush, const std::vector<LineFeature>& lines, std::size_t group) {
    bool any = false;
    for (const auto& line : lines)
        if (line.group == group) add_line(ink, brush, line.line), any = true;
    return any;
}

}  // namespace

void fill_area(cairo_t* ink, const Paint& paint, double opacity) {
    cairo_set_fill_rule(ink, CAIRO_FILL_RULE_EVEN_ODD);
    if (paint.fill.a > 0) {
        set_colour(ink, paint.fill, opacity);
        cairo_fill_preserve(ink);
    }
    if (paint.hatch && paint.edge.a > 0) hatch(ink, paint, opacity);
    if (paint.edge.a > 0 && paint.width > 0) {
        set_colour(ink, paint.edge, opacity);
        set_dash(ink, paint);
        cairo_set_line_width(ink, paint.width);
        cairo_stroke_preserve(ink);
    }
    cairo_new_path(ink);
}

void draw_areas(cairo_t* ink, const Brush& brush, const std::vector<AreaFeature>& areas) {
    for (const auto& area : areas) {
        const auto* paint = brush.paint(area.group);
        if (paint == nullptr) continue;
        cairo_new_path(ink);
        bool any = false;
        for (const auto& polygon : area.shape) {
            if (!add_ring(ink, brush, polygon.outer)) continue;
            any = true;
            for (const auto& hole : polygon.holes) add_ring(ink, brush, hole);
        }
        if (any) fill_area(ink, *paint, brush.opacity);
    }
}

void draw_lines(cairo_t* ink, const Brush& brush, const std::vector<LineFeature>& lines) {
    if (lines.empty()) return;
    for (const bool is_casing : {true, false})
        for (std::size_t group = 0; group < brush.layer.classes.size(); ++group) {
            const auto& paint = *brush.paint(static_cast<std::uint8_t>(group));
            const auto colour = is_casing ? paint.edge : paint.fill;
            if (colour.a == 0 || (is_casing && !(paint.casing > 0))) continue;
            cairo_new_path(ink);
            if (!add_lines(ink, brush, lines, group)) continue;
            set_colour(ink, colour, brush.opacity);
            set_dash(ink, is_casing ? Paint{} : paint);
            cairo_set_line_width(ink, is_casing ? paint.width + 2 * paint.casing : paint.width);
            cairo_stroke(ink);
        }
}

}  // namespace lykta::viewer
