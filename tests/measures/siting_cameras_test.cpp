// Where cameras go: hand cases, every view and every pair on small cases, views held against the obstacles themselves.
#include "measures/siting_cameras.hpp"

#include <gtest/gtest.h>

#include <numbers>

#include "../conditions/random_town.hpp"
#include "core/error.hpp"
#include "measures/siting_cameras_choice.hpp"
#include "measures/siting_cameras_view.hpp"

namespace lykta::measures {
namespace {

using conditions::testing::box_shape;

/// Houses, lamps, paths, incidents, and one place round the middle.
struct CameraTown {
    layers::CityLayers city;
    std::vector<places::RankedPlace> places;
    std::vector<double> harm;
    std::unique_ptr<conditions::Obstacles> obstacles;

    CameraTown() {
        city.buildings.emplace();
        city.vegetation.emplace();
        city.lighting.emplace();
        city.incidents.reports.resize(2);
        city.incidents.position_error_m = {15.0, 83.0};
        places.emplace_back();
        places[0].place.shape = box_shape(-20, -20, 20, 20);
    }
    void add_house(const MultiPolygon& shape) {
        city.buildings->buildings.push_back({.footprint = shape, .height = Meters{8}});
    }
    void add_lamp(Point p) { city.lighting->lamps.push_back({.position = p}); }
    void add_path(const Polyline& line) {
        if (!city.streets) city.streets.emplace();
        city.streets->streets.emplace_back().line = line;
    }
    void add_incident(Point p, const std::string& category = "Misshandel utomhus", std::uint16_t source = 0,
                      double weight = 1.0) {
        auto& layer = city.incidents;
        layer.position.push_back(p);
        layer.source.push_back(source);
        auto& words = layer.category.text;
        const auto at = std::find(words.begin(), words.end(), category);
        layer.category.of_row.push_back(static_cast<std::uint32_t>(at - words.begin()));
        if (at == words.end()) words.push_back(category);
        harm.push_back(weight);
    }
    World world() {
        obstacles = std::make_unique<conditions::Obstacles>(&*city.buildings, &*city.vegetation);
        World world{.city = city};
        world.places = places;
        world.harm = harm;
        world.sight_obstacles = obstacles.get();
        return world;
    }
    [[nodiscard]] std::vector<std::uint32_t> incidents() const {
        std::vector<std::uint32_t> all(harm.size());
        for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
        return all;
    }
    std::vector<CameraSite> sites(const CameraOptions& options = {}) {
        return site_cameras(world(), 0, incidents(), options);
    }
};

CameraTown random_town(std::uint32_t seed) {
    CameraTown town;
    const auto random = [&](std::uint64_t item, std::uint32_t draw) { return random_uniform({seed, 41, item}, draw); };
    for (std::uint64_t i = 0; i < 9; ++i) {
        const double x = 120.0 * random(i, 0) - 60.0, y = 120.0 * random(i, 1) - 60.0;
        const MultiPolygon shape = box_shape(x, y, x + 4 + 12 * random(i, 2), y + 4 + 12 * random(i, 3));
        if (i < 7)
            town.add_house(shape);
        else
            town.city.vegetation->plants.push_back({.outline = shape, .height = Meters{2.5}});
    }
    for (std::uint64_t i = 0; i < 5; ++i) town.add_lamp({60 * random(20 + i, 0) - 30, 60 * random(20 + i, 1) - 30});
    for (std::uint64_t i = 0; i < 25; ++i)
        town.add_incident({80 * random(40 + i, 0) - 40, 80 * random(40 + i, 1) - 40}, "Misshandel utomhus",
                          i % 5 == 0 ? 1 : 0, 0.5 + random(40 + i, 2));
    town.city.entrances.emplace();
    for (std::uint64_t i = 0; i < 4; ++i)
        town.city.entrances->position.push_back({80 * random(80 + i, 0) - 40, 80 * random(80 + i, 1) - 40});
    return town;
}

}  // namespace

TEST(SitingCameras, a_zone_reaches_as_far_as_its_pixels_do) {
    // 3,840 px over 2 · tan 35° = 1.4004 times the distance: 62.5 px/m at 43.87 m.
    EXPECT_NEAR(zone_reach(62.5, {}).value, 43.87, 0.01);
    EXPECT_NEAR(zone_reach(250.0, {}).value, 43.87 / 4, 0.01);
    EXPECT_NEAR(zone_reach(25.0, {.pixels = 1920, .field_of_view = Degrees{90}}).value, 38.4, 1e-9);
}

TEST(SitingCameras, a_camera_on_the_only_lamp_turns_to_where_it_happened) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.add_incident({20, 20});
    town.add_incident({18, 22});
    town.add_incident({-15, -15});
    const auto sites = town.sites({.most_cameras = 1});
    ASSERT_EQ(sites.size(), 1U);
    const auto& site = sites[0];
    EXPECT_EQ(site.carrier, "lamp");
    EXPECT_EQ(site.position, (Point{0, 0}));
    EXPECT_NEAR(site.heading.value, 45.0, 6.0);  // the middle of the ways that see both
    EXPECT_EQ(site.incidents, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_DOUBLE_EQ(site.covered_weight, 2.0);
    EXPECT_DOUBLE_EQ(site.place_weight, 3.0);
    EXPECT_NEAR(site.view_m2, std::numbers::pi * 43.87 * 43.87 * 70 / 360, 3.0);
    ASSERT_EQ(site.zones.size(), 4U);
    EXPECT_EQ(site.zones[0].task, "identify");
    EXPECT_EQ(site.zones[2].to, site.reach);
    EXPECT_EQ(town.sites().size(), 2U);  // a second one for the third incident: a third of the harm
    EXPECT_EQ(town.sites({.least_share = 0.5}).size(), 1U);
}

TEST(SitingCameras, a_wall_hides_what_is_behind_it) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.add_house(box_shape(10, -50, 12, 50));
    town.add_incident({20, 0});
    EXPECT_TRUE(town.sites({.from_place = Meters{1}}).empty());
    town.add_incident({5, 0});
    const auto sites = town.sites({.from_place = Meters{1}});
    ASSERT_EQ(sites.size(), 1U);
    EXPECT_EQ(sites[0].incidents, (std::vector<std::uint32_t>{1}));
    EXPECT_LE(box_of(sites[0].view).max_x, 10.0);
}

