// Calendar arithmetic of the time panel.
#include "viewer/state/periods.hpp"

#include <algorithm>

namespace lykta::viewer {
namespace {

int months_of(PlayStep step) {
    return step == PlayStep::month ? 1 : step == PlayStep::quarter ? 3 : 12;
}

bool is_same(const Period& a, const Period& b) {
    return a.first_day == b.first_day && a.last_day == b.last_day;
}

}  // namespace

std::int64_t months_later(std::int64_t day, int months) {
    const LocalTime date = civil_from_days(day);
    const int count = date.year * 12 + date.month - 1 + months;
    const int year = count >= 0 ? count / 12 : (count - 11) / 12;
    const int month = count - year * 12 + 1;
    const std::int64_t first = days_from_civil(year, month, 1);
    const std::int64_t next = month == 12 ? days_from_civil(year + 1, 1, 1) : days_from_civil(year, month + 1, 1);
    return std::min(first + date.day - 1, next - 1);
}

Period calendar_part(PlayStep step, std::int64_t day, const Period& whole) {
    const LocalTime date = civil_from_days(day);
    const int months = months_of(step);
    const std::int64_t first = days_from_civil(date.year, (date.month - 1) / months * months + 1, 1);
    return {std::max(first, whole.first_day), std::min(months_later(first, months) - 1, whole.last_day)};
}

std::optional<Period> common_part(const Period& a, const Period& b) {
    const Period both{std::max(a.first_day, b.first_day), std::min(a.last_day, b.last_day)};
    return both.days() > 0 ? std::optional(both) : std::nullopt;
}

std::optional<Period> moved_part(const Period& part, PlayStep step, int by, const Period& whole) {
    const int months = months_of(step) * by;
    if (is_same(part, calendar_part(step, part.first_day, whole))) {
        const LocalTime date = civil_from_days(part.first_day);
        const std::int64_t first_of_month = days_from_civil(date.year, date.month, 1);
        const Period next = calendar_part(step, months_later(first_of_month, months), whole);
        return next.days() > 0 ? std::optional(next) : std::nullopt;
    }
    return common_part({months_later(part.first_day, months), months_later(part.last_day + 1, months) - 1}, whole);
}

}  // namespace lykta::viewer
