// A photometric file read value by value; every refusal names file and line, what was expected and what stands there.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layers/photometry.hpp"

namespace lykta::layers {

/// How values stand in the file: EULUMDAT one a line, IES parted by blanks, commas and line ends.
enum class ValueLayout { one_a_line, words };

class PhotometryText {
public:
    PhotometryText(std::string_view text, std::string file, ValueLayout layout);

    /// The next line as UTF-8, trimmed. \throws Error{bad_input} at the end of the file
    [[nodiscard]] std::string line(const std::string& expected);
    [[nodiscard]] bool at_end() const { return m_next >= m_lines.size(); }
    [[nodiscard]] std::string peek() const;  ///< the next line without taking it; empty at the end

    /// The next value. Decimal point or, one a line, comma; finite.
    [[nodiscard]] double number(const std::string& expected);
    [[nodiscard]] double number_within(double least, double most, const std::string& expected);
    [[nodiscard]] int whole(int least, int most, const std::string& expected);
    /// `count` angles that rise, within 0 … most. `name`: "C plane", "gamma angle" …
    [[nodiscard]] std::vector<double> angles(int count, double most, const std::string& name);
    /// `count` intensities, none negative, times `factor`.
    [[nodiscard]] std::vector<double> intensities(int count, double factor, const std::string& plane);

    /// Error{bad_input} about what was read last: "FILE, line 7: expected …, found '…'; cure".
    [[noreturn]] void refuse(const std::string& expected, const std::string& cure) const;
    /// The same about the file as a whole.
    [[noreturn]] void refuse_file(const std::string& what) const;
    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    [[nodiscard]] std::string_view take(const std::string& expected);
    [[noreturn]] void refuse_end(const std::string& expected) const;
    std::string m_file;
    ValueLayout m_layout;
    std::vector<std::string_view> m_lines;
    std::size_t m_next = 0;      ///< line to be read next
    std::string_view m_rest;     ///< words of the current line not yet taken
    std::string_view m_current;  ///< value read last
};

/// Checks what only the whole table shows: light at all (else refused), and an output ratio that can be (else noted).
void check_table(const PhotometryText& text, Photometry& photometry);

}  // namespace lykta::layers
