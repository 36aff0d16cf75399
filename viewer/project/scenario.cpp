// Scenarios as values: their items, their history, and the ones that start from the measures of a portfolio.
#include "viewer/project/scenario.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/language.hpp"

namespace lykta::viewer {

namespace {

bool same_polygon(const Polygon& a, const Polygon& b) {
    return a.outer == b.outer && a.holes == b.holes;
}

auto plain_parts(const ScenarioItem& i) {
    return std::tuple{i.id, i.kind, i.at, i.heading_degrees, i.record, i.height_m, i.flux_lm, i.from};
}

bool can_be_moved(const ScenarioItem& item) {
    return item.kind == ScenarioKind::lamp || item.kind == ScenarioKind::camera;
}

// --- From a portfolio ------------------------------------------------------------------------------------------------

/// Options' measures gathered as items, each lamp and plant once.
struct Gathered {
    const Project& project;
    Scenario scenario;
    std::map<std::uint32_t, double> lamps;                         ///< new flux by lamp, lm; 0: repaired
    std::map<std::uint32_t, std::vector<MultiPolygon>> clearings;  ///< pieces by plant
    std::set<std::string> left_out;                                ///< names of measures without a place on the map

    void add(const measures::SitedMeasure& sited);
    void add_lamps();
    void add_clearings();
};

void Gathered::add(const measures::SitedMeasure& sited) {
    for (const auto& change : sited.lamps) {
        const double flux_lm = change.work == measures::LampWork::repair ? 0.0 : change.after.flux.value;
        if (change.lamp) {  // repaired first and then given a new luminaire: the luminaire is what stays
            auto& now = lamps.try_emplace(*change.lamp, 0.0).first->second;
            now = std::max(now, flux_lm);
            continue;
        }
        scenario = with_item(std::move(scenario), {.kind = ScenarioKind::lamp,
                                                   .at = change.after.position,
                                                   .height_m = change.after.height.value,
                                                   .flux_lm = flux_lm});
    }
    for (const auto& clearing : sited.clearings) clearings[clearing.plant].push_back(clearing.shape);
    for (const auto& camera : sited.cameras)
        scenario = with_item(std::move(scenario), {.kind = ScenarioKind::camera,
                                                   .at = camera.position,
                                                   .heading_degrees = camera.heading.value,
                                                   .height_m = camera.height.value});
    if (sited.lamps.empty() && sited.clearings.empty() && sited.cameras.empty())
        left_out.insert(project.result().measures->catalogue.measures[sited.measure].name.shown());
}

void Gathered::add_lamps() {
    for (const auto& [lamp, flux_lm] : lamps)
        scenario = with_item(std::move(scenario), {.kind = ScenarioKind::repair,
                                                   .at = project.city().lighting->lamps[lamp].position,
                                                   .record = lamp,
                                                   .flux_lm = flux_lm});
}

void Gathered::add_clearings() {
    for (const auto& [plant, pieces] : clearings) {
        auto piece = union_of(pieces);
        const Point at = point_of(piece);
        scenario = with_item(std::move(scenario),
                             {.kind = ScenarioKind::clearing, .at = at, .record = plant, .piece = std::move(piece)});
    }
}

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

bool operator==(const ScenarioItem& a, const ScenarioItem& b) {
    return plain_parts(a) == plain_parts(b) &&
           std::equal(a.piece.begin(), a.piece.end(), b.piece.begin(), b.piece.end(), same_polygon);
}

void ScenarioHistory::change(Scenario next) {
    m_states.resize(m_at + 1);
    m_states.push_back(std::move(next));
    ++m_at;
}

void ScenarioHistory::amend(Scenario next) {
    m_states.resize(m_at + 1);
    m_states[m_at] = std::move(next);
}

bool ScenarioHistory::undo() {
    if (!can_undo()) return false;
    --m_at;
    return true;
}

bool ScenarioHistory::redo() {
    if (!can_redo()) return false;
    ++m_at;
    return true;
}

Scenario with_item(Scenario scenario, ScenarioItem item) {
    item.id = scenario.next_id++;
    scenario.items.push_back(std::move(item));
    return scenario;
}

Scenario with_moved(Scenario scenario, std::uint32_t id, Point to, double heading_degrees) {
    for (auto& item : scenario.items) {
        if (item.id != id || !can_be_moved(item)) continue;
        item.at = to;
        item.heading_degrees = heading_degrees;
    }
    return scenario;
}

Scenario without_item(Scenario scenario, std::uint32_t id) {
    std::erase_if(scenario.items, [&](const ScenarioItem& item) { return item.id == id; });
    return scenario;
}

Point point_of(const MultiPolygon& shape) {
    const Point middle = centroid(shape);
    if (contains(shape, middle) || shape.empty() || shape.front().outer.empty()) return middle;
    return shape.front().outer.front();
}

Scenario scenario_from_options(const Project& project, const std::vector<std::uint32_t>& options) {
    Gathered gathered{.project = project};
    if (!project.result().measures) return {};
    const auto& plan = *project.result().measures;
    for (const auto o : options)
        for (const auto s : plan.options.at(o).sited) gathered.add(plan.sited[s]);
    gathered.add_lamps();
    gathered.add_clearings();
    gathered.scenario.name = tr("The chosen measures");
    gathered.scenario.note =
        tr("Every lamp is counted once and priced by what is done to it, so the cost can differ from the plan's.");
    if (!gathered.left_out.empty())
        gathered.scenario.note += ' ' + say("Not in the scenario, because they change neither light nor view: {}.",
                                            joined(gathered.left_out));
    return gathered.scenario;
}

}  // namespace lykta::viewer
