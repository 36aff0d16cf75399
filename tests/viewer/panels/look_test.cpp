// The look: fonts hold every sign, digits are even, colours can be read, parts wrap and never cut.
#include "viewer/panels/look.hpp"

#include <gtest/gtest.h>

#include "headless.hpp"

namespace lykta::viewer::testing {
namespace {

double contrast(Rgba a, Rgba b) {
    auto luminance = [](Rgba c) {
        auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.r / 255.0) + 0.7152 * linear(c.g / 255.0) + 0.0722 * linear(c.b / 255.0);
    };
    const double light = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

const std::string long_word = "Trygghetsskapande belysningsåtgärder längs gång- och cykelvägar i Södra Ängsbacken";

void draw_parts(const ViewerState&, Commands&) {
    heading(long_word);
    faint_text(long_word);
    fact(long_word, long_word);
    fact("Händelser", "12");
    badge(long_word, window_colours().good);
    interval_bar({.value = 0.4, .low = 0.2, .high = 0.7, .colour = window_colours().accent});
    column_chart({.values = {1, 2, 5, 3},
                  .labels = {"jan", "", "mar", ""},
                  .unit = "händelser",
                  .colour = window_colours().accent});
}

TEST(Look, every_sign_the_texts_use_is_in_every_face) {
    const Headless headless;
    for (const Face face : {Face::body, Face::strong, Face::small, Face::title}) {
        for (const ImWchar sign : std::u16string(u"åäöÅÄÖéüAzß–—·×÷²³≤≥→←↑↓ΔΣ§°µ“”’…▲▼−≈%‰€ ")) {
            EXPECT_NE(font_of(face)->FindGlyphNoFallback(sign), nullptr) << static_cast<int>(sign);
        }
    }
}
TEST(Look, digits_are_of_one_width_so_that_columns_stand_straight) {
    const Headless headless;
    for (ImWchar digit = '0'; digit <= '9'; ++digit) {
        EXPECT_EQ(font_of(Face::body)->GetCharAdvance(digit), font_of(Face::body)->GetCharAdvance('0'));
    }
}
TEST(Look, text_grows_with_the_scale) {
    const Headless headless{{.scale = 2}};
    EXPECT_EQ(font_of(Face::body)->FontSize, 32);
    EXPECT_EQ(look_scale(), 2);
}
TEST(Look, a_new_scale_asks_for_a_new_texture) {
    const Headless headless;
    ImGui::GetIO().Fonts->SetTexID(reinterpret_cast<ImTextureID>(1));
    set_look(1, true);
    EXPECT_NE(ImGui::GetIO().Fonts->TexID, nullptr);
    set_look(1.5, true);
    EXPECT_EQ(ImGui::GetIO().Fonts->TexID, nullptr);
}
TEST(Look, texts_are_read_on_their_grounds_by_day_and_by_night) {
    for (const bool night : {false, true}) {
        const Headless headless{{.night = night}};
        const WindowColours& c = window_colours();
        for (const Rgba ground : {c.panel, c.paper}) {
            EXPECT_GE(contrast(c.ink, ground), 7);
            for (const Rgba ink : {c.faint, c.accent, c.good, c.bad, c.warning}) EXPECT_GE(contrast(ink, ground), 4.5);
        }
    }
}
TEST(Look, parts_wrap_in_a_narrow_panel_and_nothing_is_cut) {
    for (const double scale : {1.0, 1.5, 2.0}) {
        Headless headless{{.scale = scale}};
        const auto panel = hosted(draw_parts, static_cast<float>(260 * scale));
        headless.run(panel, plain_state());
        EXPECT_EQ(headless.cut_texts(), std::vector<std::string>{}) << scale;
        EXPECT_TRUE(headless.has_text("Södra Ängsbacken")) << headless.all_text();
    }
}
TEST(Look, a_text_that_is_cut_is_found) {
    Headless headless;
    headless.run(hosted([](const auto&, auto&) { ImGui::TextUnformatted(long_word.c_str()); }, 200), plain_state());
    EXPECT_FALSE(headless.cut_texts().empty());
    headless.run(hosted([](const auto&, auto&) { ImGui::Button(long_word.c_str(), {90, 0}); }, 200), plain_state());
    EXPECT_FALSE(headless.cut_texts().empty());
}
TEST(Look, a_value_stands_at_the_right_edge) {
    Headless headless;
    headless.run(hosted([](const auto&, auto&) { fact("Rang", "17"); }, 300), plain_state());
    EXPECT_NEAR(headless.box_of_text("17").max_x, 300 - ImGui::GetStyle().WindowPadding.x, 2);
}
TEST(Look, every_symbol_draws_something) {
    Headless headless;
    for (int i = 0; i <= static_cast<int>(Symbol::pin); ++i) {
        int before = 0, after = 0;
        headless.run(hosted(
                         [&](const auto&, auto&) {
                             ImDrawList* list = ImGui::GetWindowDrawList();
                             before = list->VtxBuffer.Size;
                             draw_symbol(list, static_cast<Symbol>(i), {50, 50}, 16, IM_COL32_WHITE, IM_COL32_BLACK, 1);
                             after = list->VtxBuffer.Size;
                         },
                         300),
                     plain_state());
        EXPECT_GT(after, before) << i;
    }
}

}  // namespace
}  // namespace lykta::viewer::testing
