// The place score: a sum one can read, and the rank made from it.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "core/units.hpp"
#include "places/places.hpp"

namespace lykta::places {

/// Weights and scales of the score. A scale is the raw value that earns a term's whole weight.
struct ScoreOptions {
    /// Points of each term before absent terms are taken out and the rest brought to 100. REQUIRES: ≥ 0, one present >
    /// 0. DEFAULT: incident rate 55, the three conditions 15 each: what is recorded weighs more than what may explain
    /// it, and the conditions weigh alike because no study ranks them (see docs/decisions).
    std::map<Term, double> weight{{Term::incident_rate, 55.0},
                                  {Term::light_deficit, 15.0},
                                  {Term::obstruction, 15.0},
                                  {Term::inspection_defects, 15.0}};
    /// REQUIRES: > 0. DEFAULT: incident rate empty = 95th percentile over the places of the run, stated in the result;
    /// the shares 0.5: half is as bad as the score counts.
    std::map<Term, std::optional<double>> scale{{Term::incident_rate, std::nullopt},
                                                {Term::light_deficit, 0.5},
                                                {Term::obstruction, 0.5},
                                                {Term::inspection_defects, 0.5}};
    Days half_life{
        365.0};  ///< An incident's weight halves in this time before the period's end; 0: all alike. DEFAULT: 365 d
    double reason_from = 0.4;  ///< A condition is called the main reason from this scaled value. DEFAULT: 0.4
};

/// Terms whose layer the study has.
struct PresentTerms {
    bool light = false, vegetation = false, inspections = false;
};

/// Scores and ranks places: highest score first, ties (full points) by the rate itself, then by id; count_rank by the
/// plain count beside it.
///
/// Raw values: incident rate = empirical-Bayes rate of harm- and recency-weighted incidents per hectare and year
/// (prior: the places of this run); light deficit = mean share below the lighting class on the stretches where the
/// incidents happened × dark share of the incidents; obstruction = share of those stretches' metres within 5 m of
/// plants over 0.8 m or, where sight was computed, where a plant hides people until they are under 25 m away, whichever
/// is more; inspection defects = weighted share of known checklist items that failed. points = weight ·
/// min(1, raw ÷ scale); score = Σ points in term order. Main reason: the condition with the highest scaled value, at
/// least reason_from; never darkness where the dark share lies below the city's. \throws Error{bad_option} when no
/// present term has a weight \correctness  hand case; property: terms sum to the score, weights to 100; a place with
/// more of everything is not ranked lower
[[nodiscard]] std::vector<RankedPlace> rank_places(std::vector<Place> places, std::vector<PlaceFacts> facts,
                                                   const PresentTerms& present, const ScoreOptions& options = {});

/// Sets eb_rate_per_ha_year of every place from its weighted incidents and exposure (ha · years), and its 90 %
/// interval.
void estimate_rates(std::vector<PlaceFacts>& facts, const std::vector<Place>& places, double effective_years);

/// ∫ of the recency weight over a period, in years: the exposure that belongs to recency-weighted counts.
[[nodiscard]] double effective_years(double period_days, Days half_life);
/// Weight of an incident `days_before_end` before the period's end: 0.5^(days ÷ half-life); 1 when half_life is 0.
[[nodiscard]] double recency_weight(double days_before_end, Days half_life);

/// The parts of the score that the simulated ranks draw again.
[[nodiscard]] bool is_present(Term term, const PresentTerms& present);
[[nodiscard]] std::optional<double> raw_value(Term term, const PlaceFacts& facts);
/// Points of each term, 100 together; 0 for absent terms. \throws Error{bad_option} as rank_places
[[nodiscard]] std::map<Term, double> weights_to_100(const PresentTerms& present, const ScoreOptions& options);
/// Linear-interpolated quantile (type 7) of some values; 0 when there are none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

}  // namespace lykta::places
