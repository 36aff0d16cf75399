// Coordinates that lost their digits: a few rows among precise ones are set aside, a file of them is flagged.
#include <cmath>
#include <set>

#include "core/language.hpp"
#include "layers/judge.hpp"

namespace lykta::layers {

namespace {

bool is_multiple(double value, double step) {
    return std::abs(value / step - std::round(value / step)) < 1e-9;
}

/// Both axes rounded to a kilometre (a tenth of a degree).
bool is_coarse(Point pair, double step) {
    return is_multiple(pair.x, step) && is_multiple(pair.y, step);
}

/// One axis rounded to ten kilometres: what an exponent form leaves.
bool has_lost_axis(Point pair, double step) {
    return is_multiple(pair.x, 10.0 * step) || is_multiple(pair.y, 10.0 * step);
}

struct Rounded {
    std::vector<std::size_t> both, one;
    std::size_t rows = 0, four_decimals = 0, few_digits = 0;
};

Rounded count_rounded(const Reading& reading, const RawPoints& raw, double step) {
    Rounded rounded;
    for (std::size_t row = 0; row < raw.point.size(); ++row) {
        if (reading.used[row] == 0 || raw.trouble[row] != RawTrouble::none) continue;
        ++rounded.rows;
        const Point pair = raw.point[row];
        if (is_coarse(pair, step)) {
            rounded.both.push_back(row);
        } else if (has_lost_axis(pair, step)) {
            rounded.one.push_back(row);
        }
        rounded.few_digits += is_coarse(pair, step / 100.0) ? 1 : 0;
        const auto tenth = [](double v) { return std::abs(v * 1e4 - std::round(v * 1e4)) < 1e-6; };
        rounded.four_decimals += tenth(pair.x) && tenth(pair.y) ? 1 : 0;
    }
    return rounded;
}

std::size_t distinct_points(const RawPoints& raw, const std::vector<std::size_t>& rows) {
    std::set<Point> points;
    for (const auto row : rows) points.insert(raw.point[row]);
    return points.size();
}

void set_aside_rounded(Reading& reading, const RawPoints& raw, const std::vector<std::size_t>& rows) {
    for (const auto row : rows) {
        set_aside(reading, row, Reason::rounded_coordinates,
                  say("{}: rounded to kilometres while the rest of the file is precise; give the full coordinate",
                      pair_text(reading, raw, row)));
    }
}

void add_precision(Reading& reading, std::string message, std::size_t rows) {
    reading.report.account.issues.push_back(
        {"precision", Severity::note, std::move(message), static_cast<std::int64_t>(rows), {}});
}

}  // namespace

void judge_rounding(Reading& reading, const RawPoints& raw, const Crs& stated) {
    const bool degrees = stated.is_geographic();
    if (!degrees && stated.metres_per_unit() != 1.0) return;
    if (raw.columns.form == CoordinateColumns::Form::geometry && reading.table.rows() > 0 &&
        !std::holds_alternative<Point>(reading.table.geometry(0))) {
        return;
    }
    const auto rounded = count_rounded(reading, raw, degrees ? 0.1 : 1000.0);
    const auto rows = static_cast<double>(rounded.rows);
    if (static_cast<double>(rounded.both.size()) > 0.5 * rows) {
        add_precision(reading, say("{}: coordinates are rounded to kilometres", reading.file()), rounded.both.size());
    } else if (2 * rounded.few_digits <= rounded.rows) {  // in a file of few digits a round pair is no sign of loss
        set_aside_rounded(reading, raw, rounded.both);
        // By chance one precise point in 5,000 has a round axis; more than ten times that is a lost column of digits.
        // Points, not rows: one address on a round line may have many incidents.
        const auto lost = static_cast<double>(distinct_points(raw, rounded.one));
        if (lost >= 2.0 && lost > rows / 500.0 && lost <= 0.9 * rows) set_aside_rounded(reading, raw, rounded.one);
    }
    if (degrees && static_cast<double>(rounded.four_decimals) >= 0.9 * rows && rounded.rows > 0) {
        add_precision(reading,
                      say("{}: coordinates are rounded to four decimals of a degree, about 10 m", reading.file()),
                      rounded.four_decimals);
    }
}

}  // namespace lykta::layers
