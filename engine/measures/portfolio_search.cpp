#include "measures/portfolio_search.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::measures {

Choice::Choice(const Program& program)
    : m_program(&program), m_at(program.groups(), no_column), m_held(program.rows(), 0.0), m_over(program.rows()) {
    for (std::uint32_t row = 0; row < program.rows(); ++row) {
        m_limit.push_back(program.upper[row] + program.tolerance(row));
        m_over[row] = too_much(row, 0.0);
        m_broken += m_over[row] > 0 ? 1 : 0;
    }
}

void Choice::hold(std::uint32_t column, double sign) {
    for (const auto& e : m_program->entries_of(column)) {
        m_held[e.row] += sign * e.factor;
        m_broken -= m_over[e.row] > 0 ? 1 : 0;
        m_over[e.row] = too_much(e.row, m_held[e.row]);
        m_broken += m_over[e.row] > 0 ? 1 : 0;
    }
}

void Choice::set(std::uint32_t group, std::uint32_t column) {
    if (m_at[group] != no_column) hold(m_at[group], -1.0);
    if (column != no_column) hold(column, 1.0);
    m_at[group] = column;
}

double Choice::excess() const {
    double sum = 0;
    for (const double over : m_over) sum += over;
    return sum;
}

double Choice::excess_change(std::uint32_t group, std::uint32_t column) const {
    const auto out = m_at[group] == no_column ? std::span<const Entry>{} : m_program->entries_of(m_at[group]);
    const auto in = column == no_column ? std::span<const Entry>{} : m_program->entries_of(column);
    double change = 0;
    std::size_t i = 0, j = 0;
    while (i < out.size() || j < in.size()) {
        const auto row_out = i < out.size() ? out[i].row : no_column, row_in = j < in.size() ? in[j].row : no_column;
        const auto row = std::min(row_out, row_in);
        double held = m_held[row];
        if (row_out == row) held -= out[i++].factor;
        if (row_in == row) held += in[j++].factor;
        change += too_much(row, held) - m_over[row];
    }
    return change;
}

double Choice::value_change(std::uint32_t group, std::uint32_t column) const {
    const double out = m_at[group] == no_column ? 0.0 : m_program->value[m_at[group]];
    return (column == no_column ? 0.0 : m_program->value[column]) - out;
}

double Choice::value() const {
    double sum = 0;
    for (const auto column : m_at)
        if (column != no_column) sum += m_program->value[column];
    return sum;
}

std::vector<std::uint32_t> Choice::columns() const {
    std::vector<std::uint32_t> all;
    for (const auto column : m_at)
        if (column != no_column) all.push_back(column);
    return all;
}

std::vector<double> priced_values(const Program& program, const Prices& prices) {
    auto priced = program.value;
    for (std::uint32_t k = 0; k < program.columns(); ++k)
        for (const auto& e : program.entries_of(k)) priced[k] -= prices[e.row] * e.factor;
    return priced;
}

