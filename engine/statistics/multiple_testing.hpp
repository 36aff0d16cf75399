// Many tests at once: adjusted p-values. Undefined p-values leave the family.
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace lykta::statistics {

enum class Adjustment { bonferroni, holm, benjamini_hochberg, benjamini_yekutieli };
/// \correctness reference multiple_testing (R p.adjust) \see Benjamini & Hochberg (1995), JRSS B 57:289–300
[[nodiscard]] std::vector<std::optional<double>> adjusted(std::span<const std::optional<double>> p, Adjustment how);

}  // namespace lykta::statistics
