// What stands round and on the map: legend, scale bar, north, the caveat that is always there, the handle of a swipe.
#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/language.hpp"
#include "viewer/map/furniture.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/legend_box.hpp"
#include "viewer/panels/map_sides.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

float scaled(float pixels) {
    return pixels * static_cast<float>(look_scale());
}
ImVec2 corner_of(const Box& box) {
    return {static_cast<float>(box.min_x), static_cast<float>(box.min_y)};
}
ImVec2 far_corner_of(const Box& box) {
    return {static_cast<float>(box.max_x), static_cast<float>(box.max_y)};
}

constexpr double margin = 10;

std::string caveat() {
    return tr("Recorded incidents; association is not effect");
}

// Bottom right; on two lines where the map is narrow.
Box caveat_box(const ViewerState& state) {
    const Box& map = state.layout.map;
    const ImFont& font = *font_of(Face::small);
    const std::string text = caveat();
    const float room = std::max(40.0F, static_cast<float>(map.width() - 2 * margin) - scaled(12));
    const ImVec2 size = font.CalcTextSizeA(font.FontSize, 1e6F, room, text.c_str());
    const double wide = static_cast<double>(size.x + scaled(12)), high = static_cast<double>(size.y + scaled(6));
    return {map.max_x - margin - wide, map.max_y - margin - high, map.max_x - margin, map.max_y - margin};
}

// Bottom left; over the caveat where both do not fit beside each other.
Box scale_box(const ViewerState& state) {
    const Box& map = state.layout.map;
    const Box below = caveat_box(state);
    const double wide = 152 * look_scale(), high = 30 * look_scale(), left = map.min_x + margin;
    const double bottom = left + wide + margin > below.min_x ? below.min_y - 4 : map.max_y - margin;
    return {left, bottom - high, left + wide, bottom};
}

Box north_box(const ViewerState& state) {
    const Box& map = state.layout.map;
    const double side = 40 * look_scale();
    return {map.max_x - margin - side, map.min_y + margin, map.max_x - margin, map.min_y + margin + side};
}

// A leaf of paper over the map, so that what stands on it can be read.
void draw_leaf(ImDrawList& list, const Box& box) {
    list.AddRectFilled(corner_of(box), far_corner_of(box), colour_of(with_alpha(window_colours().panel, 0.86)),
                       scaled(4));
}

void draw_caveat(const ViewerState& state) {
    const Box box = caveat_box(state);
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    draw_leaf(list, box);
    const std::string text = caveat();
    const ImFont* font = font_of(Face::small);
    list.AddText(
        font, font->FontSize, {static_cast<float>(box.min_x) + scaled(6), static_cast<float>(box.min_y) + scaled(3)},
        colour_of(window_colours().ink), text.c_str(), nullptr, static_cast<float>(box.width()) - scaled(12) + 1);
}

void draw_scale_bar(const ViewerState& state) {
    const Box box = scale_box(state);
    const ScaleBar bar = scale_bar(state.view, box.width() - 12 * look_scale());
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    draw_leaf(list, box);
    const ImU32 ink = colour_of(window_colours().ink);
    const float left = static_cast<float>(box.min_x) + scaled(6), bottom = static_cast<float>(box.max_y) - scaled(6);
    const float right = left + static_cast<float>(bar.pixels), thick = std::max(1.5F, scaled(1.5F));
    list.AddLine({left, bottom}, {right, bottom}, ink, thick);
    for (const float x : {left, right}) list.AddLine({x, bottom - scaled(5)}, {x, bottom + thick / 2}, ink, thick);
    const ImFont* font = font_of(Face::small);
    list.AddText(font, font->FontSize, {left + scaled(3), static_cast<float>(box.min_y) + scaled(3)}, ink,
                 bar.text.c_str());
}

