// Light on a grid with houses and crowns in the way: a shadow by hand, then the definition at every cell centre.
#include "conditions/light_field.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "conditions/luminaire_light.hpp"
#include "core/parallel.hpp"
#include "small_town.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

const GridFrame metre_cells{{-0.13, -0.29}, 1_m, 160, 160};

/// The definition at one point: every lamp within reach, times what comes through.
double definition(Point p, std::span<const Luminaire> lamps, const LightOptions& options) {
    double sum = 0.0;
    for (const Luminaire& lamp : lamps) {
        if (!lamp.lit || distance(p, lamp.position) > reach_of(lamp, options.cutoff)) continue;
        sum += horizontal_share(lamp, p, 0.0) *
               options.obstacles->transmittance({p, 0.0}, {lamp.position, lamp.height.value});
    }
    return sum;
}

/// Every cell against the definition; cells in houses against `contains`.
void expect_definition(const GridFrame& frame, const layers::BuildingLayer& buildings, std::span<const Luminaire> lamps,
                       const LightOptions& options) {
    const auto grid = illuminance_grid(frame, lamps, options);
    int dark = 0, lit = 0;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const Point p = frame.centre(column, row);
            const bool indoors = std::any_of(buildings.buildings.begin(), buildings.buildings.end(),
                                             [&](const auto& b) { return contains(b.footprint, p); });
            const double lux = grid.at(column, row);
            ASSERT_EQ(std::isnan(lux), indoors) << column << ' ' << row;
            if (indoors) continue;
            ASSERT_NEAR(lux, definition(p, lamps, options), 1e-9) << column << ' ' << row;
            ++(lux > 0.0 ? lit : dark);
        }
    EXPECT_GT(lit, 0);
}

}  // namespace

TEST(LightField, behind_a_wall_the_shadow_is_as_long_as_the_lamp_is_high_above_it) {
    const layers::BuildingLayer wall{{house(rectangle(4, -5, 5, 5), 5)}, {}};
    const Obstacles obstacles(&wall, nullptr);
    const Luminaire lamp{.position = {0, 0}, .height = 8_m};
    // The top of the far face at x = 5 throws its shadow to 5 · 8 / (8 − 5) = 13.33 m.
    const auto grid = illuminance_grid({{0, -0.5}, 0.5_m, 40, 2}, std::span(&lamp, 1), {.obstacles = &obstacles});
    for (int column = 0; column < 40; ++column) {
        const double x = grid.frame.centre(column, 1).x, lux = grid.at(column, 1);
        if (x > 4 && x < 5)
            EXPECT_TRUE(std::isnan(lux)) << x;
        else
            EXPECT_EQ(lux == 0.0, x > 5 && x < 40.0 / 3) << x;
    }
}

