// EULUMDAT: every symmetry against the full table, and one file per fault.
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
    return read_eulumdat(text, "lamp.ldt");
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

const std::vector<double> eighths{0, 45, 90, 135, 180, 225, 270, 315};

/// One value per plane at 45 degrees, so that each plane shows.
EulumdatFile file_of(int symmetry, const std::vector<double>& values) {
    EulumdatFile file{.symmetry = symmetry, .c = eighths, .gamma = {0, 45, 90}, .planes = {}};
    for (const double value : values) file.planes.push_back({300, value, 0});
    return file;
}

std::vector<double> middles(const IntensityTable& table) {
    std::vector<double> values;
    for (const auto& row : table.cd_per_klm) values.push_back(row.at(1));
    return values;
}

}  // namespace

TEST(Eulumdat, without_symmetry_gives_its_planes_as_they_stand) {
    const auto p = read(file_of(0, {10, 20, 30, 40, 50, 60, 70, 80}).text());
    EXPECT_EQ(p.table.c_deg, eighths);
    EXPECT_EQ(p.table.gamma_deg, (std::vector<double>{0, 45, 90}));
    EXPECT_EQ(middles(p.table), (std::vector<double>{10, 20, 30, 40, 50, 60, 70, 80}));
    EXPECT_EQ(p.name, "Lykta 1");
    EXPECT_EQ(p.flux->value, 1000.0);
}

TEST(Eulumdat, of_every_symmetry_stands_for_the_full_table) {
    EXPECT_EQ(middles(read(file_of(1, {10}).text()).table), (std::vector<double>{10}));
    EXPECT_EQ(middles(read(file_of(2, {10, 20, 30, 40, 50}).text()).table),
              (std::vector<double>{10, 20, 30, 40, 50, 40, 30, 20}));
    // C270, C315, C0, C45, C90 stand in the file
    EXPECT_EQ(middles(read(file_of(3, {70, 60, 50, 40, 30}).text()).table),
              (std::vector<double>{50, 40, 30, 40, 50, 60, 70, 60}));
    EXPECT_EQ(middles(read(file_of(4, {10, 20, 30}).text()).table),
              (std::vector<double>{10, 20, 30, 20, 10, 20, 30, 20}));
}

TEST(Eulumdat, written_out_in_full_shines_as_with_its_symmetry) {
    const auto full = read(file_of(0, {10, 20, 30, 20, 10, 20, 30, 20}).text()).table;
    const auto quarter = read(file_of(4, {10, 20, 30}).text()).table;
    for (int c = 0; c < 360; c += 7)
        for (int gamma = 0; gamma <= 95; gamma += 5) EXPECT_EQ(full.at(c, gamma), quarter.at(c, gamma));
}

TEST(Eulumdat, of_a_lambertian_luminaire_gives_1000_lm_per_klm) {
    EulumdatFile file{.gamma = degrees_to_90(), .planes = {lambertian()}};
    const auto p = read(file.text());
    EXPECT_NEAR(flux_of(p.table), 1000.0, 0.05);
    EXPECT_TRUE(p.notes.empty());
}

TEST(Eulumdat, with_windows_line_ends_decimal_commas_and_letters_reads_the_same) {
    auto file = file_of(2, {10.5, 20, 30, 40, 50});
    file.end = "\r\n";
    auto text = file.text();
    for (char& c : text) c = c == '.' ? ',' : c;
    text.replace(0, 7, "V\xE4gljus");
    EXPECT_EQ(middles(read(text).table), (std::vector<double>{10.5, 20, 30, 40, 50, 40, 30, 20}));
    auto named = file_of(1, {10}).text();
    EXPECT_EQ(read(with_line(named, 9, "V\xE4gljus")).name, "Vägljus");
}

TEST(Eulumdat, multiplies_by_the_conversion_factor_and_takes_absolute_photometry) {
    auto file = file_of(1, {10});
    file.factor = "2,5";
    file.lamps = "-1";
    file.flux = "3450";
    const auto p = read(file.text());
    EXPECT_EQ(p.table.at(0, 45), 25.0);
    EXPECT_EQ(p.flux->value, 3450.0);
}

TEST(Eulumdat, that_gives_more_light_than_its_lamps_is_noted) {
    auto file = file_of(1, {900});
    const auto p = read(file.text());
    ASSERT_EQ(p.notes.size(), 1U);
    EXPECT_TRUE(has(p.notes[0], "candela per kilolumen")) << p.notes[0];
}

TEST(Eulumdat, cut_short_says_where_and_what_was_missing) {
    const auto text = file_of(2, {10, 20, 30, 40, 50}).text();
    EXPECT_TRUE(has(refusal(text.substr(0, text.size() - 20)), "intensity 2 of 3 of plane C180"))
        << refusal(text.substr(0, text.size() - 20));
    EXPECT_TRUE(has(refusal("Company\n3\n"), "lamp.ldt: ends after line 2, where the symmetry indicator"));
    EXPECT_TRUE(has(refusal(""), "empty"));
    for (std::size_t cut = 0; cut + 10 < text.size(); cut += 5) EXPECT_NE(refusal(text.substr(0, cut)), "read") << cut;
}

TEST(Eulumdat, with_one_wrong_line_says_which_and_what_belongs_there) {
    const auto good = file_of(2, {10, 20, 30, 40, 50}).text();
    const auto says = [&](std::size_t line, const std::string& value, const std::vector<std::string>& parts) {
        const auto message = refusal(with_line(good, line, value));
        for (const auto& part : parts) EXPECT_TRUE(has(message, part)) << part << "\n" << message;
    };
    says(3, "7", {"line 3", "symmetry indicator (0–4)", "'7'"});
    says(4, "999", {"line 4", "number of C planes", "1 to 721"});
    says(4, "-8", {"line 4", "'-8'"});
    says(4, "7", {"7 C planes", "symmetry 2", "multiple of 2"});
    says(6, "1", {"line 6", "number of gamma angles"});
    says(24, "nan", {"line 24", "conversion factor", "'nan'"});
    says(29, "many", {"line 29", "luminous flux of the lamps", "'many'"});
    says(45, "10", {"line 45", "C plane 3 of 8", "must rise", "45"});
    says(52, "0", {"line 52", "gamma angle 2 of 3", "found '0'"});
    says(53, "inf", {"line 53"});
    says(54, "-3", {"line 54", "intensity 1 of 3 of plane C0", "below 0"});
    says(55, "1e400", {"line 55"});
}

TEST(Eulumdat, with_planes_that_do_not_mirror_is_refused) {
    auto file = file_of(2, {10, 20, 30, 40, 50});
    file.c = {0, 45, 90, 135, 180, 220, 270, 315};
    EXPECT_TRUE(has(refusal(file.text()), "plane C220 has no mirror image"));
}

TEST(Eulumdat, without_light_is_refused) {
    EulumdatFile file{.planes = {{0.0, 0.0}}};
    EXPECT_TRUE(has(refusal(file.text()), "without light"));
}

TEST(ReadPhotometry, goes_by_the_ending_in_any_case) {
    EXPECT_EQ(read_photometry(given(file_of(1, {10}).text(), ".LDT")).name, "Lykta 1");
    EXPECT_EQ(read_photometry(given(IesFile{}.text(), ".Ies")).name, "Lykta 1");
    try {
        static_cast<void>(read_photometry(given("x", ".pdf")));
        FAIL();
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::cannot_read);
    }
    EXPECT_THROW(static_cast<void>(read_photometry("/nowhere/lamp.ldt")), Error);
}
