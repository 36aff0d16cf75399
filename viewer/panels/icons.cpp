// The symbols of the window's buttons, on a frame of −1 … 1, y down.
#include "viewer/panels/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace lykta::viewer {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

struct Pen {
    ImDrawList* list;
    ImVec2 at;
    float half;
    ImU32 colour;

    [[nodiscard]] ImVec2 to(ImVec2 unit) const { return {at.x + unit.x * half, at.y + unit.y * half}; }
    [[nodiscard]] float thick() const { return std::max(1.2F, half * 0.19F); }
    void line(std::initializer_list<ImVec2> units, bool closed = false) const {
        for (const ImVec2 unit : units) list->PathLineTo(to(unit));
        list->PathStroke(colour, closed ? ImDrawFlags_Closed : 0, thick());
    }
    void filled(std::initializer_list<ImVec2> units) const {
        for (const ImVec2 unit : units) list->PathLineTo(to(unit));
        list->PathFillConvex(colour);
    }
    void circle(ImVec2 centre, float radius) const { list->AddCircle(to(centre), radius * half, colour, 0, thick()); }
    void disc(ImVec2 centre, float radius) const { list->AddCircleFilled(to(centre), radius * half, colour); }
    void arc(ImVec2 centre, float radius, float from, float until) const {
        list->PathArcTo(to(centre), radius * half, from, until);
        list->PathStroke(colour, 0, thick());
    }
};

