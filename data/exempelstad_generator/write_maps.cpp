// The map files: see write_maps.hpp. Districts and survey areas are unions of cells, so they fit together without gaps.
// Survey: unsafe share = 0.11–0.34 by kind of quarter, 0.56–0.64 in the four areas planted as felt unsafe.
#include "write_maps.hpp"

#include <fmt/format.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "dice.hpp"
#include "layer_file.hpp"
#include "planted.hpp"

namespace exempelstad {

namespace {

using Folder = std::filesystem::path;
using enum Column::Type;

void write_window(const Town& town, const Folder& folder) {
    LayerFile file(folder / "stadsgrans.gpkg", Format::geopackage, Shape::polygon, {{"namn", text}, {"anm", text}});
    file.add_polygon(town.window, {"Exempelstad", "Påhittad stad, ingen verklig ort"});
}

void write_districts(const Town& town, const Folder& folder) {
    LayerFile file(folder / "stadsdelar.gpkg", Format::geopackage, Shape::multi_polygon,
                   {{"kod", text}, {"namn", text}, {"befolkning", whole}});
    for (std::size_t d = 0; d < districts.size(); ++d) {
        std::vector<Ring> rings;
        for (const Cell& cell : town.cells)
            if (cell.seed.district == static_cast<int>(d)) rings.push_back(cell.ring);
        file.add(*joined(rings),
                 {fmt::format("SD{:02}", d + 1), std::string(districts[d].name), districts[d].population});
    }
}

double unsafe_share(Fill fill, Dice& dice) {
    const double base[] = {0.18, 0.27, 0.15, 0.29, 0.20, 0.24};
    return base[static_cast<int>(fill)] + dice.between(-0.04, 0.05);
}

void write_survey(const Town& town, const Folder& folder) {
    std::map<std::string, std::vector<const Cell*>> areas;
    for (const Cell& cell : town.cells) areas[std::string(cell.seed.survey_area)].push_back(&cell);
    LayerFile file(folder / "trygghetsenkat.gpkg", Format::geopackage, Shape::multi_polygon,
                   {{"omrade", text}, {"antal_svar", whole}, {"antal_otrygga", whole}, {"datum", text}});
    std::uint64_t number = 0;
    for (const auto& [name, cells] : areas) {
        Dice dice(Use::survey, ++number);
        std::vector<Ring> rings;
        Fill fill = Fill::none;
        for (const Cell* cell : cells) {
            rings.push_back(cell->ring);
            if (cell->seed.fill != Fill::none) fill = cell->seed.fill;
        }
        const bool felt = std::any_of(town.planted.begin(), town.planted.end(), [&, area = name](const Planted& p) {
            return p.kind == Why::felt_unsafe && p.name == area;
        });
        const int answers = felt ? 120 + dice.below(40) : 60 + dice.below(110);
        const double share = felt ? dice.between(0.56, 0.64) : unsafe_share(fill, dice);
        file.add(*joined(rings), {name, answers, static_cast<int>(std::round(share * answers)), "2024-10-15"});
    }
}

void write_land(const Town& town, const Folder& folder) {
    LayerFile land(folder / "mark.gpkg", Format::geopackage, Shape::polygon, {{"namn", text}, {"typ", text}});
    for (const NamedRing& park : town.parks) land.add_polygon(park.ring, {park.name, "park"});
    for (const NamedRing& water : town.water) land.add_polygon(water.ring, {water.name, "vatten"});
    for (const Site& site : town.sites)
        land.add_polygon(corners(site.ground), {std::string(site.name), std::string(site.kind)});
    LayerFile rail(folder / "jarnvag.gpkg", Format::geopackage, Shape::line, {{"namn", text}});
    Polyline line = town.rail;
    for (Point& p : line) p = rounded(p);
    rail.add_line(line, {"Järnvägen"});
}

void write_streets(const Town& town, const Folder& folder) {
    LayerFile file(folder / "gator.gpkg", Format::geopackage, Shape::line,
                   {{"id", text}, {"namn", text}, {"typ", text}, {"belysningsklass", text}, {"bredd_m", real}});
    int number = 0;
    for (const Line& s : town.segments) {
        const char* type = s.way == Way::tunnel ? "gångtunnel" : s.way == Way::path ? "gcväg" : "gata";
        file.add_line(s.line, {fmt::format("G{:04}", ++number), s.name, type, s.lighting_class, s.width});
    }
}

void write_buildings(const Town& town, const Folder& folder) {
    LayerFile file(folder / "byggnader.gpkg", Format::geopackage, Shape::polygon,
                   {{"id", text}, {"adress", text}, {"typ", text}, {"hojd_m", real}, {"vaningar", whole}});
    for (const Building& b : town.buildings)
        file.add_polygon(b.ring, {b.id, b.number > 0 ? fmt::format("{} {}", b.street, b.number) : b.street, b.kind,
                                  b.height, b.floors});
}

void write_lamps(const Town& town, const Folder& folder) {
    LayerFile file(folder / "belysning.gpkg", Format::geopackage, Shape::point,
                   {{"id", text},
                    {"gata", text},
                    {"belysningsklass", text},
                    {"ljuspunktshojd_m", real},
                    {"ljusflode_lm", real},
                    {"fargtemperatur_K", whole},
                    {"effekt_W", whole},
                    {"armaturtyp", text},
                    {"status", text},
                    {"bibehallningsfaktor", real}});
    int number = 0;
    for (const Lamp& l : town.lamps)
        file.add_point(l.at, {fmt::format("L{:05}", ++number), l.street, l.lighting_class,
                              l.height_missing ? Value{} : Value{l.height}, l.flux_missing ? Value{} : Value{l.flux},
                              l.kelvin, l.watt, l.luminaire, l.status, l.maintenance});
}

void write_vegetation(const Town& town, const Folder& folder) {
    LayerFile file(folder / "vegetation.shp", Format::shapefile, Shape::polygon,
                   {{"ID", text}, {"TYP", text}, {"ART", text}, {"HOJD_M", real}});
    int number = 0;
    for (const Plant& p : town.plants)
        file.add_polygon(p.ring, {fmt::format("V{:05}", ++number), p.kind, p.species, p.height});
}

/// Two cameras look in from opposite corners of four busy sites.
void write_cameras(const Town& town, const Folder& folder) {
    LayerFile file(
        folder / "kameror.gpkg", Format::geopackage, Shape::point,
        {{"id", text}, {"plats", text}, {"riktning_grader", real}, {"synfalt_grader", real}, {"rackvidd_m", real}});
    int number = 0;
    for (const Site& site : town.sites) {
        if (site.kind != "torg" && site.kind != "station" && site.kind != "köpcentrum" && site.kind != "polis")
            continue;
        for (const double side : {-1.0, 1.0}) {
            const Point at_corner = site.ground.centre + site.ground.axis * (side * 0.8 * site.ground.half_length) +
                                    left_of(site.ground.axis) * (side * 0.8 * site.ground.half_width);
            file.add_point(rounded(at_corner), {fmt::format("K{:02}", ++number), std::string(site.name),
                                                side < 0 ? 45.0 : 225.0, 90.0, 40.0});
        }
    }
}

}  // namespace

void write_maps(const Town& town, const Folder& folder) {
    write_window(town, folder);
    write_districts(town, folder);
    write_survey(town, folder);
    write_land(town, folder);
    write_streets(town, folder);
    write_buildings(town, folder);
    write_lamps(town, folder);
    write_vegetation(town, folder);
    write_cameras(town, folder);
}

}  // namespace exempelstad
