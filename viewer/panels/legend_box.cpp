// Drawing the legend, and finding out what its layers hold.
#include "viewer/panels/legend_box.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/language.hpp"
#include "viewer/map/legend_scale.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"

namespace lykta::viewer {
namespace {

enum Shape : std::uint8_t { drawn_point = 1, drawn_line = 2, drawn_area = 4 };
using ClassShapes = std::vector<std::uint8_t>;  ///< of each class, what it is drawn as

template <class Feature>
void mark(const std::vector<Feature>& features, Shape shape, ClassShapes& shapes) {
    for (const Feature& feature : features) {
        if (feature.group < shapes.size())
            shapes[feature.group] = static_cast<std::uint8_t>(shapes[feature.group] | shape);
    }
}

ClassShapes shapes_in(const MapLayer& layer) {
    ClassShapes shapes(layer.classes.size(), 0);
    for (const Detail& detail : layer.details) {
        mark(detail.points, drawn_point, shapes);
        mark(detail.lines, drawn_line, shapes);
        mark(detail.areas, drawn_area, shapes);
    }
    return shapes;
}

// Counted once a layer: layers hold millions of features and never change.
const ClassShapes& kept_shapes(const LayerPointer& layer) {
    struct Kept {
        std::weak_ptr<const MapLayer> layer;
        ClassShapes shapes;
    };
    static std::unordered_map<const MapLayer*, Kept> all;
    Kept& kept = all[layer.get()];
    if (kept.layer.lock() != layer) {
        kept = {layer, shapes_in(*layer)};
        if (all.size() > 200) std::erase_if(all, [](const auto& entry) { return entry.second.layer.expired(); });
    }
    return all[layer.get()].shapes;
}

bool is_explained(LayerId id) {
    return id != LayerId::sketch && id != LayerId::selection;
}

void add_colours(LegendGroup& block, const ColourScale& scale) {
    for (const auto& [colour, text] : named_colours(scale)) {
        LegendRow row{.group = {.label = text}, .is_area = true};
        row.group.day.fill = row.group.night.fill = colour;
        block.rows.push_back(std::move(row));
    }
}

LegendGroup block_of(const LayerPointer& layer, bool night) {
    LegendGroup block{.title = layer->title, .unit = layer->unit, .note = layer->note};
    if (layer->values) {
        const ColourScale& scale = night ? layer->values->night : layer->values->day;
        if (block.unit.empty()) block.unit = scale.unit;
        add_colours(block, scale);
    }
    const ClassShapes& shapes = kept_shapes(layer);
    for (std::size_t i = 0; i < layer->classes.size(); ++i) {
        if (shapes[i] == 0 || layer->classes[i].label.empty()) continue;
        const bool is_told = std::any_of(block.rows.begin(), block.rows.end(), [&](const LegendRow& row) {
            return row.group.label == layer->classes[i].label;  // lamps near and far are one class to the reader
        });
        if (is_told) continue;
        const bool is_point = (shapes[i] & drawn_point) != 0, is_area = !is_point && (shapes[i] & drawn_area) != 0;
        block.rows.push_back({layer->classes[i], !is_point && !is_area, is_area});
    }
    // A class that says the same as the layer needs no heading over it.
    const bool says_it_twice = block.rows.size() == 1 && block.rows[0].group.label == block.title;
    if (says_it_twice && block.unit.empty()) block.title.clear();
    return block;
}

void draw_row(const LegendRow& row, bool night) {
    legend_swatch(row.group, night, row.is_line, row.is_area);
    ImGui::SameLine();
    ImGui::TextWrapped("%s", row.group.label.c_str());
}

void draw_block(const LegendGroup& block, bool night) {
    if (!block.title.empty()) {
        ImGui::PushFont(font_of(Face::strong));
        ImGui::TextWrapped("%s", block.title.c_str());
        ImGui::PopFont();
        if (!block.note.empty() && ImGui::IsItemHovered()) {
            ImGui::SetNextWindowSize({320 * static_cast<float>(look_scale()), 0});
            ImGui::BeginTooltip();
            ImGui::TextWrapped("%s", block.note.c_str());
            ImGui::EndTooltip();
        }
    }
    if (!block.unit.empty()) faint_text(block.unit);
    ImGui::PushFont(font_of(Face::small));
    for (const LegendRow& row : block.rows) draw_row(row, night);
    ImGui::PopFont();
}

// Whose heading is pointed at says its note; below all stand those of the layers with findings, one after another.
void draw_notes(const std::vector<LegendGroup>& blocks) {
    bool is_first = true;
    for (const LegendGroup& block : blocks) {
        if (block.note.empty()) continue;
        if (is_first) ImGui::Separator();
        is_first = false;
        faint_text(block.title.empty() ? block.note : say("{}: {}", block.title, block.note));
    }
}

/// A narrow map is for the map: there the legend stands open only when asked for.
bool is_legend_open(const ViewerState& state) {
    const bool has_room = state.layout.map.width() >= 30 * static_cast<double>(ImGui::GetFontSize());
    return state.settings.legend_open && (has_room || state.legend_asked);
}

void draw_header(bool is_open, Commands& commands) {
    const auto side = 22 * static_cast<float>(look_scale());
    ImGui::PushFont(font_of(Face::strong));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(tr("Legend"));
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - side);
    if (icon_button({.id = "##fold",
                     .icon = is_open ? Icon::collapse : Icon::expand,
                     .name = is_open ? tr("Fold the legend") : tr("Show the legend"),
                     .size = 22})) {
        commands.emit(command::OpenLegend{!is_open});
    }
}

}  // namespace

