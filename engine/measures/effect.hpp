// What measures prevent and cost. Evidence is a rate ratio with an interval; counts at the worst places fall back by
// themselves, so they are drawn towards the mean first; several measures multiply, so nothing is prevented twice.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct EffectOptions {
    double discount_rate = 0.035;  ///< per year, for annuities. REQUIRES: ≥ 0. DEFAULT: 3.5 % (Trafikverket ASEK)
    int draws = 1000;              ///< for intervals. REQUIRES: ≥ 100
    std::uint32_t seed = 1;
};

/// Yearly cost of an investment spread evenly over its life: I · r ÷ (1 − (1 + r)^−n); I ÷ n at r = 0.
/// \correctness  hand cases (100 000 SEK, 20 years, 3.5 %: 7 036 SEK)
[[nodiscard]] double annuity(double investment, double years, double rate);

/// \pre sited.quantity is in the catalogue's unit
[[nodiscard]] Money money_of(const Measure& measure, double quantity, const EffectOptions& options);
/// Several measures together: sums; formula lists the parts.
[[nodiscard]] Money sum_of(std::span<const Money> parts);

/// How much of each place's recorded rate is to be expected to come back: posterior mean ÷ raw rate, empirical Bayes
/// on plain counts per hectare and year. One per place, (0, 1]; 1 where it cannot be estimated.
///
/// Places were picked because much was recorded there, so the law of rates is not learnt from them alone: it is learnt
/// from all that could have been picked, the places and the rest of the window in squares of their mean size. Given
/// that law, the posterior mean is right for picked places too (a Bayes posterior does not ask why one looked). The law
/// has no assumed shape (effect_rates.hpp): a gamma law drew places of log-normal towns 4 % too far back. What it does
/// not correct: outlines drawn around where the incidents happened to fall. Never above 1: a place with fewer incidents
/// than expected is not reckoned up, which errs on the cautious side.
/// \correctness  simulated towns with known gamma, log-normal and two-level rates: incidents of the next period at the
/// places with most in this one, within the simulation's error (gamma, log-normal) or on the cautious side. Real towns
/// split at random in two halves, hot spots drawn on one and counted in the other (four splits each): Exempelstad 0.965
/// found (standard error 0.011), 0.973 expected; Charlottesville 2014–2024 1.003 (0.010), 0.989; its last two years
/// 0.951 (0.022), 0.976
[[nodiscard]] std::vector<double> regression_to_mean(const World& world);

/// The effect of measures chosen together at one place.
///
/// Per incident i: prevented share = 1 − Π over measures m of (1 − touch(m,i) · (1 − ratio(m,i))), ratio from m's
/// counting row of i's narrowest outcome (effect_rows.hpp), 1 where it has none; rows of several measures that rest on
/// one study are one finding, counted once. Σ over incidents ÷ years × regression to the mean.
/// Interval: draws of every ratio (log-normal, the same draw wherever the same row is used) and of the place's mean
/// (gamma posterior, by category). Where a measure has a number, touched and expected hold the incidents its studies
/// speak of; where none has, all that the mechanisms can touch. `together` are of one place, money filled for the cost
/// per prevented incident. A measure without a counting row adds nothing and has no number, in words. \correctness hand
/// cases (one measure, two measures); property: together ≤ sum of alone, order of measures unchanged
[[nodiscard]] Effect effect_of(const World& world, const Catalogue& catalogue,
                               std::span<const SitedMeasure* const> together, double regression,
                               const EffectOptions& options = {});

/// Fills money, effect and detectability of every sited measure. \pre those of a place stand together in plan.sited
void estimate(const World& world, MeasurePlan& plan, const EffectOptions& options);

/// Draws of what is uncertain, for the portfolio: the same ratios, means and unit prices wherever they are used.
struct OptionDraws {
    int draws = 0;
    std::vector<double> prevented, harm, investment, yearly;  ///< [draw · options + option]
};
/// Unit prices: triangular between low and high. \correctness  mean and interval of the draws against the estimate,
/// which uses the same draws for the same seed; one price per measure and draw; 1 and 8 threads
[[nodiscard]] OptionDraws draw_options(const World& world, const MeasurePlan& plan, int draws, std::uint32_t seed);

}  // namespace lykta::measures
