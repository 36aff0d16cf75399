// Error law, outlines on the lattice, and the part of one in the other.
#include "places/position_tables.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace lykta::places {
namespace {

RankedPlace square(double x, double y, double side) {
    RankedPlace r;
    r.place.shape = {Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
    r.place.area_ha = side * side / square_metres_per_hectare;
    return r;
}

RankedPlace ring() {
    auto r = square(0, 0, 100);
    r.place.shape[0].holes = {{{30, 30}, {30, 70}, {70, 70}, {70, 30}, {30, 30}}};
    return r;
}

TEST(ErrorStencil, is_balanced_and_half_of_it_lies_within_the_median) {
    const auto stencil = error_stencil(0.3);
    Point mean;
    double square_x = 0;
    int within = 0;
    for (const Point p : stencil) {
        mean.x += p.x / 64, mean.y += p.y / 64;
        square_x += p.x * p.x / 64;
        within += std::hypot(p.x, p.y) * sigma_of(83) < 83 ? 1 : 0;
        EXPECT_LE(std::hypot(p.x, p.y), stencil_reach() + 1e-9);
    }
    EXPECT_EQ(within, 32);
    EXPECT_NEAR(mean.x, 0, 0.05);
    EXPECT_NEAR(mean.y, 0, 0.05);
    EXPECT_NEAR(square_x, 1, 0.08);
}

TEST(RegionMap, agrees_with_the_outlines_away_from_their_edges) {
    const std::vector<RankedPlace> places{ring(), square(200, 20, 40)};
    const RegionMap map{places, 1_m, Overlap::deepest};
    for (std::uint32_t i = 0; i < 4000; ++i) {
        const Point p{300 * random_uniform({.item = i}, 0) - 20, 140 * random_uniform({.item = i}, 1) - 20};
        std::uint32_t wanted = RegionMap::nowhere;
        double edge = 1e300;
        for (std::uint32_t k = 0; k < 2; ++k) {
            const auto& polygon = places[k].place.shape[0];
            if (contains(polygon, p)) wanted = k;
            edge = std::min(edge, nearest_on(polygon.outer, p).distance);
            for (const auto& hole : polygon.holes) edge = std::min(edge, nearest_on(hole, p).distance);
        }
        if (edge > 1) {
            EXPECT_EQ(map.at(p), wanted) << p.x << ' ' << p.y;
        }
    }
    EXPECT_NEAR(map.area_ha()[0], 0.84, 0.01);
}

TEST(RegionMap, ground_two_places_share_goes_to_the_one_it_lies_deeper_in_or_to_both) {
    const std::vector<RankedPlace> places{square(0, 0, 100), square(60, 0, 100)};
    const RegionMap deepest{places, 1_m, Overlap::deepest};
    EXPECT_EQ(deepest.at({70, 50}), 0U);
    EXPECT_EQ(deepest.at({90, 50}), 1U);
    const RegionMap all{places, 1_m, Overlap::all};
    EXPECT_EQ(all.places_of(all.at({80, 50})), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(all.at({20, 50}), 0U);
}

TEST(RegionMap, incidents_counted_twice_mean_that_places_share_them) {
    std::vector<RankedPlace> places{square(0, 0, 100), square(60, 0, 100)};
    places[0].facts.incident_index = {1, 2}, places[1].facts.incident_index = {3};
    EXPECT_EQ(overlap_of(places), Overlap::deepest);
    places[1].facts.incident_index = {2, 3};
    EXPECT_EQ(overlap_of(places), Overlap::all);
}

/// Part of one incident's law in the square, by the tables.
double part_inside(double error_m, Point at, Point shift) {
    const std::vector<RankedPlace> places{square(0, 0, 100)};
    RegionMap map{places, 2_m, Overlap::deepest};
    map.prepare_near(500_m);
    layers::IncidentLayer incidents;
    incidents.position = {at};
    incidents.source = {0};
    incidents.position_error_m = {error_m};
    const auto background = background_of(incidents.position, map);
    const auto sites = sites_of(incidents, map, background);
    const auto tables = position_tables(sites, map, shift, error_stencil(0));
    double inside = 0, all = 0;
    for (const auto& e : tables.entry) {
        all += e.points;
        if (e.region == 0) inside += e.points;
    }
    return inside / all;
}

TEST(PositionTables, hold_the_share_of_the_error_law_in_an_outline) {
    const auto phi = [](double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; };
    const double s = sigma_of(83);
    const double middle = phi(50 / s) - phi(-50 / s);
    EXPECT_NEAR(part_inside(83, {50, 50}, {}), middle * middle, 0.04);
    EXPECT_NEAR(part_inside(83, {0, 50}, {}), (phi(100 / s) - 0.5) * middle, 0.04);
    EXPECT_EQ(part_inside(15, {50, 50}, {}), 1.0);
    EXPECT_EQ(part_inside(0, {50, 50}, {}), 1.0);
}

TEST(PositionTables, a_shifted_outline_holds_what_lies_in_it_where_it_then_is) {
    EXPECT_EQ(part_inside(0, {110, 50}, {20, 0}), 1.0);
    EXPECT_EQ(part_inside(0, {10, 50}, {20, 0}), 0.0);
}

TEST(Sites, gather_repeated_positions_and_leave_far_ones_to_the_background) {
    const std::vector<RankedPlace> places{square(0, 0, 100)};
    RegionMap map{places, 2_m, Overlap::deepest};
    map.prepare_near(50_m);
    layers::IncidentLayer incidents;
    incidents.position = {{50, 50}, {9000, 50}, {50, 50}, {60, 50}};
    incidents.source = {0, 0, 0, 0};
    incidents.position_error_m = {15};
    const auto background = background_of(incidents.position, map);
    const auto sites = sites_of(incidents, map, background);
    ASSERT_EQ(sites.site.size(), 2U);
    EXPECT_EQ(sites.site[0].count, 2U);
    EXPECT_EQ(sites.incident, (std::vector<std::uint32_t>{0, 2, 3}));
    double far = 0;
    for (const double n : sites.far_in_background) far += n;
    EXPECT_EQ(far, 1);
}

}  // namespace
}  // namespace lykta::places