std::vector<LegendGroup> legend_blocks(const std::vector<ShownLayer>& layers, bool night) {
    std::vector<LegendGroup> blocks;
    LegendGroup ground{.title = tr("Base map")};
    for (std::size_t i = layers.size(); i-- > 0;) {
        if (!layers[i].layer || !is_explained(layers[i].layer->id)) continue;
        LegendGroup block = block_of(layers[i].layer, night);
        if (block.rows.empty()) continue;
        if (!is_base_map(layers[i].layer->id))
            blocks.push_back(std::move(block));
        else
            ground.rows.insert(ground.rows.end(), block.rows.begin(), block.rows.end());
    }
    if (!ground.rows.empty()) blocks.push_back(std::move(ground));
    return blocks;
}

void draw_legend_box(const ViewerState& state, Commands& commands) {
    const auto scale = static_cast<float>(look_scale());
    const Box& map = state.layout.map;
    const bool is_open = is_legend_open(state);
    // Never narrower than its heading with the button beside it, nor than the words of its rows.
    ImGui::PushFont(font_of(Face::strong));
    const float least_wide = width_of(tr("Legend")) + 62 * scale;
    ImGui::PopFont();
    const float share = std::min(232 * scale, static_cast<float>(map.width()) * 0.37F);
    const float wanted = is_open ? std::max(share, ImGui::GetFontSize() * 12) : 0;
    const float width = std::max(least_wide, wanted);
    const float most_high = std::max(60.0F, static_cast<float>(map.height()) * 0.42F);
    ImGui::SetNextWindowPos({static_cast<float>(map.min_x) + 10, static_cast<float>(map.min_y) + 10});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, most_high});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 4 * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {9 * scale, 6 * scale});
    ImGui::Begin(legend_window, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(2);
    draw_header(is_open, commands);
    if (is_open) {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {7 * scale, 4 * scale});
        const auto blocks = legend_blocks(shown_layers(state), state.settings.night);
        for (const LegendGroup& block : blocks) {
            draw_block(block, state.settings.night);
            ImGui::Dummy({0, 2 * scale});
        }
        if (blocks.empty()) faint_text(tr("No layer is shown."));
        draw_notes(blocks);
        ImGui::PopStyleVar();
    }
    ImGui::End();
}

}  // namespace lykta::viewer