TEST(LightField, behind_a_house_higher_than_the_lamp_it_is_dark_to_the_end) {
    const layers::BuildingLayer tower{{house(rectangle(4, -50, 5, 50), 30)}, {}};
    const Obstacles obstacles(&tower, nullptr);
    const Luminaire lamp{.position = {0.1, 0.2}, .height = 8_m, .flux = {20'000.0}};
    const auto grid = illuminance_grid({{5, -10}, 1_m, 60, 20}, std::span(&lamp, 1), {.obstacles = &obstacles});
    for (const double lux : grid.values) EXPECT_EQ(lux, 0.0);
}

TEST(LightField, agrees_with_the_definition_at_every_cell_of_crooked_towns) {
    for (const std::uint32_t seed : {21u, 22u, 23u, 24u}) {
        const SmallTown town(seed);
        const Obstacles obstacles(&town.buildings, &town.vegetation);
        expect_definition(metre_cells, town.buildings, town.lamps, {.cutoff = 0.02_lx, .obstacles = &obstacles});
    }
}

TEST(LightField, agrees_with_the_definition_where_everything_is_axis_parallel) {
    // Drawn on whole metres; lamps and cell centres off them, so that no centre lies on a shadow's very edge.
    const layers::BuildingLayer buildings{{house(rectangle(10, 10, 30, 20), 6), house(rectangle(30, 10, 35, 40), 12),
                                           house(rectangle(50, 30, 51, 60), 3)},
                                          {}};
    const layers::VegetationLayer plants{{crown(rectangle(5, 30, 25, 31), 0, 2), crown(rectangle(40, 10, 46, 16), 2, 9),
                                          crown(rectangle(43, 13, 49, 19), 0, 5)},
                                         {}};
    const Obstacles obstacles(&buildings, &plants);
    const std::vector<Luminaire> lamps{{.position = {20.13, 40.29}, .height = 5_m},
                                       {.position = {44.37, 14.71}, .height = 8_m},
                                       {.position = {34.5, 25.3}, .height = 6_m},
                                       {.position = {60.11, 8.83}, .height = 10_m}};
    expect_definition({{0.0, 0.0}, 0.7_m, 100, 100}, buildings, lamps, {.obstacles = &obstacles});
}

TEST(LightField, with_a_table_agrees_with_the_definition_too) {
    const IntensityTable winged{
        {0, 90, 180, 270}, {0, 45, 90}, {{200, 250, 0}, {180, 40, 0}, {200, 90, 0}, {190, 30, 0}}};
    SmallTown town(25);
    for (auto& lamp : town.lamps) lamp.table = &winged;
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    expect_definition({{-0.13, -0.29}, 2_m, 80, 80}, town.buildings, town.lamps,
                      {.cutoff = 0.02_lx, .obstacles = &obstacles});
}

TEST(LightReach, beyond_it_a_lamp_gives_less_than_the_cutoff_at_every_distance) {
    // Brightest far out, dark below, and once more a narrow peak near the horizon.
    const IntensityTable far_out{
        {0, 90, 180, 270},
        {0, 60, 70, 80, 85, 90},
        {{5, 100, 500, 20, 0, 0}, {0, 50, 400, 10, 60, 0}, {5, 90, 450, 5, 0, 0}, {0, 0, 0, 0, 0, 0}}};
    const IntensityTable cone{{0}, {20}, {{900}}};
    for (const auto* table : {&far_out, &cone})
        for (const double cutoff : {0.001, 0.01, 0.2}) {
            const Luminaire lamp{.position = {3, 4}, .height = 6_m, .table = table};
            const double reach = reach_of(lamp, {cutoff});
            ASSERT_GT(reach, 0.0);
            double strongest_inside = 0.0;
            for (double d = 0.1; d < 300; d += 0.1)
                for (int k = 0; k < 24; ++k) {
                    const double turn = k * std::numbers::pi / 12;
                    const double lux = horizontal_share(lamp, {3 + d * std::cos(turn), 4 + d * std::sin(turn)}, 0.0);
                    if (d > reach)
                        ASSERT_LE(lux, cutoff) << d;
                    else if (d > 0.9 * reach)
                        strongest_inside = std::max(strongest_inside, lux);
                }
            EXPECT_GT(strongest_inside, 0.2 * cutoff) << reach;  // and not much farther than needed
        }
}

TEST(LightField, obstacles_far_away_or_none_change_no_bit) {
    const SmallTown town(26);
    const layers::BuildingLayer far{{house(rectangle(900, 900, 950, 950), 20)}, {}};
    const Obstacles nothing(nullptr, nullptr), elsewhere(&far, nullptr);
    const auto open = illuminance_grid(metre_cells, town.lamps);
    EXPECT_EQ(open.values, illuminance_grid(metre_cells, town.lamps, {.obstacles = &nothing}).values);
    EXPECT_EQ(open.values, illuminance_grid(metre_cells, town.lamps, {.obstacles = &elsewhere}).values);
}

TEST(LightField, behind_obstacles_has_the_same_bytes_for_any_number_of_threads) {
    const SmallTown town(27);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    const LightOptions options{.obstacles = &obstacles};
    set_thread_count(1);
    const auto one = illuminance_grid(metre_cells, town.lamps, options);
    set_thread_count(8);
    const auto eight = illuminance_grid(metre_cells, town.lamps, options);
    set_thread_count(0);
    EXPECT_EQ(std::memcmp(one.values.data(), eight.values.data(), one.values.size() * sizeof(double)), 0);
}

TEST(LightField, a_point_in_a_passage_is_lit_as_outdoors_where_the_grid_has_no_data) {
    const layers::BuildingLayer portal{{house(rectangle(0, 0, 6, 20), 9)}, {}};
    const Obstacles obstacles(&portal, nullptr);
    const Luminaire lamp{.position = {12, 10}, .height = 5_m};
    const std::vector<Point> inside{{3, 10}};
    EXPECT_EQ(illuminance_at(inside, std::span(&lamp, 1), {.obstacles = &obstacles})[0],
              illuminance_at(inside, std::span(&lamp, 1))[0]);
    const auto grid = illuminance_grid({{2.5, 9.5}, 1_m, 1, 1}, std::span(&lamp, 1), {.obstacles = &obstacles});
    EXPECT_TRUE(std::isnan(grid.values[0]));
}

TEST(LightLeftOut, of_one_lamp_is_its_light_beyond_its_reach) {
    const Luminaire lamp{.position = {0, 0}, .height = 5_m};
    const double reach = reach_of(lamp, 0.01_lx);
    const auto near = light_left_out({{-2, -2}, 1_m, 4, 4}, std::span(&lamp, 1));
    EXPECT_EQ(near.samples, 16);
    EXPECT_EQ(near.largest.value, 0.0);
    const auto far = light_left_out({{reach + 1, 0}, 1_m, 1, 1}, std::span(&lamp, 1));
    EXPECT_EQ(far.mean.value, horizontal_share(lamp, {reach + 1.5, 0.5}, 0.0));
    EXPECT_LT(far.largest.value, 0.01);
}

TEST(LightLeftOut, and_the_field_together_make_the_plain_sum) {
    const SmallTown town(28);
    const GridFrame frame{{0, 0}, 8_m, 20, 20};
    const auto fast = illuminance_grid(frame, town.lamps, {.cutoff = 0.2_lx});
    double whole = 0.0, kept = 0.0;
    for (int row = 0; row < 20; ++row)
        for (int column = 0; column < 20; ++column) {
            whole += horizontal_illuminance(frame.centre(column, row), town.lamps).value / 400;
            kept += fast.at(column, row) / 400;
        }
    const auto left = light_left_out(frame, town.lamps, {.cutoff = 0.2_lx});
    EXPECT_GT(left.mean.value, 0.0);
    EXPECT_NEAR(kept + left.mean.value, whole, 1e-9);
}
