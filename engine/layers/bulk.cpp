// Where most of a file lies.
#include "layers/bulk.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "layers/systems.hpp"

namespace lykta::layers {

namespace {

bool is_readable(const RawPoints& raw, std::size_t row) {
    return raw.trouble[row] == RawTrouble::none && raw.point[row] != Point{0.0, 0.0};
}

/// \pre values is not empty
double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Point median_point(const std::vector<Point>& points) {
    std::vector<double> x, y;
    for (const auto p : points) {
        x.push_back(p.x);
        y.push_back(p.y);
    }
    return {median(std::move(x)), median(std::move(y))};
}

void take_sample(const RawPoints& raw, Bulk& bulk) {
    std::vector<std::size_t> readable;
    for (std::size_t row = 0; row < raw.point.size(); ++row) {
        if (is_readable(raw, row)) readable.push_back(row);
    }
    bulk.readable = static_cast<std::int64_t>(readable.size());
    const std::size_t step = std::max<std::size_t>(1, readable.size() / 5000);
    for (std::size_t i = 0; i < readable.size() && bulk.sample.size() < 5000; i += step) {
        bulk.sample.push_back(readable[i]);
    }
}

/// The sampled row nearest the sample's median, in both axes by rank of difference: a real pair, not a mixture.
void find_typical(const RawPoints& raw, Bulk& bulk) {
    std::vector<Point> points;
    for (const auto row : bulk.sample) points.push_back(raw.point[row]);
    const Point middle = median_point(points);
    double best = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double away = std::abs(points[i].x - middle.x) + std::abs(points[i].y - middle.y);
        if (i == 0 || away < best) {
            best = away;
            bulk.typical = points[i];
            bulk.typical_row = bulk.sample[i];
        }
    }
}

struct DegreeCell {
    std::vector<Point> place, raw;
};

/// The fullest cell of one degree of latitude by two of longitude; on a tie the one in Sweden, then the first.
const DegreeCell& fullest(const std::map<std::pair<int, int>, DegreeCell>& cells) {
    const DegreeCell* best = nullptr;
    for (const auto& [key, cell] : cells) {
        const bool fuller = best == nullptr || cell.place.size() > best->place.size();
        const bool tied_at_home = best != nullptr && cell.place.size() == best->place.size() &&
                                  in_sweden(cell.place.front()) && !in_sweden(best->place.front());
        if (fuller || tied_at_home) best = &cell;
    }
    return *best;
}

}  // namespace

Bulk find_bulk(const Reading&, const RawPoints& raw, const Crs& stated) {
    Bulk bulk;
    take_sample(raw, bulk);
    if (bulk.sample.empty()) return bulk;
    find_typical(raw, bulk);
    std::map<std::pair<int, int>, DegreeCell> cells;
    std::size_t fitting = 0;
    for (const auto row : bulk.sample) {
        const Point pair = raw.point[row];
        const auto found = place_of(stated, pair);
        if (!found || !holds_place(stated, *found)) continue;
        const Point place = *found;
        ++fitting;
        auto& cell = cells[{static_cast<int>(std::floor(place.y)), static_cast<int>(std::floor(place.x / 2.0))}];
        cell.place.push_back(place);
        cell.raw.push_back(pair);
    }
    bulk.fitting_share = static_cast<double>(fitting) / static_cast<double>(bulk.sample.size());
    if (fitting == 0) return bulk;
    const auto& home = fullest(cells);
    bulk.near = median_point(home.place);
    bulk.centre = median_point(home.raw);
    return bulk;
}

}  // namespace lykta::layers
