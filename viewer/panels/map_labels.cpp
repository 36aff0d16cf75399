// Texts on the map, with a halo so that they can be read over anything, behind every panel.
#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/map/labels.hpp"
#include "viewer/panels/look.hpp"
#include "viewer/panels/map_sides.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

struct LabelLook {
    Face face;
    Rgba day, night;
};

// By LabelKind: street, area, place, count, water.
const LabelLook& look_of(LabelKind kind) {
    static constexpr std::array<LabelLook, 5> looks{{{Face::small, {84, 80, 74, 255}, {176, 182, 200, 255}},
                                                     {Face::strong, {110, 102, 92, 255}, {150, 158, 184, 255}},
                                                     {Face::strong, {28, 28, 32, 255}, {255, 255, 255, 255}},
                                                     {Face::strong, {28, 28, 32, 255}, {255, 255, 255, 255}},
                                                     {Face::small, {70, 112, 150, 255}, {110, 150, 196, 255}}}};
    return looks[static_cast<std::size_t>(kind)];
}

TextSize size_of(std::string_view text, LabelKind kind) {
    const ImFont& font = *font_of(look_of(kind).face);
    const ImVec2 size = font.CalcTextSizeA(font.FontSize, 1e6F, 0, text.data(), text.data() + text.size());
    return {static_cast<double>(size.x), static_cast<double>(size.y)};
}

// One text drawn upright at `at` and then turned round the label's centre: Dear ImGui itself knows no turned text.
struct TurnedText {
    ImDrawList* list;
    const PlacedLabel* label;
    ImVec2 centre;

    void draw(ImVec2 shift, ImU32 colour) const {
        const ImFont& font = *font_of(look_of(label->label->kind).face);
        const std::string& text = label->label->text;
        const ImVec2 from{std::round(centre.x - static_cast<float>(label->size.width) / 2) + shift.x,
                          std::round(centre.y - static_cast<float>(label->size.height) / 2) + shift.y};
        const int first = list->VtxBuffer.Size;
        const ImVec4 everywhere{-1e6F, -1e6F, 1e6F, 1e6F};
        font.RenderText(list, font.FontSize, from, colour, everywhere, text.data(), text.data() + text.size());
        if (label->turn != 0) turn(first);
    }
    void turn(int first) const {
        const auto cosine = static_cast<float>(std::cos(label->turn)), sine = static_cast<float>(std::sin(label->turn));
        for (int i = first; i < list->VtxBuffer.Size; ++i) {
            ImVec2& at = list->VtxBuffer[i].pos;
            const float x = at.x - centre.x, y = at.y - centre.y;
            at = {centre.x + x * cosine + y * sine, centre.y - x * sine + y * cosine};
        }
    }
};

void draw_label(const TurnedText& text, bool night) {
    const LabelLook& look = look_of(text.label->label->kind);
    const ImU32 halo = colour_of(night ? Rgba{11, 14, 26, 210} : Rgba{255, 255, 255, 215});
    const auto wide = 1.5F * static_cast<float>(look_scale()), slant = wide * 0.72F;
    for (const ImVec2 shift : {ImVec2{wide, 0},
                               {-wide, 0},
                               {0, wide},
                               {0, -wide},
                               {slant, slant},
                               {-slant, slant},
                               {slant, -slant},
                               {-slant, -slant}}) {
        text.draw(shift, halo);
    }
    text.draw({0, 0}, colour_of(night ? look.night : look.day));
}

// Boxes of the window as boxes of the side's picture.
std::vector<Box> taken_on(const MapSideShown& side, const std::vector<Box>& furniture) {
    std::vector<Box> taken;
    for (const Box& box : furniture) {
        taken.push_back({box.min_x - side.origin.x, box.min_y - side.origin.y, box.max_x - side.origin.x,
                         box.max_y - side.origin.y});
    }
    return taken;
}

// What a tool measured is said beside the points that were clicked, not under their symbols: lifted on copies, so that
// the place of the text is what the others keep clear of.
std::vector<MapLabel> lifted_labels(const MapView& view, std::vector<const MapLabel*>& labels,
                                    const std::vector<ShownLayer>& layers) {
    std::vector<ShownLayer> tools;
    for (const ShownLayer& shown : layers)
        if (shown.layer && (shown.layer->id == LayerId::visible_area || shown.layer->id == LayerId::sketch))
            tools.push_back(shown);
    const auto measured = labels_of(view, tools);
    std::erase_if(labels, [&](const MapLabel* label) {
        return std::find(measured.begin(), measured.end(), label) != measured.end();
    });
    std::vector<MapLabel> lifted;
    for (const MapLabel* label : measured) {
        Pixel at = view.to_picture(label->at);
        at.y -= size_of(label->text, label->kind).height / 2 + 9 * look_scale();
        lifted.push_back(*label);
        lifted.back().at = view.to_world(at);
    }
    return lifted;
}

void draw_side(const ViewerState& state, const MapSideShown& side, const std::vector<Box>& furniture) {
    const auto layers = shown_layers(state, side.side);
    auto labels = labels_of(side.view, layers);
    const auto lifted = lifted_labels(side.view, labels, layers);
    for (const MapLabel& label : lifted) labels.push_back(&label);
    const auto taken = taken_on(side, furniture);
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.PushClipRect({static_cast<float>(side.clip.min_x), static_cast<float>(side.clip.min_y)},
                      {static_cast<float>(side.clip.max_x), static_cast<float>(side.clip.max_y)});
    for (const PlacedLabel& label : placed_labels(side.view, labels, size_of, taken)) {
        const Pixel centre{side.origin.x + label.centre.x, side.origin.y + label.centre.y};
        if (!side.clip.expanded(label.size.width).contains({centre.x, centre.y})) continue;
        draw_label({&list, &label, {static_cast<float>(centre.x), static_cast<float>(centre.y)}}, state.settings.night);
    }
    list.PopClipRect();
}

}  // namespace

void draw_map_labels(const ViewerState& state, Commands&) {
    const auto furniture = furniture_boxes(state);
    for (const MapSideShown& side : map_sides(state)) draw_side(state, side, furniture);
}

}  // namespace lykta::viewer
