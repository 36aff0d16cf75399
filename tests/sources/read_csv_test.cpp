// CSV files as a whole: what is read, what is set aside, what is refused.
#include <gtest/gtest.h>

#include "files.hpp"

namespace lykta::sources {
namespace {

using namespace testing;
using namespace std::string_literals;

const std::string header = "id;tid;typ;N;E\n";
const std::string three_rows =
    "1;2024-01-03 21:40;Rån;6473033,10;536823,90\n2;2024-01-04 21:40;Rån;6473683,35;535539,90\n"
    "3;2024-01-05 21:40;Rån;6475213,05;537143,64\n";

TEST(ReadCsv, says_separator_encoding_and_decimal_sign) {
    const auto source = read_text(header + three_rows);
    EXPECT_EQ(source.found.format, "CSV");
    EXPECT_EQ(source.found.delimiter, ";");
    EXPECT_EQ(source.found.encoding, "UTF-8");
    EXPECT_EQ(source.found.decimal_sign, ",");
    EXPECT_EQ(source.account.source, "brott.csv");
    EXPECT_EQ(source.account.header, "id;tid;typ;N;E");
    EXPECT_EQ(source.account.rows_read, 3);
    EXPECT_TRUE(source.account.balances());
    EXPECT_TRUE(source.account.issues.empty());
    EXPECT_EQ(source.table.raw(1), "2;2024-01-04 21:40;Rån;6473683,35;535539,90");
    EXPECT_EQ(source.table.row_number(0), 2);
}

TEST(ReadCsv, a_byte_order_mark_is_no_part_of_a_name_even_when_encoded_twice) {
    EXPECT_EQ(read_text("\xEF\xBB\xBF" + header + three_rows).table.names()[0], "id");
    EXPECT_EQ(read_text("\xC3\xAF\xC2\xBB\xC2\xBF" + header + three_rows).table.names()[0], "id");
}

TEST(ReadCsv, names_are_trimmed_and_found_without_case) {
    const auto source = read_text(" ID ;Brottstyp\u00A0;N\n1;a;2\n");
    EXPECT_EQ(source.table.names(), (std::vector<std::string>{"ID", "Brottstyp", "N"}));
    EXPECT_EQ(source.table.find("brottstyp"), 1U);
    EXPECT_FALSE(source.table.find("saknas"));
}

TEST(ReadCsv, two_columns_of_one_name_are_kept_and_noted_with_their_numbers) {
    const auto source = read_text("id;N;N\n1;2;3\n");
    ASSERT_NE(issue(source, "duplicate_column"), nullptr);
    EXPECT_TRUE(has(issue(source, "duplicate_column")->message, "column 2 and column 3"));
}

TEST(ReadCsv, the_header_is_found_below_title_lines) {
    for (const auto& titles : {"Utdrag;;;;\nKörd 2025-01-07;;;;\n\n"s, "Utdrag ur systemet\n\nKörd 2025-01-07\n"s}) {
        const auto source = read_text(titles + header + three_rows + "Summa;;3 st;;\n");
        EXPECT_EQ(source.table.names()[0], "id") << titles;
        ASSERT_NE(issue(source, "header_line"), nullptr);
        EXPECT_EQ(source.table.row_number(0), 5);
        EXPECT_EQ(rows_for(source, Reason::total_row), (std::vector<std::int64_t>{8}));
    }
}

TEST(ReadCsv, excels_separator_hint_is_followed) {
    const auto source = read_text("sep=,\nid,namn\n1,a;b\n");
    EXPECT_EQ(source.found.delimiter, ",");
    EXPECT_EQ(row_cells(source.table, 0), (std::vector<std::string>{"1", "a;b"}));
    EXPECT_EQ(source.table.row_number(0), 3);
}

TEST(ReadCsv, unnamed_empty_columns_at_the_end_are_no_columns) {
    const auto source = read_text("id;N;E;;;\n1;2;3;;;\n2;3;4\n3;4;5;;\n4;5;6;x;\n");
    EXPECT_EQ(source.table.columns(), 4U);  // the fourth holds something once
    const auto plain = read_text("id;N;E;;;\n1;2;3;;;\n2;3;4\n");
    EXPECT_EQ(plain.table.columns(), 3U);
    EXPECT_EQ(plain.account.rows_used, 2);
}

TEST(ReadCsv, a_repeated_header_is_set_aside) {
    const auto source = read_text(header + three_rows + header + three_rows);
    EXPECT_EQ(source.account.rows_read, 7);
    EXPECT_EQ(rows_for(source, Reason::bad_value), (std::vector<std::int64_t>{5}));
}

TEST(ReadCsv, ragged_rows_are_set_aside_with_both_counts_and_verbatim) {
    const auto source = read_text("a;b\n1;2;3\n4\n5;6\n");
    EXPECT_EQ(rows_for(source, Reason::field_count), (std::vector<std::int64_t>{2, 3}));
    EXPECT_TRUE(has(source.account.set_aside[0].message, "3 fields against 2"));
    EXPECT_EQ(source.account.set_aside[0].raw, "1;2;3");
}

TEST(ReadCsv, a_row_with_a_nul_byte_is_set_aside) {
    const auto source = read_text("a;b\n1;x\0y\n2;z\n"s);
    EXPECT_EQ(rows_for(source, Reason::bad_bytes), (std::vector<std::int64_t>{2}));
}

TEST(ReadCsv, a_cut_last_number_is_set_aside_and_a_whole_one_without_line_end_is_not) {
    EXPECT_EQ(
        rows_for(read_text(header + three_rows + "4;2024-01-06 21:40;Rån;6473033,10;5368"), Reason::truncated_row),
        (std::vector<std::int64_t>{5}));
    EXPECT_TRUE(
        read_text(header + three_rows + "4;2024-01-06 21:40;Rån;6473033,10;536844,27").account.set_aside.empty());
}

TEST(ReadCsv, a_letter_cut_at_the_end_is_a_cut_row) {
    EXPECT_EQ(rows_for(read_text("a;b\n1;Åre\n2;Sk\xC3"), Reason::truncated_row), (std::vector<std::int64_t>{3}));
}

TEST(ReadCsv, utf16_in_both_orders_with_and_without_mark_reads_like_utf8) {
    const auto plain = read_text(header + three_rows);
    for (const bool big : {false, true}) {
        for (const bool mark : {false, true}) {
            std::string bytes = mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
            for (const char16_t c : std::u16string{u"id;tid;typ;N;E\n1;2024-01-03 21:40;Rån;6473033,10;536823,90\n"}) {
                const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
                bytes += big ? high : low;
                bytes += big ? low : high;
            }
            const auto source = read_text(bytes);
            ASSERT_EQ(source.table.rows(), 1U);
            EXPECT_EQ(row_cells(source.table, 0), row_cells(plain.table, 0));
            EXPECT_EQ(source.found.encoding.starts_with(big ? "UTF-16 BE" : "UTF-16 LE"), true);
        }
    }
}

TEST(ReadCsv, files_that_cannot_be_tables_are_refused_by_name) {
    EXPECT_TRUE(has(error_of(""), "empty"));
    EXPECT_TRUE(has(error_of("\xEF\xBB\xBF \n\n"), "empty"));
    EXPECT_TRUE(has(error_of("<!DOCTYPE html><html><body>Logga in</body></html>"), "web page"));
    EXPECT_TRUE(has(error_of("%PDF-1.4 ..."), "PDF"));
    std::string noise;
    for (int i = 0; i < 4096; ++i) noise += static_cast<char>(i * 197 % 256);
    EXPECT_TRUE(has(error_of(noise), "brott.csv"));
    EXPECT_TRUE(has(error_of(std::string(2 << 20, 'x')), "line 1 is too long"));
    EXPECT_TRUE(has(error_of("1000;2024-01-03;6473033,10\n1001;2024-01-04;6473034,10\n"), "names"));
}

TEST(ReadCsv, a_missing_file_and_a_folder_are_refused) {
    set_language(Language::english);
    EXPECT_THROW((void)read_source("/nowhere/at/all.csv"), Error);
    EXPECT_THROW((void)read_source("/tmp"), Error);
}

TEST(ReadCsv, quoted_decimal_commas_do_not_split_and_other_separators_are_found) {
    const auto comma = read_text(
        "id,typ,N,E\n1,\"Narkotika, ringa\",\"6473033,10\",\"536823,90\"\n2,Rån,\"6473683,35\",\"535539,90\"\n");
    EXPECT_EQ(comma.found.delimiter, ",");
    EXPECT_EQ(comma.found.decimal_sign, ",");
    EXPECT_EQ(comma.table.cell(0, 2), "6473033,10");
    EXPECT_EQ(read_text("id\ttyp\tN\n1\ta, b; c\t2,5\n").found.delimiter, "tab");
    EXPECT_EQ(read_text("id|typ|N\n1|a, b|2,5\n").found.delimiter, "|");
    EXPECT_EQ(read_text("id;typ\n1;a, b, c\n2;d\n").found.delimiter, ";");
}

TEST(ReadCsv, a_stray_quote_hides_neither_separator_nor_rows) {
    const auto source = read_text(header + "1;2024-01-03;\"Rån;6473033,10;536823,90\n" + three_rows);
    EXPECT_EQ(source.found.delimiter, ";");
    EXPECT_EQ(source.table.rows(), 3U);
    EXPECT_EQ(rows_for(source, Reason::field_count), (std::vector<std::int64_t>{2}));
}

TEST(ReadCsv, a_file_without_header_is_refused) {
    EXPECT_TRUE(has(error_of(three_rows), "line 1 holds values"));
}

TEST(ReadCsv, when_no_row_fits_the_header_the_likely_cause_is_said) {
    const auto source = read_text("id,N,E\n1,6473033,10,536823,90\n2,6473683,35,535539,90\n");
    EXPECT_EQ(source.table.rows(), 0U);
    EXPECT_EQ(source.account.set_aside.size(), 2U);
    EXPECT_NE(issue(source, "no_row_fits_header"), nullptr);
}

TEST(ReadCsv, two_encodings_in_one_file_are_both_read_and_named_by_line) {
    const auto source = read_text("id;typ\n1;Rån\n2;St\xF6ld\n3;\xD6verfall\n");
    EXPECT_EQ(source.table.cell(0, 1), "Rån");
    EXPECT_EQ(source.table.cell(1, 1), "Stöld");
    EXPECT_EQ(source.table.cell(2, 1), "Överfall");
    ASSERT_NE(issue(source, "mixed_encodings"), nullptr);
    EXPECT_EQ(issue(source, "mixed_encodings")->rows, (std::vector<std::int64_t>{3, 4}));
    EXPECT_EQ(issue(source, "mixed_encodings")->severity, Severity::warning);
}

}  // namespace
}  // namespace lykta::sources
