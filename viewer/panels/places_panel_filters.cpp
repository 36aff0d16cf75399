// Over the table of places: what is looked for, in which order, and what is done with those listed.
#include <algorithm>
#include <iterator>
#include <set>

#include "core/language.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/places_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using places::MainReason;

command::FilterPlaces filter_of(const ViewerState& state) {
    return {state.table.text, state.table.area, state.table.reason};
}

void draw_text_filter(const ViewerState& state, Commands& commands) {
    auto filter = filter_of(state);
    ImGui::SetNextItemWidth(-1);
    if (text_field("filter", tr("Find a place by name"), filter.text) != Typed::nothing) commands.emit(filter);
}

std::set<std::string> areas_of(const ViewerState& state) {
    std::set<std::string> areas;
    for (const auto& place : state.project->result().places) areas.insert(place.place.area_name);
    areas.erase("");
    return areas;
}

void draw_area_filter(const ViewerState& state, Commands& commands) {
    auto filter = filter_of(state);
    const std::string all = tr("All districts");
    const bool is_open = ImGui::BeginCombo("##area", filter.area.empty() ? all.c_str() : filter.area.c_str());
    if (!is_open) return tip(filter.area);
    const auto areas = areas_of(state);
    const auto choose = [&](const std::string& label, const std::string& area) {
        if (!ImGui::Selectable(label.c_str(), filter.area == area)) return;
        filter.area = area;
        commands.emit(filter);
    };
    choose(all, "");
    for (const auto& area : areas) choose(area, area);
    ImGui::EndCombo();
}

constexpr std::optional<MainReason> reason_choices[] = {std::nullopt, MainReason::darkness, MainReason::vegetation,
                                                        MainReason::building_defects, MainReason::none_found};

std::string choice_words(const std::optional<MainReason>& reason) {
    return reason ? outputs::reason_words(*reason) : std::string(tr("All reasons"));
}

void draw_reason_filter(const ViewerState& state, Commands& commands) {
    auto filter = filter_of(state);
    if (!ImGui::BeginCombo("##reason", choice_words(filter.reason).c_str())) return;
    for (const auto& reason : reason_choices)
        if (ImGui::Selectable(choice_words(reason).c_str(), filter.reason == reason)) {
            filter.reason = reason;
            commands.emit(filter);
        }
    ImGui::EndCombo();
}

void draw_sort(const ViewerState& state, Commands& commands) {
    const auto now = state.table.sorted_by;
    const std::string shown = say("Sorted by: {}", column_words(now));
    if (ImGui::BeginCombo("##sort", shown.c_str())) {
        for (const auto column :
             {PlaceColumn::rank, PlaceColumn::name, PlaceColumn::area, PlaceColumn::score, PlaceColumn::incidents,
              PlaceColumn::count_rank, PlaceColumn::reason, PlaceColumn::rate, PlaceColumn::dark_share})
            if (ImGui::Selectable(column_words(column).c_str(), column == now))
                commands.emit(command::SortPlaces{column, starts_descending(column)});
        ImGui::EndCombo();
    }
}

/// Beside each other only where every choice of both can be read whole; whatever is chosen, they stay where they are.
bool fits_half(const ViewerState& state, float half) {
    const float room = half - ImGui::GetFrameHeight() - 2 * ImGui::GetStyle().FramePadding.x;
    const auto fits = [room](const std::string& words) { return ImGui::CalcTextSize(words.c_str()).x <= room; };
    const auto areas = areas_of(state);
    return fits(tr("All districts")) && std::all_of(areas.begin(), areas.end(), fits) &&
           std::all_of(std::begin(reason_choices), std::end(reason_choices),
                       [&](const auto& reason) { return fits(choice_words(reason)); });
}

void draw_filters(const ViewerState& state, Commands& commands) {
    draw_text_filter(state, commands);
    const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    const bool beside = fits_half(state, half);
    ImGui::SetNextItemWidth(beside ? half : -1);
    draw_area_filter(state, commands);
    if (beside) ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    draw_reason_filter(state, commands);
    ImGui::SetNextItemWidth(-1);
    draw_sort(state, commands);
}

/// "showing 12 of 30", and what can be done with those.
void draw_count(const ViewerState& state, std::size_t listed, Commands& commands) {
    const auto of = static_cast<std::int64_t>(state.project->result().places.size());
    const auto marked = static_cast<std::int64_t>(state.table.marked.size());
    std::string text = say("showing {} of {}", number_text(static_cast<std::int64_t>(listed)), number_text(of));
    if (marked > 0) text += " · " + say("{} marked", number_text(marked));
    faint_text(text);
    if (press(tr("Mark those shown"), "mark_listed")) commands.emit(command::MarkListed{true});
    tip(tr("Marked places are what is written when places are exported as CSV."));
    if (marked > 0) {
        same_line_if_fits(width_of_press(tr("Clear marks")));
        if (press(tr("Clear marks"), "clear_marks")) commands.emit(command::MarkListed{false});
    }
    same_line_if_fits(width_of_press(tr("Write as CSV")));
    if (press(tr("Write as CSV"), "export"))
        commands.emit(command::WritePlaces{state.project->path.parent_path() / tr("places.csv")});
    tip(say("The marked places, else those listed, beside the study: {}",
            (state.project->path.parent_path() / tr("places.csv")).string()));
}

}  // namespace

std::string column_words(PlaceColumn column) {
    switch (column) {
        case PlaceColumn::rank:
            return tr("Rank");
        case PlaceColumn::name:
            return tr("Place");
        case PlaceColumn::area:
            return tr("District");
        case PlaceColumn::score:
            return tr("Points");
        case PlaceColumn::incidents:
            return tr("Incidents");
        case PlaceColumn::count_rank:
            return tr("Rank by count");
        case PlaceColumn::reason:
            return tr("Main reason");
        case PlaceColumn::rate:
            return tr("Per ha and year");
        case PlaceColumn::dark_share:
            return tr("In the dark");
    }
    return {};
}

bool starts_descending(PlaceColumn column) {
    return column == PlaceColumn::score || column == PlaceColumn::incidents || column == PlaceColumn::rate ||
           column == PlaceColumn::dark_share;
}

void draw_place_filters(const ViewerState& state, std::size_t listed, Commands& commands) {
    draw_filters(state, commands);
    draw_count(state, listed, commands);
}

}  // namespace lykta::viewer
