// Texts on the map: none over another, none cut, the same ones while the map is moved.
#include "viewer/map/labels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>

namespace lykta::viewer {
namespace {

TextSize measured(std::string_view text, LabelKind) {
    return {7.0 * static_cast<double>(text.size()), 14.0};
}

MapView view() {
    return {.centre = {0, 0}, .metres_per_pixel = 1, .width = 1000, .height = 700};
}

std::vector<const MapLabel*> pointers(const std::vector<MapLabel>& labels) {
    std::vector<const MapLabel*> out;
    for (const auto& label : labels) out.push_back(&label);
    return out;
}

std::vector<MapLabel> random_labels(int count) {
    std::mt19937 dice{7};
    std::uniform_real_distribution<double> x{-520, 520}, y{-360, 360}, turn{-4, 4}, priority{0, 10};
    std::vector<MapLabel> labels;
    for (int i = 0; i < count; ++i) {
        MapLabel label;
        label.text = "Gata " + std::to_string(i);
        label.at = {x(dice), y(dice)};
        label.turn = static_cast<float>(turn(dice));
        label.priority = static_cast<float>(priority(dice));
        label.kind = i % 3 == 0 ? LabelKind::place : LabelKind::street;
        labels.push_back(std::move(label));
    }
    return labels;
}

/// The slow twin: points of one box, 1 pixel apart, that lie inside another.
bool share_a_pixel(const PlacedLabel& a, const PlacedLabel& b) {
    for (double u = -a.size.width / 2; u <= a.size.width / 2; u += 1)
        for (double v = -a.size.height / 2; v <= a.size.height / 2; v += 1) {
            const double x = a.centre.x + u * std::cos(a.turn) + v * std::sin(a.turn) - b.centre.x;
            const double y = a.centre.y - u * std::sin(a.turn) + v * std::cos(a.turn) - b.centre.y;
            const double along = x * std::cos(b.turn) - y * std::sin(b.turn);
            const double across = x * std::sin(b.turn) + y * std::cos(b.turn);
            if (std::abs(along) < b.size.width / 2 && std::abs(across) < b.size.height / 2) return true;
        }
    return false;
}

TEST(Labels, no_two_stand_over_each_other_and_none_is_cut) {
    const auto labels = random_labels(300);
    const auto placed = placed_labels(view(), pointers(labels), measured);
    EXPECT_GT(placed.size(), 40U);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const double reach = std::hypot(placed[i].size.width, placed[i].size.height) / 2;
        EXPECT_LE(std::abs(placed[i].turn), M_PI / 2 + 1e-9);
        for (std::size_t j = i + 1; j < placed.size(); ++j) {
            const double apart =
                std::hypot(placed[i].centre.x - placed[j].centre.x, placed[i].centre.y - placed[j].centre.y);
            if (apart > 2 * reach + 60) continue;
            EXPECT_FALSE(share_a_pixel(placed[i], placed[j])) << placed[i].label->text << placed[j].label->text;
        }
    }
}

TEST(Labels, the_order_they_come_in_does_not_matter) {
    const auto labels = random_labels(200);
    auto forwards = pointers(labels), backwards = forwards;
    std::reverse(backwards.begin(), backwards.end());
    const auto a = placed_labels(view(), forwards, measured), b = placed_labels(view(), backwards, measured);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].label, b[i].label);
}

TEST(Labels, the_higher_priority_stands_and_the_lower_gives_way) {
    const std::vector<MapLabel> labels{{.text = "Lägre", .at = {0, 0}, .priority = 1},
                                       {.text = "Högre", .at = {4, 3}, .priority = 2}};
    const auto placed = placed_labels(view(), pointers(labels), measured);
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed[0].label->text, "Högre");
}

TEST(Labels, a_street_name_needs_a_street_as_long_as_it_is) {
    const std::vector<MapLabel> labels{{.text = "Lång gata", .at = {0, 0}, .room_m = 50}};
    auto near = view();
    near.metres_per_pixel = 0.5;
    EXPECT_TRUE(placed_labels(view(), pointers(labels), measured).empty());
    EXPECT_EQ(placed_labels(near, pointers(labels), measured).size(), 1U);
}

TEST(Labels, one_street_is_not_named_twice_side_by_side) {
    std::vector<MapLabel> labels;
    for (int i = 0; i < 9; ++i) labels.push_back({.text = "Storgatan", .at = {-400.0 + 100 * i, 0}});
    EXPECT_EQ(placed_labels(view(), pointers(labels), measured).size(), 3U);
}

TEST(Labels, nothing_stands_where_the_legend_is) {
    const std::vector<MapLabel> labels{{.text = "Torget", .at = {-480, 330}}};
    const std::array<Box, 1> legend{Box{0, 0, 300, 200}};
    EXPECT_TRUE(placed_labels(view(), pointers(labels), measured, legend).empty());
}

TEST(Labels, a_drag_by_whole_pixels_moves_what_stays_by_as_many) {
    const auto labels = random_labels(120);
    const auto before = placed_labels(view(), pointers(labels), measured);
    const auto after = placed_labels(dragged(view(), 3, -2), pointers(labels), measured);
    std::size_t same = 0;
    for (const auto& a : after)
        for (const auto& b : before)
            if (a.label == b.label) {
                EXPECT_NEAR(a.centre.x - b.centre.x, 3, 1e-9);
                EXPECT_NEAR(a.centre.y - b.centre.y, -2, 1e-9);
                ++same;
            }
    EXPECT_GT(same, before.size() * 8 / 10);
}

TEST(Labels, only_those_of_the_level_of_detail_that_is_drawn_are_asked_for) {
    MapLayer layer;
    layer.details.resize(2);
    layer.details[0].to_metres_per_pixel = 2;
    layer.details[0].labels.push_back({.text = "nära"});
    layer.details[1].from_metres_per_pixel = 2;
    layer.details[1].labels.push_back({.text = "långt"});
    const std::vector<ShownLayer> shown{{std::make_shared<const MapLayer>(layer), 1.0F}};
    const auto near = labels_of(view(), shown);
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0]->text, "nära");
}

}  // namespace
}  // namespace lykta::viewer
