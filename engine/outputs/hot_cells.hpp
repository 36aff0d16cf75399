// Which cells of a run are hot: asked by every map of it.
#pragma once
#include <cstddef>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// Hot at the run's false discovery rate: z > 0 and adjusted p at most fdr.
[[nodiscard]] bool is_hot(const RunResult& result, std::size_t cell);

}  // namespace lykta::outputs
