// A photometric file read value by value.
#include "layers/photometry_text.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/text.hpp"
#include "sources/encoding.hpp"

namespace lykta::layers {

namespace {

constexpr std::string_view word_breaks = " \t,;";

std::vector<std::string_view> lines_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
    }
    while (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
    return lines;
}

/// A finite number, all of the text. The comma is a decimal sign: one value stands alone here.
std::optional<double> finite_number(std::string_view text) {
    std::string plain(text.starts_with('+') ? text.substr(1) : text);
    for (char& c : plain) c = c == ',' ? '.' : c;
    double value = 0.0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value)) return {};
    return value;
}

std::string as_utf8(std::string_view bytes) {
    return sources::cell_to_utf8(bytes, sources::CodePage::windows_1252);
}

}  // namespace

PhotometryText::PhotometryText(std::string_view text, std::string file, ValueLayout layout)
    : m_file(std::move(file)), m_layout(layout), m_lines(lines_of(text)) {
    if (m_lines.empty()) refuse_file(tr("the file is empty; get it from the manufacturer again"));
    if (text.find('\0') != std::string_view::npos) {
        refuse_file(tr("not a text file; export EULUMDAT or IES as text from the light planning program"));
    }
}

void PhotometryText::refuse_file(const std::string& what) const {
    throw Error{ErrorCode::bad_input, say("{}: {}", m_file, what)};
}

void PhotometryText::refuse(const std::string& expected, const std::string& cure) const {
    throw Error{ErrorCode::bad_input, say("{}, line {}: expected {}, found '{}'; {}", m_file, m_next, expected,
                                          shown(as_utf8(m_current)), cure)};
}

void PhotometryText::refuse_end(const std::string& expected) const {
    throw Error{ErrorCode::bad_input,
                say("{}: ends after line {}, where {} was expected; the file is cut short, get it again", m_file,
                    m_lines.size(), expected)};
}

std::string PhotometryText::line(const std::string& expected) {
    if (at_end()) refuse_end(expected);
    m_current = trimmed(m_lines[m_next++]);
    m_rest = {};
    return as_utf8(m_current);
}

std::string PhotometryText::peek() const {
    return at_end() ? std::string{} : as_utf8(trimmed(m_lines[m_next]));
}

std::string_view PhotometryText::take(const std::string& expected) {
    if (m_layout == ValueLayout::one_a_line) {
        if (at_end()) refuse_end(expected);
        return m_current = trimmed(m_lines[m_next++]);
    }
    for (;;) {
        const auto start = m_rest.find_first_not_of(word_breaks);
        if (start != std::string_view::npos) {
            m_rest.remove_prefix(start);
            m_current = m_rest.substr(0, m_rest.find_first_of(word_breaks));
            m_rest.remove_prefix(m_current.size());
            return m_current;
        }
        if (at_end()) refuse_end(expected);
        m_rest = m_lines[m_next++];
    }
}

double PhotometryText::number(const std::string& expected) {
    const auto value = finite_number(take(expected));
    if (!value) refuse(expected, tr("write a number there, or get the file again"));
    return *value;
}

double PhotometryText::number_within(double least, double most, const std::string& expected) {
    const double value = number(expected);
    if (value < least || value > most) refuse(expected, tr("correct the number, or get the file again"));
    return value;
}

int PhotometryText::whole(int least, int most, const std::string& expected) {
    const double value = number(expected);
    if (value != std::floor(value) || value < least || value > most) {
        refuse(expected, say("a whole number from {} to {} belongs there", least, most));
    }
    return static_cast<int>(value);
}

std::vector<double> PhotometryText::angles(int count, double most, const std::string& name) {
    std::vector<double> found;
    for (int i = 0; i < count; ++i) {
        const auto expected = say("{} {} of {} in degrees", name, i + 1, count);
        const double angle = number(expected);
        if (angle < 0.0 || angle > most) refuse(expected, say("angles lie between 0 and {} degrees here", most));
        if (!found.empty() && !(angle > found.back())) {
            refuse(expected,
                   say("angles must rise, the one before is {}; a line may be missing or doubled above", found.back()));
        }
        found.push_back(angle);
    }
    return found;
}

std::vector<double> PhotometryText::intensities(int count, double factor, const std::string& plane) {
    std::vector<double> found;
    for (int i = 0; i < count; ++i) {
        const auto expected = say("intensity {} of {} of {}", i + 1, count, plane);
        const double value = number(expected);
        if (value < 0.0) refuse(expected, tr("an intensity cannot be below 0; get the file again"));
        found.push_back(value * factor);
    }
    return found;
}

void check_table(const PhotometryText& text, Photometry& photometry) {
    constexpr double least_ratio = 0.1, most_ratio = 1.05;  // dark covers 0.2; rounding and measuring lift 1 a little
    const double ratio = flux_of(photometry.table) / 1000.0;
    if (!(ratio > 0.0)) text.refuse_file(tr("all intensities are 0; a luminaire without light is no luminaire"));
    if (ratio >= least_ratio && ratio <= most_ratio) return;
    photometry.notes.push_back(
        say("{}: the intensities add up to {} of the flux of its lamps, which cannot be right; is the flux in the file "
            "that of the luminaire, or are the intensities candela instead of candela per kilolumen?",
            text.file(), percent_text(ratio)));
}

}  // namespace lykta::layers
