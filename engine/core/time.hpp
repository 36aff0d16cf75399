// Moments and periods. A moment is held in UTC; clock times are made with the time zone's own rules (date/tz).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lykta {

/// Seconds since 1970-01-01 00:00 UTC.
struct Instant {
    std::int64_t seconds = 0;
    auto operator<=>(const Instant&) const = default;
};

/// A clock reading without a zone.
struct LocalTime {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    auto operator<=>(const LocalTime&) const = default;
};
[[nodiscard]] bool is_real(const LocalTime& t);  ///< 29 February 2023, month 13 and hour 25 are not

enum class ClockTrouble { none, does_not_exist, exists_twice };  ///< daylight saving: the skipped and the doubled hour
struct Resolved {
    Instant instant;
    ClockTrouble trouble = ClockTrouble::none;  ///< skipped hour: moved forward; doubled hour: the first of the two
};

/// A time zone by its IANA name, e.g. "Europe/Stockholm". Cheap to copy.
class TimeZone {
public:
    static TimeZone named(const std::string& iana);  ///< \throws Error{bad_option}
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] Resolved to_instant(const LocalTime& clock) const;
    [[nodiscard]] LocalTime to_local(Instant instant) const;

private:
    explicit TimeZone(const void* zone) : m_zone(zone) {}
    const void* m_zone;
};

[[nodiscard]] std::int64_t days_from_civil(int year, int month, int day);  ///< days since 1970-01-01
[[nodiscard]] LocalTime civil_from_days(std::int64_t days);
[[nodiscard]] int weekday(const LocalTime& t);  ///< 0 = Monday … 6 = Sunday

/// Whole days, both ends included, in the study's time zone.
struct Period {
    std::int64_t first_day = 0, last_day = -1;  ///< days since 1970-01-01
    [[nodiscard]] std::int64_t days() const { return last_day - first_day + 1; }
    [[nodiscard]] double years() const { return static_cast<double>(days()) / 365.25; }
    [[nodiscard]] bool contains_day(std::int64_t day) const { return day >= first_day && day <= last_day; }
};
[[nodiscard]] std::string iso_date(std::int64_t day);  ///< "2024-01-31"

}  // namespace lykta
