// What is seen from a clicked point: its outline, the sight lines that end at something, and what they end at.
#include <array>
#include <cmath>
#include <numbers>

#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_parts.hpp"
#include "viewer/project/seen_area.hpp"

namespace lykta::viewer {
namespace {

using conditions::HiddenBy;

constexpr int ray_step = 4;  ///< of the rays inside a run that ends at one obstacle, every so many is drawn

struct SeenGroups {
    std::uint8_t seen = 0, at_building = 0, at_plant = 0, wall = 0, leaves = 0, from = 0;
};

SeenGroups add_seen_classes(MapLayer& layer) {
    SeenGroups groups;
    groups.seen = add_class(layer, {tr("seen from here"), area_paint({rgba("#2f9fd022"), rgba("#1f7fb0c0"), 1.2F}),
                                    area_paint({rgba("#7fd0ff22"), rgba("#7fd0ffc0"), 1.2F})});
    const auto ray = [&](const char* day, const char* night) {
        return std::pair{line_paint({.colour = rgba(day), .width = 0.8F}),
                         line_paint({.colour = rgba(night), .width = 0.8F})};
    };
    const auto [building_day, building_night] = ray("#5b636e90", "#aab4c490");
    const auto [plant_day, plant_night] = ray("#1b7837a0", "#7fd79aa0");
    groups.at_building = add_class(layer, {tr("sight line that ends at a building"), building_day, building_night});
    groups.at_plant = add_class(layer, {tr("sight line that ends at a plant"), plant_day, plant_night});
    groups.wall = add_class(layer, {tr("the wall it ends at"), line_paint({.colour = rgba("#3d444d"), .width = 3.0F}),
                                    line_paint({.colour = rgba("#c7d0dd"), .width = 3.0F})});
    groups.leaves =
        add_class(layer, {tr("the plant it ends at"), line_paint({.colour = rgba("#1b7837"), .width = 3.0F}),
                          line_paint({.colour = rgba("#7fd79a"), .width = 3.0F})});
    groups.from =
        add_class(layer, {tr("where one stands"), symbol_paint({rgba("#ffffff"), rgba("#10405c"), 11.0F, 2.5F}),
                          symbol_paint({rgba("#0b101a"), rgba("#bfe6ff"), 11.0F, 2.5F})});
    return groups;
}

/// The rays as points round the point looked from.
struct Fan {
    Point from;
    const SeenFrom& seen;
    [[nodiscard]] std::size_t count() const { return seen.ended_by.size(); }
    [[nodiscard]] Point end(std::size_t ray) const {
        const double angle = 2 * std::numbers::pi * static_cast<double>(ray % count()) / static_cast<double>(count());
        const double d = seen.area.distance_m[ray % count()];
        return {from.x + d * std::cos(angle), from.y + d * std::sin(angle)};
    }
    [[nodiscard]] bool same(std::size_t a, std::size_t b) const {
        return seen.ended_by[a % count()] == seen.ended_by[b % count()] &&
               seen.obstacle[a % count()] == seen.obstacle[b % count()];
    }
};

/// One run of rays that end at the same obstacle: its outer sight lines, some inside, and the edge they end at.
void add_run(const Fan& fan, std::size_t first, std::size_t last, const SeenGroups& groups, Detail& into) {
    const auto by = fan.seen.ended_by[first];
    if (by != HiddenBy::building && by != HiddenBy::plant) return;
    const bool is_plant = by == HiddenBy::plant;
    Polyline edge;
    for (auto ray = first; ray <= last; ++ray) {
        edge.push_back(fan.end(ray));
        if (ray == first || ray == last || (ray - first) % ray_step == 0)
            into.lines.push_back(
                {.line = {fan.from, fan.end(ray)}, .group = is_plant ? groups.at_plant : groups.at_building});
    }
    if (edge.size() > 1)
        into.lines.push_back({.line = std::move(edge), .group = is_plant ? groups.leaves : groups.wall});
}

void add_sight_lines(const Fan& fan, const SeenGroups& groups, Detail& into) {
    for (std::size_t first = 0; first < fan.count();) {
        std::size_t last = first;
        while (last + 1 < fan.count() && fan.same(first, last + 1)) ++last;
        add_run(fan, first, last, groups, into);
        first = last + 1;
    }
}

}  // namespace

LayerPointer visible_area_layer(const Project& project, Point from) {
    SeenOptions options;
    if (project.study) options = {.sight = project.study->sight.options, .season = project.study->sight.season};
    const auto seen = seen_from(project.city(), from, options);
    const auto m = [](double metres) { return number_text(metres, 0); };
    MapLayer layer{
        .id = LayerId::visible_area,
        .title = tr("Visible area"),
        .unit = tr("m²"),
        .note = say("{} m² seen from here, {} m far on average, at eye height {} m and no farther than {} m; "
                    "level ground, buildings and plants of the map, {}.",
                    m(seen.area.area_m2), m(seen.area.mean_m), number_text(options.sight.eye.value, 1),
                    m(options.sight.reach.value),
                    options.season == conditions::Season::leafed ? tr("crowns in leaf") : tr("bare crowns"))};
    const auto groups = add_seen_classes(layer);
    Detail detail = level(0, endless);
    detail.areas.push_back({.shape = conditions::outline_of(from, seen.area), .group = groups.seen});
    add_sight_lines({from, seen}, groups, detail);
    detail.points.push_back({.at = from, .group = groups.from});
    detail.labels.push_back(
        {.text = say("{} m² seen", m(seen.area.area_m2)), .at = from, .kind = LabelKind::area, .priority = 20000.0F});
    layer.details.push_back(std::move(detail));
    return finished(std::move(layer));
}

}  // namespace lykta::viewer
