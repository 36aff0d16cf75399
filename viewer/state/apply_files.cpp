// Opening: a study or a result, another beside it; and what a new project means for all that is shown.
#include <algorithm>

#include "core/error.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t most_recent = 10;

std::string key_of(const std::filesystem::path& path) {
    std::error_code none;
    const auto whole = std::filesystem::absolute(path, none);
    return (none ? path : whole).lexically_normal().string();
}

/// A project with what takes a moment to find out about it.
struct Opened {
    ProjectPointer project;
    double whole_budget = 0;
};
Opened opened(ProjectPointer project) {
    Opened result{std::move(project)};
    if (result.project->can_compute() && result.project->result().measures)
        result.whole_budget = whole_budget(*result.project);
    return result;
}

/// Where the slider stands at first: the study's own budget, else half of what is worth buying.
BudgetView first_budget(const Opened& opened) {
    BudgetView view;
    view.whole = opened.whole_budget;
    view.budget = opened.whole_budget / 2;
    const auto& plan = opened.project->result().measures;
    if (plan && plan->portfolio) {
        view.budget = plan->portfolio->budget;
        view.objective = plan->portfolio->objective;
    }
    return view;
}

void add_recent(Context& context, const std::filesystem::path& path) {
    auto& recent = context.state.settings.recent;
    const std::string key = key_of(path);
    std::erase(recent, key);
    recent.insert(recent.begin(), key);
    if (recent.size() > most_recent) recent.resize(most_recent);
    context.kept.last = key;
    context.is_kept_changed = true;
}

/// The view and the layers this file was left with, where they are known and still show some of it.
void restore_project(Context& context) {
    ViewerState& state = context.state;
    state.view = fitted(state.view, state.project->frame());
    const auto kept = context.kept.projects.find(key_of(state.project->path));
    if (kept == context.kept.projects.end()) return;
    MapView view = state.view;
    view.centre = kept->second.centre;
    view.metres_per_pixel = kept->second.metres_per_pixel;
    view.turn = kept->second.turn;
    const Box town = state.project->frame().expanded(5000);
    if (town.contains(view.centre)) state.view = view;
    state.layers = merged_layers(kept->second.layers);
    if (state.settings.night) setting(context, LayerId::illuminance).visible = true;
    std::error_code none;
    const std::string& raster = kept->second.base_raster;
    if (raster.empty() || !std::filesystem::exists(raster, none)) return;
    state.base_raster = raster;
    ask_base_raster(context);
}

/// What followed from the project before and stands no longer.
void forget_answers(Context& context) {
    ViewerState& state = context.state;
    context.town = std::make_shared<SharedTown>();
    context.search = {};
    context.wanted.clear();
    for (const JobSlot slot : {JobSlot::budget, JobSlot::period, JobSlot::scenario}) context.jobs.cancel(slot);
    state.budget.answer = nullptr;
    state.time.figures = nullptr;
    state.scenario.answer = nullptr;
    state.scenario.compared.clear();
    state.compare.chosen = nullptr;
    state.hits.clear();
    state.extra.erase(LayerId::visible_area);
    state.extra.erase(LayerId::selection);
    state.seen_from.reset();
}

/// Out of the way of what is saved next, so that nothing that may be mended by hand is written over.
void set_aside_damaged(Context& context, const std::filesystem::path& file, const std::string& why) {
    std::error_code trouble;
    auto aside = file;
    aside += ".damaged";
    for (int i = 2; std::filesystem::exists(aside, trouble); ++i) aside = file.string() + fmt::format(".damaged{}", i);
    std::filesystem::rename(file, aside, trouble);
    if (trouble) return tell(context, NoticeKind::warning, why);
    tell(context, NoticeKind::warning,
         say("The saved scenarios could not be read ({}); their file is kept as {}", why, aside.string()));
}

std::vector<Scenario> saved_scenarios(Context& context) {
    const auto file = scenarios_path(context.settings_file, context.state.project->path);
    std::error_code none;
    if (file.empty() || !std::filesystem::exists(file, none)) return {};
    try {
        return load_scenarios(file);
    } catch (const Error& error) {
        set_aside_damaged(context, file, error.what());
        return {};
    }
}

