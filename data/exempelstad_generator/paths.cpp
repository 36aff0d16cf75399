// Walking and cycling paths. A park gets a loop (its outline drawn in to 72 %) and spokes from its middle to the
// nearest streets; promenades are the shore, river and railway shifted sideways; a dead end gets a short cut to the
// nearest other street within 95 m unless water, rail or a park lies between.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "network.hpp"
#include "skeleton.hpp"
#include "streets.hpp"

namespace exempelstad {

namespace {

void add_path(Town& town, const Polyline& line, const std::string& name, Way way = Way::path) {
    if (line.size() > 1 && length_of(line) > 8)
        town.lines.push_back({simplified(line, 0.3), name, way, Fill::none, "P5", way == Way::tunnel ? 4.0 : 3.0});
}

void add_hand_path(Town& town, const char* name, std::initializer_list<Point> board) {
    std::vector<Point> control;
    for (const Point p : board) control.push_back(on_board(p.x, p.y));
    add_path(town, spline(control, Ends::open), name);
}

/// The parts of a line inside the window and out of the lake, ended 4 m before they would leave.
void add_promenade(Town& town, const Polyline& line, const std::string& name) {
    Polyline run;
    const Polyline dense = densified(line, 5.0);
    for (std::size_t i = 0; i <= dense.size(); ++i) {
        if (i < dense.size() && inside(town.window, dense[i])) {
            run.push_back(dense[i]);
        } else {
            if (run.size() > 30) add_path(town, run, name);
            run.clear();
        }
    }
}

/// Nearest point on any street (not path) to p.
Nearest nearest_street(const std::vector<Line>& lines, Point p) {
    Nearest best;
    for (const Line& line : lines)
        if (line.way == Way::street || line.way == Way::main_street)
            if (const Nearest n = nearest(line.line, p); n.distance < best.distance) best = n;
    return best;
}

void park_paths(Town& town, const NamedRing& park) {
    const Point middle = middle_of(park.ring);
    Polyline loop;
    for (const Point p : park.ring) loop.push_back(middle + (p - middle) * 0.72);
    add_path(town, loop, park.name + "s slinga");
    const double around = length_of(park.ring);
    for (int spoke = 0; spoke < 5; ++spoke) {
        const Point edge = at(park.ring, around * (spoke + 0.3) / 5).point;
        const Nearest street = nearest_street(town.lines, edge);
        if (street.distance > 170) continue;
        const Point bent = (edge + middle) * 0.5 + left_of(edge - middle) * 0.12;
        const std::vector<Point> control{street.point, edge, bent, middle};
        add_path(town, spline(control, Ends::open), park.name + "s stråk");
    }
}

void tunnel(Town& town, const char* name, Point from, Point to) {
    const Point direction = unit(to - from);
    const Nearest start = nearest_street(town.lines, from - direction * 45);
    add_path(town, {start.point, from}, std::string(name) + "s väg");
    add_path(town, {from, to}, name, Way::tunnel);
}

void tunnels(Town& town) {
    tunnel(town, "Norrbackatunneln", on_board(2090, 2560), on_board(2090, 2634));
    const Nearest north = nearest_street(town.lines, on_board(2090, 2740));
    add_path(town, {on_board(2090, 2634), on_board(2093, 2690), north.point}, "Norrbackatunnelns väg");
    tunnel(town, "Åtunneln", on_board(1705, 2060), on_board(1652, 2066));
    add_path(town, {on_board(1652, 2066), on_board(1590, 2080), on_board(1480, 2110)}, "Åtunnelns väg");
}

/// Every public site can be walked to from the nearest street.
void site_paths(Town& town) {
    for (const Site& site : town.sites) {
        const Point goal = site.ground.centre - left_of(site.ground.axis) * (site.ground.half_width * 0.5);
        add_path(town, {nearest_street(town.lines, goal).point, goal}, fmt::format("Gångväg {}", site.name));
    }
}

void hand_paths(Town& town) {
    add_hand_path(town, "Åbrons väg", {{1000, 2190}, {1120, 2150}, {1300, 2130}, {1480, 2140}});
    add_hand_path(town, "Skogsslingan",
                  {{3000, 3590}, {3250, 3720}, {3650, 3700}, {3950, 3560}, {4180, 3380}, {4340, 3170}});
    add_hand_path(town, "Skogsslingan norra", {{2550, 3650}, {2900, 3750}, {3250, 3720}});
    add_hand_path(town, "Kvarnskogsstigen", {{360, 3130}, {330, 3300}, {520, 3480}, {880, 3440}});
    add_hand_path(town, "Hagstigen", {{590, 2540}, {380, 2560}, {280, 2350}, {300, 2080}, {400, 1840}});
    add_hand_path(town, "Norrskogsstigen", {{1420, 3070}, {1560, 3250}, {1850, 3300}, {2250, 3380}, {2585, 3400}});
    add_hand_path(town, "Norrskogsstigen norra", {{1500, 3590}, {1620, 3450}, {1850, 3300}, {2050, 3080}});
    add_hand_path(town, "Strandängsstigen", {{3300, 1050}, {3360, 800}, {3500, 600}, {3600, 480}});
    add_hand_path(town, "Strandängsstigen östra", {{3600, 890}, {3680, 640}, {3850, 560}, {4040, 610}});
}

std::map<Point, int> ends_met(const std::vector<Line>& segments) {
    std::map<Point, int> met;
    for (const Line& s : segments) {
        ++met[s.line.front()];
        ++met[s.line.back()];
    }
    return met;
}

/// From a dead end to the nearest street it does not already belong to.
void short_cuts(Town& town, const Keep& keep) {
    const auto segments = cut_at_intersections(town.lines);
    std::vector<Polyline> found;
    for (const auto& [end, count] : ends_met(segments)) {
        if (count != 1) continue;
        Nearest best;
        for (const Line& s : segments) {
            if (s.way == Way::tunnel || s.line.front() == end || s.line.back() == end) continue;
            if (const Nearest n = nearest(s.line, end); n.distance < best.distance) best = n;
        }
        if (best.distance > 95 || best.distance < 4) continue;
        bool open = true;
        for (const Point p : densified(Polyline{end, best.point}, 4.0))
            open = open && keep.dry(p) && keep.off_sites(p) && inside(town.window, p);
        if (open) found.push_back({end, best.point});
    }
    int number = 0;
    for (const Polyline& line : found) add_path(town, line, fmt::format("Genvägen {}", ++number));
}

void name_courtyard_paths(Town& town) {
    std::map<std::string, int> count;
    for (Line& line : town.lines) {
        if (!line.name.empty()) continue;
        const Point middle = at(line.line, length_of(line.line) / 2).point;
        for (const Cell& cell : town.cells)
            if (inside(cell.ring, middle)) {
                const std::string area(cell.seed.survey_area);
                line.name = fmt::format("Gångväg {} {}", area, ++count[area]);
            }
        if (line.name.empty()) line.name = "Gångväg";
    }
}

}  // namespace

void lay_paths(Town& town, StreetNames& names) {
    const Keep keep(town);
    tunnels(town);
    for (const NamedRing& park : town.parks) park_paths(town, park);
    site_paths(town);
    hand_paths(town);
    add_promenade(town, shifted_left(town.river, 34), "Åpromenaden");
    add_promenade(town, shifted_left(town.shore, 20), "Strandpromenaden");
    add_promenade(town, shifted_left(town.rail, 30), "Banvallsstigen");
    short_cuts(town, keep);
    name_courtyard_paths(town);
    for (const Line& line : town.lines) names.reserve(line.name);
}

}  // namespace exempelstad
