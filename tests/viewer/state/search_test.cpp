// Searching by name, number and id.
#include "viewer/state/search.hpp"

#include <gtest/gtest.h>

#include "viewer/state/fake_project.hpp"

namespace lykta::viewer {
namespace {

std::vector<std::string> texts(const std::vector<SearchHit>& hits) {
    std::vector<std::string> all;
    for (const auto& hit : hits) all.push_back(hit.text);
    return all;
}

TEST(Search, finds_a_street_without_its_dots_over_all_its_segments) {
    const auto project = fake_project();
    const auto hits = search_hits(search_index(*project), "angsg");
    ASSERT_EQ(hits.size(), 2U) << "a place and the street it is named after";
    EXPECT_TRUE(hits[0].place.has_value());
    EXPECT_EQ(hits[1].text, "Ängsgatan");
    EXPECT_DOUBLE_EQ(hits[1].box.max_x, 300);
}

TEST(Search, finds_a_place_by_its_number_and_by_its_id) {
    const auto project = fake_project();
    const auto index = search_index(*project);
    ASSERT_FALSE(search_hits(index, "3").empty());
    EXPECT_EQ(search_hits(index, "3")[0].place, 2U);
    EXPECT_EQ(search_hits(index, "p002")[0].place, 1U);
}

TEST(Search, finds_areas_and_gives_whole_names_first) {
    const auto project = fake_project();
    EXPECT_EQ(texts(search_hits(search_index(*project), "öster")), std::vector<std::string>{"Öster"});
}

TEST(Search, finds_nothing_for_nothing) {
    const auto project = fake_project();
    EXPECT_TRUE(search_hits(search_index(*project), "").empty());
    EXPECT_TRUE(search_hits(search_index(*project), " - ").empty());
    EXPECT_TRUE(search_hits(search_index(*project), "finns inte").empty());
}

TEST(Search, gives_at_most_twelve) {
    const auto project = fake_project();
    for (int i = 0; i < 100; ++i)
        project->run->city.streets->streets.push_back({.name = fmt::format("Bygata {}", i), .line = {{0, 0}, {1, 1}}});
    EXPECT_EQ(search_hits(search_index(*project), "bygata").size(), most_hits);
}

}  // namespace
}  // namespace lykta::viewer
