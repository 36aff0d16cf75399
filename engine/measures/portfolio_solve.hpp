// Solving a program to a proven gap, and naming the demands that clash. Internal to the portfolio's own files.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "measures/portfolio_solver.hpp"

namespace lykta::measures {

struct ProgramAnswer {
    enum class State : std::uint8_t { found, none, unknown };
    State state = State::none;          ///< unknown: the nodes ran out before any portfolio was found
    std::vector<std::uint32_t> chosen;  ///< candidates, ascending
    double objective = 0, bound = 0;
};
/// Relaxation → rounding and exchanges → prices drop the columns that no better portfolio can hold → CBC on what is
/// left, only where the gap is not proven before. \param start  candidates of a portfolio known to keep every row;
/// empty where none is
[[nodiscard]] ProgramAnswer solve_program(const Program& program, const SolveOptions& options,
                                          const std::vector<std::uint32_t>& start = {});

/// The same without CBC: near the best, not proven, quick. Candidates, ascending; empty where none was found.
[[nodiscard]] std::vector<std::uint32_t> choose_nearly(const Program& program);

/// An irreducible set: together they cannot be met, without any one of them they can.
/// \pre nothing meets all
/// \correctness  every proper subset is met by some choice, on random small cases
[[nodiscard]] std::vector<Demand> clash_of(std::span<const Candidate> candidates, const Constraints& constraints,
                                           const SolveOptions& options);
/// The sentence a user reads.
[[nodiscard]] std::string clash_words(const std::vector<Demand>& clash, std::span<const Candidate> candidates,
                                      const Constraints& constraints);

/// \throws Error{bad_option} for budgets, shares, caps and rules that make no sense by themselves
void check_demands(const Constraints& constraints, const SolveOptions& options);

/// solve(), with a portfolio known to keep every row.
[[nodiscard]] Solution solve_from(std::span<const Candidate> candidates, const Constraints& constraints,
                                  const SolveOptions& options, const std::vector<std::uint32_t>& start);

}  // namespace lykta::measures
