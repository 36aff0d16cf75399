// Gi* on a lattice: sums over a disc of cells from running sums along the rows.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "statistics/local_gi.hpp"
#include "statistics/multiple_testing.hpp"

namespace lykta::statistics {

namespace {

constexpr double used_from_share = 0.5;

/// How many columns the disc reaches to each side, by row offset 0, 1, …
std::vector<int> half_widths(double band_in_cells) {
    // A centre exactly on the band counts; the grace covers the rounding of band ÷ cell.
    const double squared = band_in_cells * band_in_cells * (1.0 + 1e-12);
    std::vector<int> widths;
    for (double dy = 0.0; dy * dy <= squared; dy += 1.0) {
        widths.push_back(static_cast<int>(std::floor(std::sqrt(squared - dy * dy))));
    }
    return widths;
}

/// Running sums of counts and of used cells along every row. Whole counts add without rounding.
struct RunningSums {
    std::vector<double> value;
    std::vector<int> used;
};

/// Everything the sums need to know about the used cells.
struct Field {
    const Grid<double>& counts;
    std::vector<unsigned char> used;
    double count = 0.0, mean = 0.0, squares = 0.0;
    bool constant = true;
};

Field field_of(const Grid<double>& counts, const Grid<double>& window_share) {
    Field f{counts, std::vector<unsigned char>(counts.values.size(), 0), 0.0, 0.0, 0.0, true};
    double sum = 0.0, first = 0.0;
    for (std::size_t i = 0; i < counts.values.size(); ++i) {
        if (!(window_share.values[i] >= used_from_share)) continue;
        f.used[i] = 1;
        if (f.count == 0.0) first = counts.values[i];
        f.constant = f.constant && counts.values[i] == first;
        f.count += 1.0;
        sum += counts.values[i];
    }
    if (f.count > 0.0) f.mean = sum / f.count;
    for (std::size_t i = 0; i < counts.values.size(); ++i) {
        if (f.used[i] != 0) f.squares += (counts.values[i] - f.mean) * (counts.values[i] - f.mean);
    }
    return f;
}

RunningSums running_sums(const Field& field) {
    const GridFrame& frame = field.counts.frame;
    const auto stride = static_cast<std::size_t>(frame.columns) + 1;
    RunningSums sums{std::vector<double>(stride * static_cast<std::size_t>(frame.rows), 0.0),
                     std::vector<int>(stride * static_cast<std::size_t>(frame.rows), 0)};
    for (int row = 0; row < frame.rows; ++row) {
        std::size_t at = static_cast<std::size_t>(row) * stride;
        for (int column = 0; column < frame.columns; ++column, ++at) {
            const std::size_t cell = field.counts.index(column, row);
            const bool used = field.used[cell] != 0;
            sums.value[at + 1] = sums.value[at] + (used ? field.counts.values[cell] : 0.0);
            sums.used[at + 1] = sums.used[at] + (used ? 1 : 0);
        }
    }
    return sums;
}

struct DiscSum {
    double value = 0.0, cells = 0.0;
};

DiscSum sum_over_disc(const RunningSums& sums, const GridFrame& frame, const std::vector<int>& widths, int column,
                      int row) {
    const int reach = static_cast<int>(widths.size()) - 1;
    const auto stride = static_cast<std::size_t>(frame.columns) + 1;
    DiscSum sum;
    for (int r = std::max(0, row - reach); r <= std::min(frame.rows - 1, row + reach); ++r) {
        const int width = widths[static_cast<std::size_t>(std::abs(r - row))];
        const std::size_t start = static_cast<std::size_t>(r) * stride;
        const std::size_t from = start + static_cast<std::size_t>(std::max(0, column - width));
        const std::size_t to = start + static_cast<std::size_t>(std::min(frame.columns, column + width + 1));
        sum.value += sums.value[to] - sums.value[from];
        sum.cells += sums.used[to] - sums.used[from];
    }
    return sum;
}

Grid<double> adjusted_grid(const Grid<double>& p) {
    std::vector<std::optional<double>> family(p.values.size());
    for (std::size_t i = 0; i < family.size(); ++i) {
        if (!std::isnan(p.values[i])) family[i] = p.values[i];
    }
    const auto fdr = adjusted(family, Adjustment::benjamini_hochberg);
    Grid<double> result(p.frame, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < fdr.size(); ++i) {
        if (fdr[i]) result.values[i] = *fdr[i];
    }
    return result;
}

}  // namespace

GiStarGrid gi_star_grid(const Grid<double>& counts, const Grid<double>& window_share, Meters band) {
    assert(counts.values.size() == window_share.values.size());
    const GridFrame& frame = counts.frame;
    if (!(band.value >= 0.0)) {
        throw Error(ErrorCode::bad_option, say("distance band {} m: it must not be negative", band.value));
    }
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    GiStarGrid result{Grid<double>(frame, undefined), Grid<double>(frame, undefined), {}};
    const Field field = field_of(counts, window_share);
    if (!field.constant) {
        const RunningSums sums = running_sums(field);
        const std::vector<int> widths = half_widths(band.value / frame.cell_size.value);
        const double n = field.count, variance = field.squares / n;
        parallel_blocks(static_cast<std::size_t>(frame.rows), 16, [&](std::size_t first, std::size_t last) {
            for (auto row = static_cast<int>(first); row < static_cast<int>(last); ++row) {
                for (int column = 0; column < frame.columns; ++column) {
                    const std::size_t cell = counts.index(column, row);
                    if (field.used[cell] == 0) continue;
                    const DiscSum sum = sum_over_disc(sums, frame, widths, column, row);
                    const double spread = sum.cells * (n - sum.cells) / (n - 1.0);
                    if (!(spread > 0.0)) continue;  // the band holds every cell: nothing to compare with
                    const double z = (sum.value - sum.cells * field.mean) / std::sqrt(variance * spread);
                    result.z.values[cell] = z;
                    result.p.values[cell] = two_sided_p(z);
                }
            }
        });
    }
    result.p_fdr = adjusted_grid(result.p);
    return result;
}

}  // namespace lykta::statistics
