#include "measures/siting_lamps_starts.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::measures {

namespace {

/// Rows along the way: each stretch's samples, then its sum.
std::vector<std::uint32_t> rows_along(const CoverRows& rows, Sweep sweep) {
    std::vector<std::uint32_t> order;
    const auto& stretches = rows.cover().stretches;
    for (std::size_t k = 0; k < stretches.size(); ++k) {
        const std::size_t s = sweep == Sweep::forward ? k : stretches.size() - 1 - k;
        for (std::uint32_t i = 0; i < stretches[s].count; ++i)
            order.push_back(stretches[s].first + (sweep == Sweep::forward ? i : stretches[s].count - 1 - i));
        order.push_back(rows.samples() + static_cast<std::uint32_t>(s));
    }
    return order;
}

std::size_t first_missing(const CoverState& state, const std::vector<std::uint32_t>& order, std::size_t from) {
    while (from < order.size() && !(state.missing(order[from]) > 0.0)) ++from;
    return from;
}

/// The candidate with which the run of met rows is longest; candidates() where none adds anything.
std::uint32_t longest_run(CoverState& state, const std::vector<std::uint32_t>& order, std::size_t at) {
    const CoverRows& rows = state.rows();
    std::uint32_t best = rows.candidates();
    std::size_t farthest = 0;
    double most = 0.0;
    for (const auto& helper : rows.of_row(order[at])) {
        if (state.holds(helper.other)) continue;
        const double gain = state.gain_of(helper.other);
        state.add(helper.other);
        const std::size_t reaches = first_missing(state, order, at);
        state.remove(helper.other);
        if (best < rows.candidates() && reaches == at) break;  // weaker ones cannot meet the row either
        if (best == rows.candidates() || reaches > farthest || (reaches == farthest && gain > most))
            best = helper.other, farthest = reaches, most = gain;
    }
    return best;
}

/// Are the stretches a candidate lights met?
bool met_round(const CoverState& state, std::uint32_t candidate) {
    const CoverRows& rows = state.rows();
    for (const auto& entry : rows.of_candidate(candidate)) {
        if (state.missing(entry.other) > 0.0) return false;
        if (entry.other < rows.samples()) continue;
        const CoverStretch& stretch = rows.cover().stretches[entry.other - rows.samples()];
        for (std::uint32_t i = stretch.first; stretch.uniformity > 0.0 && i < stretch.first + stretch.count; ++i)
            if (state.missing(i) > 0.0) return false;
    }
    return true;
}

/// Tries one fewer in place of `count` consecutive ones from `first` on.
bool exchanged(CoverState& state, CoverSearch& search, std::size_t first, std::size_t count) {
    constexpr long long nodes = 400;
    const std::vector<std::uint32_t> chosen = state.chosen();
    for (std::size_t k = first; k < first + count; ++k) state.remove(chosen[k]);
    if (search.search(state, static_cast<int>(count) - 1, nodes) == Searched::found) return true;
    for (std::size_t k = first; k < first + count; ++k) state.add(chosen[k]);
    return false;
}

/// How ill a set lights one stretch: means above the limit weigh most, then samples near their demand.
double ill_of(const CoverState& state, std::uint32_t s) {
    constexpr double over_weight = 100.0;
    const LightCover& cover = state.rows().cover();
    const CoverStretch& stretch = cover.stretches[s];
    double sum = 0.0;
    for (std::uint32_t i = stretch.first; i < stretch.first + stretch.count; ++i) {
        const double share = state.rows().demand()[i] / std::max(state.lux(i), 1e-9);
        sum += share * share * share * share;
    }
    return over_weight * std::max(0.0, state.mean(s) / (cover.over_limit * stretch.average) - 1.0) +
           sum / stretch.count;
}

/// Of the stretches that two candidates light.
double ill_round(const CoverState& state, std::uint32_t a, std::uint32_t b) {
    const CoverRows& rows = state.rows();
    std::vector<std::uint32_t> stretches;
    for (const std::uint32_t c : {a, b})
        for (const auto& entry : rows.of_candidate(c))
            if (entry.other >= rows.samples()) stretches.push_back(entry.other - rows.samples());
    std::sort(stretches.begin(), stretches.end());
    stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
    double sum = 0.0;
    for (const std::uint32_t s : stretches) sum += ill_of(state, s);
    return sum;
}

/// Moves one lamp to the best of the candidates near it. \returns whether it moved
bool moved(CoverState& state, std::uint32_t from) {
    constexpr std::uint32_t near = 8;  // in candidates: a few steps to both ends, on both sides
    constexpr double least_gain = 1e-6;
    std::uint32_t best = from;
    double most = least_gain;
    const std::uint32_t last = std::min(from + near, state.rows().candidates() - 1);
    for (std::uint32_t to = from - std::min(from, near); to <= last; ++to) {
        if (to == from || state.holds(to)) continue;
        const double before = ill_round(state, from, to);
        state.remove(from), state.add(to);
        const bool is_met = met_round(state, from) && met_round(state, to);
        const double gain = before - ill_round(state, from, to);
        state.remove(to), state.add(from);
        if (is_met && gain > most) best = to, most = gain;
    }
    if (best == from) return false;
    state.remove(from), state.add(best);
    return true;
}

}  // namespace

void add_greedily(CoverState& state, int most) {
    const std::uint32_t count = state.rows().candidates();
    for (int taken = static_cast<int>(state.chosen().size()); taken < most && !state.all_met(); ++taken) {
        std::uint32_t best = count;
        double gain = 1e-9;
        for (std::uint32_t c = 0; c < count; ++c) {
            if (state.holds(c)) continue;
            const double own = state.gain_of(c);
            if (own > gain * (1.0 + 1e-12)) best = c, gain = own;
        }
        if (best == count) return;
        state.add(best);
    }
}

void add_sweeping(CoverState& state, Sweep sweep, int most) {
    const std::vector<std::uint32_t> order = rows_along(state.rows(), sweep);
    std::size_t at = first_missing(state, order, 0);
    for (int taken = 0; taken < most && at < order.size(); ++taken) {
        const std::uint32_t next = longest_run(state, order, at);
        if (next == state.rows().candidates()) break;
        state.add(next);
        at = first_missing(state, order, at);
    }
    add_greedily(state, most);
}

void drop_needless(CoverState& state) {
    for (const std::uint32_t c : state.chosen()) {
        state.remove(c);
        if (!met_round(state, c)) state.add(c);
    }
}

void exchange_for_fewer(CoverState& state, const RowPrices& prices, int enough) {
    CoverSearch search(state.rows(), prices);
    for (const std::size_t count : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
        std::size_t lamps = state.chosen().size();
        for (std::size_t first = 0; first + count <= lamps && static_cast<int>(lamps) > enough;) {
            if (exchanged(state, search, first, count)) {
                --lamps;
                first -= std::min(first, count);
            } else {
                ++first;
            }
        }
    }
}

void settle(CoverState& state) {
    constexpr int passes = 8;
    bool any = true;
    for (int pass = 0; pass < passes && any; ++pass) {
        any = false;
        for (const std::uint32_t c : state.chosen())
            if (state.holds(c) && moved(state, c)) any = true;
    }
}

}  // namespace lykta::measures
