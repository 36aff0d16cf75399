// The columns of a place: one list that places.csv, places.geojson and the GeoPackage all write, so that they say the
// same thing, hide the same figures and use the same machine names.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// What a cell holds. monostate: undefined, or hidden at the public level.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;
enum class CellKind { integer, real, text };

struct PlaceColumn {
    std::string name;   ///< machine name, "rate_ha_year"
    std::string title;  ///< in the user's language, without unit
    std::string unit;   ///< in the user's language, empty when none
    CellKind kind = CellKind::text;
    int decimals = 0;  ///< of a real number in places.csv
    std::function<Cell(const RunResult&, const places::RankedPlace&)> value;
    [[nodiscard]] std::string header() const { return unit.empty() ? title : title + " (" + unit + ")"; }
};

/// In the order they are written.
[[nodiscard]] std::vector<PlaceColumn> place_columns();

/// Points of one term, empty where the term is not in this run.
[[nodiscard]] std::optional<double> points_of(const places::RankedPlace& place, places::Term term);

}  // namespace lykta::outputs
