// CSV files: bytes to text, text to rows, rows checked. See docs/decisions/0001-own-csv-reader.md for why it is our
// own.
#include <algorithm>
#include <cstring>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/cell_checks.hpp"
#include "sources/csv_form.hpp"
#include "sources/csv_scan.hpp"
#include "sources/cut_row.hpp"
#include "sources/encoding.hpp"
#include "sources/issues.hpp"
#include "sources/readers.hpp"
#include "sources/text.hpp"
#include "sources/utf8.hpp"

namespace lykta::sources {

namespace {

/// Control bytes that no text holds make up more than a fiftieth of a binary file's start.
void refuse_binary(std::string_view bytes, const std::string& name) {
    const auto sample = bytes.substr(0, 1 << 16);
    const bool has_mark = sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF");
    std::size_t control = 0, nul = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            ++nul;
        else if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') || byte == 0x7F)
            ++control;
    }
    const bool utf16 = has_mark || nul * 4 > sample.size();  // UTF-16 without mark: every other byte is NUL
    if (control * 50 > sample.size() || (!utf16 && nul * 50 > sample.size() && nul > 8))
        throw Error{ErrorCode::cannot_read,
                    say("{}: this is not a text table but a binary file; export it again as CSV", name)};
}

void refuse_empty(std::string_view text, const std::string& name) {
    if (trimmed(text.substr(0, 4096)).empty() && trimmed(text).empty())
        throw Error{ErrorCode::cannot_read, say("{}: the file is empty; nothing can be read from it", name)};
}

[[noreturn]] void refuse_long_line(const std::string& name, std::int64_t line, std::int64_t limit) {
    throw Error{ErrorCode::cannot_read,
                say("{}: line {} is too long: more than the limit of {} bytes without a line end; is this a table? "
                    "Raise the limit with max_line_bytes if it is",
                    name, line, limit)};
}

void refuse_long_first_line(std::string_view text, const std::string& name, std::int64_t limit) {
    const auto start = text.substr(0, static_cast<std::size_t>(limit) + 1);
    if (start.size() > static_cast<std::size_t>(limit) && start.find_first_of("\r\n") == start.npos)
        refuse_long_line(name, 1, limit);
}

void note_encoding(const DecodedText& decoded, RowAccount& account) {
    if (decoded.other_line_count > 0) {
        Issue issue{.code = "mixed_encodings",
                    .severity = Severity::warning,
                    .message = {},
                    .count = decoded.other_line_count,
                    .rows = decoded.other_lines};
        issue.message = say("two encodings in one file: {} read as {} ({}); check the letters å, ä and ö in them",
                            trn("one line was", "some lines were", issue.count), decoded.encoding,
                            rows_named("row", issue.rows, issue.count));
        account.issues.push_back(std::move(issue));
    } else if (decoded.guessed) {
        add_note(account, "encoding_guessed",
                 say("the encoding was guessed: {}; state it with encoding if letters look "
                     "wrong",
                     decoded.encoding));
    }
}

/// Names two columns share: the layer refuses when it needs one of them.
void note_duplicate_names(const std::vector<std::string>& names, RowAccount& account) {
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = i + 1; j < names.size(); ++j)
            if (!names[i].empty() && names[i] == names[j])
                add_note(account, "duplicate_column",
                         say("two columns are called {0} (column {1} and column {2})", names[i], i + 1, j + 1));
}

struct FaultText {
    Reason reason;
    std::string message;
};

FaultText explain(const BrokenRow& row, std::size_t columns, std::string_view raw) {
    switch (row.fault) {
        case RowFault::field_count:
            return {
                Reason::field_count,
                say("{0} fields against {1} in the header; is a separator missing or unquoted?", row.fields, columns)};
        case RowFault::unclosed_quote:
            return {Reason::field_count, say("a quotation mark is opened and not closed; close or double it")};
        case RowFault::cut_at_end:
            return {
                Reason::truncated_row,
                say("the file ends inside this row ({0} of {1} fields); fetch the file again", row.fields, columns)};
        case RowFault::nul_byte:
            return {Reason::bad_bytes, say("a NUL byte inside the row; export the file again")};
        case RowFault::total:
            return {Reason::total_row, say("a total, not a record: \"{}\"", shortened(raw))};
        case RowFault::repeated_header:
            break;
    }
    return {Reason::bad_value, say("the header line once more, not a record")};
}

void set_aside_broken(std::string_view text, const Scanned& scanned, std::size_t columns, RowAccount& account) {
    for (const auto& row : scanned.broken) {
        const auto raw = text.substr(row.begin, row.length);
        auto [reason, message] = explain(row, columns, raw);
        account.set_aside.push_back(
            {.row = row.line, .reason = reason, .message = std::move(message), .raw = std::string{raw}});
    }
}

