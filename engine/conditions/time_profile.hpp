// Weighing the hours of an interval by when incidents usually happen: dark share under a profile of the week.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "conditions/darkness.hpp"
#include "conditions/sun.hpp"

namespace lykta::conditions {

/// Seconds local time was ahead of UTC at the start of the interval, as its local day and hour say; whole hours (a zone
/// off by half an hour is taken half an hour wrong). Empty where day and hour do not fit any zone on earth.
[[nodiscard]] std::optional<std::int64_t> local_offset(const layers::TimeSpan& span);

/// Weight of all and of dark time from a start, under one profile and one local offset. The change of daylight saving
/// inside an interval is not followed: its later hours are weighed an hour off.
class ProfileCalendar {
public:
    ProfileCalendar(const DarkCalendar& calendar, const TimeProfile& profile, std::int64_t offset, Instant first,
                    Instant last);
    /// Share of the interval's weight that is dark; by time alone where the profile gives the interval no weight.
    /// \pre first ≤ from < to ≤ last; `calendar` outlives this
    [[nodiscard]] double dark_share(Instant from, Instant to) const;

private:
    struct Weights {
        double all = 0.0, dark = 0.0;
    };
    [[nodiscard]] Weights before(Instant moment) const;
    const DarkCalendar* m_calendar;
    std::int64_t m_start = 0;        ///< a local full hour, seconds since 1970 UTC
    std::vector<Weights> m_at_hour;  ///< from m_start to each full hour
    std::vector<double> m_weight;    ///< of each hour
};

/// One calendar for each local offset that occurs among the intervals.
[[nodiscard]] std::map<std::int64_t, ProfileCalendar> profile_calendars(std::span<const layers::TimeSpan> times,
                                                                        const DarkCalendar& calendar,
                                                                        const TimeProfile& profile);

}  // namespace lykta::conditions
