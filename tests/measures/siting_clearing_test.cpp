// What to clear: against the engine's own sight, against every subset, and on the shipped town's shrub places.
#include "measures/siting_clearing.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "../conditions/random_town.hpp"
#include "core/error.hpp"
#include "core/parallel.hpp"
#include "layers/read_layers.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_clearing_choice.hpp"
#include "measures/siting_clearing_closure.hpp"

namespace lykta::measures {
namespace {

using conditions::testing::box_shape;
using conditions::testing::Grain;

/// Streets, houses and plants with their sight.
struct ClearingTown {
    layers::CityLayers city;
    std::unique_ptr<conditions::Obstacles> obstacles;
    std::unique_ptr<conditions::PathNetwork> network;
    conditions::PathSight sight;

    void add_path(const Polyline& line, const bool tunnel = false) {
        if (!city.streets) city.streets.emplace();
        layers::Street street;
        street.line = line;
        street.footpath = true;
        street.tunnel = tunnel;
        city.streets->streets.push_back(street);
    }
    void add_plant(const MultiPolygon& shape, double height, double crown_base = 0.0) {
        if (!city.vegetation) city.vegetation.emplace();
        layers::Plant plant;
        plant.outline = shape;
        plant.height = Meters{height};
        plant.crown_base = Meters{crown_base};
        city.vegetation->plants.push_back(plant);
    }
    void add_house(const MultiPolygon& shape) {
        if (!city.buildings) city.buildings.emplace();
        city.buildings->buildings.push_back({.footprint = shape, .height = Meters{6}});
    }
    void look() {
        obstacles = std::make_unique<conditions::Obstacles>(city.buildings ? &*city.buildings : nullptr,
                                                            city.vegetation ? &*city.vegetation : nullptr);
        network = std::make_unique<conditions::PathNetwork>(*city.streets);
        sight = conditions::sight_along({.streets = *city.streets,
                                         .obstacles = *obstacles,
                                         .vegetation = city.vegetation ? &*city.vegetation : nullptr,
                                         .entrances = {},
                                         .network = network.get()});
    }
    [[nodiscard]] World world() const {
        World world{.city = city};
        world.sight = &sight;
        world.network = network.get();
        world.sight_obstacles = obstacles.get();
        return world;
    }
    [[nodiscard]] std::vector<std::uint32_t> stretches() const {
        std::vector<std::uint32_t> all(sight.stretches.size());
        for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
        return all;
    }
    /// Sight of the whole town computed afresh, the pieces gone.
    [[nodiscard]] conditions::PathSight sight_without(std::span<const Clearing> clearings) const {
        layers::VegetationLayer left = *city.vegetation;
        for (const auto& c : clearings)
            left.plants[c.plant].outline = difference_of(left.plants[c.plant].outline, c.shape);
        const conditions::Obstacles standing(city.buildings ? &*city.buildings : nullptr, &left);
        return conditions::sight_along(
            {.streets = *city.streets, .obstacles = standing, .vegetation = &left, .entrances = {}});
    }
    [[nodiscard]] double under_25(const conditions::PathSight& of, std::span<const std::uint32_t> stretches) const {
        double metres = 0.0;
        for (const auto s : stretches) metres += of.stretches[s].under_25_m;
        return metres;
    }
};

double sight_of(std::span<const Clearing> clearings) {
    double metres = 0.0;
    for (const auto& c : clearings) metres += c.sight_m;
    return metres;
}

double area_of(std::span<const Clearing> clearings) {
    double m2 = 0.0;
    for (const auto& c : clearings) m2 += c.area_m2;
    return m2;
}

/// A path that turns at right angles, a hedge 2 m wide along the inside of the turn.
ClearingTown hedge_in_a_bend() {
    ClearingTown town;
    town.add_path({{0, 0}, {60, 0}, {60, 60}});
    town.add_plant({{{{10, 2}, {58, 2}, {58, 50}, {56, 50}, {56, 4}, {10, 4}, {10, 2}}, {}}}, 2.0);
    town.look();
    return town;
}

/// Crooked paths that cross, beds of shrubs beside them (some upon them), trees and houses.
ClearingTown random_town(std::uint32_t seed) {
    ClearingTown town;
    const auto random = [&](std::uint64_t item, std::uint32_t draw) { return random_uniform({seed, 31, item}, draw); };
    for (std::uint64_t k = 0; k < 3; ++k) {
        Polyline line;
        for (std::uint32_t i = 0; i <= 6; ++i) {
            const double along = 20.0 * i - 60.0, off = 40.0 * static_cast<double>(k) - 40.0 + 14.0 * random(k, i);
            line.push_back(k % 2 == 0 ? Point{along, off} : Point{off, along});
        }
        town.add_path(line, seed % 3 == 0 && k == 2);
    }
    town.city.buildings.emplace();
    town.city.vegetation.emplace();
    for (std::uint64_t i = 0; i < 46; ++i) {
        const Point at{130.0 * random(100 + i, 0) - 65.0, 130.0 * random(100 + i, 1) - 65.0};
        const double wide = 1.0 + 7.0 * random(100 + i, 2), deep = 1.0 + 4.0 * random(100 + i, 3);
        const MultiPolygon shape = box_shape(at.x, at.y, at.x + wide, at.y + deep);
        if (i < 4)
            town.add_house(shape);
        else if (i < 12)
            town.add_plant(shape, 8.0, i % 2 == 0 ? 1.0 : 2.5);
        else
            town.add_plant(shape, 1.2 + 1.8 * random(100 + i, 4));
    }
    town.look();
    return town;
}

struct LinesOf {
    std::vector<WatchedSample> samples;
    std::vector<ClearingPiece> pieces;
    ClearingLines lines;
};

LinesOf lines_of(const ClearingTown& town, const ClearingOptions& options = {}) {
    const World world = town.world();
    const auto samples = samples_to_watch(world, town.stretches());
    const auto cells = clearing_cells(*town.city.streets, parts_walked(world, samples), options);
    auto pieces = clearing_pieces(world, cells, options);
    ClearingLines lines(world, samples, pieces);
    return {samples, std::move(pieces), std::move(lines)};
}

/// Some pieces as clearings.
std::vector<Clearing> some_of(const std::vector<ClearingPiece>& pieces, const Cleared& cleared) {
    std::vector<Clearing> some;
    for (std::size_t p = 0; p < pieces.size(); ++p)
        if (cleared[p] != 0) some.push_back({pieces[p].plant, pieces[p].shape, pieces[p].area_m2, 0.0});
    return some;
}

}  // namespace

TEST(SitingClearing, a_hedge_in_a_bend_is_cleared_where_it_hides_and_stands_where_it_does_not) {
    const ClearingTown town = hedge_in_a_bend();
    const auto all = town.stretches();
    const double before = town.under_25(town.sight, all);
    ASSERT_GT(before, 20.0);
    const auto clearings = site_clearing(town.world(), all);
    const auto after = town.sight_without(clearings);
    EXPECT_NEAR(sight_of(clearings), before - town.under_25(after, all), 1e-9);
    EXPECT_EQ(town.under_25(after, all), 0.0);
    EXPECT_LT(area_of(clearings), 130.0);  // of 188 m²: its ends, 25 m and more from the corner, hide nobody
    for (const auto& c : clearings) {
        EXPECT_GE(c.sight_m, 0.0);
        EXPECT_LE(c.area_m2, 2.0 * 14.0 + 1e-9);  // 2 m wide, pieces about 10 m long
        EXPECT_NEAR(c.area_m2, area(c.shape), 0.1);
    }
}

TEST(SitingClearing, two_hedges_one_behind_the_other_are_taken_as_one_step) {
    ClearingTown town;
    town.add_path({{0, 0}, {30, 0}, {30, 30}});
    town.add_plant(box_shape(20, 2, 22, 4), 2.0);
    town.add_plant(box_shape(24, 2, 26, 4), 2.0);
    town.look();
    const auto clearings = site_clearing(town.world(), town.stretches());
    ASSERT_EQ(clearings.size(), 2U);
    EXPECT_GT(clearings[0].sight_m, 0.0);
    EXPECT_GT(clearings[1].sight_m, 0.0);
    const auto after = town.sight_without(clearings);
    EXPECT_NEAR(sight_of(clearings),
                town.under_25(town.sight, town.stretches()) - town.under_25(after, town.stretches()), 1e-9);
}

TEST(SitingClearing, what_a_house_hides_no_shrub_is_cleared_for) {
    ClearingTown town;
    town.add_path({{0, 0}, {30, 0}, {30, 30}});
    town.add_plant(box_shape(22, 2, 25, 5), 2.0);
    town.add_house(box_shape(20, 1.5, 28.5, 10));  // behind the shrub, to the very corner
    town.look();
    ASSERT_GT(town.under_25(town.sight, town.stretches()), 0.0);
    EXPECT_TRUE(site_clearing(town.world(), town.stretches()).empty());
}

TEST(SitingClearing, of_a_wide_thicket_only_the_strip_beside_the_path_goes) {
    ClearingTown town;
    town.add_path({{0, 0}, {60, 0}, {60, 60}});
    town.add_plant(box_shape(-200, 2, 58, 300), 2.0);  // on the inside of the bend
    town.look();
    const auto all = town.stretches();
    const auto clearings = site_clearing(town.world(), all);
    ASSERT_FALSE(clearings.empty());
    const auto strip = buffer_of(Geometry(MultiLine{{town.city.streets->streets[0].line}}), 5.01);
    for (const auto& c : clearings) EXPECT_NEAR(area(difference_of(c.shape, strip)), 0.0, 0.01);
    const auto after = town.sight_without(clearings);
    EXPECT_NEAR(sight_of(clearings), town.under_25(town.sight, all) - town.under_25(after, all), 1e-9);
    EXPECT_GT(sight_of(clearings), 5.0);  // next to the corner; farther off the view runs over 5 m from both paths
    EXPECT_GT(town.under_25(after, all), 20.0);
}

TEST(SitingClearing, trees_are_not_cleared_and_shrubs_outside_the_strip_stay) {
    ClearingTown town;
    town.add_path({{0, 0}, {30, 0}, {30, 30}});
    town.add_plant(box_shape(20, 2, 25, 8), 5.0);
    town.look();
    ASSERT_GT(town.under_25(town.sight, town.stretches()), 0.0);
    EXPECT_TRUE(site_clearing(town.world(), town.stretches()).empty());
    town.city.vegetation->plants.clear();
    town.add_plant(box_shape(18, 6, 24, 12), 2.0);
    town.look();
    EXPECT_TRUE(site_clearing(town.world(), town.stretches()).empty());
    for (const auto& c : site_clearing(town.world(), town.stretches(), {.strip = Meters{8}}))
        EXPECT_LE(box_of(c.shape).max_y, 12.1);
    EXPECT_FALSE(site_clearing(town.world(), town.stretches(), {.strip = Meters{8}}).empty());
}

TEST(SitingClearing, a_gain_too_small_for_its_area_is_left) {
    const ClearingTown town = hedge_in_a_bend();
    EXPECT_TRUE(site_clearing(town.world(), town.stretches(), {.least_gain = 100.0}).empty());
    const auto dear = site_clearing(town.world(), town.stretches(), {.least_gain = 0.4});
    const auto cheap = site_clearing(town.world(), town.stretches(), {.least_gain = 0.0});
    EXPECT_LE(area_of(dear), area_of(cheap));
    EXPECT_GE(sight_of(dear), 0.4 * area_of(dear));
}

TEST(SitingClearing, before_anything_is_cleared_the_lines_say_what_the_towns_sight_says) {
    std::size_t lines = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        const ClearingTown town = random_town(seed);
        const LinesOf of = lines_of(town);
        const Cleared none(of.pieces.size(), 0);
        for (std::uint32_t s = 0; s < of.samples.size(); ++s) {
            const auto own = of.lines.lines_from(s);
            const bool shut = std::any_of(own.begin(), own.end(), [&](auto l) { return !of.lines.is_open(l, none); });
            EXPECT_EQ(shut, !of.samples[s].seen_now);
            lines += own.size();
        }
        EXPECT_EQ(of.lines.metres(none), 0.0);
    }
    EXPECT_GT(lines, 200U);
}

