#include "core/time.hpp"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <chrono>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta {

namespace {

const date::time_zone& zone_of(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

date::sys_days sys_day(int year, int month, int day) {
    return date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
}

}  // namespace

bool is_real(const LocalTime& t) {
    if (t.month < 1 || t.month > 12 || t.day < 1 || t.day > 31) return false;
    const date::year_month_day ymd{date::year{t.year}, date::month{static_cast<unsigned>(t.month)},
                                   date::day{static_cast<unsigned>(t.day)}};
    return ymd.ok() && t.hour >= 0 && t.hour < 24 && t.minute >= 0 && t.minute < 60 && t.second >= 0 && t.second < 61;
}

std::int64_t days_from_civil(int year, int month, int day) {
    return sys_day(year, month, day).time_since_epoch().count();
}

LocalTime civil_from_days(std::int64_t days) {
    const date::year_month_day ymd{date::sys_days{date::days{days}}};
    return {.year = int{ymd.year()},
            .month = static_cast<int>(unsigned{ymd.month()}),
            .day = static_cast<int>(unsigned{ymd.day()})};
}

int weekday(const LocalTime& t) {
    const auto days = days_from_civil(t.year, t.month, t.day);
    return static_cast<int>(((days + 3) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
}

std::string iso_date(std::int64_t day) {
    const auto t = civil_from_days(day);
    return fmt::format("{:04}-{:02}-{:02}", t.year, t.month, t.day);
}

TimeZone TimeZone::named(const std::string& iana) {
    try {
        return TimeZone{date::locate_zone(iana)};
    } catch (const std::runtime_error&) {
        throw Error{ErrorCode::bad_option,
                    say("time zone '{}' is not known; give an IANA name such as Europe/Stockholm", iana)};
    }
}

const std::string& TimeZone::name() const {
    return zone_of(m_zone).name();
}

Resolved TimeZone::to_instant(const LocalTime& clock) const {
    const date::local_seconds local = date::local_days{sys_day(clock.year, clock.month, clock.day).time_since_epoch()} +
                                      std::chrono::hours{clock.hour} + std::chrono::minutes{clock.minute} +
                                      std::chrono::seconds{clock.second};
    const auto info = zone_of(m_zone).get_info(local);
    const auto offset = info.first.offset;  // skipped hour: the offset before the change moves the clock forward
    Resolved resolved{.instant = {(local.time_since_epoch() - offset).count()}};
    if (info.result == date::local_info::nonexistent) resolved.trouble = ClockTrouble::does_not_exist;
    if (info.result == date::local_info::ambiguous) resolved.trouble = ClockTrouble::exists_twice;
    return resolved;
}

LocalTime TimeZone::to_local(Instant instant) const {
    const auto local = zone_of(m_zone).to_local(date::sys_seconds{std::chrono::seconds{instant.seconds}});
    const auto day = date::floor<date::days>(local);
    auto clock = civil_from_days(day.time_since_epoch().count());
    const auto rest = (local - day).count();
    clock.hour = static_cast<int>(rest / 3600);
    clock.minute = static_cast<int>(rest / 60 % 60);
    clock.second = static_cast<int>(rest % 60);
    return clock;
}

}  // namespace lykta
