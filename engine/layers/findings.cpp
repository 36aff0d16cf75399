// What makes maps lie, found in a whole incident layer.
#include <algorithm>
#include <unordered_map>

#include "core/language.hpp"
#include "layers/distinct_points.hpp"
#include "layers/read_layers.hpp"
#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr std::int64_t pile_rows = 50;
constexpr double pile_share = 0.01, pile_times = 10.0;
constexpr std::int64_t gap_days = 28;
constexpr std::size_t piles_named = 10;

/// The commonest label at a point; empty when there is none.
std::string label_at(const IncidentLayer& incidents, const std::vector<std::uint32_t>& rows) {
    if (incidents.label.of_row.empty()) return {};
    std::unordered_map<std::uint32_t, std::int64_t> counts;
    for (const auto row : rows) ++counts[incidents.label.of_row[row]];
    std::uint32_t best = 0;
    std::int64_t most = 0;
    for (const auto& [word, count] : counts) {
        if (count > most || (count == most && word < best)) {
            best = word;
            most = count;
        }
    }
    return incidents.label.text[best];
}

/// 99th percentile of rows per distinct point.
double usual_most(std::vector<DistinctPoint> points) {
    if (points.empty()) return 0.0;
    const auto at = static_cast<std::ptrdiff_t>(0.99 * static_cast<double>(points.size() - 1));
    std::nth_element(points.begin(), points.begin() + at, points.end(),
                     [](const DistinctPoint& a, const DistinctPoint& b) { return a.count < b.count; });
    return static_cast<double>(points[static_cast<std::size_t>(at)].count);
}

bool is_pile(const DistinctPoint& point, double rows, double usual) {
    if (point.count < pile_rows) return false;
    const auto count = static_cast<double>(point.count);
    return count >= pile_share * rows || count >= pile_times * usual;
}

void add_piles(const IncidentLayer& incidents, const std::vector<DistinctPoint>& points, Issues& issues) {
    const auto rows = static_cast<double>(incidents.size());
    const double usual = usual_most(points);
    std::vector<DistinctPoint> piles;
    std::copy_if(points.begin(), points.end(), std::back_inserter(piles),
                 [&](const DistinctPoint& p) { return is_pile(p, rows, usual); });
    std::stable_sort(piles.begin(), piles.end(),
                     [](const DistinctPoint& a, const DistinctPoint& b) { return a.count > b.count; });
    if (piles.size() > piles_named) piles.resize(piles_named);
    for (const auto& pile : piles) {
        const auto here = rows_at(incidents, pile);
        const auto label = label_at(incidents, here);
        const auto name =
            label.empty() ? say("x {:.0f}, y {:.0f}", pile.point.x, pile.point.y) : "'" + shown(label) + "'";
        Issue issue{"pile",
                    Severity::warning,
                    say("{} incidents ({}) lie on one point, {}: a default address, a police desk or a large building? "
                        "Leave it out or read the hot spot there with care",
                        number_text(pile.count), percent_text(static_cast<double>(pile.count) / rows, 1), name),
                    pile.count,
                    {}};
        for (const auto row : here) {
            if (issue.rows.size() < 1000) issue.rows.push_back(incidents.row[row]);
        }
        issues.push_back(std::move(issue));
    }
}

void add_precision(const Precision& precision, const std::vector<DistinctPoint>& points, std::int64_t rows,
                   Issues& issues) {
    if (!precision.supports_hot_spots) {
        issues.push_back({"precision",
                          Severity::warning,
                          say("{} incidents lie on only {} points, typically {} km apart: positions stand for whole "
                              "municipalities, and no hot spot inside a town can be told from them",
                              number_text(rows), points.size(), number_text(precision.spacing_m / 1000.0, 1)),
                          rows,
                          {}});
    } else if (precision.distinct_share < 0.2 && precision.spacing_m > 20.0) {
        issues.push_back(
            {"precision",
             Severity::warning,
             say("{} incidents lie on {} points about {} m apart: positions are those of blocks or streets, "
                 "not of the incidents; cells and bandwidths smaller than that show the grid of points",
                 number_text(rows), number_text(static_cast<std::int64_t>(points.size())),
                 number_text(precision.spacing_m, 0)),
             rows,
             {}});
    }
}

/// Incidents per day from the first to the last day of the bulk (99.8 % of the dated rows).
struct Days {
    std::int64_t first = 0;
    std::vector<std::int64_t> count;
    std::int64_t dated = 0, early = 0, late = 0;  ///< early, late: outside the bulk
    std::int64_t actual_first = 0, actual_last = 0;
};

Days days_of(const IncidentLayer& incidents) {
    std::vector<std::int32_t> all;
    for (const auto& time : incidents.time) {
        if (time.known) all.push_back(time.local_day);
    }
    Days days;
    days.dated = static_cast<std::int64_t>(all.size());
    if (all.empty()) return days;
    std::sort(all.begin(), all.end());
    const auto tail = static_cast<std::size_t>(0.001 * static_cast<double>(all.size()));
    days.actual_first = all.front();
    days.actual_last = all.back();
    // A tail that joins the bulk belongs to it; only one 60 days away is stray.
    const std::int64_t body_first = all[tail], body_last = all[all.size() - 1 - tail];
    const std::int64_t low = days.actual_first >= body_first - 60 ? days.actual_first : body_first;
    const std::int64_t high = days.actual_last <= body_last + 60 ? days.actual_last : body_last;
    days.first = low;
    days.count.assign(static_cast<std::size_t>(high - low + 1), 0);
    for (const auto day : all) {
        if (day < low) ++days.early;
        if (day > high) ++days.late;
        if (day >= low && day <= high) ++days.count[static_cast<std::size_t>(day - low)];
    }
    return days;
}

