// The table of the script language.
#include "viewer/app/script_words.hpp"

#include <cmath>

#include "core/language.hpp"

namespace lykta::viewer {
namespace {

using A = const Arguments&;
using namespace command;

constexpr double degree = 0.017453292519943295;

Command from(Command command) {
    return command;
}

std::vector<std::string> layer_codes() {
    std::vector<std::string> codes;
    for (int i = 0; i < layer_count; ++i) codes.emplace_back(layer_code(static_cast<LayerId>(i)));
    return codes;
}
LayerId layer_of(A a, std::size_t i) {
    return static_cast<LayerId>(a.choice(i, layer_codes()));
}

Pixel anchor_of(A a, std::size_t i) {
    return {a.number(i, std::nan("")), a.number(i + 1, std::nan(""))};
}

/// "text=…", "area=…", "reason=darkness": each at most once, in any order.
ScriptStep filter_from(A a) {
    FilterPlaces filter;
    for (std::size_t i = 0; i < a.count(); ++i) {
        const auto& word = a.text(i);
        const auto value = word.substr(std::min(word.size(), word.find('=') + 1));
        if (word.starts_with("text=")) {
            filter.text = value;
        } else if (word.starts_with("area=")) {
            filter.area = value;
        } else if (word.starts_with("reason=")) {
            for (const auto reason : {places::MainReason::none_found, places::MainReason::darkness,
                                      places::MainReason::vegetation, places::MainReason::building_defects})
                if (places::reason_code(reason) == value) filter.reason = reason;
            if (!filter.reason) a.refuse(say("'{}' is no main reason of a place.", value));
        } else {
            a.refuse(say("'{}' is none of text=, area= and reason=.", word));
        }
    }
    return from(filter);
}

void add_files(std::vector<WordRule>& rules) {
    rules.push_back(
        {"open", "FILE", tr("opens a study, a result or a folder"), [](A a) { return from(Open{a.text(0)}); }});
    rules.push_back(
        {"beside", "FILE", tr("opens the study to compare with"), [](A a) { return from(OpenBeside{a.text(0)}); }});
    rules.push_back({"base", "FILE|off", tr("a raster base map, or none"),
                     [](A a) { return from(OpenBaseRaster{a.text(0) == "off" ? std::string{} : a.text(0)}); }});
    rules.push_back({"quit", "", tr("closes the window"), [](A) { return from(Quit{}); }});
}

void add_player(std::vector<WordRule>& rules) {
    using namespace script_step;
    rules.push_back({"wait", "", tr("until no work runs and the picture is still"), [](A) { return Wait{}; }});
    rules.push_back({"size", "WIDTH HEIGHT", tr("the window's size in pixels"), [](A a) {
                         return Size{a.whole(0, 0), a.whole(1, 0)};
                     }});
    rules.push_back({"picture", "FILE", tr("writes the window as a PNG file, once it is still"),
                     [](A a) { return TakePicture{a.text(0)}; }});
    rules.push_back({"check", "NAME IS [VALUE…]",
                     tr("stops unless a value is as said; IS is =, !=, <, <=, >, >= or contains"), [](A a) {
                         const std::vector<std::string> ways = {"=", "!=", "<", "<=", ">", ">=", "contains"};
                         return Check{a.text(0), ways[a.choice(1, ways)], a.joined(2)};
                     }});
    rules.push_back({"print", "NAME", tr("prints a value"), [](A a) { return Print{a.text(0)}; }});
}

void add_map(std::vector<WordRule>& rules) {
    rules.push_back({"all", "", tr("shows the whole town"), [](A) { return from(ShowAll{}); }});
    rules.push_back({"look", "X Y METRES_PER_PIXEL", tr("puts the map's middle and scale"), [](A a) {
                         return script_step::Look{{a.number(0), a.number(1)}, a.number(2)};
                     }});
    rules.push_back({"pan", "DX DY", tr("drags the map by so many pixels"), [](A a) {
                         return from(Drag{a.number(0), a.number(1)});
                     }});
    rules.push_back({"zoom", "FACTOR [X Y]", tr("zooms round a pixel of the map, else round its middle"), [](A a) {
                         return from(Zoom{a.number(0), anchor_of(a, 1)});
                     }});
    rules.push_back({"turn", "DEGREES", tr("turns the map anticlockwise"), [](A a) {
                         return from(Turn{a.number(0) * degree, anchor_of(a, 1)});
                     }});
    rules.push_back({"north", "", tr("puts north up"), [](A) { return from(NorthUp{}); }});
    rules.push_back(
        {"tool", "NAME", tr("takes a tool"), [](A a) {
             return from(SetTool{static_cast<Tool>(a.choice(0, {"look", "visible_area", "length", "area", "add_lamp",
                                                                "add_camera", "clear_plant", "move", "remove"}))});
         }});
    rules.push_back({"click", "X Y [double]", tr("clicks a point of the project's plane with the tool"), [](A a) {
                         if (a.count() > 2) (void)a.choice(2, {"double"});
                         return from(Click{{a.number(0), a.number(1)}, a.count() > 2});
                     }});
    rules.push_back({"point", "X Y", tr("moves the pointer to a point of the project's plane"), [](A a) {
                         return from(PointerAt{Point{a.number(0), a.number(1)}});
                     }});
    rules.push_back({"end-sketch", "", tr("ends a length or an area"), [](A) { return from(EndSketch{}); }});
    rules.push_back({"clear-sketch", "", tr("takes away what was measured"), [](A) { return from(ClearSketch{}); }});
}

void add_layers(std::vector<WordRule>& rules) {
    rules.push_back({"layer", "NAME on|off", tr("shows or hides a layer"), [](A a) {
                         return from(ShowLayer{layer_of(a, 0), a.is_on(1)});
                     }});
    rules.push_back({"opacity", "NAME SHARE", tr("how opaque a layer is, 0 to 1"), [](A a) {
                         return from(SetOpacity{layer_of(a, 0), static_cast<float>(a.number(1))});
                     }});
    rules.push_back({"raise", "NAME STEPS", tr("moves a layer upwards, or downwards below 0"), [](A a) {
                         return from(MoveLayer{layer_of(a, 0), a.whole(1, 0)});
                     }});
    rules.push_back({"reset-layers", "", tr("the layers as first drawn"), [](A) { return from(ResetLayers{}); }});
    rules.push_back(
        {"night", "on|off", tr("the town as its lamps light it"), [](A a) { return from(SetNight{a.is_on(0)}); }});
}

void add_places(std::vector<WordRule>& rules) {
    rules.push_back({"place", "RANK|none", tr("chooses a place by its rank and shows it"), [](A a) {
                         if (a.text(0) == "none") return from(SelectPlace{std::nullopt});
                         const auto rank = a.index(0);
                         if (rank == 0) a.refuse(tr("ranks begin with 1."));
                         return from(SelectPlace{std::size_t{rank} - 1, true});
                     }});
    rules.push_back({"next", "", tr("the next place of the list"), [](A) { return from(NextPlace{1}); }});
    rules.push_back({"previous", "", tr("the place before it"), [](A) { return from(NextPlace{-1}); }});
    rules.push_back({"sort", "COLUMN [descending]", tr("sorts the list of places"), [](A a) {
                         if (a.count() > 1) (void)a.choice(1, {"descending"});
                         return from(SortPlaces{
                             static_cast<PlaceColumn>(a.choice(0, {"rank", "name", "area", "score", "incidents",
                                                                   "count_rank", "reason", "rate", "dark_share"})),
                             a.count() > 1});
                     }});
    rules.push_back({"filter", "[text=…] [area=…] [reason=…]", tr("which places the list holds"), filter_from});
    rules.push_back({"mark", "RANK|all|none", tr("marks places for export"), [](A a) {
                         if (a.text(0) == "all" || a.text(0) == "none") return from(MarkListed{a.text(0) == "all"});
                         const auto rank = a.index(0);
                         if (rank == 0) a.refuse(tr("ranks begin with 1."));
                         return from(MarkPlace{std::size_t{rank} - 1, true});
                     }});
    rules.push_back(
        {"search", "TEXT…", tr("searches streets, places and areas"), [](A a) { return from(Search{a.joined(0)}); }});
    rules.push_back({"go-to", "NUMBER", tr("goes to a hit of the search, the first is 1"), [](A a) {
                         const auto hit = a.index(0);
                         return from(GoToHit{hit == 0 ? 0 : std::size_t{hit} - 1});
                     }});
}

void add_budget_and_time(std::vector<WordRule>& rules) {
    rules.push_back({"budget", "SEK", tr("chooses the best measures for a budget"), [](A a) {
                         return from(SetBudget{a.number(0), true});
                     }});
    rules.push_back({"objective", "CODE", tr("what the budget is spent for"), [](A a) {
                         const auto objective = measures::objective_from(a.text(0));
                         if (!objective) a.refuse(say("'{}' is no objective of a portfolio.", a.text(0)));
                         return from(SetObjective{*objective});
                     }});
    const auto period = [](A a) -> std::optional<Period> {
        if (a.count() == 1) {
            (void)a.choice(0, {"all"});
            return std::nullopt;
        }
        return Period{a.day(0), a.day(1)};
    };
    rules.push_back({"period", "FROM|all [TO]", tr("shows a part of the period, both days included"),
                     [period](A a) { return from(SetPeriod{period(a)}); }});
    rules.push_back({"compare-period", "FROM|all [TO]", tr("the part it is held against; all: none"),
                     [period](A a) { return from(ComparePeriod{period(a)}); }});
    rules.push_back({"step", "month|quarter|year", tr("how long a step of the time is"), [](A a) {
                         return from(SetPlayStep{static_cast<PlayStep>(a.choice(0, {"month", "quarter", "year"}))});
                     }});
    rules.push_back({"play", "on|off", tr("lets the time run"), [](A a) { return from(Play{a.is_on(0)}); }});
    rules.push_back({"forward", "STEPS", tr("moves the period by so many steps"),
                     [](A a) { return from(StepPeriod{a.whole(0, 1)}); }});
    rules.push_back({"compare", "off|swipe|beside", tr("before and after, or two studies"), [](A a) {
                         return from(SetCompare{static_cast<CompareMode>(a.choice(0, {"off", "swipe", "beside"}))});
                     }});
    rules.push_back(
        {"split", "SHARE", tr("where the swipe stands, 0 to 1"), [](A a) { return from(SetSplit{a.number(0)}); }});
}

void add_scenario(std::vector<WordRule>& rules) {
    rules.push_back({"lamp", "X Y", tr("adds a lamp"), [](A a) {
                         return from(AddItem{{.kind = ScenarioKind::lamp, .at = {a.number(0), a.number(1)}}});
                     }});
    rules.push_back(
        {"camera", "X Y DEGREES", tr("adds a camera that looks so, anticlockwise from east"), [](A a) {
             return from(AddItem{
                 {.kind = ScenarioKind::camera, .at = {a.number(0), a.number(1)}, .heading_degrees = a.number(2)}});
         }});
    rules.push_back({"from-portfolio", "", tr("begins a scenario with the measures chosen"),
                     [](A) { return from(StartFromPortfolio{}); }});
    rules.push_back({"move", "ITEM X Y", tr("moves a lamp or a camera of the scenario"), [](A a) {
                         return from(DragItem{a.index(0), {a.number(1), a.number(2)}, true});
                     }});
    rules.push_back({"shift", "ITEM DX DY", tr("moves it by so many metres east and north"), [](A a) {
                         return script_step::Shift{a.index(0), a.number(1), a.number(2)};
                     }});
    rules.push_back({"aim", "ITEM DEGREES", tr("turns a camera of the scenario"), [](A a) {
                         return from(TurnCamera{a.index(0), a.number(1)});
                     }});
    rules.push_back(
        {"remove", "ITEM", tr("takes an item out of the scenario"), [](A a) { return from(RemoveItem{a.index(0)}); }});
    rules.push_back({"undo", "", tr("takes back the last change"), [](A) { return from(Undo{}); }});
    rules.push_back({"redo", "", tr("makes it again"), [](A) { return from(Redo{}); }});
    rules.push_back(
        {"new-scenario", "NAME…", tr("begins an empty scenario"), [](A a) { return from(NewScenario{a.joined(0)}); }});
    rules.push_back({"save-scenario", "NAME…", tr("keeps the scenario under a name"),
                     [](A a) { return from(SaveScenario{a.joined(0)}); }});
    rules.push_back({"load-scenario", "NAME…", tr("takes up a kept scenario"),
                     [](A a) { return from(LoadScenario{a.joined(0)}); }});
    rules.push_back({"delete-scenario", "NAME…", tr("forgets a kept scenario"),
                     [](A a) { return from(DeleteScenario{a.joined(0)}); }});
    rules.push_back({"compare-scenarios", "", tr("computes every kept scenario for the table"),
                     [](A) { return from(CompareScenarios{}); }});
    rules.push_back({"write-scenario", "FILE", tr("writes the scenario as a GeoPackage"),
                     [](A a) { return from(ExportScenario{a.text(0)}); }});
}

void add_output(std::vector<WordRule>& rules) {
    rules.push_back(
        {"page", "PAPER [DPI]", tr("the paper of a page: a4, a4-landscape, a3, a3-landscape, or pixels"), [](A a) {
             script_step::Page page;
             page.paper = static_cast<Paper>(a.choice(0, {"a4", "a4-landscape", "a3", "a3-landscape", "pixels"}));
             page.dots_per_inch = a.whole(1, 0);
             return page;
         }});
    rules.push_back({"write-page", "FILE", tr("writes the map as a page: .png, .svg or .pdf"),
                     [](A a) { return from(WritePage{a.text(0)}); }});
    rules.push_back({"write-places", "FILE", tr("writes the marked places, else those listed, as CSV"),
                     [](A a) { return from(WritePlaces{a.text(0)}); }});
}

void add_window(std::vector<WordRule>& rules) {
    rules.push_back(
        {"language", "sv|en", tr("the window's language"), [](A a) {
             return from(SetLanguage{a.choice(0, {"sv", "en"}) == 0 ? Language::swedish : Language::english});
         }});
    rules.push_back({"text-scale", "FACTOR", tr("the size of texts, 0.75 to 2"),
                     [](A a) { return from(SetTextScale{a.number(0)}); }});
    rules.push_back({"left", "places|layers|data|off", tr("the panel at the left"), [](A a) {
                         const auto tab = a.choice(0, {"places", "layers", "data", "off"});
                         return tab == 3 ? from(OpenSide{true, false}) : from(ShowLeft{static_cast<LeftTab>(tab)});
                     }});
    rules.push_back({"right", "place|measures|what-if|compare|off", tr("the panel at the right"), [](A a) {
                         const auto tab = a.choice(0, {"place", "measures", "what-if", "compare", "off"});
                         return tab == 4 ? from(OpenSide{false, false}) : from(ShowRight{static_cast<RightTab>(tab)});
                     }});
    rules.push_back({"time", "on|off", tr("the panel of the time"), [](A a) { return from(OpenTime{a.is_on(0)}); }});
    rules.push_back(
        {"legend", "on|off", tr("the legend on the map"), [](A a) { return from(OpenLegend{a.is_on(0)}); }});
    rules.push_back({"help", "on|off", tr("keys and mouse"), [](A a) { return from(OpenHelp{a.is_on(0)}); }});
    rules.push_back({"about", "on|off", tr("version and graphics"), [](A a) { return from(OpenAbout{a.is_on(0)}); }});
    rules.push_back(
        {"export", "on|off", tr("the dialog that writes pages"), [](A a) { return from(OpenExport{a.is_on(0)}); }});
    rules.push_back({"dismiss", "", tr("takes the oldest notice away"), [](A) { return from(DismissNotice{0}); }});
}

}  // namespace

const std::vector<WordRule>& word_rules() {
    static const std::vector<WordRule> rules = [] {
        std::vector<WordRule> all;
        add_player(all);
        add_files(all);
        add_map(all);
        add_layers(all);
        add_places(all);
        add_budget_and_time(all);
        add_scenario(all);
        add_output(all);
        add_window(all);
        return all;
    }();
    return rules;
}

}  // namespace lykta::viewer
