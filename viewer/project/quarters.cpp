#include "viewer/project/quarters.hpp"

#include <algorithm>
#include <cstdlib>

namespace lykta::viewer {
namespace {

/// The first day of the calendar quarter so many quarters after the day's own.
std::int64_t quarter_start(std::int64_t day, int later = 0) {
    const LocalTime date = civil_from_days(day);
    const int quarter = date.year * 4 + (date.month - 1) / 3 + later;
    return days_from_civil(quarter / 4, quarter % 4 * 3 + 1, 1);
}

/// First days of all quarters, and the day after the last.
std::vector<std::int64_t> edges_of(const Period& whole) {
    std::vector<std::int64_t> edges;
    for (const auto& quarter : quarters_of(whole)) edges.push_back(quarter.first_day);
    edges.push_back(whole.last_day + 1);
    return edges;
}

}  // namespace

std::vector<Period> quarters_of(const Period& whole) {
    std::vector<Period> quarters;
    for (std::int64_t day = whole.first_day; day <= whole.last_day;) {
        const auto next = quarter_start(day, 1);
        quarters.push_back({day, std::min(next - 1, whole.last_day)});
        day = next;
    }
    return quarters;
}

bool is_of_whole_quarters(const Period& part, const Period& whole) {
    const auto edges = edges_of(whole);
    return part.days() > 0 && std::binary_search(edges.begin(), edges.end(), part.first_day) &&
           std::binary_search(edges.begin(), edges.end(), part.last_day + 1);
}

Period snapped_to_quarters(const Period& part, const Period& whole) {
    const auto edges = edges_of(whole);
    const auto nearest = [&](std::int64_t day) {
        return *std::min_element(edges.begin(), edges.end(),
                                 [&](auto a, auto b) { return std::abs(a - day) < std::abs(b - day); });
    };
    const auto first = nearest(part.first_day), next = nearest(part.last_day + 1);
    if (first < next) return {first, next - 1};
    const auto middle = std::clamp(part.first_day + (part.days() - 1) / 2, whole.first_day, whole.last_day);
    return {std::max(quarter_start(middle), whole.first_day), std::min(quarter_start(middle, 1) - 1, whole.last_day)};
}

std::vector<bool> may_be_shown(const std::vector<double>& counts, double never_shown, double k) {
    std::vector<bool> shown(counts.size());
    double hidden = never_shown;
    bool any_hidden = never_shown > 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        shown[i] = !(counts[i] < k);
        if (shown[i]) continue;
        hidden += counts[i];
        any_hidden = true;
    }
    while (any_hidden && hidden < k) {
        std::size_t least = counts.size();
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (shown[i] && (least == counts.size() || counts[i] < counts[least])) least = i;
        if (least == counts.size()) break;
        shown[least] = false;
        hidden += counts[least];
    }
    return shown;
}

}  // namespace lykta::viewer
