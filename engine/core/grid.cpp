// The lattice laid over a box.
#include "core/grid.hpp"

#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta {

namespace {

/// Whole cells from `low` to `high`; a box that ends on a cell's edge still holds the points on that edge.
int cells_between(double low, double high, double cell) {
    const double count = std::floor((high - low) / cell) + 1.0;
    if (!(count >= 1.0) || count > static_cast<double>(std::numeric_limits<int>::max())) {
        throw Error(ErrorCode::bad_option,
                    say("a grid of {} m cells over {} m cannot be made; choose a larger cell size", cell, high - low));
    }
    return static_cast<int>(count);
}

}  // namespace

GridFrame frame_over(const Box& box, Meters cell_size) {
    const double cell = cell_size.value;
    if (!(cell > 0.0)) {
        throw Error(ErrorCode::bad_option, say("cell size {} m: it must be greater than 0", cell));
    }
    GridFrame frame;
    frame.cell_size = cell_size;
    if (box.empty()) return frame;
    frame.origin = {std::floor(box.min_x / cell) * cell, std::floor(box.min_y / cell) * cell};
    frame.columns = cells_between(frame.origin.x, box.max_x, cell);
    frame.rows = cells_between(frame.origin.y, box.max_y, cell);
    return frame;
}

}  // namespace lykta