/// The study has its own saved scenarios; those saved beside its result join them. Of two by one name both are kept.
void merge_saved_scenarios(Context& context) {
    auto& saved = context.state.scenario.saved;
    auto all = saved_scenarios(context);
    const auto named = [&](const std::string& name) {
        return std::find_if(all.begin(), all.end(), [&](const Scenario& one) { return one.name == name; });
    };
    for (auto& scenario : saved) {
        const auto same = named(scenario.name);
        if (same != all.end() && same->items == scenario.items) continue;
        const std::string name = scenario.name;
        for (int i = 2; named(scenario.name) != all.end(); ++i) scenario.name = fmt::format("{} ({})", name, i);
        all.push_back(std::move(scenario));
    }
    saved = std::move(all);
}

/// A result names its places as its study does: the selection is found again by id.
std::optional<std::size_t> place_named(const Project& project, const std::string& id) {
    const auto& places = project.result().places;
    const auto at = std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.place.id == id; });
    if (id.empty() || at == places.end()) return std::nullopt;
    return static_cast<std::size_t>(at - places.begin());
}

std::vector<std::string> marked_ids(const ViewerState& state) {
    std::vector<std::string> ids;
    if (!state.project) return ids;
    for (const auto place : state.table.marked) ids.push_back(state.project->result().places.at(place).place.id);
    return ids;
}

void mark_again(ViewerState& state, const std::vector<std::string>& ids) {
    state.table.marked.clear();
    for (const auto& id : ids)
        if (const auto place = place_named(*state.project, id)) state.table.marked.push_back(*place);
    std::sort(state.table.marked.begin(), state.table.marked.end());
}

std::string selected_id(const ViewerState& state) {
    if (!state.project || !state.place) return "";
    return state.project->result().places[*state.place].place.id;
}

void open_study_behind(Context& context) {
    const Project& project = *context.state.project;
    std::error_code none;
    if (project.origin != Origin::result || project.study_path.empty()) return;
    if (!std::filesystem::exists(project.study_path, none)) return;
    reopen(context, project.study_path, say("Reading the study behind {}", project.path.filename().string()));
}

/// A project nobody had open: everything starts from it.
void adopt(Context& context, const Opened& opened) {
    ViewerState& state = context.state;
    remember_project(context);
    context.opening_path.clear();
    context.jobs.cancel(JobSlot::base_raster);
    forget_answers(context);
    state.project = opened.project;
    state.place.reset();
    state.table = {};
    state.budget = first_budget(opened);
    state.time = {};
    state.sketch = {};
    state.extra.clear();
    state.base_raster.clear();
    context.raster_view.reset();
    state.scenario = {};
    state.tool = Tool::look;
    state.search.clear();
    if (state.compare.mode == CompareMode::swipe) state.compare.mode = CompareMode::off;
    state.layers = initial_state().layers;
    restore_project(context);
    state.scenario.saved = saved_scenarios(context);
    add_recent(context, opened.project->path);
    context.is_changed = true;
    open_study_behind(context);
}

/// The same town again, in another language or able to compute: what the user has chosen stays and is asked anew.
void replace_project(Context& context, const Opened& opened) {
    ViewerState& state = context.state;
    const std::string id = selected_id(state);
    const auto marked = marked_ids(state);
    const bool is_other_path = key_of(state.project->path) != key_of(opened.project->path);
    const bool asked_budget = state.budget.answer != nullptr;
    const BudgetView budget = state.budget;
    forget_answers(context);
    state.project = opened.project;
    mark_again(state, marked);
    if (is_other_path) merge_saved_scenarios(context);
    if (state.budget.whole <= 0)
        state.budget = first_budget(opened);
    else
        state.budget.whole = opened.whole_budget;
    state.place.reset();
    const RightTab tab = state.right_tab;
    choose_place(context, place_named(*opened.project, id));
    state.right_tab = tab;  // the user chose no place now
    if (asked_budget) ask_budget(context);
    ask_period(context);
    ask_scenario(context);
    ask_base_raster(context);
    rebuild_sketch(context);
    context.is_changed = true;
}

