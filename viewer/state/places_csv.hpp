// Chosen places as a table for spreadsheets: the same columns, the same figures hidden, as in places.csv.
#pragma once
#include <span>
#include <string>

#include "outputs/run_result.hpp"

namespace lykta::viewer {

/// UTF-8 with the mark a Swedish Excel knows it by, semicolons between. \param places  indices, in the order wanted
[[nodiscard]] std::string places_csv(const outputs::RunResult& result, std::span<const std::size_t> places);

}  // namespace lykta::viewer
