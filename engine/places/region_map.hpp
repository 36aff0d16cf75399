// Which place a point lies in, answered in a few nanoseconds: the outlines of all places as a lattice of small cells.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"
#include "places/places.hpp"

namespace lykta::places {

/// What an incident where outlines overlap counts for: one place (street segments share incidents), or all of them
/// (polygons a user brings).
enum class Overlap { deepest, all };
/// `all` where some incident counts for two places already.
[[nodiscard]] Overlap overlap_of(std::span<const RankedPlace> places);

/// A region is a place, or a set of places that share ground. Regions 0 … n − 1 are the n places alone.
class RegionMap {
public:
    static constexpr std::uint32_t nowhere = 0xffffffffU;

    /// `cell`: lattice spacing wanted; grown where the outlines would need more than 16 million cells.
    RegionMap(std::span<const RankedPlace> places, Meters cell, Overlap overlap);

    [[nodiscard]] std::uint32_t at(Point p) const {
        const double x = (p.x - m_origin.x) * m_per_cell, y = (p.y - m_origin.y) * m_per_cell;
        if (!(x >= 0.0 && y >= 0.0 && x < m_width && y < m_height)) return nowhere;
        const auto column = static_cast<std::uint32_t>(x), row = static_cast<std::uint32_t>(y);
        const std::uint32_t tile = m_tile[(row / side) * m_tile_columns + column / side];
        return m_cell[tile * side * side + (row % side) * side + column % side];
    }
    /// May a point within `reach` of p lie in a place? Never says no wrongly for the reach given to `prepare_near`.
    [[nodiscard]] bool is_near(Point p) const;
    void prepare_near(Meters reach);

    [[nodiscard]] std::size_t regions() const { return m_places.size(); }
    [[nodiscard]] const std::vector<std::uint32_t>& places_of(std::size_t region) const { return m_places[region]; }
    /// Of each region, hectares on the lattice.
    [[nodiscard]] const std::vector<double>& area_ha() const { return m_area_ha; }
    /// visit(region, centre) for every cell in a place.
    template <class Visit>
    void each_cell(const Visit& visit) const {
        for (std::uint32_t row = 0; row < m_rows; ++row)
            for (std::uint32_t column = 0; column < m_columns; ++column) {
                const std::uint32_t tile = m_tile[(row / side) * m_tile_columns + column / side];
                if (tile == 0) {
                    column += side - 1 - column % side;
                    continue;
                }
                const auto region = m_cell[tile * side * side + (row % side) * side + column % side];
                if (region != nowhere) visit(region, centre(column, row));
            }
    }
    [[nodiscard]] double cell_ha() const;

private:
    static constexpr std::uint32_t side = 32;  ///< cells of a tile's side
    void draw(std::span<const RankedPlace> places, std::uint32_t place, Overlap overlap);
    void fill(std::span<const RankedPlace> places, std::uint32_t place, Overlap overlap, std::uint32_t column,
              std::uint32_t row);
    [[nodiscard]] std::uint32_t& cell_to_write(std::uint32_t column, std::uint32_t row);
    [[nodiscard]] std::uint32_t region_with(std::uint32_t region, std::uint32_t place);
    [[nodiscard]] Point centre(std::uint32_t column, std::uint32_t row) const;

    Point m_origin;
    double m_size = 1, m_per_cell = 1, m_width = 0, m_height = 0;
    std::uint32_t m_columns = 0, m_rows = 0, m_tile_columns = 0, m_tile_rows = 0;
    std::vector<std::uint32_t> m_tile;  ///< index of each tile's cells; 0: the empty tile
    std::vector<std::uint32_t> m_cell;
    std::vector<std::vector<std::uint32_t>> m_places;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_region_with;  ///< (region, place) → region
    std::vector<double> m_area_ha;
    std::vector<unsigned char> m_near;  ///< of each tile and a margin of one
    std::uint32_t m_margin = 0;
};

}  // namespace lykta::places
