// Finding out how a CSV file is written: its separator, where its header stands, its decimal sign.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sources/csv_scan.hpp"

namespace lykta::sources {

/// What the first lines of the file say.
struct CsvForm {
    char delimiter = ';';
    std::vector<std::string> names;  ///< trimmed; trailing unnamed and empty columns left out; none: no table there
    std::size_t trailing_allowed = 1;
    std::string header;                   ///< the header line verbatim
    std::int64_t header_line = 1;         ///< 1 = first line of the file
    std::size_t data_begin = 0;           ///< first byte after the header
    std::int64_t data_line = 2;           ///< its line
    bool names_look_like_values = false;  ///< the header holds numbers or times: the file probably has none
};

/// \param stated  separator the user named ("tab" for a tab); empty: the one of ; , tab | that gives the most even
/// table \pre text is UTF-8 without byte order mark and holds at least one line that is not blank
[[nodiscard]] CsvForm find_form(std::string_view text, const std::string& stated);

[[nodiscard]] std::string delimiter_name(char delimiter);  ///< ";" "," "tab" "|"

}  // namespace lykta::sources
