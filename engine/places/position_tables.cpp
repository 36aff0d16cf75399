#include "places/position_tables.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace lykta::places {

namespace {

constexpr double background_side_m = 500.0, least_background_share = 0.05;
constexpr std::size_t stencil_points = 64;
constexpr double neighbourhood_m = 160.0;  ///< incidents are taken square by square of this side

/// Regions found at one site, few at a time.
class Found {
public:
    void add(std::uint32_t region) {
        if (m_last < m_entries.size() && m_entries[m_last].region == region) {
            m_entries[m_last].points += 1.0F;
            return;
        }
        for (m_last = 0; m_last < m_entries.size(); ++m_last)
            if (m_entries[m_last].region == region) {
                m_entries[m_last].points += 1.0F;
                return;
            }
        m_entries.push_back({region, 1.0F});
    }
    void move_to(PositionTables& tables) {
        tables.entry.insert(tables.entry.end(), m_entries.begin(), m_entries.end());
        tables.start.push_back(static_cast<std::uint32_t>(tables.entry.size()));
        m_entries.clear();
        m_last = 0;
    }

private:
    std::vector<PositionTables::Entry> m_entries;
    std::size_t m_last = 0;
};

}  // namespace

std::uint32_t Background::at(Point p) const {
    const auto cell = [](double offset, double size, std::uint32_t count) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(offset / size), 0.0, static_cast<double>(count - 1)));
    };
    return first_region + cell(p.y - origin.y, height_m, rows) * columns + cell(p.x - origin.x, width_m, columns);
}

Background background_of(std::span<const Point> incidents, const RegionMap& map) {
    Box extent = box_of(incidents);
    if (extent.empty()) extent = {0, 0, 1, 1};
    Background b{.origin = {extent.min_x, extent.min_y}, .first_region = static_cast<std::uint32_t>(map.regions())};
    const auto squares = [](double length) {
        return static_cast<std::uint32_t>(std::clamp(std::round(length / background_side_m), 1.0, 2000.0));
    };
    b.columns = squares(extent.width()), b.rows = squares(extent.height());
    b.width_m = std::max(1.0, extent.width()) / b.columns, b.height_m = std::max(1.0, extent.height()) / b.rows;
    const double whole_ha = b.width_m * b.height_m / square_metres_per_hectare;
    b.area_ha.assign(std::size_t{b.columns} * b.rows, whole_ha);
    map.each_cell([&](std::uint32_t, Point centre) {
        if (extent.contains(centre)) b.area_ha[b.at(centre) - b.first_region] -= map.cell_ha();
    });
    for (auto& a : b.area_ha) a = std::max(a, least_background_share * whole_ha);
    return b;
}

double error_of(const layers::IncidentLayer& incidents, std::size_t i) {
    if (i >= incidents.source.size() || incidents.source[i] >= incidents.position_error_m.size()) return 0.0;
    return std::max(0.0, incidents.position_error_m[incidents.source[i]]);
}

double sigma_of(double median_m) {
    return median_m / std::sqrt(2.0 * std::numbers::ln2);
}

Sites sites_of(const layers::IncidentLayer& incidents, const RegionMap& map, const Background& background) {
    Sites sites;
    sites.far_in_background.assign(background.area_ha.size(), 0.0);
    using Key = std::tuple<double, double, double, double, double, std::uint32_t>;
    std::vector<Key> keys;
    for (std::uint32_t i = 0; i < incidents.size(); ++i) {
        const Point p = incidents.position[i];
        if (!map.is_near(p)) {
            sites.far_in_background[background.at(p) - background.first_region] += 1.0;
            continue;
        }
        keys.emplace_back(std::floor(p.y / neighbourhood_m), std::floor(p.x / neighbourhood_m), p.y, p.x,
                          sigma_of(error_of(incidents, i)), i);
    }
    std::sort(keys.begin(), keys.end());
    for (const auto& [row, column, y, x, sigma, i] : keys) {
        const bool same =
            !sites.site.empty() && sites.site.back().at == Point{x, y} && sites.site.back().sigma_m == sigma;
        if (!same)
            sites.site.push_back({.at = {x, y},
                                  .sigma_m = sigma,
                                  .first = static_cast<std::uint32_t>(sites.incident.size()),
                                  .background = background.at({x, y})});
        sites.incident.push_back(i);
        ++sites.site.back().count;
    }
    return sites;
}

std::vector<Point> error_stencil(double turn) {
    // Rings of equal probability (Rayleigh quantiles), each point a golden angle on from the last: no direction is
    // favoured (Vogel 1979, Mathematical Biosciences 44:179–189).
    constexpr double golden = 2.399963229728653;
    std::vector<Point> points;
    for (std::size_t k = 0; k < stencil_points; ++k) {
        const double below = (static_cast<double>(k) + 0.5) / static_cast<double>(stencil_points);
        const double radius = std::sqrt(-2.0 * std::log(1.0 - below)), angle = turn + golden * static_cast<double>(k);
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    // Row by row, so that one point's region is mostly the last one's.
    std::sort(points.begin(), points.end(), [](Point a, Point b) {
        const double row_a = std::floor(2 * a.y), row_b = std::floor(2 * b.y);
        return row_a != row_b ? row_a < row_b : a < b;
    });
    return points;
}

double stencil_reach() {
    return std::sqrt(2.0 * std::log(2.0 * static_cast<double>(stencil_points)));
}

PositionTables position_tables(const Sites& sites, const RegionMap& map, Point shift, std::span<const Point> stencil) {
    PositionTables tables;
    tables.start.reserve(sites.site.size() + 1);
    tables.start.push_back(0);
    Found found;
    for (const auto& site : sites.site) {
        // The error is as likely one way as the other, so the true position lies where the stencil around the recorded
        // one does; a shifted outline holds it where the unshifted one holds it shifted back.
        const Point from{site.at.x - shift.x, site.at.y - shift.y};
        const std::size_t points = site.sigma_m > 0 ? stencil.size() : 1;
        for (std::size_t k = 0; k < points; ++k) {
            const auto region = map.at({from.x + site.sigma_m * stencil[k].x, from.y + site.sigma_m * stencil[k].y});
            found.add(region == RegionMap::nowhere ? site.background : region);
        }
        found.move_to(tables);
    }
    return tables;
}

}  // namespace lykta::places
