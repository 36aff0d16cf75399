// The draws of what is uncertain: study results, how many incidents a place has in the long run, unit prices. Each is
// keyed by what it is about, so every option and every place sees the same draw of the same thing.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "measures/catalogue.hpp"
#include "measures/plan.hpp"

namespace lykta::measures {

/// 32 bits of a text (FNV-1a), the same on every machine.
[[nodiscard]] std::uint32_t text_hash(std::string_view text);

/// Log-normal with the study's figure as median and a 95 % interval as wide on the log scale as the study's, the scale
/// on which such intervals are made. Without an interval: the figure itself. \param normal  standard normal number
[[nodiscard]] double ratio_at(const RateRatio& ratio, double normal);
[[nodiscard]] std::vector<double> ratio_draws(const RateRatio& ratio, std::string_view key, int draws,
                                              std::uint32_t seed);

/// Long-run incidents ÷ expected ones of a category at a place: gamma with mean 1 and the expected count as its shape,
/// the posterior of a Poisson mean where the other places say nothing more: a little wide, never too narrow.
[[nodiscard]] std::vector<double> mean_draws(double expected_count, std::string_view place, std::string_view category,
                                             int draws, std::uint32_t seed);

/// Triangular between low and high with its peak at typical; typical where low == high. \param u  in (0, 1)
[[nodiscard]] double price_at(double low, double typical, double high, double u);
/// One uniform number per draw for all prices of a measure: where lamps are dear, they are dear everywhere.
[[nodiscard]] std::vector<double> price_draws(std::string_view measure, int draws, std::uint32_t seed);

/// Quantile by linear interpolation; infinite values stand last. \pre values sorted, not empty
[[nodiscard]] double sorted_quantile(const std::vector<double>& values, double share);

}  // namespace lykta::measures
