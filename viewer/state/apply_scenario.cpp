// What if: lamps, cameras and clearings added, moved and taken away; every change is computed by the engine.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.hpp"
#include "viewer/state/apply.hpp"
#include "viewer/state/picking.hpp"

namespace lykta::viewer {
namespace {

const Scenario& now_of(const Context& context) {
    return context.state.scenario.history.now();
}

const ScenarioItem* item_of(const Context& context, std::uint32_t id) {
    const auto& items = now_of(context).items;
    const auto at = std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
    return at == items.end() ? nullptr : &*at;
}

/// A new state of the scenario, one step of undo, computed at once.
void change_scenario(Context& context, Scenario next) {
    auto& view = context.state.scenario;
    view.history.change(std::move(next));
    view.dragged.reset();
    if (view.selected && !item_of(context, *view.selected)) view.selected.reset();
    setting(context, LayerId::scenario).visible = true;
    ask_scenario(context);
}

void add_item(Context& context, ScenarioItem item) {
    change_scenario(context, with_item(now_of(context), std::move(item)));
    context.state.scenario.selected = now_of(context).items.back().id;
    context.state.right_tab = RightTab::what_if;
}

/// Where a new camera looks: at the selected place, else at the nearest street or path.
double first_heading(const ViewerState& state, Point at) {
    Point towards{at.x + 1, at.y};
    double nearest = 1e300;
    const auto& result = state.project->result();
    if (state.place) {
        towards = result.places[*state.place].place.centre;
    } else {
        for (const auto& stretch : result.stretches) {
            const auto on = nearest_on(stretch.line, at);
            if (on.distance >= nearest || on.distance < 0.5) continue;
            nearest = on.distance;
            towards = on.point;
        }
    }
    return std::atan2(towards.y - at.y, towards.x - at.x) * 180 / std::numbers::pi;
}

/// A lamp out of order is mended where it stands; elsewhere a new one is put up.
void add_lamp(Context& context, Point at) {
    if (const auto lamp = lamp_at(context.state, at)) {
        const auto& own = context.state.project->city().lighting->lamps[*lamp];
        if (own.state == layers::LampState::out)
            return add_item(context, {.kind = ScenarioKind::repair, .at = own.position, .record = *lamp});
    }
    add_item(context, {.kind = ScenarioKind::lamp, .at = at});
}

void clear_plant(Context& context, Point at) {
    const auto plant = plant_at(context.state, at);
    if (!plant)
        return tell(context, NoticeKind::warning, tr("There is no plant here; click on one that is drawn on the map"));
    for (const auto& item : now_of(context).items)
        if (item.kind == ScenarioKind::clearing && item.record == *plant)
            return change_scenario(context, without_item(now_of(context), item.id));
    const Point in_it = point_of(context.state.project->city().vegetation->plants[*plant].outline);
    add_item(context, {.kind = ScenarioKind::clearing, .at = in_it, .record = *plant});
}

/// The scenario's own item is taken in hand; a lamp of the town becomes one that is moved.
void take_in_hand(Context& context, Point at) {
    if (const auto item = scenario_item_at(context.state, at)) {
        context.state.scenario.selected = item;
        return;
    }
    const auto lamp = lamp_at(context.state, at);
    if (!lamp) return;
    const Point stands = context.state.project->city().lighting->lamps[*lamp].position;
    add_item(context, {.kind = ScenarioKind::lamp, .at = stands, .record = *lamp, .from = stands});
}

void remove_at(Context& context, Point at) {
    if (const auto item = scenario_item_at(context.state, at))
        return change_scenario(context, without_item(now_of(context), *item));
    if (lamp_at(context.state, at))
        tell(context, NoticeKind::warning,
             tr("Lamps that stand in the town can be moved but not taken away; no study tells what that does"));
}

ScenarioAnswer answer_in(SharedTown& shared, const ProjectPointer& project, const Scenario& scenario) {
    const std::lock_guard lock(shared.mutex);
    if (!shared.town) shared.town = std::make_unique<ScenarioTown>(project);
    return shared.town->answer(scenario);
}

void keep_scenarios(Context& context) {
    if (!context.state.project) return;
    const auto file = scenarios_path(context.settings_file, context.state.project->path);
    if (file.empty()) return;
    std::error_code none;
    std::filesystem::create_directories(file.parent_path(), none);
    save_scenarios(context.state.scenario.saved, file);
}

auto saved_named(ScenarioView& view, const std::string& name) {
    return std::find_if(view.saved.begin(), view.saved.end(), [&](const auto& one) { return one.name == name; });
}

void step_history(Context& context, bool has_moved) {
    auto& view = context.state.scenario;
    view.dragged.reset();
    if (view.selected && !item_of(context, *view.selected)) view.selected.reset();
    if (has_moved) ask_scenario(context);
}

/// What the budget chose; before anybody set one, what the study's own did.
std::vector<std::uint32_t> chosen_options(const ViewerState& state) {
    if (state.budget.answer) return state.budget.answer->chosen;
    std::vector<std::uint32_t> options;
    const auto& plan = state.project->result().measures;
    if (plan && plan->portfolio)
        for (const auto& pick : plan->portfolio->picks) options.push_back(pick.option);
    return options;
}

/// The stretches alone: the symbols are on the map already.
LayerPointer stretches_of(const LayerPointer& whole) {
    if (!whole) return nullptr;
    auto layer = std::make_shared<MapLayer>(*whole);
    layer->title = tr("With the chosen measures");
    layer->note =
        tr("Computed by the same model as the town itself, for the chosen measures that change light or view.");
    for (auto& detail : layer->details) {
        detail.areas.clear();
        detail.points.clear();
        detail.labels.clear();
    }
    return layer;
}

void start_scenario(Context& context) {
    context.jobs.start(JobSlot::scenario, tr("Computing the scenario"),
                       [&context, project = context.state.project, town = context.town,
                        scenario = now_of(context)](const study::Progress& progress) {
                           progress(tr("light, sight, cost and effect"), -1);
                           auto answer = std::make_shared<const ScenarioAnswer>(answer_in(*town, project, scenario));
                           return Jobs::Done([&context, project, answer] {
                               if (context.state.project != project || now_of(context).items.empty()) return;
                               context.state.scenario.answer = answer;
                               context.is_changed = true;
                           });
                       });
}

void start_chosen(Context& context, std::vector<std::uint32_t> options) {
    context.jobs.start(JobSlot::scenario, tr("Computing the chosen measures"),
                       [&context, project = context.state.project, town = context.town,
                        options = std::move(options)](const study::Progress& progress) {
                           progress(tr("light, sight, cost and effect"), -1);
                           auto made = std::make_shared<ChosenTown>(ChosenTown{
                               options, answer_in(*town, project, scenario_from_options(*project, options)), nullptr});
                           made->stretches = stretches_of(made->answer.layer);
                           return Jobs::Done([&context, project, made] {
                               if (context.state.project != project) return;
                               context.state.compare.chosen = made;
                               context.is_changed = true;
                           });
                       });
}

}  // namespace

void ask_scenario(Context& context) {
    ViewerState& state = context.state;
    const bool is_drawn = !now_of(context).items.empty();
    if (!is_drawn) state.scenario.answer = nullptr;
    std::vector<std::uint32_t> options;
    if (!is_drawn && state.compare.mode == CompareMode::swipe && state.project && state.project->can_compute()) {
        options = chosen_options(state);
        if (options.empty()) state.compare.chosen = nullptr;
        if (state.compare.chosen && state.compare.chosen->options == options) options.clear();
    }
    if (!is_drawn && options.empty()) {
        context.wanted.erase(JobSlot::scenario);
        return;
    }
    if (!state.project || !state.project->can_compute()) return;
    if (is_running(context, JobSlot::scenario)) {
        context.wanted.insert(JobSlot::scenario);
        return;
    }
    if (is_drawn)
        start_scenario(context);
    else
        start_chosen(context, std::move(options));
}

void follow_choice(Context& context) {
    if (context.state.compare.mode == CompareMode::swipe && now_of(context).items.empty()) ask_scenario(context);
}

void use_scenario_tool(Context& context, Point at) {
    if (!can_compute_or_tell(context, tr("A scenario"))) return;
    switch (context.state.tool) {
        case Tool::add_lamp:
            return add_lamp(context, at);
        case Tool::add_camera:
            return add_item(
                context, {.kind = ScenarioKind::camera, .at = at, .heading_degrees = first_heading(context.state, at)});
        case Tool::clear_plant:
            return clear_plant(context, at);
        case Tool::move:
            return take_in_hand(context, at);
        case Tool::remove:
            return remove_at(context, at);
        default:
            return;
    }
}

void apply(Context& context, const command::DragItem& command) {
    auto& view = context.state.scenario;
    const ScenarioItem* item = item_of(context, command.item);
    if (!item || item->kind == ScenarioKind::repair || item->kind == ScenarioKind::clearing) return;
    Scenario next = with_moved(now_of(context), command.item, command.to, item->heading_degrees);
    if (view.dragged == command.item)
        view.history.amend(std::move(next));
    else
        view.history.change(std::move(next));
    view.selected = command.item;
    view.dragged = command.is_end ? std::nullopt : std::optional(command.item);
    ask_scenario(context);
}

void apply(Context& context, const command::TurnCamera& command) {
    const ScenarioItem* item = item_of(context, command.item);
    if (!item || item->kind != ScenarioKind::camera) return;
    change_scenario(context, with_moved(now_of(context), command.item, item->at, command.heading_degrees));
}

void apply(Context& context, const command::AddItem& command) {
    if (can_compute_or_tell(context, tr("A scenario"))) add_item(context, command.item);
}

void apply(Context& context, const command::RemoveItem& command) {
    if (item_of(context, command.item)) change_scenario(context, without_item(now_of(context), command.item));
}

void apply(Context& context, const command::SelectItem& command) {
    auto& selected = context.state.scenario.selected;
    selected = command.item && item_of(context, *command.item) ? command.item : std::nullopt;
    if (selected) context.state.right_tab = RightTab::what_if;
}

void apply(Context& context, const command::StartFromPortfolio&) {
    if (!can_compute_or_tell(context, tr("A scenario"))) return;
    const ViewerState& state = context.state;
    const auto options = chosen_options(state);
    if (options.empty()) return tell(context, NoticeKind::warning, tr("No measures are chosen; set a budget first"));
    change_scenario(context, scenario_from_options(*state.project, options));
    context.state.right_tab = RightTab::what_if;
}

void apply(Context& context, const command::NewScenario& command) {
    Scenario scenario;
    scenario.name = command.name;
    change_scenario(context, std::move(scenario));
}

void apply(Context& context, const command::SaveScenario& command) {
    auto& view = context.state.scenario;
    if (command.name.empty())
        return tell(context, NoticeKind::warning, tr("Give the scenario a name to save it under"));
    Scenario scenario = now_of(context);
    scenario.name = command.name;
    view.history.amend(scenario);
    const auto at = saved_named(view, command.name);
    if (at != view.saved.end())
        *at = std::move(scenario);
    else
        view.saved.push_back(std::move(scenario));
    std::sort(view.saved.begin(), view.saved.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    keep_scenarios(context);
    tell(context, NoticeKind::done, say("Saved the scenario {}", command.name));
}

void apply(Context& context, const command::LoadScenario& command) {
    auto& view = context.state.scenario;
    const auto at = saved_named(view, command.name);
    if (at == view.saved.end())
        return tell(context, NoticeKind::warning, say("There is no saved scenario called {}", command.name));
    change_scenario(context, *at);
}

void apply(Context& context, const command::DeleteScenario& command) {
    auto& view = context.state.scenario;
    const auto at = saved_named(view, command.name);
    if (at == view.saved.end()) return;
    view.saved.erase(at);
    std::erase_if(view.compared, [&](const auto& answer) { return answer->scenario.name == command.name; });
    keep_scenarios(context);
}

/// All saved ones, one after the other in the same town, for the table.
void apply(Context& context, const command::CompareScenarios&) {
    if (!can_compute_or_tell(context, tr("Comparing scenarios"))) return;
    if (context.state.scenario.saved.empty())
        return tell(context, NoticeKind::warning, tr("Save a scenario first: saved ones are compared"));
    if (is_running(context, JobSlot::scenario)) context.wanted.insert(JobSlot::scenario);  // asked again afterwards
    context.jobs.start(
        JobSlot::scenario, tr("Comparing the saved scenarios"),
        [&context, project = context.state.project, town = context.town,
         saved = context.state.scenario.saved](const study::Progress& progress) {
            std::vector<std::shared_ptr<const ScenarioAnswer>> answers;
            for (const auto& scenario : saved) {
                progress(scenario.name, static_cast<double>(answers.size()) / static_cast<double>(saved.size()));
                answers.push_back(std::make_shared<const ScenarioAnswer>(answer_in(*town, project, scenario)));
            }
            return Jobs::Done([&context, project, answers] {
                if (context.state.project != project) return;
                context.state.scenario.compared = answers;
                context.is_changed = true;
            });
        });
}

void apply(Context& context, const command::ExportScenario& command) {
    if (!can_compute_or_tell(context, tr("A scenario"))) return;
    if (now_of(context).items.empty())
        return tell(context, NoticeKind::warning,
                    tr("The scenario is empty; add a lamp, a camera or a clearing first"));
    write_in_turn(
        context, command.path,
        [&context, project = context.state.project, town = context.town, scenario = now_of(context),
         path = command.path](const study::Progress&) {
            export_scenario(*project, answer_in(*town, project, scenario), path);
            return Jobs::Done([&context, path] { tell(context, NoticeKind::done, say("Wrote {}", path.string())); });
        });
}

void apply(Context& context, const command::Undo&) {
    step_history(context, context.state.scenario.history.undo());
}

void apply(Context& context, const command::Redo&) {
    step_history(context, context.state.scenario.history.redo());
}

}  // namespace lykta::viewer
