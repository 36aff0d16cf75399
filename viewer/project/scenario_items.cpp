// Items of a scenario as sited measures: lamps like those near, repairs, clearings; whose incidents they can touch.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/language.hpp"
#include "measures/siting_cameras_view.hpp"
#include "study/plan_measures.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using measures::LampWork;
using measures::SitedMeasure;

constexpr double lamps_like_within_m = 300.0;
constexpr std::size_t lamps_asked = 12;
constexpr double way_within_m = 30.0;
constexpr double known_again_within_m = 1.0;  ///< registers are read anew: an index alone may mean another lamp

double distance_to(const MultiPolygon& shape, Point p) {
    if (contains(shape, p)) return 0;
    double least = 1e300;
    for (const auto& polygon : shape) least = std::min(least, nearest_on(polygon.outer, p).distance);
    return least;
}

double distance_to(const Box& box, Point p) {
    return std::hypot(std::max({box.min_x - p.x, 0.0, p.x - box.max_x}),
                      std::max({box.min_y - p.y, 0.0, p.y - box.max_y}));
}

bool is_in_a_house(const measures::World& world, Point at) {
    if (world.light_obstacles == nullptr) return false;
    const auto held = world.light_obstacles->holding(at);
    return std::any_of(held.begin(), held.end(), [&](std::uint32_t o) {
        return world.light_obstacles->all()[o].kind == conditions::ObstacleKind::building;
    });
}

std::string lamp_name(const layers::Lamp& lamp, std::uint32_t index) {
    return lamp.id.empty() ? number_text(std::int64_t{index} + 1) : lamp.id;
}

measures::Catalogue catalogue_of(const Project& project) {
    if (project.result().measures) return project.result().measures->catalogue;
    return study::catalogue_of(*project.study);
}

}  // namespace

