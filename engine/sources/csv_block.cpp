// The inner loop of the CSV reader: bytes to offsets.
#include "sources/csv_block.hpp"

#include <algorithm>
#include <cstring>

#include "sources/text.hpp"

namespace lykta::sources {

CsvBlockScanner::CsvBlockScanner(std::string_view text, const ScanOptions& options, Scanned& out, bool has_nul)
    : m_text(text), m_options(options), m_out(out), m_has_nul(has_nul) {
    m_special[static_cast<unsigned char>(options.delimiter)] = true;
    m_special[static_cast<unsigned char>('\n')] = true;
    m_special[static_cast<unsigned char>('\r')] = true;
    m_spare_begin.resize(options.columns);
    m_spare_length.resize(options.columns);
}

void CsvBlockScanner::choose_slot(const CsvBlock& block) {
    const bool room = block.rows < block.room;
    const auto cell = (block.first_row + block.rows) * m_options.columns;
    m_begin = room ? m_out.begin.data() + cell : m_spare_begin.data();
    m_length = room ? m_out.length.data() + cell : m_spare_length.data();
    m_extra_columns.clear();
}

void CsvBlockScanner::store(Shape& shape, std::uint64_t begin, std::size_t length) {
    if (shape.fields < m_options.columns) {
        m_begin[shape.fields] = begin;
        m_length[shape.fields] = static_cast<std::uint32_t>(length);
    } else if (length > 0) {
        shape.more_has_text = true;
    }
    ++shape.fields;
}

std::size_t CsvBlockScanner::read_plain(std::size_t at, Shape& shape) {
    const auto begin = at;
    while (at < m_text.size() && !m_special[static_cast<unsigned char>(m_text[at])]) ++at;
    store(shape, begin, at - begin);
    return at;
}

/// A quoted field with doubled quotes, or with text after its closing quote, is the only kind that is copied.
void CsvBlockScanner::store_unquoted(CsvBlock& block, Shape& shape, std::string_view raw) {
    const auto begin = block.extra.size();
    bool inside = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '"') {
            block.extra += raw[i];
        } else if (inside && i + 1 < raw.size() && raw[i + 1] == '"') {
            block.extra += raw[i++];
        } else if (i == 0 || inside) {
            inside = !inside;
        } else {
            block.extra += raw[i];
        }
    }
    if (shape.fields < m_options.columns) m_extra_columns.push_back(shape.fields);
    store(shape, begin, block.extra.size() - begin);
}

std::size_t CsvBlockScanner::read_quoted(CsvBlock& block, std::size_t at, Shape& shape) {
    const auto open = at;
    bool doubled = false;
    for (++at;; ++at) {
        const auto* quote = static_cast<const char*>(std::memchr(m_text.data() + at, '"', m_text.size() - at));
        if (quote == nullptr) {
            shape.closed = false;
            at = m_text.size();
            break;
        }
        at = static_cast<std::size_t>(quote - m_text.data()) + 1;
        if (at >= m_text.size() || m_text[at] != '"') break;
        doubled = true;
    }
    const auto inner = m_text.substr(open + 1, at - open - (shape.closed ? 2 : 1));
    for (std::size_t i = 0; i < inner.size(); ++i)
        if (inner[i] == '\n' || (inner[i] == '\r' && (i + 1 >= inner.size() || inner[i + 1] != '\n'))) ++shape.lines;
    const auto close = at;
    while (at < m_text.size() && !m_special[static_cast<unsigned char>(m_text[at])]) ++at;
    shape.odd_quotes = shape.odd_quotes || at > close;
    if (doubled || at > close)
        store_unquoted(block, shape, m_text.substr(open, at - open));
    else
        store(shape, open + 1, inner.size());
    return at;
}

CsvBlockScanner::Shape CsvBlockScanner::read_record(CsvBlock& block, std::size_t at) {
    Shape shape;
    shape.begin = at;
    while (true) {
        const bool quoted = at < m_text.size() && m_text[at] == '"';
        at = quoted ? read_quoted(block, at, shape) : read_plain(at, shape);
        if (at >= m_text.size() || m_text[at] != m_options.delimiter) break;
        ++at;
    }
    shape.end = at;
    if (at < m_text.size()) at += m_text[at] == '\r' && at + 1 < m_text.size() && m_text[at + 1] == '\n' ? 2 : 1;
    shape.next = at;
    return shape;
}

bool CsvBlockScanner::fits(const Shape& shape) const {
    if (!shape.closed) return false;
    if (shape.fields == m_options.columns) return true;
    return shape.fields > m_options.columns && shape.fields <= m_options.columns + m_options.trailing_allowed &&
           !shape.more_has_text;
}