TEST(SitingCameras, a_corner_of_a_house_sees_both_streets) {
    CameraTown town;
    town.add_house(box_shape(-30, -30, -2, -2));  // one street east of it, one north
    const World world = town.world();
    conditions::SightOptions sight;
    sight.reach = Meters{44};
    int both = 0;
    for (const auto& spot : camera_spots(world, 0, *town.obstacles, {})) {
        EXPECT_EQ(spot.carrier, "building");
        EXPECT_NEAR(nearest_on(town.city.buildings->buildings[0].footprint[0].outer, spot.position).distance,
                    0.3 * std::sqrt(2.0), 1e-9);  // 0.3 m off both walls
        const CameraFan fan(spot.position, *town.obstacles, sight);
        const bool sees_both = fan.sees({6, -25}) && fan.sees({-25, 6});
        both += sees_both ? 1 : 0;
        EXPECT_EQ(sees_both, distance(spot.position, {-1.7, -1.7}) < 1e-9);
    }
    EXPECT_EQ(both, 1);
}

TEST(SitingCameras, without_lamps_and_houses_a_pole_is_put_beside_a_path) {
    CameraTown town;
    town.add_path({{-40, 0}, {40, 0}});
    town.add_incident({10, 1});
    const auto sites = town.sites();
    ASSERT_EQ(sites.size(), 1U);
    EXPECT_EQ(sites[0].carrier, "new_pole");
    EXPECT_NEAR(sites[0].position.y, 2.0, 1e-9);
}

