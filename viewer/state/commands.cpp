// The controller: sends each command to its function, takes in what jobs found, and lets time move what moves by
// itself.
#include "viewer/state/commands.hpp"

#include <algorithm>
#include <cassert>

#include "core/error.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t most_notices = 20;
constexpr double keep_every = 5.0;  ///< seconds between two writings of the settings

void keep_now(Context& context) {
    context.is_kept_changed = false;
    context.last_kept = context.now;
    if (context.settings_file.empty()) return;
    remember_project(context);
    context.kept.settings = context.state.settings;
    try {
        write_settings(context.kept, context.settings_file);
    } catch (const Error& error) {
        tell(context, NoticeKind::warning, error.what());
        context.settings_file.clear();  // once is enough
    }
}

/// Questions that came while an older one was worked on are asked now.
void ask_what_waits(Context& context) {
    if (context.next_language) return;  // asked anew in the new language
    for (const JobSlot slot : std::set<JobSlot>(context.wanted)) {
        if (is_running(context, slot)) continue;
        context.wanted.erase(slot);
        if (slot == JobSlot::scenario) ask_scenario(context);
        if (slot == JobSlot::budget) ask_budget(context);
        if (slot == JobSlot::period) ask_period(context);
        if (slot == JobSlot::base_raster) ask_base_raster(context);
    }
}

bool same_status(const std::vector<JobStatus>& a, const std::vector<JobStatus>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const JobStatus& x, const JobStatus& y) {
        return x.slot == y.slot && x.title == y.title && x.stage == y.stage && x.share == y.share;
    });
}

void take_status(Context& context) {
    auto status = context.jobs.status();
    if (!same_status(status, context.state.jobs)) context.is_changed = true;
    context.state.jobs = std::move(status);
    if (!is_running(context, JobSlot::open)) {
        context.state.opening.clear();
        if (!context.next_language) context.opening_path.clear();
    }
    context.state.budget.is_waiting = is_running(context, JobSlot::budget);
}

/// Commands after which the settings file differs from the state.
bool changes_what_is_kept(const Command& command) {
    using namespace command;
    return std::visit(
        []<class C>(const C&) {
            return std::is_same_v<C, SetLanguage> || std::is_same_v<C, SetTextScale> || std::is_same_v<C, SetNight> ||
                   std::is_same_v<C, ShowLayer> || std::is_same_v<C, SetOpacity> || std::is_same_v<C, MoveLayer> ||
                   std::is_same_v<C, ResetLayers> || std::is_same_v<C, OpenSide> || std::is_same_v<C, OpenTime> ||
                   std::is_same_v<C, OpenLegend> || std::is_same_v<C, Quit>;
        },
        command);
}

}  // namespace

void tell(Context& context, NoticeKind kind, std::string text) {
    auto& notices = context.state.notices;
    const auto same = [&](const Notice& notice) { return notice.kind == kind && notice.text == text; };
    std::erase_if(notices, same);
    notices.push_back({kind, std::move(text)});
    while (notices.size() > most_notices) notices.pop_front();
    context.is_changed = true;
}

bool is_running(const Context& context, JobSlot slot) {
    const auto status = context.jobs.status();
    return std::any_of(status.begin(), status.end(), [slot](const JobStatus& job) { return job.slot == slot; });
}

LayerSetting& setting(Context& context, LayerId id) {
    auto& layers = context.state.layers;
    const auto at = std::find_if(layers.begin(), layers.end(), [id](const auto& one) { return one.id == id; });
    assert(at != layers.end());
    return *at;
}

bool can_compute_or_tell(Context& context, const std::string& what) {
    const auto& project = context.state.project;
    if (project && project->can_compute()) return true;
    tell(context, NoticeKind::warning,
         project ? say("{} needs the study itself: open study.toml, not only its result", what)
                 : say("{} needs a study: open study.toml first", what));
    return false;
}

struct Controller::State : Context {};

Controller::Controller(ViewerState& state, Jobs& jobs) : m_state(new State{{state, jobs}}) {}

Controller::~Controller() {
    m_state->jobs.cancel_all_and_wait();  // what they would call back stands in m_state
    if (!m_state->settings_file.empty()) keep_now(*m_state);
}

std::filesystem::path Controller::keep_in(const std::filesystem::path& settings_file) {
    Context& context = *m_state;
    context.settings_file = settings_file;
    std::string trouble;
    context.kept = read_settings(settings_file, trouble);
    context.state.settings = context.kept.settings;
    set_language(context.state.settings.language);
    if (context.state.settings.night) apply(command::SetNight{true});
    if (!trouble.empty()) tell(context, NoticeKind::warning, trouble);
    std::error_code none;
    const std::filesystem::path last = context.kept.last;
    return !last.empty() && std::filesystem::exists(last, none) ? last : std::filesystem::path{};
}

void Controller::apply(const Command& command) {
    Context& context = *m_state;
    try {
        std::visit([&](const auto& one) { viewer::apply(context, one); }, command);
    } catch (const Error& error) {
        tell(context, NoticeKind::error, error.what());
    } catch (const std::bad_alloc&) {
        tell(context, NoticeKind::error,
             tr("The memory of this computer is not enough for that; close other programs"));
    }
    if (changes_what_is_kept(command)) context.is_kept_changed = true;
    take_status(context);
}

bool Controller::poll(double seconds_now) {
    Context& context = *m_state;
    context.now = seconds_now;
    for (const std::string& message : context.jobs.poll()) tell(context, NoticeKind::error, message);
    ask_what_waits(context);
    write_next(context);
    change_language_when_still(context);
    play_on(context);
    follow_base_raster(context);
    take_status(context);
    if (context.is_kept_changed && context.now - context.last_kept >= keep_every) keep_now(context);
    return std::exchange(context.is_changed, false);
}

}  // namespace lykta::viewer
