// The scanner against a twin that reads byte by byte, on hand cases and random texts, for every block size.
#include "sources/csv_scan.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"

namespace lykta::sources {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string cell(std::string_view text, const Scanned& scanned, std::size_t i) {
    const auto begin = scanned.begin[i];
    return begin >= text.size() ? scanned.extra.substr(begin - text.size(), scanned.length[i])
                                : std::string{text.substr(begin, scanned.length[i])};
}

Rows rows_of(std::string_view text, const Scanned& scanned, std::size_t columns) {
    Rows rows;
    for (std::size_t r = 0; r < scanned.line.size(); ++r) {
        rows.emplace_back();
        for (std::size_t c = 0; c < columns; ++c) rows.back().push_back(cell(text, scanned, r * columns + c));
    }
    return rows;
}

Rows scan(std::string_view text, std::size_t columns, std::size_t block = 1 << 20) {
    const auto scanned = scan_csv(text, 0, {.delimiter = ';', .columns = columns, .block_bytes = block});
    return rows_of(text, scanned, columns);
}

/// The slow twin: RFC 4180 one byte after another, for texts whose quotes pair up.
struct Twin {
    Rows rows;
    std::vector<std::int64_t> lines;
};
Twin read_slowly(const std::string& text) {
    Twin twin;
    std::vector<std::string> row;
    std::string field;
    bool quoted = false, field_began = false;
    std::int64_t line = 1, row_line = 1;
    const auto end_row = [&] {
        row.push_back(field);
        const bool blank = row.size() == 1 && row[0].find_first_not_of(" \t\r\n\f\v") == std::string::npos;
        if (!blank) twin.rows.push_back(row), twin.lines.push_back(row_line);
        row.clear(), field.clear(), field_began = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool ends = c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) ++line;
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[i++];
            else
                quoted = false;
        } else if (c == '"' && !field_began) {
            quoted = field_began = true;
        } else if (c == ';') {
            row.push_back(field), field.clear(), field_began = false;
        } else if (ends) {
            end_row();
            row_line = line;
        } else if (c != '\r') {
            field += c, field_began = true;
        }
    }
    if (!field.empty() || !row.empty()) end_row();
    return twin;
}

std::string random_text(std::uint32_t seed, std::size_t columns, std::size_t rows) {
    std::uint32_t draw = 0;
    const auto below = [&](std::uint32_t n) { return random_below({.seed = seed}, draw++, n); };
    constexpr std::string_view plain = "ab1 ,.\xC3\xA5", inside = "ab;\"\n\r,";
    constexpr std::string_view ends[]{"\n", "\r\n", "\r"};
    std::string text;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            if (c > 0) text += ';';
            const bool quoted = below(3) == 0;
            const auto length = below(6) + (c == 0 ? 1 : 0);
            if (quoted) text += '"';
            for (std::uint32_t i = 0; i < length; ++i) {
                const auto& from = quoted ? inside : plain.substr(0, 6);
                const char drawn = from[below(static_cast<std::uint32_t>(from.size()))];
                if (drawn == '"') text += '"';
                text += c == 0 && i == 0 && !quoted && drawn == ' ' ? 'x' : drawn;
            }
            if (quoted) text += '"';
        }
        text += ends[below(3)];
        if (below(10) == 0) text += "\n";
    }
    return text;
}

TEST(CsvScan, agrees_with_the_slow_twin_on_random_texts_for_every_block_size) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::size_t columns = 2 + seed % 4;
        const auto text = random_text(seed, columns, 40);
        const auto twin = read_slowly(text);
        for (const std::size_t block : {16U, 37U, 200U, 1U << 20U}) {
            const auto scanned = scan_csv(text, 0, {.delimiter = ';', .columns = columns, .block_bytes = block});
            ASSERT_EQ(rows_of(text, scanned, columns), twin.rows) << "seed " << seed << " block " << block;
            ASSERT_EQ(scanned.line, twin.lines) << "seed " << seed << " block " << block;
            ASSERT_TRUE(scanned.broken.empty());
        }
    }
}

/// Any bytes at all: every record is a row or is broken, whatever the block size, and nothing is read outside the text.
TEST(CsvScan, gives_the_same_account_of_random_rubbish_for_every_block_size) {
    constexpr std::string_view bytes = "a;\"\n\r;\"b1\n";
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        std::string text;
        for (std::uint32_t i = 0; i < 300; ++i)
            text += bytes[random_below({.seed = seed, .stream = 1}, i, static_cast<std::uint32_t>(bytes.size()))];
        const auto whole = scan_csv(text, 0, {.delimiter = ';', .columns = 3, .block_bytes = 1 << 20});
        for (const std::size_t block : {16U, 50U}) {
            const auto parts = scan_csv(text, 0, {.delimiter = ';', .columns = 3, .block_bytes = block});
            ASSERT_EQ(rows_of(text, parts, 3), rows_of(text, whole, 3)) << "seed " << seed;
            ASSERT_EQ(parts.line, whole.line);
            ASSERT_EQ(parts.broken.size(), whole.broken.size());
            for (std::size_t i = 0; i < whole.broken.size(); ++i) ASSERT_EQ(parts.broken[i].line, whole.broken[i].line);
        }
    }
}

