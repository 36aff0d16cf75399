// The polynomial of what is prevented, over many draws at once.
#include <algorithm>
#include <array>

#include "measures/effect_classes.hpp"

namespace lykta::measures {

namespace {

constexpr std::size_t lanes = 16;  ///< draws taken together: their halves stay in the nearest memory
using Lane = std::array<double, lanes>;

/// As folded() in effect_classes.cpp, the same steps in the same order for each draw.
Lane folded(const std::vector<double>& moments, std::span<const Lane> share) {
    std::array<Lane, (std::size_t{1} << most_findings_summed) / 2> a;
    const std::size_t top = share.size() - 1, half = std::size_t{1} << top;
    for (std::size_t s = 0; s < half; ++s)
        for (std::size_t l = 0; l < lanes; ++l) a[s][l] = moments[s] - share[top][l] * moments[half + s];
    for (std::size_t b = top; b-- > 0;)
        for (std::size_t s = 0; s < std::size_t{1} << b; ++s)
            for (std::size_t l = 0; l < lanes; ++l) a[s][l] -= share[b][l] * a[(std::size_t{1} << b) + s][l];
    for (auto& value : a[0]) value = -value;
    return a[0];
}

void add_lanes(const IncidentClass& of, std::span<const double* const> shares, std::span<const double> scale,
               PreventedDraws& sum) {
    std::array<Lane, most_findings_summed> share{};
    for (std::size_t first = 0; first < scale.size(); first += lanes) {
        const std::size_t count = std::min(lanes, scale.size() - first);
        for (std::size_t f = 0; f < shares.size(); ++f) std::copy_n(shares[f] + first, count, share[f].begin());
        const std::span<const Lane> used(share.data(), shares.size());
        const auto plain = folded(of.count, used), weighted = folded(of.harm, used);
        for (std::size_t l = 0; l < count; ++l) {
            sum.count[first + l] += plain[l] * scale[first + l];
            sum.harm[first + l] += weighted[l] * scale[first + l];
        }
    }
}

}  // namespace

void add_prevented(const IncidentClass& of, std::span<const double* const> shares, std::span<const double> scale,
                   PreventedDraws& sum) {
    if (!of.count.empty()) return add_lanes(of, shares, scale, sum);
    std::vector<double> share(shares.size());
    for (std::size_t d = 0; d < scale.size(); ++d) {
        for (std::size_t f = 0; f < shares.size(); ++f) share[f] = shares[f][d];
        const auto p = prevented_in(of, share);
        sum.count[d] += p.count * scale[d];
        sum.harm[d] += p.harm * scale[d];
    }
}

}  // namespace lykta::measures
