// Everything the window shows, as one value. Panels read it and emit commands (commands.hpp); apply_command changes it.
#pragma once
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/language.hpp"
#include "viewer/map/map_view.hpp"
#include "viewer/page/page.hpp"
#include "viewer/project/live_portfolio.hpp"
#include "viewer/project/period_figures.hpp"
#include "viewer/project/project.hpp"
#include "viewer/project/scenario.hpp"
#include "viewer/state/jobs.hpp"

namespace lykta::viewer {

struct LayerSetting {
    LayerId id = LayerId::ground;
    bool visible = true;
    float opacity = 1.0F;
};

enum class PlaceColumn : std::uint8_t { rank, name, area, score, incidents, count_rank, reason, rate, dark_share };
struct PlaceTable {
    PlaceColumn sorted_by = PlaceColumn::rank;
    bool descending = false;
    std::string text;  ///< filter: name or id holds it, capitals or not
    std::string area;  ///< district; empty: all
    std::optional<places::MainReason> reason;
    std::vector<std::size_t> marked;  ///< places chosen for export, ascending
};

struct BudgetView {
    double budget = 0, whole = 0;  ///< SEK
    measures::Objective objective = measures::Objective::weighted;
    std::shared_ptr<const BudgetAnswer> answer;  ///< of the newest question answered
    bool is_waiting = false;
};

enum class PlayStep : std::uint8_t { month, quarter, year };
struct TimeView {
    std::optional<Period> shown;  ///< empty: the whole period
    std::optional<Period> compared;
    PlayStep step = PlayStep::quarter;
    bool is_playing = false;
    std::shared_ptr<const PeriodFigures> figures;  ///< of `shown`; null while the whole period is shown
};

enum class CompareMode : std::uint8_t {
    off,
    swipe,  ///< before | after: the town as it is, and with the scenario or else the chosen measures
    beside  ///< two studies side by side, moved together
};
/// The town with the measures the budget chose: what a swipe shows after its edge while no scenario is drawn.
struct ChosenTown {
    std::vector<std::uint32_t> options;  ///< of the plan
    ScenarioAnswer answer;
    LayerPointer stretches;  ///< those that change; the measures themselves are the measures layer's
};
struct CompareView {
    CompareMode mode = CompareMode::off;
    double split = 0.5;                        ///< of the map's width
    ProjectPointer other;                      ///< of `beside`
    std::shared_ptr<const ChosenTown> chosen;  ///< of `swipe`; null: not computed, or nothing is chosen
};

enum class Tool : std::uint8_t { look, visible_area, length, area, add_lamp, add_camera, clear_plant, move, remove };
struct Sketch {
    std::vector<Point> points;  ///< of the length or area being measured
    bool is_closed = false;
};

enum class LeftTab : std::uint8_t { places, layers, data };
enum class RightTab : std::uint8_t { place, measures, what_if, compare };

struct ScenarioView {
    ScenarioHistory history;
    std::vector<Scenario> saved;  ///< by name
    std::shared_ptr<const ScenarioAnswer> answer;
    std::vector<std::shared_ptr<const ScenarioAnswer>> compared;  ///< saved ones computed, for the table
    std::optional<std::uint32_t> dragged;                         ///< item being dragged
    std::optional<std::uint32_t> selected;
};

struct SearchHit {
    std::string text, kind;  ///< "Storgatan", "Street"
    Box box;
    std::optional<std::size_t> place;
};

enum class NoticeKind : std::uint8_t { done, warning, error };
struct Notice {
    NoticeKind kind = NoticeKind::done;
    std::string text;
};

struct Settings {
    Language language = Language::swedish;
    double text_scale = 1.0;  ///< 0.75 … 2.0, times the screen's own
    bool night = false;
    std::vector<std::string> recent;  ///< files opened, newest first, at most ten
    bool left_open = true, right_open = true, time_open = false, legend_open = true;
};

/// The parts of the window, pixels. Computed once a frame by the layout, read by panels and map.
struct WindowLayout {
    double width = 1280, height = 800;
    Box left, right, top, bottom, map;  ///< y down; empty boxes: closed
};

struct ViewerState {
    ProjectPointer project;  ///< null: nothing is open
    std::string opening;     ///< what is being opened; empty: nothing
    MapView view;
    std::vector<LayerSetting> layers;       ///< bottom to top, one for every LayerId
    std::map<LayerId, LayerPointer> extra;  ///< made in the window: base raster, visible area, sketch, selection
    std::optional<std::size_t> place;       ///< selected
    PlaceTable table;
    BudgetView budget;
    TimeView time;
    CompareView compare;
    Tool tool = Tool::look;
    Sketch sketch;
    std::optional<Point> seen_from;  ///< of the visible area
    ScenarioView scenario;
    std::string search;
    std::vector<SearchHit> hits;
    std::filesystem::path base_raster;
    std::deque<Notice> notices;  ///< newest last, at most 20
    std::vector<JobStatus> jobs;
    Settings settings;
    LeftTab left_tab = LeftTab::places;
    RightTab right_tab = RightTab::place;
    bool legend_asked = false;  ///< opened by hand: it stands open on a narrow map too
    WindowLayout layout;
    std::optional<Point> pointer;  ///< where the mouse is, project metres
    std::string renderer;          ///< name and memory of the graphics, for "about"
    std::size_t device_bytes = 0;
    bool help_open = false, about_open = false, export_open = false, wants_to_quit = false;
    PageOptions page;
};

[[nodiscard]] ViewerState initial_state();
/// The layers to draw, bottom to top: the project's, those a period, a budget or a scenario puts in their place, and
/// the extra ones; hidden ones and those a comparison leaves out are not in it.
enum class MapSide : std::uint8_t { whole, before, after, other };
[[nodiscard]] std::vector<ShownLayer> shown_layers(const ViewerState& state, MapSide side = MapSide::whole);
/// Places as the table lists them: filtered and sorted, ties by rank.
[[nodiscard]] std::vector<std::size_t> listed_places(const ViewerState& state);
[[nodiscard]] const LayerSetting& setting_of(const ViewerState& state, LayerId id);

}  // namespace lykta::viewer
