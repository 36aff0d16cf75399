// Drawing outlines on the lattice: rows of cell centres between crossings of the rings.
#include "places/region_map.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace lykta::places {

namespace {

constexpr double most_cells = 16e6, most_tiles = 4e6;

double depth_in(const MultiPolygon& shape, Point p) {
    double least = 1e300;
    for (const auto& part : shape) {
        least = std::min(least, nearest_on(part.outer, p).distance);
        for (const auto& hole : part.holes) least = std::min(least, nearest_on(hole, p).distance);
    }
    return least;
}

void add_crossings(const Ring& ring, double y, std::vector<double>& crossings) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if ((a.y <= y) == (b.y <= y)) continue;
        crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
}

/// Where a line of this y is inside the shape: pairs of x.
std::vector<double> crossings_at(const MultiPolygon& shape, double y) {
    std::vector<double> crossings;
    for (const auto& part : shape) {
        add_crossings(part.outer, y, crossings);
        for (const auto& hole : part.holes) add_crossings(hole, y, crossings);
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

}  // namespace

Overlap overlap_of(std::span<const RankedPlace> places) {
    std::set<std::uint32_t> seen;
    for (const auto& p : places)
        for (const auto i : p.facts.incident_index)
            if (!seen.insert(i).second) return Overlap::all;
    return Overlap::deepest;
}

RegionMap::RegionMap(std::span<const RankedPlace> places, Meters cell, Overlap overlap) {
    Box extent;
    double boxes_m2 = 0;
    for (const auto& p : places) {
        const Box box = box_of(p.place.shape);
        if (box.empty()) continue;
        extent.grow({box.min_x, box.min_y});
        extent.grow({box.max_x, box.max_y});
        boxes_m2 += box.width() * box.height();
    }
    if (extent.empty()) extent = {0, 0, 1, 1};
    m_size = std::max({cell.value, std::sqrt(boxes_m2 / most_cells),
                       std::sqrt((extent.width() + 1) * (extent.height() + 1) / most_tiles) / side});
    m_origin = {extent.min_x, extent.min_y};
    m_per_cell = 1.0 / m_size;
    m_columns = static_cast<std::uint32_t>(extent.width() * m_per_cell) + 1;
    m_rows = static_cast<std::uint32_t>(extent.height() * m_per_cell) + 1;
    m_width = m_columns, m_height = m_rows;
    m_tile_columns = (m_columns + side - 1) / side, m_tile_rows = (m_rows + side - 1) / side;
    m_tile.assign(std::size_t{m_tile_columns} * m_tile_rows, 0);
    m_cell.assign(std::size_t{side} * side, nowhere);
    for (std::uint32_t p = 0; p < places.size(); ++p) m_places.push_back({p});
    for (std::uint32_t p = 0; p < places.size(); ++p) draw(places, p, overlap);
    m_area_ha.assign(m_places.size(), 0.0);
    each_cell([&](std::uint32_t region, Point) { m_area_ha[region] += cell_ha(); });
}

double RegionMap::cell_ha() const {
    return m_size * m_size / square_metres_per_hectare;
}

Point RegionMap::centre(std::uint32_t column, std::uint32_t row) const {
    return {m_origin.x + (column + 0.5) * m_size, m_origin.y + (row + 0.5) * m_size};
}

void RegionMap::draw(std::span<const RankedPlace> places, std::uint32_t place, Overlap overlap) {
    const auto& shape = places[place].place.shape;
    const Box box = box_of(shape);
    if (box.empty()) return;
    const auto first_of = [&](double from, double origin) {  // first cell whose centre is not before `from`
        return static_cast<std::uint32_t>(std::max(0.0, std::ceil((from - origin) * m_per_cell - 0.5)));
    };
    for (auto row = first_of(box.min_y, m_origin.y); row < m_rows && centre(0, row).y <= box.max_y; ++row) {
        const auto crossings = crossings_at(shape, centre(0, row).y);
        for (std::size_t k = 0; k + 1 < crossings.size(); k += 2)
            for (auto column = first_of(crossings[k], m_origin.x);
                 column < m_columns && centre(column, row).x < crossings[k + 1]; ++column)
                fill(places, place, overlap, column, row);
    }
}

std::uint32_t& RegionMap::cell_to_write(std::uint32_t column, std::uint32_t row) {
    std::uint32_t& tile = m_tile[(row / side) * m_tile_columns + column / side];
    if (tile == 0) {
        tile = static_cast<std::uint32_t>(m_cell.size() / (side * side));
        m_cell.resize(m_cell.size() + std::size_t{side} * side, nowhere);
    }
    return m_cell[tile * side * side + (row % side) * side + column % side];
}

void RegionMap::fill(std::span<const RankedPlace> places, std::uint32_t place, Overlap overlap, std::uint32_t column,
                     std::uint32_t row) {
    std::uint32_t& cell = cell_to_write(column, row);
    if (cell == nowhere) {
        cell = place;
    } else if (overlap == Overlap::all) {
        cell = region_with(cell, place);
    } else {
        const Point p = centre(column, row);
        if (depth_in(places[place].place.shape, p) > depth_in(places[cell].place.shape, p)) cell = place;
    }
}

std::uint32_t RegionMap::region_with(std::uint32_t region, std::uint32_t place) {
    const auto& here = m_places[region];
    if (std::find(here.begin(), here.end(), place) != here.end()) return region;
    const auto next = static_cast<std::uint32_t>(m_places.size());
    const auto [at, is_new] = m_region_with.try_emplace({region, place}, next);
    if (is_new) {
        auto both = here;  // places are drawn in order, so each set is reached one way
        both.push_back(place);
        m_places.push_back(std::move(both));
    }
    return at->second;
}

void RegionMap::prepare_near(Meters reach) {
    m_margin = static_cast<std::uint32_t>(std::ceil(reach.value * m_per_cell / side)) + 1;
    const std::uint32_t columns = m_tile_columns + 2 * m_margin, rows = m_tile_rows + 2 * m_margin;
    m_near.assign(std::size_t{columns} * rows, 0);
    for (std::uint32_t row = 0; row < m_tile_rows; ++row)
        for (std::uint32_t column = 0; column < m_tile_columns; ++column) {
            if (m_tile[row * m_tile_columns + column] == 0) continue;
            for (std::uint32_t r = row; r <= row + 2 * m_margin; ++r)
                for (std::uint32_t c = column; c <= column + 2 * m_margin; ++c) m_near[r * columns + c] = 1;
        }
}

bool RegionMap::is_near(Point p) const {
    const double x = std::floor((p.x - m_origin.x) * m_per_cell / side) + m_margin;
    const double y = std::floor((p.y - m_origin.y) * m_per_cell / side) + m_margin;
    const std::uint32_t columns = m_tile_columns + 2 * m_margin, rows = m_tile_rows + 2 * m_margin;
    if (!(x >= 0 && y >= 0 && x < columns && y < rows)) return false;
    return m_near[static_cast<std::uint32_t>(y) * columns + static_cast<std::uint32_t>(x)] != 0;
}

}  // namespace lykta::places
