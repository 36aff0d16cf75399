// The small parts every panel is made of: headings, facts, badges, bars, charts and buttons. Texts wrap; nothing is
// cut.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "viewer/panels/look.hpp"

namespace lykta::viewer {
namespace {

float line_width_of(const std::string& text) {
    return ImGui::CalcTextSize(text.c_str()).x;
}

void wrapped(const std::string& text, float width) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
    ImGui::PopTextWrapPos();
}

ImVec4 text_colour(Rgba colour) {
    return ImGui::ColorConvertU32ToFloat4(colour_of(colour));
}

// Dark or white, whichever is read better on the colour.
ImU32 ink_on(Rgba colour) {
    return lightness(colour) > 62 ? IM_COL32(24, 30, 40, 255) : IM_COL32_WHITE;
}

float share_of(double value) {
    return static_cast<float>(std::clamp(std::isnan(value) ? 0.0 : value, 0.0, 1.0));
}

}  // namespace

void heading(const std::string& text) {
    ImGui::Dummy({0, 2 * static_cast<float>(look_scale())});
    ImGui::PushFont(font_of(Face::strong));
    wrapped(text, std::max(1.0F, ImGui::GetContentRegionAvail().x));
    ImGui::PopFont();
}

void faint_text(const std::string& text) {
    ImGui::PushFont(font_of(Face::small));
    ImGui::PushStyleColor(ImGuiCol_Text, text_colour(window_colours().faint));
    wrapped(text, std::max(1.0F, ImGui::GetContentRegionAvail().x));
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void fact(const std::string& title, const std::string& value) {
    const float room = ImGui::GetContentRegionAvail().x, gap = ImGui::GetStyle().ItemSpacing.x;
    const float title_wide = line_width_of(title), value_wide = line_width_of(value);
    // One line where both fit; else the value takes at most 60 % and both wrap in their halves.
    const bool fits = title_wide + gap + value_wide <= room;
    const float value_room = fits ? value_wide : std::min(value_wide, std::max(room * 0.6F, room - title_wide - gap));
    const float left = ImGui::GetCursorPosX();
    ImGui::BeginGroup();
    const float top = ImGui::GetCursorPosY();
    ImGui::PushStyleColor(ImGuiCol_Text, text_colour(window_colours().faint));
    wrapped(title, std::max(1.0F, room - value_room - gap));
    ImGui::PopStyleColor();
    ImGui::SetCursorPos({left + room - value_room, top});
    wrapped(value, value_room + 1);
    ImGui::EndGroup();
}

void badge(const std::string& text, Rgba colour) {
    const auto scale = static_cast<float>(look_scale());
    const ImVec2 pad{6 * scale, 2 * scale};
    ImGui::PushFont(font_of(Face::small));
    const float room = std::max(1.0F, ImGui::GetContentRegionAvail().x - 2 * pad.x);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, room);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 to{from.x + size.x + 2 * pad.x, from.y + size.y + 2 * pad.y};
    ImGui::GetWindowDrawList()->AddRectFilled(from, to, colour_of(colour), 4 * scale);
    ImGui::BeginGroup();
    ImGui::SetCursorScreenPos({from.x + pad.x, from.y + pad.y});
    ImGui::PushStyleColor(ImGuiCol_Text, ink_on(colour));
    wrapped(text, room + 1);
    ImGui::PopStyleColor();
    ImGui::SetCursorScreenPos(from);
    ImGui::Dummy({to.x - from.x, to.y - from.y});
    ImGui::EndGroup();
    ImGui::PopFont();
}