/// `then` is what the window shows of it.
void open_other(Context& context, const std::filesystem::path& path, void (*then)(ViewerState&)) {
    const std::string name = path.filename().string();
    context.jobs.start(JobSlot::open_other, say("Opening {} to compare with", name),
                       [&context, path, then](const study::Progress& progress) {
                           auto other = open_project(path, progress);
                           return Jobs::Done([&context, other, then] {
                               context.state.compare.other = other;
                               then(context.state);
                               context.is_changed = true;
                           });
                       });
}

/// The result that the study to be read must agree with: the one that is open, or the one it was opened for.
std::shared_ptr<const outputs::RunResult> stood_for(const ProjectPointer& before, bool is_same_file) {
    if (!before) return nullptr;
    if (is_same_file) return before->stands_for;
    return before->origin == Origin::result ? head_of(before->result()) : nullptr;
}

void tell_differences(Context& context, const std::filesystem::path& study_file,
                      const std::vector<std::string>& differs) {
    constexpr std::size_t most_named = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(most_named, differs.size()); ++i) names += (i > 0 ? ", " : "") + differs[i];
    if (differs.size() > most_named) names += ", …";
    tell(context, NoticeKind::warning,
         say("{} no longer says what the result was made from ({}), so what is open stays as it is; open the study "
             "itself to compute",
             study_file.string(), names));
}

}  // namespace

void remember_project(Context& context) {
    const ViewerState& state = context.state;
    if (!state.project) return;
    KeptProject kept{state.view.centre, state.view.metres_per_pixel, state.view.turn, state.layers,
                     state.base_raster.empty() ? "" : key_of(state.base_raster)};
    for (auto& layer : kept.layers)
        if (layer.id == LayerId::illuminance && state.settings.night) layer.visible = context.shows_light_by_day;
    context.kept.projects[key_of(state.project->path)] = std::move(kept);
}

void reopen(Context& context, const std::filesystem::path& path, const std::string& title) {
    const auto before = context.state.project;
    const bool is_same_file = before && before->path == path;
    context.opening_path.clear();
    const auto shown = stood_for(before, is_same_file);
    context.jobs.start(JobSlot::open, title, [=, &context](const study::Progress& progress) {
        try {
            const auto behind =
                shown ? open_study_behind(path, shown, progress) : StudyBehind{open_project(path, progress), {}};
            if (!behind.project)
                return Jobs::Done([&context, before, path, differs = behind.differs] {
                    if (context.state.project == before) tell_differences(context, path, differs);
                });
            auto result = opened(behind.project);
            return Jobs::Done([&context, before, result] {
                if (context.state.project == before) replace_project(context, result);
            });
        } catch (const Error& error) {  // what is shown is whole without it: a warning, and the user goes on
            const std::string text = error.what();
            return Jobs::Done([&context, text, is_same_file] {
                tell(context, NoticeKind::warning,
                     is_same_file ? text : say("Scenarios, budgets and periods cannot be computed here: {}", text));
            });
        }
    });
}

void apply(Context& context, const command::Open& command) {
    const std::string name = command.path.filename().string();
    context.opening_path = command.path;
    context.state.opening = name.empty() ? command.path.string() : name;
    context.jobs.start(JobSlot::open, say("Opening {}", context.state.opening),
                       [&context, path = command.path](const study::Progress& progress) {
                           auto result = opened(open_project(path, progress));
                           return Jobs::Done([&context, result] { adopt(context, result); });
                       });
}

void apply(Context& context, const command::OpenBeside& command) {
    open_other(context, command.path, [](ViewerState& state) {
        state.compare.mode = CompareMode::beside;
        state.right_tab = RightTab::compare;
    });
}

void reopen_other(Context& context) {
    if (context.state.compare.other) open_other(context, context.state.compare.other->path, [](ViewerState&) {});
}

void apply(Context& context, const command::CancelJob& command) {
    context.wanted.erase(command.slot);
    if (command.slot == JobSlot::write) context.writes.clear();
    context.jobs.cancel(command.slot);
}

void apply(Context& context, const command::Quit&) {
    context.state.wants_to_quit = true;
}

}  // namespace lykta::viewer
