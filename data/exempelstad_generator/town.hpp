// The invented town as values: what each step of the generator adds, in the order the steps run (see main.cpp).
// Coordinates: SWEREF 99 TM, metres. The town, its streets, names and incidents are made up.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plane.hpp"

namespace exempelstad {

enum class Way { main_street, street, path, tunnel };
enum class Fill { none, centre, villas, estate, industry, harbour };  ///< how a cell is built

/// A street or path in one piece with one name.
struct Line {
    Polyline line;
    std::string name;
    Way way = Way::street;
    Fill fill = Fill::none;  ///< of the cell it was made for
    std::string lighting_class = "P4";
    double width = 7.0;  ///< m, kerb to kerb with pavements
};

/// A hand-placed seed: the cell (area between main streets) it falls in is built this way.
struct Seed {
    Point at;
    Fill fill = Fill::none;
    Point axis{1, 0};                                 ///< direction of its rows of streets
    double row_gap = 80, column_gap = 230, warp = 0;  ///< m
    std::string_view theme;                           ///< of its street names
    int district = 0;
    std::string_view survey_area;
};
struct Cell {
    Ring ring;
    Seed seed;  ///< nearest seed where none falls in it; fill is then none
};

struct NamedRing {
    std::string name;
    Ring ring;
};

/// A public place with its ground and its house, placed by hand: school, station, square, car park …
struct Site {
    std::string_view name, kind;
    Slab ground, house;  ///< house.half_length 0: no house
    double height = 8;   ///< m
};

struct Building {
    std::string id, kind, street;
    int number = 0, floors = 1;
    double height = 0;  ///< m
    Ring ring;
    std::vector<Slab> parts;  ///< one, or two for an L
    Point entrance;           ///< on the side to its street
    Fill fill = Fill::none;
    int cell = -1;
};

struct Lamp {
    Point at;
    std::string lighting_class, status, luminaire, street;
    double height = 0, flux = 0, maintenance = 0.8;
    int kelvin = 3000, watt = 0;
    bool height_missing = false, flux_missing = false, removed = false;
};

struct Plant {
    std::string kind;  ///< "buskage" or "träd"
    std::string species;
    double height = 0;
    Ring ring;
};

enum class Why { dark, shrubs, doors, none_physical, felt_unsafe, looks_dark };
/// A place planted on purpose: what an analysis should find.
struct Planted {
    std::string id, name, why;
    Why kind = Why::dark;
    Point centre, direction{1, 0};
    double radius = 60;  ///< m
    int incidents = 0;   ///< true number of planted incidents over the two years
    Polyline stretch;    ///< the piece of path or street concerned
    std::vector<int> buildings;
};

struct Town {
    Ring window, lake;
    Polyline rail, river, shore;
    std::vector<Line> lines;     ///< before noding; lamps and buildings follow these
    std::vector<Line> segments;  ///< noded: between intersections
    std::vector<Cell> cells;
    std::vector<NamedRing> parks, water;
    std::vector<Site> sites;
    std::vector<Building> buildings;
    std::vector<Lamp> lamps;
    std::vector<Plant> plants;
    std::vector<Planted> planted;
};

struct District {
    std::string_view name;
    int population;
};
constexpr std::array<District, 9> districts{{{"Centrum", 7900},
                                             {"Norrbacka", 6200},
                                             {"Västerbo", 5600},
                                             {"Solvik", 3300},
                                             {"Kvarnby", 3100},
                                             {"Hagalund", 5900},
                                             {"Österlund", 6100},
                                             {"Rosenhill", 3700},
                                             {"Industristaden", 200}}};

}  // namespace exempelstad
