// The places as a table: which, how sure the rank is, how the score comes about, how many incidents. Filtered and
// sorted by the state; only the rows in sight are drawn.
#include <algorithm>
#include <cmath>

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

void header_part(const ViewerState& state, PlaceColumn column, float width, Commands& commands) {
    const std::string words = column_words(column);
    const std::string shown = shortened(words, width - ImGui::GetFontSize() * 0.5F);
    const bool is_sorted = state.table.sorted_by == column;
    const std::string id = "head" + std::to_string(static_cast<int>(column));
    if (ImGui::Selectable(labelled(shown, id).c_str(), false, 0, {width, 0})) {
        const bool descending = is_sorted ? !state.table.descending : starts_descending(column);
        commands.emit(command::SortPlaces{column, descending});
    }
    if (is_sorted) sort_arrow(state.table.descending);
    if (shown != words) tip(words);
}

/// Over the second column stand two headings: the name's at its left, the score's at its right.
void draw_header(const ViewerState& state, Commands& commands) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    ImGui::TableNextColumn();
    header_part(state, PlaceColumn::rank, ImGui::GetContentRegionAvail().x, commands);
    ImGui::TableNextColumn();
    const float width = ImGui::GetContentRegionAvail().x, score = ImGui::GetFontSize() * 4.2F;
    header_part(state, PlaceColumn::name, width - score, commands);
    ImGui::SameLine(0, 0);
    header_part(state, PlaceColumn::score, score, commands);
}

/// What one row needs beside its place.
struct Row {
    const ViewerState& state;
    const RankedPlace& place;
    std::size_t index = 0;
    double last_rank = 1;
    bool hidden = false;  ///< the public level hides its figures
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
    ImGui::TextUnformatted(number_text(std::int64_t{row.place.rank}).c_str());
    const auto& spread = row.place.distribution;
    if (!spread || row.hidden) return;
    rank_range_bar({spread->low, spread->high, static_cast<double>(row.place.rank), row.last_rank},
                   {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize() * 0.7F});
    tip(say("Rank {}, 90% interval {}", row.place.rank, outputs::range_text(spread->low, spread->high, 0)));
}

/// What the second column says of a place, and how high it is in a column of some width.
struct PlaceWords {
    std::string name, score, reason, count;
};

PlaceWords words_of(const outputs::RunResult& result, const RankedPlace& place) {
    const bool hidden = outputs::is_hidden(result, place.facts.incidents);
    const std::string reason = outputs::reason_words(place.reason), area = place.place.area_name;
    return {place.place.name, hidden ? "–" : number_text(place.score, 1), area.empty() ? reason : area + " · " + reason,
            say("{} incidents", outputs::count_text(result, place.facts.incidents)) + " · " +
                (hidden ? std::string("–") : say("no. {} by count", place.count_rank))};
}

float name_room(const PlaceWords& words, float width) {
    return width - ImGui::CalcTextSize(words.score.c_str()).x - ImGui::GetFontSize() * 0.6F;
}

constexpr float line_gap = 1;
float bar_height() {
    return ImGui::GetFontSize() * 0.8F;
}

float height_of(const PlaceWords& words, float width) {
    const auto high = [](const std::string& text, float room) {
        return ImGui::CalcTextSize(text.c_str(), nullptr, false, room).y + line_gap;
    };
    float sum = high(words.name, name_room(words, width)) + bar_height() + line_gap;
    ImGui::PushFont(font_of(Face::small));
    sum += high(words.reason, width) + high(words.count, width);
    ImGui::PopFont();
    return sum + 2;
}

void name_cell(const Row& row) {
    const PlaceWords words = words_of(row.state.project->result(), row.place);
    const float width = ImGui::GetContentRegionAvail().x, left = ImGui::GetCursorPosX(), top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(left + width - ImGui::CalcTextSize(words.score.c_str()).x);
    ImGui::TextUnformatted(words.score.c_str());
    ImGui::SetCursorPos({left, top});
    ImGui::PushTextWrapPos(left + name_room(words, width));
    ImGui::TextUnformatted(words.name.c_str());
    ImGui::PopTextWrapPos();
    if (row.hidden)
        ImGui::Dummy({width, bar_height()});
    else
        score_bar(row.place, {width, bar_height()});
    faint_text(words.reason);
    faint_text(words.count);
}

