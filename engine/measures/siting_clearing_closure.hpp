// Project selection: goals that pay once all they need is bought. The best choice is a least cut.
#pragma once
#include <cstdint>
#include <vector>

namespace lykta::measures {

/// A goal worth `value` that needs every one of `needs`.
struct ClosureGoal {
    double value = 0;
    std::vector<std::uint32_t> needs;
};
struct ClosureChoice {
    std::vector<char> bought;  ///< per need
    double worth = 0;          ///< Σ value of goals reached − Σ cost of what is bought
};
/// The choice of most worth, exact to a millionth; the smallest of them where several are worth as much.
/// \pre values and costs ≥ 0 \correctness  twin: every subset on random cases
[[nodiscard]] ClosureChoice best_closure(const std::vector<ClosureGoal>& goals, const std::vector<double>& cost);

}  // namespace lykta::measures
