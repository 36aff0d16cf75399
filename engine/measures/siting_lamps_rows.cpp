#include "measures/siting_lamps_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lykta::measures {

namespace {
constexpr double none = -std::numeric_limits<double>::infinity();
/// Demands are raised by this share, so that sums in another order still meet them.
constexpr double margin = 1e-9;
}  // namespace

CoverRows::CoverRows(const LightCover& cover, std::span<const char> wanted) : m_cover(cover) {
    m_samples = static_cast<std::uint32_t>(cover.base.size());
    add_rows(wanted);
    add_entries();
}

void CoverRows::add_rows(std::span<const char> wanted) {
    const std::size_t count = m_samples + m_cover.stretches.size();
    m_need.assign(count, none);
    m_demand.assign(count, 1.0);
    m_weight.assign(count, 0.0);
    m_stretch_of.assign(count, 0);
    m_relative.assign(count, 0);
    for (std::uint32_t s = 0; s < m_cover.stretches.size(); ++s) {
        const CoverStretch& stretch = m_cover.stretches[s];
        double sum = 0.0;
        for (std::uint32_t i = stretch.first; i < stretch.first + stretch.count; ++i) {
            m_stretch_of[i] = s;
            sum += m_cover.base[i];
            if (wanted[s] == 0) continue;
            m_relative[i] = stretch.uniformity > 0.0 ? 1 : 0;
            m_demand[i] = std::max(stretch.minimum, stretch.uniformity * stretch.average) * (1.0 + margin);
            m_need[i] = m_demand[i] > 0.0 ? m_demand[i] - m_cover.base[i] : none;
            m_weight[i] = m_demand[i] > 0.0 ? 1.0 / m_demand[i] : 0.0;
        }
        m_stretch_of[m_samples + s] = s;
        if (wanted[s] == 0) continue;
        m_demand[m_samples + s] = stretch.average * stretch.count * (1.0 + margin);
        m_need[m_samples + s] = m_demand[m_samples + s] - sum;
        m_weight[m_samples + s] = stretch.count / m_demand[m_samples + s];
    }
}

void CoverRows::add_entries() {
    std::vector<std::vector<Entry>> helpers(m_need.size());
    m_start.push_back(0);
    for (std::uint32_t c = 0; c < m_cover.gains.size(); ++c) {
        const auto& gains = m_cover.gains[c];
        for (const SampleGain& gain : gains)
            if (m_need[gain.sample] > none) m_entries.push_back({gain.sample, gain.lux});
        for (std::size_t first = 0, end = 0; first < gains.size(); first = end) {
            const std::uint32_t s = m_stretch_of[gains[first].sample];
            double sum = 0.0;
            for (; end < gains.size() && m_stretch_of[gains[end].sample] == s; ++end) sum += gains[end].lux;
            if (m_need[m_samples + s] > none) m_entries.push_back({m_samples + s, sum});
        }
        for (std::size_t k = m_start.back(); k < m_entries.size(); ++k)
            helpers[m_entries[k].other].push_back({c, m_entries[k].amount});
        m_start.push_back(m_entries.size());
    }
    m_row_start.push_back(0);
    for (auto& row : helpers) {
        std::stable_sort(row.begin(), row.end(), [](const Entry& a, const Entry& b) { return a.amount > b.amount; });
        m_helpers.insert(m_helpers.end(), row.begin(), row.end());
        m_row_start.push_back(m_helpers.size());
    }
}

CoverState::CoverState(const CoverRows& rows) : m_rows(&rows), m_left(rows.need()), m_held(rows.candidates(), 0) {}

void CoverState::change(std::uint32_t candidate, double sign, int held) {
    m_held[candidate] += held;
    for (const auto& entry : m_rows->of_candidate(candidate)) m_left[entry.other] += sign * entry.amount;
}

std::vector<std::uint32_t> CoverState::chosen() const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t c = 0; c < m_held.size(); ++c)
        if (m_held[c] > 0) all.push_back(c);
    return all;
}

/// More light than the mean demands raises what the darkest sample must have: minimum ≥ uniformity · mean.
double CoverState::allowed(std::uint32_t row) const {
    const std::uint32_t s = m_rows->stretch_of(row);
    const CoverStretch& stretch = m_rows->cover().stretches[s];
    return std::min(0.0, stretch.uniformity * m_left[m_rows->samples() + s] / stretch.count) -
           margin * m_rows->demand()[row];
}

bool CoverState::all_met() const {
    for (std::uint32_t row = 0; row < m_left.size(); ++row)
        if (missing(row) > 0.0) return false;
    return true;
}

double CoverState::gain_of(std::uint32_t candidate) const {
    double sum = 0.0;
    for (const auto& entry : m_rows->of_candidate(candidate))
        sum += std::min(missing(entry.other), entry.amount) * m_rows->weight(entry.other);
    return sum;
}

double CoverState::mean(std::uint32_t stretch) const {
    const std::uint32_t row = m_rows->samples() + stretch;
    return (m_rows->demand()[row] - m_left[row]) / m_rows->cover().stretches[stretch].count;
}

double CoverState::lux(std::uint32_t sample) const {
    return m_rows->demand()[sample] - m_left[sample];
}

}  // namespace lykta::measures
