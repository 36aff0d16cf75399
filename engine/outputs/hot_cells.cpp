// Which cells of a run are hot.
#include "outputs/hot_cells.hpp"

namespace lykta::outputs {

bool is_hot(const RunResult& result, std::size_t cell) {
    return !result.refusal && cell < result.gi_z.values.size() && cell < result.gi_p_fdr.values.size() &&
           result.gi_z.values[cell] > 0 && result.gi_p_fdr.values[cell] <= result.fdr;
}

}  // namespace lykta::outputs
