// Counts, intensity and change of a part of the period, by the run's own bandwidth and cells.
#include "viewer/project/period_figures.hpp"

#include <boost/math/distributions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "study/surfaces.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/quarters.hpp"

namespace lykta::viewer {

namespace {

constexpr double level = 0.95;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::string days_text(const Period& part) {
    return say("{} to {}", iso_date(part.first_day), iso_date(part.last_day));
}

void check(const Project& project, const Period& shown, const std::optional<Period>& compared) {
    if (!project.study)
        throw Error{ErrorCode::bad_option,
                    tr("Parts of the period need the incidents themselves; open the study instead of its result.")};
    const Period& whole = project.result().period;
    const auto check_part = [&](const Period& part) {
        if (part.days() < 1 || part.first_day < whole.first_day || part.last_day > whole.last_day)
            throw Error{ErrorCode::bad_option, say("{} is no part of the study's period, {}; choose days inside it.",
                                                   days_text(part), days_text(whole))};
        if (project.result().public_level && !is_of_whole_quarters(part, whole))
            throw Error{ErrorCode::bad_option,
                        say("{} is not made of whole calendar quarters, and at the public level other parts would give "
                            "small counts away; choose {}.",
                            days_text(part), days_text(snapped_to_quarters(part, whole)))};
    };
    check_part(shown);
    if (!compared) return;
    check_part(*compared);
    if (compared->first_day <= shown.last_day && shown.first_day <= compared->last_day)
        throw Error{ErrorCode::bad_option,
                    tr("The two parts of the period share days, so they cannot be compared; choose parts that share "
                       "none.")};
}

// --- Counts ----------------------------------------------------------------------------------------------------------

bool is_in(const layers::TimeSpan& time, const Period& part) {
    return time.known && part.contains_day(time.local_day);
}

double count_at(const Project& project, const places::RankedPlace& place, const Period& part) {
    const auto& times = project.city().incidents.time;
    return static_cast<double>(std::count_if(place.facts.incident_index.begin(), place.facts.incident_index.end(),
                                             [&](std::uint32_t i) { return is_in(times[i], part); }));
}

/// A place's counts by quarter, and whether they may be told. Made at the public level only.
struct ByQuarter {
    const std::vector<Period>& quarters;
    std::vector<bool> is_shown;
    [[nodiscard]] bool may_show(const Period& part) const {
        for (std::size_t q = 0; q < is_shown.size(); ++q)
            if (!is_shown[q] && part.contains_day(quarters[q].first_day)) return false;
        return true;
    }
};

/// Counts by quarter of some incidents; those without a usable time by themselves.
struct QuarterCounts {
    const std::vector<Period>& quarters;
    std::vector<double> counts = std::vector<double>(quarters.size(), 0);
    double undated = 0;
    void add(const layers::TimeSpan& time) {
        const auto after = std::upper_bound(quarters.begin(), quarters.end(), time.local_day,
                                            [](auto day, const Period& q) { return day < q.first_day; });
        const bool is_dated = time.known && after != quarters.begin() && (after - 1)->contains_day(time.local_day);
        (is_dated ? counts[static_cast<std::size_t>(after - quarters.begin() - 1)] : undated) += 1;
    }
    [[nodiscard]] ByQuarter shown(double k) const { return {quarters, may_be_shown(counts, undated, k)}; }
};

ByQuarter by_quarter(const Project& project, const places::RankedPlace& place, const std::vector<Period>& quarters) {
    if (quarters.empty()) return {quarters, {}};
    QuarterCounts counted{quarters};
    for (const auto i : place.facts.incident_index) counted.add(project.city().incidents.time[i]);
    return counted.shown(project.result().privacy_k);
}

/// The town's own counts by the same rule as a place's.
void hide_small_totals(const Project& project, const std::vector<Period>& quarters, PeriodFigures& figures) {
    const double k = project.result().privacy_k;
    QuarterCounts counted{quarters};
    for (const auto& time : project.city().incidents.time) counted.add(time);
    const auto by = counted.shown(k);
    figures.city_after_hidden = !by.may_show(figures.shown);
    figures.city_before_hidden = figures.compared && !by.may_show(*figures.compared);
    figures.undated_hidden = figures.undated > 0 && figures.undated < k;
    if (figures.city_after_hidden) figures.city_after = 0;
    if (figures.city_before_hidden) figures.city_before = 0;
    if (figures.undated_hidden) figures.undated = 0;
}

PlaceCount place_count(double count, const Period& part, const ByQuarter& by) {
    if (!by.may_show(part)) return {0, {no_number, no_number}, no_number, true};
    return {count, statistics::poisson_interval(count, level), count / part.years()};
}

/// Clopper and Pearson (1934) on the later part's share of both counts, turned into a ratio of rates: given their sum
/// the later count is binomial, whatever the rates are.
statistics::Interval ratio_interval(double before, double after, double years_before_by_after) {
    using Beta = boost::math::beta_distribution<>;
    const double tail = (1 - level) / 2;
    const auto ratio_of = [&](double share) { return share / (1 - share) * years_before_by_after; };
    statistics::Interval interval{0, infinite};
    if (after > 0) interval.low = ratio_of(quantile(Beta(after, before + 1), tail));
    if (before > 0) interval.high = ratio_of(quantile(complement(Beta(after + 1, before), tail)));
    return interval;
}

PlaceChange place_change(const PeriodFigures& figures, const PlaceCount& before, const PlaceCount& after) {
    PlaceChange change{.before = before, .after = after};
    if (before.is_hidden || after.is_hidden) {
        change.ratio_interval = {no_number, no_number};
        return change;
    }
    const double years = figures.compared->years() / figures.shown.years();
    if (before.count > 0) change.ratio = after.count / before.count * years;
    change.ratio_interval = ratio_interval(before.count, after.count, years);
    change.is_told_apart = change.ratio_interval.low > 1 || change.ratio_interval.high < 1;
    return change;
}

void add_counts(const Project& project, PeriodFigures& figures) {
    const auto& result = project.result();
    for (const auto& time : project.city().incidents.time) {
        figures.undated += time.known ? 0 : 1;
        figures.city_after += is_in(time, figures.shown) ? 1 : 0;
        figures.city_before += figures.compared && is_in(time, *figures.compared) ? 1 : 0;
    }
    const auto quarters = result.public_level ? quarters_of(result.period) : std::vector<Period>{};
    if (!quarters.empty()) hide_small_totals(project, quarters, figures);
    for (const auto& place : result.places) {
        const auto by = by_quarter(project, place, quarters);
        const auto of = [&](const Period& part) { return place_count(count_at(project, place, part), part, by); };
        figures.places.push_back(of(figures.shown));
        if (figures.compared)
            figures.changes.push_back(place_change(figures, of(*figures.compared), figures.places.back()));
    }
}

// --- Maps ------------------------------------------------------------------------------------------------------------

/// Incidents per hectare and year of a part; at the public level without cells that rest on fewer than k.
Grid<double> intensity_of(const Project& project, const Period& part) {
    const auto& city = project.city();
    const auto& run = project.result();
    std::vector<Point> points;
    for (std::size_t i = 0; i < city.incidents.size(); ++i)
        if (is_in(city.incidents.time[i], part)) points.push_back(city.incidents.position[i]);
    auto intensity = study::smoothed(*project.study, city, run.window_share, points);
    for (auto& value : intensity.values) value *= square_metres_per_hectare / part.years();
    if (!run.public_level) return intensity;
    outputs::RunResult of_part{.crs = run.crs};
    of_part.counts = Grid<double>(intensity.frame, 0.0);
    for (const Point p : points)
        if (const auto cell = intensity.frame.index_at(p); cell >= 0)
            of_part.counts.values[static_cast<std::size_t>(cell)] += 1;
    of_part.intensity = std::move(intensity);
    of_part.public_level = true;
    of_part.privacy_k = run.privacy_k;
    of_part.bandwidth_m = run.bandwidth_m;
    return outputs::shown_intensity(of_part);
}

Grid<float> in_floats(const Grid<double>& grid) {
    Grid<float> floats(grid.frame);
    std::transform(grid.values.begin(), grid.values.end(), floats.values.begin(),
                   [](double v) { return static_cast<float>(v); });
    return floats;
}

/// The run's own layer with other values: the same scale, so that parts can be compared by eye.
LayerPointer intensity_layer(const Project& project, const Grid<double>& intensity, const Period& part) {
    const auto own = project.layers.find(LayerId::intensity);
    if (own == project.layers.end() || !own->second->values) return nullptr;
    MapLayer layer{.id = LayerId::intensity, .title = own->second->title, .unit = own->second->unit};
    layer.note = say("Recorded incidents {}, smoothed and classed as for the whole period.", days_text(part));
    layer.classes = own->second->classes;
    layer.values = RasterValues{in_floats(intensity), own->second->values->day, own->second->values->night};
    return std::make_shared<const MapLayer>(std::move(layer));
}

/// The last of 1, 2 and 5 times a power of ten that is not above it.
double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double digit : {5.0, 2.0})
        if (digit * power <= step) return digit * power;
    return power;
}