TEST(CsvScan, doubled_quotes_separators_and_line_ends_belong_to_a_quoted_field) {
    EXPECT_EQ(scan("1;\"a \"\"b\"\";\nc\"\n2;d\n", 2), (Rows{{"1", "a \"b\";\nc"}, {"2", "d"}}));
}

TEST(CsvScan, a_quote_inside_an_unquoted_field_is_a_character) {
    EXPECT_EQ(scan("1;rör 12\" tum\n2;b\n", 2), (Rows{{"1", "rör 12\" tum"}, {"2", "b"}}));
}

TEST(CsvScan, lf_crlf_and_bare_cr_end_lines_in_one_file) {
    const std::string text = "a;b\r\nc;d\ne;f\rg;h";
    const auto scanned = scan_csv(text, 0, {.columns = 2});
    EXPECT_EQ(rows_of(text, scanned, 2), (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}));
    EXPECT_EQ(scanned.line, (std::vector<std::int64_t>{1, 2, 3, 4}));
    EXPECT_FALSE(scanned.ends_with_line_end);
}

TEST(CsvScan, one_empty_field_too_many_is_accepted_and_a_filled_one_is_not) {
    const std::string text = "a;b;\nc;d;e\nf\n";
    const auto scanned = scan_csv(text, 0, {.columns = 2});
    EXPECT_EQ(rows_of(text, scanned, 2), (Rows{{"a", "b"}}));
    ASSERT_EQ(scanned.broken.size(), 2U);
    EXPECT_EQ(scanned.broken[0].fields, 3U);
    EXPECT_EQ(scanned.broken[1].fields, 1U);
    EXPECT_EQ(scanned.broken[1].line, 3);
}

TEST(CsvScan, a_stray_quote_costs_its_own_line_and_not_the_next) {
    const std::string text = "1;\"torget;a\n2;b;c\n3;d;e\n4;\"f\";g\n";
    const auto scanned = scan_csv(text, 0, {.columns = 3});
    EXPECT_EQ(scanned.line, (std::vector<std::int64_t>{2, 3, 4}));
    ASSERT_EQ(scanned.broken.size(), 1U);
    EXPECT_EQ(scanned.broken[0].line, 1);
    EXPECT_EQ(scanned.broken[0].fault, RowFault::unclosed_quote);
}

TEST(CsvScan, many_stray_quotes_cost_only_their_own_lines) {
    const std::string text = "\"a;b\n\"c;d\ne;f\n";
    const auto scanned = scan_csv(text, 0, {.columns = 2});
    EXPECT_EQ(rows_of(text, scanned, 2), (Rows{{"e", "f"}}));
    EXPECT_EQ(scanned.broken.size(), 2U);
}

TEST(CsvScan, a_quote_open_at_the_end_of_the_file_is_a_cut_row) {
    const auto scanned = scan_csv("1;a\n2;\"b", 0, {.columns = 2});
    EXPECT_EQ(scanned.line.size(), 1U);
    ASSERT_EQ(scanned.broken.size(), 1U);
    EXPECT_EQ(scanned.broken[0].fault, RowFault::cut_at_end);
}

TEST(CsvScan, a_last_row_with_too_few_fields_and_no_line_end_is_a_cut_row) {
    const auto scanned = scan_csv("1;a;b\n2;c", 0, {.columns = 3});
    ASSERT_EQ(scanned.broken.size(), 1U);
    EXPECT_EQ(scanned.broken[0].fault, RowFault::cut_at_end);
}

TEST(CsvScan, a_line_over_the_limit_stops_the_scan_and_is_named) {
    const auto scanned = scan_csv("1;a\n2;" + std::string(100, 'x') + "\n", 0, {.columns = 2, .max_line_bytes = 50});
    EXPECT_EQ(scanned.too_long_line, 2);
}

TEST(CsvScan, blank_lines_are_no_rows_but_count_as_lines) {
    const auto scanned = scan_csv("1;a\n\n  \n2;b\n", 0, {.columns = 2});
    EXPECT_EQ(scanned.line, (std::vector<std::int64_t>{1, 4}));
    EXPECT_TRUE(scanned.broken.empty());
}

TEST(CsvScan, total_words_stand_alone_or_before_a_number) {
    for (const char* word : {"Summa", "SUMMA:", "Totalt", "total", "Totalsumma", "Antal: 5", "Summa 12",
                             "Totalt antal: 5", "Antal brott:", "Medelvärde"})
        EXPECT_TRUE(is_total_word(word)) << word;
    for (const char* word : {"Summer", "Totalförsvaret", "Sumpvägen", "Antalet", "1000", "", "Total förstörelse"})
        EXPECT_FALSE(is_total_word(word)) << word;
}

}  // namespace
}  // namespace lykta::sources
