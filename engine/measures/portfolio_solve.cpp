#include "measures/portfolio_solve.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::measures {

namespace {

double gap_of(double objective, double bound) {
    if (bound <= objective) return 0.0;
    return bound > 0 ? (bound - objective) / bound : (bound - objective) / std::max(-bound, 1e-12);
}

using State = ProgramAnswer::State;

/// What is known of the best portfolio so far.
struct Known {
    std::optional<Choice> best;
    double bound = 0;
    [[nodiscard]] double gap() const { return best ? gap_of(best->value(), bound) : 1.0; }
    void offer(const std::optional<Choice>& choice) {
        if (choice && choice->is_feasible() && (!best || choice->value() > best->value())) best = choice;
    }
};

std::optional<Choice> choice_from(const Program& program, const std::vector<std::uint32_t>& columns) {
    Choice choice(program);
    for (const auto k : columns) choice.set(program.group[k], k);
    return choice;
}

/// A known portfolio in the program's columns; a candidate that is not among them is left to mend().
std::optional<Choice> choice_of_candidates(const Program& program, const std::vector<std::uint32_t>& candidates,
                                           const Prices& prices) {
    if (candidates.empty()) return std::nullopt;
    std::vector<std::uint32_t> columns;
    for (std::uint32_t k = 0; k < program.columns(); ++k)
        if (std::binary_search(candidates.begin(), candidates.end(), program.candidate[k])) columns.push_back(k);
    auto choice = choice_from(program, columns);
    if (!mend(*choice, program, prices)) return std::nullopt;
    better(*choice, program, prices);
    return choice;
}

/// Columns that a portfolio better than the best known can hold.
std::vector<bool> worth_looking_at(const Program& program, const Prices& prices, const Known& known) {
    std::vector<bool> keep(program.columns(), true);
    if (!known.best) return keep;
    const auto losses = price_losses(program, prices);
    const double room = known.bound - known.best->value();
    for (std::uint32_t k = 0; k < program.columns(); ++k)
        keep[k] = losses[k] <= room * (1 + 1e-9) || known.best->at(program.group[k]) == k;
    return keep;
}

/// Columns of a part in the numbers of the whole.
std::vector<std::uint32_t> numbers_of(const std::vector<bool>& keep) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t k = 0; k < keep.size(); ++k)
        if (keep[k]) numbers.push_back(k);
    return numbers;
}

BranchOptions branch_options(const SolveOptions& options, const Known& known,
                             const std::vector<std::uint32_t>& numbers) {
    constexpr double columns_of_full_search = 2000;
    constexpr int least_nodes = 50;
    const double part = std::min(1.0, columns_of_full_search / static_cast<double>(numbers.size() + 1));
    const int nodes = std::max(static_cast<int>(options.most_nodes * part), std::min(least_nodes, options.most_nodes));
    BranchOptions b{.gap = options.gap, .most_nodes = nodes, .start = {}};
    b.has_start = known.best.has_value();
    if (!b.has_start) return b;
    for (const auto k : known.best->columns())
        b.start.push_back(
            static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), k) - numbers.begin()));
    return b;
}

Branched branch_among(const Program& program, const std::vector<bool>& keep, const SolveOptions& options,
                      const Prices& prices, Known& known) {
    const auto numbers = numbers_of(keep);
    auto answer = branch(part_of(program, keep), branch_options(options, known, numbers));
    if (!answer.found) return answer;
    for (auto& k : answer.columns) k = numbers[k];
    auto choice = choice_from(program, answer.columns);
    if (!mend(*choice, program, prices)) return answer;
    better(*choice, program, prices);
    known.offer(choice);
    return answer;
}

