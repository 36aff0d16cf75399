// Small random cases for the portfolio, every subset of them, and a checker that shares nothing with the solver.
#pragma once
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/random.hpp"
#include "measures/portfolio_program.hpp"

namespace lykta::measures::portfolio_cases {

struct Case {
    std::vector<Candidate> candidates;
    Constraints constraints;
};

inline bool has_measure(const Candidate& c, const Constraints::Rule& rule) {
    return (!rule.place || *rule.place == c.place) &&
           std::count(c.measures.begin(), c.measures.end(), rule.measure) > 0;
}

/// Σ of a figure over the chosen.
template <class Figure>
double sum_of(const Case& town, const std::vector<std::uint32_t>& chosen, const Figure& figure) {
    double sum = 0;
    for (const auto c : chosen) sum += figure(town.candidates[c]);
    return sum;
}

/// Whether one demand is kept, straight from its definition.
inline bool keeps(const Case& town, const std::vector<std::uint32_t>& chosen, const Demand& demand) {
    const auto& k = town.constraints;
    const double slack = 0.01;  // SEK
    const auto invested = [](const Candidate& c) { return c.investment; };
    const auto count = [&](const auto& is) {
        return std::count_if(chosen.begin(), chosen.end(), [&](auto c) { return is(town.candidates[c]); });
    };
    switch (demand.kind) {
        case DemandKind::budget:
            return sum_of(town, chosen, invested) <= k.budget + slack;
        case DemandKind::yearly_budget:
            return sum_of(town, chosen, [](const Candidate& c) { return c.yearly; }) <= k.yearly_budget + slack;
        case DemandKind::owner_cap:
            return sum_of(town, chosen, [&](const Candidate& c) {
                       return c.owner_investment.empty() ? 0.0 : c.owner_investment[demand.index];
                   }) <= k.owner_cap[demand.index] + slack;
        case DemandKind::district_share:
            return sum_of(town, chosen, [&](const Candidate& c) {
                       return c.district == demand.index ? c.investment : 0.0;
                   }) >= k.district_least_share[demand.index] * sum_of(town, chosen, invested) - slack;
        case DemandKind::forced:
            return count([&](const Candidate& c) { return has_measure(c, k.forced[demand.index]); }) >= 1;
        case DemandKind::forbidden:
            return count([&](const Candidate& c) { return has_measure(c, k.forbidden[demand.index]); }) == 0;
        case DemandKind::one_per_place:
            return count([&](const Candidate& c) { return c.place == demand.index; }) <= 1;
        case DemandKind::one_per_stretch:
            break;
    }
    return count([&](const Candidate& c) {
               return std::count(c.stretches.begin(), c.stretches.end(), demand.index) > 0;
           }) <= 1;
}

inline bool keeps_all(const Case& town, const std::vector<std::uint32_t>& chosen, const std::vector<Demand>& demands) {
    return std::all_of(demands.begin(), demands.end(), [&](const Demand& d) { return keeps(town, chosen, d); });
}

inline double value_of(const Case& town, const std::vector<std::uint32_t>& chosen) {
    return sum_of(town, chosen, [](const Candidate& c) { return c.value; });
}

/// The best value over every subset that keeps the demands; empty where none does.
inline std::optional<double> best_of_all(const Case& town, const std::vector<Demand>& demands) {
    std::optional<double> best;
    const auto n = town.candidates.size();
    for (std::uint32_t bits = 0; bits < (1U << n); ++bits) {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t c = 0; c < n; ++c)
            if (bits >> c & 1U) chosen.push_back(c);
        const double value = value_of(town, chosen);
        if ((!best || value > *best) && keeps_all(town, chosen, demands)) best = value;
    }
    return best;
}

/// Numbers of one case.
struct Dice {
    std::uint64_t item;
    std::uint32_t draw = 0;
    double uniform() { return random_uniform({.stream = 77, .item = item}, draw++); }
    std::uint32_t below(std::uint32_t n) { return random_below({.stream = 77, .item = item}, draw++, n); }
    bool maybe(double chance) { return uniform() < chance; }
};

