// Places, felt areas, measures, the selected place and what is seen from a point.
#include <gtest/gtest.h>

#include <set>

#include "layers_town.hpp"
#include "outputs/measure_shown.hpp"
#include "study/conditions_along.hpp"
#include "viewer/project/seen_area.hpp"

namespace lykta::viewer {
namespace {

TEST(PlaceLayers, every_rank_has_a_pin_and_a_number_at_every_level) {
    const auto& places = town_run().result.places;
    ASSERT_GT(places.size(), 20U);
    for (const auto& detail : layer_in(town_layers(), LayerId::places).details) {
        std::set<std::string> numbers;
        for (const auto& label : detail.labels) numbers.insert(label.text);
        for (const auto& place : places) EXPECT_TRUE(numbers.contains(number_text(std::int64_t{place.rank})));
        EXPECT_EQ(detail.points.size(), places.size());
    }
}

TEST(PlaceLayers, the_first_rank_goes_before_the_others) {
    const auto& detail = layer_in(town_layers(), LayerId::places).details[0];
    const auto first = std::max_element(detail.labels.begin(), detail.labels.end(),
                                        [](const auto& a, const auto& b) { return a.priority < b.priority; });
    EXPECT_EQ(first->text, "1");
    EXPECT_EQ(town_run().result.places[detail.points.back().record].rank, 1);
}

TEST(PlaceLayers, areas_felt_unsafe_are_hatched) {
    const auto& layer = layer_in(town_layers(), LayerId::felt_areas);
    std::size_t hatched = 0, felt = 0;
    for (const auto& f : layer.details[0].areas) hatched += layer.classes[f.group].day.hatch ? 1 : 0;
    for (const auto& f : town_run().result.felt_areas) felt += f.felt == places::Felt::more_felt ? 1 : 0;
    EXPECT_GT(felt, 0U);
    EXPECT_EQ(hatched, felt);
}

std::size_t drawn_with(const MapLayer& layer, const Detail& detail, const std::string& words) {
    const auto counts = [&](std::uint8_t group) { return layer.classes[group].label == words; };
    std::size_t n = 0;
    for (const auto& f : detail.points) n += counts(f.group) ? 1 : 0;
    for (const auto& f : detail.areas) n += counts(f.group) ? 1 : 0;
    return n;
}

TEST(MeasureLayers, chosen_ones_are_told_from_those_only_proposed) {
    const auto run = small_run();
    MapLayers layers;
    add_measure_layers(*run, layers);
    const auto& layer = layer_in(layers, LayerId::measures);
    const auto& near = layer.details[0];
    EXPECT_EQ(drawn_with(layer, near, "lamp to repair, chosen"), 1U);
    EXPECT_EQ(drawn_with(layer, near, "new lamp, chosen"), 2U);
    EXPECT_EQ(drawn_with(layer, near, "plants to clear, chosen"), 1U);
    EXPECT_EQ(drawn_with(layer, near, "what the camera would see, chosen"), 1U);
    EXPECT_EQ(drawn_with(layer, near, "work on buildings, chosen"), 1U);
}

TEST(MeasureLayers, another_choice_is_another_layer) {
    const auto run = small_run();
    const auto layer = measure_layer(*run, {1});
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(drawn_with(*layer, layer->details[0], "lamp to repair, proposed but not chosen"), 1U);
    EXPECT_EQ(drawn_with(*layer, layer->details[0], "camera, chosen"), 1U);
    const auto none = measure_layer(*run, {});
    EXPECT_EQ(drawn_with(*none, none->details[0], "camera, proposed but not chosen"), 1U);
}

TEST(MeasureLayers, seen_from_far_each_chosen_kind_stands_once_at_its_place) {
    const auto run = small_run();
    const auto layer = measure_layer(*run, {0, 1});
    for (std::size_t i = 1; i < layer->details.size(); ++i) EXPECT_EQ(layer->details[i].points.size(), 4U);
}

TEST(MeasureLayers, a_run_without_measures_has_no_such_layer) {
    auto run = small_run();
    run->result.measures.reset();
    EXPECT_EQ(measure_layer(*run, {0}), nullptr);
}

TEST(MeasureLayers, in_the_town_every_chosen_measure_is_on_the_map) {
    const auto& run = town_run();
    const auto& layer = layer_in(town_layers(), LayerId::measures);
    std::set<std::uint32_t> drawn;
    for (const auto& f : layer.details[0].points) drawn.insert(f.record);
    for (const auto& f : layer.details[0].lines) drawn.insert(f.record);
    for (const auto s : outputs::told_measures(*run.result.measures))
        if (!outputs::is_for_area(*run.result.measures, run.result.measures->sited[s])) {
            EXPECT_TRUE(drawn.contains(s)) << run.result.measures->sited[s].id;
        }
}

TEST(SelectionLayer, shows_the_records_of_the_place) {
    const auto& run = town_run();
    const auto layer = selection_layer(run, 0);
    ASSERT_NE(layer, nullptr);
    const auto& facts = run.result.places[0].facts;
    std::int64_t rings = 0;
    for (const auto& p : layer->details[0].points) rings += layer->classes[p.group].symbol == Symbol::ring ? 1 : 0;
    EXPECT_EQ(rings, static_cast<std::int64_t>(facts.lamp_index.size()));
    EXPECT_EQ(selection_layer(run, run.result.places.size()), nullptr);
}

TEST(SelectionLayer, at_the_public_level_no_incident_is_a_point) {
    auto run = small_run();
    run->result.places[0].facts.incident_index = {0, 1, 2};
    const auto open = selection_layer(*run, 0);
    run->result.public_level = true;
    const auto shut = selection_layer(*run, 0);
    EXPECT_EQ(open->details[0].points.size(), shut->details[0].points.size() + 3);
}

TEST(SeenFrom, the_obstacles_near_by_give_what_all_of_the_town_give) {
    const auto& city = town_run().city;
    const auto all = study::obstacles_of(city, conditions::Season::leafed);
    for (const std::size_t i : {0U, 400U, 900U, 1500U}) {
        const Point from = city.streets->streets[i].line.front();
        const auto seen = seen_from(city, from, {});
        const auto whole = conditions::visible_area(from, all);
        EXPECT_DOUBLE_EQ(seen.area.area_m2, whole.area_m2);
        EXPECT_EQ(seen.area.distance_m, whole.distance_m);
    }
}

TEST(VisibleArea, sight_lines_end_at_the_house_that_stands_there) {
    Project project;
    project.run = small_run();
    project.run->city.vegetation.reset();
    const Point from = by_hand::local(145, 120);
    const auto layer = visible_area_layer(project, from);
    ASSERT_NE(layer, nullptr);
    const auto& detail = layer->details[0];
    ASSERT_EQ(detail.areas.size(), 1U);
    EXPECT_NEAR(area(detail.areas[0].shape), seen_from(project.city(), from, {}).area.area_m2, 40);
    EXPECT_FALSE(detail.lines.empty());
    for (const auto& line : detail.lines)
        EXPECT_NE(layer->classes[line.group].label.find("building") == std::string::npos,
                  layer->classes[line.group].label.find("wall") == std::string::npos);
}

}  // namespace
}  // namespace lykta::viewer
