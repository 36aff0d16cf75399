// What a page says of a project, and which layers it chooses.
#include "viewer/page/map_page.hpp"

#include <gtest/gtest.h>

#include "small_town.hpp"

namespace lykta::viewer {
namespace {

LayerPointer empty_layer(LayerId id, const char* title) {
    MapLayer layer{.id = id, .title = title, .note = std::string{"about "} + title};
    layer.classes = {{"something", small_town::symbol("#112233", 8), small_town::symbol("#ffffff", 8)}};
    layer.details = {Detail{}};
    layer.details[0].points = {{.at = {small_town::corner.x + 50, small_town::corner.y + 50}}};
    return std::make_shared<const MapLayer>(layer);
}

class MapPage : public ::testing::Test {
protected:
    Project project;
    void SetUp() override {
        set_language(Language::english);
        project.run = std::make_unique<study::StudyRun>(
            study::StudyRun{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}});
        auto& result = project.run->result;
        result.study_name = "A town, 19121212-1212";
        result.version = "9.9";
        result.created_utc = "2026-03-04T05:06:07Z";
        result.period = {.first_day = 19'723, .last_day = 20'088};
        places::RankedPlace place{.rank = 1};
        place.place.id = "P001";
        place.place.name = "Storgatan";
        place.place.area_name = "Centrum";
        place.place.shape = {{.outer = small_town::box_ring(0, 0, 100, 100), .holes = {}}};
        place.facts.incidents = 3;
        result.places = {place};
        for (const auto& [id, title] : {std::pair{LayerId::streets, "Streets"},
                                        {LayerId::hot_spots, "Hot spots"},
                                        {LayerId::lamps, "Lamps"},
                                        {LayerId::places, "Ranked places"}})
            project.layers[id] = empty_layer(id, title);
    }
    std::vector<LayerId> chosen(const MapRequest& request) const {
        std::vector<LayerId> ids;
        for (const auto& shown : default_layers(project, request)) ids.push_back(shown.layer->id);
        return ids;
    }
};

TEST_F(MapPage, a_town_shows_hot_spots_and_places_over_its_streets) {
    EXPECT_EQ(chosen({}), (std::vector<LayerId>{LayerId::streets, LayerId::hot_spots, LayerId::places}));
}

TEST_F(MapPage, a_place_shows_its_lamps_and_no_hot_spots) {
    const auto ids = chosen({.place = 0});
    EXPECT_EQ(std::count(ids.begin(), ids.end(), LayerId::lamps), 1);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), LayerId::hot_spots), 0);
}

TEST_F(MapPage, layers_asked_for_are_shown_over_the_streets_and_no_others) {
    EXPECT_EQ(chosen({.place = {}, .layers = {LayerId::lamps}}),
              (std::vector<LayerId>{LayerId::streets, LayerId::lamps}));
}

TEST_F(MapPage, it_says_what_it_is_of_and_when_it_was_computed) {
    const auto page = page_for(project, {});
    EXPECT_EQ(page.title, "A town, 19121212-****");
    EXPECT_EQ(page.subtitle, "Ranked places · Hot spots");
    EXPECT_EQ(page.period, "Recorded incidents 2024-01-01 – 2024-12-31.");
    EXPECT_EQ(page.made, "Computed 2026-03-04 with Lykta 9.9.");
    EXPECT_EQ(page.privacy, "Internal: small figures and single incidents may be shown. Not for publication.");
    EXPECT_EQ(page.caveats,
              (std::vector<std::string>{"Recorded incidents differ by who reports; association is not effect.",
                                        "about Ranked places", "about Hot spots"}));
}

TEST_F(MapPage, at_the_public_level_a_small_count_is_hidden) {
    project.run->result.public_level = true;
    const auto page = page_for(project, {.place = 0});
    EXPECT_NE(page.subtitle.find("Place 1 of 1: Storgatan, Centrum. Recorded incidents: <5."), std::string::npos)
        << page.subtitle;
    EXPECT_EQ(page.privacy, "Public: no figure under 5 incidents and no single incident is shown.");
}

TEST_F(MapPage, a_place_is_shown_with_at_least_sixty_metres_round_it) {
    const auto view = page_for(project, {.place = 0}).view;
    EXPECT_NEAR(view.width * view.metres_per_pixel, 220, 1e-6);
    EXPECT_NEAR(view.height * view.metres_per_pixel, 220, 1e-6);
    EXPECT_NEAR(view.centre.x, small_town::corner.x + 50, 1e-6);
}

TEST_F(MapPage, a_project_without_anything_is_a_page_all_the_same) {
    project.run->result.places.clear();
    project.layers.clear();
    EXPECT_GT(page_png(page_for(project, {}), {.dots_per_inch = 72}).size(), 1000U);
}

}  // namespace
}  // namespace lykta::viewer
