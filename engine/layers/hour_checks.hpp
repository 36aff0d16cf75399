// Two checks on hours: an hour column against the clock beside it (wrong offsets), and midnight as "unknown".
#pragma once
#include "layers/clock.hpp"

namespace lykta::layers {

struct TimeAndHour {
    std::size_t time = 0, hour = 0;  ///< columns
};
/// Puts the hours of an hour column into the cells. Where the date column has offsets, each row is compared: the hour
/// equals the clock after conversion (the offset is right), or the clock as written (the offset is wrong, local time
/// was stamped as UTC: issue offset_wrong, the clock as written is taken). A date without clock takes the hour.
/// \correctness the Charlottesville snapshots of 2018 (wrong) and 2019, 2025 (right); hand case
void apply_hours(Reading& reading, const TimeAndHour& columns, std::vector<ClockCell>& cells, const DayOffsets& zone);

/// Midnight far more often than its neighbours stands for "unknown": those rows keep the date and lose the hour.
/// Against 23 and 1 o'clock: 1.25 times and five standard deviations where the column holds whole hours; twice where it
/// has minutes (then only 00:00 itself is doubted). Issue hour_placeholder.
void drop_placeholder_hours(Reading& reading, std::vector<TimeSpan>& spans);

}  // namespace lykta::layers
