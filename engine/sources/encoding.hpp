// From the bytes of a text file to UTF-8: byte order marks, UTF-16, eight-bit code pages, and files pasted together
// from two encodings, decided line by line.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::sources {

/// Eight-bit code pages met in Swedish files: Excel and Windows, DOS programs, old Macintosh.
enum class CodePage { windows_1252, cp850, mac_roman };
[[nodiscard]] const char* code_page_name(CodePage page);                ///< "Windows-1252"
[[nodiscard]] char32_t decode_byte(CodePage page, unsigned char byte);  ///< U+FFFD where the page has no letter

/// The page whose Swedish letters occur most among the bytes above 127; Windows-1252 unless another clearly wins.
[[nodiscard]] CodePage guess_code_page(std::string_view bytes);
[[nodiscard]] std::string to_utf8(std::string_view bytes, CodePage page);

/// One cell of unknown encoding: kept when it is UTF-8, else read in `page`.
[[nodiscard]] std::string cell_to_utf8(std::string_view bytes, CodePage page);

/// A whole file as UTF-8.
struct DecodedText {
    std::string text;      ///< without byte order mark
    std::string encoding;  ///< as FormatFound::encoding words it: "UTF-8 with BOM", "Windows-1252 (guessed)" …
    bool guessed = false;
    std::vector<std::int64_t> other_lines;  ///< lines (1 = first) in another encoding than the rest, at most 1,000
    std::int64_t other_line_count = 0;
    bool has_replaced = false;        ///< some bytes meant nothing and became U+FFFD
    bool ends_inside_letter = false;  ///< the last byte sequence is cut
};

/// \param stated  "UTF-8", "Windows-1252", "UTF-16" …; empty: detect
/// \throws Error{bad_option} for an encoding that is not known, Error{cannot_read} for UTF-32 (named)
[[nodiscard]] DecodedText decode_text(std::string bytes, const std::string& stated, const std::string& file);

}  // namespace lykta::sources
