// Planting: each wish names a kind, a spot on the drawing board and a number of incidents; it is moved to the nearest
// path (dark, shrubs, looks dark), the nearest estate houses (doors), a site or street (no physical reason) or the
// survey area it lies in (felt unsafe). Hot places must end up at least 250 m apart; the generator stops otherwise.
#include "planted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "skeleton.hpp"

namespace exempelstad {

namespace {

struct Wish {
    Why kind;
    const char* name;
    double x, y;  ///< drawing board
    int incidents;
};
constexpr Wish wishes[] = {
    {Why::dark, "Norrbackatunneln", 2090, 2597, 190},
    {Why::dark, "Åtunneln", 1678, 2063, 210},
    {Why::dark, "Stadsparken, mittstråket", 2126, 1229, 230},
    {Why::dark, "Norrskogsparken, mittstråket", 1990, 3310, 150},
    {Why::dark, "Österparken, mittstråket", 4040, 2150, 175},
    {Why::dark, "Strandparken, slingan", 3700, 630, 160},
    {Why::shrubs, "Gångvägen norr om Västerboparken", 900, 2560, 170},
    {Why::shrubs, "Åpromenaden vid Åstaden", 1360, 1560, 185},
    {Why::shrubs, "Gångvägen i Hagalund", 3430, 3370, 180},
    {Why::shrubs, "Gångvägen i Österlund", 3720, 2270, 190},
    {Why::shrubs, "Strandpromenaden vid Solviks strand", 782, 650, 150},
    {Why::shrubs, "Banvallsstigen vid Industristaden", 4360, 2890, 160},
    {Why::doors, "Västerbo, kvarteret vid ån", 1110, 2330, 175},
    {Why::doors, "Västerbo, södra gårdarna", 1010, 1960, 165},
    {Why::doors, "Norrbacka västra gårdarna", 2330, 2880, 190},
    {Why::doors, "Norrbacka östra gårdarna", 3250, 2960, 180},
    {Why::doors, "Hagalund, södra gårdarna", 2960, 3480, 185},
    {Why::doors, "Österlund, norra gårdarna", 4050, 2560, 175},
    {Why::none_physical, "Stortorget", 2530, 1825, 330},
    {Why::none_physical, "Stationens entré", 2540, 2515, 330},
    {Why::none_physical, "Storgatan, krogstråket", 3200, 1765, 340},
    {Why::none_physical, "Rosenhillsskolans skolgård", 3790, 1480, 190},
    {Why::none_physical, "Köpcentrumet Exempelhallen", 3690, 2815, 260},
    {Why::none_physical, "Hamnparkeringen", 3010, 745, 200},
    {Why::felt_unsafe, "Kvarnby", 900, 2980, 0},
    {Why::felt_unsafe, "Solvik", 900, 1480, 0},
    {Why::felt_unsafe, "Lärkbacken", 4650, 2300, 0},
    {Why::felt_unsafe, "Skogslyckan", 1700, 3740, 0},
    {Why::looks_dark, "Skogsslingan", 3650, 3700, 0},
    {Why::looks_dark, "Kvarnskogsstigen", 330, 3300, 0},
    {Why::looks_dark, "Hagstigen", 280, 2350, 0},
    {Why::looks_dark, "Åpromenaden norra", 1310, 3420, 0},
    {Why::looks_dark, "Strandpromenaden östra", 3200, 400, 0},
    {Why::looks_dark, "Norrskogsstigen västra", 1530, 3230, 0},
};

constexpr const char* reasons[] = {
    "the lamps of this stretch are out or missing; incidents are mostly outdoors in the dark",
    "dense shrubs, 1.5-3 m high, within 2-4 m of the path on both sides; the path is lit; incidents by day and evening",
    "entrance, basement and storage doors failed inspection; burglaries and damage at these houses; lit, no shrubs",
    "many people meet here; lit, open, no inspection remarks: no physical reason",
    "a large share of those asked feel unsafe in this survey area, yet few incidents are recorded",
    "dark stretch, but no excess of incidents: must not be taken for a hot place",
};

bool is_path(Why kind) {
    return kind == Why::dark || kind == Why::shrubs || kind == Why::looks_dark;
}

/// The nearest line of the wanted sort, and 70 m of it to both sides of the foot.
void put_on_line(const Town& town, Planted& place) {
    Nearest best;
    const Line* found = nullptr;
    for (const Line& line : town.lines) {
        const bool path = line.way == Way::path || line.way == Way::tunnel;
        if (path != is_path(place.kind)) continue;
        if (const Nearest n = nearest(line.line, place.centre); n.distance < best.distance) {
            best = n;
            found = &line;
        }
    }
    place.centre = rounded(best.point);
    place.direction = best.direction;
    place.stretch =
        slice(found->line, std::max(0.0, best.along - 70), std::min(length_of(found->line), best.along + 70));
}

/// The four estate houses whose entrances are nearest, at most 75 m from the nearest of them.
void put_on_houses(const Town& town, Planted& place) {
    std::vector<std::pair<double, int>> by_distance;
    for (std::size_t i = 0; i < town.buildings.size(); ++i)
        if (town.buildings[i].fill == Fill::estate)
            by_distance.push_back({apart(town.buildings[i].entrance, place.centre), static_cast<int>(i)});
    std::sort(by_distance.begin(), by_distance.end());
    const auto entrance = [&](int b) { return town.buildings[static_cast<std::size_t>(b)].entrance; };
    Point sum;
    for (const auto& [distance, b] : by_distance) {
        if (place.buildings.size() == 4) break;
        if (apart(entrance(b), entrance(by_distance.front().second)) > 75) continue;
        place.buildings.push_back(b);
        sum = sum + entrance(b);
    }
    place.centre = rounded(sum * (1.0 / static_cast<double>(place.buildings.size())));
}

void put_on_area(const Town& town, Planted& place) {
    for (const Cell& cell : town.cells)
        if (inside(cell.ring, place.centre)) {
            place.name = cell.seed.survey_area;
            place.centre = rounded(middle_of(cell.ring));
            place.radius = std::round(std::sqrt(area_of(cell.ring) / 3.14159265));
        }
}

void check_distances(const Town& town) {
    std::string near;
    for (const Planted& a : town.planted)
        for (const Planted& b : town.planted)
            if (&a < &b && is_hot(a.kind) && b.kind != Why::felt_unsafe && apart(a.centre, b.centre) < 250)
                near += fmt::format("{} and {} are {:.0f} m apart. ", a.name, b.name, apart(a.centre, b.centre));
    if (!near.empty()) throw std::logic_error(near);
}

}  // namespace

void plant_truth(Town& town) {
    for (const Wish& wish : wishes) {
        Planted place{.id = fmt::format("T{:02}", town.planted.size() + 1),
                      .name = wish.name,
                      .why = reasons[static_cast<int>(wish.kind)],
                      .kind = wish.kind,
                      .centre = on_board(wish.x, wish.y),
                      .incidents = wish.incidents,
                      .stretch = {},
                      .buildings = {}};
        const bool site = std::any_of(town.sites.begin(), town.sites.end(), [&](const Site& s) {
            return clearance(s.ground, place.centre, place.centre) < 1;
        });
        if (wish.kind == Why::doors)
            put_on_houses(town, place);
        else if (wish.kind == Why::felt_unsafe)
            put_on_area(town, place);
        else if (!site || wish.kind != Why::none_physical)
            put_on_line(town, place);
        town.planted.push_back(place);
    }
    check_distances(town);
}

double to_planted(const Town& town, Point p, std::initializer_list<Why> kinds) {
    double least = 1e300;
    for (const Planted& place : town.planted)
        if (std::find(kinds.begin(), kinds.end(), place.kind) != kinds.end())
            least = std::min(least, apart(place.centre, p));
    return least;
}

std::string_view why_code(Why kind) {
    constexpr std::string_view codes[] = {"dark", "shrubs", "doors", "no_physical_reason", "felt_unsafe", "looks_dark"};
    return codes[static_cast<int>(kind)];
}

}  // namespace exempelstad
