// The budget slider: the study's own budget gives the study's own portfolio; more money never gives less; rules hold.
#include "viewer/project/live_portfolio.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "viewer/project/tried_town.hpp"

namespace lykta::viewer {

namespace {

using testing::tried_budget;
using testing::tried_town;

std::vector<std::uint32_t> options_of(const measures::Portfolio& portfolio) {
    std::vector<std::uint32_t> options;
    for (const auto& pick : portfolio.picks) options.push_back(pick.option);
    return options;
}

/// The town with other rules.
ProjectPointer with_rules(const std::function<void(measures::PortfolioRequest&)>& change) {
    auto project = testing::copy_of_tried_town();
    change(project->study->measures.request);
    project->world = std::make_unique<study::MeasureWorld>(*project->study, *project->run);
    return project;
}

}  // namespace

TEST(LivePortfolio, the_studys_own_budget_gives_the_studys_own_portfolio) {
    const auto& own = *tried_town()->result().measures->portfolio;
    const auto answer = answer_budget(*tried_town(), {.budget = tried_budget, .with_draws = true});
    EXPECT_EQ(answer.chosen, options_of(own));
    EXPECT_EQ(answer.portfolio.totals.investment, own.totals.investment);
    EXPECT_GT(answer.portfolio.draws, 0);
    EXPECT_EQ(answer.refusal, "");
    EXPECT_NE(answer.layer, nullptr);
}

TEST(LivePortfolio, chosen_anew_it_is_as_good_within_the_proven_gap) {
    const auto& own = *tried_town()->result().measures->portfolio;
    const auto again = answer_budget(*tried_town(), {.budget = tried_budget + 0.01});
    EXPECT_NEAR(again.portfolio.totals.objective, own.totals.objective, 0.006 * own.totals.objective);
    EXPECT_LE(again.portfolio.totals.investment, tried_budget + 1);
}

TEST(LivePortfolio, more_money_never_buys_less_and_the_whole_budget_buys_all_worth_buying) {
    const double whole = whole_budget(*tried_town());
    ASSERT_GT(whole, 0);
    double before = 0;
    for (int k = 1; k <= 8; ++k) {
        const auto answer = answer_budget(*tried_town(), {.budget = whole * k / 8});
        EXPECT_GE(answer.portfolio.totals.objective, before * 0.99) << k;
        EXPECT_LE(answer.portfolio.totals.investment, whole * k / 8 + 1) << k;
        before = answer.portfolio.totals.objective;
    }
    const auto twice = answer_budget(*tried_town(), {.budget = 2 * whole});
    EXPECT_NEAR(twice.portfolio.totals.objective, before, 0.01 * before);
}

TEST(LivePortfolio, without_money_nothing_is_bought_and_every_place_says_why) {
    const auto answer = answer_budget(*tried_town(), {.budget = 0});
    EXPECT_TRUE(answer.chosen.empty());
    EXPECT_FALSE(answer.rejected.empty());
    for (const auto& rejected : answer.rejected) EXPECT_FALSE(rejected.reason.empty());
}

TEST(LivePortfolio, a_place_is_either_served_or_told_why_not) {
    const auto& plan = *tried_town()->result().measures;
    const auto answer = answer_budget(*tried_town(), {.budget = tried_budget / 4});
    std::set<std::uint32_t> served, told;
    for (const auto o : answer.chosen) served.insert(plan.options[o].place);
    for (const auto& rejected : answer.rejected) told.insert(plan.options[rejected.option].place);
    const auto is_for_a_district = [&](const measures::Option& option) {
        return plan.catalogue.measures[plan.sited[option.sited[0]].measure].siting == measures::Siting::area;
    };
    for (const auto& option : plan.options)
        if (!is_for_a_district(option)) {
            EXPECT_TRUE(served.contains(option.place) || told.contains(option.place)) << option.id;
        }
}

TEST(LivePortfolio, demands_that_clash_are_told_and_nothing_is_chosen) {
    const auto project = with_rules([](auto& request) {
        request.forced = {"clearing"};
        request.forbidden = {"clearing"};
    });
    const auto answer = answer_budget(*project, {.budget = tried_budget + 1});
    EXPECT_TRUE(answer.chosen.empty());
    EXPECT_NE(answer.refusal.find("clearing"), std::string::npos);
    EXPECT_GT(whole_budget(*project), 0) << "the slider still has an end";
}

TEST(LivePortfolio, an_answer_without_draws_comes_while_the_slider_moves) {
    const auto start = std::chrono::steady_clock::now();
    (void)answer_budget(*tried_town(), {.budget = 3.21e6});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << "answer without draws: " << took.count() << " ms\n";
    const auto with = std::chrono::steady_clock::now();
    (void)answer_budget(*tried_town(), {.budget = 3.21e6, .with_draws = true});
    const std::chrono::duration<double, std::milli> drawn = std::chrono::steady_clock::now() - with;
    std::cout << "answer with draws: " << drawn.count() << " ms\n";
    EXPECT_LT(took.count(), 500) << "100 ms on a quiet machine";
}

}  // namespace lykta::viewer