TEST(SitingCameras, what_happened_indoors_or_was_only_felt_is_no_reason_for_a_camera) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.add_incident({10, 0}, "Källarinbrott");
    town.add_incident({10, 5}, "Bostadsinbrott");
    EXPECT_TRUE(town.sites().empty());
    town.add_incident({-10, 0});
    const auto sites = town.sites();
    ASSERT_EQ(sites.size(), 1U);
    EXPECT_DOUBLE_EQ(sites[0].place_weight, 1.0);
}

TEST(SitingCameras, an_incident_known_to_83_m_counts_as_the_share_of_where_it_may_have_been) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.add_incident({15, 0}, "Misshandel utomhus", 1);
    const auto sites = town.sites();
    ASSERT_EQ(sites.size(), 1U);
    // A ring of 70 m standard deviation has some 6 % of its mass in a view of 1,176 m² before its middle.
    EXPECT_GT(sites[0].covered_weight, 0.0);
    EXPECT_LE(sites[0].covered_weight, 0.25);
    EXPECT_DOUBLE_EQ(std::round(16 * sites[0].covered_weight), 16 * sites[0].covered_weight);
}

TEST(SitingCameras, facades_and_entrances_are_masked_and_the_street_between_is_not) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.add_house(box_shape(-5, 6, 60, 16));
    town.add_house(box_shape(-5, -16, 60, -6));
    town.add_incident({30, 0});
    town.city.entrances.emplace().position = {{20, 6}};
    const auto sites = town.sites({.most_cameras = 1, .from_place = Meters{0.5}});
    ASSERT_EQ(sites.size(), 1U);
    const auto& site = sites[0];
    ASSERT_EQ(site.masks.size(), 3U);
    EXPECT_TRUE(contains(site.view, {30, 0}));
    EXPECT_FALSE(contains(site.view, {20, 4}));  // before the entrance
    EXPECT_TRUE(contains(site.view, {26, 4}));
    EXPECT_FALSE(contains(site.view, {26, 5.9}));  // the façade
    EXPECT_GT(site.view_m2, 300.0);
    const auto deeper = town.sites({.mask_depth = Meters{2}, .most_cameras = 1, .from_place = Meters{0.5}});
    EXPECT_FALSE(contains(deeper[0].view, {26, 4.1}));
    EXPECT_TRUE(contains(deeper[0].view, {26, 3.9}));
    EXPECT_GT(deeper[0].masked_m2, site.masked_m2);
}

TEST(SitingCameras, what_the_masks_take_is_no_reason_for_a_camera) {
    CameraTown town;
    town.add_lamp({0, 0});
    town.city.entrances.emplace().position = {{10, 0}};
    town.add_incident({10, 2});
    EXPECT_TRUE(town.sites().empty());
    EXPECT_EQ(town.sites({.entrance_mask = Meters{1}}).size(), 1U);
    town.add_house(box_shape(8, 1, 16, 8));  // now it lies inside a house
    EXPECT_TRUE(town.sites({.entrance_mask = Meters{1}}).empty());
}

TEST(SitingCameras, no_view_holds_a_point_behind_a_house_or_a_masked_one) {
    int points = 0;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        CameraTown town = random_town(seed);
        for (const auto& site : town.sites()) {
            EXPECT_NEAR(area(site.view), site.view_m2, 1e-9);
            double masked = 0.0;
            for (const auto& mask : site.masks) masked += area(mask);
            EXPECT_GE(masked, site.masked_m2 - 1e-6);
            for (std::uint32_t k = 0; k < 300; ++k) {
                const Point p{site.position.x + 88 * random_uniform({seed, 42, k}, 0) - 44,
                              site.position.y + 88 * random_uniform({seed, 42, k}, 1) - 44};
                if (!contains(site.view, p)) continue;
                ++points;
                conditions::Obstacles houses(&*town.city.buildings, nullptr);
                EXPECT_GT(houses.transmittance({site.position, 1.5}, {p, 1.5}), 0.0) << seed;
                EXPECT_LE(distance(p, site.position), site.reach.value);
                double off = std::abs(direction_deg(site.position, p) - site.heading.value);
                EXPECT_LE(std::min(off, 360 - off), site.field_of_view.value / 2 + 1e-6);
                for (const auto& door : town.city.entrances->position) EXPECT_GT(distance(p, door), 2.97);
                for (const auto& house : town.city.buildings->buildings) EXPECT_FALSE(contains(house.footprint, p));
            }
        }
    }
    EXPECT_GT(points, 300);
}