TEST(SitingClearing, whatever_is_cleared_the_lines_say_what_sight_afresh_says) {
    double regained = 0.0;
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        const ClearingTown town = random_town(seed);
        const LinesOf of = lines_of(town);
        Cleared cleared(of.pieces.size(), 0);
        for (std::uint32_t p = 0; p < cleared.size(); ++p)
            cleared[p] = random_uniform({seed, 32, p}, 0) < (seed % 2 == 0 ? 1.0 : 0.7) ? 1 : 0;
        const auto after = town.sight_without(some_of(of.pieces, cleared));
        double metres = 0.0;
        for (const auto& sample : of.samples) {
            const auto& s = after.samples[sample.sample];
            const bool hidden = s.hidden_by != conditions::HiddenBy::nothing && s.seen_at_m <= seen_late_m;
            if (hidden == sample.seen_now) metres += hidden ? -sample.metres : sample.metres;
        }
        EXPECT_NEAR(of.lines.metres(cleared), metres, 1e-9) << seed;
        regained += metres;
    }
    EXPECT_GT(regained, 200.0);
}

TEST(SitingClearing, metres_of_sight_are_those_before_less_those_after_on_random_towns) {
    double regained = 0.0;
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        const ClearingTown town = random_town(seed);
        const auto all = town.stretches();
        const auto clearings = site_clearing(town.world(), all);
        const auto after = town.sight_without(clearings);
        EXPECT_NEAR(sight_of(clearings), town.under_25(town.sight, all) - town.under_25(after, all), 1e-9) << seed;
        for (const auto& c : clearings) EXPECT_GE(c.sight_m, 0.0);
        EXPECT_GE(sight_of(clearings), 0.02 * area_of(clearings) - 1e-9);
        regained += sight_of(clearings);
    }
    EXPECT_GT(regained, 200.0);
}

