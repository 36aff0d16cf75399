// What is under a click, looked up in the town's own records: a click is rare, so they are gone through one by one.
#include "viewer/state/picking.hpp"

#include <algorithm>

#include "outputs/words.hpp"
#include "viewer/map/furniture.hpp"
#include "viewer/state/context.hpp"

namespace lykta::viewer {
namespace {

/// The nearest candidate so far; a later one must be nearer to win.
template <class Key>
struct Nearest {
    double within = 0;
    std::optional<Key> key{};
    void offer(double distance_m, const Key& candidate) {
        if (distance_m > within) return;
        within = distance_m;
        key = candidate;
    }
};

bool is_seen(const ViewerState& state, LayerId id) {
    return setting_of(state, id).visible;
}

bool is_near(const Ring& ring, Point at) {
    return box_of(std::span<const Point>(ring)).contains(at);
}

/// An outline holds the point; those whose box does not are passed by without looking.
bool is_inside(const MultiPolygon& shape, Point at) {
    return std::any_of(shape.begin(), shape.end(),
                       [&](const Polygon& polygon) { return is_near(polygon.outer, at) && contains(polygon, at); });
}

std::string lamp_text(const layers::Lamp& lamp) {
    const std::string flux = lamp.flux_defaulted ? tr("light assumed") : tr("light as registered");
    return say("Lamp {}: {} lm ({}), {} m high, {}", lamp.id, number_text(lamp.flux.value, 0), flux,
               number_text(lamp.height.value, 1), outputs::lamp_state_words(lamp.state));
}

std::string camera_text(const layers::Camera& camera) {
    return say("Camera {}: reach {}", camera.id, length_text(camera.reach.value));
}

std::string item_text(const layers::InspectionItem& item) {
    switch (item.state) {
        case layers::ItemState::failed:
            return say("Building {}: {} – failed", item.building_id, item.item);
        case layers::ItemState::passed:
            return say("Building {}: {} – passed", item.building_id, item.item);
        case layers::ItemState::remedied:
            return say("Building {}: {} – mended", item.building_id, item.item);
        case layers::ItemState::unknown:
            break;
    }
    return say("Building {}: {} – not known", item.building_id, item.item);
}

std::string incident_text(const layers::IncidentLayer& incidents, std::size_t i) {
    const auto& time = incidents.time[i];
    const std::string& category = incidents.category.at(i);
    if (!time.known) return say("Recorded incident: {}, time not known", category);
    const std::string day = iso_date(time.local_day);
    if (!time.has_hour) return say("Recorded incident: {}, {}, hour not known", category, day);
    return say("Recorded incident: {}, {}, at about {}", category, day, fmt::format("{:02}:00", time.local_hour));
}

std::string plant_text(const layers::Plant& plant) {
    const std::string kind = plant.kind.empty() ? std::string(tr("Plant")) : plant.kind;
    const std::string height = number_text(plant.height.value, 1);
    return plant.height_defaulted ? say("{}: {} m high (assumed)", kind, height) : say("{}: {} m high", kind, height);
}

std::string stretch_text(const layers::CityLayers& city, const conditions::StretchLight& stretch) {
    std::string name;
    if (city.streets && stretch.street < city.streets->streets.size())
        name = city.streets->streets[stretch.street].name;
    if (name.empty()) name = tr("Path without a name");
    return say("{}: {} lx on average, {} lx at least; class {} asks for {} lx", name,
               number_text(stretch.average.value, 1), number_text(stretch.minimum.value, 1), stretch.wanted_class,
               number_text(stretch.target.value, 1));
}

std::optional<Picked> picked_point(const ViewerState& state, Point at) {
    const auto& city = state.project->city();
    Nearest<Picked> nearest{reach_m(state)};
    const auto offer = [&](Point where, auto&& text) {
        const double far = distance(where, at);
        if (far <= nearest.within) nearest.offer(far, Picked{std::nullopt, text(), where});
    };
    if (is_seen(state, LayerId::incidents) && !state.project->result().public_level)
        for (std::size_t i = 0; i < city.incidents.size(); ++i)
            offer(city.incidents.position[i], [&] { return incident_text(city.incidents, i); });
    if (is_seen(state, LayerId::inspected) && city.inspections)
        for (const auto& item : city.inspections->items) offer(item.position, [&] { return item_text(item); });
    if (is_seen(state, LayerId::cameras) && city.cameras)
        for (const auto& camera : city.cameras->cameras) offer(camera.position, [&] { return camera_text(camera); });
    if (is_seen(state, LayerId::lamps) && city.lighting)
        for (const auto& lamp : city.lighting->lamps) offer(lamp.position, [&] { return lamp_text(lamp); });
    return nearest.key;
}

std::optional<Picked> picked_place(const ViewerState& state, Point at, bool by_outline) {
    if (!is_seen(state, LayerId::places)) return std::nullopt;
    const auto& places = state.project->result().places;
    Nearest<std::size_t> pin{1.5 * reach_m(state)};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!by_outline)
            pin.offer(distance(places[i].place.centre, at), i);
        else if (!pin.key && is_inside(places[i].place.shape, at))
            pin.key = i;
    }
    if (!pin.key) return std::nullopt;
    return Picked{pin.key, "", places[*pin.key].place.centre};
}

