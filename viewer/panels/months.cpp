// Counting incidents by month.
#include "viewer/panels/months.hpp"

#include <algorithm>

#include "viewer/project/quarters.hpp"

namespace lykta::viewer {
namespace {

std::vector<std::int64_t> starts_of_months(const Period& period) {
    std::vector<std::int64_t> starts;
    for (std::int64_t day = period.first_day; day <= period.last_day;) {
        starts.push_back(day);
        const LocalTime clock = civil_from_days(day);
        day =
            clock.month == 12 ? days_from_civil(clock.year + 1, 1, 1) : days_from_civil(clock.year, clock.month + 1, 1);
    }
    return starts;
}

std::vector<std::int64_t> starts_of_quarters(const Period& period) {
    std::vector<std::int64_t> starts;
    for (const Period& quarter : quarters_of(period)) starts.push_back(quarter.first_day);
    return starts;
}

}  // namespace

Period Months::days(int from, int until) const {
    return {starts[static_cast<std::size_t>(from)], starts[static_cast<std::size_t>(until)] - 1};
}

int Months::month_of(std::int64_t day) const {
    const auto after = std::upper_bound(starts.begin(), starts.end(), day);
    return std::clamp(static_cast<int>(after - starts.begin()) - 1, 0, std::max(0, size() - 1));
}

Months months_of(const Project& project) {
    Months months;
    const Period& period = project.result().period;
    if (period.days() < 1) return months;
    const bool is_public = project.result().public_level;
    months.starts = is_public ? starts_of_quarters(period) : starts_of_months(period);
    months.counts.assign(months.starts.size(), 0);
    months.starts.push_back(period.last_day + 1);
    for (const layers::TimeSpan& time : project.city().incidents.time) {
        if (!time.known)
            months.undated += 1;
        else if (period.contains_day(time.local_day))
            months.counts[static_cast<std::size_t>(months.month_of(time.local_day))] += 1;
    }
    const auto k = static_cast<double>(project.result().privacy_k);
    months.shown = is_public ? may_be_shown(months.counts, months.undated, k) : std::vector(months.counts.size(), true);
    return months;
}

const Months& kept_months(const ProjectPointer& project) {
    static std::weak_ptr<const Project> counted_for;
    static Months months;
    if (counted_for.expired() || counted_for.lock() != project) {
        months = months_of(*project);
        counted_for = project;
    }
    return months;
}

std::optional<Period> part_before(const Months& months, const Period& shown) {
    if (months.size() == 0) return std::nullopt;
    const int from = months.month_of(shown.first_day), length = months.month_of(shown.last_day) + 1 - from;
    if (from < length) return std::nullopt;
    return months.days(from - length, from);
}

}  // namespace lykta::viewer
