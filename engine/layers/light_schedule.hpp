// Dimming and switch-off as registers write them: "50 % 23:00–05:00", "släckt 00-05", "23.00-05.00".
#pragma once
#include <optional>
#include <string_view>

#include "layers/layers.hpp"

namespace lykta::layers {

/// Spans of hours with the share of light left in them. A percentage is what is left ("dimmas till 50 %"); after "med"
/// or "by" it is what is taken away. "släckt", "off" is 0. One level counts for all spans, several go with the spans in
/// turn. No spans ("nej", "100 %"): full light all night.
///
/// \param level  share for spans that have none of their own: the level column, or 0 where the column is one of
/// switch-off hours; empty: such a text cannot be read
/// \return empty where anything in the text is not understood (weekdays, seasons, "astro"): half a schedule is wrong
[[nodiscard]] std::optional<LightSchedule> read_schedule(std::string_view text, std::optional<double> level = {});

}  // namespace lykta::layers