std::optional<Picked> picked_stretch(const ViewerState& state, Point at) {
    if (!is_seen(state, LayerId::light_deficit)) return std::nullopt;
    const auto& stretches = state.project->result().stretches;
    Nearest<std::size_t> nearest{reach_m(state)};
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Box box = box_of(std::span<const Point>(stretches[i].line)).expanded(nearest.within);
        if (stretches[i].below_class && box.contains(at)) nearest.offer(nearest_on(stretches[i].line, at).distance, i);
    }
    if (!nearest.key) return std::nullopt;
    return Picked{std::nullopt, stretch_text(state.project->city(), stretches[*nearest.key]), at};
}

std::optional<Picked> picked_plant(const ViewerState& state, Point at) {
    if (!is_seen(state, LayerId::vegetation)) return std::nullopt;
    const auto plant = plant_at(state, at);
    if (!plant) return std::nullopt;
    return Picked{std::nullopt, plant_text(state.project->city().vegetation->plants[*plant]), at};
}

/// Where a scenario's item stands; a clearing has its plant's middle.
std::optional<double> far_from(const ViewerState& state, const ScenarioItem& item, Point at) {
    if (item.kind != ScenarioKind::clearing) return distance(item.at, at);
    const auto& vegetation = state.project->city().vegetation;
    if (!vegetation || item.record >= vegetation->plants.size()) return std::nullopt;
    const auto& outline = vegetation->plants[item.record].outline;
    return is_inside(outline, at) ? 0.0 : distance(centroid(outline), at);
}

}  // namespace

std::optional<Picked> picked_at(const ViewerState& state, Point at) {
    if (!state.project) return std::nullopt;
    if (auto pin = picked_place(state, at, false)) return pin;
    if (auto point = picked_point(state, at)) return point;
    if (auto stretch = picked_stretch(state, at)) return stretch;
    if (auto place = picked_place(state, at, true)) return place;
    return picked_plant(state, at);
}

std::optional<std::uint32_t> lamp_at(const ViewerState& state, Point at) {
    if (!state.project || !state.project->city().lighting) return std::nullopt;
    const auto& lamps = state.project->city().lighting->lamps;
    Nearest<std::uint32_t> nearest{reach_m(state)};
    for (std::size_t i = 0; i < lamps.size(); ++i)
        nearest.offer(distance(lamps[i].position, at), static_cast<std::uint32_t>(i));
    return nearest.key;
}

std::optional<std::uint32_t> plant_at(const ViewerState& state, Point at) {
    if (!state.project || !state.project->city().vegetation) return std::nullopt;
    const auto& plants = state.project->city().vegetation->plants;
    std::optional<std::uint32_t> best;  // of plants over each other the lowest: shrubs hide people, crowns stand above
    for (std::size_t i = 0; i < plants.size(); ++i) {
        if (!is_inside(plants[i].outline, at)) continue;
        if (!best || plants[i].height.value < plants[*best].height.value) best = static_cast<std::uint32_t>(i);
    }
    return best;
}

std::optional<std::uint32_t> scenario_item_at(const ViewerState& state, Point at) {
    if (!state.project) return std::nullopt;
    Nearest<std::uint32_t> nearest{1.5 * reach_m(state)};
    for (const ScenarioItem& item : state.scenario.history.now().items)
        if (const auto far = far_from(state, item, at)) nearest.offer(*far, item.id);
    return nearest.key;
}

}  // namespace lykta::viewer
