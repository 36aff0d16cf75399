// Walking, exits and dead ends.
#include "conditions/path_network.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/random.hpp"
#include "drawn_town.hpp"

using namespace lykta;
using namespace lykta::conditions;
using lykta::conditions::testing::DrawnTown;

namespace {

layers::StreetLayer streets_of(const std::vector<Polyline>& lines) {
    layers::StreetLayer layer;
    for (const auto& line : lines) {
        layer.streets.push_back({});
        layer.streets.back().line = line;
    }
    return layer;
}

/// Metres walked to each position, rounded to millimetres.
std::vector<std::pair<double, Point>> walked(const PathNetwork& network, OnStreet from, double step, double reach) {
    std::vector<std::pair<double, Point>> all;
    network.walk(from, {step}, {reach}, [&](const OnStreet&, Point p, double metres) { all.push_back({metres, p}); });
    return all;
}

/// A lattice of blocks with some sides missing and bent streets; ends meet at the lattice.
layers::StreetLayer random_streets(std::uint32_t seed, int size) {
    std::vector<Polyline> lines;
    const auto corner = [&](int x, int y) {
        const auto item = static_cast<std::uint64_t>(y * 100 + x);
        return Point{30.0 * x + 8 * random_uniform({seed, 1, item}, 0),
                     30.0 * y + 8 * random_uniform({seed, 1, item}, 1)};
    };
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            for (const int up : {0, 1}) {
                const auto item = static_cast<std::uint64_t>((y * 100 + x) * 2 + up);
                if (random_uniform({seed, 2, item}, 0) < 0.3) continue;
                const Point a = corner(x, y), b = corner(x + 1 - up, y + up);
                lines.push_back({a, {(a.x + b.x) / 2 + 3, (a.y + b.y) / 2 - 2}, b});
            }
    return streets_of(lines);
}

/// Metres between all pairs of nodes (Floyd).
std::vector<std::vector<double>> all_distances(const PathNetwork& network) {
    const std::size_t n = network.node_count();
    std::vector<std::vector<double>> metres(n, std::vector<double>(n, 1e300));
    for (std::size_t i = 0; i < n; ++i) metres[i][i] = 0.0;
    for (const auto& link : network.links()) {
        auto &there = metres[link.from][link.to], &back = metres[link.to][link.from];
        there = back = std::min(there, link.length());
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) metres[i][j] = std::min(metres[i][j], metres[i][k] + metres[k][j]);
    return metres;
}

}  // namespace

TEST(PathNetwork, a_walk_along_one_street_goes_both_ways_to_its_ends) {
    const PathNetwork network(streets_of({{{0, 0}, {40, 0}}}));
    const auto all = walked(network, {0, 12.0}, 5, 100);
    ASSERT_EQ(all.size(), 7U);  // 2 to the left (7, 2), 5 to the right (17 … 37)
    double least = 40, most = 0;
    for (const auto& [metres, p] : all) {
        EXPECT_DOUBLE_EQ(std::abs(p.x - 12.0), metres);
        least = std::min(least, p.x), most = std::max(most, p.x);
    }
    EXPECT_DOUBLE_EQ(least, 2.0);
    EXPECT_DOUBLE_EQ(most, 37.0);
}

TEST(PathNetwork, lines_meet_where_an_end_lies_on_another_within_half_a_metre) {
    const std::vector<Polyline> lines{{{0, 0}, {100, 0}}, {{50, 0.4}, {50, 50}}, {{80, 0.6}, {80, 50}}};
    const PathNetwork network(streets_of(lines));
    int on_joined = 0, on_apart = 0;
    network.walk({0, 60.0}, 5_m, 100_m, [&](const OnStreet& at, Point, double) {
        on_joined += at.street == 1 ? 1 : 0;
        on_apart += at.street == 2 ? 1 : 0;
    });
    EXPECT_EQ(on_joined, 9);  // 15 … 55 m walked
    EXPECT_EQ(on_apart, 0);
}

TEST(PathNetwork, lines_that_share_a_vertex_meet_and_a_tunnel_passes_below) {
    auto streets = streets_of({{{0, 0}, {50, 0}, {100, 0}}, {{50, -50}, {50, 0}, {50, 50}}});
    EXPECT_EQ(PathNetwork(streets).node_count(), 5U);
    streets.streets[1].tunnel = true;
    EXPECT_EQ(PathNetwork(streets).node_count(), 4U);
}

TEST(PathNetwork, a_ring_is_walked_once_round_from_both_sides) {
    const PathNetwork network(streets_of({{{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 0}}}));
    std::map<std::pair<double, double>, int> times;
    for (const auto& [metres, p] : walked(network, {0, 10.0}, 5, 1000)) ++times[{p.x, p.y}];
    EXPECT_EQ(times.size(), 31U);  // 160 m every 5 m, without the start
    for (const auto& [place, n] : times) EXPECT_EQ(n, 1) << place.first << ' ' << place.second;
}