/// Classes an equal step apart, the outermost reached by one cell in fifty of those that change at all.
double step_of(const Grid<double>& change) {
    std::vector<double> sizes;
    for (const double v : change.values)
        if (std::isfinite(v) && v != 0) sizes.push_back(std::abs(v));
    if (sizes.empty()) return 1;
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(0.98 * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), at, sizes.end());
    return round_step(std::max(*at / 3.0, 1e-6));
}

ColourScale change_scale(const Grid<double>& change) {
    constexpr int classes = 7;
    const double step = step_of(change);
    const auto number = [&](int steps) {
        return number_text(steps * step, step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step))));
    };
    double least = -4 * step;
    for (const double v : change.values)
        if (std::isfinite(v)) least = std::min(least, v);
    ColourScale scale{.colours = change_ramp(classes), .unit = tr("incidents per hectare and year")};
    scale.below = scale.colours.front();
    scale.colours[classes / 2] = with_alpha(scale.colours[classes / 2], 0);
    scale.stops = {least, -3 * step, -2 * step, -step, step, 2 * step, 3 * step};
    scale.labels = {say("at least {} fewer", number(3)),      say("{}–{} fewer", number(2), number(3)),
                    say("{}–{} fewer", number(1), number(2)), say("changed by less than {}", number(1)),
                    say("{}–{} more", number(1), number(2)),  say("{}–{} more", number(2), number(3)),
                    say("at least {} more", number(3))};
    return scale;
}

