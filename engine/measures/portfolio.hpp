// Which measures where, for a budget: an integer program solved to a proven gap (COIN-OR CBC), the plain greedy answer
// beside it, and how the choice holds when what is uncertain is drawn again.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measures/plan.hpp"

namespace lykta::measures {

/// One thing that can be bought, as the program sees it.
struct Candidate {
    std::uint32_t place = 0;
    std::string id;                        ///< for messages
    double value = 0;                      ///< of the objective
    double investment = 0, yearly = 0;     ///< SEK, SEK per year
    std::uint32_t district = 0;            ///< into Constraints::district_names
    std::vector<double> owner_investment;  ///< SEK by Owner; empty: not capped
    std::vector<std::uint32_t> stretches;  ///< at most one chosen candidate per stretch
    std::vector<std::uint32_t> measures;   ///< catalogue indices, for forced and forbidden ones
};
struct Constraints {
    double budget = std::numeric_limits<double>::infinity();         ///< SEK now
    double yearly_budget = std::numeric_limits<double>::infinity();  ///< SEK per year
    std::vector<std::string> district_names;
    std::vector<double> district_least_share;     ///< of what is spent; one per district, 0 where none is asked
    std::array<double, owner_count> owner_cap{};  ///< SEK, investment and first year; set by no_caps()
    /// measure at place that must, or must not, be in the portfolio; place empty: at any (forbidden) or some (forced)
    struct Rule {
        std::optional<std::uint32_t> place;
        std::uint32_t measure = 0;
        std::string text;  ///< as the user wrote it, for messages
    };
    std::vector<Rule> forced, forbidden;
    [[nodiscard]] static std::array<double, owner_count> no_caps();
};
struct SolveOptions {
    double gap = 0.005;  ///< stop when proven within this. REQUIRES: ≥ 0
    /// Nodes of branch and bound for up to 2,000 candidates, fewer in proportion where there are more. Counted, not
    /// timed: the same answer on any machine. Where they run out the gap says how much is unproven. REQUIRES: ≥ 1
    int most_nodes = 2000;
};
struct Solution {
    std::vector<std::uint32_t> chosen;  ///< candidates, ascending
    double objective = 0, bound = 0, gap = 0;
};
/// At most one candidate per place and per stretch; budgets, caps and shares kept. Ties by candidate order.
/// \throws Error{bad_option} naming the constraints that clash (an irreducible set of them) when nothing satisfies all
/// \correctness  every subset on small random cases with every kind of constraint; a dominated candidate is never
/// chosen
[[nodiscard]] Solution solve(std::span<const Candidate> candidates, const Constraints& constraints,
                             const SolveOptions& options = {});
/// Best value per krona first, while it fits. A baseline, shown beside.
[[nodiscard]] Solution solve_greedily(std::span<const Candidate> candidates, const Constraints& constraints);

struct PortfolioRequest {
    double budget = 0;                    ///< SEK. REQUIRES: > 0
    std::optional<double> yearly_budget;  ///< SEK per year
    Objective objective = Objective::weighted;
    ObjectiveWeights weights;
    std::map<std::string, double>
        district_share;                       ///< least share of what is spent, by district name; "*": every district
    std::map<std::string, double> owner_cap;  ///< SEK by owner code: investment and the first year's running
    std::vector<std::string> forced, forbidden;  ///< "P003:clearing", "camera"
    /// Measures of these owners are proposed and not bought, unless one is forced or the owner has a cap: police hours
    /// are not the municipality's to buy. DEFAULT: the police
    std::vector<Owner> not_bought{Owner::police};
    int draws = 200;
    int curve_steps = 10;
    std::uint32_t seed = 1;
    SolveOptions solve;
};
/// The whole answer: portfolio, curve, shares over draws, greedy beside it.
/// \param district_of_place  name of each place's district, empty where none
/// \throws Error{bad_option} an unknown measure, place, district or owner; constraints that clash
struct OptionDraws;
[[nodiscard]] Portfolio choose_portfolio(const MeasurePlan& plan, std::span<const std::string> district_of_place,
                                         std::span<const std::string> place_ids, const PortfolioRequest& request,
                                         const OptionDraws& draws);

[[nodiscard]] std::string_view objective_code(Objective objective);
[[nodiscard]] std::optional<Objective> objective_from(std::string_view code);
[[nodiscard]] std::string objective_words(Objective objective);

}  // namespace lykta::measures