void draw_night(const Pen& pen) {
    pen.arc({0, 0}, 0.85F, 0.08F * pi, 1.42F * pi);
    pen.arc({0.42F, -0.36F}, 0.68F, 0.38F * pi, 1.13F * pi);
}
void draw_day(const Pen& pen) {
    pen.circle({0, 0}, 0.42F);
    for (int ray = 0; ray < 8; ++ray) {
        const float angle = static_cast<float>(ray) * pi / 4, x = std::cos(angle), y = std::sin(angle);
        pen.line({{0.68F * x, 0.68F * y}, {0.95F * x, 0.95F * y}});
    }
}
void draw_eye(const Pen& pen) {
    pen.arc({0, 0.72F}, 1.18F, 1.21F * pi, 1.79F * pi);
    pen.arc({0, -0.72F}, 1.18F, 0.21F * pi, 0.79F * pi);
    pen.disc({0, 0}, 0.3F);
}
void draw_length(const Pen& pen) {
    pen.line({{-0.95F, 0.3F}, {0.95F, 0.3F}});
    for (const float x : {-0.95F, 0.0F, 0.95F}) pen.line({{x, 0.3F}, {x, x == 0.0F ? -0.05F : -0.35F}});
    for (const float x : {-0.47F, 0.47F}) pen.line({{x, 0.3F}, {x, 0.08F}});
}
void draw_area(const Pen& pen) {
    pen.line({{-0.8F, -0.35F}, {0.25F, -0.85F}, {0.85F, 0.1F}, {0.3F, 0.8F}, {-0.7F, 0.65F}}, true);
    for (const ImVec2 corner : {ImVec2{-0.8F, -0.35F}, {0.25F, -0.85F}, {0.85F, 0.1F}, {0.3F, 0.8F}, {-0.7F, 0.65F}}) {
        pen.disc(corner, 0.17F);
    }
}
void draw_turn_arrow(const Pen& pen, float way) {  // −1: undo, +1: redo
    pen.list->PathLineTo(pen.to({way * 0.85F, -0.3F}));
    pen.list->PathLineTo(pen.to({way * -0.2F, -0.3F}));
    for (int step = 0; step <= 12; ++step) {
        const float angle = -pi / 2 - way * pi * static_cast<float>(step) / 12;
        pen.list->PathLineTo(pen.to({way * -0.2F + 0.52F * std::cos(angle), 0.22F + 0.52F * std::sin(angle)}));
    }
    pen.list->PathLineTo(pen.to({way * 0.15F, 0.74F}));
    pen.list->PathStroke(pen.colour, 0, pen.thick());
    pen.line({{way * 0.42F, -0.72F}, {way * 0.86F, -0.3F}, {way * 0.42F, 0.12F}});
}
void draw_help(const Pen& pen) {
    pen.circle({0, 0}, 0.9F);
    pen.arc({0, -0.2F}, 0.32F, -pi, 0.42F * pi);
    pen.line({{0.02F, 0.1F}, {0, 0.28F}});
    pen.disc({0, 0.52F}, 0.11F);
}
void draw_time(const Pen& pen) {
    pen.circle({0, 0}, 0.88F);
    pen.line({{0, -0.5F}, {0, 0.05F}, {0.4F, 0.3F}});
}
void draw_compare(const Pen& pen) {
    pen.line({{-0.9F, -0.7F}, {0.9F, -0.7F}, {0.9F, 0.7F}, {-0.9F, 0.7F}}, true);
    pen.line({{0, -0.95F}, {0, 0.95F}});
    pen.filled({{0, -0.7F}, {0.9F, -0.7F}, {0.9F, 0.7F}, {0, 0.7F}});
}
void draw_page(const Pen& pen) {
    pen.line({{-0.65F, -0.95F}, {0.25F, -0.95F}, {0.7F, -0.5F}, {0.7F, 0.95F}, {-0.65F, 0.95F}}, true);
    pen.line({{0.25F, -0.95F}, {0.25F, -0.5F}, {0.7F, -0.5F}});
    pen.line({{-0.35F, 0.1F}, {0.4F, 0.1F}});
    pen.line({{-0.35F, 0.5F}, {0.4F, 0.5F}});
}
void draw_folder(const Pen& pen) {
    pen.line({{-0.9F, 0.7F}, {-0.9F, -0.65F}, {-0.3F, -0.65F}, {-0.1F, -0.38F}, {0.9F, -0.38F}, {0.9F, 0.7F}}, true);
}
void draw_open(const Pen& pen) {
    pen.line({{0.6F, -0.02F}, {0.6F, -0.4F}, {-0.15F, -0.4F}, {-0.33F, -0.68F}, {-0.9F, -0.68F}, {-0.9F, 0.7F}});
    pen.line({{-0.9F, 0.7F}, {-0.55F, -0.02F}, {1.0F, -0.02F}, {0.65F, 0.7F}}, true);
}
void draw_recent(const Pen& pen) {
    pen.arc({0, 0}, 0.85F, -0.85F * pi, 0.75F * pi);
    pen.line({{-1.0F, -0.75F}, {-0.78F, -0.38F}, {-0.36F, -0.5F}});
    pen.line({{0, -0.45F}, {0, 0.05F}, {0.35F, 0.25F}});
}
void draw_look(const Pen& pen) {
    pen.filled({{-0.55F, -0.95F}, {0.65F, 0.15F}, {0.02F, 0.2F}, {-0.55F, 0.75F}});
    pen.line({{-0.02F, 0.2F}, {0.32F, 0.9F}});
}
void draw_text_size(const Pen& pen) {
    pen.line({{-0.95F, 0.7F}, {-0.4F, -0.75F}, {0.15F, 0.7F}});
    pen.line({{-0.75F, 0.2F}, {-0.05F, 0.2F}});
    pen.circle({0.6F, 0.38F}, 0.3F);
    pen.line({{0.92F, 0.05F}, {0.92F, 0.72F}});
}
void draw_side(const Pen& pen, float way) {
    pen.line({{-0.9F, -0.75F}, {0.9F, -0.75F}, {0.9F, 0.75F}, {-0.9F, 0.75F}}, true);
    pen.line({{way * 0.3F, -0.75F}, {way * 0.3F, 0.75F}});
    pen.line({{way * 0.52F, -0.35F}, {way * 0.7F, -0.35F}});
    pen.line({{way * 0.52F, 0}, {way * 0.7F, 0}});
}
void draw_north(const Pen& pen) {
    pen.filled({{0, -1}, {0.5F, 0.75F}, {0, 0.4F}});
    pen.line({{0, -1}, {-0.5F, 0.75F}, {0, 0.4F}}, true);
}
void draw_magnifier(const Pen& pen) {
    pen.circle({-0.2F, -0.2F}, 0.6F);
    pen.line({{0.25F, 0.25F}, {0.85F, 0.85F}});
}
void draw_step(const Pen& pen, float way) {
    pen.filled({{way * -0.6F, -0.7F}, {way * 0.4F, 0}, {way * -0.6F, 0.7F}});
    pen.line({{way * 0.6F, -0.7F}, {way * 0.6F, 0.7F}});
}
void draw_pause(const Pen& pen) {
    pen.filled({{-0.6F, -0.75F}, {-0.18F, -0.75F}, {-0.18F, 0.75F}, {-0.6F, 0.75F}});
    pen.filled({{0.18F, -0.75F}, {0.6F, -0.75F}, {0.6F, 0.75F}, {0.18F, 0.75F}});
}

