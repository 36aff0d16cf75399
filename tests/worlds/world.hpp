// Towns drawn in characters (see README.md here), written out as the files a municipality would deliver.
#pragma once
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/geometry.hpp"
#include "core/random.hpp"

namespace lykta::worlds {

constexpr double origin_x = 500'000, origin_y = 6'500'000, step = 10;
constexpr double countryside = 500;  // empty window around the drawing: a hot spot needs a city to stand out from

/// A drawn town: where each sign stands, and the lines below the drawing.
struct World {
    std::map<char, std::vector<Point>> signs;
    std::vector<std::vector<std::string>> lines;
    double width = 0, height = 0;
};

inline World read_world(const std::filesystem::path& file) {
    std::ifstream in{file};
    std::vector<std::string> drawing;
    std::string text;
    while (std::getline(in, text) && text != "---") drawing.push_back(text);
    World world;
    for (std::size_t row = 0; row < drawing.size(); ++row)
        for (std::size_t column = 0; column < drawing[row].size(); ++column)
            world.signs[drawing[row][column]].push_back({origin_x + step * static_cast<double>(column),
                                                         origin_y + step * static_cast<double>(drawing.size() - row)});
    for (const auto& line : drawing) world.width = std::max(world.width, step * static_cast<double>(line.size()));
    world.height = step * static_cast<double>(drawing.size() + 1);
    while (std::getline(in, text)) {
        std::istringstream words{text};
        std::vector<std::string> line;
        for (std::string word; words >> word;) line.push_back(word);
        if (!line.empty()) world.lines.push_back(line);
    }
    return world;
}

inline std::string square_text(Point p, double half) {
    return fmt::format("[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]", p.x - half, p.y - half, p.x + half,
                       p.y + half);
}

inline void write_features(const std::filesystem::path& file, const std::vector<std::string>& features) {
    std::ofstream{file}
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)"
        << fmt::format("{}", fmt::join(features, ",\n")) << "]}\n";
}

inline std::string feature(const std::string& type, const std::string& coordinates, const std::string& properties) {
    return fmt::format(R"({{"type":"Feature","geometry":{{"type":"{}","coordinates":{}}},"properties":{{{}}}}})", type,
                       coordinates, properties);
}

inline void write_incidents(const World& world, const std::filesystem::path& file) {
    std::ofstream out{file};
    out << "id;tidpunkt;typ;N;E\n";
    std::uint32_t id = 0;
    const auto add = [&](char sign, int times, const char* month_hour) {
        if (!world.signs.contains(sign)) return;
        for (const auto& p : world.signs.at(sign))
            for (int k = 0; k < times; ++k, ++id) {
                const double dx = 8 * random_uniform({.item = id}, 0) - 4, dy = 8 * random_uniform({.item = id}, 1) - 4;
                out << fmt::format("{};2024-{}:{:02};skadegörelse;{:.2f};{:.2f}\n", id, month_hour, id % 60, p.y + dy,
                                   p.x + dx);
            }
    };
    add('n', 40, "01-10 22");
    add('d', 40, "06-10 13");
    add('i', 1, "06-10 12");
}

inline void write_lamps(const World& world, const std::filesystem::path& file) {
    std::vector<std::string> features;
    for (const auto& [sign, state] : {std::pair{'L', "i drift"}, std::pair{'x', "släckt"}})
        if (world.signs.contains(sign))
            for (const auto& p : world.signs.at(sign))
                features.push_back(feature("Point", fmt::format("[{},{}]", p.x, p.y),
                                           fmt::format(R"("height":5,"flux":2000,"status":"{}")", state)));
    write_features(file, features);
}

inline void write_streets(const World& world, const std::filesystem::path& file) {
    std::vector<std::string> features;
    for (const auto& line : world.lines) {
        std::vector<std::string> points;
        for (std::size_t i = 2; i < line.size(); ++i) {
            const auto p = world.signs.at(line[i][0]).front();
            points.push_back(fmt::format("[{},{}]", p.x, p.y));
        }
        features.push_back(feature("LineString", fmt::format("[{}]", fmt::join(points, ",")),
                                   fmt::format(R"("name":"{}","class":"P4")", line[1])));
    }
    write_features(file, features);
}

inline void write_shrubs(const World& world, const std::filesystem::path& file) {
    std::vector<std::string> features;
    for (const auto& p : world.signs.at('s'))
        features.push_back(feature("Polygon", square_text(p, 5), R"("height":2,"kind":"buskage")"));
    write_features(file, features);
}

inline void write_inspections(const World& world, const std::filesystem::path& file) {
    std::ofstream out{file};
    out << "byggnad;punkt;vikt;obligatorisk;status;datum;N;E\n";
    int building = 0;
    for (const auto& p : world.signs.at('b')) {
        ++building;
        for (const auto* item : {"entrédörr;3;ja;ej godkänd", "källardörr;2;ja;ej godkänd", "belysning;1;nej;godkänd"})
            out << fmt::format("B{};{};2024-02-01;{:.2f};{:.2f}\n", building, item, p.y, p.x);
    }
}

/// All files and a study.toml in `folder`; returns the study file.
inline std::filesystem::path write_world(const World& world, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    write_incidents(world, folder / "handelser.csv");
    write_lamps(world, folder / "belysning.geojson");
    write_streets(world, folder / "gator.geojson");
    if (world.signs.contains('s')) write_shrubs(world, folder / "buskar.geojson");
    if (world.signs.contains('b')) write_inspections(world, folder / "besiktning.csv");
    write_features(folder / "omrade.geojson",
                   {feature("Polygon",
                            fmt::format("[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]", origin_x - countryside,
                                        origin_y - countryside, origin_x + world.width + countryside,
                                        origin_y + world.height + countryside),
                            "")});
    std::ofstream study{folder / "study.toml"};
    study << "[study]\nname = \"Ritad\"\nwindow = \"omrade.geojson\"\nperiod = { from = 2024-01-01, to = 2024-12-31 }\n"
             "[[incidents]]\nsource = \"handelser.csv\"\ncrs = \"EPSG:3006\"\nx = \"E\"\ny = \"N\"\ntime = "
             "\"tidpunkt\"\ncategory = \"typ\"\n"
             "[[lighting]]\nsource = \"belysning.geojson\"\n[[streets]]\nsource = \"gator.geojson\"\n";
    if (world.signs.contains('s')) study << "[[vegetation]]\nsource = \"buskar.geojson\"\n";
    if (world.signs.contains('b')) study << "[[inspections]]\nsource = \"besiktning.csv\"\ncrs = \"EPSG:3006\"\n";
    return folder / "study.toml";
}

}  // namespace lykta::worlds
