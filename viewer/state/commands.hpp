// What a user can ask for. Panels, keys, the mouse and scripts all speak in these; nothing else changes the state.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer::command {

// Files
struct Open {
    std::filesystem::path path;
};
struct OpenBeside {
    std::filesystem::path path;
};  ///< the study to compare with
struct OpenBaseRaster {
    std::filesystem::path path;
};  ///< empty: take it away
struct CancelJob {
    JobSlot slot = JobSlot::open;
};
struct Quit {};
// The map
struct SetView {
    MapView view;
};
struct Drag {
    double dx = 0, dy = 0;
};
struct Zoom {
    double factor = 1;
    Pixel anchor;
};
struct Turn {
    double radians = 0;
    Pixel anchor;
};
struct NorthUp {};
struct ShowAll {};
struct ShowBox {
    Box box;
};
struct SetTool {
    Tool tool = Tool::look;
};
struct Click {
    Point at;
    bool is_double = false;
};  ///< on the map, with the present tool
struct PointerAt {
    std::optional<Point> at;
};
struct DragItem {
    std::uint32_t item = 0;
    Point to;
    bool is_end = false;
};  ///< a scenario's lamp or camera
struct TurnCamera {
    std::uint32_t item = 0;
    double heading_degrees = 0;
};
struct EndSketch {};
struct ClearSketch {};
// Layers
struct ShowLayer {
    LayerId id = LayerId::ground;
    bool visible = true;
};
struct SetOpacity {
    LayerId id = LayerId::ground;
    float opacity = 1;
};
struct MoveLayer {
    LayerId id = LayerId::ground;
    int by = 0;
};  ///< > 0: upwards
struct ResetLayers {};
struct SetNight {
    bool night = true;
};
// Places
struct SelectPlace {
    std::optional<std::size_t> place;
    bool and_show = false;
};
struct NextPlace {
    int by = 1;
};  ///< in the table's order
struct SortPlaces {
    PlaceColumn column = PlaceColumn::rank;
    bool descending = false;
};
struct FilterPlaces {
    std::string text;
    std::string area;
    std::optional<places::MainReason> reason;
};
struct MarkPlace {
    std::size_t place = 0;
    bool marked = true;
};
struct MarkListed {
    bool marked = true;
};
struct Search {
    std::string text;
};
struct GoToHit {
    std::size_t hit = 0;
};
// Budget
struct SetBudget {
    double budget = 0;
    bool is_final = true;
};  ///< not final: the slider is still held
struct SetObjective {
    measures::Objective objective = measures::Objective::weighted;
};
// Time
struct SetPeriod {
    std::optional<Period> shown;
};
struct ComparePeriod {
    std::optional<Period> compared;
};
struct SetPlayStep {
    PlayStep step = PlayStep::quarter;
};
struct Play {
    bool playing = true;
};
struct StepPeriod {
    int by = 1;
};
// Compare
struct SetCompare {
    CompareMode mode = CompareMode::off;
};
struct SetSplit {
    double split = 0.5;
};
// What if
struct AddItem {
    ScenarioItem item;
};
struct RemoveItem {
    std::uint32_t item = 0;
};
struct SelectItem {
    std::optional<std::uint32_t> item;
};
struct StartFromPortfolio {};
struct NewScenario {
    std::string name;
};
struct SaveScenario {
    std::string name;
};
struct LoadScenario {
    std::string name;
};
struct DeleteScenario {
    std::string name;
};
struct CompareScenarios {};
struct ExportScenario {
    std::filesystem::path path;
};
struct Undo {};
struct Redo {};
// Output
struct WritePage {
    std::filesystem::path path;
};  ///< with ViewerState::page
struct SetPage {
    PageOptions page;
};
struct WritePlaces {
    std::filesystem::path path;
};  ///< marked places, else those listed, as CSV
// The window
struct SetLanguage {
    Language language = Language::swedish;
};
struct SetTextScale {
    double scale = 1;
};
struct ShowLeft {
    LeftTab tab = LeftTab::places;
};
struct ShowRight {
    RightTab tab = RightTab::place;
};
struct OpenSide {
    bool left = true;
    bool open = true;
};
struct OpenTime {
    bool open = true;
};
struct OpenLegend {
    bool open = true;
};
struct OpenHelp {
    bool open = true;
};
struct OpenAbout {
    bool open = true;
};
struct OpenExport {
    bool open = true;
};
struct DismissNotice {
    std::size_t notice = 0;
};
struct Tell {
    Notice notice;
};

}  // namespace lykta::viewer::command

namespace lykta::viewer {

using Command =
    std::variant<command::Open, command::OpenBeside, command::OpenBaseRaster, command::CancelJob, command::Quit,
                 command::SetView, command::Drag, command::Zoom, command::Turn, command::NorthUp, command::ShowAll,
                 command::ShowBox, command::SetTool, command::Click, command::PointerAt, command::DragItem,
                 command::TurnCamera, command::EndSketch, command::ClearSketch, command::ShowLayer, command::SetOpacity,
                 command::MoveLayer, command::ResetLayers, command::SetNight, command::SelectPlace, command::NextPlace,
                 command::SortPlaces, command::FilterPlaces, command::MarkPlace, command::MarkListed, command::Search,
                 command::GoToHit, command::SetBudget, command::SetObjective, command::SetPeriod,
                 command::ComparePeriod, command::SetPlayStep, command::Play, command::StepPeriod, command::SetCompare,
                 command::SetSplit, command::AddItem, command::RemoveItem, command::SelectItem,
                 command::StartFromPortfolio, command::NewScenario, command::SaveScenario, command::LoadScenario,
                 command::DeleteScenario, command::CompareScenarios, command::ExportScenario, command::Undo,
                 command::Redo, command::WritePage, command::SetPage, command::WritePlaces, command::SetLanguage,
                 command::SetTextScale, command::ShowLeft, command::ShowRight, command::OpenSide, command::OpenTime,
                 command::OpenLegend, command::OpenHelp, command::OpenAbout, command::OpenExport,
                 command::DismissNotice, command::Tell>;

/// What the panels of one frame asked for, in order.
class Commands {
public:
    template <class C>
    void emit(C command) {
        m_commands.emplace_back(std::move(command));
    }
    [[nodiscard]] std::vector<Command> take() { return std::exchange(m_commands, {}); }
    [[nodiscard]] bool empty() const { return m_commands.empty(); }

private:
    std::vector<Command> m_commands;
};

/// The one place where the state changes. Engine work is started in `jobs`; what it finds comes back as a change too.
class Controller {
public:
    Controller(ViewerState& state, Jobs& jobs);
    ~Controller();
    /// Reads what is kept in this file (settings_file.hpp: settings_path()) into the state, language and all, and keeps
    /// it from now on: settings, recent files, how each project was left, scenarios. Without it nothing is kept.
    /// \returns the project that was open last, where it is still there: what to open when nothing is asked for
    std::filesystem::path keep_in(const std::filesystem::path& settings_file);
    /// Never throws an Error: what cannot be done becomes a notice that says why and what to do.
    void apply(const Command& command);
    /// Takes in what jobs have finished, and moves a playing period on. \returns true when the state changed
    bool poll(double seconds_now);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lykta::viewer
