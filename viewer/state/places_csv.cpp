// Rows of chosen places, through the columns every place file has.
#include "viewer/state/places_csv.hpp"

#include <fmt/format.h>

#include "outputs/place_columns.hpp"
#include "outputs/privacy.hpp"
#include "outputs/text.hpp"

namespace lykta::viewer {
namespace {

std::string cell_text(const outputs::PlaceColumn& column, const outputs::RunResult& result,
                      const places::RankedPlace& place) {
    const outputs::Cell cell = column.value(result, place);
    if (const auto* text = std::get_if<std::string>(&cell)) return outputs::csv_field(*text, ';');
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
    if (const auto* real = std::get_if<double>(&cell))
        return outputs::csv_number(*real, column.decimals, result.language);
    const bool is_count = column.name == "incidents" && outputs::is_hidden(result, place.facts.incidents);
    return is_count ? outputs::count_text(result, place.facts.incidents) : "";
}

}  // namespace

std::string places_csv(const outputs::RunResult& result, std::span<const std::size_t> places) {
    const auto columns = outputs::place_columns();
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < columns.size(); ++i)
        out += (i ? ";" : "") + outputs::csv_field(columns[i].header(), ';');
    out += "\r\n";
    for (const std::size_t place : places) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            out += (i ? ";" : "") + cell_text(columns[i], result, result.places[place]);
        out += "\r\n";
    }
    return out;
}

}  // namespace lykta::viewer