namespace {

double best_of_group(const Program& program, const std::vector<double>& priced, std::uint32_t group) {
    double best = 0;
    for (auto k = program.group_first[group]; k < program.group_first[group + 1]; ++k) best = std::max(best, priced[k]);
    return best;
}

/// A change of one place, and what it loses at the prices (gains: negative).
struct Move {
    std::uint32_t group = 0, column = no_column;
    double loss = 0;
};

/// Calls each(move) for every column but the present one, and for none, of every group.
template <class Each>
void for_each_move(const Choice& choice, const Program& program, const std::vector<double>& priced, const Each& each) {
    for (std::uint32_t g = 0; g < program.groups(); ++g) {
        const auto now = choice.at(g);
        const double held = now == no_column ? 0.0 : priced[now];
        if (now != no_column) each(Move{g, no_column, held});
        for (auto k = program.group_first[g]; k < program.group_first[g + 1]; ++k)
            if (k != now) each(Move{g, k, held - priced[k]});
    }
}

/// The change that mends most for what it gives up.
std::optional<Move> best_mending(const Choice& choice, const Program& program, const std::vector<double>& priced) {
    std::optional<Move> best;
    double best_score = 0;
    for_each_move(choice, program, priced, [&](const Move& move) {
        const double change = choice.excess_change(move.group, move.column);
        if (change > -1e-9) return;
        const double score = move.loss >= 0 ? move.loss / -change : move.loss * -change;
        if (best && score >= best_score) return;
        best = move, best_score = score;
    });
    return best;
}

double least_gain(const Program& program) {
    double largest = 0;
    for (const auto v : program.value) largest = std::max(largest, std::abs(v));
    return 1e-9 * largest;
}

/// Single changes that raise the value and keep the rows, the one that loses least at the prices first.
void fill(Choice& choice, const Program& program, const std::vector<double>& priced) {
    const double least = least_gain(program);
    for (std::size_t rounds = 0; rounds < 4 * program.columns(); ++rounds) {
        std::optional<Move> best;
        for_each_move(choice, program, priced, [&](const Move& move) {
            if (best && move.loss >= best->loss) return;
            if (choice.value_change(move.group, move.column) <= least) return;
            if (choice.excess_change(move.group, move.column) == 0) best = move;
        });
        if (!best) return;
        choice.set(best->group, best->column);
    }
}

/// Changes that lose little, least first: an exchange of two that betters the whole is made of such.
std::vector<Move> near_moves(const Choice& choice, const Program& program, const std::vector<double>& priced,
                             std::size_t most) {
    std::vector<Move> moves;
    for_each_move(choice, program, priced, [&](const Move& move) { moves.push_back(move); });
    const auto less = [](const Move& a, const Move& b) {
        return a.loss != b.loss ? a.loss < b.loss : a.group != b.group ? a.group < b.group : a.column < b.column;
    };
    const auto wanted = static_cast<std::ptrdiff_t>(std::min(most, moves.size()));
    std::partial_sort(moves.begin(), moves.begin() + wanted, moves.end(), less);
    moves.resize(static_cast<std::size_t>(wanted));
    return moves;
}

/// Makes the first two changes together that raise the value and keep the rows.
bool exchange(Choice& choice, const Program& program, const std::vector<Move>& moves) {
    const double least = least_gain(program);
    for (const auto& first : moves) {
        const auto before = choice.at(first.group);
        const double gain = choice.value_change(first.group, first.column);
        choice.set(first.group, first.column);
        const double excess = choice.excess();
        for (const auto& second : moves) {
            if (second.group == first.group || gain + choice.value_change(second.group, second.column) <= least)
                continue;
            if (excess + choice.excess_change(second.group, second.column) > 1e-9) continue;
            const auto undo = choice.at(second.group);
            choice.set(second.group, second.column);
            if (choice.is_feasible()) return true;
            choice.set(second.group, undo);
        }
        choice.set(first.group, before);
    }
    return false;
}

}  // namespace

double price_bound(const Program& program, const Prices& prices) {
    const auto priced = priced_values(program, prices);
    double bound = 0;
    for (std::size_t row = 0; row < program.rows(); ++row) bound += prices[row] * program.upper[row];
    for (std::uint32_t g = 0; g < program.groups(); ++g) bound += best_of_group(program, priced, g);
    return bound;
}

std::vector<double> price_losses(const Program& program, const Prices& prices) {
    auto priced = priced_values(program, prices);
    for (std::uint32_t g = 0; g < program.groups(); ++g) {
        const double best = best_of_group(program, priced, g);
        for (auto k = program.group_first[g]; k < program.group_first[g + 1]; ++k) priced[k] = best - priced[k];
    }
    return priced;
}

bool mend(Choice& choice, const Program& program, const Prices& prices) {
    const auto priced = priced_values(program, prices);
    for (std::size_t rounds = 0; rounds < program.columns() + 100; ++rounds) {
        if (choice.is_feasible()) return true;
        const auto move = best_mending(choice, program, priced);
        if (!move) return false;
        choice.set(move->group, move->column);
    }
    return choice.is_feasible();
}

void better(Choice& choice, const Program& program, const Prices& prices) {
    constexpr std::size_t near = 250;
    constexpr int most_exchanges = 60;
    const auto priced = priced_values(program, prices);
    fill(choice, program, priced);
    for (int k = 0; k < most_exchanges; ++k) {
        if (!exchange(choice, program, near_moves(choice, program, priced, near)) &&
            !search_balance(choice, program, prices))
            return;
        fill(choice, program, priced);
    }
}

Choice largest_shares(const Program& program, std::span<const double> share) {
    Choice choice(program);
    for (std::uint32_t g = 0; g < program.groups(); ++g) {
        double rest = 1.0;
        std::uint32_t best = no_column;
        for (auto k = program.group_first[g]; k < program.group_first[g + 1]; ++k) {
            rest -= share[k];
            if (share[k] > 1e-9 && (best == no_column || share[k] > share[best])) best = k;
        }
        if (best != no_column && share[best] >= rest) choice.set(g, best);
    }
    return choice;
}

std::optional<Choice> rounded(const Program& program, std::span<const double> share, const Prices& prices) {
    auto choice = largest_shares(program, share);
    if (!mend(choice, program, prices)) return std::nullopt;
    better(choice, program, prices);
    return choice;
}

}  // namespace lykta::measures
