// Lines to corners, cut into pieces, as they are and simplified for views from afar.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/parallel.hpp"
#include "viewer/render/layer_mesh.hpp"

namespace lykta::viewer {

namespace {

constexpr std::uint32_t most_corners = 512;

/// Distance from p to the segment a b.
double apart(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Douglas and Peucker (1973): which corners must stay so that none is further than the tolerance from the line.
std::vector<char> kept_corners(const Polyline& line, double tolerance_m) {
    std::vector<char> kept(line.size(), tolerance_m > 0 ? 0 : 1);
    if (tolerance_m <= 0 || line.size() < 2) return kept;
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance_m;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = apart(line[i], line[first], line[last]); d > most) {
                most = d;
                farthest = i;
            }
        if (farthest == first) continue;
        kept[farthest] = 1;
        open.insert(open.end(), {{first, farthest}, {farthest, last}});
    }
    return kept;
}

void add_line(const Polyline& line, double tolerance_m, Point origin, std::vector<Corner>& out) {
    const std::vector<char> kept = kept_corners(line, tolerance_m);
    double along = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) along += distance(line[i - 1], line[i]);
        if (kept[i] != 0)
            out.push_back({static_cast<float>(line[i].x - origin.x), static_cast<float>(line[i].y - origin.y),
                           static_cast<float>(along), i + 1 < line.size() ? 1.0F : 0.0F});
    }
}

}  // namespace

LineMesh line_mesh(const std::vector<const LineFeature*>& lines, Point origin) {
    std::vector<Sized> sized(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        sized[i] = {box_of(lines[i]->line), static_cast<std::uint32_t>(i),
                    static_cast<std::uint32_t>(lines[i]->line.size())};
    const std::vector<Cut> cuts = cut_into_pieces(std::move(sized), most_corners);
    LineMesh mesh;
    for (const Cut& cut : cuts)
        mesh.chunks.push_back({.box = moved_from(cut.box, origin),
                               .size_m = static_cast<float>(cut.size_m),
                               .features = static_cast<std::uint32_t>(cut.features.size())});
    // One tolerance after the other, so that at each neighbours lie side by side.
    for (std::size_t step = 0; step < line_tolerances_m.size(); ++step) {
        std::vector<std::vector<Corner>> pieces(cuts.size());
        parallel_blocks(cuts.size(), 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i)
                for (const std::uint32_t index : cuts[i].features)
                    add_line(lines[index]->line, line_tolerances_m[step], origin, pieces[i]);
        });
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            mesh.chunks[i].corners[step] = {static_cast<std::uint32_t>(mesh.corners.size()),
                                            static_cast<std::uint32_t>(pieces[i].size())};
            mesh.corners.insert(mesh.corners.end(), pieces[i].begin(), pieces[i].end());
        }
    }
    return mesh;
}

}  // namespace lykta::viewer
