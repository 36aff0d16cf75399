// When: cells to intervals in UTC, with daylight saving, wrong offsets, hour columns and placeholder hours dealt with
// and said. A row whose time cannot be used keeps its place.
#pragma once
#include <vector>

#include "layers/reading.hpp"

namespace lykta::layers {

/// One span per table row (rows set aside keep an unknown one). Issues: time_empty, time_not_a_time, time_order,
/// time_two_digit_year, time_no_such_date, time_no_such_hour, time_placeholder, time_future, time_excel_placeholder,
/// time_does_not_exist, time_ambiguous, time_interval_reversed, offset_wrong, offset_doubtful, hour_placeholder.
/// \throws Error{bad_option} unknown time zone or a named column that is not there
/// \correctness ../shared/badinput/csv/16–20; the four Charlottesville snapshots agree where they overlap
[[nodiscard]] std::vector<TimeSpan> read_times(Reading& reading);

/// Days since 1970 of the clock (options.today when given): the one place that looks at it, for "in the future".
[[nodiscard]] std::int64_t today_of(const LayerOptions& options);

}  // namespace lykta::layers
