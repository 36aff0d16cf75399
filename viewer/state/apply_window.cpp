// The window itself: language, text size, what is open, notices.
#include <algorithm>

#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

/// What was set down as sentences in the old language is made again in the new one.
void speak(Context& context, Language language) {
    context.next_language.reset();
    set_language(language);
    ViewerState& state = context.state;
    state.settings.language = language;
    state.page.language = language == Language::english ? "en" : "sv";
    state.hits.clear();
    context.search = {};
    context.is_changed = true;
    if (!context.opening_path.empty())
        apply(context, command::Open{context.opening_path});
    else if (state.project)
        reopen(context, state.project->path, tr("Changing the language of the study's texts"));
    reopen_other(context);
}

}  // namespace

/// Jobs speak the language they began in, and it must not change under them: those that would be asked again are told
/// to stop, files being written are let end, and the language changes when the last one has. The window goes on
/// meanwhile.
void apply(Context& context, const command::SetLanguage& command) {
    if (!context.next_language && command.language == context.state.settings.language) return;
    for (const JobSlot slot : {JobSlot::open, JobSlot::open_other, JobSlot::budget, JobSlot::period, JobSlot::scenario})
        context.jobs.cancel(slot);
    context.next_language = command.language;
    change_language_when_still(context);
}

void change_language_when_still(Context& context) {
    if (!context.next_language || context.jobs.busy()) return;
    speak(context, *context.next_language);
}

void apply(Context& context, const command::SetTextScale& command) {
    context.state.settings.text_scale = std::clamp(command.scale, 0.75, 2.0);
}

void apply(Context& context, const command::ShowLeft& command) {
    context.state.left_tab = command.tab;
    context.state.settings.left_open = true;
}

void apply(Context& context, const command::ShowRight& command) {
    context.state.right_tab = command.tab;
    context.state.settings.right_open = true;
}

void apply(Context& context, const command::OpenSide& command) {
    auto& settings = context.state.settings;
    (command.left ? settings.left_open : settings.right_open) = command.open;
}

void apply(Context& context, const command::OpenTime& command) {
    context.state.settings.time_open = command.open;
    if (!command.open) context.state.time.is_playing = false;
}

void apply(Context& context, const command::OpenLegend& command) {
    context.state.settings.legend_open = command.open;
    context.state.legend_asked = command.open;
}

void apply(Context& context, const command::OpenHelp& command) {
    context.state.help_open = command.open;
}

void apply(Context& context, const command::OpenAbout& command) {
    context.state.about_open = command.open;
}

void apply(Context& context, const command::OpenExport& command) {
    context.state.export_open = command.open;
}

void apply(Context& context, const command::DismissNotice& command) {
    auto& notices = context.state.notices;
    if (command.notice < notices.size()) notices.erase(notices.begin() + static_cast<std::ptrdiff_t>(command.notice));
}

void apply(Context& context, const command::Tell& command) {
    tell(context, command.notice.kind, command.notice.text);
}

}  // namespace lykta::viewer
