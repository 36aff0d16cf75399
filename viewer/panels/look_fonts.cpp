// The atlas of the window: four faces of Inter with the signs the texts use, digits made even.
#include "viewer/panels/look_fonts.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace lykta::embedded {
extern const std::string_view font_regular, font_strong;
}  // namespace lykta::embedded

namespace lykta::viewer {
namespace {

// Latin with Swedish and its neighbours, Greek for textbook symbols, dashes and quotes, superscripts, arrows,
// relations, small triangles. First and last of each range; 0 ends the list.
constexpr ImWchar ranges[] = {0x0020, 0x007e, 0x00a0, 0x017f, 0x0391, 0x03c9, 0x2009, 0x2027, 0x202f, 0x203a,
                              0x2070, 0x208e, 0x20ac, 0x20ac, 0x2190, 0x2193, 0x2206, 0x2206, 0x2211, 0x2212,
                              0x2248, 0x2248, 0x2260, 0x2265, 0x25a0, 0x25cf, 0x2713, 0x2713, 0};

ImFont* add_font(std::string_view bytes, double pixels) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;  // the bytes live as long as the program
    config.OversampleH = config.OversampleV = 1;
    config.PixelSnapH = true;
    // Dear ImGui takes a pointer to change only where the atlas owns the bytes.
    void* data = const_cast<char*>(bytes.data());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()),
                                                      static_cast<float>(std::round(pixels)), &config, ranges);
}

// Digits of one width, so that columns of numbers stand straight: the font's own are proportional.
void make_digits_even(ImFont& font) {
    float widest = 0;
    for (ImWchar digit = '0'; digit <= '9'; ++digit) widest = std::max(widest, font.GetCharAdvance(digit));
    for (ImFontGlyph& glyph : font.Glyphs) {
        if (glyph.Codepoint < '0' || glyph.Codepoint > '9') continue;
        const float shift = std::floor((widest - glyph.AdvanceX) / 2);
        glyph.X0 += shift;
        glyph.X1 += shift;
        glyph.AdvanceX = widest;
        font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = widest;
    }
}

}  // namespace

FaceFonts build_fonts(double scale) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.SetTexID(nullptr);
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const FaceFonts fonts{add_font(embedded::font_regular, 16 * scale), add_font(embedded::font_strong, 16 * scale),
                          add_font(embedded::font_regular, 14 * scale), add_font(embedded::font_strong, 20 * scale)};
    atlas.Build();
    for (ImFont* font : fonts) make_digits_even(*font);
    return fonts;
}

}  // namespace lykta::viewer
