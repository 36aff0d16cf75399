// Which place each incident truly belongs to, drawn again and again together with the places' rates.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "places/position_tables.hpp"
#include "places/rate_posterior.hpp"
#include "places/region_map.hpp"

namespace lykta::places {

/// What all chains share.
struct RateModel {
    const RegionMap& map;
    const Background& background;
    const Sites& sites;
    std::vector<float> weight;  ///< harm × recency, in the order of sites.incident
    std::uint32_t seed = 1;
};

/// One shift of the outlines, and a walk through what the incidents may be (Gibbs sampler): given the rates each
/// incident's place is drawn by how much of its error law lies there times the rate there, given the incidents each
/// rate is drawn from its gamma law. So blur is undone, not added: a hot place gets back what the error carried out of
/// it. Starts at the most likely rates (EM, in imaging known as Richardson–Lucy) and walks a few steps before the first
/// draw.
class RateChain {
public:
    RateChain(const RateModel& model, Point shift, double turn);

    /// Given the rates, so many times every incident's place is drawn: each time is a draw of its own, and one pass
    /// over the tables serves them all.
    static constexpr std::uint32_t draws_a_step = 4;
    /// Draws every incident's place, draws_a_step times, and then the rates; `draw` keys the random numbers.
    void step(std::uint32_t draw);
    /// Weighted incidents of each place in one of the last step's draws, exposure left 0.
    [[nodiscard]] std::vector<WeightedCount> counts(std::uint32_t of_step) const;

private:
    struct Tally {
        double count = 0, sum = 0, squares = 0;
    };
    void settle_the_certain();
    void expect_and_maximise(bool with_prior);
    void draw_places(std::uint32_t draw);
    void draw_rates(std::uint32_t draw);
    void likeliest_first();
    [[nodiscard]] RatePrior place_prior(std::span<const double> counts) const;

    const RateModel& m_model;
    PositionTables m_tables;
    std::vector<std::uint32_t> m_open;  ///< sites with more than one possible region
    std::vector<Tally> m_certain;
    std::array<std::vector<Tally>, draws_a_step> m_tally;
    std::vector<double> m_area_ha;
    std::vector<float> m_rate;  ///< incidents per hectare of each region, the period through
    double m_background_rate = 0;
};

/// The prior itself is known only as well as so many places show it: spread and mean are drawn too (scaled inverse χ²
/// and normal). Below three places the spread is taken as wide as the mean.
[[nodiscard]] RatePrior drawn_prior(RatePrior prior, std::uint32_t seed, std::uint32_t stream, std::uint32_t draw);

}  // namespace lykta::places
