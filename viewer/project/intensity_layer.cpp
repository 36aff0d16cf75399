// Intensity by multiples of the mean, and the significant cells of Local Gi*.
#include <cmath>

#include "outputs/hot_cells.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_map.hpp"
#include "outputs/words.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr double multiples[] = {0.5, 1, 2, 3, 5, 10};
constexpr int steps = static_cast<int>(std::size(multiples));

double mean_of(const Grid<double>& grid) {
    double sum = 0, n = 0;
    for (const double v : grid.values)
        if (std::isfinite(v)) sum += v, ++n;
    return n > 0 ? sum / n : 0;
}

std::string multiple_text(double multiple) {
    return number_text(multiple, multiple < 1 ? 1 : 0);
}

/// Two significant digits: more would claim too much.
std::string value_text(double value) {
    return number_text(value, value >= 10 ? 0 : value >= 1 ? 1 : value >= 0.1 ? 2 : 3);
}

/// "2–3 × the mean: 4.3–6.4"
std::string class_words(int i, double mean) {
    const double low = multiples[i];
    if (i + 1 == steps) return say("{} × the mean or more: from {}", multiple_text(low), value_text(low * mean));
    const double high = multiples[i + 1];
    return say("{}–{} × the mean: {}–{}", multiple_text(low), multiple_text(high), value_text(low * mean),
               value_text(high * mean));
}

/// Without a mean of the window: the values alone. "4.3–6.4"
std::string value_words(int i, double unit) {
    const double low = multiples[i] * unit;
    if (i + 1 == steps) return say("from {}", value_text(low));
    return say("{}–{}", value_text(low), value_text(multiples[i + 1] * unit));
}

using ClassWords = std::string (*)(int, double);

ColourScale scale_of(double mean, const std::vector<Rgba>& colours, ClassWords words) {
    ColourScale scale{.kind = ColourScale::Kind::classes, .unit = outputs::unit_name("incidents/ha/year")};
    for (int i = 0; i < steps; ++i) {
        scale.stops.push_back(multiples[i] * mean);
        scale.colours.push_back(with_alpha(colours[static_cast<std::size_t>(i)], 0.55 + 0.05 * i));
        scale.labels.push_back(words(i, mean));
    }
    return scale;
}

// --- Hot spots -------------------------------------------------------------------------------------------------------

constexpr const char* night_hot_colours[] = {"#6b3a63", "#b565a5", "#f2b3e4"};

std::string hot_words(int step) {
    if (step == 0) return tr("Gi* z under 3");
    return step == 1 ? tr("Gi* z 3 to 5") : tr("Gi* z 5 or more");
}

/// Cells of a row that touch become one rectangle; rectangles of a class one shape, so that no seams show.
std::vector<MultiPolygon> hot_rows(const outputs::RunResult& result, int step) {
    const GridFrame& frame = result.gi_z.frame;
    const double s = frame.cell_size.value;
    const auto is_of_step = [&](int column, int row) {
        const auto cell = result.gi_z.index(column, row);
        return outputs::is_hot(result, cell) && outputs::hot_class(result.gi_z.values[cell]) == step;
    };
    std::vector<MultiPolygon> rows;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const int first = column;
            while (column < frame.columns && is_of_step(column, row)) ++column;
            const double y = frame.origin.y + row * s;
            if (column > first)
                rows.push_back(rectangle({frame.origin.x + first * s, y, frame.origin.x + column * s, y + s}));
        }
    return rows;
}

}  // namespace

LayerPointer intensity_layer(const IntensityShown& shown) {
    const bool has_mean = shown.mean_per_ha_year > 0;
    const double mean = has_mean ? shown.mean_per_ha_year : mean_of(shown.grid);
    const auto words = has_mean ? class_words : value_words;
    if (shown.grid.values.empty() || !(mean > 0)) return nullptr;
    MapLayer layer{.id = LayerId::intensity,
                   .title = tr("Intensity"),
                   .unit = outputs::unit_name("incidents/ha/year"),
                   .note = shown.note};
    RasterValues values{
        .grid = Grid<float>(shown.grid.frame),
        .day = scale_of(mean, intensity_ramp(steps), words),
        .night =
            scale_of(mean, ramp({rgba("#2d1a33"), rgba("#7d3f78"), rgba("#c77bbb"), rgba("#ffe3f8")}, steps), words)};
    for (std::size_t i = 0; i < shown.grid.values.size(); ++i)
        values.grid.values[i] = static_cast<float>(shown.grid.values[i]);
    layer.values = std::move(values);
    return finished(std::move(layer));
}

void add_intensity(const StudyRun& run, MapLayers& into) {
    const auto& result = run.result;
    if (result.intensity.values.empty()) return;
    const auto grid = outputs::shown_intensity(result);
    const auto days = days_text(result.period), metres = number_text(result.bandwidth_m, 0);
    std::string note = result.city_rate_per_ha_year > 0
                           ? say("Recorded incidents {}, smoothed over {} m, against the mean of the window, {}.", days,
                                 metres, value_text(result.city_rate_per_ha_year))
                           : say("Recorded incidents {}, smoothed over {} m.", days, metres);
    if (auto layer = intensity_layer({grid, result.city_rate_per_ha_year, std::move(note)}))
        into[LayerId::intensity] = std::move(layer);
}

void add_hot_spots(const StudyRun& run, MapLayers& into) {
    const auto& result = run.result;
    const auto cells = result.gi_z.values.size();
    if (result.refusal || cells == 0 || result.gi_p_fdr.values.size() != cells) return;
    MapLayer layer{.id = LayerId::hot_spots,
                   .title = tr("Hot spots"),
                   .unit = tr("z of Local Gi*"),
                   .note = say("Cells of {} m with more recorded incidents within {} m than chance would give: Local "
                               "Gi*, two-sided, false discovery rate at most {}.",
                               number_text(result.gi_z.frame.cell_size.value, 0), number_text(result.gi_band_m, 0),
                               percent_text(result.fdr))};
    Detail detail = level(0, endless);
    for (int step = 0; step < 3; ++step) {
        const Rgba day = rgba(outputs::hot_colours[step]), night = rgba(night_hot_colours[step]);
        const auto group =
            add_class(layer, {hot_words(step), area_paint({with_alpha(day, 0.62), with_alpha(day, 0.95), 1.0F}),
                              area_paint({with_alpha(night, 0.55), with_alpha(night, 0.95), 1.0F})});
        if (const auto rows = hot_rows(result, step); !rows.empty())
            for (auto& polygon : union_of(rows))
                detail.areas.push_back({.shape = {std::move(polygon)}, .group = group});
    }
    layer.details.push_back(std::move(detail));
    put(std::move(layer), into);
}

}  // namespace lykta::viewer
