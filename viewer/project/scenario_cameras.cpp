// A camera of a scenario: its view as the engine's own camera siting computes it, and the incidents inside.
#include <cmath>

#include "core/language.hpp"
#include "measures/siting_cameras_view.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using measures::CameraOptions;
using measures::CameraSite;

std::vector<measures::ViewZone> zones_of(const CameraOptions& options) {
    return {{"identify", measures::zone_reach(250.0, options)},
            {"recognise", measures::zone_reach(125.0, options)},
            {"observe", measures::zone_reach(62.5, options)},
            {"detect", measures::zone_reach(25.0, options)}};
}

/// The world's obstacles in the season of sight, or of light, or none.
const conditions::Obstacles& obstacles_of(const measures::World& world) {
    static const conditions::Obstacles none(nullptr, nullptr);
    if (world.sight_obstacles != nullptr) return *world.sight_obstacles;
    return world.light_obstacles != nullptr ? *world.light_obstacles : none;
}

CameraSite camera_at(const measures::World& world, const ScenarioItem& item, const CameraOptions& options) {
    const auto& obstacles = obstacles_of(world);
    CameraSite site{.position = item.at,
                    .height = item.height_m > 0 ? Meters{item.height_m} : options.height,
                    .heading = Degrees{item.heading_degrees - 360.0 * std::floor(item.heading_degrees / 360.0)},
                    .field_of_view = options.field_of_view,
                    .reach = measures::zone_reach(options.pixels_per_m, options)};
    auto sight = world.sight_options;
    sight.reach = site.reach;
    site.zones = zones_of(options);
    measures::add_view(site, world, measures::CameraFan(item.at, obstacles, sight), obstacles, options);
    return site;
}

}  // namespace

void ItemSiting::site_camera(const ScenarioItem& item, SitedItem& into) const {
    const auto& options = m_project.study->measures.plan.siting.cameras;
    auto camera = camera_at(m_world, item, options);
    auto sited = started("camera", item, item.at);
    const Box seen = box_of(camera.view);
    for (const auto i : m_incidents[sited.place]) {
        const Point p = m_world.city.incidents.position[i];
        camera.place_weight += m_world.harm[i];
        if (!seen.contains(p) || !contains(camera.view, p)) continue;
        camera.incidents.push_back(i);
        camera.covered_weight += m_world.harm[i];
    }
    set_incidents(sited, camera.incidents);
    into.notes.push_back(
        say("Cameras are taken to see {} m far and {}° wide; façades and entrances are masked. They need "
            "a balance of interests before they watch.",
            number_text(camera.reach.value, 0), number_text(camera.field_of_view.value, 0)));
    if (camera.view.empty()) into.notes.emplace_back(tr("A camera sees nothing from where it stands."));
    sited.cameras.push_back(std::move(camera));
    into.measure = std::move(sited);
}

}  // namespace lykta::viewer
