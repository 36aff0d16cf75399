// Cairo's small tools: colours, and text in the embedded fonts, measured and set the same on every machine. Only the
// folder page includes it.
#pragma once
#include <cairo.h>

#include <string>
#include <string_view>
#include <vector>

#include "viewer/map/colour.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

enum class Weight : std::uint8_t { regular, strong };
/// `size` in page pixels (1/96 inch).
struct TextStyle {
    double size = 9;
    Weight weight = Weight::regular;
    Rgba colour{30, 30, 34, 255};
};
constexpr double line_height = 1.32, cap_height = 0.727;  ///< times the size; Inter's capitals

void set_colour(cairo_t* ink, Rgba colour, double opacity = 1);
[[nodiscard]] double text_width(std::string_view text, const TextStyle& style);
/// Lines no wider than `width`, broken at blanks; a word that is wider than a line is broken where it must.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, const TextStyle& style, double width);
/// \param at  where the text's baseline starts
void show_text(cairo_t* ink, Pixel at, const std::string& text, const TextStyle& style);
/// The text's outline drawn `width` wide, for what stands on a map.
void show_halo(cairo_t* ink, Pixel at, const std::string& text, const TextStyle& style, double width);

}  // namespace lykta::viewer