TEST(SitingClearing, up_to_twelve_pieces_no_subset_is_worth_more) {
    int cases = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const ClearingTown town = random_town(seed);
        const LinesOf of = lines_of(town);
        if (of.samples.empty()) continue;
        std::vector<ClearingPiece> few;  // those on most lines
        for (std::uint32_t p = 0; p < of.pieces.size() && few.size() < 8; ++p)
            if (of.lines.lines_of(p).size() > 1) few.push_back(of.pieces[p]);
        const ClearingLines lines(town.world(), of.samples, few);
        for (const double least_gain : {0.02, 0.3}) {
            const ClearingChoice choice = choose_clearing(lines, least_gain);
            double best = 0.0;
            for (std::size_t set = 0; set < std::size_t{1} << few.size(); ++set) {
                Cleared cleared(few.size(), 0);
                for (std::size_t p = 0; p < few.size(); ++p) cleared[p] = (set >> p & 1U) != 0 ? 1 : 0;
                best = std::max(best, worth_of(lines, cleared, least_gain));
            }
            EXPECT_NEAR(choice.worth, best, 1e-6) << seed;
            EXPECT_TRUE(choice.is_proven());
            double metres = 0.0;
            Cleared chosen(few.size(), 0);
            for (const auto& step : choice.steps) {
                metres += step.metres;
                for (const auto p : step.pieces) chosen[p] = 1;
            }
            EXPECT_NEAR(metres, lines.metres(chosen), 1e-9);
            EXPECT_NEAR(choice.worth, worth_of(lines, chosen, least_gain), 1e-9);
            cases += best > 0.0 ? 1 : 0;
        }
    }
    EXPECT_GT(cases, 10);
}