// Points at north, whichever way the map is turned; a click turns it back.
void draw_north(const ViewerState& state, Commands& commands) {
    const Box box = north_box(state);
    begin_region("##north", box, {.is_transparent = true, .has_border = false, .padding = 0});
    const auto side = static_cast<float>(box.width());
    const bool pressed = ImGui::InvisibleButton("##up", {side, side});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    const WindowColours& colours = window_colours();
    const ImVec2 middle{static_cast<float>(box.min_x + box.max_x) / 2, static_cast<float>(box.min_y + box.max_y) / 2};
    list.AddCircleFilled(middle, side / 2, colour_of(with_alpha(colours.panel, hovered ? 1 : 0.86)));
    list.AddCircle(middle, side / 2, colour_of(hovered ? colours.accent : colours.line));
    const auto x = static_cast<float>(-std::sin(state.view.turn)), y = static_cast<float>(-std::cos(state.view.turn));
    auto at = [&](float along, float across) {
        return ImVec2{middle.x + side * (along * x - across * y), middle.y + side * (along * y + across * x)};
    };
    list.AddTriangleFilled(at(0.1F, 0), at(-0.36F, -0.17F), at(-0.24F, 0), colour_of(colours.ink));
    list.AddTriangleFilled(at(0.1F, 0), at(-0.24F, 0), at(-0.36F, 0.17F), colour_of(colours.faint));
    const ImFont* font = font_of(Face::small);
    const ImVec2 letter = font->CalcTextSizeA(font->FontSize, 100, 0, "N"), head = at(0.28F, 0);
    list.AddText(font, font->FontSize, {head.x - letter.x / 2, head.y - letter.y / 2}, colour_of(colours.ink), "N");
    if (hovered) ImGui::SetTooltip("%s", state.view.turn == 0 ? tr("North is up") : tr("Turn north up (N)"));
    if (pressed) commands.emit(command::NorthUp{});
    end_region();
}

// --- Comparing -------------------------------------------------------------------------------------------------------

// A title on a leaf; `align` 0: to the right of x, 1: to the left of it, 0.5: centred.
void draw_title(const std::string& text, ImVec2 at, float align) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const ImFont* font = font_of(Face::strong);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str());
    const ImVec2 from{at.x - align * (size.x + scaled(16)), at.y};
    draw_leaf(list, {from.x, from.y, from.x + size.x + scaled(16), from.y + size.y + scaled(8)});
    list.AddText(font, font->FontSize, {from.x + scaled(8), from.y + scaled(4)}, colour_of(window_colours().ink),
                 text.c_str());
}

void draw_swipe(const ViewerState& state, Commands& commands) {
    const Box& map = state.layout.map;
    const double x = map.min_x + std::clamp(state.compare.split, 0.0, 1.0) * map.width(), half = 8 * look_scale();
    begin_region("##swipe", {x - half, map.min_y, x + half, map.max_y},
                 {.is_transparent = true, .has_border = false, .padding = 0});
    ImGui::InvisibleButton("##handle", {static_cast<float>(2 * half), static_cast<float>(map.height())});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 0)) {
        const double split = (static_cast<double>(ImGui::GetIO().MousePos.x) - map.min_x) / std::max(1.0, map.width());
        commands.emit(command::SetSplit{std::clamp(split, 0.02, 0.98)});
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const WindowColours& colours = window_colours();
    const auto line = static_cast<float>(x), middle = static_cast<float>((map.min_y + map.max_y) / 2);
    list.AddLine({line, static_cast<float>(map.min_y)}, {line, static_cast<float>(map.max_y)}, colour_of(colours.panel),
                 scaled(3));
    list.AddLine({line, static_cast<float>(map.min_y)}, {line, static_cast<float>(map.max_y)},
                 colour_of(colours.accent), scaled(1.5F));
    list.AddRectFilled({line - scaled(7), middle - scaled(18)}, {line + scaled(7), middle + scaled(18)},
                       colour_of(colours.accent), scaled(5));
    for (const float shift : {-2.0F, 2.0F}) {
        list.AddLine({line + scaled(shift), middle - scaled(8)}, {line + scaled(shift), middle + scaled(8)},
                     colour_of(colours.panel));
    }
    end_region();
    const float top = static_cast<float>(map.max_y) - scaled(78), gap = scaled(12);
    draw_title(tr("Before"), {line - gap, top}, 1);
    draw_title(tr("After"), {line + gap, top}, 0);
}

