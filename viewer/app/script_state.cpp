// Values of the state by name: what scripts check and print.
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
#include "outputs/words.hpp"
#include "viewer/app/script_check.hpp"

namespace lykta::viewer {
namespace {

using State = const ViewerState&;
using Value = std::function<std::string(State)>;
using Values = std::map<std::string, Value>;

/// Plain: a decimal point, no thousands marks, no more digits than needed.
std::string number(double value) {
    return fmt::format("{:.10g}", value);
}
std::string count(std::size_t value) {
    return fmt::format("{}", value);
}
std::string on(bool value) {
    return value ? "on" : "off";
}
template <class Enum>
std::string name_of(Enum value, std::initializer_list<const char*> names) {
    return *(names.begin() + static_cast<std::ptrdiff_t>(value));
}

/// Of the chosen place; empty where none is.
template <class Get>
Value of_place(Get get) {
    return [get](State state) -> std::string {
        const bool known = state.project && state.place && *state.place < state.project->result().places.size();
        return known ? get(state.project->result().places[*state.place]) : std::string{};
    };
}
template <class Get>
Value of_project(Get get) {
    return [get](State state) -> std::string { return state.project ? get(*state.project) : std::string{}; };
}
template <class Get>
Value of_answer(Get get) {
    return
        [get](State state) -> std::string { return state.budget.answer ? get(*state.budget.answer) : std::string{}; };
}
template <class Get>
Value of_scenario(Get get) {
    return [get](State state) -> std::string {
        return state.scenario.answer ? get(*state.scenario.answer) : std::string{};
    };
}

void add_project(Values& values) {
    values["project.name"] = of_project([](const Project& p) { return p.result().study_name; });
    values["project.origin"] = of_project([](const Project& p) { return name_of(p.origin, {"study", "result"}); });
    values["project.missing"] = of_project([](const Project& p) { return count(p.missing.size()); });
    values["project.places"] = of_project([](const Project& p) { return count(p.result().places.size()); });
    values["project.sources"] = of_project([](const Project& p) { return count(p.result().sources.size()); });
    values["project.set_aside"] = of_project([](const Project& p) {
        std::size_t rows = 0;
        for (const auto& source : p.result().sources) rows += source.account.set_aside.size();
        return count(rows);
    });
    values["project.privacy"] =
        of_project([](const Project& p) { return std::string{p.result().public_level ? "public" : "internal"}; });
    values["project.can_compute"] = of_project([](const Project& p) { return on(p.can_compute()); });
    values["other.name"] = [](State s) {
        return s.compare.other ? s.compare.other->result().study_name : std::string{};
    };
    values["opening"] = [](State s) { return s.opening; };
}

void add_places(Values& values) {
    values["place.id"] = of_place([](const auto& p) { return p.place.id; });
    values["place.name"] = of_place([](const auto& p) { return p.place.name; });
    values["place.area"] = of_place([](const auto& p) { return p.place.area_name; });
    values["place.rank"] = of_place([](const auto& p) { return number(p.rank); });
    values["place.score"] = of_place([](const auto& p) { return number(p.score); });
    values["place.incidents"] = of_place([](const auto& p) { return number(p.facts.incidents); });
    values["place.reason"] = of_place([](const auto& p) { return std::string{places::reason_code(p.reason)}; });
    values["places.listed"] = [](State s) { return s.project ? count(listed_places(s).size()) : "0"; };
    values["places.marked"] = [](State s) { return count(s.table.marked.size()); };
    values["places.first"] = [](State s) -> std::string {
        if (!s.project) return {};
        const auto listed = listed_places(s);
        return listed.empty() ? std::string{} : s.project->result().places[listed.front()].place.id;
    };
    values["search.hits"] = [](State s) { return count(s.hits.size()); };
}

void add_budget(Values& values) {
    values["budget"] = [](State s) { return number(s.budget.budget); };
    values["budget.whole"] = [](State s) { return number(s.budget.whole); };
    values["budget.chosen"] = of_answer([](const BudgetAnswer& a) { return count(a.chosen.size()); });
    values["budget.measures"] = of_answer([](const BudgetAnswer& a) { return count(a.portfolio.totals.measures); });
    values["budget.investment"] =
        of_answer([](const BudgetAnswer& a) { return number(a.portfolio.totals.investment); });
    values["budget.prevented"] = of_answer([](const BudgetAnswer& a) { return number(a.portfolio.totals.prevented); });
    values["budget.rejected"] = of_answer([](const BudgetAnswer& a) { return count(a.rejected.size()); });
    values["budget.refusal"] = of_answer([](const BudgetAnswer& a) { return a.refusal; });
}

/// Measures proposed; of those, whose effect cannot be told apart within 20 years even against ten control areas.
void add_measures(Values& values) {
    const auto counted = [](auto holds_for) {
        return of_project([holds_for](const Project& p) {
            std::size_t found = 0;
            if (p.result().measures)
                for (const auto& sited : p.result().measures->sited) found += holds_for(sited) ? 1 : 0;
            return count(found);
        });
    };
    values["measures.proposed"] = counted([](const auto&) { return true; });
    values["measures.without_number"] = counted([](const auto& sited) { return !sited.effect.has_number; });
    values["measures.undetectable"] =
        counted([](const auto& sited) { return sited.effect.has_number && !sited.detect.months_ten; });
}

void add_time(Values& values) {
    values["time.from"] = [](State s) { return s.time.shown ? iso_date(s.time.shown->first_day) : std::string{}; };
    values["time.to"] = [](State s) { return s.time.shown ? iso_date(s.time.shown->last_day) : std::string{}; };
    values["time.playing"] = [](State s) { return on(s.time.is_playing); };
    values["time.told_apart"] = [](State s) {
        std::size_t places = 0;
        if (s.time.figures)
            for (const auto& change : s.time.figures->changes) places += change.is_told_apart ? 1 : 0;
        return count(places);
    };
    values["compare"] = [](State s) { return name_of(s.compare.mode, {"off", "swipe", "beside"}); };
}

void add_scenario(Values& values) {
    values["scenario.name"] = [](State s) { return s.scenario.history.now().name; };
    values["scenario.items"] = [](State s) { return count(s.scenario.history.now().items.size()); };
    const auto of_kind = [](ScenarioKind kind) -> Value {
        return [kind](State s) {
            std::size_t found = 0;
            for (const auto& item : s.scenario.history.now().items) found += item.kind == kind ? 1 : 0;
            return count(found);
        };
    };
    values["scenario.lamps"] = of_kind(ScenarioKind::lamp);
    values["scenario.cameras"] = of_kind(ScenarioKind::camera);
    values["scenario.clearings"] = of_kind(ScenarioKind::clearing);
    values["scenario.saved"] = [](State s) { return count(s.scenario.saved.size()); };
    values["scenario.can_undo"] = [](State s) { return on(s.scenario.history.can_undo()); };
    values["scenario.cost"] = of_scenario([](const ScenarioAnswer& a) { return number(a.town.money.investment); });
    values["scenario.metres_to_class"] = of_scenario([](const ScenarioAnswer& a) { return number(a.metres_to_class); });
    values["scenario.metres_of_sight"] = of_scenario([](const ScenarioAnswer& a) { return number(a.metres_of_sight); });
    values["scenario.stretches"] = of_scenario([](const ScenarioAnswer& a) { return count(a.town.changes.size()); });
    values["scenario.notes"] = of_scenario([](const ScenarioAnswer& a) { return count(a.notes.size()); });
}

std::string notices_of(State state, NoticeKind kind) {
    std::size_t found = 0;
    for (const auto& notice : state.notices) found += notice.kind == kind ? 1 : 0;
    return count(found);
}

void add_window(Values& values) {
    values["notice"] = [](State s) { return s.notices.empty() ? std::string{} : s.notices.back().text; };
    values["notices"] = [](State s) { return count(s.notices.size()); };
    values["errors"] = [](State s) { return notices_of(s, NoticeKind::error); };
    values["warnings"] = [](State s) { return notices_of(s, NoticeKind::warning); };
    values["language"] = [](State s) { return name_of(s.settings.language, {"sv", "en"}); };
    values["night"] = [](State s) { return on(s.settings.night); };
    values["text_scale"] = [](State s) { return number(s.settings.text_scale); };
    values["tool"] = [](State s) {
        return name_of(s.tool, {"look", "visible_area", "length", "area", "add_lamp", "add_camera", "clear_plant",
                                "move", "remove"});
    };
    values["sketch.points"] = [](State s) { return count(s.sketch.points.size()); };
    values["view.x"] = [](State s) { return number(s.view.centre.x); };
    values["view.y"] = [](State s) { return number(s.view.centre.y); };
    values["view.metres_per_pixel"] = [](State s) { return number(s.view.metres_per_pixel); };
    values["view.degrees"] = [](State s) { return number(s.view.turn * 57.29577951308232); };
    values["layers.shown"] = [](State s) { return count(shown_layers(s).size()); };
    values["renderer"] = [](State s) { return s.renderer; };
    values["device_bytes"] = [](State s) { return count(s.device_bytes); };
    for (int i = 0; i < layer_count; ++i) {
        const auto id = static_cast<LayerId>(i);
        values[std::string{"layer."} + layer_code(id)] = [id](State s) { return on(setting_of(s, id).visible); };
    }
}

const Values& values() {
    static const Values all = [] {
        Values made;
        add_project(made);
        add_places(made);
        add_budget(made);
        add_measures(made);
        add_time(made);
        add_scenario(made);
        add_window(made);
        return made;
    }();
    return all;
}

std::optional<double> as_number(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == '\0' ? std::optional{value} : std::nullopt;
}

template <class T>
bool compared(const T& found, const std::string& is, const T& wanted) {
    if (is == "=") return found == wanted;
    if (is == "!=") return found != wanted;
    if (is == "<") return found < wanted;
    if (is == "<=") return found <= wanted;
    if (is == ">") return found > wanted;
    return found >= wanted;
}

}  // namespace

std::string state_value(const ViewerState& state, const std::string& name) {
    const auto found = values().find(name);
    if (found != values().end()) return found->second(state);
    std::set<std::string> known;
    for (const auto& [word, value] : values()) known.insert(word);
    const auto near = nearest_word(name, known);
    throw Error{ErrorCode::bad_option,
                near.empty() ? say("'{}' is no value of the viewer; lykta-viewer --help-script lists them.", name)
                             : say("'{}' is no value of the viewer; did you mean '{}'?", name, near)};
}

std::vector<std::string> state_names() {
    std::vector<std::string> names;
    for (const auto& [name, value] : values()) names.push_back(name);
    return names;
}

bool holds(const std::string& found, const script_step::Check& wanted) {
    if (wanted.is == "contains") return found.find(wanted.value) != std::string::npos;
    const auto a = as_number(found), b = as_number(wanted.value);
    return a && b ? compared(*a, wanted.is, *b) : compared(found, wanted.is, wanted.value);
}

}  // namespace lykta::viewer
