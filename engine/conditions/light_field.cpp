// Light at many points: each luminaire counts only within its reach.
#include "conditions/light_field.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "conditions/light_reach.hpp"
#include "conditions/light_table_row.hpp"
#include "conditions/luminaire_light.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::conditions {

namespace {

using statistics::PointBuckets;

/// Lamps that give light, sorted into buckets of the longest reach.
struct LitLamps {
    std::vector<FieldLamp> lamps;
    std::vector<Point> positions;
    double longest = 1.0;
};

LitLamps lit_lamps(std::span<const Luminaire> luminaires, const LightOptions& options) {
    LitLamps lit;
    Reaches reaches;
    for (const Luminaire& luminaire : luminaires) {
        FieldLamp lamp{luminaire, luminaire.lit ? reaches.of(luminaire, options.cutoff) : 0.0, {}};
        if (!(lamp.reach_m > 0.0)) continue;
        lit.positions.push_back(luminaire.position);
        lit.longest = std::max(lit.longest, lamp.reach_m);
        lit.lamps.push_back(std::move(lamp));
    }
    return lit;
}

double light_at(Point p, const LitLamps& lit, const PointBuckets& buckets, const Obstacles* obstacles) {
    double sum = 0.0;
    buckets.near(p, lit.longest, [&](std::uint32_t i) {
        const FieldLamp& lamp = lit.lamps[i];
        const double dx = p.x - lit.positions[i].x, dy = p.y - lit.positions[i].y;
        if (!(dx * dx + dy * dy <= lamp.reach_m * lamp.reach_m)) return;
        const double share = horizontal_share(lamp.luminaire, p, 0.0);
        sum += obstacles == nullptr
                   ? share
                   : share * obstacles->transmittance({p, 0.0}, {lit.positions[i], lamp.luminaire.height.value});
    });
    return sum;
}

/// Adds K / (x² + y² + h²)² along a row; the terms in horizontal_share's order, so that bits agree.
struct LambertianRow {
    double strength, y_squared, up_squared;
    [[nodiscard]] double at(double x) const {
        const double squared = x * x + y_squared + up_squared;
        return strength / (squared * squared);
    }
};

FieldLamp ready(const Luminaire& luminaire, const LightOptions& options, Reaches& reaches) {
    FieldLamp lamp{luminaire, luminaire.lit ? reaches.of(luminaire, options.cutoff) : 0.0, {}};
    if (lamp.reach_m > 0.0 && options.obstacles != nullptr) lamp.held = options.obstacles->holding(luminaire.position);
    return lamp;
}

/// A column within a range.
int clamped(double column, const CellRange& cells) {
    return static_cast<int>(std::clamp(column, cells.first_column + 0.0, cells.end_column + 0.0));
}

/// One lamp along one row of cells.
class RowLight {
public:
    RowLight(const Luminaire& lamp, const GridFrame& frame, int row) : m_lamp(lamp), m_frame(frame), m_row(row) {
        const double up = lamp.height.value, y = frame.centre(0, row).y - lamp.position.y;
        m_plain = {lamp.flux.value * lamp.maintenance_factor * std::numbers::inv_pi * up * up, y * y, up * up};
    }
    /// Cells first … end - 1, each multiplied by its share where shares are given.
    void add(double* cells, int first, int end, const double* share) const {
        if (m_lamp.table != nullptr || m_lamp.tilt.value != 0.0) return add_any(cells, first, end, share);
        const double x0 = m_frame.origin.x, cell = m_frame.cell_size.value, lamp_x = m_lamp.position.x;
        const LambertianRow light = m_plain;
        const auto x = [&](int column) { return x0 + (column + 0.5) * cell - lamp_x; };
        if (share == nullptr) {
            for (int c = first; c < end; ++c) cells[c] += light.at(x(c));
        } else {
            for (int c = first; c < end; ++c) cells[c] += light.at(x(c)) * share[c - first];
        }
    }

private:
    void add_any(double* cells, int first, int end, const double* share) const {
        if (m_lamp.tilt.value == 0.0) return add_table(cells, first, end, share);
        for (int c = first; c < end; ++c) {
            const double through = share == nullptr ? 1.0 : share[c - first];
            if (through > 0.0) cells[c] += horizontal_share(m_lamp, m_frame.centre(c, m_row), 0.0) * through;
        }
    }
    void add_table(double* cells, int first, int end, const double* share) const {
        constexpr int at_once = 64;
        std::array<double, at_once> dx{}, lux{};
        const double dy = m_frame.centre(0, m_row).y - m_lamp.position.y;
        for (int from = first; from < end; from += at_once) {
            const int count = std::min(at_once, end - from);
            for (int k = 0; k < count; ++k)
                dx[static_cast<std::size_t>(k)] = m_frame.centre(from + k, m_row).x - m_lamp.position.x;
            const auto many = static_cast<std::size_t>(count);
            table_row(m_lamp, dy, std::span(dx).first(many), std::span(lux).first(many));
            for (int k = 0; k < count; ++k)
                cells[from + k] +=
                    lux[static_cast<std::size_t>(k)] * (share == nullptr ? 1.0 : share[from + k - first]);
        }
    }
    const Luminaire& m_lamp;
    const GridFrame& m_frame;
    int m_row;
    LambertianRow m_plain{};
};

/// Lamps of each block of rows, ascending: the order of every sum.
std::vector<std::vector<std::uint32_t>> lamps_of_blocks(const std::vector<FieldLamp>& lamps, const GridFrame& frame,
                                                        int rows_a_block) {
    std::vector<std::vector<std::uint32_t>> of_block(
        static_cast<std::size_t>((frame.rows + rows_a_block - 1) / rows_a_block));
    for (std::uint32_t i = 0; i < lamps.size(); ++i) {
        const CellRange lit = cells_lit_by(lamps[i], frame);
        if (lit.empty()) continue;
        for (int b = lit.first_row / rows_a_block; b <= (lit.end_row - 1) / rows_a_block; ++b)
            of_block[static_cast<std::size_t>(b)].push_back(i);
    }
    return of_block;
}

/// Cells of whole rows that lie indoors become NaN.
void no_data_indoors(const std::vector<char>& indoors, const CellRange& rows, Grid<double>& lux) {
    if (indoors.empty()) return;
    const auto columns = static_cast<std::size_t>(lux.frame.columns);
    const std::size_t first = static_cast<std::size_t>(rows.first_row) * columns,
                      end = static_cast<std::size_t>(rows.end_row) * columns;
    for (std::size_t k = first; k < end; ++k)
        if (indoors[k] != 0) lux.values[k] = std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

void require_cutoff(const LightOptions& options) {
    if (options.cutoff.value > 0.0) return;
    throw Error(ErrorCode::bad_option, say("light cutoff {} lx: it must be greater than 0", options.cutoff.value));
}

FieldLamp field_lamp(const Luminaire& luminaire, const LightOptions& options) {
    require_cutoff(options);
    Reaches reaches;
    return ready(luminaire, options, reaches);
}

std::vector<FieldLamp> field_lamps(std::span<const Luminaire> luminaires, const LightOptions& options) {
    require_cutoff(options);
    std::vector<FieldLamp> lamps(luminaires.size());
    parallel_blocks(lamps.size(), 2048, [&](std::size_t first, std::size_t last) {
        Reaches reaches;
        for (std::size_t i = first; i < last; ++i) lamps[i] = ready(luminaires[i], options, reaches);
    });
    return lamps;
}

CellRange cells_lit_by(const FieldLamp& lamp, const GridFrame& frame) {
    if (!(lamp.reach_m > 0.0)) return {};
    const Point p = lamp.luminaire.position;
    return cells_within(frame, {p.x - lamp.reach_m, p.y - lamp.reach_m, p.x + lamp.reach_m, p.y + lamp.reach_m});
}

void add_lamp(const FieldLamp& lamp, const CellRange& cells, LampShadows* shadows, Grid<double>& lux) {
    const GridFrame& frame = lux.frame;
    const CellRange lit = common(cells, cells_lit_by(lamp, frame));
    if (lit.empty()) return;
    if (shadows != nullptr) shadows->cast(lamp.luminaire, lamp.reach_m, lamp.held, lit);
    const Point p = lamp.luminaire.position;
    const double cell = frame.cell_size.value, zero = frame.centre(0, 0).x;
    for (int row = lit.first_row; row < lit.end_row; ++row) {
        const double y = frame.centre(0, row).y - p.y;
        const double half = std::sqrt(std::max(lamp.reach_m * lamp.reach_m - y * y, 0.0));
        const int first = clamped(std::ceil((p.x - half - zero) / cell), lit),
                  end = clamped(std::floor((p.x + half - zero) / cell) + 1.0, lit);
        double* line = lux.values.data() + lux.index(0, row);
        const RowLight light(lamp.luminaire, frame, row);
        if (shadows == nullptr) {
            light.add(line, first, end, nullptr);
            continue;
        }
        const auto shaded = shadows->row(row);
        const int from = std::clamp(shaded.first, first, std::max(first, end)),
                  to = std::clamp(shaded.end, from, std::max(from, end));
        light.add(line, first, from, nullptr);
        if (from < to) light.add(line, from, to, shaded.share.data() + (from - shaded.first));
        light.add(line, to, end, nullptr);
    }
}

std::vector<double> illuminance_at(std::span<const Point> points, std::span<const Luminaire> luminaires,
                                   const LightOptions& options) {
    require_cutoff(options);
    const LitLamps lit = lit_lamps(luminaires, options);
    const PointBuckets buckets(lit.positions, lit.longest);
    std::vector<double> lux(points.size(), 0.0);
    parallel_blocks(points.size(), 256, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) lux[i] = light_at(points[i], lit, buckets, options.obstacles);
    });
    return lux;
}

Grid<double> illuminance_grid(const GridFrame& frame, std::span<const Luminaire> luminaires,
                              const LightOptions& options) {
    const std::vector<FieldLamp> lamps = field_lamps(luminaires, options);
    Grid<double> out(frame);
    if (frame.columns == 0 || frame.rows == 0) return out;
    constexpr int rows_a_block = 64;
    const auto of_block = lamps_of_blocks(lamps, frame, rows_a_block);
    const auto indoors = options.obstacles == nullptr ? std::vector<char>{} : cells_indoors(frame, *options.obstacles);
    parallel_blocks(of_block.size(), 1, [&](std::size_t first, std::size_t last) {
        std::optional<LampShadows> shadows;
        if (options.obstacles != nullptr) shadows.emplace(out.frame, *options.obstacles);
        for (std::size_t b = first; b < last; ++b) {
            const int row = static_cast<int>(b) * rows_a_block;
            const CellRange cells{0, frame.columns, row, std::min(frame.rows, row + rows_a_block)};
            for (const std::uint32_t i : of_block[b]) add_lamp(lamps[i], cells, shadows ? &*shadows : nullptr, out);
            no_data_indoors(indoors, cells, out);
        }
    });
    return out;
}

}  // namespace lykta::conditions
