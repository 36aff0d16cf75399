// When it is dark at one place, day by day: the moments the sun passes a limit, found once and looked up often.
#pragma once
#include <cstdint>
#include <vector>

#include "core/geometry.hpp"
#include "core/time.hpp"
#include "core/units.hpp"

namespace lykta::conditions {

/// Dark and light between two moments at one place. Between solar midnight and solar noon the sun only rises, so each
/// half day holds at most one crossing, found to a tenth of a second.
/// \correctness  twin: solar_elevation minute by minute; polar day and night
class DarkCalendar {
public:
    DarkCalendar(Point longitude_latitude, Degrees limit, Instant first, Instant last);
    [[nodiscard]] bool is_dark(Instant moment) const;
    /// Share of the time from `from` to `to` that is dark. \pre first ≤ from < to ≤ last
    [[nodiscard]] double dark_share(Instant from, Instant to) const;
    /// Dark seconds from the start of the calendar to a moment (seconds since 1970, UTC).
    [[nodiscard]] double dark_seconds_before(double seconds) const;

private:
    [[nodiscard]] std::size_t crossing_before(double seconds) const;

    struct Crossing {
        double time = 0.0;         ///< seconds since 1970, UTC
        double dark_before = 0.0;  ///< dark seconds since the start of the calendar
        bool dark_after = false;
    };
    std::vector<Crossing> m_crossings;    ///< the first entry is the start of the calendar
    std::vector<std::uint32_t> m_of_day;  ///< last crossing at or before the start of each day since m_first_day
    double m_first_day = 0.0;             ///< days since 1970, UTC
};

}  // namespace lykta::conditions
