// Separator and header of a CSV file, judged from its first lines.
#include "sources/csv_form.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

namespace {

constexpr std::size_t sample_records = 100, title_lines_at_most = 30, sample_bytes = 1 << 19;

struct NumberedRecord {
    Record record;
    std::int64_t line = 1;
};

/// The first records that are not blank, as they read with one separator.
std::vector<NumberedRecord> sample(std::string_view text, std::size_t from, std::int64_t line, char delimiter) {
    const auto whole = text;
    text = text.substr(0, from + sample_bytes);
    std::vector<NumberedRecord> records;
    for (auto at = from; at < text.size() && records.size() < sample_records;) {
        auto record = read_record(text, at, delimiter);
        const bool cut = record.next >= text.size() && text.size() < whole.size();
        if (cut && !records.empty()) break;
        if (!record.closed) {  // a stray quote must not swallow the sample: the line alone
            const auto end = std::min(text.find_first_of("\r\n", at), text.size());
            record = read_record(text.substr(0, end), at, delimiter);
            record.next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
        }
        at = record.next;
        line += record.lines;
        if (!record.blank()) records.push_back({std::move(record), line - record.lines});
    }
    return records;
}

std::size_t filled(const Record& record) {
    return static_cast<std::size_t>(std::count_if(record.fields.begin(), record.fields.end(),
                                                  [](const std::string& field) { return !trimmed(field).empty(); }));
}

/// The number of fields most records have; the larger of two equally common ones.
std::size_t usual_width(const std::vector<NumberedRecord>& records) {
    std::map<std::size_t, std::size_t> widths;
    for (const auto& numbered : records) ++widths[numbered.record.fields.size()];
    std::size_t usual = 0, most = 0;
    for (const auto& [width, count] : widths)
        if (count >= most) usual = width, most = count;
    return usual;
}

bool is_value(std::string_view cell) {
    const auto text = trimmed(cell);
    if (text.empty()) return false;
    const auto number = read_number(text);
    if (number.trouble != NumberTrouble::not_a_number && !number.had_unit) return true;
    const auto time = read_time(text);
    return time.trouble == TimeTrouble::none && time.clock.has_value();
}

bool looks_like_names(const Record& record) {
    const auto values = std::count_if(record.fields.begin(), record.fields.end(), is_value);
    return static_cast<std::size_t>(values) * 2 < record.fields.size() && filled(record) > 0;
}

/// A line of title: fewer fields than the table, or only its first cells filled.
bool looks_like_title(const Record& record, std::size_t width) {
    const auto with_text = filled(record);
    if (record.fields.size() + 1 < width) return true;
    if (width < 3) return record.fields.size() < width;
    const bool starts_filled = !trimmed(record.fields.front()).empty();
    return with_text <= std::max<std::size_t>(1, width / 3) && starts_filled;
}

/// Index of the header among the sampled records. The first record, unless it is a title and names follow below.
std::size_t header_index(const std::vector<NumberedRecord>& records) {
    const auto width = usual_width(records);
    for (std::size_t i = 0; i < std::min(records.size(), title_lines_at_most); ++i) {
        const auto& record = records[i].record;
        if (looks_like_title(record, width) || !looks_like_names(record)) continue;
        const bool followed = i + 1 >= records.size() || !looks_like_title(records[i + 1].record, width) ||
                              is_total_word(records[i + 1].record.fields.front());
        if (followed && record.fields.size() + 1 >= width) return i;
    }
    return 0;
}

/// Do most records hold this other separator inside their fields? Then a comma is the decimal sign of a ;-table.
bool hides_table(const std::vector<NumberedRecord>& records, char other) {
    std::size_t hiding = 0;
    for (const auto& numbered : records)
        hiding += std::any_of(numbered.record.fields.begin(), numbered.record.fields.end(),
                              [other](const std::string& field) { return field.find(other) != field.npos; })
                      ? 1U
                      : 0U;
    return hiding * 10 > records.size() * 9;
}

/// How even a table the text makes with this separator: share of records as wide as the header, and a readable header.
double evenness(const std::vector<NumberedRecord>& records) {
    if (records.empty()) return 0;
    const auto& header = records[header_index(records)].record;
    const auto width = header.fields.size();
    if (width < 2) return 0;
    std::size_t same = 0;
    for (const auto& numbered : records)
        same += numbered.record.fields.size() == width || numbered.record.fields.size() == width + 1 ? 1U : 0U;
    const double share = static_cast<double>(same) / static_cast<double>(records.size());
    // Two records' worth of wide, even columns weigh more than a lone column split by the commas of its text.
    return share * (looks_like_names(header) ? 1.0 : 0.6) +
           0.02 * static_cast<double>(std::min<std::size_t>(width, 10));
}

char find_delimiter(std::string_view text, std::size_t from) {
    char best = ',';
    double best_score = 0;
    for (const char delimiter : {';', '\t', ',', '|'}) {
        const auto records = sample(text, from, 1, delimiter);
        double score = evenness(records);
        if (delimiter == ',' && (hides_table(records, ';') || hides_table(records, '\t'))) score *= 0.5;
        if (score > best_score) best = delimiter, best_score = score;
    }
    return best;
}

char stated_delimiter(const std::string& stated) {
    if (stated == "tab" || stated == "\\t") return '\t';
    if (stated.size() == 1 && stated != "\"" && stated != "\n" && stated != "\r") return stated.front();
    throw Error{ErrorCode::bad_option, say("delimiter: \"{}\" is not one character; use ; , | or tab", stated)};
}

/// Excel's own hint, "sep=;" on the first line: the separator (0 where the line names none) and where the table begins.
struct ExcelHint {
    char delimiter = 0;
    std::size_t data_begin = 0;
};
ExcelHint excel_hint(std::string_view text) {
    const auto line = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    if (line.size() > 5 || !lower(line).starts_with("sep=")) return {};
    const bool crlf = text.substr(line.size(), 2) == "\r\n";
    return {line.size() == 5 ? line[4] : '\0', std::min(text.size(), line.size() + (crlf ? 2 : 1))};
}

std::string column_name(std::string_view field) {
    constexpr std::string_view twice_encoded_mark = "\xC3\xAF\xC2\xBB\xC2\xBF";  // byte order mark read as Windows-1252
    field = trimmed(field);
    if (field.starts_with(twice_encoded_mark)) field.remove_prefix(twice_encoded_mark.size());
    return std::string{trimmed(field)};
}

/// Unnamed columns at the end with nothing in them are separators Excel left behind, not columns.
void drop_unnamed(CsvForm& form, const std::vector<NumberedRecord>& records, std::size_t header) {
    std::size_t keep = form.names.size();
    while (keep > 1 && form.names[keep - 1].empty()) --keep;
    for (std::size_t i = header + 1; i < records.size(); ++i) {
        const auto& fields = records[i].record.fields;
        for (std::size_t c = keep; c < std::min(fields.size(), form.names.size()); ++c)
            if (!trimmed(fields[c]).empty()) keep = c + 1;
    }
    form.trailing_allowed = 1 + form.names.size() - keep;
    form.names.resize(keep);
}

}  // namespace

CsvForm find_form(std::string_view text, const std::string& stated) {
    CsvForm form;
    const auto hint = excel_hint(text);
    const auto from = hint.data_begin;
    const std::int64_t line = from > 0 ? 2 : 1;
    form.delimiter = !stated.empty()       ? stated_delimiter(stated)
                     : hint.delimiter != 0 ? hint.delimiter
                                           : find_delimiter(text, from);
    const auto records = sample(text, from, line, form.delimiter);
    if (records.empty()) return form;
    const auto index = header_index(records);
    const auto& header = records[index].record;
    for (const auto& field : header.fields) form.names.push_back(column_name(field));
    form.header = std::string{text.substr(header.begin, header.end - header.begin)};
    form.header_line = records[index].line;
    form.data_begin = header.next;
    form.data_line = form.header_line + header.lines;
    form.names_look_like_values = !looks_like_names(header);
    drop_unnamed(form, records, index);
    return form;
}

std::string delimiter_name(char delimiter) {
    return delimiter == '\t' ? "tab" : std::string(1, delimiter);
}

}  // namespace lykta::sources