/// Of the columns worth looking at, those that lose least: a good portfolio is most likely made of these, and with
/// fewer columns a node takes a fraction of the time. Says nothing of the bound.
void branch_among_nearest(const Program& program, const Prices& prices, const SolveOptions& options, Known& known) {
    constexpr std::size_t nearest = 700;
    if (!known.best || program.columns() < 2 * nearest) return;
    const auto losses = price_losses(program, prices);
    auto sorted = losses;
    std::nth_element(sorted.begin(), sorted.begin() + nearest, sorted.end());
    std::vector<bool> keep(program.columns());
    for (std::uint32_t k = 0; k < program.columns(); ++k)
        keep[k] = losses[k] <= sorted[nearest] || known.best->at(program.group[k]) == k;
    auto part = options;
    part.gap /= 2;
    part.most_nodes = std::max(1, options.most_nodes / 4);
    (void)branch_among(program, keep, part, prices, known);
}

State finish_by_branching(const Program& program, const Prices& prices, const SolveOptions& options, Known& known) {
    branch_among_nearest(program, prices, options, known);
    if (known.gap() <= options.gap) return State::found;
    const auto answer = branch_among(program, worth_looking_at(program, prices, known), options, prices, known);
    if (!known.best) return answer.finished ? State::none : State::unknown;
    known.bound = std::max(known.best->value(), std::min(known.bound, answer.bound));
    return State::found;
}

/// Takes what is worth as much but costs less, or as much and comes earlier.
void tidy(Choice& choice, const Program& program) {
    const auto cost = [&](std::uint32_t k) { return k == no_column ? 0.0 : program.cost[k]; };
    const auto consider = [&](std::uint32_t g, std::uint32_t k) {
        const auto now = choice.at(g);
        if (now == no_column || k == now) return;
        const bool better_buy = cost(k) < cost(now) || (cost(k) == cost(now) && k < now);
        if (better_buy && choice.value_change(g, k) >= 0 && choice.excess_change(g, k) == 0) choice.set(g, k);
    };
    for (std::uint32_t g = 0; g < program.groups(); ++g) {
        for (auto k = program.group_first[g]; k < program.group_first[g + 1]; ++k) consider(g, k);
        consider(g, no_column);
    }
}

/// Rounds, and searches longer where that is not near enough.
void look_for_one(Known& known, const Program& program, const Relaxation& relaxed, double gap) {
    known.bound = price_bound(program, relaxed.prices);
    known.offer(rounded(program, relaxed.share, relaxed.prices));
    if (known.gap() > gap) known.offer(swung(largest_shares(program, relaxed.share), program, relaxed.prices));
}

State solve_into(Known& known, const Program& program, const SolveOptions& options,
                 const std::vector<std::uint32_t>& start) {
    const auto relaxed = relaxation_of(program);
    if (!relaxed) return State::none;
    look_for_one(known, program, *relaxed, options.gap);
    known.offer(choice_of_candidates(program, start, relaxed->prices));
    if (known.gap() <= options.gap) return State::found;
    return finish_by_branching(program, relaxed->prices, options, known);
}

ProgramAnswer answer_of(const Program& program, const Choice& choice, double bound) {
    ProgramAnswer answer{.state = State::found, .chosen = {}, .objective = choice.value(), .bound = bound};
    for (const auto k : choice.columns()) answer.chosen.push_back(program.candidate[k]);
    std::sort(answer.chosen.begin(), answer.chosen.end());
    return answer;
}

}  // namespace

ProgramAnswer solve_program(const Program& whole, const SolveOptions& options,
                            const std::vector<std::uint32_t>& start) {
    const auto program = without_dominated(whole);
    if (program.columns() == 0) {
        const Choice nothing(program);
        return nothing.is_feasible() ? answer_of(program, nothing, 0.0) : ProgramAnswer{};
    }
    Known known;
    const auto state = solve_into(known, program, options, start);
    if (state != State::found) return {.state = state, .chosen = {}};
    tidy(*known.best, program);
    return answer_of(program, *known.best, std::max(known.bound, known.best->value()));
}

std::vector<std::uint32_t> choose_nearly(const Program& whole) {
    constexpr double near = 0.005;
    const auto program = without_dominated(whole);
    const auto relaxed = relaxation_of(program);
    if (!relaxed) return {};
    Known known;
    look_for_one(known, program, *relaxed, near);
    if (!known.best) return {};
    tidy(*known.best, program);
    return answer_of(program, *known.best, known.bound).chosen;
}

}  // namespace lykta::measures
