// The months of a study's period and the incidents recorded in each: what the period slider stands on. At the public
// level they are the calendar quarters (quarters.hpp says why).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "viewer/project/project.hpp"

namespace lykta::viewer {

struct Months {
    std::vector<std::int64_t> starts;  ///< first day of each month, and the day after the last
    std::vector<double> counts;        ///< recorded incidents, one a month
    std::vector<bool> shown;           ///< whose count may be shown
    double undated = 0;                ///< without a usable time: in no month

    [[nodiscard]] int size() const { return static_cast<int>(counts.size()); }
    /// The days of months `from` to before `until`. \pre 0 ≤ from < until ≤ size()
    [[nodiscard]] Period days(int from, int until) const;
    [[nodiscard]] int month_of(std::int64_t day) const;  ///< held within the period
};
/// First and last month may be part of one: the period's own days. Empty without a period.
[[nodiscard]] Months months_of(const Project& project);
/// The same, counted once a project and kept.
[[nodiscard]] const Months& kept_months(const ProjectPointer& project);

/// As many months before the shown part as it has itself; empty where the study does not reach so far back.
[[nodiscard]] std::optional<Period> part_before(const Months& months, const Period& shown);

}  // namespace lykta::viewer
