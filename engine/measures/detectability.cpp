// The WDD test turned round: months until a change is found, and the smallest change that can be.
#include "measures/detectability.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "measures/detectability_words.hpp"

namespace lykta::measures {

namespace {

/// (z of the two-sided test + z of the power)²: 7.85 for 5 % and 80 %.
double needed_square(const DetectabilityOptions& options) {
    const boost::math::normal_distribution<double> normal;
    const double z =
        boost::math::quantile(normal, 1 - options.alpha / 2) + boost::math::quantile(normal, options.power);
    return z * z;
}

constexpr double follow_up_months = 24;

}  // namespace

// With x = before ÷ after months and B = incidents in the before window, all counts brought to the before window:
// change δB, variance B [(1 − δ) x + 1 + (x + 1) ÷ controls].
std::optional<double> months_to_detect(double rate_per_month, double reduction, double controls,
                                       const DetectabilityOptions& options) {
    if (!(rate_per_month > 0) || !(reduction > 0) || !(controls > 0)) return {};
    const double before = rate_per_month * options.before_months, delta = std::min(reduction, 1.0);
    const double room = before * delta * delta / needed_square(options) - 1 - 1 / controls;
    if (!(room > 0)) return {};
    const double months = options.before_months * ((1 - delta) + 1 / controls) / room;
    return months <= options.longest_months ? std::optional{months} : std::nullopt;
}

double smallest_reduction(double rate_per_month, double after_months, double controls,
                          const DetectabilityOptions& options) {
    if (!(rate_per_month > 0) || !(after_months > 0) || !(controls > 0)) return 1;
    const double before = rate_per_month * options.before_months, k = needed_square(options);
    const double x = options.before_months / after_months;
    const double root = std::sqrt(k * k * x * x + 4 * before * k * (x + 1) * (1 + 1 / controls));
    return std::min(1.0, (root - k * x) / (2 * before));
}

double incidents_needed(double reduction, double controls, const DetectabilityOptions& options) {
    if (!(reduction > 0) || !(controls > 0)) return std::numeric_limits<double>::infinity();
    return needed_square(options) * (2 - reduction + 2 / controls) / (reduction * reduction);
}

namespace {

Detectability of_rate(double expected_per_year, double prevented_per_year, const DetectabilityOptions& options) {
    Detectability d;
    const double rate = expected_per_year / 12;
    d.before_count = rate * options.before_months;
    d.smallest_change_one = smallest_reduction(rate, follow_up_months, 1, options);
    d.smallest_change_ten = smallest_reduction(rate, follow_up_months, 10, options);
    if (!(expected_per_year > 0)) return d;
    const double reduction = prevented_per_year / expected_per_year;
    d.expected_change = -reduction;
    d.months_one = months_to_detect(rate, reduction, 1, options);
    d.months_ten = months_to_detect(rate, reduction, 10, options);
    return d;
}

}  // namespace

Detectability detectability_of(const SitedMeasure& sited, const World&, const DetectabilityOptions& options) {
    const auto& effect = sited.effect;
    auto d = of_rate(effect.expected_per_year, effect.prevented_per_year, options);
    d.words = detectability_words(d, effect.has_number, options);
    return d;
}

Detectability pooled_detectability(std::span<const Option* const> chosen, const World&,
                                   const DetectabilityOptions& options) {
    double expected = 0, prevented = 0;
    std::size_t counted = 0;
    for (const auto* option : chosen) {
        if (!option->effect.has_number) continue;
        expected += option->effect.expected_per_year;
        prevented += option->effect.prevented_per_year;
        ++counted;
    }
    auto d = of_rate(expected, prevented, options);
    d.words = pooled_words(d, counted, options);
    return d;
}

}  // namespace lykta::measures
