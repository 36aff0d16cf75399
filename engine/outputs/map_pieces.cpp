// Lines, markers, names, scale and north of an SVG map.
#include "outputs/map_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "outputs/html.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

/// "M x y L …" of the parts of a line that can be seen; a long street costs only what is in the view.
void append_line(std::string& d, const MapView& view, const Polyline& line) {
    const Box world = view.world.expanded(20 / view.scale());
    Point last{};
    bool drawing = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        Point a = line[i], b = line[i + 1];
        if (!clip_segment(world, a, b)) continue;
        const Point from = view.at(a), to = view.at(b);
        if (!drawing || !(last == a)) d += fmt::format("M{} {}", px(from.x), px(from.y));
        d += fmt::format("L{} {}", px(to.x), px(to.y));
        drawing = true;
        last = b;
    }
}

bool ring_in_view(const MapView& view, const Ring& ring) {
    const Box box = box_of(ring), world = view.world;
    return box.max_x >= world.min_x && box.min_x <= world.max_x && box.max_y >= world.min_y && box.min_y <= world.max_y;
}

/// 1, 2 or 5 times a power of ten, at most the length.
double round_down(double length) {
    const double power = std::pow(10.0, std::floor(std::log10(length)));
    for (const double step : {5.0, 2.0})
        if (length >= step * power) return step * power;
    return power;
}

/// The longest straight piece of a street in the view: where its name can stand.
struct NamePlace {
    std::string name;
    Point from, to;
    double size = 0;
};

std::vector<NamePlace> name_places(const MapView& view, const std::vector<layers::Street>& streets) {
    std::vector<NamePlace> found;
    for (const auto& street : streets) {
        if (street.name.empty()) continue;
        for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
            Point from = street.line[i], to = street.line[i + 1];
            if (!clip_segment(view.world.expanded(-14 / view.scale()), from, to)) continue;
            const Point a = view.at(from), b = view.at(to);
            found.push_back({street.name, a, b, distance(a, b)});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const NamePlace& p, const NamePlace& q) { return p.size > q.size; });
    return found;
}

std::string name_svg(const NamePlace& place) {
    const bool left_to_right = place.from.x <= place.to.x;
    const Point a = left_to_right ? place.from : place.to, b = left_to_right ? place.to : place.from;
    const double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
    return fmt::format(
        "<text class=\"m-name\" transform=\"translate({} {}) rotate({})\" y=\"-4\" text-anchor=\"middle\">{}</text>",
        px((a.x + b.x) / 2), px((a.y + b.y) / 2), px(angle), html_text(place.name));
}

}  // namespace

bool clip_segment(const Box& box, Point& a, Point& b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double step[] = {-dx, dx, -dy, dy},
                 room[] = {a.x - box.min_x, box.max_x - a.x, a.y - box.min_y, box.max_y - a.y};
    double enter = 0, leave = 1;
    for (int side = 0; side < 4; ++side) {
        if (step[side] == 0 && room[side] < 0) return false;
        if (step[side] < 0) enter = std::max(enter, room[side] / step[side]);
        if (step[side] > 0) leave = std::min(leave, room[side] / step[side]);
    }
    if (enter > leave) return false;
    const Point start = a;
    if (leave < 1) b = {start.x + leave * dx, start.y + leave * dy};
    if (enter > 0) a = {start.x + enter * dx, start.y + enter * dy};
    return true;
}

std::string lines_svg(const MapView& view, const std::vector<Polyline>& lines, std::string_view css_class) {
    std::string d;
    for (const auto& line : lines) append_line(d, view, line);
    return d.empty() ? "" : fmt::format("<path class=\"{}\" d=\"{}\"/>", css_class, d);
}

std::string shapes_svg(const MapView& view, const std::vector<Ring>& rings, std::string_view css_class) {
    std::string d;
    for (const auto& ring : rings) {
        if (ring.empty() || !ring_in_view(view, ring)) continue;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point p = view.at(ring[i]);
            d += fmt::format("{}{} {}", i == 0 ? "M" : "L", px(p.x), px(p.y));
        }
        d += "Z";
    }
    return d.empty() ? "" : fmt::format("<path class=\"{}\" d=\"{}\"/>", css_class, d);
}

