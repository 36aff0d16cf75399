// The sheet's layout: no part over another, none outside the frame, whatever the paper and however long the texts.
#include "viewer/page/sheet.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "small_town.hpp"

namespace lykta::viewer {
namespace {

constexpr double some_room = 1e-6;

bool overlap(const Box& a, const Box& b) {
    return a.min_x < b.max_x - some_room && b.min_x < a.max_x - some_room && a.min_y < b.max_y - some_room &&
           b.min_y < a.max_y - some_room;
}

Box box_of(const TextBlock& block) {
    double width = 0;
    for (const auto& line : block.lines) width = std::max(width, text_width(line, block.style));
    return {block.corner.x, block.corner.y, block.corner.x + width, block.corner.y + block.height()};
}

Box box_of_legend(const Sheet& sheet) {
    return {sheet.legend.min_x, sheet.legend.min_y, sheet.legend.max_x,
            sheet.legend.min_y + sheet.legend_layout.height};
}

void expect_sound(const PageContent& content, const SheetOptions& options) {
    const auto sheet = laid_out(content, options);
    std::vector<Box> parts{sheet.map, sheet.scale, box_of_legend(sheet)};
    for (const auto& text : sheet.texts)
        if (!text.lines.empty()) parts.push_back(box_of(text));
    const Box frame = sheet.frame;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        EXPECT_TRUE(part.min_x >= frame.min_x && part.max_x <= frame.max_x && part.min_y >= frame.min_y &&
                    part.max_y <= frame.max_y)
            << "part " << i << " leaves the frame of " << options.width << " × " << options.height;
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(overlap(part, parts[k]))
                << "parts " << k << " and " << i << " overlap on " << options.width << " × " << options.height;
    }
    EXPECT_GT(sheet.map.width() * sheet.map.height(), 0.2 * options.width * options.height);
    EXPECT_LE(sheet.legend_layout.height, sheet.legend.height() + some_room);
}

PageContent with_long_texts() {
    auto page = small_town::page();
    for (int i = 0; i < 6; ++i) {
        page.title += " Trygghetsinvesteringar i gång- och cykelvägnätets belysning";
        page.subtitle += " Registrerade händelser vid Stationsgatan mellan Järnvägsparken och Västra Åkergränd.";
        page.caveats.push_back("Beräknat ljus från kända ljuspunkter, skuggat av hus och kronor, utan reflexer.");
    }
    for (int i = 0; i < 40; ++i)
        page.sources += fmt::format(" stadens_lager_{}_med_långt_namn.gpkg (12 345 rader),", i);
    return page;
}

PageContent with_many_classes(int classes) {
    auto page = small_town::page();
    MapLayer layer{.id = LayerId::areas, .title = "Många klasser", .unit = "st"};
    Detail detail;
    for (int i = 0; i < classes; ++i) {
        layer.classes.push_back({fmt::format("klass nummer {} med en rätt lång svensk förklaring", i),
                                 small_town::area("#ddeeff", "#334455"), small_town::area("#ddeeff", "#334455")});
        detail.areas.push_back({.shape = {{.outer = small_town::box_ring(i, i, i + 5, i + 5), .holes = {}}},
                                .group = static_cast<std::uint8_t>(i)});
    }
    layer.details = {detail};
    layer.id = LayerId::incidents;
    page.layers.push_back(small_town::shown(layer));
    return page;
}

std::vector<SheetOptions> papers() {
    return {{.width = 1122, .height = 794, .paper = "A4"},  {.width = 794, .height = 1122, .paper = "A4"},
            {.width = 1587, .height = 1122, .paper = "A3"}, {.width = 1122, .height = 1587, .paper = "A3"},
            {.width = 620, .height = 620, .margin = 14},    {.width = 2000, .height = 560, .margin = 14},
            {.width = 620, .height = 3000, .margin = 14}};
}

TEST(Sheet, parts_neither_overlap_nor_leave_the_frame) {
    for (const auto& paper : papers()) expect_sound(small_town::page(), paper);
}

TEST(Sheet, long_texts_are_made_smaller_not_cut) {
    const auto page = with_long_texts();
    for (const auto& paper : papers()) {
        expect_sound(page, paper);
        std::string all;
        for (const auto& text : laid_out(page, paper).texts)
            for (const auto& line : text.lines) all += line + " ";
        EXPECT_NE(all.find("stadens_lager_39"), std::string::npos);
        EXPECT_NE(all.find("utan reflexer"), std::string::npos);
    }
}

TEST(Sheet, a_legend_of_two_hundred_classes_stands_on_every_paper) {
    for (const auto& paper : papers()) expect_sound(with_many_classes(200), paper);
}

TEST(Sheet, on_paper_the_scale_is_round_and_holds_all_the_view_shows) {
    const auto page = small_town::page();
    const auto sheet = laid_out(page, papers()[0]);
    EXPECT_EQ(sheet.scale_number, round_scale(sheet.scale_number));
    EXPECT_GE(sheet.view.width * sheet.view.metres_per_pixel, page.view.width * page.view.metres_per_pixel - 1e-6);
    EXPECT_GE(sheet.view.height * sheet.view.metres_per_pixel, page.view.height * page.view.metres_per_pixel - 1e-6);
    EXPECT_NEAR(sheet.view.metres_per_pixel, sheet.scale_number * 0.0254 / 96, 1e-9);
}

TEST(Sheet, a_scale_number_is_the_next_round_one) {
    EXPECT_EQ(round_scale(1000), 1000);
    EXPECT_EQ(round_scale(1001), 1500);
    EXPECT_EQ(round_scale(4999), 5000);
    EXPECT_EQ(round_scale(8100), 10'000);
    EXPECT_EQ(round_scale(23'456), 25'000);
}

TEST(Sheet, a_picture_that_is_no_paper_has_no_scale_number) {
    EXPECT_EQ(laid_out(small_town::page(), {.width = 900, .height = 700}).scale_number, 0);
}

}  // namespace
}  // namespace lykta::viewer
