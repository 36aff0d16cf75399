// Parts of a period: calendar months, quarters and years, the one after another.
#pragma once
#include <optional>

#include "core/time.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// The day so many months on; the 31st becomes the month's last day.
[[nodiscard]] std::int64_t months_later(std::int64_t day, int months);
/// The calendar month, quarter or year that holds the day, cut by `whole`.
[[nodiscard]] Period calendar_part(PlayStep step, std::int64_t day, const Period& whole);
/// What both hold; empty where they share no day.
[[nodiscard]] std::optional<Period> common_part(const Period& a, const Period& b);
/// The part `by` steps on. A calendar part goes to the next one; any other span is moved by as many months.
/// Empty past the ends of `whole`.
[[nodiscard]] std::optional<Period> moved_part(const Period& part, PlayStep step, int by, const Period& whole);

}  // namespace lykta::viewer
