// The plain answer beside the proven one: best value per krona first, while it fits.
#include <algorithm>
#include <cmath>

#include "measures/portfolio_search.hpp"

namespace lykta::measures {

namespace {

/// Columns by value per krona, best first; free ones before all.
std::vector<std::uint32_t> by_worth(const Program& program) {
    const auto worth = [&](std::uint32_t k) {
        const double cost = program.cost[k];
        return cost > 0 ? program.value[k] / cost : program.value[k] * 1e12;
    };
    std::vector<std::uint32_t> order(program.columns());
    for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        const double x = worth(a), y = worth(b);
        return x != y ? x > y : program.candidate[a] < program.candidate[b];
    });
    return order;
}

/// How much too much the rows of some kinds hold cannot grow; shares and forced rules are seen to apart.
class Greedy {
public:
    explicit Greedy(const Program& program) : m_program(program), m_limits(limits_of(program)), m_choice(m_limits) {}

    void take_while_it_fits(const std::vector<std::uint32_t>& order, const std::vector<bool>& wanted) {
        for (const auto k : order) {
            const auto g = m_program.group[k];
            if (!wanted[k] || m_choice.at(g) != no_column) continue;
            if (m_choice.excess_change(g, k) == 0) m_choice.set(g, k);
        }
    }
    /// One that meets each forced rule not yet met.
    void take_forced(const std::vector<std::uint32_t>& order) {
        for (std::uint32_t row = 0; row < m_program.rows(); ++row) {
            if (m_program.row_demand[row].kind != DemandKind::forced || is_met(row)) continue;
            for (const auto k : order) {
                const auto g = m_program.group[k];
                if (!is_on(k, row) || m_choice.at(g) != no_column || m_choice.excess_change(g, k) != 0) continue;
                m_choice.set(g, k);
                break;
            }
        }
    }
    [[nodiscard]] Choice whole() const {
        Choice choice(m_program);
        for (const auto k : m_choice.columns()) choice.set(m_program.group[k], k);
        return choice;
    }

private:
    /// The same program without shares and forced rules, which nothing chosen yet breaks at once.
    static Program limits_of(const Program& program) {
        Program limits = program;
        for (std::size_t row = 0; row < limits.rows(); ++row) {
            const auto kind = limits.row_demand[row].kind;
            if (kind == DemandKind::district_share || kind == DemandKind::forced) limits.upper[row] = 1e30;
        }
        return limits;
    }
    [[nodiscard]] bool is_on(std::uint32_t column, std::uint32_t row) const {
        const auto entries = m_program.entries_of(column);
        return std::any_of(entries.begin(), entries.end(), [&](const Entry& e) { return e.row == row; });
    }
    [[nodiscard]] bool is_met(std::uint32_t row) const {
        const auto columns = m_choice.columns();
        return std::any_of(columns.begin(), columns.end(), [&](auto k) { return is_on(k, row); });
    }

    const Program& m_program;
    Program m_limits;
    Choice m_choice;
};

}  // namespace

Solution solve_greedily(std::span<const Candidate> candidates, const Constraints& constraints) {
    const auto program = program_of(candidates, constraints);
    const auto order = by_worth(program);
    Greedy greedy(program);
    greedy.take_forced(order);
    std::vector<bool> wanted(program.columns());
    for (std::uint32_t k = 0; k < program.columns(); ++k) wanted[k] = program.value[k] > 0;
    greedy.take_while_it_fits(order, wanted);
    auto choice = greedy.whole();
    constexpr double unknown = std::numeric_limits<double>::infinity();
    if (!mend(choice, program, Prices(program.rows(), 0.0))) return {.chosen = {}, .bound = unknown, .gap = unknown};
    Solution solution{.chosen = {}, .objective = choice.value(), .bound = unknown, .gap = unknown};
    for (const auto k : choice.columns()) solution.chosen.push_back(program.candidate[k]);
    std::sort(solution.chosen.begin(), solution.chosen.end());
    return solution;
}

}  // namespace lykta::measures
