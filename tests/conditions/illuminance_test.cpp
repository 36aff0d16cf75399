// Light from luminaires: the inverse-square law by hand, tables, and the fast fields against the plain sum.
#include "conditions/illuminance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "conditions/luminaire_light.hpp"
#include "core/error.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

Luminaire lamp(double x, double y) {
    return {.position = {x, y}, .height = 5_m, .flux = {2000.0}, .maintenance_factor = 0.8};
}

std::vector<Luminaire> streetful(std::size_t count, const IntensityTable* table) {
    std::vector<Luminaire> lamps;
    for (std::uint64_t i = 0; i < count; ++i) {
        Luminaire l = lamp(400 * random_uniform({1, 1, i}, 0), 300 * random_uniform({1, 1, i}, 1));
        l.height = {4.0 + 5.0 * random_uniform({1, 1, i}, 2)};
        l.azimuth = {360.0 * random_uniform({1, 1, i}, 3)};
        l.lit = i % 9 != 0;
        if (i % 2 == 0) l.table = table;
        lamps.push_back(l);
    }
    return lamps;
}

const IntensityTable winged{
    {0, 90, 180, 270}, {0, 30, 60, 90}, {{200, 300, 250, 0}, {180, 150, 40, 0}, {200, 220, 90, 0}, {190, 160, 30, 0}}};

}  // namespace

TEST(Illuminance, below_a_lamp_of_2000_lm_at_5_m_is_20_lx_and_at_10_m_less_than_one) {
    const Luminaire l = lamp(0, 0);
    EXPECT_NEAR(horizontal_illuminance({0, 0}, std::span(&l, 1)).value, 2000.0 / M_PI / 25.0 * 0.8, 1e-12);
    EXPECT_NEAR(horizontal_illuminance({10, 0}, std::span(&l, 1)).value, 0.815, 1e-3);
}

TEST(Illuminance, of_several_lamps_is_the_sum_and_an_outage_gives_nothing) {
    std::vector<Luminaire> two{lamp(0, 0), lamp(6, 0)};
    const double both = horizontal_illuminance({3, 0}, two).value;
    two[1].lit = false;
    EXPECT_NEAR(horizontal_illuminance({3, 0}, two).value, both / 2.0, 1e-12);
}

TEST(Illuminance, a_lamp_below_the_point_gives_nothing) {
    const Luminaire l = lamp(0, 0);
    EXPECT_EQ(horizontal_illuminance({1, 0}, std::span(&l, 1), 6_m).value, 0.0);
    EXPECT_EQ(vertical_illuminance({1, 0}, {180.0}, std::span(&l, 1), 6_m).value, 0.0);
}

TEST(Illuminance, a_face_turned_away_from_the_only_lamp_is_dark) {
    const Luminaire l = lamp(0, 0);
    EXPECT_GT(vertical_illuminance({4, 0}, {180.0}, std::span(&l, 1), {1.5}).value, 0.0);
    EXPECT_EQ(vertical_illuminance({4, 0}, {0.0}, std::span(&l, 1), {1.5}).value, 0.0);
    EXPECT_NEAR(semicylindrical_illuminance({4, 0}, {0.0}, std::span(&l, 1), {1.5}).value, 0.0, 1e-15);
}

TEST(IntensityTable, is_linear_between_angles_and_goes_round_at_360) {
    EXPECT_DOUBLE_EQ(winged.at(0, 15), 250.0);
    EXPECT_DOUBLE_EQ(winged.at(45, 30), 225.0);
    EXPECT_DOUBLE_EQ(winged.at(315, 30), (160.0 + 300.0) / 2.0);
    EXPECT_DOUBLE_EQ(winged.at(-45, 30), winged.at(315, 30));
    EXPECT_DOUBLE_EQ(winged.at(725, 30), winged.at(5, 30));
    EXPECT_EQ(winged.at(0, 90.001), 0.0);
}

TEST(IntensityTable, that_is_empty_shines_the_same_everywhere) {
    const IntensityTable empty;
    EXPECT_DOUBLE_EQ(empty.at(10, 20), 1000.0 / (4.0 * M_PI));
    EXPECT_DOUBLE_EQ(empty.at(200, 170), empty.at(0, 0));
}

TEST(LightField, at_points_equals_the_plain_sum_but_for_what_the_cutoff_leaves_out) {
    const auto lamps = streetful(120, &winged);
    std::vector<Point> points;
    for (std::uint64_t i = 0; i < 200; ++i)
        points.push_back({400 * random_uniform({1, 2, i}, 0), 300 * random_uniform({1, 2, i}, 1)});
    const auto fast = illuminance_at(points, lamps);
    for (std::size_t i = 0; i < points.size(); ++i) {
        double kept = 0.0, whole = 0.0;
        for (const Luminaire& l : lamps) {
            const double share = horizontal_illuminance(points[i], std::span(&l, 1)).value;
            whole += share;
            if (l.lit && distance(points[i], l.position) <= reach_of(l, 0.01_lx)) kept += share;
        }
        EXPECT_NEAR(fast[i], kept, 1e-10);
        EXPECT_LE(fast[i], whole + 1e-10);
        EXPECT_GE(fast[i], whole - 0.01 * static_cast<double>(lamps.size()));
    }
}