LayerPointer change_layer(const PeriodFigures& figures, const Grid<double>& before, const Grid<double>& after) {
    Grid<double> change(after.frame);
    for (std::size_t i = 0; i < change.values.size(); ++i) change.values[i] = after.values[i] - before.values[i];
    MapLayer layer{.id = LayerId::change,
                   .title = tr("Change in recorded incidents"),
                   .unit = tr("incidents per hectare and year")};
    layer.note =
        say("{} against {}. Differences of recorded incidents, chance and changed reporting included; no cause "
            "is claimed.",
            days_text(figures.shown), days_text(*figures.compared));
    const auto scale = change_scale(change);
    layer.values = RasterValues{in_floats(change), scale, scale};
    return std::make_shared<const MapLayer>(std::move(layer));
}

}  // namespace

PeriodFigures period_figures(const Project& project, const Period& shown, const std::optional<Period>& compared,
                             const study::Progress& progress) {
    check(project, shown, compared);
    PeriodFigures figures{.shown = shown, .compared = compared};
    progress(tr("Counting the incidents of the part"), 0.0);
    add_counts(project, figures);
    figures.incidents = incident_layer(*project.run, shown);
    if (project.result().intensity.values.empty()) return figures;
    progress(tr("Smoothing"), 0.3);
    const auto now = intensity_of(project, shown);
    figures.intensity = intensity_layer(project, now, shown);
    if (!compared) return figures;
    progress(tr("Smoothing the part compared with"), 0.7);
    figures.change = change_layer(figures, intensity_of(project, *compared), now);
    return figures;
}

}  // namespace lykta::viewer