TEST(SitingClearing, with_many_pieces_no_choice_is_worth_more_than_its_bound_nor_one_piece_more_or_less) {
    int proven = 0, all = 0;
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        const ClearingTown town = random_town(seed);
        const LinesOf of = lines_of(town);
        const ClearingChoice choice = choose_clearing(of.lines, 0.02);
        Cleared chosen(of.pieces.size(), 0);
        for (const auto& step : choice.steps)
            for (const auto p : step.pieces) chosen[p] = 1;
        EXPECT_NEAR(worth_of(of.lines, chosen, 0.02), choice.worth, 1e-9);
        EXPECT_LE(choice.worth, choice.bound + 1e-9);
        for (std::uint32_t p = 0; p < chosen.size(); ++p) {
            Cleared other = chosen;
            other[p] = other[p] != 0 ? 0 : 1;
            EXPECT_LE(worth_of(of.lines, other, 0.02), choice.worth + 1e-6) << seed << ' ' << p;
        }
        ++all;
        proven += choice.is_proven() ? 1 : 0;
    }
    EXPECT_GE(2 * proven, all);
}

TEST(SitingClearing, pieces_of_a_plant_add_up_to_what_of_it_stands_in_the_strip) {
    const ClearingTown town = hedge_in_a_bend();
    const LinesOf of = lines_of(town);
    ASSERT_GT(of.pieces.size(), 4U);
    double pieces = 0.0;
    std::vector<MultiPolygon> shapes;
    for (const auto& p : of.pieces) pieces += p.area_m2, shapes.push_back(p.shape);
    const auto& hedge = town.city.vegetation->plants[0].outline;
    EXPECT_NEAR(area(intersection_of(union_of(shapes), hedge)), pieces, 0.05);
    const auto strip = buffer_of(Geometry(MultiLine{{town.city.streets->streets[0].line}}), 5.0);
    EXPECT_LE(pieces, area(intersection_of(hedge, strip)) + 0.1);
    for (const auto& p : of.pieces) EXPECT_EQ(p.shape.size(), 1U);
}