void interval_bar(const BarOptions& options) {
    const auto scale = static_cast<float>(look_scale());
    const float width = options.width > 0 ? options.width : std::max(8.0F, ImGui::GetContentRegionAvail().x);
    const float height = options.height > 0 ? options.height : ImGui::GetTextLineHeight();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float thick = std::max(4 * scale, height * 0.5F), top = from.y + (height - thick) / 2,
                middle = from.y + height / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({from.x, top}, {from.x + width, top + thick}, colour_of(with_alpha(window_colours().line, 0.6)),
                       2 * scale);
    const float end = from.x + std::max(share_of(options.value) * width, options.value > 0 ? 1.5F : 0.0F);
    list.AddRectFilled({from.x, top}, {end, top + thick}, colour_of(options.colour), 2 * scale);
    if (options.high > options.low) {
        const float low = from.x + share_of(options.low) * width, high = from.x + share_of(options.high) * width;
        const ImU32 ink = colour_of(window_colours().ink);
        list.AddLine({low, middle}, {high, middle}, ink, std::max(1.0F, scale));
        for (const float x : {low, high})
            list.AddLine({x, middle - 3 * scale}, {x, middle + 3 * scale}, ink, std::max(1.0F, scale));
    }
    ImGui::Dummy({width, height});
}

namespace {

// Labels under columns, each only where the one before has left room.
void draw_column_labels(const ColumnChart& chart, ImVec2 from, float step) {
    float free_from = from.x;
    const float right = from.x + step * static_cast<float>(chart.values.size());
    for (std::size_t i = 0; i < chart.labels.size() && i < chart.values.size(); ++i) {
        if (chart.labels[i].empty()) continue;
        const float wide = line_width_of(chart.labels[i]);
        const float x =
            std::max(from.x, std::min(from.x + (static_cast<float>(i) + 0.5F) * step - wide / 2, right - wide));
        if (x < free_from) continue;
        ImGui::GetWindowDrawList()->AddText({x, from.y}, colour_of(window_colours().faint), chart.labels[i].c_str());
        free_from = x + wide + ImGui::GetStyle().ItemInnerSpacing.x;
    }
}

}  // namespace

void column_chart(const ColumnChart& chart) {
    if (chart.values.empty()) return;
    const double largest = *std::max_element(chart.values.begin(), chart.values.end());
    const int decimals = largest == std::floor(largest) ? 0 : 1;
    const std::string top = say("largest {} {}", number_text(largest, decimals), chart.unit);
    faint_text(top);
    ImGui::PushFont(font_of(Face::small));
    const auto scale = static_cast<float>(look_scale());
    const float width = std::max(8.0F, ImGui::GetContentRegionAvail().x), height = chart.height * scale;
    const float step = width / static_cast<float>(chart.values.size()), gap = step > 4 ? 1.0F : 0.0F;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float bottom = from.y + height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < chart.values.size() && largest > 0; ++i) {
        if (!(chart.values[i] > 0)) continue;
        const float x = from.x + static_cast<float>(i) * step;
        const float high = std::max(1.0F, share_of(chart.values[i] / largest) * height);
        list.AddRectFilled({x, bottom - high}, {x + std::max(1.0F, step - gap), bottom}, colour_of(chart.colour));
    }
    list.AddLine({from.x, bottom}, {from.x + width, bottom}, colour_of(window_colours().line));
    const bool has_labels = !chart.labels.empty();
    if (has_labels) draw_column_labels(chart, {from.x, bottom + 2 * scale}, step);
    ImGui::Dummy({width, height + (has_labels ? ImGui::GetTextLineHeight() + 2 * scale : 0)});
    ImGui::PopFont();
}

bool tool_button(const char* id, const std::string& label, const std::string& tip, bool is_on) {
    const WindowColours& colours = window_colours();
    ImGui::PushID(id);
    if (is_on) {
        ImGui::PushStyleColor(ImGuiCol_Button, colour_of(colours.accent));
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour_of(blended(colours.accent, colours.ink, 0.15)));
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, colour_of(blended(colours.accent, colours.ink, 0.3)));
        ImGui::PushStyleColor(ImGuiCol_Text, ink_on(colours.accent));
    }
    const bool pressed = ImGui::Button(label.c_str());
    if (is_on) ImGui::PopStyleColor(4);
    if (!tip.empty() && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) ImGui::SetTooltip("%s", tip.c_str());
    ImGui::PopID();
    return pressed;
}

}  // namespace lykta::viewer
