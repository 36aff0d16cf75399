// One place and why it is where it is: rank and doubt, score, reason, facts, times, surroundings, what feels unsafe,
// and what can be done.
#include <algorithm>

#include "core/language.hpp"
#include "outputs/html.hpp"
#include "outputs/place_facts.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/panels/place_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using outputs::RunResult;
using places::RankedPlace;

std::string rank_line(const RunResult& result, const RankedPlace& place) {
    const auto of = number_text(static_cast<std::int64_t>(result.places.size()));
    if (!place.distribution || outputs::is_hidden(result, place.facts.incidents))
        return say("Place {} of {}", place.rank, of);
    const double low = place.distribution->low, high = place.distribution->high;
    return say("Place {} of {} · rank {} (90%)", place.rank, of,
               low == high ? number_text(low, 0) : outputs::range_text(low, high, 0));
}

void step_button(ImGuiDir direction, int by, Commands& commands) {
    if (ImGui::ArrowButton(by < 0 ? "previous_place" : "next_place", direction)) commands.emit(command::NextPlace{by});
    tip(by < 0 ? tr("The place before in the table") : tr("The place after in the table"));
}

void title_buttons(const ViewerState& state, std::size_t index, Commands& commands) {
    step_button(ImGuiDir_Left, -1, commands);
    ImGui::SameLine();
    step_button(ImGuiDir_Right, 1, commands);
    ImGui::SameLine();
    if (press(tr("Show on the map"), "show_place")) commands.emit(command::SelectPlace{index, true});
    bool marked = std::binary_search(state.table.marked.begin(), state.table.marked.end(), index);
    same_line_if_fits(width_of_press(tr("Mark for export")) + ImGui::GetFrameHeight());
    if (ImGui::Checkbox(labelled(tr("Mark for export"), "mark_place").c_str(), &marked))
        commands.emit(command::MarkPlace{index, marked});
}

void title(const ViewerState& state, std::size_t index, Commands& commands) {
    const auto& result = state.project->result();
    const auto& place = result.places[index];
    faint_text(rank_line(result, place));
    ImGui::PushFont(font_of(Face::title));
    paragraph(place.place.name);
    ImGui::PopFont();
    faint_text((place.place.area_name.empty() ? "" : place.place.area_name + " · ") + place.place.id + " · " +
               say("{} ha", number_text(place.place.area_ha, 2)));
    title_buttons(state, index, commands);
}

void reason(const RankedPlace& place) {
    heading(say("Main reason: {}", outputs::reason_words(place.reason)));
    paragraph(outputs::reason_sentence(place.reason));
}

void flags(const RankedPlace& place) {
    if (place.flags.empty()) return;
    heading(tr("Take care"));
    for (const auto& flag : place.flags) coloured_text(outputs::flag_words(flag), window_colours().warning);
}

void facts(const std::vector<outputs::Fact>& list) {
    for (const auto& one : list) fact(one.title, one.value);
}

/// The share in the dark against the whole town's, on one scale.
void dark_bars(const RunResult& result, const RankedPlace& place) {
    const auto& dark = place.facts.dark;
    if (!(dark.known > 0) || outputs::is_hidden(result, place.facts.incidents) || outputs::is_hidden(result, dark))
        return;
    faint_text(say("In the dark: {} here, {} in the whole study", percent_text(dark.share),
                   percent_text(result.city_dark_share)));
    const float height = ImGui::GetFontSize() * 0.6F;
    interval_bar({.value = dark.share,
                  .low = dark.interval.low,
                  .high = dark.interval.high,
                  .colour = rgba(outputs::term_colour(places::Term::light_deficit)),
                  .height = height});
    interval_bar({.value = result.city_dark_share, .colour = window_colours().faint, .height = height});
    if (dark.known < dark.count && !outputs::is_hidden(result, dark.count - dark.known))
        faint_text(say("of {} with a known hour", outputs::count_text(result, dark.known)));
}

/// What is felt stands last and apart: another outcome, never part of the score.
void around(const RunResult& result, const RankedPlace& place) {
    const std::string people = tr("People, beside the score");
    const auto groups = outputs::surroundings(result, place);
    for (const auto& group : groups) {
        if (group.title == people) continue;
        heading(group.title);
        facts(group.facts);
    }
}

void felt(const RunResult& result, const RankedPlace& place) {
    const std::string people = tr("People, beside the score");
    for (const auto& group : outputs::surroundings(result, place)) {
        if (group.title != people || !section(people, "people")) continue;
        ImGui::Indent();
        faint_text(
            tr("What people say in surveys is another outcome than recorded incidents, and no part of the score."));
        facts(group.facts);
        ImGui::Unindent();
    }
}

void changes(const RunResult& result, std::size_t index) {
    const auto lines = outputs::what_would_change(result, index);
    if (!lines.empty() && section(tr("What would change the judgement"), "changes", Opens::on_click))
        bullet_lines(lines);
}

void why(const RunResult& result, std::size_t index) {
    const auto& place = result.places[index];
    draw_place_score(result, place);
    reason(place);
    flags(place);
    if (section(tr("Recorded incidents"), "incidents")) {
        facts(outputs::incident_facts(result, place));
        dark_bars(result, place);
        draw_place_times(result, place);
    }
    if (section(tr("Light, sight and buildings"), "around")) around(result, place);
}

void draw_place(const ViewerState& state, std::size_t index, Commands& commands) {
    const auto& result = state.project->result();
    title(state, index, commands);
    why(result, index);
    if (section(tr("Measures"), "measures_here"))
        draw_place_measures(state, static_cast<std::uint32_t>(index), commands);
    changes(result, index);
    felt(result, result.places[index]);
}

}  // namespace

void draw_place_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    const auto& result = state.project->result();
    if (result.places.empty()) {
        faint_text(result.refusal ? *result.refusal
                                  : std::string(tr("No place stands out: there is nothing to list.")));
        return;
    }
    if (!state.place || *state.place >= result.places.size()) {
        faint_text(tr("Choose a place in the table or on the map to see why it is there and what can be done."));
        if (press(tr("Show the first place"), "first_place")) commands.emit(command::SelectPlace{0, true});
        return;
    }
    draw_place(state, *state.place, commands);
}

}  // namespace lykta::viewer
