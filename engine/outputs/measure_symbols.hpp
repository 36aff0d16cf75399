// Symbols of measures on maps: one shape and one colour a kind, so that colour is never the only carrier.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.hpp"
#include "measures/plan.hpp"
#include "outputs/measure_words.hpp"

namespace lykta::outputs {

/// A kind's symbol round a point of the page, `size` pixels wide.
[[nodiscard]] std::string kind_symbol(MeasureKind kind, Point at, double size);
/// Triangle: repaired. Diamond: new luminaire. Circle with a cross: new lamp.
[[nodiscard]] std::string lamp_symbol(measures::LampWork work, Point at, double size);
/// A camera at a point of the page, looking along `heading` (anticlockwise from the page's right).
[[nodiscard]] std::string camera_symbol(Point at, double heading_degrees, double size);

/// An entry of a legend: a picture of 30 × 18 pixels and what it stands for.
[[nodiscard]] std::string legend_entry(std::string_view picture, std::string_view text);
[[nodiscard]] std::string legend_of(const std::vector<std::string>& entries);

}  // namespace lykta::outputs
