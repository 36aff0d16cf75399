// Row by row: does this pair lie where the file's other rows lie, and if not, what is wrong with it?
#include "layers/judge.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "layers/systems.hpp"

namespace lykta::layers {

namespace {

constexpr double near_m = 50'000.0;           ///< within this of the bulk a row is not questioned
constexpr std::size_t expensive_tries = 500;  ///< rows for which all systems are tried; the rest get the cheap tests

struct Doubt {
    std::size_t row = 0;
    Point place;  ///< longitude, latitude as stated; infinite where it cannot be
    bool inside = false;
    double distance_m = 0.0;
};

struct KnownSystem {
    CrsFit fit;
    Crs crs;
};

struct Judge {
    Reading& reading;
    const RawPoints& raw;
    const Crs& stated;
    const Bulk& bulk;
    std::vector<KnownSystem> known{};  ///< systems earlier rows were found in, tried first
    std::size_t tries = 0;
};

/// Half sides of the raw box round the bulk in which rows are accepted unseen.
Point reach_of(const Crs& stated, Point near) {
    if (!stated.is_geographic()) {
        const double reach = near_m / std::max(stated.metres_per_unit(), 1e-6);
        return {reach, reach};
    }
    const double latitude = 0.45;
    return {latitude / std::max(0.1, std::cos(near.y * 3.14159265358979 / 180.0)), latitude};
}

bool box_fits(const Crs& stated, const Box& box) {
    for (const double x : {box.min_x, box.max_x}) {
        for (const double y : {box.min_y, box.max_y}) {
            if (!is_inside(stated, {x, y})) return false;
        }
    }
    return true;
}

/// Rows outside the accepted box, with their place as stated.
std::vector<Doubt> doubtful(const Judge& judge) {
    const Point reach = reach_of(judge.stated, *judge.bulk.near);
    const Point c = judge.bulk.centre;
    const Box box{c.x - reach.x, c.y - reach.y, c.x + reach.x, c.y + reach.y};
    const bool trusted = box_fits(judge.stated, box);
    std::vector<Doubt> doubts;
    for (std::size_t row = 0; row < judge.raw.point.size(); ++row) {
        const Point pair = judge.raw.point[row];
        if (judge.raw.trouble[row] != RawTrouble::none || (trusted && box.contains(pair))) continue;
        if (pair == Point{0.0, 0.0}) continue;
        doubts.push_back({.row = row, .place = pair});
    }
    return doubts;
}

void measure(const Judge& judge, std::vector<Doubt>& doubts) {
    std::vector<Point> places;
    for (const auto& doubt : doubts) places.push_back(doubt.place);
    project_all(places, judge.stated, Crs::from_text("OGC:CRS84"));
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        const Point raw = doubts[i].place, place = places[i];
        const bool degrees_ok = !judge.stated.is_geographic() || (std::abs(raw.x) <= 180.0 && std::abs(raw.y) <= 90.0);
        doubts[i].place = place;
        doubts[i].inside =
            degrees_ok && std::isfinite(place.x) && std::isfinite(place.y) && holds_place(judge.stated, place);
        if (doubts[i].inside) doubts[i].distance_m = geodesic(place, *judge.bulk.near).distance_m;
    }
}

/// How far a row may lie from the bulk before it must be a default: 50 median deviations beyond the median distance.
double farthest_believed(const Judge& judge) {
    std::vector<double> away;
    for (const auto row : judge.bulk.sample) {
        const auto place = place_of(judge.stated, judge.raw.point[row]);
        if (place && holds_place(judge.stated, *place)) away.push_back(geodesic(*place, *judge.bulk.near).distance_m);
    }
    if (away.size() < 5) return HUGE_VAL;
    const auto middle = away.begin() + static_cast<std::ptrdiff_t>(away.size() / 2);
    std::nth_element(away.begin(), middle, away.end());
    const double typical = *middle;
    for (double& d : away) d = std::abs(d - typical);
    std::nth_element(away.begin(), middle, away.end());
    return std::max(near_m, typical + 50.0 * *middle);
}

/// A system that puts the row near the bulk: an earlier find first, then all of them for the first rows.
std::optional<CrsFit> system_near(Judge& judge, Point pair) {
    for (const auto& fit : judge.known) {
        const auto place = place_of(fit.crs, fit.fit.swapped ? Point{pair.y, pair.x} : pair);
        if (!place || geodesic(*place, *judge.bulk.near).distance_m > 2.0 * near_m) continue;
        return CrsFit{fit.fit.text, fit.fit.name, fit.fit.swapped, *place};
    }
    if (judge.tries >= expensive_tries) return {};
    ++judge.tries;
    const auto fits = other_systems(pair, judge.stated, judge.bulk.near);
    if (fits.empty()) return {};
    judge.known.push_back({fits.front(), Crs::from_text(fits.front().text)});
    return fits.front();
}

struct Scale {
    double factor;
    const char* what;
};

/// The pair in other units, near the bulk: what the units may be.
std::optional<std::string> other_units(const Judge& judge, Point pair) {
    // TRANSLATORS: these stand in "{pair}: {}?"
    const std::array scales{Scale{1e3, tr("kilometres")},           Scale{1e-3, tr("millimetres")},
                            Scale{1e-2, tr("centimetres")},         Scale{1e-1, tr("a lost decimal sign")},
                            Scale{1e-6, tr("a lost decimal sign")}, Scale{10.0, tr("a misplaced decimal sign")}};
    for (const auto& scale : scales) {
        const Point scaled{pair.x * scale.factor, pair.y * scale.factor};
        const auto place = place_of(judge.stated, scaled);
        if (place && geodesic(*place, *judge.bulk.near).distance_m < near_m) return scale.what;
    }
    return {};
}

/// Does one sign turned put the pair near the bulk?
bool has_lost_sign(const Judge& judge, Point pair) {
    for (const Point turned : {Point{-pair.x, pair.y}, Point{pair.x, -pair.y}, Point{-pair.x, -pair.y}}) {
        const auto place = place_of(judge.stated, turned);
        if (place && geodesic(*place, *judge.bulk.near).distance_m < near_m) return true;
    }
    return false;
}

bool is_swap(const Judge& judge, const CrsFit& fit) {
    return fit.swapped && fit.text == judge.stated.text();
}

void set_aside_swapped(Judge& judge, std::size_t row) {
    const auto& c = judge.raw.columns;
    const Point pair = judge.raw.point[row];
    set_aside(judge.reading, row, Reason::axes_swapped,
              say("{}: {} and {} look swapped; mended: {} {}, {} {}", pair_text(judge.reading, judge.raw, row),
                  c.y_name, c.x_name, c.y_name, pair.x, c.x_name, pair.y));
}

void set_aside_outside(Judge& judge, const Doubt& doubt) {
    const Point pair = judge.raw.point[doubt.row];
    const auto text = pair_text(judge.reading, judge.raw, doubt.row);
    if (const auto fit = system_near(judge, pair)) {
        if (is_swap(judge, *fit)) return set_aside_swapped(judge, doubt.row);
        set_aside(judge.reading, doubt.row, Reason::outside_crs,
                  say("{} lies outside {} ({}); it fits {} ({}){}", text, judge.stated.text(), judge.stated.name(),
                      fit->name, fit->text, fit->swapped ? say(", swapped") : std::string{}));
    } else if (has_lost_sign(judge, pair)) {
        set_aside(judge.reading, doubt.row, Reason::out_of_range, say("{}: a minus sign lost or too many?", text));
    } else if (const auto units = other_units(judge, pair)) {
        set_aside(judge.reading, doubt.row, Reason::out_of_range,
                  say("{} lies outside {}: {}?", text, judge.stated.text(), *units));
    } else {
        const bool beyond = !(std::abs(pair.x) < 2.1e7 && std::abs(pair.y) < 2.1e7) || !std::isfinite(doubt.place.x) ||
                            judge.stated.is_geographic();
        set_aside(judge.reading, doubt.row, beyond ? Reason::out_of_range : Reason::outside_crs,
                  beyond ? say("{} is no place in {} ({})", text, judge.stated.text(), judge.stated.name())
                         : say("{} lies outside {} ({}) and fits no other system near the rest of the file", text,
                               judge.stated.text(), judge.stated.name()));
    }
}

/// Inside the stated system but far from all the rest: swapped, foreign, or a default for "unknown".
void judge_far(Judge& judge, const Doubt& doubt, double believed_m) {
    const Point pair = judge.raw.point[doubt.row];
    const auto turned = place_of(judge.stated, {pair.y, pair.x});
    if (turned && doubt.distance_m > near_m && geodesic(*turned, *judge.bulk.near).distance_m <= near_m) {
        return set_aside_swapped(judge, doubt.row);
    }
    if (doubt.distance_m <= believed_m) return;
    if (const auto fit = system_near(judge, pair); fit && !judge.stated.is_geographic()) {
        return set_aside_outside(judge, doubt);
    }
    if (has_lost_sign(judge, pair)) {
        return set_aside(judge.reading, doubt.row, Reason::out_of_range,
                         say("{}: a minus sign lost or too many?", pair_text(judge.reading, judge.raw, doubt.row)));
    }
    set_aside(judge.reading, doubt.row, Reason::outside_window,
              say("{} lies {:.0f} km from the rest of the file; a default for an unknown place?",
                  pair_text(judge.reading, judge.raw, doubt.row), doubt.distance_m / 1000.0));
}

/// One cell empty and the other holding what belongs in the empty one (a row shifted by a comma).
void judge_shifted(Judge& judge) {
    const Point reach = reach_of(judge.stated, *judge.bulk.near), c = judge.bulk.centre;
    for (std::size_t row = 0; row < judge.raw.point.size(); ++row) {
        const auto trouble = judge.raw.trouble[row];
        if (trouble != RawTrouble::no_x && trouble != RawTrouble::no_y) continue;
        const bool has_x = trouble == RawTrouble::no_y;
        const double value = has_x ? judge.raw.point[row].x : judge.raw.point[row].y;
        const auto& held = has_x ? judge.raw.columns.x_name : judge.raw.columns.y_name;
        const auto& empty = has_x ? judge.raw.columns.y_name : judge.raw.columns.x_name;
        const double own = std::abs(value - (has_x ? c.x : c.y)) / (has_x ? reach.x : reach.y);
        const double other = std::abs(value - (has_x ? c.y : c.x)) / (has_x ? reach.y : reach.x);
        if (own <= 1.0 || other > 1.0) continue;
        set_aside(judge.reading, row, Reason::axes_swapped,
                  say("{} holds {}, which belongs in {}, and {} is empty: the row is shifted or swapped", held, value,
                      empty, empty));
    }
}

}  // namespace

void judge_rows(Reading& reading, const RawPoints& raw, const Crs& stated, const Bulk& bulk) {
    if (!bulk.near) return;
    Judge judge{reading, raw, stated, bulk};
    if (raw.columns.form == CoordinateColumns::Form::two_columns) judge_shifted(judge);
    auto doubts = doubtful(judge);
    if (doubts.empty()) return;
    measure(judge, doubts);
    const double believed_m = farthest_believed(judge);
    for (const auto& doubt : doubts) {
        if (!doubt.inside) set_aside_outside(judge, doubt);
        if (doubt.inside) judge_far(judge, doubt, believed_m);
    }
}

}  // namespace lykta::layers
