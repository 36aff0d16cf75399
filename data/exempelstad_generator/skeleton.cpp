// The town's bones, drawn by hand on a board of 5,000 × 4,000 units and scaled by 0.78 around E 540 000, N 6 480 000.
// The pattern is invented: no real street, shore or railway was traced.
#include "skeleton.hpp"

#include <algorithm>

namespace exempelstad {

namespace {

constexpr double scale = 0.78, overshoot = 45.0;  // m

Polyline curve(std::initializer_list<Point> board, Ends ends = Ends::open) {
    std::vector<Point> control;
    for (const Point p : board) control.push_back(on_board(p.x, p.y));
    return spline(control, ends);
}

void main_street(Town& town, const char* name, const char* lighting_class, std::initializer_list<Point> board) {
    Polyline line = curve(board);
    line.insert(line.begin(), line.front() + unit(line.front() - line[1]) * overshoot);
    line.push_back(line.back() + unit(line.back() - line[line.size() - 2]) * overshoot);
    town.lines.push_back({line, name, Way::main_street, Fill::none, lighting_class, 12.0});
}

/// Distances along a line where it crosses the other lines or the town limit.
std::vector<double> crossings(const Town& town, const Line& me) {
    std::vector<double> found;
    const auto meet = [&](const Polyline& other) {
        double along = 0;
        for (std::size_t i = 1; i < me.line.size(); ++i) {
            for (std::size_t k = 1; k < other.size(); ++k)
                if (const auto x = crossing(me.line[i - 1], me.line[i], other[k - 1], other[k]))
                    found.push_back(along + x->on_ab * apart(me.line[i - 1], me.line[i]));
            along += apart(me.line[i - 1], me.line[i]);
        }
    };
    for (const Line& other : town.lines)
        if (&other != &me) meet(other.line);
    meet(town.window);
    std::sort(found.begin(), found.end());
    return found;
}

/// The part of a line inside a ring, when only its ends leave it.
Polyline inside_part(const Ring& ring, const Polyline& line) {
    const double whole = length_of(line);
    double from = 0, to = whole, along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        for (std::size_t k = 1; k < ring.size(); ++k)
            if (const auto x = crossing(line[i - 1], line[i], ring[k - 1], ring[k])) {
                const double here = along + x->on_ab * apart(line[i - 1], line[i]);
                if (here > 1.0 && here < whole - 1.0) (inside(ring, line[i]) ? from : to) = here;
            }
        along += apart(line[i - 1], line[i]);
    }
    return slice(line, from, to);
}

/// Every main street was drawn a little too long, so that it surely meets the next; cut it where it does.
void trim_overshoot(Town& town) {
    std::vector<Polyline> trimmed;
    for (const Line& me : town.lines) {
        const auto met = crossings(town, me);
        const double whole = length_of(me.line);
        const bool loop = me.line.front() == me.line.back();
        const double from = !loop && met.front() < 2.5 * overshoot ? met.front() : 0.0;
        const double to = !loop && whole - met.back() < 2.5 * overshoot ? met.back() : whole;
        trimmed.push_back(inside_part(town.window, slice(me.line, from, to)));
    }
    for (std::size_t i = 0; i < trimmed.size(); ++i) town.lines[i].line = trimmed[i];
}

Ring town_limit(const Polyline& shore) {
    Polyline ring = shore;
    const Polyline land = curve({{4850, 330},
                                 {4930, 1200},
                                 {4900, 2000},
                                 {4930, 2850},
                                 {4760, 3420},
                                 {4250, 3800},
                                 {3500, 3900},
                                 {2600, 3930},
                                 {1700, 3890},
                                 {900, 3820},
                                 {330, 3560},
                                 {120, 2900},
                                 {60, 2000},
                                 {90, 1200},
                                 {120, 700}});
    ring.insert(ring.end(), land.begin(), land.end());
    ring.push_back(ring.front());
    return ring;
}

}  // namespace

Point on_board(double x, double y) {
    return {540000.0 + (x - 2450) * scale, 6480000.0 + (y - 1950) * scale};
}

void draw_water_and_rail(Town& town) {
    town.shore = curve({{120, 700},
                        {500, 610},
                        {800, 640},
                        {1100, 520},
                        {1400, 500},
                        {1700, 610},
                        {2050, 640},
                        {2300, 560},
                        {2600, 580},
                        {2900, 500},
                        {3200, 380},
                        {3550, 420},
                        {3900, 330},
                        {4300, 250},
                        {4600, 330},
                        {4850, 330}});
    town.river = curve({{1250, 4100},
                        {1310, 3700},
                        {1180, 3300},
                        {1200, 2950},
                        {1290, 2550},
                        {1180, 2150},
                        {1150, 1800},
                        {1290, 1450},
                        {1270, 1050},
                        {1390, 480}});
    town.rail = curve({{-50, 2960},
                       {500, 2860},
                       {1100, 2740},
                       {1800, 2620},
                       {2500, 2580},
                       {3200, 2590},
                       {3900, 2690},
                       {4500, 2850},
                       {5050, 3040}});
    town.window = town_limit(town.shore);
    town.lake = town.shore;
    for (const Point p : {Point{4950, 330}, Point{5000, 60}, Point{4000, -60}, Point{2500, -20}, Point{1000, -60},
                          Point{0, 60}, Point{-30, 700}})
        town.lake.push_back(on_board(p.x, p.y));
    town.lake.push_back(town.lake.front());
    Ring river = shifted_left(town.river, 15.0);
    const Polyline other = shifted_left(town.river, -15.0);
    river.insert(river.end(), other.rbegin(), other.rend());
    river.push_back(river.front());
    town.water = {{"Exempelsjön", town.lake}, {"Exempelån", river}};
}

