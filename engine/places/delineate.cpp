#include "places/delineate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

namespace lykta::places {

namespace {

enum class CellState : unsigned char { cold, hot, taken };

/// The grids of one delineation and which of their cells are still free.
struct Field {
    const Grid<double>& intensity;
    const statistics::GiStarGrid& gi;
    const Grid<double>& counts;
    const DelineateOptions& options;
    std::vector<CellState> state;

    [[nodiscard]] const GridFrame& frame() const { return intensity.frame; }
    [[nodiscard]] Point centre(std::size_t cell) const {
        const auto columns = static_cast<std::size_t>(frame().columns);
        return frame().centre(static_cast<int>(cell % columns), static_cast<int>(cell / columns));
    }
};

std::vector<CellState> hot_cells(const statistics::GiStarGrid& gi, double fdr) {
    std::vector<CellState> state(gi.z.values.size(), CellState::cold);
    for (std::size_t i = 0; i < state.size(); ++i)
        if (gi.z.values[i] > 0 && gi.p_fdr.values[i] <= fdr) state[i] = CellState::hot;
    return state;
}

std::vector<std::size_t> peaks_first(const Field& field) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < field.state.size(); ++i)
        if (field.state[i] == CellState::hot && std::isfinite(field.intensity.values[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return field.intensity.values[a] > field.intensity.values[b];
    });
    return order;
}

/// Calls visit(cell) for the up to eight neighbours of a cell.
template <class Visit>
void for_neighbours(const GridFrame& frame, std::size_t cell, Visit visit) {
    const int columns = frame.columns, column = static_cast<int>(cell) % columns,
              row = static_cast<int>(cell) / columns;
    for (int r = std::max(0, row - 1); r <= std::min(frame.rows - 1, row + 1); ++r)
        for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c)
            if (r != row || c != column)
                visit(static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c));
}

/// Is no cell within the radius higher? The slope of a neighbouring peak is not a place of its own.
bool is_peak(const Field& field, std::size_t cell) {
    const auto& frame = field.frame();
    const int reach = static_cast<int>(field.options.radius.value / frame.cell_size.value);
    const int column = static_cast<int>(cell) % frame.columns, row = static_cast<int>(cell) / frame.columns;
    for (int r = std::max(0, row - reach); r <= std::min(frame.rows - 1, row + reach); ++r)
        for (int c = std::max(0, column - reach); c <= std::min(frame.columns - 1, column + reach); ++c) {
            if (distance(frame.centre(c, r), frame.centre(column, row)) > field.options.radius.value) continue;
            if (field.intensity.at(c, r) > field.intensity.values[cell]) return false;
        }
    return true;
}

/// Hot free cells connected to the peak within the radius and bright enough; marks them and the halo as taken.
std::vector<std::size_t> grow_from(Field& field, std::size_t peak) {
    const double radius = field.options.radius.value,
                 limit = field.intensity.values[peak] * field.options.share_of_peak;
    const Point middle = field.centre(peak);
    std::vector<std::size_t> cells;
    std::queue<std::pair<std::size_t, bool>> open;  // a cell, and whether it is part of the place (not halo)
    open.emplace(peak, true);
    field.state[peak] = CellState::taken;
    while (!open.empty()) {
        const auto [cell, inside] = open.front();
        open.pop();
        if (inside) cells.push_back(cell);
        for_neighbours(field.frame(), cell, [&](std::size_t next) {
            if (field.state[next] != CellState::hot || distance(field.centre(next), middle) > radius) return;
            field.state[next] = CellState::taken;
            open.emplace(next, inside && field.intensity.values[next] >= limit);
        });
    }
    std::sort(cells.begin(), cells.end());
    return cells;
}

MultiPolygon square(Point centre, double half) {
    Polygon cell;
    cell.outer = {{centre.x - half, centre.y - half},
                  {centre.x + half, centre.y - half},
                  {centre.x + half, centre.y + half},
                  {centre.x - half, centre.y + half},
                  {centre.x - half, centre.y - half}};
    return {cell};
}

Place place_of(const Field& field, const std::vector<std::size_t>& cells) {
    const double half = field.frame().cell_size.value / 2;
    std::vector<MultiPolygon> squares;
    Place place;
    double weight = 0;
    for (const auto cell : cells) {
        const Point c = field.centre(cell);
        squares.push_back(square(c, half));
        const double n = field.counts.values[cell];
        place.centre = {place.centre.x + n * c.x, place.centre.y + n * c.y};
        weight += n;
        const double z = field.gi.z.values[cell];
        if (!place.gi_z || z > *place.gi_z) place.gi_z = z, place.gi_p_fdr = field.gi.p_fdr.values[cell];
    }
    place.shape = union_of(squares);
    place.centre = weight > 0 ? Point{place.centre.x / weight, place.centre.y / weight} : field.centre(cells.front());
    place.area_ha = area(place.shape) / square_metres_per_hectare;
    return place;
}

double incidents_in(const Grid<double>& counts, const std::vector<std::size_t>& cells) {
    return std::accumulate(cells.begin(), cells.end(), 0.0,
                           [&](double sum, std::size_t c) { return sum + counts.values[c]; });
}

}  // namespace

std::vector<Place> hot_spot_places(const Grid<double>& intensity, const statistics::GiStarGrid& gi,
                                   const Grid<double>& counts, const DelineateOptions& options) {
    Field field{intensity, gi, counts, options, hot_cells(gi, options.fdr)};
    std::vector<Place> places;
    for (const auto peak : peaks_first(field)) {
        if (field.state[peak] != CellState::hot || !is_peak(field, peak)) continue;
        const auto cells = grow_from(field, peak);
        if (incidents_in(counts, cells) < options.minimum_incidents) continue;
        places.push_back(place_of(field, cells));
        places.back().id = fmt::format("P{:03}", places.size());
    }
    return places;
}

std::vector<Place> segment_places(const layers::StreetLayer& streets, Meters near) {
    std::vector<Place> places;
    for (const auto& street : streets.streets) {
        Place place;
        place.id = street.id.empty() ? fmt::format("S{:05}", places.size() + 1) : street.id;
        place.name = street.name;
        place.shape = buffer_of(MultiLine{{street.line}}, near.value, 4);
        if (place.shape.empty()) continue;
        place.centre = centroid(place.shape);
        place.area_ha = area(place.shape) / square_metres_per_hectare;
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<Place> polygon_places(const layers::AreaLayer& areas) {
    std::vector<Place> places;
    for (const auto& a : areas.areas) {
        Place place;
        place.id = a.id.empty() ? fmt::format("A{:03}", places.size() + 1) : a.id;
        place.name = a.name.empty() ? place.id : a.name;
        place.shape = a.shape;
        place.centre = centroid(a.shape);
        place.area_ha = area(a.shape) / square_metres_per_hectare;
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace lykta::places