inline Candidate random_candidate(Dice& dice, std::uint32_t number, std::uint32_t places) {
    Candidate c{.place = dice.below(places), .id = "C" + std::to_string(number)};
    c.value = std::round(40 * dice.uniform() - 8) / (dice.maybe(0.3) ? 1.0 : 7.0);
    c.investment = 1000.0 * (dice.maybe(0.1) ? 0 : 1 + dice.below(300));
    c.yearly = 100.0 * dice.below(60) - (dice.maybe(0.2) ? 1500 : 0);
    c.district = c.place % 3;
    if (dice.maybe(0.7)) {
        c.owner_investment.assign(owner_count, 0.0);
        const double part = dice.uniform();
        c.owner_investment[dice.below(owner_count)] += part * c.investment;
        c.owner_investment[dice.below(owner_count)] += (1 - part) * c.investment;
    }
    for (std::uint32_t s = dice.below(3); s > 0; --s) c.stretches.push_back(dice.below(5));
    for (std::uint32_t m = 1 + dice.below(2); m > 0; --m) c.measures.push_back(dice.below(4));
    return c;
}

inline void random_rules(Dice& dice, std::vector<Constraints::Rule>& rules, std::uint32_t most, std::uint32_t places) {
    for (std::uint32_t r = dice.below(most + 1); r > 0; --r) {
        Constraints::Rule rule{.measure = dice.below(4)};
        if (dice.maybe(0.6)) rule.place = dice.below(places);
        rule.text = "rule " + std::to_string(r);
        rules.push_back(rule);
    }
}

/// Every kind of demand, each in some of the cases.
inline Case random_case(std::uint64_t item, std::uint32_t candidates) {
    Dice dice{item};
    Case town;
    const std::uint32_t places = 2 + dice.below(5);
    for (std::uint32_t c = 0; c < candidates; ++c) town.candidates.push_back(random_candidate(dice, c, places));
    auto& k = town.constraints;
    k.owner_cap = Constraints::no_caps();
    if (dice.maybe(0.8)) k.budget = 1000.0 * (50 + dice.below(700));
    if (dice.maybe(0.5)) k.yearly_budget = 100.0 * dice.below(150);
    if (dice.maybe(0.5)) k.owner_cap[dice.below(owner_count)] = 1000.0 * dice.below(400);
    k.district_names = {"Norr", "Söder", "Väster"};
    k.district_least_share.assign(3, 0.0);
    if (dice.maybe(0.5)) k.district_least_share[dice.below(3)] = 0.1 + 0.5 * dice.uniform();
    if (dice.maybe(0.2)) k.district_least_share.assign(3, 0.2);
    if (dice.maybe(0.5)) random_rules(dice, k.forced, 2, places);
    if (dice.maybe(0.4)) random_rules(dice, k.forbidden, 1, places);
    return town;
}

/// A town of places with a few options each, districts with least shares, a capped owner, a yearly budget.
inline Case random_town(std::uint32_t places, std::uint32_t options) {
    Case town;
    Dice dice{1'000'000};
    for (std::uint32_t p = 0; p < places; ++p) {
        const double size = 0.3 + 3 * dice.uniform() * dice.uniform();
        for (std::uint32_t o = 0; o < options; ++o) {
            Candidate c{.place = p, .id = "P" + std::to_string(p) + ":" + std::to_string(o)};
            c.investment = std::round(20'000 + 400'000 * dice.uniform() * dice.uniform() * size);
            c.value = size * std::pow(c.investment / 1e5, 0.6) * (0.5 + dice.uniform());
            c.yearly = std::round(c.investment * 0.04 * dice.uniform());
            c.district = p % 6;
            c.owner_investment.assign(owner_count, 0.0);
            c.owner_investment[o % 3] = c.investment;
            if (o % 3 == 0) c.stretches = {2 * p, 2 * ((p + 1) % places)};
            c.measures = {o};
            town.candidates.push_back(std::move(c));
        }
    }
    auto& k = town.constraints;
    k.owner_cap = Constraints::no_caps();
    k.budget = 60'000.0 * places;
    k.yearly_budget = 1'000.0 * places;
    k.owner_cap[1] = 20'000.0 * places;
    k.district_names = {"A", "B", "C", "D", "E", "F"};
    k.district_least_share = {0.2, 0.15, 0.1, 0.1, 0.0, 0.0};
    return town;
}

/// No rule both forced and forbidden: that is refused before anything is solved.
inline bool rules_agree(const Constraints& k) {
    for (const auto& f : k.forced)
        for (const auto& b : k.forbidden)
            if (f.measure == b.measure && (!b.place || b.place == f.place)) return false;
    return true;
}

}  // namespace lykta::measures::portfolio_cases
