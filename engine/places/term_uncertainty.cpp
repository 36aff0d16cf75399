// Laws of the conditions, and the intervals of the terms made from them.
#include "places/term_uncertainty.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <cmath>

namespace lykta::places {

namespace {

constexpr double level = 0.9, z_of_level = 1.6448536269514722;

statistics::Interval interval_of(const BetaLaw& law) {
    const boost::math::beta_distribution<double> beta(law.a, law.b);
    return {boost::math::quantile(beta, (1 - level) / 2), boost::math::quantile(beta, (1 + level) / 2)};
}

/// Two factors that err apart: their one-sided errors add in squares.
statistics::Interval product(double a, const statistics::Interval& of_a, double b, const statistics::Interval& of_b) {
    const double down = std::hypot((a - of_a.low) * b, (b - of_b.low) * a);
    const double up = std::hypot((of_a.high - a) * b, (of_b.high - b) * a);
    return {std::max(0.0, a * b - down), std::min(1.0, a * b + up)};
}

statistics::Interval light_interval(const PlaceFacts& facts) {
    const double sd = facts.light_sd.value_or(0), deficit = *facts.light_deficit;
    const statistics::Interval light{deficit_with(facts, std::exp(z_of_level * sd)),
                                     deficit_with(facts, std::exp(-z_of_level * sd))};
    auto dark = interval_of(dark_law(facts.dark));
    dark = {std::min(dark.low, facts.dark.share), std::max(dark.high, facts.dark.share)};
    return product(deficit, {std::min(light.low, deficit), std::max(light.high, deficit)}, facts.dark.share, dark);
}

statistics::Interval defect_interval(const PlaceFacts& facts) {
    const auto law = defect_law(facts);
    if (law.known_part >= 1) return {law.known, law.known};
    const auto unknown = interval_of(law.unknown);
    const auto with = [&](double share) { return law.known_part * law.known + (1 - law.known_part) * share; };
    return {with(unknown.low), with(unknown.high)};
}

}  // namespace

BetaLaw dark_law(const conditions::DarkShare& dark) {
    const double in_dark = dark.share * dark.known;
    return {in_dark + 0.5, dark.known - in_dark + 0.5};
}

double deficit_with(const PlaceFacts& facts, double factor) {
    const auto deficit = [&](double ratio) { return std::clamp(1.0 - ratio * factor, 0.0, 1.0); };
    if (facts.light_ratios.empty()) return deficit(1.0 - facts.light_deficit.value_or(0));
    double sum = 0, weight = 0;
    for (const auto& stretch : facts.light_ratios) {
        sum += stretch.weight * deficit(stretch.ratio);
        weight += stretch.weight;
    }
    return weight > 0 ? sum / weight : 0;
}

double obstruction_sd(double share) {
    return std::sqrt(std::max(0.0, share * (1 - share)) / (obstruction_spots + 1));
}

DefectLaw defect_law(const PlaceFacts& facts) {
    DefectLaw law{.known = facts.defect_share.value_or(0)};
    const double known = facts.items_passed.value_or(0) + facts.items_failed.value_or(0);
    const double unknown = facts.items_unknown.value_or(0);
    if (!(unknown > 0) || !(known > 0)) return law;
    law.known_part = known / (known + unknown);
    const double share = (facts.items_failed.value_or(0) + 0.5) / (known + 1);
    // Variance of a beta-binomial share is μ(1 − μ) (n + 1 + m) ÷ (m (n + 2)); a beta law has μ(1 − μ) ÷ (size + 1).
    const double size = std::max(0.2, unknown * (known + 2) / (known + 1 + unknown) - 1);
    law.unknown = {share * size, (1 - share) * size};
    return law;
}

statistics::Interval raw_interval(Term term, const std::optional<double>& raw, const PlaceFacts& facts) {
    if (!raw) return {};
    statistics::Interval interval{*raw, *raw};
    if (term == Term::incident_rate && facts.eb_interval) interval = *facts.eb_interval;
    if (term == Term::light_deficit) interval = light_interval(facts);
    if (term == Term::obstruction) {
        const double half = z_of_level * obstruction_sd(*raw);
        interval = {std::max(0.0, *raw - half), std::min(1.0, *raw + half)};
    }
    if (term == Term::inspection_defects) interval = defect_interval(facts);
    return {std::min(interval.low, *raw), std::max(interval.high, *raw)};
}

}  // namespace lykta::places
