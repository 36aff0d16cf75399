// The period: its months as columns, two handles round the part that is shown, and playing from part to part.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/months.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/state/periods.hpp"

namespace lykta::viewer {
namespace {

float scaled(float pixels) {
    return pixels * static_cast<float>(look_scale());
}

struct Span {
    int from = 0, until = 0;  ///< months; `until` is the first one not shown
    bool operator==(const Span&) const = default;
};
Span shown_span(const ViewerState& state, const Months& months) {
    if (!state.time.shown) return {0, months.size()};
    return {months.month_of(state.time.shown->first_day), months.month_of(state.time.shown->last_day) + 1};
}

// The comparison follows what is shown: taken away first, so that the two never share days on the way.
void emit_with_comparison(const ViewerState& state, const Months& months, Commands& commands,
                          const std::optional<Period>& next, const Command& change) {
    const bool compares = state.time.compared.has_value();
    if (compares) commands.emit(command::ComparePeriod{});
    std::visit([&](const auto& command) { commands.emit(command); }, change);
    if (!compares || !next) return;
    if (const auto before = part_before(months, *next)) commands.emit(command::ComparePeriod{*before});
}

void show_span(const ViewerState& state, const Months& months, Span span, Commands& commands) {
    if (span == shown_span(state, months)) return;
    const bool is_whole = span.from == 0 && span.until == months.size();
    const auto next = is_whole ? std::optional<Period>{} : std::optional<Period>{months.days(span.from, span.until)};
    emit_with_comparison(state, months, commands, next, command::SetPeriod{next});
}

void step(const ViewerState& state, const Months& months, int by, Commands& commands) {
    const Period& whole = state.project->result().period;
    const auto next = state.time.shown ? moved_part(*state.time.shown, state.time.step, by, whole) : std::nullopt;
    emit_with_comparison(state, months, commands, next, command::StepPeriod{by});
}

std::string days_words(const Period& period) {
    return say("{} – {}", iso_date(period.first_day), iso_date(period.last_day));
}

// --- Columns ---------------------------------------------------------------------------------------------------------

struct Columns {
    ImVec2 from, size;
    int count = 1;
    [[nodiscard]] float x_of(int month) const {
        return from.x + size.x * static_cast<float>(month) / static_cast<float>(count);
    }
    [[nodiscard]] int nearest_edge(float x) const {
        return std::clamp(static_cast<int>(std::lround((x - from.x) / size.x * static_cast<float>(count))), 0, count);
    }
};

void draw_columns(const ViewerState& state, const Months& months, const Columns& columns) {
    const WindowColours& colours = window_colours();
    const Span shown = shown_span(state, months);
    const double largest = std::max(1.0, *std::max_element(months.counts.begin(), months.counts.end()));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float bottom = columns.from.y + columns.size.y,
                gap = columns.size.x / static_cast<float>(columns.count) > 4 ? 1.0F : 0;
    for (int month = 0; month < months.size(); ++month) {
        const double count = months.counts[static_cast<std::size_t>(month)];
        if (count <= 0 || !months.shown[static_cast<std::size_t>(month)]) continue;
        const bool is_shown = month >= shown.from && month < shown.until;
        const float high = std::max(1.0F, static_cast<float>(count / largest) * (columns.size.y - 2));
        const Rgba colour = is_shown ? colours.accent : blended(colours.line, colours.faint, 0.35);
        list.AddRectFilled({columns.x_of(month), bottom - high}, {columns.x_of(month + 1) - gap, bottom},
                           colour_of(colour));
    }
    list.AddLine({columns.from.x, bottom}, {columns.from.x + columns.size.x, bottom}, colour_of(colours.line));
}

// A hairline round the part that is compared with, and handles at the ends of the shown one.
void draw_handles(const ViewerState& state, const Months& months, const Columns& columns) {
    const WindowColours& colours = window_colours();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = columns.from.y, bottom = columns.from.y + columns.size.y;
    if (state.time.compared) {
        const float left = columns.x_of(months.month_of(state.time.compared->first_day));
        const float right = columns.x_of(months.month_of(state.time.compared->last_day) + 1);
        list.AddRectFilled({left, top}, {right, bottom}, colour_of(with_alpha(colours.warning, 0.14)));
        list.AddRect({left, top}, {right, bottom}, colour_of(colours.warning));
    }
    const Span shown = shown_span(state, months);
    list.AddRectFilled({columns.x_of(shown.from), top}, {columns.x_of(shown.until), bottom},
                       colour_of(with_alpha(colours.accent, 0.1)));
    for (const int edge : {shown.from, shown.until}) {
        const float x = columns.x_of(edge), half = scaled(3.5F), middle = (top + bottom) / 2;
        list.AddLine({x, top}, {x, bottom}, colour_of(colours.ink), scaled(1.5F));
        list.AddRectFilled({x - half, middle - scaled(9)}, {x + half, middle + scaled(9)}, colour_of(colours.ink),
                           scaled(3));
        list.AddLine({x, middle - scaled(5)}, {x, middle + scaled(5)}, colour_of(colours.panel));
    }
}

// The year under its January, where there is room.
void draw_years(const Months& months, const Columns& columns) {
    ImGui::PushFont(font_of(Face::small));
    float free_from = columns.from.x;
    for (int month = 0; month < months.size(); ++month) {
        const LocalTime clock = civil_from_days(months.starts[static_cast<std::size_t>(month)]);
        if (month > 0 && clock.month != 1) continue;
        const std::string year = std::to_string(clock.year);
        const float x = columns.x_of(month), right = columns.from.x + columns.size.x;
        if (x < free_from || x + width_of(year) > right) continue;
        ImGui::GetWindowDrawList()->AddText({x, columns.from.y + columns.size.y + scaled(1)},
                                            colour_of(window_colours().faint), year.c_str());
        free_from = x + width_of(year) + scaled(8);
    }
    ImGui::PopFont();
}

enum class Grip : int { none, from, until, band };

Grip grip_at(const Columns& columns, Span shown, float x) {
    const float to_from = std::abs(x - columns.x_of(shown.from)), to_until = std::abs(x - columns.x_of(shown.until));
    if (std::min(to_from, to_until) <= scaled(8)) return to_from < to_until ? Grip::from : Grip::until;
    if (x > columns.x_of(shown.from) && x < columns.x_of(shown.until)) return Grip::band;
    return to_from < to_until ? Grip::from : Grip::until;
}

// The span after dragging from edge to edge; at least a month stays.
Span dragged(Span shown, Grip grip, int edge, int grabbed, int count) {
    if (grip == Grip::from) return {std::min(edge, shown.until - 1), shown.until};
    if (grip == Grip::until) return {shown.from, std::max(edge, shown.from + 1)};
    const int length = shown.until - shown.from, from = std::clamp(edge - grabbed, 0, count - length);
    return {from, from + length};
}

// What is held, and how many months into the band, is remembered while the button is down.
void follow_mouse(const ViewerState& state, const Months& months, const Columns& columns, Commands& commands) {
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID grip_id = ImGui::GetID("grip"), grabbed_id = ImGui::GetID("grabbed");
    const Span shown = shown_span(state, months);
    const float x = ImGui::GetIO().MousePos.x;
    if (ImGui::IsItemActivated()) {
        memory.SetInt(grip_id, static_cast<int>(grip_at(columns, shown, x)));
        memory.SetInt(grabbed_id, columns.nearest_edge(x) - shown.from);
    }
    if (!ImGui::IsItemActive() || !ImGui::IsMouseDown(0)) return;
    const auto grip = static_cast<Grip>(memory.GetInt(grip_id));
    show_span(state, months, dragged(shown, grip, columns.nearest_edge(x), memory.GetInt(grabbed_id), months.size()),
              commands);
}

void draw_month_tip(const ViewerState& state, const Months& months, const Columns& columns) {
    const float at = (ImGui::GetIO().MousePos.x - columns.from.x) / columns.size.x * static_cast<float>(columns.count);
    const int month = std::clamp(static_cast<int>(at), 0, months.size() - 1);
    const auto at_month = static_cast<std::size_t>(month);
    const bool is_quarter = state.project->result().public_level;
    const std::string name =
        is_quarter ? days_words(months.days(month, month + 1)) : iso_date(months.starts[at_month]).substr(0, 7);
    if (!months.shown[at_month])
        return ImGui::SetTooltip(
            "%s", say("{}: not shown at the public level, so that no small count is given away", name).c_str());
    const double count = months.counts[at_month];
    ImGui::SetTooltip(
        "%s", say("{}: {} recorded incidents", name, outputs::count_text(state.project->result(), count)).c_str());
}

void draw_slider(const ViewerState& state, const Months& months, Commands& commands) {
    const float high = scaled(40), edge = scaled(5);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = std::max(scaled(60), ImGui::GetContentRegionAvail().x);
    const Columns columns{{corner.x + edge, corner.y}, {width - 2 * edge, high}, months.size()};
    ImGui::InvisibleButton("##months", {width, high});
    if (ImGui::IsItemHovered()) {
        const Grip grip = grip_at(columns, shown_span(state, months), ImGui::GetIO().MousePos.x);
        ImGui::SetMouseCursor(grip == Grip::band ? ImGuiMouseCursor_Hand : ImGuiMouseCursor_ResizeEW);
        if (!ImGui::IsItemActive()) draw_month_tip(state, months, columns);
    }
    follow_mouse(state, months, columns, commands);
    draw_columns(state, months, columns);
    draw_handles(state, months, columns);
    draw_years(months, columns);
    ImGui::Dummy({1, font_of(Face::small)->FontSize});
}

// --- Buttons and words -----------------------------------------------------------------------------------------------

void draw_play(const ViewerState& state, const Months& months, Commands& commands) {
    const bool can = state.project->can_compute(), plays = state.time.is_playing;
    if (icon_button({"##back", Icon::back, tr("The part before"), false, can, 26})) step(state, months, -1, commands);
    ImGui::SameLine(0, 2);
    const std::string name = plays ? tr("Stop (Space)") : tr("Play the period (Space)");
    if (icon_button({"##play", plays ? Icon::pause : Icon::play, name, plays, can, 26}))
        commands.emit(command::Play{!plays});
    ImGui::SameLine(0, 2);
    if (icon_button({"##forward", Icon::forward, tr("The part after"), false, can, 26}))
        step(state, months, 1, commands);
}

void draw_steps(const ViewerState& state, Commands& commands) {
    const std::array<std::pair<PlayStep, std::string>, 3> steps{
        {{PlayStep::month, tr("Month")}, {PlayStep::quarter, tr("Quarter")}, {PlayStep::year, tr("Year")}}};
    const bool has_months = !state.project->result().public_level;
    for (const auto& [step, name] : steps) {
        if (step == PlayStep::month && !has_months) continue;
        if (step == (has_months ? PlayStep::month : PlayStep::quarter))
            same_line_if_fits(button_width(name));
        else
            ImGui::SameLine(0, 2);
        if (tool_button(name.c_str(), name, "", state.time.step == step)) commands.emit(command::SetPlayStep{step});
    }
}

void draw_comparison(const ViewerState& state, const Months& months, Commands& commands) {
    const auto before = state.time.shown ? part_before(months, *state.time.shown) : std::nullopt;
    bool compares = state.time.compared.has_value();
    const std::string name = tr("Compare with the part before");
    same_line_if_fits(ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x + width_of(name));
    ImGui::BeginDisabled(!compares && !before);
    if (ImGui::Checkbox(name.c_str(), &compares)) {
        commands.emit(command::ComparePeriod{compares ? before : std::nullopt});
    }
    ImGui::EndDisabled();
    if (!before && !compares && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) {
        ImGui::SetTooltip("%s", tr("Choose a part of the period that has as many months before it."));
    }
}

// What is shown, in numbers; of the part before too where it is compared with.
std::string count_words(const ViewerState& state, const Months& months) {
    const auto& result = state.project->result();
    const TimeView& time = state.time;
    if (!time.shown) {
        double sum = 0;
        for (const double count : months.counts) sum += count;
        return say("The whole period, {}: {} recorded incidents", days_words(result.period),
                   outputs::count_text(result, sum));
    }
    if (!time.figures) return say("{}: counting …", days_words(*time.shown));
    const PeriodFigures& figures = *time.figures;
    const std::string now = figures.city_after_hidden ? "–" : outputs::count_text(result, figures.city_after);
    if (!figures.compared) return say("{}: {} recorded incidents", days_words(figures.shown), now);
    return say("{}: {} recorded incidents. Before, {}: {}", days_words(figures.shown), now,
               days_words(*figures.compared),
               figures.city_before_hidden ? "–" : outputs::count_text(result, figures.city_before));
}

// The words, and at their right the way back to the whole period.
void draw_words(const ViewerState& state, const Months& months, Commands& commands) {
    ImGui::PushFont(font_of(Face::small));
    std::string words = count_words(state, months);
    const std::string whole = tr("Whole period");
    const float left = ImGui::GetCursorPosX(), button = state.time.shown ? button_width(whole) + scaled(8) : 0;
    const float room = ImGui::GetContentRegionAvail().x - button;
    if (months.undated > 0 && !state.project->result().public_level) {  // it would give away what a quarter hides
        const std::string more = say("{}; {} without a usable time are in no part", words,
                                     outputs::count_text(state.project->result(), months.undated));
        if (width_of(more) <= room) words = more;
    }
    const float top = ImGui::GetCursorPosY();
    ImGui::PushTextWrapPos(left + room);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    if (state.time.shown) {
        ImGui::SetCursorPos({left + room + scaled(8), top - scaled(2)});
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, scaled(2)});
        if (ImGui::Button(whole.c_str())) {
            commands.emit(command::ComparePeriod{});
            commands.emit(command::SetPeriod{});
        }
        ImGui::PopStyleVar();
    }
    ImGui::PopFont();
}

void draw_close(Commands& commands) {
    const float cross = scaled(26), right = ImGui::GetWindowContentRegionMax().x;
    same_line_if_fits(cross);
    ImGui::SetCursorPosX(right - cross);
    if (icon_button({.id = "##close", .icon = Icon::close, .name = tr("Close the time panel (F4)"), .size = 26})) {
        commands.emit(command::OpenTime{false});
    }
}

}  // namespace

void draw_time_panel(const ViewerState& state, Commands& commands) {
    begin_region("##time", state.layout.bottom, {.padding = 8});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {scaled(8), scaled(4)});
    const Months& months = kept_months(state.project);
    draw_play(state, months, commands);
    draw_steps(state, commands);
    draw_comparison(state, months, commands);
    draw_close(commands);
    if (months.size() == 0) {
        faint_text(tr("No incident has a usable time, so the period cannot be divided."));
    } else {
        draw_slider(state, months, commands);
        draw_words(state, months, commands);
    }
    ImGui::PopStyleVar();
    end_region();
}

}  // namespace lykta::viewer
