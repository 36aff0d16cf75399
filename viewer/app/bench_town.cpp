#include "viewer/app/bench_town.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "viewer/project/build_layers.hpp"

namespace lykta::viewer {
namespace {

/// Even numbers in (0, 1), one after another.
class Random {
public:
    explicit Random(std::uint32_t seed) : m_key{.seed = seed} {}
    double uniform() {
        ++m_key.item;
        return random_uniform(m_key, 0);
    }

private:
    RandomKey m_key;
};

constexpr double two_pi = 6.283185307179586;
constexpr Point corner{500'000, 6'500'000};  ///< SWEREF 99 TM
constexpr double block_m = 200;

layers::StreetLayer streets_of(const TownSize& size) {
    layers::StreetLayer layer;
    const int blocks = static_cast<int>(size.side_m / block_m);
    const auto at = [](int column, int row) { return Point{corner.x + column * block_m, corner.y + row * block_m}; };
    for (int row = 0; row <= blocks; ++row)
        for (int column = 0; column < blocks; ++column) {
            layer.streets.push_back({.id = {},
                                     .name = fmt::format("Gata {}", row),
                                     .line = {at(column, row), at(column + 1, row)},
                                     .footpath = row % 5 == 2});
            layer.streets.push_back({.id = {},
                                     .name = fmt::format("Allé {}", row),
                                     .line = {at(row, column), at(row, column + 1)},
                                     .footpath = row % 5 == 3});
        }
    return layer;
}

layers::LampLayer lamps_of(const TownSize& size, Random& random) {
    layers::LampLayer layer;
    layer.lamps.resize(size.lamps);
    const double blocks = std::floor(size.side_m / block_m);
    for (auto& lamp : layer.lamps) {
        const double line = corner.x + std::floor(random.uniform() * blocks) * block_m + 4;
        const double along = random.uniform() * size.side_m;
        const bool upright = random.uniform() < 0.5;
        lamp.position = upright ? Point{line, corner.y + along} : Point{corner.x + along, corner.y + (line - corner.x)};
        lamp.state = random.uniform() < 0.02 ? layers::LampState::out : layers::LampState::working;
    }
    return layer;
}

MultiPolygon crown(Point middle, double radius) {
    constexpr int corners = 10;
    Ring ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = two_pi * (i % corners) / corners;
        ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return {Polygon{std::move(ring), {}}};
}

layers::VegetationLayer plants_of(const TownSize& size, Random& random) {
    layers::VegetationLayer layer;
    layer.plants.resize(size.plants);
    for (auto& plant : layer.plants) {
        plant.outline = crown({corner.x + random.uniform() * size.side_m, corner.y + random.uniform() * size.side_m},
                              1.5 + 4 * random.uniform());
        plant.height = Meters{0.5 + 14 * random.uniform()};
        plant.kind = plant.height.value > 3 ? "träd" : "buskage";
    }
    return layer;
}

/// Round corners, most of them near the middle: towns are not even.
layers::IncidentLayer incidents_of(const TownSize& size, Random& random, const Period& period) {
    constexpr std::size_t gatherings = 400;
    std::vector<Point> middles;
    for (std::size_t i = 0; i < gatherings; ++i) {
        const double away = 0.5 * size.side_m * random.uniform() * random.uniform(), angle = two_pi * random.uniform();
        middles.push_back({corner.x + 0.5 * size.side_m + away * std::cos(angle),
                           corner.y + 0.5 * size.side_m + away * std::sin(angle)});
    }
    layers::IncidentLayer layer;
    layer.category.text = {"misshandel", "skadegörelse", "stöld"};
    layer.reporter.text = layer.label.text = {""};
    for (std::size_t i = 0; i < size.incidents; ++i) {
        const auto& middle = middles[i % gatherings];
        const double away = 250 * std::sqrt(-2 * std::log(1 - 0.999999 * random.uniform())),
                     angle = two_pi * random.uniform();
        layer.position.push_back({middle.x + away * std::cos(angle), middle.y + away * std::sin(angle)});
        const auto day =
            period.first_day + static_cast<std::int64_t>(random.uniform() * static_cast<double>(period.days()));
        layers::TimeSpan time{.known = true,
                              .has_hour = true,
                              .local_hour = static_cast<std::int8_t>(random.uniform() * 24),
                              .local_weekday = static_cast<std::int8_t>(day % 7),
                              .local_day = static_cast<std::int32_t>(day)};
        time.from = time.to = Instant{day * 86400 + time.local_hour * 3600};
        layer.time.push_back(time);
        layer.category.of_row.push_back(static_cast<std::uint32_t>(i % 3));
    }
    layer.reporter.of_row.assign(size.incidents, 0);
    layer.label.of_row.assign(size.incidents, 0);
    layer.row.assign(size.incidents, 1);
    layer.source.assign(size.incidents, 0);
    layer.position_error_m = {10};
    layer.reports.emplace_back();
    return layer;
}

/// Counts, plain and per hectare and year; what lies far above the mean stands for hot spots.
void fill_grids(const layers::CityLayers& city, const Box& box, outputs::RunResult& result) {
    result.counts = Grid<double>{frame_over(box, Meters{50})};
    for (const auto& at : city.incidents.position)
        if (const auto cell = result.counts.frame.index_at(at); cell >= 0)
            ++result.counts.values[static_cast<std::size_t>(cell)];
    result.intensity = result.gi_z = result.gi_p_fdr = result.window_share = result.counts;
    const double mean = static_cast<double>(city.incidents.size()) / static_cast<double>(result.counts.values.size());
    for (std::size_t i = 0; i < result.counts.values.size(); ++i) {
        const double count = result.counts.values[i];
        result.intensity.values[i] = count / result.counts.frame.cell_area_ha() / result.period.years();
        result.gi_z.values[i] = (count - mean) / std::sqrt(mean + 1);
        result.gi_p_fdr.values[i] = count > 8 * mean ? 0.001 : 1;
        result.window_share.values[i] = 1;
    }
}

}  // namespace

ProjectPointer made_up_town(const TownSize& size) {
    auto project = std::make_shared<Project>();
    project->origin = Origin::result;
    project->run = std::unique_ptr<study::StudyRun>(
        new study::StudyRun{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}});
    auto& [city, result] = *project->run;
    Random random{size.seed};
    const Box box{corner.x, corner.y, corner.x + size.side_m, corner.y + size.side_m};
    result.study_name = "En miljon händelser";
    result.version = LYKTA_VERSION;
    result.period = {days_from_civil(2020, 1, 1), days_from_civil(2024, 12, 31)};
    result.layers = &city;
    result.window_area_ha = size.side_m * size.side_m / 1e4;
    city.window.shape = {Polygon{{{box.min_x, box.min_y},
                                  {box.max_x, box.min_y},
                                  {box.max_x, box.max_y},
                                  {box.min_x, box.max_y},
                                  {box.min_x, box.min_y}},
                                 {}}};
    city.streets = streets_of(size);
    city.lighting = lamps_of(size, random);
    city.vegetation = plants_of(size, random);
    city.incidents = incidents_of(size, random, result.period);
    fill_grids(city, box, result);
    project->layers = layers_of(*project->run);
    return project;
}

}  // namespace lykta::viewer
