// Time: a part of the period, another to hold it against, and playing from part to part.
#include "core/language.hpp"
#include "viewer/project/period_figures.hpp"
#include "viewer/project/quarters.hpp"
#include "viewer/state/apply.hpp"
#include "viewer/state/periods.hpp"

namespace lykta::viewer {
namespace {

constexpr double seconds_a_step = 1.2;  ///< long enough to see what changed, short enough to see it move

const Period& whole_of(const ViewerState& state) {
    return state.project->result().period;
}

bool is_same(const std::optional<Period>& a, const std::optional<Period>& b) {
    if (!a || !b) return !a && !b;
    return a->first_day == b->first_day && a->last_day == b->last_day;
}

bool is_public(const ViewerState& state) {
    return state.project && state.project->result().public_level;
}

/// Only days of the study; at the public level whole quarters (quarters.hpp says why).
std::optional<Period> part_of(const ViewerState& state, const std::optional<Period>& asked) {
    if (!asked) return std::nullopt;
    const auto part = common_part(*asked, whole_of(state));
    return part && is_public(state) ? snapped_to_quarters(*part, whole_of(state)) : part;
}

void tell_if_snapped(Context& context, const std::optional<Period>& asked, const std::optional<Period>& part) {
    if (!asked || !part || is_same(common_part(*asked, whole_of(context.state)), part)) return;
    tell(context, NoticeKind::done,
         tr("At the public level parts of the period are whole calendar quarters: shorter ones would give small counts "
            "away."));
}

/// Months are no parts at the public level.
PlayStep step_of(const ViewerState& state, PlayStep asked) {
    return is_public(state) && asked == PlayStep::month ? PlayStep::quarter : asked;
}

/// The part to hold the shown one against; none while they share days, as they may on the way of a playing period.
std::optional<Period> compared_with(const TimeView& time, const Period& shown) {
    return time.compared && !common_part(*time.compared, shown) ? time.compared : std::nullopt;
}

void step_by(Context& context, int by) {
    TimeView& time = context.state.time;
    const Period& whole = whole_of(context.state);
    if (!time.shown) {
        time.shown = calendar_part(time.step, by < 0 ? whole.last_day : whole.first_day, whole);
    } else if (const auto next = moved_part(*time.shown, time.step, by, whole)) {
        time.shown = part_of(context.state, next);
    } else {
        time.is_playing = false;
        return;
    }
    context.last_step = context.now;
    context.is_changed = true;
    ask_period(context);
}

}  // namespace

void ask_period(Context& context) {
    ViewerState& state = context.state;
    TimeView& time = state.time;
    if (!time.shown && !time.compared) {
        time.figures = nullptr;
        context.wanted.erase(JobSlot::period);
        context.jobs.cancel(JobSlot::period);
        return;
    }
    if (!state.project || !state.project->can_compute()) return;
    if (is_running(context, JobSlot::period)) {
        context.wanted.insert(JobSlot::period);
        return;
    }
    const Period shown = time.shown.value_or(whole_of(state));
    const std::string title = say("Figures for {} – {}", iso_date(shown.first_day), iso_date(shown.last_day));
    context.jobs.start(
        JobSlot::period, title,
        [&context, project = state.project, shown, compared = compared_with(time, shown)](const auto& progress) {
            auto figures = std::make_shared<const PeriodFigures>(period_figures(*project, shown, compared, progress));
            return Jobs::Done([&context, project, figures] {
                TimeView& now = context.state.time;
                if (context.state.project != project || (!now.shown && !now.compared)) return;
                now.figures = figures;
                context.is_changed = true;
            });
        });
}

void play_on(Context& context) {
    ViewerState& state = context.state;
    if (!state.time.is_playing || !state.project) return;
    if (context.now - context.last_step < seconds_a_step || is_running(context, JobSlot::period)) return;
    step_by(context, 1);
}

void apply(Context& context, const command::SetPeriod& command) {
    ViewerState& state = context.state;
    if (command.shown && !can_compute_or_tell(context, tr("A part of the period"))) return;
    const auto part = state.project ? part_of(state, command.shown) : std::nullopt;
    if (command.shown && !part)
        return tell(context, NoticeKind::warning,
                    say("The study has no days there; it holds {} – {}", iso_date(whole_of(state).first_day),
                        iso_date(whole_of(state).last_day)));
    if (!command.shown) state.time.is_playing = false;
    tell_if_snapped(context, command.shown, part);
    const bool is_whole = is_public(state) && is_same(part, whole_of(state));
    const auto shown = is_whole ? std::nullopt : part;
    if (is_same(state.time.shown, shown)) return;
    state.time.shown = shown;
    ask_period(context);
}

void apply(Context& context, const command::ComparePeriod& command) {
    ViewerState& state = context.state;
    if (command.compared && !can_compute_or_tell(context, tr("Comparing two periods"))) return;
    const auto part = state.project ? part_of(state, command.compared) : std::nullopt;
    tell_if_snapped(context, command.compared, part);
    if (is_same(state.time.compared, part)) return;
    state.time.compared = part;
    if (part) setting(context, LayerId::change).visible = true;
    if (part && state.time.shown && common_part(*part, *state.time.shown))
        tell(context, NoticeKind::warning,
             tr("The two parts of the period share days, so they cannot be compared; choose parts that share none."));
    ask_period(context);
}

void apply(Context& context, const command::SetPlayStep& command) {
    ViewerState& state = context.state;
    TimeView& time = state.time;
    const PlayStep step = step_of(state, command.step);
    if (step != command.step)
        tell(context, NoticeKind::warning,
             tr("Single months would give small counts away at the public level; the step is a quarter."));
    if (time.step == step) return;
    const bool was_part = state.project && time.shown &&
                          is_same(time.shown, calendar_part(time.step, time.shown->first_day, whole_of(state)));
    time.step = step;
    if (!was_part) return;
    time.shown = calendar_part(time.step, time.shown->first_day, whole_of(state));
    ask_period(context);
}

/// From the part shown; from the first one when none is, or when the last one is.
void apply(Context& context, const command::Play& command) {
    ViewerState& state = context.state;
    state.time.is_playing = false;
    if (!command.playing || !can_compute_or_tell(context, tr("A part of the period"))) return;
    state.time.is_playing = true;
    const bool is_at_end = state.time.shown && state.time.shown->last_day >= whole_of(state).last_day;
    if (is_at_end) state.time.shown.reset();
    if (!state.time.shown) step_by(context, 1);
    context.last_step = context.now;
}

void apply(Context& context, const command::StepPeriod& command) {
    if (!can_compute_or_tell(context, tr("A part of the period"))) return;
    context.state.time.is_playing = false;
    step_by(context, command.by);
}

}  // namespace lykta::viewer
