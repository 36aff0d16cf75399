// The best one, the best two, then one more at a time.
#include "measures/siting_cameras_choice.hpp"

#include <algorithm>
#include <numeric>

namespace lykta::measures {

namespace {

constexpr double hair = 1e-9;

/// Points covered by the views taken so far.
class Covered {
public:
    Covered(std::span<const CameraView> views, std::span<const double> weight)
        : m_views(views), m_weight(weight), m_times(weight.size(), 0) {}
    void add(std::uint32_t view) {
        for (const auto p : m_views[view].points) ++m_times[p];
    }
    void remove(std::uint32_t view) {
        for (const auto p : m_views[view].points) --m_times[p];
    }
    [[nodiscard]] double more(std::uint32_t view) const {
        double more = 0.0;
        for (const auto p : m_views[view].points) more += m_times[p] == 0 ? m_weight[p] : 0.0;
        return more;
    }
    [[nodiscard]] double weight() const {
        double sum = 0.0;
        for (std::size_t p = 0; p < m_times.size(); ++p) sum += m_times[p] > 0 ? m_weight[p] : 0.0;
        return sum;
    }
    /// The view that adds most; views that cannot add more than the best so far are not looked at.
    [[nodiscard]] std::uint32_t best(std::span<const std::uint32_t> heaviest_first) const {
        std::uint32_t best = heaviest_first.front();
        double most = -1.0;
        for (const auto v : heaviest_first) {
            if (m_views[v].weight + hair < most) break;
            const double here = more(v);
            if (here > most + hair || (here > most - hair && v < best)) most = std::max(here, most), best = v;
        }
        return best;
    }

private:
    std::span<const CameraView> m_views;
    std::span<const double> m_weight;
    std::vector<std::uint32_t> m_times;
};

struct Pair {
    std::uint32_t first = 0, second = 0;
    double weight = 0;
    bool proven = true;
};

/// All pairs that could be better, heaviest first.
Pair best_pair(std::span<const CameraView> views, std::span<const double> weight, std::span<const std::uint32_t> order,
               std::uint64_t looks) {
    Covered covered(views, weight);
    covered.add(order[0]);
    Pair best{order[0], covered.best(order), 0.0};
    best.weight = views[order[0]].weight + covered.more(best.second);
    covered.remove(order[0]);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const CameraView& a = views[order[i]];
        if (2.0 * a.weight <= best.weight + hair) break;
        covered.add(order[i]);
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            const CameraView& b = views[order[j]];
            if (a.weight + b.weight <= best.weight + hair) break;
            if (looks < b.points.size()) return best.proven = false, best;
            looks -= b.points.size();
            const double together = a.weight + covered.more(order[j]);
            if (together > best.weight + hair) best = {order[i], order[j], together};
        }
        covered.remove(order[i]);
    }
    return best;
}

/// Each camera to where it adds most while the others stay.
void move_each(std::vector<std::uint32_t>& chosen, Covered& covered, std::span<const std::uint32_t> order) {
    for (bool moved = true; moved;) {
        moved = false;
        for (auto& view : chosen) {
            covered.remove(view);
            const std::uint32_t better = covered.best(order);
            if (covered.more(better) > covered.more(view) + hair) view = better, moved = true;
            covered.add(view);
        }
    }
}

}  // namespace

CameraCover best_cover(std::span<const CameraView> views, std::span<const double> weight, const CoverOptions& options) {
    CameraCover cover;
    std::vector<std::uint32_t> order(views.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return views[a].weight > views[b].weight; });
    if (order.empty() || options.most < 1 || !(views[order[0]].weight > 0.0)) return cover;
    Covered covered(views, weight);
    cover.views = {order[0]};
    cover.is_best_pair = true;
    if (options.most >= 2) {
        const Pair pair = best_pair(views, weight, order, options.most_looks);
        const double more = pair.weight - views[order[0]].weight;
        if (more > 0.0 && more >= options.least_more) cover.views = {pair.first, pair.second};
        cover.is_best_pair = pair.proven;
    }
    for (const auto v : cover.views) covered.add(v);
    while (cover.views.size() >= 2 && cover.views.size() < static_cast<std::size_t>(options.most)) {
        const std::uint32_t next = covered.best(order);
        const double more = covered.more(next);
        if (!(more > 0.0) || more < options.least_more) break;
        covered.add(next);
        cover.views.push_back(next);
        move_each(cover.views, covered, order);
    }
    std::stable_sort(cover.views.begin(), cover.views.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return views[a].weight > views[b].weight; });
    cover.weight = covered.weight();
    return cover;
}

}  // namespace lykta::measures
