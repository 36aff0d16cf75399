// How each cell between the main streets is built: seed on the drawing board, kind, direction of its rows, gap between
// rows and columns (m), bend of the streets (m), theme of street names, district, survey area. And the public sites.
#include "skeleton.hpp"

namespace exempelstad {

std::span<const Seed> seeds() {
    using enum Fill;
    static const std::vector<Seed> all = [] {
        std::vector<Seed> s{
            {{2050, 2150}, centre, {1, 0.03}, 96, 128, 8, "stad", 0, "Centrum väster"},
            {{2700, 2150}, centre, {1, 0.01}, 94, 122, 6, "stad", 0, "Stationsstaden"},
            {{3260, 2150}, centre, {1, -0.02}, 100, 132, 8, "stad", 0, "Östra staden"},
            {{1850, 1500}, centre, {1, 0.05}, 98, 130, 10, "stad", 0, "Parkstaden"},
            {{2700, 1300}, centre, {1, 0.02}, 94, 122, 8, "stad", 0, "Södra staden"},
            {{3230, 1450}, centre, {1, -0.1}, 102, 140, 14, "stad", 0, "Södra staden"},
            {{2450, 770}, harbour, {1, 0.0}, 130, 150, 0, "hamn", 0, "Hamnen"},
            {{2300, 2540}, none, {1, 0}, 80, 230, 0, "stad", 0, "Stationsstaden"},
            {{2350, 2850}, estate, {1, -0.05}, 180, 225, 12, "musik", 1, "Norrbacka västra"},
            {{3150, 2850}, estate, {1, 0.2}, 160, 200, 12, "musik", 1, "Norrbacka östra"},
            {{2000, 3300}, none, {1, 0}, 80, 230, 0, "skog", 1, "Norrskogen"},
            {{2400, 3400}, estate, {0.1, 1}, 150, 190, 12, "hantverk", 1, "Norrskogen"},
            {{1500, 3300}, villas, {1, 0.25}, 88, 240, 40, "skog", 4, "Kvarnbacken"},
            {{3100, 3350}, estate, {1, -0.12}, 165, 210, 14, "rymd", 5, "Hagalund södra"},
            {{1700, 3740}, villas, {1, 0.05}, 88, 260, 45, "skog", 4, "Skogslyckan"},
            {{3200, 3740}, none, {1, -0.08}, 88, 250, 40, "blom", 5, "Hagalund norra"},
            {{4100, 2900}, industry, {1, 0.28}, 150, 230, 8, "verk", 8, "Industristaden"},
            {{3800, 2800}, industry, {1, 0.28}, 150, 230, 8, "verk", 8, "Industristaden"},
            {{4550, 3050}, industry, {1, 0.33}, 150, 230, 8, "verk", 8, "Industristaden"},
            {{3900, 3420}, none, {1, 0.3}, 140, 230, 8, "verk", 8, "Norra skogen"},
            {{4350, 3500}, none, {1, 0.35}, 150, 240, 8, "verk", 8, "Norra skogen"},
            {{3850, 2450}, estate, {1, 0.1}, 160, 205, 12, "fågel", 6, "Österlund"},
            {{4650, 2300}, villas, {0.1, 1}, 88, 220, 40, "fågel", 6, "Lärkbacken"},
            {{3850, 1300}, villas, {1, -0.2}, 88, 230, 50, "ros", 7, "Rosenhill"},
            {{4650, 1300}, villas, {0.2, 1}, 88, 230, 45, "ros", 7, "Rosenhill östra"},
            {{3750, 620}, none, {1, 0}, 80, 230, 0, "ros", 7, "Strandängen"},
            {{4200, 560}, villas, {1, -0.1}, 88, 230, 30, "ros", 7, "Strandängen"},
            {{1500, 2300}, none, {1, 0}, 80, 230, 0, "å", 0, "Åstaden"},
            {{1480, 1480}, villas, {0.1, 1}, 90, 210, 20, "å", 0, "Åstaden"},
            {{1550, 900}, villas, {1, 0.1}, 88, 220, 30, "å", 3, "Solvik östra"},
            {{1500, 2800}, villas, {1, -0.2}, 88, 200, 20, "å", 4, "Kvarnbacken"},
            {{1000, 3400}, villas, {1, 0.2}, 88, 220, 40, "kvarn", 4, "Kvarnby"},
            {{900, 2980}, villas, {1, -0.1}, 88, 230, 35, "kvarn", 4, "Kvarnby"},
            {{300, 3350}, none, {1, 0}, 80, 230, 0, "kvarn", 4, "Kvarnby"},
            {{300, 3000}, villas, {1, -0.05}, 88, 220, 35, "kvarn", 4, "Kvarnby"},
            {{850, 2300}, estate, {1, -0.12}, 165, 210, 12, "land", 2, "Västerbo"},
            {{300, 2300}, none, {0.05, 1}, 88, 240, 40, "land", 2, "Västerbo backe"},
            {{900, 1480}, villas, {1, 0.1}, 88, 240, 50, "träd", 3, "Solvik"},
            {{300, 1480}, villas, {0.1, 1}, 88, 220, 40, "träd", 3, "Solvik västra"},
            {{900, 900}, villas, {1, -0.12}, 88, 230, 45, "bär", 3, "Solviks strand"},
        };
        for (Seed& seed : s) seed.at = on_board(seed.at.x, seed.at.y);
        return s;
    }();
    return all;
}

void draw_sites(Town& town) {
    const auto slab = [](double x, double y, Point axis, double half_length, double half_width) {
        return Slab{on_board(x, y), unit(axis), half_length, half_width};
    };
    town.sites = {
        {"Stortorget", "torg", slab(2530, 1825, {1, 0.02}, 42, 34), slab(2530, 1825, {1, 0.02}, 0, 0), 0},
        {"Exempelstads station", "station", slab(2540, 2528, {1, 0.005}, 62, 15), slab(2540, 2534, {1, 0.005}, 24, 6),
         11},
        {"Hamnparkeringen", "parkering", slab(3010, 745, {1, -0.3}, 48, 32), slab(3010, 745, {1, 0}, 0, 0), 0},
        {"Exempelhallen", "köpcentrum", slab(3690, 2840, {1, 0.26}, 95, 62), slab(3715, 2880, {1, 0.26}, 55, 26), 10},
        {"Rosenhillsskolan", "skola", slab(3790, 1480, {1, -0.1}, 62, 50), slab(3790, 1520, {1, -0.1}, 38, 9), 9},
        {"Västerboskolan", "skola", slab(700, 1960, {1, 0.0}, 48, 40), slab(700, 1990, {1, 0.0}, 34, 8), 9},
        {"Hagalundsskolan", "skola", slab(2760, 3400, {1, -0.12}, 50, 42), slab(2760, 3432, {1, -0.12}, 34, 8), 9},
        {"Kvarnbyskolan", "skola", slab(930, 3330, {1, 0.2}, 48, 40), slab(930, 3355, {1, 0.2}, 30, 8), 8},
        {"Österlundsskolan", "skola", slab(3700, 2010, {1, 0.1}, 48, 40), slab(3700, 2040, {1, 0.1}, 32, 8), 9},
        {"Sankt Eskils kyrka", "kyrka", slab(2310, 1680, {1, 0}, 34, 26), slab(2310, 1680, {1, 0}, 20, 8), 22},
        {"Polishuset", "polis", slab(2260, 2230, {1, 0.03}, 30, 22), slab(2260, 2230, {1, 0.03}, 22, 10), 14},
        {"Vårdcentralen", "vård", slab(3250, 1960, {1, 0}, 34, 24), slab(3250, 1960, {1, 0}, 24, 10), 12},
    };
}

}  // namespace exempelstad
