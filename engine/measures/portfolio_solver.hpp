// The two questions put to COIN-OR: the linear relaxation (Clp) and branch and bound (CBC). The only file of Lykta that
// knows their classes is portfolio_solver.cpp.
#pragma once
#include <optional>
#include <vector>

#include "measures/portfolio_search.hpp"

namespace lykta::measures {

/// The best portfolio if parts of candidates could be bought.
struct Relaxation {
    std::vector<double> share;  ///< of each column, 0…1
    Prices prices;              ///< dual values of the rows, ≥ 0
};
/// Empty where not even parts of candidates keep every row.
[[nodiscard]] std::optional<Relaxation> relaxation_of(const Program& program);

struct BranchOptions {
    double gap = 0;                    ///< relative. REQUIRES: ≥ 0
    int most_nodes = 1000;             ///< REQUIRES: ≥ 1
    std::vector<std::uint32_t> start;  ///< columns of a feasible choice; empty: none is known
    bool has_start = false;
};
struct Branched {
    bool found = false;     ///< some choice keeps every row
    bool finished = false;  ///< false: the nodes ran out
    std::vector<std::uint32_t> columns;
    double bound = 0;  ///< no choice is worth more (to the solver's tolerance)
};
/// Branch and cut. Counts nodes, never seconds: the same answer on any machine. One at a time in the process (CBC's
/// authors do not vouch for several at once, coin-or/Cbc issues 223 and 332).
[[nodiscard]] Branched branch(const Program& program, const BranchOptions& options);

}  // namespace lykta::measures
