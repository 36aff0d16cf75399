// Where the eye lands in a project just opened.
#include "viewer/project/project.hpp"

#include <algorithm>

#include "outputs/hot_cells.hpp"

namespace lykta::viewer {
namespace {

void add(Box& into, const Box& box) {
    if (box.empty()) return;
    into.grow({box.min_x, box.min_y});
    into.grow({box.max_x, box.max_y});
}

void add_hot_cells(const outputs::RunResult& result, Box& into) {
    const auto& frame = result.gi_z.frame;
    if (frame.columns <= 0 || result.gi_p_fdr.values.size() != result.gi_z.values.size()) return;
    const auto columns = static_cast<std::size_t>(frame.columns);
    for (std::size_t cell = 0; cell < result.gi_z.values.size(); ++cell)
        if (outputs::is_hot(result, cell))
            into.grow(frame.centre(static_cast<int>(cell % columns), static_cast<int>(cell / columns)));
}

/// One block shown alone says nothing of where it lies.
Box with_surroundings(const Box& box) {
    constexpr double share = 0.15, least_m = 150;
    return box.expanded(std::max(least_m, share * std::max(box.width(), box.height())));
}

}  // namespace

Box Project::frame() const {
    Box box;
    for (const auto& place : result().places) add(box, lykta::box_of(place.place.shape));
    add_hot_cells(result(), box);
    if (!box.empty()) return with_surroundings(box);
    box = lykta::box_of(city().window.shape);
    if (!box.empty()) return box;
    for (const auto& [id, layer] : layers)
        if (layer) add(box, box_of(*layer));
    return box;
}

}  // namespace lykta::viewer