std::string study_title(const Project& project) {
    const auto& result = project.result();
    if (result.period.days() < 1) return result.study_name;
    return say("{}, {} – {}", result.study_name, iso_date(result.period.first_day), iso_date(result.period.last_day));
}

// Each study's name over its half, shortened where the half is narrow.
void draw_beside(const ViewerState& state) {
    const auto sides = map_sides(state);
    if (sides.size() < 2) return;
    for (const MapSideShown& side : sides) {
        const Project& project = side.side == MapSide::other ? *state.compare.other : *state.project;
        ImGui::PushFont(font_of(Face::strong));
        const std::string title = shortened(study_title(project), static_cast<float>(side.clip.width()) - scaled(32));
        ImGui::PopFont();
        const auto middle = static_cast<float>((side.clip.min_x + side.clip.max_x) / 2);
        draw_title(title, {middle, static_cast<float>(side.clip.max_y) - scaled(100)}, 0.5F);
    }
    ImGui::GetBackgroundDrawList()->AddLine(
        corner_of(sides[1].clip), {static_cast<float>(sides[1].clip.min_x), static_cast<float>(sides[1].clip.max_y)},
        colour_of(window_colours().accent), scaled(2));
}

// --- Tools -----------------------------------------------------------------------------------------------------------

std::string hint_for(const ViewerState& state) {
    switch (state.tool) {
        case Tool::look:
            return {};
        case Tool::visible_area:
            return tr("Click a point to see what can be seen from there. Esc ends.");
        case Tool::length:
            return tr("Click along the line; double click ends it. Esc leaves the tool.");
        case Tool::area:
            return tr("Click the corners; double click closes the area. Esc leaves the tool.");
        case Tool::add_lamp:
            return tr("Click where the new lamp should stand. Esc ends.");
        case Tool::add_camera:
            return tr("Click where the camera should stand; drag its arrow to turn it. Esc ends.");
        case Tool::clear_plant:
            return tr("Click the shrub or tree to clear. Esc ends.");
        case Tool::move:
            return tr("Drag a lamp or a camera of the scenario. Esc ends.");
        case Tool::remove:
            return tr("Click what should be taken out of the scenario. Esc ends.");
    }
    return {};
}

void draw_hint(const ViewerState& state) {
    const std::string hint = hint_for(state);
    if (hint.empty()) return;
    const Box& map = state.layout.map;
    const ImFont* font = font_of(Face::body);
    const float room = std::min(scaled(420), static_cast<float>(map.width() - 2 * margin) - scaled(20));
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6F, room, hint.c_str());
    const auto middle = static_cast<float>((map.min_x + map.max_x) / 2);
    const float bottom = static_cast<float>(scale_box(state).min_y) - scaled(8), left = middle - size.x / 2;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({left - scaled(10), bottom - size.y - scaled(10)}, {left + size.x + scaled(10), bottom},
                       colour_of(window_colours().accent), scaled(4));
    list.AddText(font, font->FontSize, {left, bottom - size.y - scaled(5)}, colour_of(window_colours().panel),
                 hint.c_str(), nullptr, room + 1);
}

}  // namespace

std::vector<Box> furniture_boxes(const ViewerState& state) {
    std::vector<Box> boxes{caveat_box(state), scale_box(state), north_box(state)};
    if (const ImGuiWindow* legend = ImGui::FindWindowByName(legend_window)) {
        boxes.push_back({legend->Pos.x, legend->Pos.y, legend->Pos.x + legend->Size.x, legend->Pos.y + legend->Size.y});
    }
    return boxes;
}

void draw_map_furniture(const ViewerState& state, Commands& commands) {
    draw_scale_bar(state);
    draw_caveat(state);
    draw_hint(state);
    if (state.compare.mode == CompareMode::beside) draw_beside(state);
    draw_north(state, commands);
    draw_legend_box(state, commands);
    // Last: a region made later lies behind those before it, and the handle must not cover the legend.
    if (state.compare.mode == CompareMode::swipe) draw_swipe(state, commands);
}

}  // namespace lykta::viewer
