// Money: annuities, unit prices, sums.
#include <gtest/gtest.h>

#include <cmath>

#include "core/language.hpp"
#include "effect_town.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {
namespace {

using testing::measure_with;

TEST(Annuity, a_hundred_thousand_over_twenty_years_at_three_and_a_half_per_cent_is_7036_a_year) {
    EXPECT_NEAR(annuity(100'000, 20, 0.035), 7036.11, 0.005);
    EXPECT_NEAR(annuity(1'000'000, 30, 0.04), 57'830.10, 0.005);
}

TEST(Annuity, without_interest_the_cost_is_spread_evenly) {
    EXPECT_DOUBLE_EQ(annuity(100'000, 20, 0), 5000);
    EXPECT_NEAR(annuity(100'000, 20, 1e-12), 5000, 1e-6);
}

TEST(Annuity, its_payments_are_worth_the_investment_today) {
    const double yearly = annuity(250'000, 15, 0.05);
    double worth = 0;
    for (int year = 1; year <= 15; ++year) worth += yearly / std::pow(1.05, year);
    EXPECT_NEAR(worth, 250'000, 1e-6);
}

Measure lamp() {
    auto measure = measure_with("lamp_infill", {});
    measure.siting = Siting::lamp_infill;
    measure.cost = {.unit = "lamp",
                    .low = 30'000,
                    .typical = 57'000,
                    .high = 80'000,
                    .fixed = 20'000,
                    .yearly_low = 300,
                    .yearly_typical = 500,
                    .yearly_high = 700,
                    .price_year = 2022};
    measure.lifetime_years = 30;
    return measure;
}

TEST(MoneyOf, three_lamps_by_hand) {
    const auto money = money_of(lamp(), 3, {});
    EXPECT_DOUBLE_EQ(money.investment, 191'000);
    EXPECT_DOUBLE_EQ(money.investment_low, 110'000);
    EXPECT_DOUBLE_EQ(money.investment_high, 260'000);
    EXPECT_DOUBLE_EQ(money.yearly, 1500);
    EXPECT_NEAR(money.annuity, annuity(191'000, 30, 0.035) + 1500, 1e-9);
    EXPECT_NEAR(money.annuity_low, annuity(110'000, 30, 0.035) + 900, 1e-9);
    EXPECT_NEAR(money.annuity_high, annuity(260'000, 30, 0.035) + 2100, 1e-9);
    EXPECT_EQ(money.price_year, 2022);
    EXPECT_FALSE(money.judgement);
}

TEST(MoneyOf, the_formula_carries_the_figures) {
    set_language(Language::english);
    const auto formula = money_of(lamp(), 3, {}).formula;
    for (const auto* figure : {"3", "57,000", "20,000", "191,000", "1,500", "30", "3.5", "2022"})
        EXPECT_NE(formula.find(figure), std::string::npos) << figure << " in " << formula;
    set_language(Language::swedish);
}

TEST(MoneyOf, nothing_costs_nothing) {
    EXPECT_EQ(money_of(lamp(), 0, {}).investment, 0);
    EXPECT_EQ(money_of(lamp(), 0, {}).annuity, 0);
}

TEST(SumOf, adds_costs_of_different_lives_by_their_annuities) {
    auto guess = measure_with("clearing", {});
    guess.cost = {
        .unit = "m2", .low = 5, .typical = 10, .high = 25, .yearly_typical = 3, .price_year = 2019, .judgement = true};
    guess.lifetime_years = 2;
    const Money parts[] = {money_of(lamp(), 3, {}), money_of(guess, 100, {})};
    const auto sum = sum_of(parts);
    EXPECT_DOUBLE_EQ(sum.investment, 192'000);
    EXPECT_DOUBLE_EQ(sum.yearly, 1800);
    EXPECT_DOUBLE_EQ(sum.annuity, parts[0].annuity + parts[1].annuity);
    EXPECT_DOUBLE_EQ(sum.annuity_high, parts[0].annuity_high + parts[1].annuity_high);
    EXPECT_EQ(sum.price_year, 2019);
    EXPECT_TRUE(sum.judgement);
    EXPECT_NE(sum.formula.find(parts[0].formula), std::string::npos);
    EXPECT_NE(sum.formula.find(parts[1].formula), std::string::npos);
    EXPECT_EQ(sum_of({}).annuity, 0);
}

TEST(PriceParts, a_lamp_plan_pays_each_kind_of_work_at_its_own_price) {
    Catalogue catalogue;
    auto repair = measure_with("lamp_repair", {});
    repair.siting = Siting::lamp_repair;
    repair.cost = {.unit = "lamp", .low = 2000, .typical = 3000, .high = 5000};
    catalogue.measures = {repair, lamp()};
    auto sited = testing::sited_at(0, 1, {});
    sited.quantity = 3;
    sited.lamps = {{.work = LampWork::repair}, {.work = LampWork::add}, {.work = LampWork::add}};
    EXPECT_DOUBLE_EQ(money_of_sited(catalogue, sited, {}).investment, 3000 + 20'000 + 2 * 57'000);
    sited.lamps.clear();
    EXPECT_DOUBLE_EQ(money_of_sited(catalogue, sited, {}).investment, 20'000 + 3 * 57'000);
}

}  // namespace
}  // namespace lykta::measures
