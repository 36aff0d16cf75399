// The rules of the public level, in one place.
#include "outputs/privacy.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lykta::outputs {
namespace {

/// Summed-area table of the counts, one row and one column larger than the grid.
std::vector<double> summed(const Grid<double>& counts) {
    const auto columns = static_cast<std::size_t>(counts.frame.columns),
               rows = static_cast<std::size_t>(counts.frame.rows);
    std::vector<double> sum((columns + 1) * (rows + 1), 0.0);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            const double value = counts.values[r * columns + c];
            sum[(r + 1) * (columns + 1) + c + 1] = (std::isfinite(value) ? value : 0.0) +
                                                   sum[r * (columns + 1) + c + 1] + sum[(r + 1) * (columns + 1) + c] -
                                                   sum[r * (columns + 1) + c];
        }
    return sum;
}

}  // namespace

bool is_hidden(const RunResult& result, double count) {
    return result.public_level && count < result.privacy_k;
}

bool is_hidden(const RunResult& result, const conditions::DarkShare& dark) {
    return is_hidden(result, dark.share * dark.known) || is_hidden(result, (1 - dark.share) * dark.known);
}

std::string count_text(const RunResult& result, double count) {
    if (is_hidden(result, count)) return "<" + number_text(std::int64_t{result.privacy_k});
    const bool whole = std::abs(count - std::round(count)) < 0.05;
    return whole ? number_text(static_cast<std::int64_t>(std::llround(count))) : number_text(count, 1);
}

std::vector<Share> shown_shares(const RunResult& result, const std::map<std::string, double>& by_name,
                                const std::string& rest) {
    std::vector<Share> shares;
    for (const auto& [name, count] : by_name)
        if (count > 0) shares.push_back({name, count});
    std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.count > b.count; });
    Share joined{rest, 0.0};
    bool any = false;
    while (!shares.empty() && (is_hidden(result, shares.back().count) || (any && is_hidden(result, joined.count)))) {
        joined.count += shares.back().count;
        shares.pop_back();
        any = true;
    }
    if (any) shares.push_back(joined);
    return shares;
}

bool any_hidden(const RunResult& result, const std::vector<double>& counts) {
    return std::any_of(counts.begin(), counts.end(), [&](double n) { return is_hidden(result, n); });
}

Grid<double> shown_intensity(const RunResult& result) {
    Grid<double> shown = result.intensity;
    if (!result.public_level || shown.frame.size() != result.counts.frame.size()) return shown;
    const GridFrame& frame = shown.frame;
    const auto sum = summed(result.counts);
    const auto width = static_cast<std::size_t>(frame.columns) + 1;
    const int reach = static_cast<int>(std::floor(result.bandwidth_m / frame.cell_size.value));
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const auto left = static_cast<std::size_t>(std::max(0, column - reach));
            const auto right = static_cast<std::size_t>(std::min(frame.columns, column + reach + 1));
            const auto low = static_cast<std::size_t>(std::max(0, row - reach));
            const auto high = static_cast<std::size_t>(std::min(frame.rows, row + reach + 1));
            const double near = sum[high * width + right] - sum[high * width + left] - sum[low * width + right] +
                                sum[low * width + left];
            if (is_hidden(result, near)) shown.at(column, row) = std::numeric_limits<double>::quiet_NaN();
        }
    return shown;
}

}  // namespace lykta::outputs
