// When a promised effect can be seen: the published tables, and tests run on simulated counts.
#include "measures/detectability.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/language.hpp"
#include "effect_town.hpp"

namespace lykta::measures {
namespace {

TEST(Detectability, incidents_needed_are_those_of_the_published_table) {
    struct Row {
        double reduction, one, ten;
    };
    for (const auto& row :
         {Row{0.10, 3062, 1649}, Row{0.14, 1546, 825}, Row{0.25, 471, 245}, Row{0.36, 221, 112}, Row{0.50, 110, 54}}) {
        EXPECT_NEAR(incidents_needed(row.reduction, 1), row.one, 1);
        EXPECT_NEAR(incidents_needed(row.reduction, 10), row.ten, 1);
    }
}

TEST(Detectability, with_that_many_incidents_an_after_window_as_long_as_the_before_window_suffices) {
    for (const double reduction : {0.1, 0.25, 0.5})
        for (const double controls : {1.0, 10.0}) {
            const double rate = incidents_needed(reduction, controls) / 24;
            const auto months = months_to_detect(rate, reduction, controls);
            ASSERT_TRUE(months);
            EXPECT_NEAR(*months, 24, 1e-6);
        }
}

TEST(Detectability, smallest_reductions_are_those_of_the_published_table) {
    struct Row {
        double before, one, ten;
    };
    for (const auto& row : {Row{10, 1, 0.98}, Row{20, 1, 0.75}, Row{50, 0.72, 0.51}, Row{100, 0.52, 0.38},
                            Row{200, 0.38, 0.27}, Row{500, 0.24, 0.18}}) {
        EXPECT_NEAR(smallest_reduction(row.before / 24, 24, 1), row.one, 0.0051) << row.before;
        EXPECT_NEAR(smallest_reduction(row.before / 24, 24, 10), row.ten, 0.0051) << row.before;
    }
}

TEST(Detectability, months_and_smallest_reduction_are_each_others_inverse) {
    for (const double after : {6.0, 24.0, 60.0}) {
        const double smallest = smallest_reduction(20, after, 3);
        ASSERT_LT(smallest, 1);
        EXPECT_NEAR(months_to_detect(20, smallest, 3).value(), after, 1e-6);
    }
}

TEST(Detectability, what_never_shows_has_no_month) {
    EXPECT_FALSE(months_to_detect(20, 0, 1));
    EXPECT_FALSE(months_to_detect(20, -0.1, 1)) << "an increase is not a reduction";
    EXPECT_FALSE(months_to_detect(0, 0.5, 1));
    EXPECT_FALSE(months_to_detect(2, 0.14, 10)) << "the before window alone is too uncertain";
    EXPECT_FALSE(months_to_detect(40, 0.14, 10, {.longest_months = 12}));
    EXPECT_EQ(smallest_reduction(0, 24, 1), 1);
}

/// Share of simulated WDD tests (Wheeler & Ratcliffe 2018: weighted by window and area, Poisson variances) that find
/// the change.
double share_found(double rate, double reduction, int controls, double after_months) {
    constexpr int trials = 4000;
    const double before_months = 24, w = before_months / after_months;
    int found = 0;
    for (std::uint32_t t = 0; t < trials; ++t) {
        const auto count = [&](std::uint32_t stream, double mean) {
            return static_cast<double>(random_poisson({7, stream, t}, 0, mean));
        };
        const double t0 = count(1, rate * before_months), t1 = count(2, rate * (1 - reduction) * after_months);
        double c0 = 0, c1 = 0;
        for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(controls); ++k)
            c0 += count(10 + k, rate * before_months), c1 += count(30 + k, rate * after_months);
        const double wdd = t1 * w - t0 - (c1 * w - c0) / controls;
        const double variance = t1 * w * w + t0 + (c1 * w * w + c0) / (controls * controls);
        found += std::abs(wdd) / std::sqrt(variance) > 1.959964 ? 1 : 0;
    }
    return found / static_cast<double>(trials);
}

TEST(Detectability, simulated_tests_find_the_change_four_times_out_of_five) {
    struct Case {
        double rate, reduction;
        int controls;
    };
    for (const auto& c : {Case{20, 0.25, 1}, Case{12, 0.25, 10}, Case{5, 0.5, 1}, Case{4, 0.45, 10}}) {
        const auto months = months_to_detect(c.rate, c.reduction, c.controls);
        ASSERT_TRUE(months) << c.rate;
        // Binomial error of 4,000 trials: 0.6 %; the normal approximation is allowed 2 % more.
        EXPECT_NEAR(share_found(c.rate, c.reduction, c.controls, *months), 0.8, 0.04) << c.rate << " " << *months;
    }
}

TEST(Detectability, an_even_split_of_one_effect_over_places_pools_to_the_whole) {
    Option whole;
    whole.effect.has_number = true;
    whole.effect.expected_per_year = 600;
    whole.effect.prevented_per_year = 100;
    Option part = whole;
    part.effect.expected_per_year /= 25;
    part.effect.prevented_per_year /= 25;
    Option no_number;
    no_number.effect.expected_per_year = 1000;
    const testing::EffectTown town;
    const Option* one[] = {&whole};
    std::vector<const Option*> many(25, &part);
    many.push_back(&no_number);
    const auto a = pooled_detectability(one, town.world()), b = pooled_detectability(many, town.world());
    ASSERT_TRUE(a.months_ten && b.months_ten);
    EXPECT_NEAR(*a.months_ten, *b.months_ten, 1e-6);
    SitedMeasure alone;
    alone.effect = part.effect;
    EXPECT_FALSE(detectability_of(alone, town.world()).months_ten) << "none of them shows it alone";
}

TEST(Detectability, words_tell_the_cases_apart) {
    set_language(Language::english);
    const testing::EffectTown town;
    SitedMeasure sited;
    const auto words = [&](bool number, double expected, double prevented) {
        sited.effect.has_number = number;
        sited.effect.expected_per_year = expected;
        sited.effect.prevented_per_year = prevented;
        return detectability_of(sited, town.world()).words;
    };
    EXPECT_NE(words(true, 30, 4).find("other places like it"), std::string::npos) << words(true, 30, 4);
    EXPECT_NE(words(true, 30, 4).find("20 years"), std::string::npos);
    EXPECT_NE(words(true, 600, 200).find("after"), std::string::npos);
    EXPECT_NE(words(false, 30, 0).find("No number"), std::string::npos);
    EXPECT_NE(words(true, 30, 0).find("No decrease"), std::string::npos);
    EXPECT_NE(words(true, 0, 0).find("No incidents"), std::string::npos);
    set_language(Language::swedish);
}

}  // namespace
}  // namespace lykta::measures
