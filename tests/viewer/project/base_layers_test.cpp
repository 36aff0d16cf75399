// Ground, streets, buildings, window and districts; what every layer must keep.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "layers_town.hpp"

namespace lykta::viewer {
namespace {

bool has_levels_in_order(const MapLayer& layer) {
    for (std::size_t i = 0; i < layer.details.size(); ++i) {
        const auto& d = layer.details[i];
        if (!(d.from_metres_per_pixel < d.to_metres_per_pixel)) return false;
        if (i > 0 && d.from_metres_per_pixel < layer.details[i - 1].to_metres_per_pixel) return false;
    }
    return true;
}

/// Every group is a class, and every class is used.
bool has_classes_for_all(const MapLayer& layer) {
    std::vector<bool> used(layer.classes.size(), false);
    bool known = true;
    const auto see = [&](std::uint8_t group) {
        if (group < used.size())
            used[group] = true;
        else
            known = false;
    };
    for (const auto& d : layer.details) {
        for (const auto& f : d.areas) see(f.group);
        for (const auto& f : d.lines) see(f.group);
        for (const auto& f : d.points) see(f.group);
    }
    return known && std::all_of(used.begin(), used.end(), [](bool u) { return u; });
}

TEST(LayersOf, the_town_has_every_layer_its_data_give) {
    for (const auto id :
         {LayerId::ground, LayerId::illuminance, LayerId::intensity, LayerId::areas, LayerId::felt_areas,
          LayerId::vegetation, LayerId::streets, LayerId::buildings, LayerId::inspected, LayerId::light_deficit,
          LayerId::sight, LayerId::window, LayerId::hot_spots, LayerId::incidents, LayerId::lamps, LayerId::cameras,
          LayerId::places, LayerId::measures})
        EXPECT_TRUE(town_layers().contains(id)) << layer_code(id);
}

TEST(LayersOf, every_layer_says_what_it_is_and_has_a_key) {
    for (const auto& [id, layer] : town_layers()) {
        EXPECT_EQ(layer->id, id);
        EXPECT_FALSE(layer->title.empty()) << layer_code(id);
        EXPECT_FALSE(layer->note.empty()) << layer_code(id);
        const bool has_key =
            layer->values.has_value() || std::any_of(layer->classes.begin(), layer->classes.end(),
                                                     [](const LayerClass& c) { return !c.label.empty(); });
        EXPECT_TRUE(has_key) << layer_code(id);
    }
}

TEST(LayersOf, levels_do_not_overlap_and_every_feature_has_a_class) {
    for (const auto& [id, layer] : town_layers()) {
        EXPECT_TRUE(has_levels_in_order(*layer)) << layer_code(id);
        EXPECT_TRUE(has_classes_for_all(*layer)) << layer_code(id);
    }
}

TEST(LayersOf, a_window_round_the_incidents_is_not_drawn_at_the_public_level) {
    auto run = small_run();
    run->city.window.from_hull = true;
    ASSERT_FALSE(run->city.window.shape.empty());
    const auto ground_areas = [](const MapLayers& layers) {
        const auto at = layers.find(LayerId::ground);
        return at == layers.end() ? std::size_t{0} : at->second->details[0].areas.size();
    };
    run->result.public_level = false;
    const auto internal = layers_of(*run);
    EXPECT_TRUE(internal.contains(LayerId::window));
    run->result.public_level = true;
    const auto shown = layers_of(*run);
    EXPECT_FALSE(shown.contains(LayerId::window));
    EXPECT_LT(ground_areas(shown), ground_areas(internal)) << "nor as paper";
    run->city.window.from_hull = false;
    EXPECT_TRUE(layers_of(*run).contains(LayerId::window)) << "a window of the study's own gives nobody away";
}

TEST(LayersOf, layers_lie_round_the_window) {
    const Box town = box_of(town_run().city.window.shape).expanded(2500);
    for (const auto& [id, layer] : town_layers()) {
        const Box box = box_of(*layer);
        ASSERT_FALSE(box.empty()) << layer_code(id);
        EXPECT_TRUE(town.contains({box.min_x, box.min_y}) && town.contains({box.max_x, box.max_y})) << layer_code(id);
    }
}

TEST(LayersOf, the_town_takes_a_moment) {
    static_cast<void>(town_layers());
    const auto start = std::chrono::steady_clock::now();
    const auto layers = layers_of(town_run());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::size_t bytes = 0;
    for (const auto& [id, layer] : layers) bytes += memory_of(*layer);
    std::cout << "layers of Exempelstad: " << took.count() << " ms, " << bytes / 1000000 << " MB\n";
    EXPECT_LT(took.count(), 2000);
}

TEST(LayersOf, a_run_without_parts_has_the_layers_of_the_parts_it_has) {
    study::StudyRun run{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}};
    EXPECT_TRUE(layers_of(run).empty());
    auto small = small_run();
    small->city.lighting.reset();
    small->city.streets.reset();
    small->city.vegetation.reset();
    small->result.stretches.clear();
    small->result.illuminance.reset();
    small->result.places.clear();
    small->result.measures.reset();
    small->result.refusal = "positions are too coarse";
    const auto layers = layers_of(*small);
    EXPECT_FALSE(layers.contains(LayerId::lamps));
    EXPECT_FALSE(layers.contains(LayerId::light_deficit));
    EXPECT_FALSE(layers.contains(LayerId::hot_spots));
    EXPECT_FALSE(layers.contains(LayerId::places));
    EXPECT_TRUE(layers.contains(LayerId::incidents));
    EXPECT_TRUE(layers.contains(LayerId::buildings));
}

TEST(BaseLayers, near_every_building_is_drawn_and_far_out_few) {
    const auto& layer = layer_in(town_layers(), LayerId::buildings);
    EXPECT_EQ(layer.details.front().areas.size(), town_run().city.buildings->buildings.size());
    EXPECT_LT(layer.details.back().areas.size(), town_run().city.buildings->buildings.size() / 10);
}

TEST(BaseLayers, streets_lose_points_from_level_to_level) {
    const auto& details = layer_in(town_layers(), LayerId::streets).details;
    std::size_t last = std::numeric_limits<std::size_t>::max();
    for (const auto& detail : details) {
        std::size_t points = 0;
        for (const auto& line : detail.lines) points += line.line.size();
        EXPECT_LE(points, last);
        last = points;
    }
    EXPECT_GT(details.size(), 3U);
}

TEST(BaseLayers, every_district_has_its_name) {
    const auto& layer = layer_in(town_layers(), LayerId::areas);
    EXPECT_TRUE(layer.details.front().labels.empty());
    EXPECT_EQ(layer.details[1].labels.size(), town_run().city.areas->areas.size());
}

TEST(BaseLayers, a_personal_number_in_a_street_name_is_masked) {
    auto run = small_run();
    run->city.streets->streets[0].name = "19121212-1212";
    MapLayers layers;
    add_base_layers(*run, layers);
    for (const auto& detail : layer_in(layers, LayerId::streets).details)
        for (const auto& label : detail.labels) EXPECT_EQ(label.text.find("19121212-1212"), std::string::npos);
}

}  // namespace
}  // namespace lykta::viewer
