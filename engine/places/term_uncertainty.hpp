// How uncertain the conditions of a place are: one model for the intervals of the terms and for the simulated ranks.
#pragma once
#include <string>
#include <vector>

#include "places/places.hpp"

namespace lykta::places {

/// A beta law, mean a ÷ (a + b).
struct BetaLaw {
    double a = 0.5, b = 0.5;
};

/// Dark share given the incidents with an hour, each by its dark probability (Jeffreys' prior).
[[nodiscard]] BetaLaw dark_law(const conditions::DarkShare& dark);

/// Light deficit if all light here were `factor` times what was computed. Without light_ratios the place counts as one
/// stretch that just has that deficit. Factors follow exp(light_sd · z), z standard normal: lamps of one place err
/// together, those of different places apart.
[[nodiscard]] double deficit_with(const PlaceFacts& facts, double factor);

/// Obstruction is taken to be as uncertain as a share seen on this many spots: positions of plants, their heights and
/// the season are not measured. A judgement, not a measurement.
constexpr double obstruction_spots = 15.0;
/// Standard deviation of an obstruction share; 0 at 0 and 1.
[[nodiscard]] double obstruction_sd(double share);

/// Defects: items nobody inspected fail like the known ones of the place. defect share = known_part · known + (1 −
/// known_part) · (share among the unknown), the latter by `unknown` (beta-binomial, matched by moments).
struct DefectLaw {
    double known = 0, known_part = 1;
    BetaLaw unknown;
};
[[nodiscard]] DefectLaw defect_law(const PlaceFacts& facts);

/// 90 % interval of a term's raw value, holding the value; {raw, raw} where nothing is uncertain, {0, 0} without one.
[[nodiscard]] statistics::Interval raw_interval(Term term, const std::optional<double>& raw, const PlaceFacts& facts);

/// What a term's value rests on here, as sentences in the user's language. No counts of incidents: they may be public.
[[nodiscard]] std::vector<std::string> assumptions_of(Term term, const PlaceFacts& facts);

}  // namespace lykta::places
