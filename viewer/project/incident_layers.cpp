// Recorded incidents: points and counted clusters at the internal level; at the public level squares of at least k and
// never a point.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "viewer/project/build_layers.hpp"
#include "viewer/project/clusters.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr double points_until = 2.0;  ///< metres per pixel
constexpr double cluster_pixels = 54;
constexpr int cluster_levels = 8;

/// All incidents, or those known to have happened on the days.
std::vector<std::uint32_t> chosen(const layers::IncidentLayer& incidents, const std::optional<Period>& days) {
    std::vector<std::uint32_t> indices(incidents.size());
    std::iota(indices.begin(), indices.end(), 0U);
    if (days)
        std::erase_if(indices, [&](std::uint32_t i) {
            const auto& t = incidents.time[i];
            return !t.known || !days->contains_day(t.local_day);
        });
    return indices;
}

MapLabel count_label(const Cluster& cluster) {
    return {.text = number_text(std::int64_t{cluster.count}),
            .at = cluster.at,
            .kind = LabelKind::count,
            .priority = 500.0F + 10.0F * std::log2(static_cast<float>(cluster.count))};
}

struct PointGroups {
    std::uint8_t one = 0, many = 0;
};

Detail cluster_detail(const std::vector<Cluster>& clusters, const PointGroups& groups, Detail detail) {
    std::uint32_t largest = 1;
    for (const auto& cluster : clusters) largest = std::max(largest, cluster.count);
    detail.points.reserve(clusters.size());
    for (const auto& cluster : clusters) {
        if (cluster.count == 1) {
            detail.points.push_back({.at = cluster.at, .group = groups.one, .record = cluster.first});
            continue;
        }
        detail.points.push_back(
            {.at = cluster.at, .group = groups.many, .scale = cluster_scale(cluster.count, largest)});
        detail.labels.push_back(count_label(cluster));
    }
    // The largest last, so that it lies on top where circles touch.
    std::stable_sort(detail.points.begin(), detail.points.end(),
                     [](const PointFeature& a, const PointFeature& b) { return a.scale < b.scale; });
    return detail;
}

void add_points(const StudyRun& run, const std::vector<std::uint32_t>& indices, MapLayer& layer) {
    const Rgba strong = rgba(colours::incident);
    PointGroups groups;
    groups.one = add_class(
        layer, {tr("one recorded incident"), symbol_paint({with_alpha(strong, 0.8), rgba("#ffffffd0"), 6.0F, 0.9F}),
                symbol_paint({rgba("#e39bd6e0"), rgba("#0b101ac0"), 6.0F, 0.9F})});
    groups.many = add_class(layer, {tr("several incidents, the number says how many"),
                                    symbol_paint({rgba("#f6e9f2f0"), strong, 15.0F, 1.5F}),
                                    symbol_paint({rgba("#3a1f3af0"), rgba("#e39bd6"), 15.0F, 1.5F})});
    auto clusters = on_one_spot(run.city.incidents.position, indices);
    layer.details.push_back(cluster_detail(clusters, groups, level(0, points_until)));
    double from = points_until;
    for (int i = 0; i < cluster_levels; ++i, from *= 2) {
        clusters = gathered(clusters, cluster_pixels * from * std::sqrt(2.0));
        const bool last = i + 1 == cluster_levels;
        layer.details.push_back(cluster_detail(clusters, groups, level(from, last ? endless : 2 * from)));
    }
}

/// The lattice of the public squares: twice the run's cells, on the run's own lines.
GridFrame square_frame(const StudyRun& run) {
    const double cell = 2 * (run.result.counts.frame.size() > 0 ? run.result.counts.frame.cell_size.value : 50.0);
    return frame_over(box_of(run.city.incidents.position), Meters{cell});
}

/// Steps and not counts are shown, so that no small figure can be found by taking one part of the period from another.
std::vector<std::int64_t> square_steps(std::int64_t k) {
    const auto least = std::max<std::int64_t>(k, 2);
    return {least, 2 * least, 5 * least, 10 * least};
}

std::string step_words(const std::vector<std::int64_t>& steps, std::size_t i) {
    if (i + 1 == steps.size()) return say("{} incidents or more", number_text(steps[i]));
    return say("{}–{} incidents", number_text(steps[i]), number_text(steps[i + 1] - 1));
}

void add_squares(const StudyRun& run, const std::vector<std::uint32_t>& indices, MapLayer& layer) {
    const auto steps = square_steps(run.result.privacy_k);
    const auto day = ramp({rgba("#e9d3e4"), rgba(colours::incident)}, static_cast<int>(steps.size()));
    const auto night = ramp({rgba("#4a2748"), rgba("#f0b8e4")}, static_cast<int>(steps.size()));
    for (std::size_t i = 0; i < steps.size(); ++i)
        add_class(layer, {step_words(steps, i), area_paint({with_alpha(day[i], 0.75), rgba("#ffffff90"), 0.7F}),
                          area_paint({with_alpha(night[i], 0.75), rgba("#0b101a90"), 0.7F})});
    if (indices.empty()) return;
    const GridFrame frame = square_frame(run);
    Grid<std::int64_t> counts(frame, 0);
    for (const auto i : indices)
        if (const auto cell = frame.index_at(run.city.incidents.position[i]); cell >= 0)
            ++counts.values[static_cast<std::size_t>(cell)];
    Detail detail = level(0, endless);
    const double s = frame.cell_size.value;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const auto above = std::upper_bound(steps.begin(), steps.end(), counts.at(column, row));
            if (above == steps.begin()) continue;
            const Point corner{frame.origin.x + column * s, frame.origin.y + row * s};
            detail.areas.push_back({.shape = rectangle({corner.x, corner.y, corner.x + s, corner.y + s}),
                                    .group = static_cast<std::uint8_t>(above - steps.begin() - 1)});
        }
    layer.details.push_back(std::move(detail));
}

LayerPointer made(const StudyRun& run, const std::optional<Period>& days) {
    const auto indices = chosen(run.city.incidents, days);
    MapLayer layer{.id = LayerId::incidents, .title = tr("Recorded incidents")};
    const auto period = days_text(days.value_or(run.result.period));
    if (run.result.public_level) {
        layer.unit = say("incidents per square of {} m", number_text(square_frame(run).cell_size.value, 0));
        layer.note = say("Recorded incidents {}; squares with fewer than {} are not shown.", period,
                         number_text(std::int64_t{std::max(run.result.privacy_k, 2)}));
        add_squares(run, indices, layer);
    } else {
        layer.note =
            say("{} recorded incidents {} ({}); reporting differs between areas, and a point is no more exact "
                "than its source.",
                number_text(static_cast<std::int64_t>(indices.size())), period, files_of(run.city.incidents.reports));
        add_points(run, indices, layer);
    }
    return finished(std::move(layer));
}

}  // namespace

std::string days_text(const Period& days) {
    return iso_date(days.first_day) + " – " + iso_date(days.last_day);
}

LayerPointer incident_layer(const StudyRun& run, const Period& days) {
    return made(run, days);
}

void add_incident_layers(const StudyRun& run, MapLayers& into) {
    add_intensity(run, into);
    add_hot_spots(run, into);
    if (auto layer = made(run, std::nullopt)) into[LayerId::incidents] = std::move(layer);
}

}  // namespace lykta::viewer
