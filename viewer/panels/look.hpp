// How the window looks: fonts, colours, spacing, and the small parts every panel is made of.
#pragma once
#include <string>
#include <vector>

#include <imgui.h>

#include "statistics/empirical_bayes.hpp"
#include "viewer/map/colour.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

enum class Face : std::uint8_t { body, strong, small, title };

/// Puts the embedded fonts at this scale into the current ImGui context and sets its style. Call before a frame. When
/// the scale is new the atlas is built anew and its TexID is null: whoever draws it uploads the texture again.
void set_look(double scale, bool night);
[[nodiscard]] ImFont* font_of(Face face);
[[nodiscard]] double look_scale();                         ///< 1.0: body text on lines of 16 px
[[nodiscard]] ImU32 colour_of(Rgba colour);

/// Colours of the window's own parts, by day and by night.
struct WindowColours {
    Rgba paper, panel, ink, faint, line, accent, good, bad, warning;
};
[[nodiscard]] const WindowColours& window_colours();

// Parts. Texts are wrapped unless said otherwise; nothing is cut.
void heading(const std::string& text);
void faint_text(const std::string& text);                  ///< small, wrapped
void fact(const std::string& title, const std::string& value);  ///< title left, value right, both wrapped
void badge(const std::string& text, Rgba colour);
/// A bar from 0 to 1 with an interval drawn as a whisker; the text stands right of it.
struct BarOptions {
    double value = 0, low = 0, high = 0;  ///< shares of the bar's length; low == high: no whisker
    Rgba colour;
    float width = 0;                      ///< 0: what is left of the line
    float height = 0;                     ///< 0: the text's
};
void interval_bar(const BarOptions& options);
/// A plain column chart with its largest value written; `labels` under every n-th column.
struct ColumnChart {
    std::vector<double> values;
    std::vector<std::string> labels;
    std::string unit;
    float height = 60;
    Rgba colour;
};
void column_chart(const ColumnChart& chart);
/// A class as the legend draws it: patch, line or symbol, 22 × 14 px at 100 %.
void legend_swatch(const LayerClass& group, bool night, bool is_line, bool is_area);
[[nodiscard]] bool tool_button(const char* id, const std::string& label, const std::string& tip, bool is_on);
/// Symbols drawn by hand, so that no icon font is needed. `size` across, pixels.
void draw_symbol(ImDrawList* list, Symbol symbol, ImVec2 at, float size, ImU32 fill, ImU32 edge, float turn = 0);

}  // namespace lykta::viewer
