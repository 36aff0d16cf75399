// A least cut, then what it leaves undecided, then an order.
#include "measures/siting_clearing_choice.hpp"

#include <algorithm>

#include "measures/siting_clearing_closure.hpp"

namespace lykta::measures {

namespace {

constexpr double least_cost = 1e-6;  ///< m of sight per m²: among choices of as many metres the least area
constexpr double hair = 1e-9;
constexpr std::size_t tried_whole = 12;

/// A set of pieces whose worth is kept up to date: only the lines a piece stands on are looked at again.
class Standing {
public:
    Standing(const ClearingLines& lines, double cost_per_m2)
        : m_lines(lines),
          m_cost(cost_per_m2),
          m_cleared(lines.piece_count(), 0),
          m_open(lines.lines().size()),
          m_shut(lines.samples().size(), 0) {
        for (std::uint32_t l = 0; l < m_open.size(); ++l) {
            m_open[l] = lines.is_open(l, m_cleared) ? 1 : 0;
            m_shut[lines.lines()[l].sample] += m_open[l] != 0 ? 0 : 1;
        }
    }
    /// Clears the piece or puts it back; returns the metres of sight won (less than 0: lost).
    double toggle(std::uint32_t piece) {
        m_cleared[piece] = m_cleared[piece] != 0 ? 0 : 1;
        double won = 0.0;
        for (const auto l : m_lines.lines_of(piece)) {
            const char open = m_lines.is_open(l, m_cleared) ? 1 : 0;
            if (open == m_open[l]) continue;
            m_open[l] = open;
            const std::uint32_t sample = m_lines.lines()[l].sample;
            int& shut = m_shut[sample];
            if (open == 0 && shut++ == 0) won -= m_lines.samples()[sample].metres;
            if (open != 0 && --shut == 0) won += m_lines.samples()[sample].metres;
        }
        m_worth += won - (m_cleared[piece] != 0 ? 1.0 : -1.0) * m_cost * m_lines.area_m2(piece);
        return won;
    }
    [[nodiscard]] bool is_cleared(std::uint32_t piece) const { return m_cleared[piece] != 0; }
    [[nodiscard]] bool is_open(std::uint32_t line) const { return m_open[line] != 0; }
    [[nodiscard]] bool is_seen(std::uint32_t sample) const { return m_shut[sample] == 0; }
    [[nodiscard]] const Cleared& cleared() const { return m_cleared; }
    [[nodiscard]] double worth() const { return m_worth; }
    [[nodiscard]] const ClearingLines& lines() const { return m_lines; }

private:
    const ClearingLines& m_lines;
    double m_cost;
    Cleared m_cleared;
    std::vector<char> m_open;
    std::vector<int> m_shut;  ///< lines of each sample that are not open
    double m_worth = 0.0;
};

std::vector<std::uint32_t> pieces_on(const ClearingLine& line) {
    std::vector<std::uint32_t> pieces;
    for (const auto& crown : line.crowns) {
        for (const auto& p : crown.pieces) pieces.push_back(p.piece);
        pieces.insert(pieces.end(), crown.holding.begin(), crown.holding.end());
    }
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    return pieces;
}

enum class Needs : std::uint8_t { in_any_case, enough };

/// Pieces without which the line stays shut, whatever else goes; `enough`: and more, those that take most per m² first,
/// until it opens. False where nothing opens it.
bool add_needs(const ClearingLines& lines, std::uint32_t line, Needs what, Cleared& needed) {
    const auto own = pieces_on(lines.lines()[line]);
    Cleared gone(lines.piece_count(), 0);
    for (const auto p : own) gone[p] = 1;
    if (!lines.is_open(line, gone)) return false;
    std::vector<std::uint32_t> free;
    for (const auto p : own) {
        gone[p] = 0;
        if (!lines.is_open(line, gone))
            needed[p] = 1;
        else if (needed[p] == 0)
            free.push_back(p);
        gone[p] = 1;
    }
    if (what == Needs::in_any_case) return true;
    std::fill(gone.begin(), gone.end(), 0);
    for (const auto p : own) gone[p] = needed[p];
    while (!lines.is_open(line, gone)) {
        const double before = lines.depth(line, gone);
        double most = -1e300;
        std::size_t best = 0;
        for (std::size_t k = 0; k < free.size(); ++k) {
            gone[free[k]] = 1;
            const double taken = (before - lines.depth(line, gone)) / lines.area_m2(free[k]);
            gone[free[k]] = 0;
            if (taken > most) most = taken, best = k;
        }
        gone[free[best]] = needed[free[best]] = 1;
        free.erase(free.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return true;
}

std::vector<ClosureGoal> goals_of(const ClearingLines& lines, Needs what) {
    std::vector<ClosureGoal> goals;
    for (std::uint32_t s = 0; s < lines.samples().size(); ++s) {
        if (lines.samples()[s].seen_now) continue;  // it can only lose
        Cleared needed(lines.piece_count(), 0);
        const auto own = lines.lines_from(s);
        const bool can = std::all_of(own.begin(), own.end(),
                                     [&](std::uint32_t line) { return add_needs(lines, line, what, needed); });
        if (!can) continue;
        ClosureGoal goal{lines.samples()[s].metres, {}};
        for (std::uint32_t p = 0; p < needed.size(); ++p)
            if (needed[p] != 0) goal.needs.push_back(p);
        goals.push_back(std::move(goal));
    }
    return goals;
}

/// Takes every change of one piece, or of one for another, that is worth more, until there is none.
void improve(Standing& standing) {
    const auto count = static_cast<std::uint32_t>(standing.lines().piece_count());
    for (bool better = true; better;) {
        better = false;
        for (std::uint32_t p = 0; p < count; ++p) {
            const double before = standing.worth();
            (void)standing.toggle(p);
            if (standing.worth() > before + hair) {
                better = true;
                continue;
            }
            bool swapped = false;
            for (std::uint32_t q = p + 1; q < count && count <= 60 && !swapped; ++q) {
                (void)standing.toggle(q);
                swapped = standing.worth() > before + hair;
                if (!swapped) (void)standing.toggle(q);
            }
            if (!swapped) (void)standing.toggle(p);
            better = better || swapped;
        }
    }
}

/// Every subset, one piece changed from each to the next (Gray's order).
void try_all(Standing& standing) {
    const std::size_t count = standing.lines().piece_count();
    Cleared best = standing.cleared();
    double worth = standing.worth();
    for (std::size_t k = 1; k < std::size_t{1} << count; ++k) {
        std::uint32_t piece = 0;
        while ((k >> piece & 1U) == 0) ++piece;
        (void)standing.toggle(piece);
        if (standing.worth() > worth + hair) worth = standing.worth(), best = standing.cleared();
    }
    for (std::uint32_t p = 0; p < count; ++p)
        if (standing.is_cleared(p) != (best[p] != 0)) (void)standing.toggle(p);
}

/// Chosen pieces, not yet gone, that stand on the shut lines of a sample.
std::vector<std::uint32_t> still_needed(const Standing& standing, std::uint32_t sample, const Cleared& chosen) {
    std::vector<std::uint32_t> needed;
    for (const auto l : standing.lines().lines_from(sample)) {
        if (standing.is_open(l)) continue;
        for (const auto p : pieces_on(standing.lines().lines()[l]))
            if (chosen[p] != 0 && !standing.is_cleared(p)) needed.push_back(p);
    }
    std::sort(needed.begin(), needed.end());
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    return needed;
}

double metres_won(Standing& standing, const std::vector<std::uint32_t>& pieces) {
    double won = 0.0;
    for (const auto p : pieces) won += standing.toggle(p);
    return won;
}

/// What opens one sample more, for the most metres per m²; a part of it where the part gives as much.
ClearingStep next_step(Standing& standing, const Cleared& chosen) {
    ClearingStep best;
    double best_gain = -1e300;
    std::vector<std::vector<std::uint32_t>> tried;
    for (std::uint32_t s = 0; s < standing.lines().samples().size(); ++s) {
        if (standing.is_seen(s)) continue;
        auto pieces = still_needed(standing, s, chosen);
        if (pieces.empty() || std::find(tried.begin(), tried.end(), pieces) != tried.end()) continue;
        double m2 = 0.0;
        for (const auto p : pieces) m2 += standing.lines().area_m2(p);
        const double won = metres_won(standing, pieces);
        (void)metres_won(standing, pieces);
        if (won / m2 > best_gain) best_gain = won / m2, best = {pieces, won};
        tried.push_back(std::move(pieces));
    }
    return best;
}

std::vector<ClearingStep> in_order(const ClearingLines& lines, const Cleared& chosen, double per_m2) {
    Standing standing(lines, per_m2);
    std::vector<ClearingStep> steps;
    for (;;) {
        ClearingStep step = next_step(standing, chosen);
        if (step.pieces.empty() || !(step.metres > 0.0)) break;
        (void)metres_won(standing, step.pieces);
        steps.push_back(std::move(step));
    }
    ClearingStep rest;
    for (std::uint32_t p = 0; p < chosen.size(); ++p)
        if (chosen[p] != 0 && !standing.is_cleared(p)) rest.pieces.push_back(p);
    const double worth = standing.worth();
    rest.metres = metres_won(standing, rest.pieces);
    if (standing.worth() > worth + hair) steps.push_back(std::move(rest));
    return steps;
}

}  // namespace

double worth_of(const ClearingLines& lines, const Cleared& cleared, double least_gain) {
    double m2 = 0.0;
    for (std::uint32_t p = 0; p < cleared.size(); ++p) m2 += cleared[p] != 0 ? lines.area_m2(p) : 0.0;
    return lines.metres(cleared) - least_gain * m2;
}

ClearingChoice choose_clearing(const ClearingLines& lines, double least_gain) {
    const double per_m2 = std::max(least_gain, least_cost);
    std::vector<double> cost(lines.piece_count());
    for (std::uint32_t p = 0; p < cost.size(); ++p) cost[p] = per_m2 * lines.area_m2(p);
    ClearingChoice choice;
    choice.bound = best_closure(goals_of(lines, Needs::in_any_case), cost).worth;
    const auto bought = best_closure(goals_of(lines, Needs::enough), cost).bought;
    Standing standing(lines, per_m2);
    for (std::uint32_t p = 0; p < bought.size(); ++p)
        if (bought[p] != 0) (void)standing.toggle(p);
    if (standing.worth() < choice.bound - 1e-6) improve(standing);
    if (standing.worth() < choice.bound - 1e-6 && lines.piece_count() <= tried_whole) {
        try_all(standing);
        choice.bound = standing.worth();
    }
    choice.steps = in_order(lines, standing.cleared(), per_m2);
    Cleared cleared(lines.piece_count(), 0);
    for (const auto& step : choice.steps)
        for (const auto p : step.pieces) cleared[p] = 1;
    choice.worth = worth_of(lines, cleared, per_m2);
    choice.bound = std::max(choice.bound, choice.worth);
    return choice;
}

}  // namespace lykta::measures
