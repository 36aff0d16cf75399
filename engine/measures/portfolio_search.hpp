// Portfolios found without a solver: a choice that can be changed place by place, mended until it keeps every row,
// filled up and bettered by exchanges; and bounds by prices. Internal to the portfolio's own files.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "measures/portfolio_program.hpp"

namespace lykta::measures {

/// One column or none per group, with what the rows then hold.
class Choice {
public:
    explicit Choice(const Program& program);
    void set(std::uint32_t group, std::uint32_t column);  ///< no_column: nothing there
    [[nodiscard]] double held(std::uint32_t row) const { return m_held[row]; }
    [[nodiscard]] std::uint32_t at(std::uint32_t group) const { return m_at[group]; }
    /// Σ of what rows hold too much, each by its scale; 0 when every row is kept.
    [[nodiscard]] double excess() const;
    [[nodiscard]] bool is_feasible() const { return m_broken == 0; }
    /// How the excess would change.
    [[nodiscard]] double excess_change(std::uint32_t group, std::uint32_t column) const;
    [[nodiscard]] double value_change(std::uint32_t group, std::uint32_t column) const;
    [[nodiscard]] double value() const;  ///< summed anew, in order
    [[nodiscard]] std::vector<std::uint32_t> columns() const;

private:
    [[nodiscard]] double too_much(std::uint32_t row, double held) const {
        return held > m_limit[row] ? (held - m_program->upper[row]) / m_program->scale[row] : 0.0;
    }
    void hold(std::uint32_t column, double sign);
    const Program* m_program;
    std::vector<std::uint32_t> m_at;
    std::vector<double> m_limit, m_held, m_over;  ///< by row; over: too_much of what is held
    std::size_t m_broken = 0;                     ///< rows that hold too much
};

/// What a unit of each row is worth; ≥ 0, one per row.
using Prices = std::vector<double>;
/// Values less what their rows cost at these prices.
[[nodiscard]] std::vector<double> priced_values(const Program& program, const Prices& prices);
/// No portfolio is worth more: Σ price · upper + Σ over groups of the best priced value, 0 at least (weak duality).
/// Holds for any prices ≥ 0, so it does not hang on a solver's tolerances. \correctness  never below the best of every
/// subset
[[nodiscard]] double price_bound(const Program& program, const Prices& prices);
/// How much of the bound is lost by choosing this column, one per column, ≥ 0.
[[nodiscard]] std::vector<double> price_losses(const Program& program, const Prices& prices);

/// Changes places until every row is kept, giving up as little priced value as it can. False: did not get there.
[[nodiscard]] bool mend(Choice& choice, const Program& program, const Prices& prices);
/// Betters a feasible choice, keeping it feasible: single changes, then exchanges between two places among columns that
/// lose little.
void better(Choice& choice, const Program& program, const Prices& prices);
/// Every way to choose at the dozen places that hang most in the balance, the others as they are: exact where there are
/// no more places. \pre choice is feasible \return whether it became better
bool search_balance(Choice& choice, const Program& program, const Prices& prices);
/// A longer search from a choice that need not be feasible; never worse than a feasible start. Empty where none was
/// met.
[[nodiscard]] std::optional<Choice> swung(const Choice& start, const Program& program, const Prices& prices);
/// From shares of columns (an LP's answer): the largest of each group.
[[nodiscard]] Choice largest_shares(const Program& program, std::span<const double> share);
/// The same mended and bettered; empty where mending failed.
[[nodiscard]] std::optional<Choice> rounded(const Program& program, std::span<const double> share,
                                            const Prices& prices);

}  // namespace lykta::measures
