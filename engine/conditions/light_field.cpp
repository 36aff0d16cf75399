// Light at many points: each luminaire counts only within its reach.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "conditions/luminaire_light.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::conditions {

namespace {

using statistics::PointBuckets;

double strongest(const Luminaire& lamp) {
    double cd_per_klm = lamp.table->at(0.0, 0.0);
    for (const auto& row : lamp.table->cd_per_klm) {
        for (const double value : row) cd_per_klm = std::max(cd_per_klm, value);
    }
    return cd_per_klm * lamp.flux.value * lamp.maintenance_factor / 1000.0;
}

/// Lit luminaires with their reach, sorted into buckets of the longest one.
struct LampField {
    std::vector<Luminaire> lamps;
    std::vector<double> reach;
    double longest = 1.0;
    std::vector<Point> positions;
};

LampField field_of(std::span<const Luminaire> luminaires, const LightOptions& options) {
    if (!(options.cutoff.value > 0.0)) {
        throw Error(ErrorCode::bad_option, say("light cutoff {} lx: it must be greater than 0", options.cutoff.value));
    }
    LampField field;
    for (const Luminaire& lamp : luminaires) {
        const double reach = lamp.lit ? reach_of(lamp, options.cutoff) : 0.0;
        if (!(reach > 0.0)) continue;
        field.lamps.push_back(lamp);
        field.reach.push_back(reach);
        field.positions.push_back(lamp.position);
        field.longest = std::max(field.longest, reach);
    }
    return field;
}

double light_at(Point p, const LampField& field, const PointBuckets& buckets) {
    double sum = 0.0;
    buckets.near(p, field.longest, [&](std::uint32_t i) {
        const double dx = p.x - field.positions[i].x, dy = p.y - field.positions[i].y;
        if (dx * dx + dy * dy <= field.reach[i] * field.reach[i]) sum += horizontal_share(field.lamps[i], p, 0.0);
    });
    return sum;
}

/// Adds one luminaire to the cells of rows first … last - 1 within its reach.
void light_rows(const Luminaire& lamp, double reach, int first, int last, Grid<double>& out) {
    const GridFrame& frame = out.frame;
    const double cell = frame.cell_size.value;
    const Point zero = frame.centre(0, 0);
    const auto low = [&](double from, double limit) { return std::max(std::ceil(from / cell), limit); };
    const auto high = [&](double to, double limit) { return std::min(std::floor(to / cell), limit); };
    const double row_low = low(lamp.position.y - reach - zero.y, first),
                 row_high = high(lamp.position.y + reach - zero.y, last - 1.0);
    if (!(row_low <= row_high)) return;
    for (auto row = static_cast<int>(row_low); row <= static_cast<int>(row_high); ++row) {
        const double dy = frame.centre(0, row).y - lamp.position.y;
        const double half = std::sqrt(std::max(reach * reach - dy * dy, 0.0));
        const double from = low(lamp.position.x - half - zero.x, 0.0),
                     to = high(lamp.position.x + half - zero.x, frame.columns - 1.0);
        if (!(from <= to)) continue;
        for (auto c = static_cast<int>(from); c <= static_cast<int>(to); ++c) {
            out.at(c, row) += horizontal_share(lamp, frame.centre(c, row), 0.0);
        }
    }
}

}  // namespace

double reach_of(const Luminaire& lamp, Lux cutoff) {
    const double up = lamp.height.value;
    if (!(up > 0.0)) return 0.0;
    // On the ground E ≤ I_max · h / r³; a Lambertian has E = Φ/π · h² / r⁴ exactly.
    const double flux = lamp.flux.value * lamp.maintenance_factor;
    const double squared = lamp.table == nullptr ? std::sqrt(flux * std::numbers::inv_pi * up * up / cutoff.value)
                                                 : std::cbrt(std::pow(strongest(lamp) * up / cutoff.value, 2.0));
    return std::sqrt(std::max(squared - up * up, 0.0));
}

std::vector<double> illuminance_at(std::span<const Point> points, std::span<const Luminaire> luminaires,
                                   const LightOptions& options) {
    const LampField field = field_of(luminaires, options);
    const PointBuckets buckets(field.positions, field.longest);
    std::vector<double> lux(points.size(), 0.0);
    parallel_blocks(points.size(), 1024, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) lux[i] = light_at(points[i], field, buckets);
    });
    return lux;
}

Grid<double> illuminance_grid(const GridFrame& frame, std::span<const Luminaire> luminaires,
                              const LightOptions& options) {
    const LampField field = field_of(luminaires, options);
    const PointBuckets buckets(field.positions, field.longest);
    Grid<double> out(frame);
    if (field.lamps.empty() || frame.columns == 0) return out;
    parallel_blocks(static_cast<std::size_t>(frame.rows), 32, [&](std::size_t first, std::size_t last) {
        const double south = frame.centre(0, static_cast<int>(first)).y - field.longest;
        const double north = frame.centre(0, static_cast<int>(last) - 1).y + field.longest;
        const auto [from, to] = buckets.positions_of_rows(buckets.row_of(south), buckets.row_of(north));
        for (std::size_t k = from; k < to; ++k) {
            const std::uint32_t i = buckets.order()[k];
            light_rows(field.lamps[i], field.reach[i], static_cast<int>(first), static_cast<int>(last), out);
        }
    });
    return out;
}

}  // namespace lykta::conditions
