// The layers of the map from the top down: shown or not, how opaque, in what order, and what their colours mean.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "core/language.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

/// A layer that has something to show, and where it stands in state.layers.
struct Row {
    std::size_t at = 0;
    LayerSetting setting;
    LayerPointer layer;
};

/// What the window draws on its own behalf is not the user's to order.
bool is_for_the_user(LayerId id) {
    return id != LayerId::sketch && id != LayerId::selection;
}

/// Every layer there is now: the project's, those in their place, and those made in the window.
std::map<LayerId, LayerPointer> present_layers(const ViewerState& state) {
    std::map<LayerId, LayerPointer> found = state.project->layers;
    for (const auto& [id, layer] : state.extra) found[id] = layer;
    for (const auto& shown : shown_layers(state))
        if (shown.layer) found[shown.layer->id] = shown.layer;
    return found;
}

std::vector<Row> rows_from_top(const ViewerState& state) {
    const auto present = present_layers(state);
    std::vector<Row> rows;
    for (std::size_t i = state.layers.size(); i-- > 0;) {
        const auto& setting = state.layers[i];
        const auto found = present.find(setting.id);
        if (found != present.end() && found->second && is_for_the_user(setting.id))
            rows.push_back({i, setting, found->second});
    }
    return rows;
}

// --- What the colours mean -------------------------------------------------------------------------------------------

bool has_areas(const MapLayer& layer) {
    return std::any_of(layer.details.begin(), layer.details.end(), [](const Detail& d) { return !d.areas.empty(); });
}
bool has_lines(const MapLayer& layer) {
    return std::any_of(layer.details.begin(), layer.details.end(), [](const Detail& d) { return !d.lines.empty(); });
}

void class_list(const MapLayer& layer, bool night) {
    const bool areas = has_areas(layer), lines = has_lines(layer);
    for (const auto& group : layer.classes) {
        if (group.label.empty()) continue;
        legend_swatch(group, night, lines && !areas, areas);
        ImGui::SameLine();
        paragraph(group.label);
    }
}

std::string stop_label(const ColourScale& scale, std::size_t stop) {
    if (stop < scale.labels.size()) return scale.labels[stop];
    const double value = scale.stops[stop];
    return number_text(value, value >= 10 || value == std::floor(value) ? 0 : value >= 1 ? 1 : 2);
}

void colour_patch(Rgba colour, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos(), to{at.x + size.x, at.y + size.y};
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, to, colour_of(colour));
    list->AddRect(at, to, colour_of(window_colours().line));
    ImGui::Dummy(size);
}

/// One patch a stop, the largest first as one reads a map's legend.
void scale_list(const ColourScale& scale) {
    const float em = ImGui::GetFontSize();
    for (std::size_t i = std::min(scale.stops.size(), scale.colours.size()); i-- > 0;) {
        colour_patch(scale.colours[i], {em * 1.5F, em * 0.9F});
        ImGui::SameLine();
        paragraph(stop_label(scale, i));
    }
}

/// A band from the least to the largest stop with both written under its ends.
void scale_band(const ColourScale& scale) {
    constexpr int steps = 48;
    const float width = ImGui::GetContentRegionAvail().x, height = ImGui::GetFontSize() * 0.8F;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto table = table_of(scale);
    for (int i = 0; i < steps; ++i) {
        const auto entry = static_cast<std::size_t>(i) * (table.colours.size() - 1) / (steps - 1);
        const float x = at.x + width * static_cast<float>(i) / steps;
        ImGui::GetWindowDrawList()->AddRectFilled({x, at.y}, {x + width / steps + 1, at.y + height},
                                                  colour_of(table.colours[entry]));
    }
    ImGui::Dummy({width, height});
    const std::string low = stop_label(scale, 0), high = stop_label(scale, scale.stops.size() - 1);
    const float left = ImGui::GetCursorPosX();
    ImGui::TextUnformatted(low.c_str());
    same_line_at(left + width - ImGui::CalcTextSize(high.c_str()).x);
    ImGui::TextUnformatted(high.c_str());
}

void legend(const MapLayer& layer, bool night) {
    class_list(layer, night);
    if (layer.values) {
        const auto& scale = night ? layer.values->night : layer.values->day;
        if (scale.kind == ColourScale::Kind::classes)
            scale_list(scale);
        else if (scale.stops.size() >= 2)
            scale_band(scale);
    }
    if (!layer.unit.empty()) faint_text(say("Unit: {}", layer.unit));
    note(layer.note);
}

// --- A layer's row ---------------------------------------------------------------------------------------------------

constexpr const char* payload_name = "lykta_layer";

/// A row may be taken by its title and let go on another.
void drag_and_drop(const Row& row, const std::vector<Row>& rows, Commands& commands) {
    if (ImGui::BeginDragDropSource()) {
        ImGui::SetDragDropPayload(payload_name, &row.at, sizeof row.at);
        ImGui::TextUnformatted(row.layer->title.c_str());
        ImGui::EndDragDropSource();
    }
    if (!ImGui::BeginDragDropTarget()) return;
    if (const auto* payload = ImGui::AcceptDragDropPayload(payload_name)) {
        const std::size_t from = *static_cast<const std::size_t*>(payload->Data);
        const auto taken = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.at == from; });
        if (taken != rows.end() && taken->at != row.at)
            commands.emit(command::MoveLayer{taken->setting.id, static_cast<int>(row.at) - static_cast<int>(from)});
    }
    ImGui::EndDragDropTarget();
}

