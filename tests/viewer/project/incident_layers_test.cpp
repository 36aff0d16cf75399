// Incidents, intensity and hot spots: nothing lost, nothing shown that must not be.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "layers_town.hpp"
#include "viewer/project/layer_topics.hpp"

namespace lykta::viewer {
namespace {

std::int64_t number_in(const std::string& text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return std::stoll(digits);
}

/// Single points and the numbers of the clusters.
std::int64_t counted(const Detail& detail) {
    std::int64_t sum = 0;
    for (const auto& point : detail.points) sum += point.record != no_record ? 1 : 0;
    for (const auto& label : detail.labels) sum += number_in(label.text);
    return sum;
}

TEST(IncidentLayers, every_level_counts_every_incident_once) {
    const auto& layer = layer_in(town_layers(), LayerId::incidents);
    ASSERT_GE(layer.details.size(), 5U);
    for (const auto& detail : layer.details)
        EXPECT_EQ(counted(detail), static_cast<std::int64_t>(town_run().city.incidents.size()));
}

TEST(IncidentLayers, farther_out_there_are_fewer_marks) {
    const auto& details = layer_in(town_layers(), LayerId::incidents).details;
    for (std::size_t i = 1; i < details.size(); ++i) EXPECT_LE(details[i].points.size(), details[i - 1].points.size());
    EXPECT_LT(details.back().points.size(), 12U);
}

TEST(IncidentLayers, days_hold_their_own_incidents_only) {
    const auto& run = town_run();
    const Period whole = run.result.period, half{whole.first_day, whole.first_day + 364};
    const Period rest{half.last_day + 1, whole.last_day};
    const auto count = [&](const Period& days) { return counted(incident_layer(run, days)->details.back()); };
    EXPECT_EQ(count(half) + count(rest), count(whole));
    EXPECT_GT(count(half), 1000);
}

TEST(IncidentLayers, days_without_an_incident_have_no_layer) {
    EXPECT_EQ(incident_layer(town_run(), {0, 10}), nullptr);
}

TEST(IncidentLayers, at_the_public_level_no_point_and_no_number_is_shown) {
    auto run = small_run();
    run->result.public_level = true;
    for (int i = 0; i < 7; ++i) run->city.incidents.position[static_cast<std::size_t>(i)] = by_hand::local(505, 505);
    MapLayers layers;
    add_incident_layers(*run, layers);
    const auto& layer = layer_in(layers, LayerId::incidents);
    ASSERT_EQ(layer.details.size(), 1U);
    EXPECT_TRUE(layer.details[0].points.empty());
    EXPECT_TRUE(layer.details[0].labels.empty());
    ASSERT_FALSE(layer.details[0].areas.empty());
    for (const auto& square : layer.details[0].areas) {
        std::int64_t inside = 0;
        for (const auto& p : run->city.incidents.position) inside += contains(square.shape, p) ? 1 : 0;
        EXPECT_GE(inside, run->result.privacy_k);
        EXPECT_EQ(square.record, no_record);
    }
}

TEST(IncidentLayers, classes_of_intensity_say_multiple_and_value) {
    const auto& layer = layer_in(town_layers(), LayerId::intensity);
    ASSERT_TRUE(layer.values);
    const auto& scale = layer.values->day;
    ASSERT_EQ(scale.stops.size(), 6U);
    EXPECT_EQ(scale.labels.size(), 6U);
    const double mean = town_run().result.city_rate_per_ha_year;
    EXPECT_NEAR(scale.stops[1], mean, 1e-9);
    EXPECT_NEAR(scale.stops[5], 10 * mean, 1e-9);
    EXPECT_NE(scale.labels[2].find("2–3 ×"), std::string::npos) << scale.labels[2];
    EXPECT_EQ(layer.values->grid.frame.size(), town_run().result.intensity.frame.size());
}

TEST(IncidentLayers, without_a_mean_of_the_window_that_of_the_cells_is_taken) {
    Grid<double> grid(GridFrame{{0, 0}, Meters{50}, 2, 1}, 0.0);
    grid.values = {1, 3};
    const auto layer = intensity_layer({grid, std::numeric_limits<double>::quiet_NaN(), "note"});
    ASSERT_NE(layer, nullptr);
    EXPECT_DOUBLE_EQ(layer->values->day.stops[1], 2);
}

TEST(IncidentLayers, hot_cells_keep_their_ground_and_name_their_test) {
    const auto& run = town_run();
    const auto& layer = layer_in(town_layers(), LayerId::hot_spots);
    double m2 = 0, cells = 0;
    for (const auto& f : layer.details[0].areas) m2 += area(f.shape);
    for (std::size_t i = 0; i < run.result.gi_z.values.size(); ++i)
        cells += run.result.gi_z.values[i] > 0 && run.result.gi_p_fdr.values[i] <= run.result.fdr ? 1 : 0;
    EXPECT_NEAR(m2, cells * run.result.gi_z.frame.cell_area_m2(), 1e-3);
    EXPECT_EQ(layer.classes.size(), 3U);
    EXPECT_NE(layer.note.find("two-sided"), std::string::npos);
    EXPECT_NE(layer.note.find("Gi*"), std::string::npos);
}

TEST(IncidentLayers, a_city_of_300_000_incidents_40_000_lamps_and_200_000_plants_takes_a_moment) {
    study::StudyRun run{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}};
    run.result.period = {0, 1000};
    auto& incidents = run.city.incidents;
    layers::LampLayer lamps;
    layers::VegetationLayer plants;
    const auto at = [](int i) {
        return Point{500000 + 20000 * by_hand::scattered(i), 6500000 + 20000 * by_hand::scattered(i + 17)};
    };
    for (int i = 0; i < 300000; ++i) incidents.position.push_back(at(i % 90000));
    incidents.time.resize(incidents.position.size());
    for (int i = 0; i < 40000; ++i) {
        layers::Lamp lamp;
        lamp.position = at(i + 400000);
        lamps.lamps.push_back(lamp);
    }
    for (int i = 0; i < 200000; ++i) {
        layers::Plant plant;
        const Point p = at(i + 700000);
        Ring ring;
        for (int k = 0; k <= 16; ++k) ring.push_back({p.x + 3 * std::cos(k * 0.3927), p.y + 3 * std::sin(k * 0.3927)});
        ring.back() = ring.front();
        plant.outline = {Polygon{ring, {}}};
        plant.height = Meters{1.0 + i % 9};
        plants.plants.push_back(std::move(plant));
    }
    run.city.lighting = std::move(lamps);
    run.city.vegetation = std::move(plants);
    const auto start = std::chrono::steady_clock::now();
    const auto layers = layers_of(run);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::size_t bytes = 0;
    for (const auto& [id, layer] : layers) bytes += memory_of(*layer);
    std::cout << "layers of a large city: " << took.count() << " s, " << bytes / 1000000 << " MB\n";
    EXPECT_LT(took.count(), 8);
    EXPECT_EQ(counted(layer_in(layers, LayerId::incidents).details.back()), 300000);
}

}  // namespace
}  // namespace lykta::viewer
