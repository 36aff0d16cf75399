// Which measures are told of and which of their figures may be: the portfolio seen from its parts, and what the public
// level hides. A figure that follows from few incidents is hidden as the count itself is.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// Sited measures of the portfolio's options, ascending; every sited one where there is no portfolio.
[[nodiscard]] std::vector<std::uint32_t> told_measures(const measures::MeasurePlan& plan);
/// The option of the portfolio that holds a sited measure.
[[nodiscard]] std::optional<std::uint32_t> option_that_holds(const measures::MeasurePlan& plan, std::uint32_t sited);
/// Sited measures of one place, in the plan's order; areas' own measures left out.
[[nodiscard]] std::vector<std::uint32_t> measures_at(const measures::MeasurePlan& plan, std::uint32_t place);
[[nodiscard]] bool is_for_area(const measures::MeasurePlan& plan, const measures::SitedMeasure& sited);

/// What the public level must not tell of a measure: touched, expected and prevented incidents, cost per prevented one,
/// months to detect, harm; and the sentences they stand in. True where the place, the incidents touched, or those left
/// over by subtraction are under k.
[[nodiscard]] bool hides_effect(const RunResult& result, const measures::SitedMeasure& sited);
[[nodiscard]] bool hides_effect(const RunResult& result, const measures::Option& option);
/// The portfolio's sums: hidden while what is hidden in them comes to fewer than k incidents.
[[nodiscard]] bool hides_totals(const RunResult& result);
/// Other portfolios set beside it (curve, greedy) would tell by difference: hidden when any of their options is.
[[nodiscard]] bool hides_comparisons(const RunResult& result);
/// Incidents a camera sees, and their share of the place's harm.
[[nodiscard]] bool hides_view(const RunResult& result, const measures::SitedMeasure& sited,
                              const measures::CameraSite& camera);
/// The reason why a measure fits or was rejected: its own sentence, or, at the public level, where figures under k
/// could stand in it, the mechanism.
[[nodiscard]] std::string shown_reason(const RunResult& result, const measures::SitedMeasure& sited);
[[nodiscard]] std::string shown_reason(const RunResult& result, const measures::Match& match);

/// A place whose cameras get a record to sign, and its sited measures with cameras.
struct CameraPlace {
    std::uint32_t place = 0;
    std::vector<std::uint32_t> sited;
};
/// Those in the portfolio or, without one, all; none at the public level, since a record counts what happened hour by
/// hour.
[[nodiscard]] std::vector<CameraPlace> recorded_cameras(const RunResult& result);
/// "kamerabehov-P003.html"
[[nodiscard]] std::string camera_record_name(const RunResult& result, std::uint32_t place);

}  // namespace lykta::outputs