std::int64_t median_of(std::vector<std::int64_t> counts) {
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

void add_gaps(const Days& days, Issues& issues) {
    if (days.count.empty() || median_of(days.count) < 1) return;
    std::int64_t run = 0;
    for (std::size_t i = 0; i <= days.count.size(); ++i) {
        if (i < days.count.size() && days.count[i] == 0) {
            ++run;
            continue;
        }
        if (run >= gap_days) {
            const auto last = days.first + static_cast<std::int64_t>(i) - 1;
            issues.push_back({"gap",
                              Severity::warning,
                              say("no incident from {} to {} ({} days), while most days have some: data are missing, "
                                  "not incidents; trends and rates across the gap are wrong",
                                  iso_date(last - run + 1), iso_date(last), run),
                              run,
                              {}});
        }
        run = 0;
    }
}

void add_part_year(const Days& days, int year, Issues& issues) {
    const auto from = days_from_civil(year, 1, 1), to = days_from_civil(year, 12, 31);
    std::int64_t in_year = 0;
    for (std::size_t i = 0; i < days.count.size(); ++i) {
        const auto day = days.first + static_cast<std::int64_t>(i);
        if (day >= from && day <= to) in_year += days.count[i];
    }
    const auto last = days.first + static_cast<std::int64_t>(days.count.size()) - 1;
    issues.push_back({"part_year",
                      Severity::warning,
                      say("{} is a part year ({} to {}, {} incidents); compare rates, never sums of years", year,
                          iso_date(std::max(from, days.first)), iso_date(std::min(to, last)), number_text(in_year)),
                      in_year,
                      {}});
}

/// First and last calendar year of the bulk when it does not fill them, a week's grace at either end.
void add_part_years(const Days& days, Issues& issues) {
    if (days.count.empty()) return;
    const auto last = days.first + static_cast<std::int64_t>(days.count.size()) - 1;
    const int first_year = civil_from_days(days.first).year, last_year = civil_from_days(last).year;
    const bool starts_late = days.first > days_from_civil(first_year, 1, 1) + 7;
    const bool ends_early = last < days_from_civil(last_year, 12, 31) - 7;
    if (starts_late || (ends_early && first_year == last_year)) add_part_year(days, first_year, issues);
    if (ends_early && last_year != first_year) add_part_year(days, last_year, issues);
}

void add_stray_dates(const Days& days, Issues& issues) {
    const auto last = days.first + static_cast<std::int64_t>(days.count.size()) - 1;
    const bool early = days.early > 0 && days.actual_first < days.first - 60;
    const bool late = days.late > 0 && days.actual_last > last + 60;
    if (!early && !late) return;
    const auto count = (early ? days.early : 0) + (late ? days.late : 0);
    issues.push_back(
        {"part_year",
         Severity::warning,
         say("{} incidents are dated outside {} to {}, where all others lie (from {} to {}); set the "
             "study's period to leave them out",
             count, iso_date(days.first), iso_date(last), iso_date(days.actual_first), iso_date(days.actual_last)),
         count,
         {}});
}

void add_source_findings(const IncidentLayer& incidents, Issues& issues) {
    for (const auto& report : incidents.reports) {
        for (const auto& issue : report.account.issues) {
            const bool ours =
                issue.code == "hour_placeholder" || issue.code == "duplicate" || issue.code == "precision";
            if (ours) issues.push_back(issue);
        }
    }
}

/// Only the study's period counts, where it is set.
void keep_period(Days& days, const Period& period) {
    if (period.days() <= 0) return;
    const auto last = days.first + static_cast<std::int64_t>(days.count.size()) - 1;
    const auto from = std::max(days.first, period.first_day), to = std::min(last, period.last_day);
    if (to < from) return days.count.clear();
    const auto skip = static_cast<std::ptrdiff_t>(from - days.first);
    days.count = {days.count.begin() + skip, days.count.begin() + skip + static_cast<std::ptrdiff_t>(to - from + 1)};
    days.first = from;
}

}  // namespace

Issues findings(const IncidentLayer& incidents, const Period& period) {
    Issues issues;
    if (incidents.size() == 0) return issues;
    const auto points = distinct_points(incidents);
    // Where every position stands for a municipality every point is a pile: one finding says it all.
    const auto precision = precision_of(points, incidents.size());
    if (precision.supports_hot_spots) add_piles(incidents, points, issues);
    add_precision(precision, points, static_cast<std::int64_t>(incidents.size()), issues);
    auto days = days_of(incidents);
    if (days.dated > 0) {
        add_stray_dates(days, issues);
        keep_period(days, period);
        add_gaps(days, issues);
        add_part_years(days, issues);
    }
    add_source_findings(incidents, issues);
    return issues;
}

}  // namespace lykta::layers
