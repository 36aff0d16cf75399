// rejects/<source>.csv: the rows set aside, as the file held them, with the reason beside. Mended, the file can be
// given as a source again: readers pass over the three lykta_ columns.
#include <algorithm>

#include "core/file.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

char delimiter_of(const layers::SourceReport& source) {
    const std::string& d = source.found.delimiter;
    return d == "tab" || d == "\t" ? '\t' : d.size() == 1 ? d[0] : ';';
}

/// Line ends at the end go; a quote left open (a file cut short) is closed, else it would swallow the rows after it.
std::string verbatim(std::string_view row) {
    std::string text = mask_personal_numbers(clean_utf8(row));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    if (std::count(text.begin(), text.end(), '"') % 2 == 1) text += '"';
    return text;
}

std::string one_cell(std::string_view row, char delimiter) {
    std::string text = verbatim(row);
    if (text.find_first_of(std::string{delimiter, '"', '\n', '\r'}) == std::string::npos) return text;
    return '"' + replaced(text, "\"", "\"\"") + '"';
}

}  // namespace

void write_rejects(const layers::SourceReport& source, const std::filesystem::path& path) {
    const char d = delimiter_of(source);
    const bool has_header = !source.account.header.empty();
    std::string out = "\xEF\xBB\xBF";
    out += has_header ? verbatim(replaced(source.account.header, "\xEF\xBB\xBF", "")) : "lykta_raw";
    out += fmt::format("{0}lykta_row{0}lykta_reason{0}lykta_message\r\n", d);
    for (const auto& row : source.account.set_aside) {
        out += has_header ? verbatim(row.raw) : one_cell(row.raw, d);
        out += fmt::format("{0}{1}{0}{2}{0}{3}\r\n", d, row.row, reason_code(row.reason), csv_field(row.message, d));
    }
    write_file_whole(path, out);
}

}  // namespace lykta::outputs
