// Typed values of one column.
#include "layers/field_values.hpp"

#include <algorithm>
#include <array>

#include "core/language.hpp"
#include "sources/values.hpp"

namespace lykta::layers {

FieldReader::FieldReader(Reading& reading, std::string_view field)
    : m_reading(&reading), m_field(field), m_column(field_column(reading, field)) {}

std::string FieldReader::name() const {
    return m_column ? shown(trimmed(m_reading->table.names()[*m_column])) : m_field;
}

std::string_view FieldReader::text(std::size_t row) const {
    return m_column ? trimmed(m_reading->table.cell(row, *m_column)) : std::string_view{};
}

std::optional<double> FieldReader::number(std::size_t row) {
    const auto cell = text(row);
    if (cell.empty()) return {};
    const auto read = sources::read_number(cell);
    if (read.trouble == sources::NumberTrouble::none || read.trouble == sources::NumberTrouble::rounded)
        return read.value;
    if (read.trouble == sources::NumberTrouble::not_a_number) reject(row, tr("not a number"));
    return {};
}

std::optional<double> FieldReader::number(std::size_t row, const Range& range, std::string_view why) {
    const auto value = number(row);
    if (!value || (*value >= range.least && *value <= range.most)) return value;
    reject(row, why);
    return {};
}

std::optional<std::int64_t> FieldReader::day(std::size_t row) {
    const auto cell = text(row);
    if (cell.empty()) return {};
    const auto read = sources::read_time(cell);
    if (read.trouble == sources::TimeTrouble::none && read.clock) {
        const auto& t = *read.clock;
        if (t.year > 1900) return days_from_civil(t.year, t.month, t.day);
        return {};  // 1900 stands for "none"
    }
    const bool placeholder = read.trouble == sources::TimeTrouble::placeholder ||
                             read.trouble == sources::TimeTrouble::excel_placeholder ||
                             read.trouble == sources::TimeTrouble::empty;
    if (!placeholder) reject(row, tr("no such date"));
    return {};
}

void FieldReader::reject(std::size_t row, std::string_view why) {
    auto found = std::find_if(m_rejected.begin(), m_rejected.end(), [&](const Rejected& r) { return r.why == why; });
    if (found == m_rejected.end()) {
        m_rejected.push_back({std::string(why), shown(text(row)), {}});
        found = std::prev(m_rejected.end());
    }
    found->rows.add(m_reading->row_number(row));
}

void FieldReader::report() const {
    for (const auto& rejected : m_rejected) {
        add_issue(*m_reading,
                  {"bad_value", Severity::warning,
                   say("column {}: {} values set aside, first '{}': {}; the rows are kept", name(), rejected.rows.count,
                       rejected.first, rejected.why)},
                  rejected.rows);
    }
}

Truth read_truth(std::string_view text) {
    constexpr std::array yes{"ja", "j", "yes", "y", "true", "t", "1", "x", "sant", "1.0"};
    constexpr std::array no{"nej", "n", "no", "false", "f", "0", "falskt", "0.0", "-"};
    const auto word = lowered(trimmed(text));
    if (word.empty()) return Truth::unknown;
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return Truth::yes;
    return std::find(no.begin(), no.end(), word) != no.end() ? Truth::no : Truth::neither;
}

double default_of(const LayerOptions& options, const std::string& field, double otherwise) {
    const auto found = options.defaults.find(field);
    return found == options.defaults.end() ? otherwise : found->second;
}

void note_default(Reading& reading, std::string_view field, double value, std::int64_t count) {
    if (count == 0) return;
    reading.report.account.issues.push_back(
        {"default_taken",
         Severity::note,
         say("{}: {} rows have no {}; {} is taken for them", reading.file(), count, std::string(field), value),
         count,
         {}});
}

}  // namespace lykta::layers
