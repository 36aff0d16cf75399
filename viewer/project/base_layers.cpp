// The quiet map under the findings: ground, streets with their names, buildings, the window and the districts.
#include <algorithm>

#include "core/parallel.hpp"
#include "outputs/report_map.hpp"
#include "viewer/project/area_detail.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/map_colours.hpp"
#include "viewer/project/street_names.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

// --- Ground ----------------------------------------------------------------------------------------------------------

Detail with_paper(Detail detail, const MultiPolygon& window, std::uint8_t paper) {
    if (window.empty()) return detail;
    const double tolerance = std::max(0.2, detail.from_metres_per_pixel / 2);
    detail.areas.insert(detail.areas.begin(), {.shape = simplified_shape(window, tolerance, 0), .group = paper});
    return detail;
}

/// A window drawn round the incidents has them at its corners: at the public level it is not drawn.
const MultiPolygon& shown_window(const StudyRun& run) {
    static const MultiPolygon none;
    return run.result.public_level && run.city.window.from_hull ? none : run.city.window.shape;
}

void add_ground(const StudyRun& run, MapLayers& into) {
    MapLayer layer{.id = LayerId::ground, .title = tr("Ground")};
    const auto paper =
        add_class(layer, {"", area_paint({rgba(colours::paper), {}}), area_paint({rgba(colours::night_paper), {}})});
    const auto green = add_class(layer, {tr("vegetation"), area_paint({rgba(colours::green), {}}),
                                         area_paint({rgba(colours::night_green), {}})});
    std::vector<AreaSource> plants;
    if (run.city.vegetation) {
        layer.note = say("Green is the vegetation of the study's own data ({}); parks and water are not in it.",
                         files_of(run.city.vegetation->reports));
        for (const auto& plant : run.city.vegetation->plants) plants.push_back({&plant.outline, green});
    }
    measure_areas(plants);
    const auto& window = shown_window(run);
    for (const AreaLevel& l : {AreaLevel{0, 1.5, 0.2, 0}, {1.5, 6, 1, 12}})
        layer.details.push_back(with_paper(area_level(plants, l), window, paper));
    for (const CoverageLevel& l : {CoverageLevel{6, 20, 24, {0.35}, {green}}, {20, endless, 80, {0.35}, {green}}})
        layer.details.push_back(with_paper(coverage_level(plants, l), window, paper));
    put(std::move(layer), into);
}

// --- Streets ---------------------------------------------------------------------------------------------------------

/// How streets look in a range of scales. Widths in pixels; 0: not drawn.
struct StreetLevel {
    double from, to, tolerance_m;
    float street, casing, path;
    bool names;
};
constexpr StreetLevel street_levels[] = {
    {0, 0.6, 0.1, 10.0F, 1.0F, 2.4F, true}, {0.6, 1.5, 0.4, 6.5F, 0.9F, 1.8F, true},
    {1.5, 3.5, 1, 3.8F, 0.8F, 1.2F, true},  {3.5, 9, 2.5, 2.0F, 0.6F, 0.8F, true},
    {9, 25, 7, 1.0F, 0.4F, 0, false},       {25, endless, 18, 0.9F, 0, 0, false}};
constexpr double shortest_main_street_m = 1000;  ///< of the name's whole length, for the widest view

struct StreetGroups {
    std::uint8_t street = 0, path = 0, tunnel = 0;
};

StreetGroups add_street_classes(MapLayer& layer, const StreetLevel& l, bool is_named) {
    const auto words = [&](const char* text) { return is_named ? std::string(text) : std::string(); };
    const bool far = l.casing == 0;
    StreetGroups groups;
    groups.street = add_class(layer, {words(tr("street")),
                                      line_paint({.colour = rgba(far ? colours::street_edge : colours::street),
                                                  .width = l.street,
                                                  .casing_colour = rgba(colours::street_edge),
                                                  .casing = l.casing}),
                                      line_paint({.colour = rgba(colours::night_street), .width = l.street})});
    groups.path = add_class(layer, {words(tr("footpath or cycle path")),
                                    line_paint({.colour = rgba(colours::footpath), .width = l.path, .dash = 3}),
                                    line_paint({.colour = rgba(colours::night_footpath), .width = l.path, .dash = 3})});
    groups.tunnel = add_class(
        layer, {words(tr("underpass")), line_paint({.colour = rgba("#6d655a"), .width = l.path * 2, .dash = 2}),
                line_paint({.colour = rgba("#93a1b8a0"), .width = l.path * 2, .dash = 2})});
    return groups;
}

/// The widest view keeps streets whose name runs far, or all where none is named.
std::vector<char> main_streets(const layers::StreetLayer& streets, const StreetChains& chains) {
    std::vector<char> main(streets.streets.size(), chains.names.empty() ? 1 : 0);
    std::map<std::string_view, double> long_ones;
    for (std::size_t n = 0; n < chains.names.size(); ++n)
        if (chains.length_m[n] >= shortest_main_street_m) long_ones[chains.names[n]] = chains.length_m[n];
    if (long_ones.empty()) main.assign(main.size(), 1);
    for (std::size_t i = 0; i < main.size(); ++i)
        if (long_ones.contains(streets.streets[i].name)) main[i] = 1;
    return main;
}

