// choose_portfolio(): names, objectives, curve and draws, on plans made by hand or by dice.
#include <gtest/gtest.h>

#include <numeric>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "measures/portfolio_draws.hpp"
#include "measures/portfolio_solve.hpp"
#include "portfolio_cases.hpp"

namespace lykta::measures {

namespace {

using namespace portfolio_cases;

const bool in_english = [] {
    set_language(Language::english);
    return true;
}();

/// A plan whose options are a case's candidates, with draws around them.
struct Town {
    MeasurePlan plan;
    std::vector<std::string> districts, places;
    OptionDraws draws;
};

Option option_of(const Candidate& c, std::uint32_t sited) {
    Option option{.id = c.id, .place = c.place, .sited = {sited}};
    option.money = {.investment = c.investment, .yearly = c.yearly, .annuity = c.investment / 20 + c.yearly};
    option.effect.has_number = true;
    option.effect.harm_per_year = option.effect.prevented_per_year = c.value;
    option.effect.harm_low_10 = 0.5 * c.value;
    option.metres_to_class = 10 * c.value;
    option.items_mended = 2;
    option.owner_investment.assign(owner_count, 0.0);
    option.owner_investment[0] = c.investment;
    return option;
}

void add_draws(Town& town, int draws) {
    town.draws.draws = draws;
    for (int d = 0; d < draws; ++d)
        for (std::size_t o = 0; o < town.plan.options.size(); ++o) {
            const auto& option = town.plan.options[o];
            const RandomKey key{.stream = 12, .item = o};
            const auto draw = static_cast<std::uint32_t>(3 * d);
            const double effect = 2 * random_uniform(key, draw), price = 0.8 + 0.4 * random_uniform(key, draw + 1);
            town.draws.prevented.push_back(option.effect.prevented_per_year * effect);
            town.draws.harm.push_back(option.effect.harm_per_year * effect);
            town.draws.investment.push_back(option.money.investment * price);
            town.draws.yearly.push_back(option.money.yearly * price);
        }
}

Town town_of(std::uint32_t places, std::uint32_t options, int draws) {
    Town town;
    for (const char* id : {"lamp_repair", "clearing", "camera"}) town.plan.catalogue.measures.push_back({.id = id});
    const auto dice = random_town(places, options);
    for (std::uint32_t p = 0; p < places; ++p) {
        town.places.push_back("P" + std::to_string(101 + p).substr(1));
        town.districts.push_back(p % 3 == 0 ? "Norr" : p % 3 == 1 ? "Söder" : "");
    }
    for (std::uint32_t c = 0; c < dice.candidates.size(); ++c) {
        town.plan.sited.push_back({.place = dice.candidates[c].place, .measure = c % options % 3});
        town.plan.options.push_back(option_of(dice.candidates[c], c));
    }
    add_draws(town, draws);
    return town;
}

Portfolio chosen(const Town& town, const PortfolioRequest& request) {
    return choose_portfolio(town.plan, town.districts, town.places, request, town.draws);
}

std::string message_of(const Town& town, const PortfolioRequest& request) {
    try {
        (void)chosen(town, request);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_option);
        return error.what();
    }
    return "no error";
}

TEST(ChoosePortfolio, totals_are_the_sums_of_the_picked_options) {
    const auto town = town_of(12, 3, 20);
    const auto portfolio = chosen(town, {.budget = 900'000, .objective = Objective::prevented_harm});
    double investment = 0, harm = 0;
    for (const auto& pick : portfolio.picks) {
        investment += town.plan.options[pick.option].money.investment;
        harm += town.plan.options[pick.option].effect.harm_per_year;
        EXPECT_EQ(pick.chosen_share, portfolio.chosen_share[pick.option]);
    }
    ASSERT_FALSE(portfolio.picks.empty());
    EXPECT_DOUBLE_EQ(portfolio.totals.investment, investment);
    EXPECT_DOUBLE_EQ(portfolio.totals.objective, harm);
    EXPECT_EQ(portfolio.totals.options, portfolio.picks.size());
    EXPECT_LE(investment, 900'000);
    EXPECT_LE(portfolio.gap, 0.005);
    EXPECT_LE(portfolio.greedy.objective, portfolio.bound);
    EXPECT_LT(portfolio.totals.prevented_interval.low, portfolio.totals.prevented);
    EXPECT_GT(portfolio.totals.prevented_interval.high, portfolio.totals.prevented);
}

TEST(ChoosePortfolio, each_objective_counts_what_it_says) {
    const auto town = town_of(4, 2, 0);
    const auto& option = town.plan.options[1];
    const double harm = option.effect.harm_per_year;
    PortfolioRequest request{.weights = {.harm = 2, .metres_to_class = 0.1, .metres_of_sight = 5, .items_mended = 3}};
    request.objective = Objective::prevented_harm;
    EXPECT_DOUBLE_EQ(worth_of(option, request), harm);
    request.objective = Objective::prevented_harm_low;
    EXPECT_DOUBLE_EQ(worth_of(option, request), harm / 2);
    request.objective = Objective::metres_to_class;
    EXPECT_DOUBLE_EQ(worth_of(option, request), 10 * harm);
    request.objective = Objective::weighted;
    EXPECT_DOUBLE_EQ(worth_of(option, request), 2 * harm + harm + 6);
    auto without_number = option;
    without_number.effect.has_number = false;
    EXPECT_DOUBLE_EQ(worth_of(without_number, request), harm + 6);
}

TEST(ChoosePortfolio, more_money_never_buys_less) {
    const auto town = town_of(40, 6, 0);
    const auto portfolio = chosen(town, {.budget = 2e6, .district_share = {{"*", 0.2}}, .forced = {"camera"}});
    ASSERT_GE(portfolio.curve.size(), 8U);
    for (std::size_t k = 0; k < portfolio.curve.size(); ++k) {
        const auto& step = portfolio.curve[k];
        EXPECT_LE(step.totals.investment, step.budget + 0.01);
        EXPECT_GE(step.totals.objective, k > 0 ? portfolio.curve[k - 1].totals.objective : 0.0);
        if (step.budget == 2e6) {
            EXPECT_EQ(step.totals.objective, portfolio.totals.objective);
        }
    }
    EXPECT_DOUBLE_EQ(portfolio.curve.back().budget, 5e6);  // ten round steps to twice the budget or more
}

TEST(ChoosePortfolio, the_curve_ends_where_all_that_is_worth_buying_is_bought) {
    const auto town = town_of(5, 3, 0);
    const auto portfolio = chosen(town, {.budget = 1e9});
    ASSERT_EQ(portfolio.curve.size(), 10U);
    EXPECT_GE(portfolio.curve.back().budget, portfolio.totals.investment - 0.01);
    EXPECT_LE(portfolio.curve.back().budget, 2.5 * portfolio.totals.investment);
    EXPECT_NEAR(portfolio.curve.back().totals.objective, portfolio.totals.objective, 1e-9);
}

/// Every subset, in every draw.
TEST(ChoosePortfolio, shares_over_the_draws_are_those_of_every_subset) {
    const auto town = town_of(4, 2, 60);
    const PortfolioRequest request{.budget = 250'000, .objective = Objective::prevented_harm, .draws = 60};
    const auto portfolio = chosen(town, request);
    const PlaceNames names{town.districts, town.places};
    const auto candidates = candidates_of(town.plan, names, request);
    std::vector<double> expected(candidates.size(), 0.0);
    for (int d = 0; d < 60; ++d) {
        const Case drawn{drawn_candidates(town.plan, candidates, request, town.draws, d),
                         constraints_of(town.plan, names, request)};
        const auto demands = demands_of(drawn.candidates, drawn.constraints);
        const double best = *best_of_all(drawn, demands);
        for (std::uint32_t bits = 0; bits < (1U << candidates.size()); ++bits) {
            std::vector<std::uint32_t> subset;
            for (std::uint32_t c = 0; c < candidates.size(); ++c)
                if (bits >> c & 1U) subset.push_back(c);
            if (value_of(drawn, subset) < best - 1e-12 || !keeps_all(drawn, subset, demands)) continue;
            for (const auto c : subset) expected[c] += 1.0 / 60;
        }
    }
    for (std::size_t c = 0; c < expected.size(); ++c) EXPECT_NEAR(portfolio.chosen_share[c], expected[c], 1e-9) << c;
    EXPECT_EQ(portfolio.draws, 60);
    EXPECT_GT(*std::max_element(expected.begin(), expected.end()), 0.5);
}

TEST(ChoosePortfolio, the_draws_quick_choice_is_near_the_proven_one) {
    double worst = 0, sum = 0;
    for (std::uint32_t d = 0; d < 8; ++d) {
        const auto town = town_of(60, 6, static_cast<int>(d) + 1);
        const PortfolioRequest request{.budget = 3e6, .district_share = {{"Norr", 0.3}, {"Söder", 0.2}}};
        const PlaceNames names{town.districts, town.places};
        const auto candidates = candidates_of(town.plan, names, request);
        const auto drawn = drawn_candidates(town.plan, candidates, request, town.draws, static_cast<int>(d));
        const auto constraints = constraints_of(town.plan, names, request);
        double quick = 0;
        for (const auto c : choose_nearly(program_of(drawn, constraints))) quick += drawn[c].value;
        const double lost = 1 - quick / solve(drawn, constraints).bound;
        worst = std::max(worst, lost), sum += lost;
    }
    EXPECT_LT(worst, 0.02);
    EXPECT_LT(sum / 8, 0.01);
}

TEST(ChoosePortfolio, a_share_for_a_district_is_kept_and_changes_what_is_chosen) {
    const auto town = town_of(30, 4, 0);
    const PortfolioRequest plain{.budget = 1e6, .curve_steps = 0};
    auto fair = plain;
    fair.district_share = {{"Norr", 0.8}};
    const auto spent_in_norr = [&](const Portfolio& p) {
        double sum = 0;
        for (const auto& pick : p.picks) {
            const auto& option = town.plan.options[pick.option];
            if (town.districts[option.place] == "Norr") sum += option.money.investment;
        }
        return sum / p.totals.investment;
    };
    const auto a = chosen(town, plain), b = chosen(town, fair);
    EXPECT_LT(spent_in_norr(a), 0.8);
    EXPECT_GE(spent_in_norr(b), 0.8 - 1e-9);
    EXPECT_LE(b.totals.objective, a.bound);
    EXPECT_TRUE(a.curve.empty());
}

TEST(ChoosePortfolio, forced_and_forbidden_choices_are_kept) {
    const auto town = town_of(10, 3, 0);
    const auto portfolio =
        chosen(town, {.budget = 2e6, .forced = {"P03:camera"}, .forbidden = {"clearing", "P05:lamp_repair"}});
    bool has_forced = false;
    for (const auto& pick : portfolio.picks) {
        const auto& option = town.plan.options[pick.option];
        const auto measure = town.plan.sited[option.sited[0]].measure;
        EXPECT_NE(measure, 1U);
        EXPECT_FALSE(town.places[option.place] == "P05" && measure == 0);
        has_forced = has_forced || (town.places[option.place] == "P03" && measure == 2);
    }
    EXPECT_TRUE(has_forced);
}

TEST(ChoosePortfolio, a_measure_for_a_district_can_be_forced_and_leaves_its_place_free) {
    auto town = town_of(6, 2, 0);
    town.plan.catalogue.measures.push_back({.id = "field_workers", .siting = Siting::area});
    const auto sited = static_cast<std::uint32_t>(town.plan.sited.size());
    town.plan.sited.push_back({.place = 2, .measure = 3});
    auto option = town.plan.options[4];
    option.id = "P03:field_workers", option.sited = {sited}, option.effect.has_number = false, option.items_mended = 0;
    option.effect.harm_per_year = option.metres_to_class = 0;
    town.plan.options.push_back(option);
    const auto last = static_cast<std::uint32_t>(town.plan.options.size() - 1);
    const auto portfolio = chosen(town, {.budget = 1e9, .forced = {"P03:field_workers"}});
    EXPECT_EQ(portfolio.picks.back().option, last);
    EXPECT_EQ(portfolio.picks.size(), 7U);
    const auto without = chosen(town, {.budget = 1e9, .forbidden = {"P03:field_workers"}});
    EXPECT_EQ(without.picks.size(), 6U);
}

TEST(ChoosePortfolio, unknown_names_are_refused_with_the_nearest_known_word) {
    const auto town = town_of(6, 2, 0);
    EXPECT_EQ(message_of(town, {.budget = 1e6, .forced = {"clearin"}}),
              "'clearin' names no measure of the catalogue; did you mean 'clearing'?");
    EXPECT_EQ(message_of(town, {.budget = 1e6, .forbidden = {"P0:clearing"}}),
              "'P0:clearing' names no place of this run; did you mean 'P01'?");
    EXPECT_EQ(message_of(town, {.budget = 1e6, .district_share = {{"Nor", 0.1}}}),
              "There is no district 'Nor' among the places; did you mean 'Norr'?");
    EXPECT_EQ(message_of(town, {.budget = 1e6, .owner_cap = {{"polise", 1.0}}}),
              "There is no owner 'polise'; did you mean 'police'?");
    EXPECT_NE(message_of(town, {.budget = 1e6, .forced = {"camera"}}).find("'camera' is forced, but it is none of"),
              std::string::npos);
    EXPECT_NE(message_of(town, {.budget = 0}).find("cannot buy anything"), std::string::npos);
    EXPECT_NE(message_of(town, {.budget = std::numeric_limits<double>::infinity()}).find("infinity"),
              std::string::npos);
    EXPECT_NE(message_of(town, {.budget = 1e6, .district_share = {{"*", 0.6}}}).find("come to 120%"),
              std::string::npos);
}

TEST(ChoosePortfolio, the_answer_is_the_same_for_one_and_eight_threads) {
    const auto town = town_of(60, 6, 12);
    const PortfolioRequest request{.budget = 3e6, .district_share = {{"*", 0.25}}, .draws = 12};
    set_thread_count(1);
    const auto one = chosen(town, request);
    set_thread_count(8);
    const auto eight = chosen(town, request);
    set_thread_count(0);
    EXPECT_EQ(one.chosen_share, eight.chosen_share);
    EXPECT_EQ(one.totals.objective, eight.totals.objective);
    EXPECT_EQ(one.bound, eight.bound);
    ASSERT_EQ(one.curve.size(), eight.curve.size());
    for (std::size_t k = 0; k < one.curve.size(); ++k) EXPECT_EQ(one.curve[k].chosen, eight.curve[k].chosen);
}

TEST(ChoosePortfolio, objectives_are_found_by_their_codes) {
    for (const auto objective :
         {Objective::prevented_harm, Objective::prevented_harm_low, Objective::metres_to_class, Objective::weighted}) {
        EXPECT_EQ(objective_from(objective_code(objective)), objective);
        EXPECT_FALSE(objective_words(objective).empty());
    }
    EXPECT_FALSE(objective_from("harm"));
}

}  // namespace

}  // namespace lykta::measures
