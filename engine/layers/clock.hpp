// Time cells read into small values, and clock readings carried to UTC through a table of each day's offset.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/time.hpp"
#include "layers/reading.hpp"
#include "sources/values.hpp"

namespace lykta::layers {

/// One cell of a time column. `second` counts from midnight, -1 where the cell gives a date only.
struct ClockCell {
    static constexpr std::int32_t no_offset = std::numeric_limits<std::int32_t>::min();
    std::int32_t day = 0, second = -1;
    std::int32_t offset = no_offset;  ///< seconds east of UTC, as written
    sources::TimeTrouble trouble = sources::TimeTrouble::empty;
    bool from_serial = false;
    [[nodiscard]] bool is_good() const { return trouble == sources::TimeTrouble::none; }
    [[nodiscard]] bool has_offset() const { return offset != no_offset; }
    [[nodiscard]] std::int64_t wall() const { return std::int64_t{day} * 86'400 + (second < 0 ? 0 : second); }
};

/// Order of slash dates that the column proves: some cell has 13 … 31 in one place and none in the other.
[[nodiscard]] sources::DateOrder proved_order(const Reading& reading, std::size_t column);
[[nodiscard]] std::vector<ClockCell> read_clock(const Reading& reading, std::size_t column, sources::DateOrder order);

/// Hours of an hour column, in minutes since midnight; -1 where empty, -2 where impossible.
struct HourColumn {
    std::vector<std::int16_t> minute;
    bool has_minutes = false;  ///< HHMM or HH:MM rather than HH
};
[[nodiscard]] HourColumn read_hours(const Reading& reading, std::size_t column);

/// A time zone with the offset of every day between two days worked out once.
class DayOffsets {
public:
    DayOffsets(const TimeZone& zone, std::int64_t first_day, std::int64_t last_day);
    /// `wall`: clock reading as seconds since 1970 of the local clock.
    [[nodiscard]] Resolved to_instant(std::int64_t wall) const;
    [[nodiscard]] std::int64_t to_wall(Instant instant) const;

private:
    static constexpr std::int32_t changes = std::numeric_limits<std::int32_t>::min();
    TimeZone m_zone;
    std::int64_t m_first;
    std::vector<std::int32_t> m_local, m_utc;  ///< offset during a whole local / UTC day, `changes` on days it changes
};

}  // namespace lykta::layers
