// Where the parts of the window go. The map keeps a fair share: panels narrow first, and where even that is not enough
// the left one stays closed.
#include <algorithm>

#include "viewer/panels/look.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

struct Sides {
    double left = 0, right = 0;
};

// Widths of the panels in pixels. Wished, then narrowed together towards the least a panel can be read at.
Sides sides_of(const ViewerState& state, double width, double scale) {
    if (!state.project) return {};
    // A wide window lets names and tables breathe.
    const double left = std::clamp(0.22 * width, 330 * scale, 420 * scale);
    const double right = std::clamp(0.25 * width, 390 * scale, 470 * scale);
    Sides wish{state.settings.left_open ? left : 0, state.settings.right_open ? right : 0};
    const double least_map = std::max(300.0, 0.36 * width);
    const Sides least{std::min(wish.left, 250 * scale), std::min(wish.right, 290 * scale)};
    const double over = wish.left + wish.right - (width - least_map);
    if (over <= 0) return wish;
    const double give = wish.left - least.left + wish.right - least.right;
    const double share = give > 0 ? std::min(1.0, over / give) : 1.0;
    wish.left -= share * (wish.left - least.left);
    wish.right -= share * (wish.right - least.right);
    const double hard_least_map = std::max(240.0, 0.25 * width);
    if (wish.left + wish.right > width - hard_least_map && wish.right > 0) wish.left = 0;
    wish.right = std::min(wish.right, width);
    wish.left = std::min(wish.left, width);
    return wish;
}

Box closed_or(double size, const Box& box) {
    return size > 0 ? box : Box{};
}

}  // namespace

WindowLayout layout_of(const ViewerState& state, double width, double height) {
    const double scale = look_scale();
    const int rows = width / scale < 900 ? 2 : 1;  // of the top bar
    const double top = 44 * scale * rows, foot = height - 26 * scale;
    const Sides sides = sides_of(state, width, scale);
    const double map_left = sides.left, map_right = width - sides.right;
    const bool has_time = state.project && state.settings.time_open;
    // A narrow map puts the time panel's buttons on two rows.
    const double time_high = has_time ? ((map_right - map_left) / scale < 520 ? 164 : 128) * scale : 0;
    WindowLayout layout{.width = width, .height = height};
    layout.top = {0, 0, width, top};
    layout.left = closed_or(sides.left, {0, top, map_left, foot});
    layout.right = closed_or(sides.right, {map_right, top, width, foot});
    layout.bottom = closed_or(time_high, {map_left, foot - time_high, map_right, foot});
    layout.map = {map_left, top, map_right, foot - time_high};
    return layout;
}

}  // namespace lykta::viewer