void draw_main_streets(Town& town) {
    const Polyline ring = curve({{1650, 1750},
                                 {1700, 2250},
                                 {1830, 2800},
                                 {2250, 3120},
                                 {2900, 3150},
                                 {3380, 2880},
                                 {3560, 2300},
                                 {3520, 1650},
                                 {3270, 1080},
                                 {2750, 850},
                                 {2150, 880},
                                 {1770, 1200}},
                                Ends::closed);
    town.lines.push_back({ring, "Ringvägen", Way::main_street, Fill::none, "C4", 14.0});
    main_street(town, "Storgatan", "C3", {{1650, 1750}, {2050, 1790}, {2450, 1750}, {2980, 1770}, {3540, 1740}});
    main_street(town, "Västra vägen", "C4", {{1650, 1750}, {1300, 1730}, {900, 1820}, {500, 1830}, {-20, 1760}});
    main_street(town, "Östra vägen", "C4", {{3540, 1740}, {3900, 1690}, {4350, 1760}, {5020, 1690}});
    main_street(town, "Järnvägsgatan", "C3", {{1762, 2520}, {2150, 2500}, {2500, 2480}, {3000, 2480}, {3527, 2500}});
    main_street(town, "Kungsgatan", "C3", {{2470, 2480}, {2440, 2100}, {2450, 1750}, {2420, 1300}, {2440, 832}});
    main_street(town, "Drottninggatan", "C3",
                {{3010, 930}, {3000, 1350}, {2980, 1770}, {3010, 2200}, {3000, 2480}, {2960, 2800}, {2900, 3150}});
    main_street(town, "Norra vägen", "C4", {{2560, 3155}, {2600, 3450}, {2520, 3700}, {2600, 4000}});
    main_street(town, "Kvarnvägen", "C4", {{1900, 2895}, {1550, 3020}, {1200, 3080}, {700, 3180}, {80, 3100}});
    main_street(town, "Sjövägen", "C4", {{1770, 1200}, {1500, 1210}, {1100, 1190}, {650, 1230}, {20, 1130}});
    main_street(town, "Industrivägen", "C4", {{3380, 2880}, {3750, 3020}, {4200, 3150}, {4950, 3420}});
    main_street(town, "Strandvägen", "C4", {{3270, 1080}, {3600, 900}, {4100, 850}, {4500, 780}, {5000, 820}});
    main_street(town, "Västra länken", "C5",
                {{480, 1220}, {620, 1500}, {600, 1835}, {560, 2300}, {620, 2700}, {560, 3175}});
    main_street(town, "Östra länken", "C5",
                {{4250, 838}, {4360, 1250}, {4300, 1757}, {4380, 2200}, {4300, 2700}, {4330, 3200}});
    main_street(
        town, "Skogsvägen", "C5",
        {{830, 3165}, {900, 3480}, {1350, 3600}, {1900, 3560}, {2560, 3610}, {3200, 3560}, {3700, 3480}, {4050, 3110}});
    main_street(town, "Hamngatan", "P2", {{2100, 895}, {2130, 740}, {2450, 690}, {2780, 690}, {2850, 860}});
    main_street(town, "Fiskaregränd", "C5", {{2105, 770}, {2080, 640}, {2080, 560}});
    main_street(town, "Kajvägen", "C5", {{2790, 690}, {2850, 560}, {2870, 430}});
    main_street(town, "Strandängsvägen", "C5", {{4060, 850}, {4040, 600}, {4080, 200}});
    trim_overshoot(town);
}

void draw_parks(Town& town) {
    const auto park = [&](const char* name, std::initializer_list<Point> board) {
        town.parks.push_back({name, curve(board, Ends::closed)});
    };
    park("Stadsparken",
         {{1960, 1060}, {2200, 1010}, {2340, 1120}, {2330, 1350}, {2180, 1450}, {1970, 1400}, {1890, 1220}});
    park("Åparken", {{1380, 1850}, {1560, 1860}, {1600, 2250}, {1620, 2480}, {1430, 2480}, {1330, 2150}});
    park("Norrskogsparken", {{1750, 3160}, {2050, 3120}, {2250, 3250}, {2230, 3440}, {1950, 3490}, {1700, 3400}});
    park("Österparken", {{3900, 1980}, {4120, 1960}, {4230, 2120}, {4180, 2330}, {3950, 2350}, {3850, 2180}});
    park("Strandparken", {{3400, 560}, {3650, 520}, {3950, 480}, {4000, 620}, {3800, 730}, {3500, 740}});
    park("Västerboparken", {{820, 2060}, {980, 2020}, {1060, 2180}, {1040, 2380}, {880, 2400}, {780, 2230}});
}

}  // namespace exempelstad
