// truth.json: see truth.hpp. `recorded_within_radius` counts clean rows of both files, after position error, so a
// reader can see what is left to find.
#include "truth.hpp"

#include <nlohmann/json.hpp>

#include "planted.hpp"

namespace exempelstad {

namespace {

using Json = nlohmann::ordered_json;

Json place_json(const Planted& p, const std::vector<Event>& events) {
    int recorded = 0;
    for (const Event& e : events) recorded += apart(e.at, p.centre) <= p.radius;
    return {{"id", p.id},
            {"name", p.name},
            {"kind", why_code(p.kind)},
            {"hot", is_hot(p.kind)},
            {"x", p.centre.x},
            {"y", p.centre.y},
            {"radius_m", p.radius},
            {"planted_incidents", p.incidents},
            {"recorded_within_radius", recorded},
            {"why", p.why}};
}

Json pile_json(const Building& b, const std::vector<Event>& events) {
    int count = 0;
    for (const Event& e : events) count += e.planted == desk_pile && e.at == b.entrance;
    return {{"name", b.street},
            {"x", b.entrance.x},
            {"y", b.entrance.y},
            {"incidents", count},
            {"why", "reports taken at a desk, all with the desk's coordinates: a false hot spot"}};
}

Json network_json(const Town& town) {
    double metres[2] = {0, 0};
    int tunnels = 0;
    for (const Line& s : town.segments) {
        metres[s.way == Way::path || s.way == Way::tunnel] += length_of(s.line);
        tunnels += s.way == Way::tunnel;
    }
    return {{"street_km", static_cast<int>(metres[0] / 100) / 10.0},
            {"path_km", static_cast<int>(metres[1] / 100) / 10.0},
            {"segments", town.segments.size()},
            {"tunnels", tunnels}};
}

}  // namespace

std::string truth_json(const Town& town, const std::vector<Event>& events, const DirtyCsv& embrace,
                       const DirtyCsv& police) {
    Json json;
    json["note"] = "Exempelstad is invented. No street, house, incident or person in these files is real.";
    json["crs"] = "EPSG:3006";
    json["period"] = {{"from", "2023-01-01"}, {"to", "2024-12-31"}};
    json["places"] = Json::array();
    for (const Planted& p : town.planted) json["places"].push_back(place_json(p, events));
    json["traps"]["piles"] = Json::array();
    for (const Building& b : town.buildings)
        if (b.kind == "polis" || b.kind == "vård") json["traps"]["piles"].push_back(pile_json(b, events));
    json["traps"]["embrace.csv"] = embrace.dirt;
    json["traps"]["polis.csv"] = police.dirt;
    int population = 0;
    for (const District& d : districts) population += d.population;
    json["counts"] = {{"embrace_rows", embrace.rows}, {"polis_rows", police.rows},
                      {"lamps", town.lamps.size()},   {"buildings", town.buildings.size()},
                      {"plants", town.plants.size()}, {"districts", districts.size()},
                      {"population", population},     {"network", network_json(town)}};
    return json.dump(1) + "\n";
}

}  // namespace exempelstad
