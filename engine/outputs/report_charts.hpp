// The report's charts as inline SVG and HTML: a score that can be read, hours, months, categories.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "core/time.hpp"
#include "outputs/privacy.hpp"

namespace lykta::outputs {

enum class BarSize { small, large };  ///< in the ranking table; in a place's own section
/// The score as a bar of its terms on a scale 0–100; each part has its letter and, when large, its points.
[[nodiscard]] std::string score_bar(const places::RankedPlace& place, BarSize size);
/// 24 bars, local hours.
[[nodiscard]] std::string hour_chart(const std::array<double, 24>& by_hour);
/// A bar for each month of the period, years marked.
[[nodiscard]] std::string month_chart(const std::vector<double>& by_month, const Period& period);
/// Labelled horizontal bars; counts as the privacy rules show them.
[[nodiscard]] std::string share_bars(const RunResult& result, const std::vector<Share>& shares);

}  // namespace lykta::outputs