TEST(LightField, beyond_its_reach_a_lamp_adds_less_than_the_cutoff) {
    for (const Luminaire& l : streetful(60, &winged)) {
        if (!l.lit) continue;
        const double reach = reach_of(l, 0.02_lx);
        for (int k = 0; k < 36; ++k) {
            const double a = k * M_PI / 18.0, d = reach * 1.0001;
            EXPECT_LE(horizontal_share(l, {l.position.x + d * std::cos(a), l.position.y + d * std::sin(a)}, 0.0), 0.02);
        }
    }
}

TEST(LightField, a_grid_equals_the_points_at_its_cell_centres_for_any_number_of_threads) {
    const auto lamps = streetful(80, &winged);
    const GridFrame frame{{-20, -20}, 4_m, 110, 85};
    std::vector<Point> centres;
    for (int r = 0; r < frame.rows; ++r) {
        for (int c = 0; c < frame.columns; ++c) centres.push_back(frame.centre(c, r));
    }
    const auto at = illuminance_at(centres, lamps);
    set_thread_count(1);
    const auto one = illuminance_grid(frame, lamps);
    set_thread_count(4);
    const auto four = illuminance_grid(frame, lamps);
    set_thread_count(0);
    EXPECT_EQ(std::memcmp(one.values.data(), four.values.data(), one.values.size() * sizeof(double)), 0);
    for (std::size_t i = 0; i < at.size(); ++i) EXPECT_NEAR(one.values[i], at[i], 0.0101) << i;
    double off = 0.0;
    for (std::size_t i = 0; i < at.size(); ++i) off += std::abs(one.values[i] - at[i]) > 1e-9 ? 1.0 : 0.0;
    EXPECT_LT(off, 3.0);  // a centre exactly at a lamp's reach may fall on either side
}

TEST(LightField, without_lamps_it_is_dark) {
    EXPECT_EQ(illuminance_at(std::vector<Point>{{0, 0}}, {})[0], 0.0);
    EXPECT_EQ(illuminance_grid({{0, 0}, 1_m, 2, 2}, {}).values, (std::vector<double>(4, 0.0)));
}

TEST(LightField, a_cutoff_of_zero_is_refused) {
    EXPECT_THROW((void)illuminance_at({}, {}, {.cutoff = 0_lx}), Error);
}

TEST(Luminaires, outages_are_dark_and_unknown_lamps_are_taken_to_work) {
    layers::LampLayer layer;
    layer.lamps.resize(3);
    layer.lamps[1].state = layers::LampState::out;
    layer.lamps[2].state = layers::LampState::working;
    const auto l = luminaires_from(layer);
    EXPECT_TRUE(l[0].lit);
    EXPECT_FALSE(l[1].lit);
    EXPECT_TRUE(l[2].lit);
}

namespace {

/// A table with one bright lobe to the street (C90) at 45 degrees.
const IntensityTable to_street{
    {0, 90, 180, 270}, {0, 45, 90}, {{100, 50, 0}, {100, 400, 0}, {100, 50, 0}, {100, 10, 0}}};

/// Light on the ground by turning every direction with matrices: luminaire axes in the world, then C and gamma.
double turned_by_matrix(const Luminaire& l, Point p) {
    const double a = l.azimuth.value * M_PI / 180.0, t = l.tilt.value * M_PI / 180.0;
    const double c0[3] = {std::cos(a), std::sin(a), 0.0};
    const double c90[3] = {-std::sin(a) * std::cos(t), std::cos(a) * std::cos(t), std::sin(t)};
    const double up[3] = {std::sin(a) * std::sin(t), -std::cos(a) * std::sin(t), std::cos(t)};
    const double d[3] = {p.x - l.position.x, p.y - l.position.y, -l.height.value};
    const auto dot = [&](const double* axis) { return axis[0] * d[0] + axis[1] * d[1] + axis[2] * d[2]; };
    const double r = std::sqrt(dot(d)), gamma = std::acos(-dot(up) / r) * 180.0 / M_PI;
    const double c = std::atan2(dot(c90), dot(c0)) * 180.0 / M_PI;
    const double candela = l.table != nullptr
                               ? l.table->at(c, gamma) * l.flux.value * l.maintenance_factor / 1000.0
                               : l.flux.value * l.maintenance_factor / M_PI * std::max(0.0, -dot(up) / r);
    return candela * l.height.value / (r * r * r);
}

}  // namespace