TEST(SitingCameras, a_fan_sees_what_a_straight_line_sees) {
    int seen = 0, differ = 0;
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        CameraTown town = random_town(seed);
        const World world = town.world();
        conditions::SightOptions options;
        options.reach = Meters{44};
        for (const auto& spot : camera_spots(world, 0, *town.obstacles, {})) {
            const CameraFan fan(spot.position, *town.obstacles, options);
            for (std::uint32_t k = 0; k < 40; ++k) {
                const Point p{90 * random_uniform({seed, 43, k}, 0) - 45, 90 * random_uniform({seed, 43, k}, 1) - 45};
                if (!town.obstacles->holding(p).empty() || !town.obstacles->holding(spot.position).empty()) continue;
                const bool straight = distance(p, spot.position) <= 44.0 &&
                                      town.obstacles->transmittance({spot.position, 1.5}, {p, 1.5}) >= 0.5;
                seen += straight ? 1 : 0;
                differ += straight != fan.sees(p) ? 1 : 0;
            }
        }
    }
    EXPECT_GT(seen, 1000);
    EXPECT_LE(differ, seen / 500);  // a corner thinner than a ray's angle
}

TEST(SitingCameras, more_cameras_never_cover_less) {
    int more = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        CameraTown town = random_town(seed);
        const World world = town.world();
        std::vector<std::uint32_t> exact;  // those known to a point
        for (std::uint32_t i = 0; i < town.harm.size(); ++i)
            if (i % 5 != 0) exact.push_back(i);
        double before = 0.0;
        for (int most = 0; most <= 4; ++most) {
            const auto sites = site_cameras(world, 0, exact, {.most_cameras = most, .least_share = 0.02});
            EXPECT_LE(sites.size(), static_cast<std::size_t>(most));
            double covered = 0.0;
            for (const auto i : exact) {
                const bool inside = std::any_of(sites.begin(), sites.end(), [&](const CameraSite& site) {
                    return std::binary_search(site.incidents.begin(), site.incidents.end(), i);
                });
                covered += inside ? town.harm[i] : 0.0;
            }
            EXPECT_GE(covered, before - 1e-9) << seed << ' ' << most;
            more += covered > before + 1e-9 ? 1 : 0;
            before = covered;
        }
    }
    EXPECT_GT(more, 12);
}