std::vector<Point> placed_markers(const std::vector<Point>& at, const std::vector<double>& radius) {
    std::vector<Point> placed;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const auto is_free = [&](Point p) {
            for (std::size_t k = 0; k < placed.size(); ++k)
                if (distance(p, placed[k]) < radius[i] + radius[k] + 1) return false;
            return true;
        };
        Point best = at[i];
        for (int ring = 0; ring < 12 && !is_free(best); ++ring)
            for (int step = 0; step < 16 && !is_free(best); ++step) {
                const double angle = step * std::numbers::pi / 8, reach = radius[i] * (1.2 + ring * 0.6);
                best = {at[i].x + reach * std::cos(angle), at[i].y - reach * std::sin(angle)};
            }
        placed.push_back(best);
    }
    return placed;
}

std::string markers_svg(const MapView& view, const RunResult& result) {
    const std::size_t count = std::min<std::size_t>(result.places.size(), 200);
    std::vector<Point> centres;
    std::vector<double> radius;
    for (std::size_t i = 0; i < count; ++i) {
        centres.push_back(view.at(result.places[i].place.centre));
        radius.push_back(i < places_in_full ? 13 : 8);
    }
    const auto spots = placed_markers(centres, radius);
    std::string leaders, markers;
    for (std::size_t i = 0; i < count; ++i) {
        if (distance(spots[i], centres[i]) > 1)
            leaders += fmt::format("<path class=\"m-leader\" d=\"M{} {}L{} {}\"/>", px(centres[i].x), px(centres[i].y),
                                   px(spots[i].x), px(spots[i].y));
        const bool first = i < places_in_full;
        markers += fmt::format(
            "<g class=\"{5}\"><circle cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/><text x=\"{0}\" y=\"{3}\" "
            "text-anchor=\"middle\">{4}</text></g>",
            px(spots[i].x), px(spots[i].y), px(radius[i]), px(spots[i].y + (first ? 4.5 : 3)), result.places[i].rank,
            first ? "m-marker" : "m-marker small");
    }
    return leaders + markers;
}

std::string street_names_svg(const MapView& view, const RunResult& result) {
    if (!result.layers || !result.layers->streets) return "";
    std::string out;
    std::set<std::string> named;
    std::vector<Point> taken;
    for (const auto& place : name_places(view, result.layers->streets->streets)) {
        const Point middle{(place.from.x + place.to.x) / 2, (place.from.y + place.to.y) / 2};
        const double room = 3.4 * static_cast<double>(place.name.size());
        const bool crowded =
            std::any_of(taken.begin(), taken.end(), [&](Point p) { return distance(p, middle) < 40 + room; });
        if (named.size() >= 6 || place.size < 1.2 * room || crowded || !named.insert(place.name).second) continue;
        taken.push_back(middle);
        out += name_svg(place);
    }
    return out;
}

std::string scale_and_north_svg(const MapView& view) {
    const double metres = round_down(view.world.width() * 0.24), width = metres * view.scale(), y = view.height - 14;
    const std::string label = metres >= 1000 ? number_text(metres / 1000, 0) + " km" : number_text(metres, 0) + " m";
    const double x = view.width - 22;
    return fmt::format(
        "<g class=\"m-scale\"><rect class=\"m-plate\" x=\"8\" y=\"{}\" width=\"{}\" height=\"30\"/><path d=\"M16 "
        "{}v6h{}v-6\"/>"
        "<text x=\"16\" y=\"{}\">{}</text></g>"
        "<g class=\"m-north\"><circle class=\"m-plate\" cx=\"{}\" cy=\"26\" r=\"18\"/><path d=\"M{} 12l6 17l-6 -4l-6 "
        "4z\"/><text x=\"{}\" y=\"41\" text-anchor=\"middle\">N</text></g>",
        px(view.height - 38), px(std::max(width, 44.0) + 16), px(y - 6), px(width), px(y - 10), html_text(label), px(x),
        px(x), px(x));
}

}  // namespace lykta::outputs
