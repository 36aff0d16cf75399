// Small parts several panels share, over those of look.hpp: texts that wrap, buttons whose id stays when the language
// changes, fields for text and money, and bars for scores and ranks.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "places/places.hpp"
#include "viewer/panels/look.hpp"
#include "viewer/state/commands.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

// Texts. None is ever read as a format.
void note(const std::string& text);                        ///< small and faint; nothing where it is empty
void paragraph(const std::string& text);                   ///< wrapped
void coloured_text(const std::string& text, Rgba colour);  ///< wrapped
void bullet_lines(const std::vector<std::string>& lines);  ///< a wrapped line each, with a dot
void tip(const std::string& text);                         ///< shown while the last item is pointed at
/// The text, or as much of it as fits in `width` pixels with "…" after it.
[[nodiscard]] std::string shortened(const std::string& text, float width);
void small_line(const std::string& text);  ///< faint, one line, shortened to the cell
/// One over the other, the lower one small, both shortened to the cell: rows of one height.
void two_lines(const std::string& above, const std::string& below);

// Things to press. `id` is the same in every language; tests and keys find the part by it.
enum class Opens : std::uint8_t { at_once, on_click };
[[nodiscard]] std::string labelled(const std::string& label, std::string_view id);  ///< "Spara###save"
[[nodiscard]] bool section(const std::string& title, std::string_view id, Opens opens = Opens::at_once);
[[nodiscard]] bool press(const std::string& label, std::string_view id);
[[nodiscard]] bool link(const std::string& text, std::string_view id);  ///< text that can be pressed, wrapped
/// Keeps the next item on the line when `width` pixels are left there.
void same_line_if_fits(float width);
void same_line_at(float x);  ///< goes on at x of the window, inside a group or a table too
[[nodiscard]] float width_of_press(const std::string& label);

// Fields.
/// What is being typed and nobody has asked for yet: the window's business, not the state's. Starts as `first`.
[[nodiscard]] std::string& draft(std::string_view id, const std::string& first = {});
enum class Typed : std::uint8_t { nothing, changed, entered };
[[nodiscard]] Typed text_field(std::string_view id, const std::string& hint, std::string& text);
/// A sum as people write it: "1 250 000", "1,5 mkr", "500 tkr", "SEK 1,250,000". Empty: not a sum, or below 0.
/// \correctness  tests/viewer/panels/measures_panel_test.cpp: by hand in both languages; what money_text writes is read
/// back
[[nodiscard]] std::optional<double> money_from(std::string_view text);

// Bars, drawn at the cursor; each takes `size` of the line.
/// The score as a bar of its terms on 0–100, each with its letter where there is room.
void score_bar(const places::RankedPlace& place, ImVec2 size);
struct RankRange {
    double low = 0, high = 0, rank = 0, last = 1;  ///< last: the scale's end
};
void rank_range_bar(const RankRange& range, ImVec2 size);

/// What a panel says when nothing is open. \returns true when it said so
[[nodiscard]] bool nothing_open(const ViewerState& state);
/// "3. Storgatan vid Stationen"
[[nodiscard]] std::string numbered_name(const places::RankedPlace& place);

}  // namespace lykta::viewer
