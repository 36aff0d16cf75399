// make_exempelstad OUTDIR: builds the invented town and writes its files. Two runs give the same bytes (GeoPackages:
// the same content). Steps, in order: skeleton → cells → streets → paths → network → houses → planted truth → lamps →
// plants → incidents → reports → files.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "buildings.hpp"
#include "incidents.hpp"
#include "lamps.hpp"
#include "network.hpp"
#include "planted.hpp"
#include "skeleton.hpp"
#include "streets.hpp"
#include "tables.hpp"
#include "truth.hpp"
#include "vegetation.hpp"
#include "write_maps.hpp"

namespace exempelstad {

namespace {

constexpr int background_count = 13'300;

Town build_town() {
    Town town;
    draw_water_and_rail(town);
    draw_main_streets(town);
    draw_parks(town);
    draw_sites(town);
    town.cells = cells_between(town);
    StreetNames names;
    lay_streets(town, names);
    lay_paths(town, names);
    town.segments = connected_part(cut_at_intersections(town.lines));
    raise_buildings(town);
    plant_truth(town);
    hang_lamps(town);
    grow_plants(town);
    return town;
}

std::vector<Event> build_incidents(const Town& town) {
    std::vector<Event> events = background_incidents(town, background_count);
    add_near_repeats(events);
    for (const auto& more : {planted_incidents(town), desk_piles(town)})
        events.insert(events.end(), more.begin(), more.end());
    report(events, town);
    return events;
}

void write_text(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error(path.string() + ": cannot be written");
}

void make(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const Town town = build_town();
    const std::vector<Event> events = build_incidents(town);
    const DirtyCsv embrace = embrace_csv(events), police = police_csv(events);
    write_maps(town, folder);
    write_text(folder / "embrace.csv", embrace.bytes);
    write_text(folder / "polis.csv", police.bytes);
    write_text(folder / "besiktning.csv", inspections_csv(town));
    write_text(folder / "truth.json", truth_json(town, events, embrace, police));
}

}  // namespace

}  // namespace exempelstad

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_exempelstad OUTDIR\n", stderr);
        return 2;
    }
    try {
        exempelstad::make(argv[1]);
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "make_exempelstad: %s\n", trouble.what());
        return 1;
    }
    return 0;
}
