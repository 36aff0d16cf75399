// Which study speaks for which incident.
#include "measures/effect_rows.hpp"

#include <gtest/gtest.h>

#include <set>

#include "effect_town.hpp"

namespace lykta::measures {
namespace {

using testing::counted;
using testing::measure_with;

TEST(EffectRows, every_outcome_has_one_place_in_the_order) {
    std::set<int> seen;
    for (int o = 0; o < outcome_count; ++o) seen.insert(narrowness(static_cast<Outcome>(o)));
    EXPECT_EQ(seen.size(), std::size_t{outcome_count});
    EXPECT_EQ(*seen.rbegin(), outcome_count - 1);
}

TEST(EffectRows, the_narrowest_counting_row_speaks_for_an_incident) {
    const auto lamps =
        measure_with("lamps", {counted(Outcome::any, {0.86, 0.74, 1.0}), counted(Outcome::violence, {1, 1, 1}),
                               counted(Outcome::burglary, {0.8, 0.7, 0.9})});
    EXPECT_EQ(counting_row(lamps, bit(Outcome::any)), 0U);
    EXPECT_EQ(counting_row(lamps, bit(Outcome::any) | bit(Outcome::property)), 0U);
    EXPECT_EQ(counting_row(lamps, bit(Outcome::any) | bit(Outcome::robbery) | bit(Outcome::violence)), 1U);
    EXPECT_EQ(counting_row(
                  lamps, bit(Outcome::any) | bit(Outcome::property) | bit(Outcome::burglary) | bit(Outcome::basement)),
              2U);
}

TEST(EffectRows, robbery_goes_by_violence_even_where_property_has_a_row) {
    const auto cameras =
        measure_with("cameras", {counted(Outcome::property, {0.8, 0.7, 0.9}), counted(Outcome::violence, {1, 1, 1})});
    EXPECT_EQ(counting_row(cameras, bit(Outcome::robbery) | bit(Outcome::violence) | bit(Outcome::property)), 1U);
    const auto towers =
        measure_with("towers", {counted(Outcome::property, {0.8, 0.7, 0.9}), counted(Outcome::violence, {1, 1, 1}),
                                counted(Outcome::robbery, {0.6, 0.5, 0.8})});
    EXPECT_EQ(counting_row(towers, bit(Outcome::robbery) | bit(Outcome::violence) | bit(Outcome::property)), 2U);
}

TEST(EffectRows, rows_that_do_not_count_speak_for_nothing) {
    auto felt = counted(Outcome::any, {0.5, 0.4, 0.6});
    felt.perceived = true;
    auto shown = counted(Outcome::any, {0.5, 0.4, 0.6});
    shown.counts = false;
    auto no_number = counted(Outcome::any, {});
    no_number.ratio.reset();
    EXPECT_FALSE(counting_row(measure_with("m", {felt, shown, no_number}), bit(Outcome::any)));
    EXPECT_FALSE(counting_row(measure_with("m", {counted(Outcome::any, {0.5, 0.4, 0.6})}), bit(Outcome::felt)))
        << "a report that a place feels unsafe is not prevented";
}

TEST(EffectRows, measures_that_rest_on_one_study_share_its_finding) {
    const RateRatio lit{0.86, 0.74, 1.0};
    Catalogue catalogue;
    catalogue.measures = {measure_with("upgrade", {counted(Outcome::any, lit, "Welsh 2022")}),
                          measure_with("infill", {counted(Outcome::any, lit, "Welsh 2022")}),
                          measure_with("camera", {counted(Outcome::any, lit, "Piza 2019")}),
                          measure_with("own", {counted(Outcome::any, lit)}),
                          measure_with("own_too", {counted(Outcome::any, lit)})};
    const std::vector<std::string> words{"Stöld", "Otrygghet"};
    const auto evidence = evidence_of(catalogue, words, std::vector<std::uint32_t>{0, 1, 2, 3, 4});
    EXPECT_EQ(evidence.findings.size(), 4U);
    EXPECT_EQ(evidence.finding(0, 0), evidence.finding(1, 0));
    EXPECT_NE(evidence.finding(0, 0), evidence.finding(2, 0));
    EXPECT_NE(evidence.finding(3, 0), evidence.finding(4, 0)) << "without a source each stands for itself";
    EXPECT_EQ(evidence.finding(0, 1), Evidence::none);
}

}  // namespace
}  // namespace lykta::measures
