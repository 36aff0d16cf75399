#include "sources/encoding.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"
#include "sources/utf8.hpp"

namespace lykta::sources {
namespace {

DecodedText decode(const std::string& bytes, const std::string& stated = {}) {
    set_language(Language::english);
    return decode_text(bytes, stated, "a.csv");
}

TEST(Encoding, windows_1252_is_guessed_and_said) {
    const auto decoded = decode(
        "Sk\xE5ne;10 \x80;5\x96"
        "6\n");
    EXPECT_EQ(decoded.text, "Skåne;10 €;5–6\n");
    EXPECT_EQ(decoded.encoding, "Windows-1252 (guessed)");
    EXPECT_TRUE(decoded.guessed);
}

TEST(Encoding, dos_and_macintosh_letters_are_told_from_windows) {
    EXPECT_EQ(decode("\x8Fgatan;Bj\x94rkliden;\x99stra V\x84gen;R\x86n\n").text, "Ågatan;Björkliden;Östra Vägen;Rån\n");
    EXPECT_EQ(decode("\x81gatan;Bj\x9Arkliden;\x85stra V\x8Agen;R\x8Cn\n").text, "Ågatan;Björkliden;Östra Vägen;Rån\n");
}

TEST(Encoding, a_windows_text_that_happens_to_hold_a_utf8_pair_is_not_called_mixed) {
    // "Ö–" in Windows-1252 is D6 96, which is also a well-formed UTF-8 pair (U+0596).
    const auto decoded = decode("MALM\xD6\x96LUND\nSk\xE5ne\n");
    EXPECT_EQ(decoded.text, "MALMÖ–LUND\nSkåne\n");
    EXPECT_EQ(decoded.other_line_count, 0);
}

TEST(Encoding, an_incomplete_last_letter_is_no_reason_to_doubt_utf8) {
    const auto decoded = decode("R\xC3\xA5n\nSk\xC3");
    EXPECT_EQ(decoded.text, "Rån\nSk");
    EXPECT_TRUE(decoded.ends_inside_letter);
    EXPECT_EQ(decoded.encoding, "UTF-8");
}

TEST(Encoding, the_stated_encoding_wins_and_an_unknown_one_is_refused) {
    EXPECT_EQ(decode("\xC3\xA5", "Windows-1252").text, "Ã¥");
    EXPECT_EQ(decode("\xE5", "iso-8859-1").text, "å");
    EXPECT_THROW((void)decode("a", "EBCDIC"), Error);
}

TEST(Encoding, utf32_is_refused_by_name) {
    using namespace std::string_literals;
    EXPECT_THROW((void)decode("\xFF\xFE\0\0a\0\0\0"s), Error);
}

TEST(Encoding, a_pair_of_surrogates_is_one_letter_and_a_lone_one_is_replaced) {
    using namespace std::string_literals;
    EXPECT_EQ(decode("\xFF\xFE\x3D\xD8\x00\xDE"s).text, "\xF0\x9F\x98\x80");
    EXPECT_TRUE(decode("\xFF\xFE\x3D\xD8\x41\x00"s).has_replaced);
}

TEST(Encoding, every_letter_of_a_code_page_survives_the_way_to_utf8) {
    for (const auto page : {CodePage::windows_1252, CodePage::cp850, CodePage::mac_roman})
        for (unsigned byte = 0x20; byte < 0x100; ++byte) {
            const auto text = to_utf8(std::string(1, static_cast<char>(byte)), page);
            EXPECT_EQ(first_invalid_utf8(text), std::string::npos);
            EXPECT_EQ(utf8_step(text, 0).code_point, decode_byte(page, static_cast<unsigned char>(byte)));
        }
}

TEST(Utf8, well_formedness_follows_the_table_of_unicode) {
    EXPECT_EQ(first_invalid_utf8("aåä\xE2\x82\xAC\xF0\x9F\x98\x80"), std::string::npos);
    for (const std::string bad :
         {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xFF", "\xC3("})
        EXPECT_EQ(first_invalid_utf8("ok" + bad), 2U);
    EXPECT_EQ(first_invalid_utf8(std::string(100, 'a') + "\xE5"), 100U);
}

TEST(Utf8, letters_encoded_twice_are_found_with_their_word) {
    const auto found = find_double_encoded("1;SkadegÃ¶relse;x");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->word, "SkadegÃ¶relse");
    EXPECT_TRUE(find_double_encoded("Ã…gatan"));
    EXPECT_TRUE(find_double_encoded("Ã–stra"));
    EXPECT_FALSE(find_double_encoded("São Paulo, SÃO PAULO, Ågatan, Õ"));
}

TEST(Text, trims_the_blanks_of_spreadsheets_and_shortens_between_letters) {
    EXPECT_EQ(trimmed("\u00A0\t a b \u202F\r\n"), "a b");
    EXPECT_EQ(trimmed(" \u00A0"), "");
    EXPECT_EQ(lower("ÅÄÖ ABC × É"), "åäö abc × é");
    EXPECT_EQ(shortened("åååå", 3), "å…");
    EXPECT_EQ(quoted_if_needed("a\"b;c", ';'), "\"a\"\"b;c\"");
    EXPECT_EQ(quoted_if_needed("abc", ';'), "abc");
}

}  // namespace
}  // namespace lykta::sources