TEST(SitingCameras, the_choice_is_the_best_view_the_best_pair_and_never_less_with_more) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        std::vector<CameraView> views(12);
        std::vector<double> weight(20);
        const auto random = [&](std::uint64_t item, std::uint32_t draw) {
            return random_uniform({seed, 44, item}, draw);
        };
        for (std::uint32_t p = 0; p < weight.size(); ++p) weight[p] = random(p, 0);
        for (std::uint32_t v = 0; v < views.size(); ++v) {
            for (std::uint32_t p = 0; p < weight.size(); ++p) {
                if (random(100 + v, p) > 0.1 + 0.3 * random(200 + v, 0)) continue;
                views[v].points.push_back(p);
                views[v].weight += weight[p];
            }
        }
        const auto covered = [&](const std::vector<std::uint32_t>& some) {
            std::vector<char> in(weight.size(), 0);
            for (const auto v : some)
                for (const auto p : views[v].points) in[p] = 1;
            double sum = 0.0;
            for (std::size_t p = 0; p < in.size(); ++p) sum += in[p] != 0 ? weight[p] : 0.0;
            return sum;
        };
        double one = 0.0, two = 0.0;
        for (std::uint32_t a = 0; a < views.size(); ++a) {
            one = std::max(one, covered({a}));
            for (std::uint32_t b = 0; b < views.size(); ++b) two = std::max(two, covered({a, b}));
        }
        EXPECT_NEAR(best_cover(views, weight, {.most = 1}).weight, one, 1e-9);
        const auto pair = best_cover(views, weight, {.most = 2});
        EXPECT_NEAR(pair.weight, two, 1e-9) << seed;
        EXPECT_TRUE(pair.is_best_pair);
        double before = two;
        for (int most = 3; most <= 6; ++most) {
            const auto cover = best_cover(views, weight, {.most = most});
            EXPECT_GE(cover.weight, before - 1e-9);
            EXPECT_NEAR(cover.weight, covered(cover.views), 1e-9);
            before = cover.weight;
        }
        EXPECT_EQ(best_cover(views, weight, {.most = 2, .least_more = 100.0}).views.size(), 1U);
        const auto cut_short = best_cover(views, weight, {.most = 2, .most_looks = 0});
        EXPECT_FALSE(cut_short.is_best_pair && cut_short.weight < two - 1e-9);
        EXPECT_GE(cut_short.weight, 0.63 * two);
    }
}

TEST(SitingCameras, every_position_and_heading_is_tried) {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        CameraTown town = random_town(seed);
        const World world = town.world();
        conditions::SightOptions sight;
        sight.reach = zone_reach(62.5, {});
        double best = 0.0;
        for (const auto& spot : camera_spots(world, 0, *town.obstacles, {})) {
            const CameraFan fan(spot.position, *town.obstacles, sight);
            for (int heading = 0; heading < 360; heading += 10) {
                double weight = 0.0;
                for (std::uint32_t i = 0; i < town.harm.size(); ++i) {
                    const Point p = town.city.incidents.position[i];
                    const double off = std::abs(direction_deg(spot.position, p) - heading);
                    const bool in = std::min(off, 360 - off) <= 35 && i % 5 != 0 && fan.sees(p);
                    weight += in ? town.harm[i] : 0.0;
                }
                best = std::max(best, weight);
            }
        }
        std::vector<std::uint32_t> exact;
        for (std::uint32_t i = 0; i < town.harm.size(); ++i)
            if (i % 5 != 0) exact.push_back(i);
        const auto sites = site_cameras(world, 0, exact, {.entrance_mask = Meters{0.01}, .most_cameras = 1});
        ASSERT_EQ(sites.size(), 1U);
        EXPECT_NEAR(sites[0].covered_weight, best, 1e-9) << seed;
    }
}

TEST(SitingCameras, many_lamps_are_thinned_and_the_same_sites_come_out_every_time) {
    CameraTown town = random_town(3);
    for (int i = 0; i < 400; ++i) town.add_lamp({-50 + 5.0 * (i % 20), -50 + 5.0 * std::floor(i / 20.0)});
    const World world = town.world();
    const auto spots = camera_spots(world, 0, *town.obstacles, {});
    EXPECT_LE(spots.size(), 150U);
    EXPECT_GT(spots.size(), 50U);
    const auto one = town.sites(), two = town.sites();
    ASSERT_EQ(one.size(), two.size());
    ASSERT_FALSE(one.empty());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].position, two[i].position);
        EXPECT_EQ(one[i].heading, two[i].heading);
        EXPECT_EQ(to_wkt(one[i].view), to_wkt(two[i].view));
    }
}

TEST(SitingCameras, impossible_options_are_refused) {
    CameraTown town;
    EXPECT_THROW((void)town.sites({.pixels = 0}), Error);
    EXPECT_THROW((void)town.sites({.field_of_view = Degrees{150}}), Error);
    EXPECT_THROW((void)town.sites({.heading_step = Degrees{0}}), Error);
    EXPECT_TRUE(town.sites().empty());
}

}  // namespace lykta::measures
