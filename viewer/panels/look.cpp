// The window's colours and spacing: paper by day, blue-black by night, one accent, hairlines.
#include "viewer/panels/look.hpp"

#include <algorithm>

#include "viewer/panels/look_fonts.hpp"

namespace lykta::viewer {
namespace {

// What set_look last did. Dear ImGui's own context is global; this stands beside it.
struct Look {
    double scale = 1;
    bool night = false;
    WindowColours colours;
    FaceFonts fonts{};
};
Look& look() {
    static Look one;
    return one;
}

WindowColours colours_by(bool night) {
    if (night) {
        return {.paper = rgba("#0a111c"),
                .panel = rgba("#101a29"),
                .ink = rgba("#e4e8ee"),
                .faint = rgba("#98a5b8"),
                .line = rgba("#253349"),
                .accent = rgba("#6cb8cc"),
                .good = rgba("#6fbf8f"),
                .bad = rgba("#ef8a6b"),
                .warning = rgba("#e6b450")};
    }
    return {.paper = rgba("#f1eee6"),
            .panel = rgba("#faf8f3"),
            .ink = rgba("#1b232e"),
            .faint = rgba("#5a6370"),
            .line = rgba("#dad5c8"),
            .accent = rgba("#0e6377"),
            .good = rgba("#2c7a4b"),
            .bad = rgba("#b4472a"),
            .warning = rgba("#946200")};
}

ImVec4 vec(Rgba colour) {
    return ImGui::ColorConvertU32ToFloat4(colour_of(colour));
}

void set_backgrounds(ImGuiStyle& style, const WindowColours& c) {
    auto set = [&](ImGuiCol which, Rgba colour) { style.Colors[which] = vec(colour); };
    set(ImGuiCol_Text, c.ink);
    set(ImGuiCol_TextDisabled, c.faint);
    set(ImGuiCol_WindowBg, c.panel);
    set(ImGuiCol_ChildBg, with_alpha(c.panel, 0));
    set(ImGuiCol_PopupBg, c.panel);
    set(ImGuiCol_MenuBarBg, c.paper);
    set(ImGuiCol_Border, c.line);
    set(ImGuiCol_BorderShadow, with_alpha(c.line, 0));
    set(ImGuiCol_TitleBg, c.paper);
    set(ImGuiCol_TitleBgActive, c.paper);
    set(ImGuiCol_TitleBgCollapsed, c.paper);
    set(ImGuiCol_ScrollbarBg, with_alpha(c.paper, 0));
    set(ImGuiCol_ScrollbarGrab, blended(c.line, c.faint, 0.2));
    set(ImGuiCol_ScrollbarGrabHovered, blended(c.line, c.faint, 0.6));
    set(ImGuiCol_ScrollbarGrabActive, c.faint);
    set(ImGuiCol_Separator, c.line);
    set(ImGuiCol_SeparatorHovered, c.accent);
    set(ImGuiCol_SeparatorActive, c.accent);
    set(ImGuiCol_TableHeaderBg, c.paper);
    set(ImGuiCol_TableBorderStrong, c.line);
    set(ImGuiCol_TableBorderLight, blended(c.panel, c.line, 0.7));
    set(ImGuiCol_TableRowBg, with_alpha(c.panel, 0));
    set(ImGuiCol_TableRowBgAlt, with_alpha(c.paper, 0.6));
    set(ImGuiCol_ModalWindowDimBg, with_alpha(rgba("#0a111c"), 0.35));
}

void set_controls(ImGuiStyle& style, const WindowColours& c) {
    auto set = [&](ImGuiCol which, Rgba colour) { style.Colors[which] = vec(colour); };
    const Rgba field = lightness(c.panel) > 50 ? blended(c.panel, c.paper, 0.75) : blended(c.panel, c.line, 0.55);
    set(ImGuiCol_FrameBg, field);
    set(ImGuiCol_FrameBgHovered, blended(field, c.accent, 0.12));
    set(ImGuiCol_FrameBgActive, blended(field, c.accent, 0.22));
    set(ImGuiCol_Button, field);
    set(ImGuiCol_ButtonHovered, blended(field, c.accent, 0.18));
    set(ImGuiCol_ButtonActive, blended(field, c.accent, 0.35));
    set(ImGuiCol_Header, with_alpha(c.accent, 0.18));  // a selected row
    set(ImGuiCol_HeaderHovered, with_alpha(c.accent, 0.11));
    set(ImGuiCol_HeaderActive, with_alpha(c.accent, 0.26));
    set(ImGuiCol_CheckMark, c.accent);
    set(ImGuiCol_SliderGrab, c.accent);
    set(ImGuiCol_SliderGrabActive, blended(c.accent, c.ink, 0.3));
    set(ImGuiCol_ResizeGrip, with_alpha(c.line, 0));
    set(ImGuiCol_Tab, with_alpha(c.paper, 0));
    set(ImGuiCol_TabHovered, with_alpha(c.accent, 0.12));
    set(ImGuiCol_TabActive, with_alpha(c.accent, 0.2));
    set(ImGuiCol_TabUnfocused, with_alpha(c.paper, 0));
    set(ImGuiCol_TabUnfocusedActive, with_alpha(c.accent, 0.2));
    set(ImGuiCol_PlotLines, c.accent);
    set(ImGuiCol_PlotHistogram, c.accent);
    set(ImGuiCol_TextSelectedBg, with_alpha(c.accent, 0.3));
    set(ImGuiCol_DragDropTarget, c.accent);
    set(ImGuiCol_NavHighlight, c.accent);
}

ImGuiStyle style_of(const WindowColours& colours, double scale) {
    ImGuiStyle style;
    style.WindowPadding = {12, 10};
    style.FramePadding = {8, 5};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.CellPadding = {5, 3};
    style.IndentSpacing = 16;
    style.ScrollbarSize = 11;
    style.GrabMinSize = 12;
    style.WindowRounding = 0;
    style.ChildRounding = style.FrameRounding = style.PopupRounding = style.GrabRounding = style.TabRounding = 4;
    style.ScrollbarRounding = 6;
    style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = 1;
    style.FrameBorderSize = 1;  // a box that is not ticked is seen by its hairline
    style.TabBorderSize = 0;
    style.WindowTitleAlign = {0.0F, 0.5F};
    style.WindowMenuButtonPosition = ImGuiDir_None;
    style.WindowMinSize = {32, 24};
    set_backgrounds(style, colours);
    set_controls(style, colours);
    style.ScaleAllSizes(static_cast<float>(scale));
    return style;
}

}  // namespace

void set_look(double scale, bool night) {
    Look& now = look();
    const double wanted = std::clamp(scale, 0.5, 4.0);
    // A new context has an empty atlas of its own, whatever was built for the last one.
    if (wanted != now.scale || ImGui::GetIO().Fonts->Fonts.Size != static_cast<int>(now.fonts.size())) {
        now.fonts = build_fonts(wanted);
    }
    now.scale = wanted;
    now.night = night;
    now.colours = colours_by(night);
    ImGui::GetStyle() = style_of(now.colours, wanted);
    ImGui::GetIO().FontDefault = font_of(Face::body);
}

ImFont* font_of(Face face) {
    return look().fonts[static_cast<std::size_t>(face)];
}
double look_scale() {
    return look().scale;
}
ImU32 colour_of(Rgba colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}
const WindowColours& window_colours() {
    return look().colours;
}

}  // namespace lykta::viewer
