// Incidents of one file and the dark.
#include "study/stage_dark.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "study/stage_files.hpp"

namespace lykta::study {

namespace {

using outputs::DarkResult;

/// The calendar year most dated incidents fall in, the earliest of equals.
int main_year(const layers::IncidentLayer& incidents) {
    std::map<int, std::int64_t> count;
    for (const auto& time : incidents.time)
        if (time.known) ++count[civil_from_days(time.local_day).year];
    int year = 0;
    std::int64_t most = 0;
    for (const auto& [one, n] : count)
        if (n > most) most = n, year = one;
    return year;
}

bool has_hour(const layers::TimeSpan& time) {
    return time.known && time.has_hour;
}

void add_elevations(DarkResult& result) {
    const auto& times = result.incidents.time;
    result.elevation_from.assign(times.size(), std::numeric_limits<double>::quiet_NaN());
    result.elevation_to = result.elevation_from;
    parallel_blocks(times.size(), 8192, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            if (!has_hour(times[i])) continue;
            result.elevation_from[i] =
                conditions::solar_elevation(times[i].from, result.about.longitude_latitude).value;
            result.elevation_to[i] = conditions::solar_elevation(times[i].to, result.about.longitude_latitude).value;
        }
    });
}

void add_groups(DarkResult& result) {
    result.all.share = conditions::dark_share(result.probability);
    result.all.verdict = conditions::dark_verdict(result.all.share, result.all.share.share);
    std::map<std::string, std::vector<double>> by_category;
    const auto& category = result.incidents.category;
    for (std::size_t i = 0; i < result.incidents.size(); ++i)
        by_category[category.at(i)].push_back(result.probability[i]);
    if (by_category.size() == 1 && by_category.begin()->first.empty()) return;  // a file without categories
    for (const auto& [name, probability] : by_category) {
        outputs::DarkGroup group{name, conditions::dark_share(probability), {}};
        group.verdict = conditions::dark_verdict(group.share, result.all.share.share);
        result.categories.push_back(std::move(group));
    }
    std::stable_sort(result.categories.begin(), result.categories.end(),
                     [](const auto& a, const auto& b) { return a.share.count > b.share.count; });
}

void add_exposure(DarkResult& result, const conditions::DarkOptions& options) {
    result.year = main_year(result.incidents);
    if (result.year == 0) return;
    const Point place = result.about.longitude_latitude;
    result.dark_hours = conditions::dark_hours_by_week(place, result.year, options);
    result.dark_hours_share = conditions::dark_hours_share(place, result.year, options);
}

void check(const DarkStage& stage) {
    if (!(stage.limit.value >= -90.0 && stage.limit.value <= 90.0))
        throw Error{
            ErrorCode::bad_option,
            say("--limit-degrees {}: the sun stands between −90 and 90 degrees; −6 is the end of civil twilight",
                stage.limit.value)};
}

std::vector<outputs::OptionUsed> options_of(const DarkStage& stage) {
    return {{"limit_degrees", fmt::format("{}", stage.limit.value), "°", stage.limit.value == -6.0},
            {"profile", stage.spreading == Spreading::by_profile ? "week" : "even", "",
             stage.spreading == Spreading::evenly},
            {"timezone", stage.incidents.timezone, "", stage.incidents.timezone == "Europe/Stockholm"}};
}

/// The layer, its system and its middle.
void read(DarkResult& result, const DarkStage& stage) {
    auto options = stage.incidents;
    options.kind = layers::LayerKind::incidents;
    const auto crs = options.crs;
    StageFiles files({options}, crs);
    result.incidents = files.read(0, layers::incidents_from);
    result.about.sources = result.incidents.reports;
    if (result.incidents.size() == 0)
        throw Error{ErrorCode::bad_input,
                    say("{}: none of {} rows can be used, so nothing can be said of the dark; `lykta check {}` shows "
                        "every row's reason",
                        result.about.sources.front().account.source, result.about.sources.front().account.rows_read,
                        options.path)};
    result.about.crs = files.project();
    result.about.longitude_latitude = middle_of(result.incidents.position, files.project());
    const Box box = box_of(result.incidents.position);
    result.extent_km = std::hypot(box.width(), box.height()) / 1000.0;
}

}  // namespace

DarkResult dark_stage(const DarkStage& stage, const Progress& progress) {
    check(stage);
    progress(tr("Reading"), 0.0);
    DarkResult result{.about = {.crs = Crs::from_text("EPSG:3006")}};
    read(result, stage);
    result.about.options = options_of(stage);
    progress(tr("Dark and light"), 0.7);
    const auto profile = stage.spreading == Spreading::by_profile ? conditions::time_profile(result.incidents)
                                                                  : conditions::TimeProfile{};
    const conditions::DarkOptions options{.limit = stage.limit,
                                          .profile = stage.spreading == Spreading::by_profile ? &profile : nullptr};
    result.probability = conditions::dark_probability(result.incidents, result.about.longitude_latitude, options);
    for (std::size_t i = 0; i < result.probability.size(); ++i) {
        const auto& time = result.incidents.time[i];
        if (std::isnan(result.probability[i]))
            ++result.without_hour;
        else if (time.from != time.to)
            ++result.spread;
    }
    add_elevations(result);
    add_groups(result);
    add_exposure(result, options);
    return result;
}

}  // namespace lykta::study