/// Over or under the next layer that is there: those without a feature are stepped over.
void arrow(const Row& row, const Row* neighbour, ImGuiDir direction, Commands& commands) {
    ImGui::BeginDisabled(neighbour == nullptr);
    if (ImGui::ArrowButton(direction == ImGuiDir_Up ? "up" : "down", direction) && neighbour)
        commands.emit(command::MoveLayer{row.setting.id, static_cast<int>(neighbour->at) - static_cast<int>(row.at)});
    ImGui::EndDisabled();
    tip(direction == ImGuiDir_Up ? tr("Draw above the next layer") : tr("Draw below the next layer"));
}

void opacity_slider(const Row& row, Commands& commands) {
    float share = row.setting.opacity * 100;
    ImGui::SetNextItemWidth(ImGui::GetFontSize() * 4);
    if (ImGui::SliderFloat("##opacity", &share, 0, 100, language() == Language::swedish ? "%.0f\u00a0%%" : "%.0f%%"))
        commands.emit(command::SetOpacity{row.setting.id, std::clamp(share / 100, 0.0F, 1.0F)});
    tip(tr("How opaque the layer is"));
}

void visible_box(const Row& row, Commands& commands) {
    bool visible = row.setting.visible;
    if (ImGui::Checkbox("##visible", &visible)) commands.emit(command::ShowLayer{row.setting.id, visible});
    tip(visible ? tr("Hide the layer") : tr("Show the layer"));
}

/// The arrow and the whole name, on as many lines as it takes; a press folds the legend out or in. \returns is it out
bool fold_name(const Row& row, const std::vector<Row>& rows, Commands& commands) {
    const float em = ImGui::GetFontSize(), pad = ImGui::GetStyle().FramePadding.y;
    const float width = std::max(3 * em, ImGui::GetContentRegionAvail().x), room = width - 1.3F * em;
    const std::string& title = row.layer->title;
    const float high = ImGui::CalcTextSize(title.c_str(), nullptr, false, room).y;
    bool* is_open = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("is_open"), false);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("legend", {width, high + 2 * pad})) *is_open = !*is_open;
    auto* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list->AddRectFilled(at, {at.x + width, at.y + high + 2 * pad}, ImGui::GetColorU32(ImGuiCol_HeaderHovered, 0.5F),
                            ImGui::GetStyle().FrameRounding);
    tip(tr("Press to see what the colours mean; drag to change the order."));
    drag_and_drop(row, rows, commands);
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
    ImGui::RenderArrow(list, {at.x + 0.1F * em, at.y + pad + 0.1F * em}, ink, *is_open ? ImGuiDir_Down : ImGuiDir_Right,
                       0.8F);
    list->AddText(nullptr, 0, {at.x + 1.3F * em, at.y + pad}, ink, title.c_str(), nullptr, room);
    return *is_open;
}

void order_and_opacity(const std::vector<Row>& rows, std::size_t i, Commands& commands) {
    opacity_slider(rows[i], commands);
    ImGui::SameLine();
    arrow(rows[i], i > 0 ? &rows[i - 1] : nullptr, ImGuiDir_Up, commands);
    ImGui::SameLine();
    arrow(rows[i], i + 1 < rows.size() ? &rows[i + 1] : nullptr, ImGuiDir_Down, commands);
}

/// The name has a line to itself: names of layers are long, and of large text few words fit.
void draw_row(const ViewerState& state, const std::vector<Row>& rows, std::size_t i, Commands& commands) {
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 2});
    ImGui::PushID(layer_code(rows[i].setting.id));
    visible_box(rows[i], commands);
    ImGui::SameLine();
    const float left = ImGui::GetCursorPosX() + 1.3F * ImGui::GetFontSize();
    const bool open = fold_name(rows[i], rows, commands);
    ImGui::SetCursorPosX(left);
    order_and_opacity(rows, i, commands);
    ImGui::PopStyleVar();
    if (open) {
        ImGui::Indent();
        legend(*rows[i].layer, state.settings.night);
        ImGui::Unindent();
    }
    ImGui::Dummy({0, gap / 2});
    ImGui::PopID();
}

void base_map_row(const ViewerState& state, Commands& commands) {
    ImGui::Separator();
    if (!section(tr("Own base map"), "base_raster", Opens::on_click)) return;
    auto& path = draft("base_raster_path", state.base_raster.string());
    ImGui::SetNextItemWidth(-1);
    const bool entered =
        text_field("base_raster_path", tr("GeoTIFF, MBTiles or GeoPackage tiles"), path) == Typed::entered;
    if ((press(tr("Show"), "open_base_raster") || entered) && !path.empty())
        commands.emit(command::OpenBaseRaster{path});
    if (state.base_raster.empty()) return;
    ImGui::SameLine();
    if (press(tr("Take away"), "close_base_raster")) commands.emit(command::OpenBaseRaster{});
}

}  // namespace

void draw_layers_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    const auto rows = rows_from_top(state);
    faint_text(tr("Uppermost first. Press a name for its colours, unit and source."));
    if (press(tr("Reset"), "reset_layers")) commands.emit(command::ResetLayers{});
    tip(tr("Order, visibility and opacity as when the file was opened"));
    ImGui::SameLine();
    bool night = state.settings.night;
    if (ImGui::Checkbox(labelled(tr("Night"), "night").c_str(), &night)) commands.emit(command::SetNight{night});
    tip(tr("The town as its lamps light it"));
    ImGui::Separator();
    for (std::size_t i = 0; i < rows.size(); ++i) draw_row(state, rows, i, commands);
    base_map_row(state, commands);
}

}  // namespace lykta::viewer
