// Every way to choose at the places that hang most in the balance, cut short by what prices say can still be reached.
#include <algorithm>

#include "measures/portfolio_search.hpp"

namespace lykta::measures {

namespace {

constexpr std::size_t most_groups = 12;
constexpr int most_steps = 4000;

/// What can be chosen at a place, the best at the prices first.
struct Group {
    std::uint32_t group = 0;
    std::vector<std::uint32_t> columns;  ///< no_column among them
    double best = 0;                     ///< priced value
    double margin = 0;                   ///< to the second best, or from what is chosen to the best
};

class Balance {
public:
    Balance(const Choice& choice, const Program& program, const Prices& prices)
        : m_program(program), m_priced(priced_values(program, prices)), m_now(choice), m_best(choice) {
        gather(choice);
        for (const auto& g : m_groups) {
            m_best_value += value(choice.at(g.group));
            m_now.set(g.group, no_column);
        }
        m_left_over = reach_of_rows(prices);
        m_reach.assign(m_groups.size() + 1, 0.0);
        for (auto k = m_groups.size(); k-- > 0;) m_reach[k] = m_reach[k + 1] + m_groups[k].best;
    }
    [[nodiscard]] bool search() {
        try_from(0, 0.0, 0.0);
        return m_found;
    }
    [[nodiscard]] const Choice& best() const { return m_best; }

private:
    [[nodiscard]] double value(std::uint32_t column) const {
        return column == no_column ? 0.0 : m_program.value[column];
    }
    [[nodiscard]] double priced(std::uint32_t column) const { return column == no_column ? 0.0 : m_priced[column]; }

    [[nodiscard]] Group group_of(const Choice& choice, std::uint32_t g) const {
        Group group{.group = g, .columns = {no_column}};
        for (auto k = m_program.group_first[g]; k < m_program.group_first[g + 1]; ++k) group.columns.push_back(k);
        std::stable_sort(group.columns.begin(), group.columns.end(),
                         [&](auto a, auto b) { return priced(a) > priced(b); });
        group.best = priced(group.columns.front());
        group.margin = choice.at(g) == group.columns.front() ? group.best - priced(group.columns[1]) : 0.0;
        return group;
    }
    void gather(const Choice& choice) {
        for (std::uint32_t g = 0; g < m_program.groups(); ++g) m_groups.push_back(group_of(choice, g));
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const Group& a, const Group& b) { return a.margin < b.margin; });
        if (m_groups.size() > most_groups) m_groups.resize(most_groups);
    }
    /// What the rows' rest, once the other places are served, is worth at the prices.
    [[nodiscard]] double reach_of_rows(const Prices& prices) const {
        double sum = 0;
        for (std::uint32_t row = 0; row < m_program.rows(); ++row)
            if (prices[row] > 0) sum += prices[row] * (m_program.upper[row] - m_now.held(row));
        return sum;
    }
    void try_from(std::size_t k, double sum, double sum_priced) {
        if (++m_steps > most_steps || m_left_over + sum_priced + m_reach[k] <= m_best_value * (1 + 1e-12)) return;
        if (k == m_groups.size()) return accept(sum);
        for (const auto column : m_groups[k].columns) {
            m_now.set(m_groups[k].group, column);
            try_from(k + 1, sum + value(column), sum_priced + priced(column));
        }
        m_now.set(m_groups[k].group, no_column);
    }
    void accept(double sum) {
        if (sum <= m_best_value || !m_now.is_feasible()) return;
        m_best_value = sum;
        m_best = m_now;
        m_found = true;
    }

    const Program& m_program;
    std::vector<double> m_priced;
    std::vector<Group> m_groups;
    std::vector<double> m_reach;  ///< best priced values of the groups from k on
    Choice m_now, m_best;
    double m_best_value = 0, m_left_over = 0;
    int m_steps = 0;
    bool m_found = false;
};

}  // namespace

bool search_balance(Choice& choice, const Program& program, const Prices& prices) {
    Balance balance(choice, program, prices);
    if (!balance.search()) return false;
    choice = balance.best();
    return true;
}

}  // namespace lykta::measures