TEST(PathNetwork, every_place_is_visited_once_by_the_shortest_way) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto streets = random_streets(seed, 5);
        const PathNetwork network(streets);
        const auto metres = all_distances(network);
        const OnStreet from{static_cast<std::uint32_t>(
                                random_below({seed, 3, 0}, 0, static_cast<std::uint32_t>(streets.streets.size()))),
                            11.0};
        const auto& start = network.links()[from.street];  // no street is cut in between
        const auto shortest = [&](std::size_t street, double along) {
            const auto& link = network.links()[street];
            double best = street == from.street ? std::abs(along - from.along_m) : 1e300;
            for (const auto& [a, x] : {std::pair{start.from, from.along_m}, {start.to, start.to_m - from.along_m}})
                best = std::min({best, x + metres[a][link.from] + along, x + metres[a][link.to] + link.to_m - along});
            return best;
        };
        ASSERT_EQ(network.links().size(), streets.streets.size());
        std::map<std::uint32_t, std::vector<double>> visited;
        network.walk(from, 3_m, 70_m, [&](const OnStreet& at, Point p, double walked) {
            EXPECT_NEAR(walked, shortest(at.street, at.along_m), 1e-9);
            EXPECT_LT(nearest_on(streets.streets[at.street].line, p).distance, 1e-9);
            for (const double other : visited[at.street]) EXPECT_GT(std::abs(other - at.along_m), 1e-6);
            visited[at.street].push_back(at.along_m);
        });
        for (std::uint32_t s = 0; s < streets.streets.size(); ++s)
            for (double along = 0.0; along <= network.links()[s].to_m; along += 0.7) {
                if (shortest(s, along) > 67.0 || (s == from.street && std::abs(along - 11.0) < 3.0)) continue;
                // no farther than a step from a visited place, over a junction if need be
                bool near = network.links()[s].to_m < 3.0 || along < 3.0 || along > network.links()[s].to_m - 3.0;
                for (const double other : visited[s]) near = near || std::abs(other - along) <= 3.0 + 1e-9;
                EXPECT_TRUE(near) << "street " << s << " at " << along;
            }
    }
}

TEST(PathNetwork, a_blind_alley_is_a_dead_end_and_its_exit_where_it_joins_the_rest) {
    const DrawnTown town("dead_end");
    const PathNetwork network(town.streets);
    const OnStreet alley{5, 20.0};  // 20 m along from E to G
    EXPECT_TRUE(network.is_dead_end(alley));
    EXPECT_DOUBLE_EQ(network.exit_m(alley), 20.0);
    const OnStreet inside{3, 10.0};  // from B, where three streets meet, towards E
    EXPECT_FALSE(network.is_dead_end(inside));
    EXPECT_DOUBLE_EQ(network.exit_m(inside), 10.0);
    const OnStreet corner{0,
                          10.0};  // 10 m from A, where only one other street leads on: D is 40 m farther, B 70 m away
    EXPECT_DOUBLE_EQ(network.exit_m(corner), 50.0);
}

TEST(PathNetwork, a_way_that_ends_where_the_data_end_leads_on) {
    const std::vector<Polyline> cross{{{0, 50}, {100, 50}}, {{50, 0}, {50, 100}}, {{75, 50}, {75, 60}}};
    const PathNetwork network(streets_of(cross), {.edge_of_data = 10_m});
    EXPECT_FALSE(network.is_dead_end({0, 10.0}));
    EXPECT_DOUBLE_EQ(network.exit_m({0, 10.0}), 10.0);
    EXPECT_TRUE(network.is_dead_end({2, 5.0}));
}

TEST(PathNetwork, a_turning_loop_belongs_to_its_dead_end) {
    const std::vector<Polyline> lines{{{0, 0}, {200, 0}, {200, 200}, {0, 200}, {0, 0}},
                                      {{100, 0}, {100, 60}},
                                      {{100, 60}, {110, 70}, {100, 80}, {90, 70}, {100, 60}}};
    const PathNetwork network(streets_of(lines));
    EXPECT_TRUE(network.is_dead_end({1, 30.0}));
    EXPECT_TRUE(network.is_dead_end({2, 10.0}));
    EXPECT_DOUBLE_EQ(network.exit_m({2, 10.0}), 70.0);
    EXPECT_FALSE(network.is_dead_end({0, 30.0}));
}

TEST(PathNetwork, inside_a_tunnel_the_exit_is_its_mouth) {
    const DrawnTown town("tunnel");
    const PathNetwork network(town.streets);
    EXPECT_TRUE(network.is_tunnel(1));
    EXPECT_DOUBLE_EQ(network.exit_m({1, 10.0}), 10.0);
    EXPECT_DOUBLE_EQ(network.exit_m({1, 25.0}), 5.0);
}

TEST(PathNetwork, pieces_joined_to_nothing_are_not_judged) {
    const std::vector<Polyline> lines{{{0, 0}, {300, 0}, {300, 300}, {0, 300}, {0, 0}}, {{100, 150}, {180, 150}}};
    const PathNetwork network(streets_of(lines));
    EXPECT_FALSE(network.is_dead_end({1, 30.0}));
    EXPECT_DOUBLE_EQ(network.exit_m({1, 30.0}), 30.0);
}
