// The places as a table: which, how sure the rank is, how the score comes about, how many incidents. Filtered and
// sorted by the state; only the rows in sight are drawn.
#include <algorithm>

#include <imgui_internal.h>

#include "core/language.hpp"
#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/panels/places_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using places::RankedPlace;

void sort_arrow(bool descending) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const float r = ImGui::GetFontSize() * 0.2F, x = high.x - r - 2, y = (low.y + high.y) / 2;
    const float up = descending ? 1.0F : -1.0F;
    ImGui::GetWindowDrawList()->AddTriangleFilled({x - r, y - up * r * 0.6F}, {x + r, y - up * r * 0.6F},
                                                  {x, y + up * r * 0.8F}, colour_of(window_colours().accent));
}

void header_cell(const ViewerState& state, PlaceColumn column, Commands& commands) {
    ImGui::TableNextColumn();
    const std::string words = column_words(column);
    const std::string shown = shortened(words, ImGui::GetContentRegionAvail().x - ImGui::GetFontSize() * 0.5F);
    const bool is_sorted = state.table.sorted_by == column;
    const std::string id = "head" + std::to_string(static_cast<int>(column));
    if (ImGui::Selectable(labelled(shown, id).c_str(), false)) {
        const bool descending = is_sorted ? !state.table.descending : starts_descending(column);
        commands.emit(command::SortPlaces{column, descending});
    }
    if (is_sorted) sort_arrow(state.table.descending);
    if (shown != words) tip(words);
}

void draw_header(const ViewerState& state, bool wide, Commands& commands) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    ImGui::TableNextColumn();
    for (const auto column : {PlaceColumn::rank, PlaceColumn::name, PlaceColumn::score})
        header_cell(state, column, commands);
    if (wide) header_cell(state, PlaceColumn::incidents, commands);
}

/// What one row needs beside its place.
struct Row {
    const ViewerState& state;
    const RankedPlace& place;
    std::size_t index = 0;
    double last_rank = 1;
    bool hidden = false;   ///< the public level hides its figures
    bool is_wide = false;  ///< incidents have a column of their own
};

void mark_cell(const Row& row, Commands& commands) {
    const auto& marked = row.state.table.marked;
    bool is_marked = std::binary_search(marked.begin(), marked.end(), row.index);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {1, 1});
    const bool pressed = ImGui::Checkbox("##mark", &is_marked);
    ImGui::PopStyleVar();
    if (pressed) commands.emit(command::MarkPlace{row.index, is_marked});
    tip(tr("Marked for export"));
}

/// The row itself: one click selects, two show it on the map.
void row_press(const Row& row, float height, Commands& commands) {
    const bool selected = row.state.place == row.index;
    const auto flags = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap |
                       ImGuiSelectableFlags_AllowDoubleClick;
    if (ImGui::Selectable("##row", selected, flags, {0, height}))
        commands.emit(command::SelectPlace{row.index, ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)});
    tip(row.place.place.name + "\n" + outputs::reason_sentence(row.place.reason));
    ImGui::SameLine(0, 0);
}

void rank_cell(const Row& row) {
    ImGui::BeginGroup();
    ImGui::TextUnformatted(number_text(std::int64_t{row.place.rank}).c_str());
    const auto& spread = row.place.distribution;
    if (spread && !row.hidden)
        rank_range_bar({spread->low, spread->high, static_cast<double>(row.place.rank), row.last_rank},
                       {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize() * 0.7F});
    ImGui::EndGroup();
    if (spread && !row.hidden)
        tip(say("Rank {}, 90% interval {}", row.place.rank, outputs::range_text(spread->low, spread->high, 0)));
}

std::string count_words(const Row& row) {
    return row.hidden ? std::string("–") : say("no. {} by count", row.place.count_rank);
}

void name_cell(const Row& row) {
    const auto& place = row.place.place;
    const std::string reason = outputs::reason_words(row.place.reason);
    two_lines(place.name, place.area_name.empty() ? reason : place.area_name + " · " + reason);
    if (row.is_wide) return;
    const auto& result = row.state.project->result();
    small_line(say("{} incidents", outputs::count_text(result, row.place.facts.incidents)) + " · " + count_words(row));
}

void score_cell(const Row& row) {
    if (row.hidden) return ImGui::TextUnformatted("–");
    ImGui::TextUnformatted(number_text(row.place.score, 1).c_str());
    score_bar(row.place, {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize() * 0.8F});
}

void incidents_cell(const Row& row) {
    two_lines(outputs::count_text(row.state.project->result(), row.place.facts.incidents), count_words(row));
}

/// Where the column is narrow the incidents stand on a third line instead of in a column of their own.
bool is_wide() {
    return ImGui::GetContentRegionAvail().x >= ImGui::GetFontSize() * 25;
}