/// When no row at all fits the header, one cause is likelier than many mistakes.
void explain_all_broken(const Scanned& scanned, std::size_t columns, RowAccount& account) {
    const bool all = scanned.line.empty() && scanned.broken.size() > 1 &&
                     std::all_of(scanned.broken.begin(), scanned.broken.end(), [&](const BrokenRow& row) {
                         return row.fault == RowFault::field_count && row.fields == scanned.broken.front().fields;
                     });
    if (all)
        add_warning(
            account, "no_row_fits_header",
            say("all rows have {0} fields and the header has {1}: unquoted decimal commas, or a column without a "
                "name? Quote the numbers or complete the header",
                scanned.broken.front().fields, columns));
}

/// The last row, when the file stops without a line end and its last cell is shorter than the column's form allows.
void set_aside_cut_end(Table::Parts& parts, bool ends_inside_letter, RowAccount& account) {
    const auto columns = parts.names.size(), rows = parts.row_number.size();
    if (rows == 0) return;
    const auto why = ends_inside_letter ? std::optional{std::string{tr("a letter is cut")}} : why_cut(parts);
    if (!why) return;
    account.set_aside.push_back(
        {.row = parts.row_number.back(),
         .reason = Reason::truncated_row,
         .message = say("the file ends without a line end inside this row: {}; fetch the file again", *why),
         .raw = parts.bytes->substr(parts.raw_begin.back(), parts.raw_length.back())});
    parts.begin.resize((rows - 1) * columns);
    parts.length.resize((rows - 1) * columns);
    parts.row_number.pop_back();
    parts.raw_begin.pop_back();
    parts.raw_length.pop_back();
}

Table::Parts to_parts(std::string text, Scanned& scanned, std::vector<std::string> names) {
    text += scanned.extra;
    Table::Parts parts;
    parts.names = std::move(names);
    parts.bytes = std::make_shared<const std::string>(std::move(text));
    parts.begin = std::move(scanned.begin);
    parts.length = std::move(scanned.length);
    parts.row_number = std::move(scanned.line);
    parts.raw_begin = std::move(scanned.raw_begin);
    parts.raw_length = std::move(scanned.raw_length);
    return parts;
}

void note_form(const CsvForm& form, RowAccount& account) {
    note_duplicate_names(form.names, account);
    if (form.header_line > 1)
        add_note(account, "header_line",
                 say("the header was found on line {}; the lines above it are titles", form.header_line));
}

void refuse_without_header(const CsvForm& form, const std::string& name) {
    if (!form.names_look_like_values || form.names.size() < 2) return;
    throw Error{
        ErrorCode::bad_input,
        say("{0}: line {1} holds values, not column names; without a header Lykta cannot know what a column is. "
            "Add a first line that names the columns",
            name, form.header_line)};
}

}  // namespace

SourceTable read_csv(LoadedFile file, const ReadOptions& options) {
    SourceTable source;
    source.account.source = file.name;
    if (file.bytes.empty())
        throw Error{ErrorCode::cannot_read,
                    say("{}: the file is empty (0 bytes); nothing can be read from it", file.name)};
    refuse_binary(file.bytes, file.name);
    auto decoded = decode_text(std::move(file.bytes), options.encoding, file.name);
    refuse_empty(decoded.text, file.name);
    refuse_long_first_line(decoded.text, file.name, options.max_line_bytes);
    const auto form = find_form(decoded.text, options.delimiter);
    if (form.names.empty()) refuse_empty("", file.name);
    refuse_without_header(form, file.name);
    auto scanned = scan_csv(decoded.text, form.data_begin,
                            {.delimiter = form.delimiter,
                             .columns = form.names.size(),
                             .trailing_allowed = form.trailing_allowed,
                             .first_line = form.data_line,
                             .max_line_bytes = static_cast<std::size_t>(options.max_line_bytes),
                             .header = form.header});
    if (scanned.too_long_line > 0) refuse_long_line(file.name, scanned.too_long_line, options.max_line_bytes);

    auto& account = source.account;
    account.header = form.header;
    account.rows_read = static_cast<std::int64_t>(scanned.line.size() + scanned.broken.size());
    note_encoding(decoded, account);
    note_form(form, account);
    set_aside_broken(decoded.text, scanned, form.names.size(), account);
    explain_all_broken(scanned, form.names.size(), account);
    const bool ends_open = !scanned.ends_with_line_end;
    const bool last_is_whole =
        !scanned.line.empty() && scanned.raw_begin.back() + scanned.raw_length.back() == decoded.text.size();
    auto parts = to_parts(std::move(decoded.text), scanned, form.names);
    if (ends_open && last_is_whole) set_aside_cut_end(parts, decoded.ends_inside_letter, account);
    source.table = Table{std::move(parts)};
    account.rows_used = static_cast<std::int64_t>(source.table.rows());
    source.found.format = "CSV";
    source.found.delimiter = delimiter_name(form.delimiter);
    source.found.encoding = decoded.encoding;
    source.found.decimal_sign = decimal_sign_of(source.table);
    check_cells(source.table, account);
    return source;
}

}  // namespace lykta::sources