TEST(Tilt, of_90_degrees_sends_straight_down_what_went_back_along_c270) {
    Luminaire l = lamp(0, 0);
    const IntensityTable back{{0, 90, 180, 270}, {0, 90}, {{0, 0}, {0, 0}, {0, 0}, {0, 100}}};
    l.table = &back;
    EXPECT_EQ(horizontal_illuminance({0, 0}, std::span(&l, 1)).value, 0.0);
    l.tilt = {90.0};  // the street side up: C270 at 90 degrees now looks down
    EXPECT_NEAR(horizontal_illuminance({0, 0}, std::span(&l, 1)).value, 100.0 * 2.0 * 0.8 / 25.0, 1e-9);
}

TEST(Tilt, moves_the_brightest_spot_of_a_lambertian_towards_the_street) {
    Luminaire l = lamp(0, 0);
    l.azimuth = {0.0};  // C90 to the north
    l.tilt = {30.0};
    EXPECT_GT(horizontal_illuminance({0, 2}, std::span(&l, 1)).value,
              horizontal_illuminance({0, -2}, std::span(&l, 1)).value);
    EXPECT_NEAR(horizontal_illuminance({0, 0}, std::span(&l, 1)).value, 2000 * 0.8 / M_PI * std::cos(M_PI / 6) / 25.0,
                1e-12);
}

TEST(Tilt, equals_the_turn_by_matrices_in_every_direction) {
    for (std::uint64_t i = 0; i < 300; ++i) {
        Luminaire l = lamp(10 * random_uniform({3, 1, i}, 0), 10 * random_uniform({3, 1, i}, 1));
        l.azimuth = {360.0 * random_uniform({3, 1, i}, 2) - 180.0};
        l.tilt = {40.0 * random_uniform({3, 1, i}, 3) - 10.0};
        if (i % 3 != 0) l.table = &winged;
        const Point p{30 * random_uniform({3, 1, i}, 4) - 10, 30 * random_uniform({3, 1, i}, 5) - 10};
        EXPECT_NEAR(horizontal_share(l, p, 0.0), turned_by_matrix(l, p), 1e-9);
    }
}

TEST(Tilt, of_almost_nothing_changes_almost_nothing) {
    for (const IntensityTable* table : {static_cast<const IntensityTable*>(nullptr), &winged}) {
        Luminaire flat = lamp(0, 0);
        flat.table = table;
        flat.azimuth = {70.0};
        Luminaire tilted = flat;
        tilted.tilt = {1e-7};
        for (const Point p : {Point{0, 3}, Point{-7, 2}, Point{1, -9}})
            EXPECT_NEAR(horizontal_share(tilted, p, 0.0), horizontal_share(flat, p, 0.0), 1e-6);
    }
}

TEST(Luminaires, stand_at_the_end_of_their_arm_with_c90_to_the_street) {
    layers::LampLayer layer;
    layer.photometry.push_back({.file = "a.ldt", .name = "", .table = to_street, .flux = {}});
    layer.lamps.resize(2);
    layer.lamps[0].position = layer.lamps[1].position = {100, 200};
    layer.lamps[0].arm = layer.lamps[1].arm = {2.0};
    layer.lamps[0].facing = Degrees{90.0};  // the street lies to the north
    layer.lamps[0].photometry = 0;
    layer.lamps[0].tilt = {5.0};
    const auto l = luminaires_from(layer);
    EXPECT_NEAR(l[0].position.x, 100.0, 1e-12);
    EXPECT_NEAR(l[0].position.y, 202.0, 1e-12);
    EXPECT_EQ(l[0].azimuth.value, 0.0);
    EXPECT_EQ(l[0].tilt.value, 5.0);
    EXPECT_EQ(l[0].table, &layer.photometry[0].table);
    EXPECT_EQ(l[1].position, (Point{100, 200}));  // no facing: the arm points nowhere
    EXPECT_GT(horizontal_share(l[0], {100, 207}, 0.0), 10.0 * horizontal_share(l[0], {100, 197}, 0.0));
}

TEST(Luminaires, give_what_their_schedule_leaves_and_are_dark_when_switched_off) {
    layers::LampLayer layer;
    layer.schedules = {{.text = "", .spans = {{23 * 60, 5 * 60, 0.5}}}, {.text = "", .spans = {{0, 300, 0.0}}}};
    layer.lamps.resize(4);
    layer.lamps[0].schedule = 0;
    layer.lamps[1].schedule = 1;
    layer.lamps[2].flux = {0.0};
    const auto full = luminaires_from(layer), night = luminaires_from(layer, {.minute = 120});
    EXPECT_EQ(full[0].flux.value, 3000.0);
    EXPECT_TRUE(full[1].lit);
    EXPECT_FALSE(full[2].lit);  // a pole without luminaire
    EXPECT_EQ(night[0].flux.value, 1500.0);
    EXPECT_FALSE(night[1].lit);
    EXPECT_EQ(night[3].flux.value, 3000.0);
}
