// A search that swings across the limits: places are changed one at a time, rows may be broken for a price that rises
// while they are and falls while they are not, and what was just changed rests a while (tabu search with strategic
// oscillation; Glover & Laguna 1997). Finds its way where many tight rows leave single changes and exchanges stuck.
#include <algorithm>
#include <cmath>

#include "measures/portfolio_search.hpp"

namespace lykta::measures {

namespace {

constexpr std::size_t most_near = 300;
constexpr double swing = 1.1;

class Swing {
public:
    Swing(const Choice& choice, const Program& program, const Prices& prices)
        : m_program(program), m_now(choice), m_rest_until(program.groups(), 0) {
        gather(price_losses(program, prices), choice);
        double largest = 0;
        for (const auto v : program.value) largest = std::max(largest, std::abs(v));
        m_weight = largest;
        note_best();
    }
    void step(int iteration) {
        const Move* best = nullptr;
        double best_score = 0;
        for (const auto& move : m_moves) {
            if (m_now.at(move.group) == move.column) continue;
            const double value = m_now.value_change(move.group, move.column);
            const double score = value - m_weight * m_now.excess_change(move.group, move.column);
            if (m_rest_until[move.group] > iteration || (best != nullptr && score <= best_score)) continue;
            best = &move, best_score = score;
        }
        if (best == nullptr) return;
        m_now.set(best->group, best->column);
        m_rest_until[best->group] = iteration + 5 + iteration % 7;
        m_weight = m_now.is_feasible() ? m_weight / swing : m_weight * swing;
        note_best();
    }
    [[nodiscard]] const std::optional<Choice>& best() const { return m_best; }

private:
    struct Move {
        std::uint32_t group = 0, column = no_column;
    };
    /// The columns that lose least at the prices, and nothing at all at their places and at those chosen.
    void gather(const std::vector<double>& losses, const Choice& choice) {
        std::vector<std::uint32_t> order(m_program.columns());
        for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return losses[a] < losses[b]; });
        order.resize(std::min(order.size(), most_near));
        for (const auto k : choice.columns()) order.push_back(k);
        std::sort(order.begin(), order.end());
        order.erase(std::unique(order.begin(), order.end()), order.end());
        for (const auto k : order) {
            const auto group = m_program.group[k];
            if (m_moves.empty() || m_moves.back().group != group) m_moves.push_back({group, no_column});
            m_moves.push_back({group, k});
        }
    }
    void note_best() {
        if (!m_now.is_feasible()) return;
        const double value = m_now.value();
        if (m_best && value <= m_best_value) return;
        m_best = m_now, m_best_value = value;
    }

    const Program& m_program;
    Choice m_now;
    std::vector<int> m_rest_until;
    std::vector<Move> m_moves;
    std::optional<Choice> m_best;
    double m_best_value = 0, m_weight = 0;
};

}  // namespace

std::optional<Choice> swung(const Choice& start, const Program& program, const Prices& prices) {
    constexpr int steps = 1500;
    Swing swing_search(start, program, prices);
    for (int iteration = 0; iteration < steps; ++iteration) swing_search.step(iteration);
    auto best = swing_search.best();
    if (best) better(*best, program, prices);
    return best;
}

}  // namespace lykta::measures