using Draw = void (*)(const Pen&);
constexpr std::array<Draw, 31> drawings{
    draw_open,
    draw_recent,
    draw_look,
    draw_eye,
    draw_length,
    draw_area,
    draw_night,
    draw_day,
    draw_compare,
    draw_time,
    +[](const Pen& pen) { draw_turn_arrow(pen, -1); },
    +[](const Pen& pen) { draw_turn_arrow(pen, 1); },
    draw_page,
    draw_help,
    draw_text_size,
    draw_magnifier,
    +[](const Pen& pen) {
        pen.line({{-0.6F, -0.6F}, {0.6F, 0.6F}});
        pen.line({{-0.6F, 0.6F}, {0.6F, -0.6F}});
    },
    +[](const Pen& pen) {
        pen.filled({{-0.5F, -0.8F}, {0.8F, 0}, {-0.5F, 0.8F}});
    },
    draw_pause,
    +[](const Pen& pen) { draw_step(pen, -1); },
    +[](const Pen& pen) { draw_step(pen, 1); },
    draw_folder,
    draw_page,
    +[](const Pen& pen) {
        pen.line({{0, 0.85F}, {0, -0.8F}});
        pen.line({{-0.6F, -0.2F}, {0, -0.8F}, {0.6F, -0.2F}});
    },
    +[](const Pen& pen) { draw_side(pen, -1); },
    +[](const Pen& pen) { draw_side(pen, 1); },
    draw_north,
    +[](const Pen& pen) {
        pen.line({{-0.6F, -0.3F}, {0, 0.4F}, {0.6F, -0.3F}});
    },
    +[](const Pen& pen) {
        pen.line({{-0.6F, 0.3F}, {0, -0.4F}, {0.6F, 0.3F}});
    },
    +[](const Pen& pen) {
        pen.line({{-0.7F, 0}, {0.7F, 0}});
        pen.line({{0, -0.7F}, {0, 0.7F}});
    },
    +[](const Pen& pen) {
        pen.line({{-0.7F, 0}, {0.7F, 0}});
    },
};

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    drawings[static_cast<std::size_t>(icon)]({list, centre, size / 2, colour});
}

bool icon_button(const IconButton& button) {
    const auto scale = static_cast<float>(look_scale());
    const WindowColours& colours = window_colours();
    const float side = button.size * scale;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const Rgba ground = button.is_on && button.is_enabled ? colours.accent : with_alpha(colours.panel, 0);
    const Rgba ink = button.is_on && button.is_enabled ? colours.panel : colours.ink;
    ImGui::BeginDisabled(!button.is_enabled);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_Button, colour_of(ground));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour_of(button.is_on ? blended(colours.accent, colours.ink, 0.15)
                                                                         : with_alpha(colours.accent, 0.16)));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, colour_of(with_alpha(colours.accent, 0.35)));
    const bool pressed = ImGui::Button(button.id, {side, side});
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
    ImGui::EndDisabled();
    const ImU32 colour = colour_of(button.is_enabled ? ink : with_alpha(colours.faint, 0.5));
    draw_icon(ImGui::GetWindowDrawList(), button.icon, {from.x + side / 2, from.y + side / 2}, side * 0.52F, colour);
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) ImGui::SetTooltip("%s", button.name.c_str());
    return pressed && button.is_enabled;
}

}  // namespace lykta::viewer