bool CsvBlockScanner::is_blank(const Shape& shape) const {
    return shape.fields == 1 &&
           (shape.end == shape.begin || trimmed(m_text.substr(shape.begin, shape.end - shape.begin)).empty());
}

/// "Summa;;5 st;;;": a total word in the first cell with text and at most half of the cells filled.
bool CsvBlockScanner::is_total(const Shape& shape) const {
    const auto first = m_text[shape.begin];
    if (is_digit(first) || m_options.columns < 2) return false;
    const auto stored = std::min(shape.fields, m_options.columns);
    if (std::find(m_extra_columns.begin(), m_extra_columns.end(), 0U) != m_extra_columns.end()) return false;
    std::size_t filled = 0, first_filled = stored;
    for (std::size_t c = 0; c < stored; ++c) {
        if (m_length[c] == 0) continue;
        if (first_filled == stored) {
            const auto initial = m_text[m_begin[c] < m_text.size() ? m_begin[c] : shape.begin];
            if (is_digit(initial)) return false;
            first_filled = c;
        }
        ++filled;
    }
    if (first_filled == stored || filled > std::max<std::size_t>(1, m_options.columns / 2)) return false;
    if (m_begin[first_filled] + m_length[first_filled] > m_text.size()) return false;
    return is_total_word(m_text.substr(m_begin[first_filled], m_length[first_filled]));
}

void CsvBlockScanner::break_row(CsvBlock& block, const Shape& shape, std::int64_t line, RowFault fault) const {
    block.broken.push_back({.line = line,
                            .begin = shape.begin,
                            .length = shape.end - shape.begin,
                            .fields = shape.fields,
                            .fault = fault});
}

void CsvBlockScanner::take_row(CsvBlock& block, const Shape& shape, std::int64_t line) {
    const auto raw = m_text.substr(shape.begin, shape.end - shape.begin);
    if (m_has_nul && raw.find('\0') != raw.npos) return break_row(block, shape, line, RowFault::nul_byte);
    if (is_total(shape)) return break_row(block, shape, line, RowFault::total);
    if (!fits(shape)) return break_row(block, shape, line, RowFault::field_count);
    if (raw.size() == m_options.header.size() && raw == m_options.header)
        return break_row(block, shape, line, RowFault::repeated_header);
    const auto row = block.first_row + block.rows++;
    m_out.line[row] = line;
    m_out.raw_begin[row] = shape.begin;
    m_out.raw_length[row] = static_cast<std::uint32_t>(raw.size());
    for (const auto column : m_extra_columns) block.extra_cells.push_back(row * m_options.columns + column);
}

std::size_t CsvBlockScanner::after_first_line(const Shape& shape) const {
    const auto end = std::min(m_text.find_first_of("\r\n", shape.begin), m_text.size());
    return end + (m_text.substr(end, 2) == "\r\n" ? 2 : end < m_text.size() ? 1 : 0);
}

bool CsvBlockScanner::second_line_fits(const Shape& shape) const {
    const auto at = after_first_line(shape);
    if (at >= m_text.size()) return false;
    const auto line = m_text.substr(at, std::min(m_text.find_first_of("\r\n", at), m_text.size()) - at);
    return sources::read_record(line, 0, m_options.delimiter).fields.size() == m_options.columns;
}

std::size_t CsvBlockScanner::set_aside_first_line(CsvBlock& block, const Shape& shape, std::int64_t line) const {
    const auto end = std::min(m_text.find_first_of("\r\n", shape.begin), m_text.size());
    block.broken.push_back({.line = line,
                            .begin = shape.begin,
                            .length = end - shape.begin,
                            .fields = shape.fields,
                            .fault = RowFault::unclosed_quote});
    return after_first_line(shape);
}

void CsvBlockScanner::scan(CsvBlock& block) {
    auto line = block.first_line;
    for (auto at = block.begin; at < block.end;) {
        choose_slot(block);
        const auto shape = read_record(block, at);
        if (shape.next > block.end) block.clean = false;
        const bool too_long = shape.end - shape.begin > m_options.max_line_bytes;
        const bool stray =
            shape.lines > 1 && (too_long || shape.odd_quotes || (!fits(shape) && second_line_fits(shape)));
        if (stray) {
            at = set_aside_first_line(block, shape, line++);
            block.clean = false;  // quotes do not pair up, so the blocks may be cut inside a field
            continue;
        }
        if (too_long) {
            block.too_long_line = line;
            return;
        }
        if (!shape.closed)
            break_row(block, shape, line, RowFault::cut_at_end);
        else if (!is_blank(shape))
            take_row(block, shape, line);
        line += shape.lines;
        at = shape.next;
    }
}

}  // namespace lykta::sources
