// Log-normal ratios, gamma means, triangular prices from counter-based streams.
#include "measures/effect_draws.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "places/draw_stream.hpp"

namespace lykta::measures {

namespace {

enum Stream : std::uint32_t { ratio_stream = 64, mean_stream = 65, price_stream = 66 };  // places use those up to 63
constexpr double normal_97_5 = 1.959963984540054;
constexpr double least_shape = 0.5;  ///< Jeffreys' shape for a count of none

}  // namespace

std::uint32_t text_hash(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

double ratio_at(const RateRatio& ratio, double normal) {
    return ratio.ratio * std::exp(std::log(ratio.high / ratio.low) / (2 * normal_97_5) * normal);
}

std::vector<double> ratio_draws(const RateRatio& ratio, std::string_view key, int draws, std::uint32_t seed) {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(draws));
    const auto item = text_hash(key);
    for (int d = 0; d < draws; ++d)
        values.push_back(
            ratio_at(ratio, places::DrawStream(seed, ratio_stream, item, static_cast<std::uint32_t>(d)).normal()));
    return values;
}

std::vector<double> mean_draws(double expected_count, std::string_view place, std::string_view category, int draws,
                               std::uint32_t seed) {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(draws));
    const auto item = text_hash(std::string{place} + '\n' + std::string{category});
    const double shape = std::max(expected_count, least_shape);
    for (int d = 0; d < draws; ++d)
        values.push_back(places::DrawStream(seed, mean_stream, item, static_cast<std::uint32_t>(d)).gamma(shape) /
                         shape);
    return values;
}

double price_at(double low, double typical, double high, double u) {
    if (!(high > low)) return typical;
    const double peak = (typical - low) / (high - low);
    if (u < peak) return low + std::sqrt(u * (high - low) * (typical - low));
    return high - std::sqrt((1 - u) * (high - low) * (high - typical));
}

std::vector<double> price_draws(std::string_view measure, int draws, std::uint32_t seed) {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(draws));
    const auto item = text_hash(measure);
    for (int d = 0; d < draws; ++d)
        values.push_back(places::DrawStream(seed, price_stream, item, static_cast<std::uint32_t>(d)).uniform());
    return values;
}

double sorted_quantile(const std::vector<double>& values, double share) {
    const double at = share * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const auto high = std::min(low + 1, values.size() - 1);
    const double part = at - static_cast<double>(low);
    if (part <= 0 || values[low] == values[high]) return values[low];
    return values[low] + part * (values[high] - values[low]);
}

}  // namespace lykta::measures