void draw_row(const Row& row, float height, Commands& commands) {
    ImGui::PushID(static_cast<int>(row.index));
    ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
    ImGui::TableNextColumn();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, line_gap});
    const ImVec2 corner = ImGui::GetCursorPos();
    mark_cell(row, commands);
    ImGui::SameLine();
    const ImVec2 beside = ImGui::GetCursorPos();
    ImGui::SetCursorPos(corner);
    row_press(row, height - 2 * ImGui::GetStyle().CellPadding.y, commands);
    ImGui::SetCursorPos(beside);
    ImGui::BeginGroup();
    rank_cell(row);
    ImGui::EndGroup();
    ImGui::TableNextColumn();
    name_cell(row);
    ImGui::PopStyleVar();
    ImGui::PopID();
}

// --- The table -------------------------------------------------------------------------------------------------------

float first_column() {
    return ImGui::GetFontSize() * 4.2F + 4;
}

void set_columns() {
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("rank", ImGuiTableColumnFlags_WidthFixed, first_column());
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
}

/// Where each listed place begins and, last, where the list ends, pixels from its top: rows are as high as their words.
struct RowTops {
    std::weak_ptr<const Project> project;
    std::vector<std::size_t> listed;
    float width = 0, em = 0;
    std::vector<float> tops;
};

/// Measured again when the list, the text's size or the column's width is another: not every frame.
const std::vector<float>& row_tops(const ProjectPointer& project, const std::vector<std::size_t>& listed, float width) {
    static RowTops kept;
    const float em = ImGui::GetFontSize();
    const bool is_same =
        kept.project.lock() == project && kept.width == width && kept.em == em && kept.listed == listed;
    if (is_same) return kept.tops;
    kept = {project, listed, width, em, {0}};
    const float padding = 2 * ImGui::GetStyle().CellPadding.y;
    for (const std::size_t index : listed) {
        const auto words = words_of(project->result(), project->result().places[index]);
        kept.tops.push_back(kept.tops.back() + std::ceil(height_of(words, width) + padding));
    }
    return kept.tops;
}

/// A place chosen elsewhere (on the map, by a key) comes into sight, once.
void scroll_to_selected(const ViewerState& state, const std::vector<std::size_t>& listed,
                        const std::vector<float>& tops) {
    auto* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID("selected");
    const int now = state.place ? static_cast<int>(*state.place) : -1;
    if (storage->GetInt(key, -1) == now) return;
    storage->SetInt(key, now);
    const auto found = std::find(listed.begin(), listed.end(), state.place.value_or(~std::size_t{0}));
    if (found == listed.end()) return;
    const auto at = static_cast<std::size_t>(found - listed.begin());
    const float header = ImGui::GetFrameHeight(), seen = ImGui::GetWindowHeight() - header;
    if (tops[at] < ImGui::GetScrollY())
        ImGui::SetScrollY(tops[at]);
    else if (tops[at + 1] > ImGui::GetScrollY() + seen)
        ImGui::SetScrollY(std::min(tops[at], tops[at + 1] - seen + header));
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

/// Only rows in sight are drawn; one empty row stands for all those over them and one for all those under.
void draw_rows(const ViewerState& state, const std::vector<std::size_t>& listed, const std::vector<float>& tops,
               Commands& commands) {
    const auto& result = state.project->result();
    const double last = last_rank(result);
    const float from = ImGui::GetScrollY(), to = from + ImGui::GetWindowHeight();
    const auto first_under = std::upper_bound(tops.begin(), tops.end(), from);
    auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, first_under - tops.begin())) - 1;
    if (tops[i] > 0) ImGui::TableNextRow(ImGuiTableRowFlags_None, tops[i]);
    for (; i < listed.size() && tops[i] < to; ++i) {
        const auto& place = result.places[listed[i]];
        const bool hidden = outputs::is_hidden(result, place.facts.incidents);
        draw_row({state, place, listed[i], last, hidden}, tops[i + 1] - tops[i], commands);
    }
    if (i < listed.size()) ImGui::TableNextRow(ImGuiTableRowFlags_None, tops.back() - tops[i]);
}

void draw_table(const ViewerState& state, const std::vector<std::size_t>& listed, Commands& commands) {
    const auto flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY;
    const float below = ImGui::GetTextLineHeight() * 3.2F;
    if (!ImGui::BeginTable("places", 2, flags, {0, std::max(120.0F, ImGui::GetContentRegionAvail().y - below)})) return;
    // The arrow keys walk through the places; ImGui's own walk from widget to widget would go another way.
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    set_columns();
    draw_header(state, commands);
    move_by_keys(state, commands);
    ImGui::TableSetColumnIndex(1);
    const auto& tops = row_tops(state.project, listed, ImGui::GetContentRegionAvail().x);
    scroll_to_selected(state, listed, tops);
    draw_rows(state, listed, tops, commands);
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
