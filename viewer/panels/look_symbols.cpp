// Symbols drawn by hand, each a shape of its own so that they are told apart in grey; and the legend's swatches.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "viewer/panels/look.hpp"

namespace lykta::viewer {
namespace {

// A symbol's own frame: unit length is half its size, y down, turned anticlockwise.
struct Pen {
    ImDrawList* list;
    ImVec2 at;
    float half;
    ImU32 fill, edge;
    float cosine, sine;

    [[nodiscard]] ImVec2 point(float x, float y) const {
        return {at.x + half * (x * cosine + y * sine), at.y + half * (-x * sine + y * cosine)};
    }
    [[nodiscard]] float stroke() const { return std::max(1.0F, half * 0.16F); }
    [[nodiscard]] bool has_edge() const { return (edge & IM_COL32_A_MASK) != 0; }

    void polygon(std::span<const ImVec2> unit) const {
        std::array<ImVec2, 12> corners;
        const auto count = std::min(unit.size(), corners.size());
        for (std::size_t i = 0; i < count; ++i) corners[i] = point(unit[i].x, unit[i].y);
        list->AddConvexPolyFilled(corners.data(), static_cast<int>(count), fill);
        if (has_edge()) list->AddPolyline(corners.data(), static_cast<int>(count), edge, ImDrawFlags_Closed, stroke());
    }
    void disc(float x, float y, float radius) const {
        list->AddCircleFilled(point(x, y), radius * half, fill);
        if (has_edge()) list->AddCircle(point(x, y), radius * half, edge, 0, stroke());
    }
    void line(ImVec2 from, ImVec2 to, ImU32 colour, float thick) const {
        list->AddLine(point(from.x, from.y), point(to.x, to.y), colour, thick);
    }
};

void draw_cross(const Pen& pen, bool upright) {
    const float arm = upright ? 0.95F : 0.75F;
    const std::array<std::array<ImVec2, 2>, 2> arms =
        upright ? std::array<std::array<ImVec2, 2>, 2>{{{ImVec2{-arm, 0}, {arm, 0}}, {ImVec2{0, -arm}, {0, arm}}}}
                : std::array<std::array<ImVec2, 2>, 2>{
                      {{ImVec2{-arm, -arm}, {arm, arm}}, {ImVec2{-arm, arm}, {arm, -arm}}}};
    const float thick = std::max(1.5F, pen.half * 0.42F);
    if (pen.has_edge()) {
        for (const auto& [from, to] : arms) pen.line(from, to, pen.edge, thick + 2 * pen.stroke());
    }
    for (const auto& [from, to] : arms) pen.line(from, to, pen.fill, thick);
}

// A luminaire: a disc with eight short rays.
void draw_lamp(const Pen& pen) {
    for (int ray = 0; ray < 8; ++ray) {
        const float angle = static_cast<float>(ray) * std::numbers::pi_v<float> / 4;
        const ImVec2 out{std::cos(angle), std::sin(angle)};
        pen.line({out.x * 0.68F, out.y * 0.68F}, out, pen.has_edge() ? pen.edge : pen.fill, pen.stroke());
    }
    pen.disc(0, 0, 0.52F);
}

// A house of a camera that looks towards +x.
void draw_camera(const Pen& pen) {
    const std::array<ImVec2, 3> lens{ImVec2{0.1F, 0}, {1.0F, -0.6F}, {1.0F, 0.6F}};
    pen.polygon(lens);
    const std::array<ImVec2, 4> body{ImVec2{-1.0F, -0.5F}, {0.35F, -0.5F}, {0.35F, 0.5F}, {-1.0F, 0.5F}};
    pen.polygon(body);
}

void draw_shrub(const Pen& pen) {
    pen.disc(-0.45F, 0.25F, 0.5F);
    pen.disc(0.45F, 0.25F, 0.5F);
    pen.disc(0, -0.3F, 0.58F);
}

void draw_door(const Pen& pen) {
    const std::array<ImVec2, 4> leaf{ImVec2{-0.6F, -1.0F}, {0.6F, -1.0F}, {0.6F, 1.0F}, {-0.6F, 1.0F}};
    pen.polygon(leaf);
    pen.list->AddCircleFilled(pen.point(0.3F, 0.1F), std::max(1.0F, pen.half * 0.14F),
                              pen.has_edge() ? pen.edge : IM_COL32_WHITE);
}

void draw_angular(const Pen& pen, Symbol symbol) {
    const std::array<ImVec2, 4> square{ImVec2{-0.8F, -0.8F}, {0.8F, -0.8F}, {0.8F, 0.8F}, {-0.8F, 0.8F}};
    const std::array<ImVec2, 4> diamond{ImVec2{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    const std::array<ImVec2, 3> triangle{ImVec2{0, -0.95F}, {0.95F, 0.75F}, {-0.95F, 0.75F}};
    if (symbol == Symbol::square) return pen.polygon(square);
    if (symbol == Symbol::diamond) return pen.polygon(diamond);
    pen.polygon(triangle);
}

struct Swatch {
    ImDrawList* list;
    ImVec2 from, to;
    [[nodiscard]] ImVec2 centre() const { return {(from.x + to.x) / 2, (from.y + to.y) / 2}; }
};

void draw_area_swatch(const Swatch& swatch, const Paint& paint) {
    const float rounding = 2 * static_cast<float>(look_scale());
    swatch.list->AddRectFilled(swatch.from, swatch.to, colour_of(paint.fill), rounding);
    const ImU32 edge = colour_of(paint.edge);
    if (paint.hatch) {
        swatch.list->PushClipRect(swatch.from, swatch.to, true);
        const float height = swatch.to.y - swatch.from.y, step = std::max(3.0F, height / 3);
        for (float x = swatch.from.x - height; x < swatch.to.x; x += step) {
            swatch.list->AddLine({x, swatch.to.y}, {x + height, swatch.from.y}, edge, 1);
        }
        swatch.list->PopClipRect();
    }
    const ImU32 frame = paint.edge.a > 0 ? edge : colour_of(window_colours().line);
    swatch.list->AddRect(swatch.from, swatch.to, frame, rounding, 0, std::clamp(paint.width, 1.0F, 2.5F));
}

void draw_line_swatch(const Swatch& swatch, const Paint& paint) {
    const auto scale = static_cast<float>(look_scale());
    const float y = swatch.centre().y, thick = std::clamp(paint.width, 1.0F, 7.0F) * scale;
    if (paint.casing > 0) {
        swatch.list->AddLine({swatch.from.x, y}, {swatch.to.x, y}, colour_of(paint.edge),
                             thick + 2 * paint.casing * scale);
    }
    const float dash =
        paint.dash > 0 ? std::min(paint.dash * scale, (swatch.to.x - swatch.from.x) / 3) : swatch.to.x - swatch.from.x;
    for (float x = swatch.from.x; x < swatch.to.x - 0.5F; x += 2 * dash) {
        swatch.list->AddLine({x, y}, {std::min(x + dash, swatch.to.x), y}, colour_of(paint.fill), thick);
    }
}

}  // namespace

void draw_symbol(ImDrawList* list, Symbol symbol, ImVec2 at, float size, ImU32 fill, ImU32 edge, float turn) {
    const Pen pen{list, at, size / 2, fill, edge, std::cos(turn), std::sin(turn)};
    switch (symbol) {
        case Symbol::dot:
        case Symbol::pin:
            return pen.disc(0, 0, 1);
        case Symbol::ring:
            list->AddCircle(at, pen.half * 0.85F, fill, 0, std::max(1.5F, pen.half * 0.3F));
            return;
        case Symbol::square:
        case Symbol::diamond:
        case Symbol::triangle:
            return draw_angular(pen, symbol);
        case Symbol::cross:
            return draw_cross(pen, false);
        case Symbol::plus:
            return draw_cross(pen, true);
        case Symbol::lamp:
            return draw_lamp(pen);
        case Symbol::camera:
            return draw_camera(pen);
        case Symbol::shrub:
            return draw_shrub(pen);
        case Symbol::door:
            return draw_door(pen);
    }
}

void legend_swatch(const LayerClass& group, bool night, bool is_line, bool is_area) {
    const auto scale = static_cast<float>(look_scale());
    const ImVec2 size{22 * scale, 14 * scale};
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float down = std::max(0.0F, (ImGui::GetTextLineHeight() - size.y) / 2);
    const Swatch swatch{
        ImGui::GetWindowDrawList(), {corner.x, corner.y + down}, {corner.x + size.x, corner.y + down + size.y}};
    const Paint& paint = night ? group.night : group.day;
    if (is_area) {
        draw_area_swatch(swatch, paint);
    } else if (is_line) {
        draw_line_swatch(swatch, paint);
    } else {
        const float across = std::clamp(paint.size * scale, 6 * scale, size.y);
        draw_symbol(swatch.list, group.symbol, swatch.centre(), across, colour_of(paint.fill), colour_of(paint.edge));
    }
    ImGui::Dummy({size.x, std::max(size.y, ImGui::GetTextLineHeight())});
}

}  // namespace lykta::viewer
