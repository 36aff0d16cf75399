// The text files of the town: incidents of two sources with the dirt such files have, and inspections.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "incidents.hpp"

namespace exempelstad {

/// A CSV file as bytes, and how many rows of each kind of dirt it holds.
struct DirtyCsv {
    std::string bytes;
    int rows = 0;
    std::map<std::string, int> dirt;
};

[[nodiscard]] DirtyCsv embrace_csv(const std::vector<Event>& events);  ///< UTF-8 with BOM, ';', decimal comma, CRLF
[[nodiscard]] DirtyCsv police_csv(const std::vector<Event>& events);   ///< Windows-1252, ';', whole metres, CRLF

/// 300 houses × 15 items of a trygghetsbesiktning. UTF-8, ';', decimal comma.
[[nodiscard]] std::string inspections_csv(const Town& town);

[[nodiscard]] std::string windows_1252(std::string_view utf8);  ///< Swedish letters and Latin-1 only
[[nodiscard]] std::string decimal_comma(double value, int decimals);

}  // namespace exempelstad