float row_height(bool wide) {
    return ImGui::GetTextLineHeight() * (wide ? 2.0F : 3.0F) + 3;
}

float row_step(bool wide) {
    return row_height(wide) + 2 * ImGui::GetStyle().CellPadding.y;
}

void draw_row(const Row& row, Commands& commands) {
    ImGui::PushID(static_cast<int>(row.index));
    ImGui::TableNextRow(ImGuiTableRowFlags_None, row_step(row.is_wide));
    ImGui::TableNextColumn();
    mark_cell(row, commands);
    ImGui::TableNextColumn();
    row_press(row, row_height(row.is_wide), commands);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 1});
    rank_cell(row);
    ImGui::TableNextColumn();
    name_cell(row);
    ImGui::TableNextColumn();
    score_cell(row);
    if (row.is_wide) {
        ImGui::TableNextColumn();
        incidents_cell(row);
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
}

// --- The table -------------------------------------------------------------------------------------------------------

void set_columns(bool wide) {
    const float em = ImGui::GetFontSize();
    const auto fixed = ImGuiTableColumnFlags_WidthFixed;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("mark", fixed, em + 4);
    ImGui::TableSetupColumn("rank", fixed, em * 2.8F);
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("score", fixed, em * 3.8F);
    if (wide) ImGui::TableSetupColumn("incidents", fixed, em * 5.4F);
}

/// A place chosen elsewhere (on the map, by a key) comes into sight, once.
void scroll_to_selected(const ViewerState& state, const std::vector<std::size_t>& listed, float step) {
    auto* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID("selected");
    const int now = state.place ? static_cast<int>(*state.place) : -1;
    if (storage->GetInt(key, -1) == now) return;
    storage->SetInt(key, now);
    const auto found = std::find(listed.begin(), listed.end(), state.place.value_or(~std::size_t{0}));
    if (found == listed.end()) return;
    const float top = step * static_cast<float>(found - listed.begin()), seen = ImGui::GetWindowHeight() - 3 * step;
    if (top < ImGui::GetScrollY() || top > ImGui::GetScrollY() + seen) ImGui::SetScrollY(top - step);
}

void move_by_keys(const ViewerState& state, Commands& commands) {
    if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) || ImGui::GetIO().WantTextInput) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    if (pressed(ImGuiKey_DownArrow)) commands.emit(command::NextPlace{1});
    if (pressed(ImGuiKey_UpArrow)) commands.emit(command::NextPlace{-1});
    if (pressed(ImGuiKey_Enter) && state.place) commands.emit(command::SelectPlace{state.place, true});
}

double last_rank(const outputs::RunResult& result) {
    double last = static_cast<double>(std::max<std::size_t>(2, result.places.size()));
    double most = 2;
    for (const auto& place : result.places)
        if (place.distribution) most = std::max(most, place.distribution->high);
    return std::min(last, most);
}

void draw_table(const ViewerState& state, const std::vector<std::size_t>& listed, Commands& commands) {
    const auto flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY;
    const auto& result = state.project->result();
    const float below = ImGui::GetTextLineHeight() * 3.2F;
    const bool wide = is_wide();
    if (!ImGui::BeginTable(wide ? "places_wide" : "places", wide ? 5 : 4, flags,
                           {0, std::max(120.0F, ImGui::GetContentRegionAvail().y - below)}))
        return;
    // The arrow keys walk through the places; ImGui's own walk from widget to widget would go another way.
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    set_columns(wide);
    draw_header(state, wide, commands);
    move_by_keys(state, commands);
    scroll_to_selected(state, listed, row_step(wide));
    const double last = last_rank(result);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(listed.size()), row_step(wide));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const std::size_t index = listed[static_cast<std::size_t>(i)];
            const auto& place = result.places[index];
            draw_row({state, place, index, last, outputs::is_hidden(result, place.facts.incidents), wide}, commands);
        }
    ImGui::PopItemFlag();
    ImGui::EndTable();
}

std::string caveat(const outputs::RunResult& result) {
    if (result.draws < 1) return tr("How sure the ranks are was not computed ([simulation] draws = 0).");
    return tr("Recorded incidents; reporting differs by area. Places whose intervals overlap cannot be told apart.");
}

}  // namespace

void draw_places_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    const auto& result = state.project->result();
    if (result.refusal) coloured_text(*result.refusal, window_colours().warning);
    if (result.places.empty()) {
        faint_text(tr("No place stands out: there is nothing to list."));
        return;
    }
    const auto listed = listed_places(state);
    draw_place_filters(state, listed.size(), commands);
    if (listed.empty())
        faint_text(tr("No place fits the filter. Clear the text or choose all districts and reasons."));
    else
        draw_table(state, listed, commands);
    faint_text(caveat(result));
}

}  // namespace lykta::viewer
