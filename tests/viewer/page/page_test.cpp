// Pages as files: whole, alike in every form, the same bytes every time, with everything that must be on them.
#include "viewer/page/page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "core/error.hpp"
#include "core/file.hpp"
#include "small_town.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

class Page : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() / fmt::format("lykta-page-{}", ::getpid());
    void SetUp() override {
        set_language(Language::swedish);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    std::string written(const std::string& name, const PageOptions& options = {.dots_per_inch = 96}) const {
        write_page(small_town::page(), options, folder / name);
        return read_file(folder / name);
    }
    void expect_refused(const PageOptions& options, const std::string& name, const std::string& words) const {
        try {
            write_page(small_town::page(), options, folder / name);
            ADD_FAILURE() << name << " was written";
        } catch (const Error& e) {
            EXPECT_EQ(e.code(), ErrorCode::bad_option);
            EXPECT_NE(std::string{e.what()}.find(words), std::string::npos) << e.what();
        }
        EXPECT_FALSE(fs::exists(folder / name));
    }
};

std::uint32_t number_at(const std::string& png, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(png[at + i]);
    return value;
}

std::vector<std::string> said() {
    const auto page = small_town::page();
    return {page.title, page.subtitle, page.sources, page.period, page.made, page.privacy, page.caveats[0], "SWEREF"};
}

TEST_F(Page, a_paper_has_the_size_its_dots_ask_for) {
    const auto png = written("karta.png", {.paper = Paper::a4_landscape, .dots_per_inch = 150});
    EXPECT_EQ(png.substr(1, 3), "PNG");
    EXPECT_EQ(number_at(png, 16), 1754U);
    EXPECT_EQ(number_at(png, 20), 1240U);
    const auto density = png.find("pHYs");
    ASSERT_NE(density, std::string::npos);
    EXPECT_EQ(number_at(png, density + 4), 5906U);  // dots a metre
}

TEST_F(Page, a_picture_has_the_pixels_asked_for) {
    const auto png = written("karta.png", {.paper = Paper::pixels, .width = 640, .height = 201});
    EXPECT_EQ(number_at(png, 16), 640U);
    EXPECT_EQ(number_at(png, 20), 201U);
}

TEST_F(Page, every_form_is_the_same_bytes_every_time) {
    for (const auto* name : {"karta.png", "karta.svg", "karta.pdf"}) {
        const auto first = written(name);
        static_cast<void>(page_png(small_town::page(), {.dots_per_inch = 72}));  // Cairo counts what a program draws
        EXPECT_TRUE(first == written(name)) << name;
        EXPECT_EQ(first.find("CreationDate"), std::string::npos) << name;
    }
}

TEST_F(Page, everything_said_is_in_every_file) {
    const auto png = written("karta.png"), svg = written("karta.svg");
    for (const auto& text : said()) {
        EXPECT_NE(png.find(text), std::string::npos) << text;
        EXPECT_NE(svg.find(text), std::string::npos) << text;
    }
}

TEST_F(Page, everything_said_can_be_read_out_of_the_pdf) {
    if (std::system("command -v pdftotext > /dev/null") != 0) GTEST_SKIP() << "pdftotext is not here";
    static_cast<void>(written("karta.pdf"));
    const auto pdf = (folder / "karta.pdf").string(), text = (folder / "karta.txt").string();
    ASSERT_EQ(std::system(("pdftotext " + pdf + " " + text).c_str()), 0);
    auto read = read_file(text);
    std::replace(read.begin(), read.end(), '\n', ' ');
    for (const auto* words :
         {"Exempelstad 2023–2024", "Plats 3 av 17", "embrace.csv", "2024-12-31", "Lykta 0.1.0", "Offentlig", "SWEREF",
          "1:3", "(A4)", "samband är inte", "Storgatan", "kamera", "lx vid marken"})
        EXPECT_NE(read.find(words), std::string::npos) << words << " in\n" << read;
    EXPECT_EQ(read.find("utanför"), std::string::npos) << "a class out of the frame";
}

TEST_F(Page, a_map_alone_has_no_paper_round_it) {
    const auto page = small_town::page();
    const auto png = map_png(page.layers, page.view, true);
    EXPECT_EQ(number_at(png, 16), 1000U);
    EXPECT_EQ(number_at(png, 20), 900U);
    EXPECT_NE(png, map_png(page.layers, page.view, false));
}

TEST_F(Page, an_empty_map_is_a_page_too) {
    auto page = small_town::page();
    page.layers.clear();
    EXPECT_GT(page_png(page, {.dots_per_inch = 72}).size(), 1000U);
}

TEST_F(Page, what_cannot_be_drawn_is_refused_and_nothing_is_written) {
    expect_refused({}, "karta.jpg", ".png");
    expect_refused({.paper = Paper::pixels, .width = 199, .height = 500}, "karta.png", "199");
    expect_refused({.paper = Paper::pixels, .width = 500, .height = 20'001}, "karta.png", "200");
    expect_refused({.dots_per_inch = 71}, "karta.pdf", "71");
    expect_refused({.dots_per_inch = 601}, "karta.svg", "601");
}

TEST_F(Page, a_folder_that_is_not_there_is_named) {
    try {
        write_page(small_town::page(), {.dots_per_inch = 72}, folder / "saknas" / "karta.png");
        FAIL();
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::cannot_write);
        EXPECT_NE(std::string{e.what()}.find("saknas"), std::string::npos);
    }
}

}  // namespace
}  // namespace lykta::viewer
