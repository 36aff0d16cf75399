#include "places/felt.hpp"

#include <gtest/gtest.h>

namespace lykta::places {
namespace {

MultiPolygon square(double x) {
    return {Polygon{{{x, 0}, {x + 100, 0}, {x + 100, 100}, {x, 100}, {x, 0}}, {}}};
}

/// Four areas side by side: felt and recorded, felt only, recorded only, too few answers.
std::vector<FeltArea> four_areas() {
    layers::SurveyLayer survey;
    survey.areas = {{.area = "both", .shape = square(0), .answers = 200, .unsafe = 120},
                    {.area = "felt", .shape = square(100), .answers = 200, .unsafe = 120},
                    {.area = "recorded", .shape = square(200), .answers = 200, .unsafe = 10},
                    {.area = "few", .shape = square(300), .answers = 5, .unsafe = 5}};
    layers::IncidentLayer incidents;
    for (int i = 0; i < 40; ++i) incidents.position.push_back({50, 50}), incidents.position.push_back({250, 50});
    incidents.position.push_back({150, 50});
    return felt_areas(survey, incidents);
}

TEST(Felt, agreement_and_both_kinds_of_disagreement_are_told_apart) {
    const auto areas = four_areas();
    EXPECT_EQ(areas[0].felt, Felt::agree);
    EXPECT_EQ(areas[1].felt, Felt::more_felt);
    EXPECT_EQ(areas[2].felt, Felt::less_felt);
}

TEST(Felt, under_ten_answers_nothing_is_said) {
    EXPECT_EQ(four_areas()[3].felt, Felt::unknown);
}

TEST(Felt, few_answers_are_drawn_towards_the_share_of_all_and_said_to_be_few) {
    const auto areas = four_areas();
    const double all = (120.0 + 120 + 10 + 5) / (200 + 200 + 200 + 5);
    EXPECT_EQ(areas[3].unsafe_share, 1.0);
    EXPECT_LT(areas[3].shrunk_share, 0.95);
    EXPECT_GT(areas[3].shrunk_share, all);
    EXPECT_NEAR(areas[0].shrunk_share, 0.6, 0.02);  // 200 answers speak for themselves
    EXPECT_FALSE(areas[0].few_answers);
}

TEST(Felt, a_place_takes_the_verdict_of_the_area_its_centre_lies_in) {
    std::vector<RankedPlace> places(1);
    places[0].place.centre = {150, 20};
    mark_places(places, four_areas());
    EXPECT_EQ(places[0].felt, Felt::more_felt);
}

}  // namespace
}  // namespace lykta::places