ItemSiting::ItemSiting(const Project& project)
    : m_project(project),
      m_world(project.world->world()),
      m_catalogue(catalogue_of(project)),
      m_incidents(measures::incidents_by_place(m_world)) {
    const auto footprints = places::inspected_footprints(m_world.city);
    for (const char* id : {"lamp_infill", "lamp_repair", "lamp_upgrade", "camera", "clearing"})
        if (const auto m = m_catalogue.index_of(id))
            m_touch.emplace(*m, measures::touch_tables(m_world, m_catalogue.measures[*m], footprints));
    for (const auto& luminaire : m_world.luminaires) m_lamp_at.push_back(luminaire.position);
    for (const auto& stretch : m_world.stretches) {
        const Box box = box_of(stretch.line);
        m_stretch_at.push_back({(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2});
        m_longest_stretch_m = std::max(m_longest_stretch_m, stretch.to_m - stretch.from_m);
    }
    m_lamps.emplace(m_lamp_at);
    m_stretches.emplace(m_stretch_at);
}

SitedItem ItemSiting::site(const ScenarioItem& item) const {
    SitedItem sited{.item = item};
    if (m_world.places.empty()) {
        sited.notes.emplace_back(
            tr("No place was ranked, so there is nothing that the scenario's measures belong to."));
        return sited;
    }
    switch (item.kind) {
        case ScenarioKind::lamp:
            item.record == no_record ? site_lamp(item, sited) : site_moved_lamp(item, sited);
            break;
        case ScenarioKind::repair:
            site_repair(item, sited);
            break;
        case ScenarioKind::camera:
            site_camera(item, sited);
            break;
        case ScenarioKind::clearing:
            site_clearing(item, sited);
            break;
    }
    return sited;
}

// --- Lamps -----------------------------------------------------------------------------------------------------------

/// Lit ones, nearest first.
std::vector<std::uint32_t> ItemSiting::lamps_near(Point at) const {
    std::vector<std::pair<double, std::uint32_t>> found;
    for (const auto i : m_lamps->in_box(Box{at.x, at.y, at.x, at.y}.expanded(lamps_like_within_m)))
        if (m_world.luminaires[i].lit) found.emplace_back(distance(at, m_lamp_at[i]), i);
    const std::size_t kept = std::min(lamps_asked, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
    std::vector<std::uint32_t> nearest;
    for (std::size_t k = 0; k < kept; ++k) nearest.push_back(found[k].second);
    return nearest;
}

/// The most common of the nearest; as common: the nearest of them. Without any: as the study's new lamps.
layers::Lamp ItemSiting::lamp_like_those_near(Point at) const {
    const auto near = lamps_near(at);
    const auto& lamps = m_world.city.lighting->lamps;
    const auto like = [&](std::uint32_t a, std::uint32_t b) {
        const auto &x = lamps[a], &y = lamps[b];
        return x.height == y.height && x.flux == y.flux && x.photometry == y.photometry;
    };
    const auto& usual = m_project.study->measures.plan.siting.lamps;
    layers::Lamp made{.height = usual.height, .flux = usual.flux, .maintenance_factor = usual.maintenance_factor};
    std::ptrdiff_t most = 0;
    for (const auto i : near) {
        const auto alike = std::count_if(near.begin(), near.end(), [&](std::uint32_t k) { return like(i, k); });
        if (alike <= most) continue;
        most = alike;
        made = lamps[i];
    }
    made.id.clear();
    made.row = 0;
    made.schedule.reset();
    made.street_class.clear();
    made.position = at;
    made.state = layers::LampState::working;
    return made;
}

/// A luminaire whose light has a direction faces the nearest street or path.
void ItemSiting::turn_to_the_way(layers::Lamp& lamp) const {
    lamp.facing.reset();
    double least = way_within_m;
    for (const auto k : stretches_near(lamp.position, way_within_m)) {
        const auto near = nearest_on(m_world.stretches[k].line, lamp.position);
        if (near.distance >= least || near.distance < 1e-6) continue;
        least = near.distance;
        lamp.facing = Degrees{measures::direction_deg(lamp.position, near.point)};
    }
}

void ItemSiting::site_lamp(const ScenarioItem& item, SitedItem& into) const {
    if (!m_world.city.lighting)
        return into.notes.push_back(tr("The study has no lighting, so new lamps cannot be computed."));
    auto lamp = lamp_like_those_near(item.at);
    if (item.height_m > 0) lamp.height = Meters{item.height_m};
    if (item.flux_lm > 0) {  // a luminaire of the plan's own kind, not of the neighbours'
        lamp.flux = Lumens{item.flux_lm};
        lamp.photometry.reset();
        lamp.tilt = Degrees{0.0};
        lamp.arm = Meters{0.0};
        lamp.maintenance_factor = m_project.study->measures.plan.siting.lamps.maintenance_factor;
    } else {
        into.notes.push_back(say("New lamps are taken to be like those near: {} m high, {} lm.",
                                 number_text(lamp.height.value, 1), number_text(lamp.flux.value, 0)));
    }
    turn_to_the_way(lamp);
    if (is_in_a_house(m_world, item.at)) into.notes.emplace_back(tr("A lamp stands inside a house."));
    auto sited = started("lamp_infill", item, item.at);
    set_incidents(sited, incidents_along(sited.place, item.at, lamp.height.value));
    sited.lamps.push_back({.work = LampWork::add, .after = std::move(lamp)});
    into.measure = std::move(sited);
}

/// Out where it stood, new where it goes: two changes, so that both ends count as near.
void ItemSiting::site_moved_lamp(const ScenarioItem& item, SitedItem& into) const {
    if (!m_world.city.lighting || item.record >= m_world.luminaires.size())
        return into.notes.push_back(tr("A lamp to move is not in the study's lighting."));
    const auto& own = m_world.city.lighting->lamps[item.record];
    if (item.from && distance(own.position, *item.from) > known_again_within_m)
        return into.notes.push_back(tr("A lamp to move is not found any longer where it stood."));
    if (distance(own.position, item.at) < 0.01) return;  // taken hold of and not moved yet
    auto sited = started("lamp_infill", item, item.at);
    set_incidents(sited, {});
    layers::Lamp gone = own, there = own;
    gone.flux = Lumens{0.0};
    there.position = item.at;
    if (own.facing) turn_to_the_way(there);
    sited.lamps.push_back({.work = LampWork::upgrade, .lamp = item.record, .after = std::move(gone)});
    sited.lamps.push_back({.work = LampWork::add, .after = std::move(there)});
    into.notes.push_back(
        say("Lamp {} is moved: priced as a new lamp, and no effect on incidents is counted, because no "
            "study tells of moved lamps.",
            lamp_name(own, item.record)));
    into.measure = std::move(sited);
}

void ItemSiting::site_repair(const ScenarioItem& item, SitedItem& into) const {
    if (!m_world.city.lighting || item.record >= m_world.luminaires.size())
        return into.notes.push_back(tr("A lamp to repair is not in the study's lighting."));
    const auto& own = m_world.city.lighting->lamps[item.record];
    if (distance(own.position, item.at) > known_again_within_m)
        return into.notes.push_back(tr("A lamp to repair is not found any longer where it stood."));
    const bool is_new_luminaire = item.flux_lm > 0;
    if (!is_new_luminaire && own.state != layers::LampState::out)
        return into.notes.push_back(
            say("Lamp {} is not reported out of order, so there is nothing to repair.", lamp_name(own, item.record)));
    auto sited = started(is_new_luminaire ? "lamp_upgrade" : "lamp_repair", item, own.position);
    layers::Lamp after = own;
    after.state = layers::LampState::working;
    if (is_new_luminaire) {  // as the plan's own upgrades
        after.flux = Lumens{item.flux_lm};
        after.maintenance_factor =
            std::max(after.maintenance_factor, m_project.study->measures.plan.siting.lamps.maintenance_factor);
        after.type = "LED";
        after.schedule.reset();
    }
    set_incidents(sited, incidents_along(sited.place, own.position, own.height.value));
    sited.lamps.push_back({.work = is_new_luminaire ? LampWork::upgrade : LampWork::repair,
                           .lamp = item.record,
                           .after = std::move(after)});
    into.measure = std::move(sited);
}

// --- Clearing --------------------------------------------------------------------------------------------------------

void ItemSiting::site_clearing(const ScenarioItem& item, SitedItem& into) const {
    const auto& vegetation = m_world.city.vegetation;
    if (!vegetation || item.record >= vegetation->plants.size())
        return into.notes.push_back(tr("A plant to clear is not in the study's vegetation."));
    const auto& plant = vegetation->plants[item.record];
    if (distance_to(plant.outline, item.at) > known_again_within_m)
        return into.notes.push_back(tr("A plant to clear is not found any longer where it stood."));
    const auto& shape = item.piece.empty() ? plant.outline : item.piece;
    if (plant.height > m_world.sight_obstacle_options.shrub_up_to)
        into.notes.push_back(
            say("A plant to clear is {} m high: felling a tree costs more than clearing, and the price "
                "here is that of clearing.",
                number_text(plant.height.value, 1)));
    if (plant.canopy_share < 1.0)
        into.notes.emplace_back(
            tr("A plant to clear is known by its share of crown alone, so clearing it changes "
               "neither light nor sight."));
    auto sited = started("clearing", item, centroid(shape));
    sited.quantity = area(shape);
    const Box reach = box_of(shape).expanded(m_world.near.value);
    std::vector<std::uint32_t> own;
    for (const auto i : m_incidents[sited.place])
        if (const Point p = m_world.city.incidents.position[i];
            reach.contains(p) && distance_to(shape, p) <= m_world.near.value)
            own.push_back(i);
    set_incidents(sited, own);
    sited.clearings.push_back({.plant = item.record, .shape = shape, .area_m2 = sited.quantity});
    into.measure = std::move(sited);
}

// --- Places and incidents --------------------------------------------------------------------------------------------

std::uint32_t ItemSiting::nearest_place(Point at) const {
    std::uint32_t nearest = 0;
    double least = 1e300;
    for (std::uint32_t k = 0; k < m_world.places.size(); ++k) {
        const auto& shape = m_world.places[k].place.shape;
        if (distance_to(box_of(shape), at) >= least) continue;
        const double away = distance_to(shape, at);
        if (away < least) least = away, nearest = k;
    }
    return nearest;
}

SitedMeasure ItemSiting::started(const char* id, const ScenarioItem& item, Point at) const {
    SitedMeasure sited{.place = nearest_place(at), .measure = m_catalogue.index_of(id).value_or(0)};
    sited.id = fmt::format("scenario-{}", item.id);
    sited.shape = at;
    sited.quantity = 1;
    return sited;
}

/// Those its mechanism can touch. None at all is told by one that it cannot touch: a measure that names no incidents
/// would be given all of its place's, also those far away.
void ItemSiting::set_incidents(SitedMeasure& sited, const std::vector<std::uint32_t>& own) const {
    const auto& facts = m_world.places[sited.place].facts;
    const double dark_share = facts.dark.known > 0 ? facts.dark.share : m_world.city_dark_share;
    const auto& tables = m_touch.at(sited.measure);
    const auto touch = measures::touch_of(m_world, m_catalogue.measures[sited.measure], tables, own, dark_share);
    for (std::size_t k = 0; k < own.size(); ++k) {
        if (!(touch[k] > 0)) continue;
        sited.incidents.push_back(own[k]);
        sited.touch.push_back(touch[k]);
    }
    if (!sited.incidents.empty() || m_incidents[sited.place].empty()) return;
    sited.incidents.push_back(m_incidents[sited.place].front());
    sited.touch.push_back(0.0);
}

std::vector<std::uint32_t> ItemSiting::stretches_near(Point at, double reach_m) const {
    std::vector<std::uint32_t> near;
    const Box around = Box{at.x, at.y, at.x, at.y}.expanded(reach_m + m_longest_stretch_m);
    for (const auto k : m_stretches->in_box(around))
        if (nearest_on(m_world.stretches[k].line, at).distance <= reach_m) near.push_back(k);
    return near;
}

/// The place's incidents along the stretches that a lamp lights: those within as many mounting heights of it as still
/// count as lit (world.stretch_options.gap_heights).
std::vector<std::uint32_t> ItemSiting::incidents_along(std::uint32_t place, Point at, double height_m) const {
    const auto stretches = stretches_near(at, m_world.stretch_options.gap_heights * height_m);
    std::vector<std::uint32_t> near;
    for (const auto i : m_incidents[place]) {
        const Point p = m_world.city.incidents.position[i];
        const bool is_along = std::any_of(stretches.begin(), stretches.end(), [&](std::uint32_t k) {
            return nearest_on(m_world.stretches[k].line, p).distance <= m_world.near.value;
        });
        if (is_along) near.push_back(i);
    }
    return near;
}

}  // namespace lykta::viewer
