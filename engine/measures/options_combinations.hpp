// Which measures of a place may stand in one option, and which options are worth keeping.
#pragma once
#include <cstdint>
#include <vector>

#include "measures/options.hpp"

namespace lykta::measures {

/// Something of it can be counted: incidents, metres of light or sight, items. Area measures never stand in packages:
/// they are for a district, not for the place they are shown at. Nor do those of owners that stand alone.
[[nodiscard]] bool can_be_combined(const MeasurePlan& plan, const SitedMeasure& sited, const PackageOptions& options);

/// Both may be done: neither excludes the other, and they are not steps of the same lamp work.
[[nodiscard]] bool go_together(const MeasurePlan& plan, const SitedMeasure& a, const SitedMeasure& b);

/// The measures of one place, plan.sited[first … last): single ones, then sets of up to most_together that go together
/// and have what they need, by size and then by index. A need counts as met where the needed measure is not sited at
/// the place: there is nothing of it left to do.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> sets_of(const MeasurePlan& plan, std::size_t first,
                                                              std::size_t last, const PackageOptions& options);

/// b costs as much or more than a, now and each year, and gives as much or less of everything.
[[nodiscard]] bool is_dominated(const Option& b, const Option& a);

/// All single measures; of the packages those that no other option dominates, at most most_per_place in all: first the
/// ones that a budget between two others would choose (the upper hull of value over cost), then the most valuable.
[[nodiscard]] std::vector<Option> kept_of(std::vector<Option> candidates, const PackageOptions& options);

}  // namespace lykta::measures
