// Cameras there are, each with its field of view cut by buildings.
#include <cmath>
#include <numbers>

#include "core/parallel.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/seen_area.hpp"

namespace lykta::viewer {
namespace {

using study::StudyRun;

constexpr double views_until = 6.0;  ///< metres per pixel
constexpr float far_scale = 0.65F;
constexpr const char* camera_colour = "#762a83";

/// Registers give bearings, clockwise from north. \returns degrees anticlockwise from +x
double heading_of(const layers::Camera& camera) {
    return 90.0 - camera.heading_deg.value_or(90.0);
}

Sector sector_of_camera(const layers::Camera& camera) {
    const double half = camera.field_of_view_deg.value_or(360.0) / 2, heading = heading_of(camera);
    // Without a heading the camera may look anywhere.
    if (!camera.heading_deg || half >= 180) return {0, 360, camera.reach.value};
    return {heading - half, heading + half, camera.reach.value};
}

MultiPolygon view_of(const layers::CityLayers& city, const layers::Camera& camera) {
    conditions::SightOptions sight;
    sight.reach = Meters{std::max(1.0, camera.reach.value)};
    const auto seen = seen_from(city, camera.position, {.sight = sight, .hiding = Hiding::buildings});
    return sector_of(camera.position, seen.area, sector_of_camera(camera));
}

}  // namespace

void add_cameras(const StudyRun& run, MapLayers& into) {
    if (!run.city.cameras) return;
    const auto& cameras = run.city.cameras->cameras;
    MapLayer layer{.id = LayerId::cameras,
                   .title = tr("Cameras"),
                   .note = say("Cameras as the register has them ({}); the field of view ends at buildings, and at the "
                               "reach given.",
                               files_of(run.city.cameras->reports))};
    const Rgba colour = rgba(camera_colour);
    const auto camera =
        add_class(layer, {tr("camera"), symbol_paint({colour, rgba("#ffffff"), 14.0F, 1.0F}),
                          symbol_paint({rgba("#c9a1d6"), rgba("#0b101a"), 14.0F, 1.0F}), Symbol::camera});
    const auto view =
        add_class(layer, {tr("what it can see"), area_paint({with_alpha(colour, 0.14), with_alpha(colour, 0.7), 1.0F}),
                          area_paint({rgba("#c9a1d626"), rgba("#c9a1d6b0"), 1.0F})});
    Detail near = level(0, views_until), wide = level(views_until, endless);
    near.areas.resize(cameras.size());
    parallel_blocks(cameras.size(), 4, [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i)
            near.areas[i] = {
                .shape = view_of(run.city, cameras[i]), .group = view, .record = static_cast<std::uint32_t>(i)};
    });
    for (std::uint32_t i = 0; i < cameras.size(); ++i) {
        const auto turn = static_cast<float>(heading_of(cameras[i]) * std::numbers::pi / 180);
        near.points.push_back({.at = cameras[i].position, .group = camera, .turn = turn, .record = i});
        wide.points.push_back(
            {.at = cameras[i].position, .group = camera, .turn = turn, .scale = far_scale, .record = i});
    }
    layer.details.push_back(std::move(near));
    layer.details.push_back(std::move(wide));
    put(std::move(layer), into);
}

}  // namespace lykta::viewer
