#include "viewer/project/area_detail.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "outputs/report_map.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t block = 2048;
constexpr double most_cells_across = 4000;

/// Features that came out empty are dropped, order kept.
void drop_empty(std::vector<AreaFeature>& areas) {
    std::erase_if(areas, [](const AreaFeature& f) { return f.shape.empty(); });
}

GridFrame frame_for(std::span<const AreaSource> sources, double cell_m) {
    Box box;
    for (const auto& source : sources) box.grow(source.middle);
    const double across = std::max(box.width(), box.height());
    return frame_over(box, Meters{std::max(cell_m, across / most_cells_across)});
}

/// Index of the class a share belongs to, −1 below the first.
int share_class(double share, const std::vector<double>& least) {
    return static_cast<int>(std::upper_bound(least.begin(), least.end(), share) - least.begin()) - 1;
}

void add_rows(const Grid<float>& covered, const CoverageLevel& wanted, std::vector<AreaFeature>& into) {
    const GridFrame& frame = covered.frame;
    const double cell = frame.cell_size.value;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns;) {
            const auto of = [&](int c) {
                return share_class(covered.at(c, row) / frame.cell_area_m2(), wanted.least_share);
            };
            const int first = column, group = of(column);
            while (column < frame.columns && of(column) == group) ++column;
            if (group < 0) continue;
            const double y = frame.origin.y + row * cell;
            into.push_back(
                {.shape = rectangle({frame.origin.x + first * cell, y, frame.origin.x + column * cell, y + cell}),
                 .group = wanted.groups[static_cast<std::size_t>(group)]});
        }
}

}  // namespace

void measure_areas(std::span<AreaSource> sources) {
    parallel_blocks(sources.size(), block, [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) {
            const Box box = box_of(*sources[i].shape);
            sources[i].m2 = area(*sources[i].shape);
            sources[i].middle = {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
        }
    });
}

MultiPolygon simplified_shape(const MultiPolygon& shape, double tolerance_m, double least_m2) {
    MultiPolygon out;
    for (const auto& polygon : shape) {
        Polygon simple{.outer = outputs::simplified(polygon.outer, tolerance_m), .holes = {}};
        if (simple.outer.size() < 4 || area(simple) < least_m2) continue;
        for (const auto& hole : polygon.holes)
            if (Ring ring = outputs::simplified(hole, tolerance_m);
                ring.size() >= 4 && area(Polygon{ring, {}}) >= least_m2)
                simple.holes.push_back(std::move(ring));
        out.push_back(std::move(simple));
    }
    return out;
}

Detail area_level(std::span<const AreaSource> sources, const AreaLevel& wanted) {
    Detail detail = level(wanted.from, wanted.to);
    std::vector<std::uint32_t> large;
    for (std::uint32_t i = 0; i < sources.size(); ++i)
        if (!sources[i].shape->empty() && sources[i].m2 >= wanted.least_m2) large.push_back(i);
    detail.areas.resize(large.size());
    parallel_blocks(large.size(), block, [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) {
            const auto& source = sources[large[i]];
            detail.areas[i] = {.shape = wanted.tolerance_m > 0
                                            ? simplified_shape(*source.shape, wanted.tolerance_m, wanted.least_m2)
                                            : *source.shape,
                               .group = static_cast<std::uint8_t>(source.group + wanted.group_step),
                               .record = source.record};
        }
    });
    drop_empty(detail.areas);
    return detail;
}

Detail coverage_level(std::span<const AreaSource> sources, const CoverageLevel& wanted) {
    Detail detail = level(wanted.from, wanted.to);
    if (sources.empty() || wanted.groups.empty()) return detail;
    Grid<float> covered(frame_for(sources, wanted.cell_m), 0.0F);
    const double large = 4 * covered.frame.cell_area_m2();
    std::vector<AreaFeature> whole;
    for (const auto& source : sources) {
        if (source.shape->empty()) continue;
        if (source.m2 > large)
            whole.push_back(
                {.shape = simplified_shape(*source.shape, wanted.from, large / 4), .group = wanted.groups.back()});
        else if (const auto cell = covered.frame.index_at(source.middle); cell >= 0)
            covered.values[static_cast<std::size_t>(cell)] += static_cast<float>(source.m2);
    }
    add_rows(covered, wanted, detail.areas);
    drop_empty(whole);
    std::move(whole.begin(), whole.end(), std::back_inserter(detail.areas));
    return detail;
}

}  // namespace lykta::viewer
