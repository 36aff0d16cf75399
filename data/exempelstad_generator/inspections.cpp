// Inspections (trygghetsbesiktning): 300 blocks of flats, every house of the planted "doors" places first, then estate
// and town houses evenly. An item fails with probability 0.8 at a planted house when it is about doors and basements,
// else 0.05 (0 within 120 m of the planted places that must have no remarks).
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planted.hpp"
#include "tables.hpp"

namespace exempelstad {

namespace {

struct Item {
    std::string_view text;
    int weight;
    bool mandatory, about_doors;
};
constexpr Item items[] = {
    {"Entrédörr går i lås av sig själv", 5, true, true},
    {"Entrédörr med glasruta, sikt in och ut", 2, false, false},
    {"Portkod bytt senaste året", 3, true, true},
    {"Porttelefon eller låst dygnet runt", 3, false, true},
    {"Källardörr låst och hel", 5, true, true},
    {"Källarförråd med täta väggar", 4, true, true},
    {"Förrådsdörr med godkänt lås", 4, true, true},
    {"Cykelrum låst", 3, false, true},
    {"Belysning vid entré fungerar", 4, true, false},
    {"Belysning i källargång fungerar", 3, true, false},
    {"Sikt vid entré, inga buskar över 0,8 m", 3, true, false},
    {"Tvättstuga låst, med fönster", 2, false, false},
    {"Soprum låst", 2, false, false},
    {"Klotter borttaget inom 24 timmar", 1, false, false},
    {"Garage låst och upplyst", 3, false, false},
};

std::vector<int> inspected(const Town& town, std::set<int>& planted) {
    for (const Planted& place : town.planted) planted.insert(place.buildings.begin(), place.buildings.end());
    std::vector<int> chosen(planted.begin(), planted.end()), others;
    for (std::size_t i = 0; i < town.buildings.size(); ++i)
        if (town.buildings[i].kind == "flerbostadshus" && !planted.contains(static_cast<int>(i)))
            others.push_back(static_cast<int>(i));
    const double step = static_cast<double>(others.size()) / static_cast<double>(300 - chosen.size());
    for (double at = 0; chosen.size() < 300; at += step) chosen.push_back(others[static_cast<std::size_t>(at)]);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::string state(double fails, Dice& dice) {
    if (dice.chance(fails)) return "ej godkänd";
    const double u = dice.uniform();
    return u < 0.06 ? "ej kontrollerad" : u < 0.10 ? "åtgärdad" : "godkänd";
}

}  // namespace

std::string inspections_csv(const Town& town) {
    std::string csv = "byggnad;adress;N;E;post;vikt;obligatorisk;status;datum\r\n";
    std::set<int> planted;
    for (const int i : inspected(town, planted)) {
        const Building& b = town.buildings[static_cast<std::size_t>(i)];
        Dice dice(Use::inspections, static_cast<std::uint64_t>(i));
        const std::string date = fmt::format("2024-{:02}-{:02}", 3 + dice.below(4), 1 + dice.below(28));
        using enum Why;
        const bool clean = to_planted(town, b.entrance, {dark, shrubs, none_physical}) < 120;
        for (const Item& item : items) {
            const double fails = planted.contains(i) && item.about_doors ? 0.8 : clean ? 0.0 : 0.05;
            csv += fmt::format("{};{} {};{};{};{};{};{};{};{}\r\n", b.id, b.street, b.number,
                               decimal_comma(b.entrance.y, 2), decimal_comma(b.entrance.x, 2), item.text, item.weight,
                               item.mandatory ? "ja" : "nej", state(fails, dice), date);
        }
    }
    return csv;
}

}  // namespace exempelstad
