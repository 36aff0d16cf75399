// What the controller's commands share, beside the state: jobs, the scenario's town, what is waiting to be asked, and
// what is kept from one day to the next. Only the files of this folder include it.
#pragma once
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "viewer/state/commands.hpp"
#include "viewer/state/jobs.hpp"
#include "viewer/state/search.hpp"
#include "viewer/state/settings_file.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// The scenario's town with its lock: whichever job comes waits for the one before it.
struct SharedTown {
    std::mutex mutex;
    std::unique_ptr<ScenarioTown> town;
};

struct Context {
    ViewerState& state;
    Jobs& jobs;
    std::shared_ptr<SharedTown> town = std::make_shared<SharedTown>();  ///< of the present project
    std::deque<std::pair<std::string, Jobs::Work>> writes;  ///< files still to be written, title first: none is dropped
    std::set<JobSlot> wanted;               ///< asked again when what runs there has ended: the newest question wins
    bool is_budget_final = true;            ///< the slider was let go: draws follow the quick answer
    bool runs_draws = false;                ///< the running budget job is the slow one
    std::filesystem::path opening_path;     ///< what the user asked to open; empty: nothing, or done
    std::optional<Language> next_language;  ///< wanted, waits until no job speaks the old one
    std::filesystem::path settings_file;    ///< empty: nothing is kept
    KeptSettings kept;
    bool is_kept_changed = false;
    bool shows_light_by_day = false;  ///< the illuminance layer's visibility before night fell
    SearchIndex search;
    std::optional<MapView> raster_view;  ///< the view the base raster was read for
    MapView last_view;
    double now = 0, view_moved = 0, last_step = 0, last_kept = 0;  ///< seconds
    bool is_changed = false;                                       ///< something came back from a job
};

/// A notice under those already there, at most 20 kept.
void tell(Context& context, NoticeKind kind, std::string text);
/// A job has this slot, or its result has not been taken in yet.
[[nodiscard]] bool is_running(const Context& context, JobSlot slot);
[[nodiscard]] LayerSetting& setting(Context& context, LayerId id);
/// False, with a notice that says why, unless the open project can compute.
[[nodiscard]] bool can_compute_or_tell(Context& context, const std::string& what);

// Questions to the engine, asked as jobs. The newest wins; one that runs is let end, so that a drag is followed.
/// The scenario drawn; where none is and the map is swiped, the town with the chosen measures.
void ask_scenario(Context& context);
/// The chosen measures are others now.
void follow_choice(Context& context);
void ask_budget(Context& context);
void ask_period(Context& context);
void ask_base_raster(Context& context);
/// The same file in the present language, or the study behind a result: the view and the choices stay.
void reopen(Context& context, const std::filesystem::path& path, const std::string& title);
/// The study that is compared with anew; what is shown of it stays.
void reopen_other(Context& context);

/// Writes a file after those asked for before it.
void write_in_turn(Context& context, const std::filesystem::path& file, Jobs::Work work);
void write_next(Context& context);

// What time brings, from Controller::poll.
void play_on(Context& context);
void follow_base_raster(Context& context);
void change_language_when_still(Context& context);

// Shared steps
void remember_project(Context& context);  ///< its view and layers, into `kept`
void choose_place(Context& context, std::optional<std::size_t> place);
void show_box(Context& context, const Box& box);
void rebuild_sketch(Context& context);
/// A click with a tool of the what-if.
void use_scenario_tool(Context& context, Point at);
/// Points and pixels: how many metres a finger's breadth of 8 pixels is.
[[nodiscard]] double reach_m(const ViewerState& state);

}  // namespace lykta::viewer
