#include "inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/crs.hpp"
#include "core/file.hpp"
#include "core/random.hpp"

namespace lykta::bench {

namespace {

constexpr std::uint32_t seed = 20240607;
constexpr Point centre{674'000, 6'580'000};
constexpr double city_radius_m = 14'000, district_side_m = 5'000, block_m = 100;
constexpr Point district{centre.x - district_side_m / 2, centre.y - district_side_m / 2};
enum Stream : std::uint32_t { busy_corners, addresses, incidents, times, lamps, plants };
constexpr std::uint32_t corner_count = 400, address_count = 20'000;

double uniform(Stream stream, std::uint64_t item, std::uint32_t draw) {
    return random_uniform({seed, stream, item}, draw);
}

/// Somewhere in the city, evenly by area.
Point anywhere(Stream stream, std::uint64_t item) {
    const double r = city_radius_m * std::sqrt(uniform(stream, item, 0));
    const double turn = 2 * std::numbers::pi * uniform(stream, item, 1);
    return {centre.x + r * std::cos(turn), centre.y + r * std::sin(turn)};
}

/// A busy corner (the first ones far more often than the last) with a spread of 120 m.
Point near_corner(std::uint64_t i) {
    const double pick = uniform(incidents, i, 3);
    const auto corner = static_cast<std::uint64_t>(corner_count * pick * pick * pick);
    const Point p = anywhere(busy_corners, corner);
    return {p.x + 120 * random_normal({seed, incidents, i}, 4), p.y + 120 * random_normal({seed, incidents, i}, 5)};
}

Point incident_point(std::uint64_t i) {
    const double kind = uniform(incidents, i, 2);
    if (kind < 0.55) return near_corner(i);
    if (kind < 0.85) return anywhere(addresses, random_below({seed, incidents, i}, 6, address_count));
    return anywhere(incidents, i);
}

constexpr std::array<const char*, 5> categories{"skadegörelse", "misshandel", "stöld", "bilbrott", "ordningsstörning"};

constexpr std::int64_t first_day = 18'993, day_count = 1'096;  // 2022-01-01, three years
constexpr std::int64_t seconds_a_day = 86'400;

std::int64_t moment(std::uint64_t i) {
    return static_cast<std::int64_t>((static_cast<double>(first_day) + day_count * uniform(times, i, 0)) *
                                     static_cast<double>(seconds_a_day));
}

layers::TimeSpan time_of(std::uint64_t i) {
    layers::TimeSpan t{.from = {moment(i)}, .to = {moment(i)}, .known = true, .has_hour = true};
    const double kind = uniform(times, i, 1);
    if (kind < 0.2) t.to.seconds += static_cast<std::int64_t>(12 * 3600 * uniform(times, i, 2));
    if (kind > 0.9) t.has_hour = false;
    t.local_day = static_cast<std::int32_t>(t.from.seconds / seconds_a_day);
    t.local_hour = t.has_hour ? static_cast<std::int8_t>(t.from.seconds % seconds_a_day / 3600) : std::int8_t{-1};
    return t;
}

std::string iso_moment(std::int64_t seconds) {
    const auto of_day = seconds % seconds_a_day;
    return fmt::format("{}T{:02}:{:02}:{:02}", iso_date(seconds / seconds_a_day), of_day / 3600, of_day / 60 % 60,
                       of_day % 60);
}

Ring circle(Point middle, double radius, int corners) {
    Ring ring;
    for (int k = 0; k < corners; ++k) {
        const double turn = 2 * std::numbers::pi * k / corners;
        ring.push_back({middle.x + radius * std::cos(turn), middle.y + radius * std::sin(turn)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// On a street of the district: `along` 0…1 picks the street and the place on it.
Point on_street(Stream stream, std::uint64_t item, double beside_m) {
    const double lines = district_side_m / block_m;
    const double across = std::floor(uniform(stream, item, 0) * lines) * block_m + beside_m;
    const double along = uniform(stream, item, 1) * district_side_m;
    const bool is_northward = uniform(stream, item, 2) < 0.5;
    return is_northward ? Point{district.x + across, district.y + along}
                        : Point{district.x + along, district.y + across};
}

}  // namespace

std::vector<Point> incident_points(std::size_t count) {
    std::vector<Point> points(count);
    for (std::size_t i = 0; i < count; ++i) points[i] = incident_point(i);
    return points;
}

MultiPolygon city_window() {
    return {{.outer = circle(centre, city_radius_m + 1'000, 96), .holes = {}}};
}

layers::IncidentLayer incident_layer(std::size_t count) {
    layers::IncidentLayer layer;
    layer.position = incident_points(count);
    layer.category.text.assign(categories.begin(), categories.end());
    layer.reporter.text = layer.label.text = {""};
    for (std::size_t i = 0; i < count; ++i) {
        layer.time.push_back(time_of(i));
        layer.category.of_row.push_back(random_below({seed, incidents, i}, 7, categories.size()));
        layer.row.push_back(static_cast<std::int64_t>(i) + 2);
    }
    layer.reporter.of_row.assign(count, 0);
    layer.label.of_row.assign(count, 0);
    layer.source.assign(count, 0);
    layer.position_error_m = {15.0};
    layer.reports.resize(1);
    return layer;
}

void write_incidents_csv(const std::filesystem::path& path, std::size_t count) {
    auto points = incident_points(count);
    project_all(points, Crs::from_text("EPSG:3006"), Crs::from_text("OGC:CRS84"));
    std::string text = "lon,lat,time,category\n";
    for (std::size_t i = 0; i < count; ++i)
        fmt::format_to(std::back_inserter(text), "{:.7f},{:.7f},{},{}\n", points[i].x, points[i].y,
                       iso_moment(moment(i)), categories[random_below({seed, incidents, i}, 7, categories.size())]);
    write_file_whole(path, text);
}

GridFrame district_frame(int cells_a_side) {
    return {district, Meters{district_side_m / cells_a_side}, cells_a_side, cells_a_side};
}

layers::StreetLayer district_streets() {
    layers::StreetLayer layer;
    const auto lines = static_cast<int>(district_side_m / block_m);
    for (int line = 0; line < lines; ++line)
        for (int block = 0; block < lines; ++block) {
            const double a = line * block_m, b = block * block_m;
            layer.streets.push_back(
                {.line = {{district.x + b, district.y + a}, {district.x + b + block_m, district.y + a}}});
            layer.streets.push_back(
                {.line = {{district.x + a, district.y + b}, {district.x + a, district.y + b + block_m}}});
        }
    return layer;
}

std::vector<conditions::Luminaire> district_lamps(std::size_t count) {
    std::vector<conditions::Luminaire> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i].position = on_street(lamps, i, 3.0);
        all[i].height = Meters{uniform(lamps, i, 3) < 0.5 ? 5.0 : 8.0};
        all[i].flux = Lumens{2'000 + 4'000 * uniform(lamps, i, 4)};
    }
    return all;
}

layers::VegetationLayer district_plants(std::size_t count) {
    layers::VegetationLayer layer;
    layer.plants.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double radius = 1.0 + 5.0 * uniform(plants, i, 4);
        layer.plants[i].outline = {
            {.outer = circle(on_street(plants, i, 12 * uniform(plants, i, 3)), radius, 16), .holes = {}}};
        layer.plants[i].height = Meters{0.5 + 4.0 * uniform(plants, i, 5)};
    }
    return layer;
}

}  // namespace lykta::bench
