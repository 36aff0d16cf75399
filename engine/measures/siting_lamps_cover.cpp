#include "measures/siting_lamps_cover.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "measures/siting_lamps_rows.hpp"
#include "measures/siting_lamps_search.hpp"
#include "measures/siting_lamps_starts.hpp"

namespace lykta::measures {

namespace {

constexpr double grace = 1e-12;

bool meets(const CoverStretch& stretch, std::span<const double> lux) {
    double sum = 0.0, least = HUGE_VAL;
    for (const double own : lux) sum += own, least = std::min(least, own);
    const double mean = sum / static_cast<double>(lux.size());
    return mean >= stretch.average && least >= stretch.minimum && least >= (stretch.uniformity - grace) * mean;
}

std::vector<double> lux_with(const LightCover& cover, std::span<const std::uint32_t> chosen) {
    std::vector<double> lux = cover.base;
    for (const std::uint32_t c : chosen)
        for (const SampleGain& gain : cover.gains[c]) lux[gain.sample] += gain.lux;
    return lux;
}

std::vector<char> met_with(const LightCover& cover, std::span<const std::uint32_t> chosen) {
    const std::vector<double> lux = lux_with(cover, chosen);
    std::vector<char> met;
    for (const CoverStretch& stretch : cover.stretches)
        met.push_back(meets(stretch, std::span(lux).subspan(stretch.first, stretch.count)) ? 1 : 0);
    return met;
}

/// Stretches for which all candidates together are enough; uniformity, which more lamps may spoil, is not asked yet.
std::vector<char> may_be_met(const LightCover& cover) {
    LightCover eased = cover;
    for (CoverStretch& stretch : eased.stretches) {
        stretch.minimum = std::max(stretch.minimum, stretch.uniformity * stretch.average);
        stretch.uniformity = 0.0;
    }
    std::vector<std::uint32_t> all(cover.gains.size());
    for (std::uint32_t c = 0; c < all.size(); ++c) all[c] = c;
    return met_with(eased, all);
}

/// A set to begin with: more stretches met are better, then fewer lamps.
struct Start {
    CoverState state;
    std::size_t met = 0, lamps = 0;
};

Start judged(CoverState state, std::span<const char> wanted) {
    if (state.all_met()) drop_needless(state);
    const std::vector<std::uint32_t> chosen = state.chosen();
    const std::vector<char> met = met_with(state.rows().cover(), chosen);
    std::size_t count = 0;
    for (std::size_t s = 0; s < met.size(); ++s) count += wanted[s] != 0 && met[s] != 0 ? 1 : 0;
    return {std::move(state), count, chosen.size()};
}

CoverState best_start(const CoverRows& rows, std::span<const char> wanted, int most) {
    CoverState greedy(rows);
    add_greedily(greedy, most);
    Start best = judged(std::move(greedy), wanted);
    const auto consider = [&](CoverState state) {
        Start other = judged(std::move(state), wanted);
        if (other.met > best.met || (other.met == best.met && other.lamps < best.lamps)) best = std::move(other);
    };
    for (const Sweep sweep : {Sweep::forward, Sweep::backward}) {
        CoverState state(rows);
        add_sweeping(state, sweep, most);
        consider(std::move(state));
    }
    for (const auto& start : rows.cover().starts) {
        if (start.size() > static_cast<std::size_t>(most)) continue;
        CoverState state(rows);
        for (const std::uint32_t c : start) state.add(c);
        consider(std::move(state));
    }
    return std::move(best.state);
}

int rounded_up(double bound) {
    return static_cast<int>(std::ceil(bound - 1e-6));
}

/// Looks for one lamp fewer until there is none or the search gives up. \returns the bound proven
int proven(CoverState& state, const RowPrices& prices, const CoverOptions& options) {
    constexpr std::size_t most_searched = 8;  // larger sets are beyond any search
    const int bound = rounded_up(prices.bound);
    CoverSearch search(state.rows(), prices);
    for (auto lamps = static_cast<int>(state.chosen().size()); lamps > bound; --lamps) {
        if (lamps > static_cast<int>(most_searched)) return bound;
        CoverState fewer(state.rows());
        const Searched outcome = search.search(fewer, lamps - 1, options.nodes);
        if (outcome == Searched::impossible) return lamps;
        if (outcome == Searched::gave_up) return bound;
        state = fewer;
        lamps = static_cast<int>(state.chosen().size()) + 1;
    }
    return bound;
}

std::vector<std::uint32_t> indices_of(std::span<const char> marked) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t k = 0; k < marked.size(); ++k)
        if (marked[k] != 0) indices.push_back(k);
    return indices;
}

CoverPlan fewest_for(const LightCover& cover, std::span<const char> wanted, const CoverOptions& options) {
    const CoverRows rows(cover, wanted);
    const RowPrices prices = row_prices(rows, options.rounds);
    CoverState state = best_start(rows, wanted, options.most);
    CoverPlan plan;
    if (state.all_met()) {
        exchange_for_fewer(state, prices, rounded_up(prices.bound));
        plan.lower_bound = proven(state, prices, options);
        settle(state);
    }
    plan.chosen = state.chosen();
    plan.met = indices_of(met_with(cover, plan.chosen));
    return plan;
}

}  // namespace

bool is_met(const LightCover& cover, std::uint32_t stretch, std::span<const std::uint32_t> chosen) {
    return met_with(cover, chosen)[stretch] != 0;
}

CoverPlan fewest_lamps(const LightCover& cover, const CoverOptions& options) {
    std::vector<char> wanted = may_be_met(cover);
    CoverPlan plan = fewest_for(cover, wanted, options);
    // Some cannot be met after all (uniformity, or too many lamps): once more for those that can.
    std::vector<char> met(cover.stretches.size(), 0);
    for (const std::uint32_t s : plan.met) met[s] = 1;
    bool all = true;
    for (std::size_t s = 0; s < wanted.size(); ++s) {
        all = all && (wanted[s] == 0 || met[s] != 0);
        wanted[s] = wanted[s] != 0 && met[s] != 0 ? 1 : 0;
    }
    return all ? plan : fewest_for(cover, wanted, options);
}

}  // namespace lykta::measures
