// How much light the cutoff leaves out, looked at in a few hundred cells.
#include <algorithm>

#include "conditions/light_field.hpp"
#include "conditions/luminaire_light.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

constexpr int samples_a_side = 20;

/// Cells in the middle of equal pieces of a side, each once.
std::vector<int> spread(int cells) {
    std::vector<int> chosen;
    const int count = std::min(cells, samples_a_side);
    for (int k = 0; k < count; ++k)
        chosen.push_back(static_cast<int>((static_cast<std::int64_t>(2 * k + 1) * cells) / (2 * count)));
    return chosen;
}

double left_out_at(Point p, const std::vector<FieldLamp>& lamps) {
    double sum = 0.0;
    for (const FieldLamp& lamp : lamps) {
        const double dx = p.x - lamp.luminaire.position.x, dy = p.y - lamp.luminaire.position.y;
        if (dx * dx + dy * dy > lamp.reach_m * lamp.reach_m) sum += horizontal_share(lamp.luminaire, p, 0.0);
    }
    return sum;
}

}  // namespace

LightLeftOut light_left_out(const GridFrame& frame, std::span<const Luminaire> luminaires,
                            const LightOptions& options) {
    const std::vector<FieldLamp> lamps = field_lamps(luminaires, {.cutoff = options.cutoff});
    std::vector<Point> samples;
    for (const int row : spread(frame.rows))
        for (const int column : spread(frame.columns)) samples.push_back(frame.centre(column, row));
    std::vector<double> lux(samples.size());
    parallel_blocks(samples.size(), 8, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) lux[i] = left_out_at(samples[i], lamps);
    });
    LightLeftOut found{.samples = static_cast<int>(samples.size())};
    for (const double value : lux) {
        found.mean.value += value / static_cast<double>(lux.size());
        found.largest.value = std::max(found.largest.value, value);
    }
    return found;
}

}  // namespace lykta::conditions
