// Chains of draws, each with its own shift of the outlines, put together to a distribution of each place's rank.
#include "places/rank_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "places/draw_stream.hpp"
#include "places/rank_draw.hpp"
#include "places/rate_chain.hpp"

namespace lykta::places {

namespace {

constexpr std::uint32_t rate_stream = 8, rate_prior_stream = 9;  ///< rate_chain.cpp has 1–3, rank_draw.cpp from 16
constexpr int most_chains = 8;
constexpr int first_steps = 4;  ///< of each chain, not used: it starts at the most likely rates

/// Shifts that fill the square evenly however many there are (Roberts' R2 sequence).
Point shift_of(int chain, Meters most) {
    const auto part = [&](double step) {
        const double x = 0.5 + step * chain;
        return 2 * (x - std::floor(x)) - 1;
    };
    return {most.value * part(0.7548776662466927), most.value * part(0.5698402909980532)};
}

Meters lattice_cell(const RankSimulationInput& in) {
    double least = 20.0, area = 1e300;
    for (const double e : in.incidents.position_error_m)
        if (e > 0) least = std::min(least, e);
    for (const auto& p : in.places)
        if (p.place.area_ha > 0) area = std::min(area, p.place.area_ha * square_metres_per_hectare);
    return Meters{std::clamp(std::min(least / 4, std::sqrt(area) / 10), 1.0, 5.0)};
}

double largest_error(const layers::IncidentLayer& incidents) {
    double most = 0;
    for (const double e : incidents.position_error_m) most = std::max(most, e);
    return most;
}

/// The rate of each place in one draw: from its gamma law under the prior the drawn counts show.
std::vector<double> drawn_rates(const RankSimulationInput& in, std::vector<WeightedCount> counts, std::uint32_t seed,
                                std::uint32_t draw) {
    counts.resize(in.places.size());
    for (std::size_t p = 0; p < counts.size(); ++p)
        counts[p].exposure = in.places[p].place.area_ha * in.effective_years;
    const auto prior = drawn_prior(rate_prior(counts), seed, rate_prior_stream, draw);
    std::vector<double> rates(counts.size(), 0.0);
    for (std::uint32_t p = 0; p < rates.size(); ++p) {
        const auto law = rate_posterior(counts[p], prior);
        if (!(law.shape > 0) || !(law.per_rate > 0)) continue;
        rates[p] = DrawStream{seed, rate_stream, p, draw}.gamma(law.shape) / law.per_rate;
    }
    return rates;
}

/// Ranks and scores of every draw, draw by draw.
struct AllDraws {
    std::vector<DrawnRanks> draw;
};

AllDraws draw_all(const RankSimulationInput& in, const RankSimulationOptions& options, const RateModel& model) {
    const RankDrawer drawer{in.places, in.present, in.score, {options.seed, options.weight_sd}};
    const int chains = std::min(options.draws, most_chains);
    AllDraws all{std::vector<DrawnRanks>(static_cast<std::size_t>(options.draws))};
    parallel_blocks(static_cast<std::size_t>(chains), 1, [&](std::size_t first, std::size_t last) {
        for (auto c = static_cast<int>(first); c < static_cast<int>(last); ++c) {
            RateChain chain{model, shift_of(c, options.grid_offset), c * 2 * std::numbers::pi / chains};
            // First steps take the draw numbers after the last one, so that no number is used twice.
            for (int k = 0; k < first_steps; ++k)
                chain.step(static_cast<std::uint32_t>(options.draws + k * chains + c));
            std::uint32_t of_step = RateChain::draws_a_step;
            for (int d = c; d < options.draws; d += chains, ++of_step) {
                const auto draw = static_cast<std::uint32_t>(d);
                if (of_step == RateChain::draws_a_step) chain.step(draw), of_step = 0;
                all.draw[draw] = drawer.ranks(drawn_rates(in, chain.counts(of_step), options.seed, draw), draw);
            }
        }
    });
    return all;
}

RankDistribution distribution_at(const AllDraws& all, std::size_t place, int top_k) {
    std::vector<std::uint32_t> ranks;
    std::vector<float> scores;
    for (const auto& d : all.draw) ranks.push_back(d.rank[place]), scores.push_back(d.score[place]);
    return distribution_of(std::move(ranks), std::move(scores), top_k);
}

}  // namespace

std::vector<RankDistribution> simulate_ranks(const RankSimulationInput& in, const RankSimulationOptions& options) {
    if (options.draws < 1)
        throw Error{ErrorCode::bad_option, say("{} draws of the ranks: at least 1 is needed", options.draws)};
    std::vector<RankDistribution> result(in.places.size());
    if (in.places.empty()) return result;
    RegionMap map{in.places, lattice_cell(in), overlap_of(in.places)};
    map.prepare_near(Meters{sigma_of(largest_error(in.incidents)) * stencil_reach() +
                            std::numbers::sqrt2 * options.grid_offset.value});
    const auto background = background_of(in.incidents.position, map);
    const auto sites = sites_of(in.incidents, map, background);
    RateModel model{.map = map, .background = background, .sites = sites, .seed = options.seed};
    for (const auto i : sites.incident) model.weight.push_back(static_cast<float>(in.incident_weight[i]));
    const auto all = draw_all(in, options, model);
    parallel_blocks(result.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t p = first; p < last; ++p) result[p] = distribution_at(all, p, options.top_k);
    });
    return result;
}

}  // namespace lykta::places