Detail street_level(const layers::StreetLayer& streets, const StreetLevel& l, const StreetGroups& groups,
                    const std::vector<char>& main) {
    Detail detail = level(l.from, l.to);
    const auto& all = streets.streets;
    detail.lines.resize(all.size());
    parallel_blocks(all.size(), 1024, [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) {
            const bool is_drawn = all[i].footpath || all[i].tunnel ? l.path > 0 : l.casing > 0 || main[i];
            if (!is_drawn || all[i].line.size() < 2) continue;
            detail.lines[i] = {.line = outputs::simplified(all[i].line, l.tolerance_m),
                               .group = all[i].tunnel     ? groups.tunnel
                                        : all[i].footpath ? groups.path
                                                          : groups.street,
                               .record = static_cast<std::uint32_t>(i)};
        }
    });
    std::erase_if(detail.lines, [](const LineFeature& f) { return f.line.empty(); });
    // Footpaths first, so that streets lie on top where they cross.
    std::stable_partition(detail.lines.begin(), detail.lines.end(),
                          [&](const LineFeature& f) { return f.group != groups.street; });
    return detail;
}

void add_streets(const StudyRun& run, MapLayers& into) {
    if (!run.city.streets) return;
    const auto& streets = *run.city.streets;
    MapLayer layer{.id = LayerId::streets,
                   .title = tr("Streets and paths"),
                   .note = say("Streets and paths of the study's own data ({}).", files_of(streets.reports))};
    const auto chains = street_chains(streets);
    const auto main = main_streets(streets, chains);
    for (const auto& l : street_levels) {
        const auto groups = add_street_classes(layer, l, &l == &street_levels[1]);
        layer.details.push_back(street_level(streets, l, groups, main));
        if (l.names) layer.details.back().labels = street_labels(chains, l.from, l.to);
    }
    put(std::move(layer), into);
}

// --- Buildings -------------------------------------------------------------------------------------------------------

void add_buildings(const StudyRun& run, MapLayers& into) {
    if (!run.city.buildings) return;
    MapLayer layer{.id = LayerId::buildings,
                   .title = tr("Buildings"),
                   .note = say("Buildings of the study's own data ({}).", files_of(run.city.buildings->reports))};
    const auto near =
        add_class(layer, {tr("building"), area_paint({rgba(colours::building), rgba(colours::building_edge), 0.8F}),
                          area_paint({rgba(colours::night_building), rgba(colours::night_building_edge), 0.8F})});
    add_class(layer, {"", area_paint({rgba(colours::building), {}}), area_paint({rgba(colours::night_building), {}})});
    std::vector<AreaSource> houses;
    const auto& all = run.city.buildings->buildings;
    houses.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) houses.push_back({&all[i].footprint, near, i});
    measure_areas(houses);
    for (const AreaLevel& l : {AreaLevel{0, 1.2, 0, 0, 0},
                               {1.2, 3, 0.8, 6, 0},
                               {3, 8, 2, 25, 1},
                               {8, 20, 6, 150, 1},
                               {20, endless, 15, 1200, 1}})
        layer.details.push_back(area_level(houses, l));
    put(std::move(layer), into);
}

// --- Window and districts --------------------------------------------------------------------------------------------

void add_window(const StudyRun& run, MapLayers& into) {
    const auto& window = run.city.window;
    if (shown_window(run).empty()) return;
    MapLayer layer{
        .id = LayerId::window,
        .title = tr("Window"),
        .note = window.from_hull
                    ? std::string(
                          tr("The study names no window: it is drawn round the incidents, and rates follow from it."))
                    : say("Incidents could be recorded inside ({}); nothing is known of what lies outside.",
                          files_of(window.reports))};
    const auto edge =
        add_class(layer, {tr("where incidents could have been recorded"),
                          area_paint({.fill = {}, .edge = rgba(colours::window), .width = 1.4F, .dash = 6}),
                          area_paint({.fill = {}, .edge = rgba(colours::night_line), .width = 1.4F, .dash = 6})});
    for (const auto& [from, to] : {std::pair{0.0, 4.0}, {4.0, 20.0}, {20.0, endless}}) {
        Detail detail = level(from, to);
        detail.areas.push_back({.shape = simplified_shape(window.shape, std::max(0.1, from / 2), 0), .group = edge});
        layer.details.push_back(std::move(detail));
    }
    put(std::move(layer), into);
}

/// The middle of the largest part, where the name stands.
Point middle_of(const MultiPolygon& shape) {
    const auto largest = std::max_element(shape.begin(), shape.end(),
                                          [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
    return centroid({*largest});
}

void add_areas(const StudyRun& run, MapLayers& into) {
    if (!run.city.areas) return;
    MapLayer layer{.id = LayerId::areas,
                   .title = tr("Districts"),
                   .note = say("Districts as the study gives them ({}).", files_of(run.city.areas->reports))};
    const auto edge = add_class(
        layer, {tr("district"), area_paint({.fill = {}, .edge = rgba(colours::district), .width = 1.1F, .dash = 8}),
                area_paint({.fill = {}, .edge = rgba(colours::night_line), .width = 1.1F, .dash = 8})});
    const auto& all = run.city.areas->areas;
    for (const auto& [from, to] : {std::pair{0.0, 1.5}, {1.5, 8.0}, {8.0, 40.0}, {40.0, endless}}) {
        Detail detail = level(from, to);
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const double m2 = area(all[i].shape);
            if (m2 <= 0) continue;
            detail.areas.push_back(
                {.shape = simplified_shape(all[i].shape, std::max(0.1, from / 2), 0), .group = edge, .record = i});
            if (from > 0 && !all[i].name.empty())
                detail.labels.push_back({.text = shown_text(all[i].name),
                                         .at = middle_of(all[i].shape),
                                         .kind = LabelKind::area,
                                         .priority = static_cast<float>(200 + std::min(90.0, m2 / 1e5))});
        }
        layer.details.push_back(std::move(detail));
    }
    put(std::move(layer), into);
}

}  // namespace

void add_base_layers(const StudyRun& run, MapLayers& into) {
    add_ground(run, into);
    add_streets(run, into);
    add_buildings(run, into);
    add_window(run, into);
    add_areas(run, into);
}

}  // namespace lykta::viewer
