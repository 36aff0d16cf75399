// IES LM-63: heads of every edition, symmetries, fluxes, and one file per fault.
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "layers/given.hpp"
#include "layers/photometric_files.hpp"
#include "layers/photometry.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

Photometry read(const std::string& text) {
    set_language(Language::english);
    return read_ies(text, "lamp.ies");
}

std::string refusal(const std::string& text) {
    try {
        static_cast<void>(read(text));
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::bad_input);
        return e.what();
    }
    return "read";
}

IesFile file_of(const std::vector<double>& horizontal, const std::vector<double>& values) {
    IesFile file{.vertical = {0, 45, 90}, .horizontal = horizontal, .candela = {}};
    for (const double value : values) file.candela.push_back({300, value, 0});
    return file;
}

double middle(const IesFile& file, double c) {
    return read(file.text()).table.at(c, 45);
}

}  // namespace

TEST(Ies, of_every_edition_is_read) {
    for (const char* head :
         {"Luminaire of 1986\nmade by hand\nTILT=NONE\n", "IESNA91\n[TEST] 1\n[LUMINAIRE] x\nTILT=NONE\n",
          "IESNA:LM-63-1995\n[TEST] 1\nTILT=NONE\n", "IESNA:LM-63-2002\n[LUMCAT] y\nTILT=NONE\n",
          "IES:LM-63-2019\n[LUMINAIRE] z\nTILT=NONE\n"}) {
        IesFile file;
        file.head = head;
        EXPECT_EQ(read(file.text()).table.at(0, 0), 100.0) << head;
    }
}

TEST(Ies, street_side_0_becomes_c90) {
    const auto file = file_of({0, 90, 180, 270, 360}, {10, 20, 30, 40, 10});
    EXPECT_EQ(middle(file, 90), 10.0);
    EXPECT_EQ(middle(file, 180), 20.0);
    EXPECT_EQ(middle(file, 270), 30.0);
    EXPECT_EQ(middle(file, 0), 40.0);
    EXPECT_EQ(read(file.text()).table.c_deg, (std::vector<double>{0, 90, 180, 270}));
}

TEST(Ies, to_180_is_the_same_on_both_sides_of_the_road) {
    const auto file = file_of({0, 45, 90, 135, 180}, {10, 20, 30, 40, 50});
    EXPECT_EQ(middle(file, 90), 10.0);   // street side
    EXPECT_EQ(middle(file, 270), 50.0);  // house side
    EXPECT_EQ(middle(file, 180), 30.0);
    EXPECT_EQ(middle(file, 0), 30.0);
    EXPECT_EQ(middle(file, 135), 20.0);
    EXPECT_EQ(middle(file, 45), 20.0);
    EXPECT_EQ(read(file.text()).table.c_deg.size(), 8U);
}

TEST(Ies, to_90_is_the_same_in_all_quarters_and_90_to_270_towards_street_and_house) {
    const auto quarter = file_of({0, 45, 90}, {10, 20, 30});
    for (const double c : {90.0, 270.0}) EXPECT_EQ(middle(quarter, c), 10.0);
    for (const double c : {45.0, 135.0, 225.0, 315.0}) EXPECT_EQ(middle(quarter, c), 20.0);
    for (const double c : {0.0, 180.0}) EXPECT_EQ(middle(quarter, c), 30.0);
    const auto half = file_of({90, 135, 180, 225, 270}, {10, 20, 30, 40, 50});
    EXPECT_EQ(middle(half, 180), 10.0);                                     // H 90
    EXPECT_EQ(middle(half, 0), 50.0);                                       // H 270
    for (const double c : {90.0, 270.0}) EXPECT_EQ(middle(half, c), 30.0);  // H 0 = H 180
    for (const double c : {225.0, 135.0}) EXPECT_EQ(middle(half, c), 20.0);
}

