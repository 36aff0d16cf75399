// Demands of a light cover as rows: each sample's minimum and each stretch's sum of light, and how much of each is
// still missing. For siting_lamps.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "measures/siting_lamps_cover.hpp"

namespace lykta::measures {

/// Rows: one per sample, then one per stretch (its sum). What a candidate adds to each, and who adds to each row.
class CoverRows {
public:
    struct Entry {
        std::uint32_t other = 0;  ///< row of a candidate's entry, candidate of a row's entry
        double amount = 0.0;
    };
    /// \param wanted  stretches whose demands count
    CoverRows(const LightCover& cover, std::span<const char> wanted);

    [[nodiscard]] std::span<const Entry> of_candidate(std::uint32_t candidate) const {
        return std::span(m_entries).subspan(m_start[candidate], m_start[candidate + 1] - m_start[candidate]);
    }
    /// Strongest first.
    [[nodiscard]] std::span<const Entry> of_row(std::uint32_t row) const {
        return std::span(m_helpers).subspan(m_row_start[row], m_row_start[row + 1] - m_row_start[row]);
    }
    [[nodiscard]] std::uint32_t candidates() const { return static_cast<std::uint32_t>(m_start.size()) - 1; }
    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(m_need.size()); }
    [[nodiscard]] std::uint32_t samples() const { return m_samples; }
    /// What is missing without any candidate; below 0 where there is more than enough, −∞ where nothing is demanded.
    [[nodiscard]] const std::vector<double>& need() const { return m_need; }
    [[nodiscard]] const std::vector<double>& demand() const { return m_demand; }
    [[nodiscard]] std::uint32_t stretch_of(std::uint32_t row) const { return m_stretch_of[row]; }
    /// A sample whose demand grows with its stretch's mean.
    [[nodiscard]] bool is_relative(std::uint32_t row) const { return m_relative[row] != 0; }
    [[nodiscard]] double weight(std::uint32_t row) const { return m_weight[row]; }
    [[nodiscard]] const LightCover& cover() const { return m_cover; }

private:
    void add_rows(std::span<const char> wanted);
    void add_entries();
    const LightCover& m_cover;
    std::uint32_t m_samples = 0;
    std::vector<double> m_need, m_demand, m_weight;
    std::vector<std::uint32_t> m_stretch_of;
    std::vector<char> m_relative;
    std::vector<Entry> m_entries, m_helpers;
    std::vector<std::size_t> m_start, m_row_start;
};

/// A set of candidates and what is still missing with them.
class CoverState {
public:
    explicit CoverState(const CoverRows& rows);
    void add(std::uint32_t candidate) { change(candidate, -1.0, 1); }
    void remove(std::uint32_t candidate) { change(candidate, 1.0, -1); }
    [[nodiscard]] bool holds(std::uint32_t candidate) const { return m_held[candidate] > 0; }
    [[nodiscard]] std::vector<std::uint32_t> chosen() const;  ///< ascending
    [[nodiscard]] double left(std::uint32_t row) const { return m_left[row]; }
    /// Missing, ≥ 0: with the uniformity that the mean as it now is asks for.
    [[nodiscard]] double missing(std::uint32_t row) const {
        const double left = m_rows->is_relative(row) ? m_left[row] - allowed(row) : m_left[row];
        return left > 0.0 ? left : 0.0;
    }
    [[nodiscard]] bool all_met() const;
    /// How far a candidate would bring the missing light down, each row as a share of its demand.
    [[nodiscard]] double gain_of(std::uint32_t candidate) const;
    [[nodiscard]] double mean(std::uint32_t stretch) const;
    [[nodiscard]] double lux(std::uint32_t sample) const;
    [[nodiscard]] const CoverRows& rows() const { return *m_rows; }

private:
    void change(std::uint32_t candidate, double sign, int held);
    [[nodiscard]] double allowed(std::uint32_t row) const;  ///< \pre is_relative(row)
    const CoverRows* m_rows;
    std::vector<double> m_left;
    std::vector<int> m_held;
};

}  // namespace lykta::measures
