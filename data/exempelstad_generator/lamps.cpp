// Lamps: one row along each segment, at equal spacing s ≤ the class's own. For a Lambertian luminaire (I = Φ/π · cosγ)
// at height h and distance o beside the line, E(x) = Φ·MF/π · h²/(h²+o²+x²)²; over a long row the mean on the line is
//     Ē = (1/s) ∫ E dx = Φ·MF·h² / (2·s·(h²+o²)^1.5),
// so the flux for a class average Ē is Φ = 2·s·Ē·(h²+o²)^1.5 / (MF·h²); 35 % is added: short pieces between crossings
// are lit less evenly. Class averages: EN 13201-2 (P2 10, P3 7.5, P4 5, P5 3, C3 15, C4 10, C5 7.5 lx).
#include "lamps.hpp"

#include <algorithm>
#include <cmath>

#include "dice.hpp"
#include "planted.hpp"

namespace exempelstad {

namespace {

struct LampRule {
    std::string_view lighting_class;
    double average;          ///< lx
    double height, spacing;  ///< m
    std::string_view luminaire;
};
constexpr LampRule rules[] = {
    {"C3", 15, 10, 30, "Gatuarmatur LED stor"}, {"C4", 10, 10, 30, "Gatuarmatur LED stor"},
    {"C5", 7.5, 10, 31, "Gatuarmatur LED"},     {"P2", 10, 6, 27, "Parkarmatur LED"},
    {"P3", 7.5, 7, 31, "Gatuarmatur LED"},      {"P4", 5, 7, 32, "Gatuarmatur LED"},
    {"P5", 3, 6, 27, "Parkarmatur LED"},
};

const LampRule& rule_of(const std::string& lighting_class) {
    for (const LampRule& rule : rules)
        if (rule.lighting_class == lighting_class) return rule;
    return rules[5];
}

/// Paths in the woods never had lamps; that is how such paths are.
bool never_lit(const Line& line) {
    return line.name.starts_with("Skogsslingan") || line.name == "Kvarnskogsstigen" || line.name == "Hagstigen";
}

Lamp lamp_on(const Line& line, double along, double spacing, double side, Dice& dice) {
    const LampRule& rule = rule_of(line.lighting_class);
    const OnCurve spot = at(line.line, along);
    const bool tunnel = line.way == Way::tunnel, sodium = line.way == Way::street && dice.chance(0.10);
    Lamp lamp;
    const double out = tunnel ? 0 : line.width / 2 + 0.7;
    lamp.at = rounded(spot.point + left_of(spot.direction) * (side * out));
    lamp.lighting_class = line.lighting_class;
    lamp.street = line.name;
    lamp.status = "i drift";
    lamp.height = tunnel ? 3.0 : rule.height;
    lamp.maintenance = sodium ? 0.7 : 0.8;
    lamp.luminaire = tunnel ? "Tunnelarmatur LED" : sodium ? "Natriumarmatur" : rule.luminaire;
    lamp.kelvin = sodium ? 2000 : dice.chance(0.8) ? 3000 : 4000;
    const double square = lamp.height * lamp.height + out * out;
    const double flux =
        1.35 * 2 * spacing * rule.average * square * std::sqrt(square) / (lamp.maintenance * lamp.height * lamp.height);
    lamp.flux = std::ceil(flux / 100) * 100;
    lamp.watt = static_cast<int>(lamp.flux / (sodium ? 90 : 130)) + 3;
    return lamp;
}

void light_line(Town& town, const Line& line, std::uint64_t number) {
    const double whole = length_of(line.line);
    if (whole < 12 || never_lit(line)) return;
    Dice dice(Use::lamps, number);
    const double side = dice.chance(0.5) ? 1 : -1;
    const int count = std::max(
        1, static_cast<int>(std::ceil(whole / (line.way == Way::tunnel ? 10 : rule_of(line.lighting_class).spacing))));
    const double spacing = whole / count;
    for (int i = 0; i < count; ++i)
        town.lamps.push_back(lamp_on(line, (i + 0.5) * spacing, std::max(spacing, 18.0), side, dice));
}

/// Open places lit from their four corners: squares, car parks, school yards, the station.
void light_sites(Town& town) {
    std::uint64_t number = 100'000;
    for (const Site& site : town.sites) {
        Dice dice(Use::lamps, ++number);
        const Slab& g = site.ground;
        for (const double u : {-0.7, 0.0, 0.7})
            for (const double v : {-0.9, 0.9}) {
                const Point spot = g.centre + g.axis * (u * g.half_length) + left_of(g.axis) * (v * g.half_width);
                const Line post{{spot, spot + g.axis}, std::string(site.name), Way::street, Fill::none, "P2", 0};
                if (clearance(site.house, spot, spot) > 1.5 || site.house.half_length == 0)
                    town.lamps.push_back(lamp_on(post, 0, 30, 1, dice));
            }
    }
}

/// Of the lamps within 78 m of a dark planted place two in three are out and one in three is gone.
void darken(Town& town) {
    int count = 0;
    for (Lamp& lamp : town.lamps)
        if (to_planted(town, lamp.at, {Why::dark, Why::looks_dark}) < 78) {
            lamp.status = "släckt";
            lamp.removed = ++count % 3 == 0;
        }
    std::erase_if(town.lamps, [](const Lamp& lamp) { return lamp.removed; });
}

/// 3 % out, 2.5 % unknown status, 2 % without flux, 1.5 % without height; never near the planted places.
void add_faults(Town& town) {
    for (std::size_t i = 0; i < town.lamps.size(); ++i) {
        Lamp& lamp = town.lamps[i];
        Dice dice(Use::lamp_faults, i);
        using enum Why;
        if (to_planted(town, lamp.at, {dark, shrubs, doors, none_physical, looks_dark}) < 150) continue;
        if (dice.chance(0.03))
            lamp.status = "släckt";
        else if (dice.chance(0.025))
            lamp.status = "okänd";
        lamp.flux_missing = dice.chance(0.02);
        lamp.height_missing = dice.chance(0.015);
    }
}

}  // namespace

void hang_lamps(Town& town) {
    std::uint64_t number = 0;
    for (const Line& line : town.segments) light_line(town, line, ++number);
    light_sites(town);
    darken(town);
    add_faults(town);
}

}  // namespace exempelstad