TEST(SitingClearing, the_same_pieces_for_any_number_of_threads_and_order_of_stretches) {
    const ClearingTown town = random_town(5);
    auto all = town.stretches();
    set_thread_count(1);
    const auto one = site_clearing(town.world(), all);
    set_thread_count(8);
    std::reverse(all.begin(), all.end());
    const auto eight = site_clearing(town.world(), all);
    set_thread_count(0);
    ASSERT_EQ(one.size(), eight.size());
    ASSERT_FALSE(one.empty());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].plant, eight[i].plant);
        EXPECT_EQ(one[i].sight_m, eight[i].sight_m);
        EXPECT_EQ(to_wkt(one[i].shape), to_wkt(eight[i].shape));
    }
}

TEST(SitingClearing, without_sight_or_plants_there_is_nothing_to_clear_and_bad_options_are_refused) {
    ClearingTown town;
    town.add_path({{0, 0}, {60, 0}});
    town.look();
    EXPECT_TRUE(site_clearing(town.world(), town.stretches()).empty());
    World blind = town.world();
    blind.sight = nullptr;
    EXPECT_TRUE(site_clearing(blind, {}).empty());
    EXPECT_THROW((void)site_clearing(town.world(), {}, {.strip = Meters{0}}), Error);
    EXPECT_THROW((void)site_clearing(town.world(), {}, {.least_gain = -1}), Error);
}

TEST(SitingClearing, the_least_cut_is_the_best_of_every_subset) {
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        const auto random = [&](std::uint64_t item, std::uint32_t draw) {
            return random_uniform({seed, 33, item}, draw);
        };
        std::vector<ClosureGoal> goals(5);
        std::vector<double> cost(7);
        for (std::uint32_t n = 0; n < cost.size(); ++n) cost[n] = 3.0 * random(n, 0);
        for (std::uint32_t g = 0; g < goals.size(); ++g) {
            goals[g].value = 6.0 * random(20 + g, 0);
            for (std::uint32_t n = 0; n < cost.size(); ++n)
                if (random(20 + g, 1 + n) < 0.4) goals[g].needs.push_back(n);
        }
        double best = 0.0;
        for (std::size_t set = 0; set < 128; ++set) {
            double worth = 0.0;
            for (std::size_t n = 0; n < cost.size(); ++n) worth -= (set >> n & 1U) != 0 ? cost[n] : 0.0;
            for (const auto& goal : goals) {
                const bool reached = std::all_of(goal.needs.begin(), goal.needs.end(),
                                                 [&](std::uint32_t n) { return (set >> n & 1U) != 0; });
                worth += reached ? goal.value : 0.0;
            }
            best = std::max(best, worth);
        }
        EXPECT_NEAR(best_closure(goals, cost).worth, best, 1e-5) << seed;
    }
}

/// One of the shipped town's places whose path was planted with shrubs, through the readers.
TEST(SitingClearing, at_a_planted_shrub_place_nearly_all_sight_comes_back_for_a_few_square_metres) {
    const auto folder = std::filesystem::path(LYKTA_ROOT) / "data/exempelstad";
    const Crs project = Crs::from_text("EPSG:3006");
    const Point place{540768.09, 6481136.84};  // T09
    layers::LayerOptions streets{.kind = layers::LayerKind::streets, .path = (folder / "gator.gpkg").string()};
    layers::LayerOptions plants{.kind = layers::LayerKind::vegetation, .path = (folder / "vegetation.shp").string()};
    streets.columns = {{"name", "namn"}, {"path_kind", "typ"}};
    plants.columns = {{"kind", "TYP"}, {"plant_height", "HOJD_M"}};
    plants.read.encoding = "Windows-1252";
    ClearingTown town;
    town.city.streets = layers::read_streets(streets, project);
    town.city.vegetation = layers::read_vegetation(plants, project);
    std::erase_if(town.city.streets->streets, [&](const auto& s) { return nearest_on(s.line, place).distance > 200; });
    std::erase_if(town.city.vegetation->plants,
                  [&](const auto& p) { return distance(centroid(p.outline), place) > 250; });
    town.look();
    std::vector<std::uint32_t> near;
    for (const auto s : town.stretches())
        if (nearest_on(town.sight.stretches[s].line, place).distance < 85) near.push_back(s);
    const auto clearings = site_clearing(town.world(), near);
    const double before = town.under_25(town.sight, near);
    EXPECT_GT(before, 30.0);
    EXPECT_GT(sight_of(clearings), 0.95 * before);
    EXPECT_LT(area_of(clearings), 2.0 * before);
    double after = before;
    for (const auto& s : sight_after(town.world(), clearings))
        if (std::find(near.begin(), near.end(), s.stretch) != near.end())
            after -= town.sight.stretches[s.stretch].under_25_m - s.sight.under_25_m;
    EXPECT_NEAR(sight_of(clearings), before - after, 1e-9);
}

}  // namespace lykta::measures