TEST(Ies, candela_are_multiplied_and_brought_to_a_kilolumen) {
    IesFile file;
    file.lamps = "2 1500 1.5";
    file.ballast = "0.9 1.11110 30";  // 2002: the second number is a code, not a factor
    const auto p = read(file.text());
    EXPECT_EQ(p.flux->value, 3000.0);
    EXPECT_NEAR(p.table.at(0, 0), 100.0 * 1.5 * 0.9 / 3.0, 1e-12);
    file.head = "IESNA91\nTILT=NONE\n";
    file.ballast = "0.9 0.8 30";
    EXPECT_NEAR(read(file.text()).table.at(0, 0), 100.0 * 1.5 * 0.9 * 0.8 / 3.0, 1e-12);
}

TEST(Ies, absolute_photometry_has_the_flux_its_table_holds) {
    IesFile file{.vertical = degrees_to_90(), .candela = {lambertian()}};
    file.lamps = "1 -1 3";
    const auto p = read(file.text());
    EXPECT_NEAR(p.flux->value, 3000.0, 0.15);
    EXPECT_NEAR(flux_of(p.table), 1000.0, 1e-9);
}

TEST(Ies, with_numbers_over_several_lines_and_commas_reads_the_same) {
    auto text = IesFile{}.text();
    for (std::size_t i = text.find("TILT=NONE") + 10; i < text.size(); ++i)
        if (text[i] == ' ') text[i] = i % 2 == 0 ? ',' : '\n';
    EXPECT_EQ(read(text).table.cd_per_klm, read(IesFile{}.text()).table.cd_per_klm);
}

TEST(Ies, of_light_upwards_alone_is_dark_below) {
    IesFile file{.vertical = {90, 180}, .candela = {{0.0, 100.0}}};
    const auto p = read(file.text());
    EXPECT_EQ(p.table.at(0, 0), 0.0);
    EXPECT_EQ(p.table.at(0, 60), 0.0);
    EXPECT_NEAR(p.table.at(0, 135), 50.0, 1e-9);
}

TEST(Ies, a_tilt_table_inside_is_read_over_and_one_outside_is_refused) {
    IesFile file;
    file.head = "IESNA:LM-63-1995\nTILT=INCLUDE\n1\n3\n0 45 90\n1.0 0.95 0.9\n";
    const auto p = read(file.text());
    EXPECT_EQ(p.table.at(0, 0), 100.0);
    ASSERT_GE(p.notes.size(), 1U);
    file.head = "IESNA:LM-63-1995\nTILT=other.tlt\n";
    EXPECT_TRUE(has(refusal(file.text()), "TILT=NONE"));
}

TEST(Ies, malformed_says_file_line_and_what_belongs_there) {
    const auto says = [](const IesFile& file, const std::vector<std::string>& parts) {
        const auto message = refusal(file.text());
        for (const auto& part : parts) EXPECT_TRUE(has(message, part)) << part << "\n" << message;
    };
    says({.type = "2"}, {"lamp.ies, line 5", "type 1 (C)", "'2'"});
    says({.lamps = "1 -5 1"}, {"line 5", "lumens per lamp", "-1 for absolute"});
    says({.lamps = "1 1000 nan"}, {"line 5", "candela multiplier", "'nan'"});
    says({.vertical = {0, 50, 40, 90}, .candela = {{1, 1, 1, 1}}}, {"line 7", "vertical angle 3 of 4", "must rise"});
    says({.vertical = {10, 90}}, {"begin at 0"});
    says({.horizontal = {0, 45}, .candela = {{1, 1}, {1, 1}}}, {"from 0 to 45"});
    says({.candela = {{5, -1}}}, {"line 9", "intensity 2 of 2", "below 0"});
    says({.candela = {{0, 0}}}, {"without light"});
    says({.candela = {{5}}}, {"ends after line 9", "intensity 2 of 2"});
    says({.head = "IESNA:LM-63-2002\n[TEST] no tilt line\n"}, {"TILT=NONE"});
    const auto good = IesFile{}.text();
    for (std::size_t cut = 0; cut + 12 < good.size(); cut += 3) EXPECT_NE(refusal(good.substr(0, cut)), "read") << cut;
    EXPECT_TRUE(has(refusal(std::string("IESNA91\0TILT", 12)), "not a text file"));
}
