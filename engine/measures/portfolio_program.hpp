// The integer program behind a portfolio, in one plain form: a column per candidate that can be chosen, at most one
// column per place, and every other demand a row "sum ≤ upper". Internal to the portfolio's own files.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "measures/portfolio.hpp"

namespace lykta::measures {

/// What a user asked for, by name: the unit in which clashes are told.
enum class DemandKind : std::uint8_t {
    forced,
    forbidden,
    budget,
    yearly_budget,
    owner_cap,
    district_share,
    one_per_place,
    one_per_stretch
};
struct Demand {
    DemandKind kind = DemandKind::budget;
    std::uint32_t index = 0;  ///< rule, owner, district, place or stretch; 0 for the budgets
    auto operator<=>(const Demand&) const = default;
};
/// Every demand that some choice of candidates could break.
[[nodiscard]] std::vector<Demand> demands_of(std::span<const Candidate> candidates, const Constraints& constraints);
[[nodiscard]] bool meets(const Candidate& candidate, const Constraints::Rule& rule);

/// Rows hold thousands of SEK, so that 1e-6 is a thousandth of a krona and the solver's tolerances mean nothing.
constexpr double sek_per_unit = 1000.0;
constexpr std::uint32_t no_column = std::numeric_limits<std::uint32_t>::max();

struct Entry {
    std::uint32_t row = 0;
    double factor = 0;
};
/// \correctness  together with the search: every subset on small random cases (tests/measures/portfolio_test.cpp)
struct Program {
    std::vector<Demand> row_demand;
    std::vector<double> upper;             ///< Σ factor ≤ upper
    std::vector<double> least_share;       ///< of a row that asks a district's share of all that is spent; else 0
    std::vector<double> scale;             ///< largest factor of the row, to weigh one row's excess against another's
    std::vector<std::uint32_t> candidate;  ///< of each column; columns by group, then candidate
    std::vector<double> value;
    std::vector<double> cost;                ///< SEK now; among equals the cheaper is taken
    std::vector<std::uint32_t> group;        ///< of each column: at most one is chosen
    std::vector<std::uint32_t> group_first;  ///< groups() + 1 long
    std::vector<std::uint32_t> entry_first;  ///< columns() + 1 long
    std::vector<Entry> entries;              ///< by column, rows ascending

    [[nodiscard]] std::size_t columns() const { return candidate.size(); }
    [[nodiscard]] std::size_t rows() const { return upper.size(); }
    [[nodiscard]] std::uint32_t groups() const { return static_cast<std::uint32_t>(group_first.size()) - 1; }
    [[nodiscard]] std::span<const Entry> entries_of(std::uint32_t column) const {
        return {entries.data() + entry_first[column], entries.data() + entry_first[column + 1]};
    }
    /// What a row may hold beyond its upper side for rounding's sake.
    [[nodiscard]] double tolerance(std::uint32_t row) const;
};
/// \param kept  the demands to build in; the others are as if never made
[[nodiscard]] Program program_of(std::span<const Candidate> candidates, const Constraints& constraints,
                                 const std::function<bool(const Demand&)>& kept);
[[nodiscard]] Program program_of(std::span<const Candidate> candidates, const Constraints& constraints);
/// The same rows, some columns only.
[[nodiscard]] Program part_of(const Program& program, const std::vector<bool>& keep);
/// Without columns that another of the same place beats or equals in value and in every row, and without those that
/// choosing nothing beats or equals. Some best portfolio is left; ties go to the earlier candidate.
[[nodiscard]] Program without_dominated(const Program& program);

}  // namespace lykta::measures
