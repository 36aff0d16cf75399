// Mouse and keys over the map, read from Dear ImGui and turned into commands. What a panel wants stays with the panel.
#pragma once
#include <optional>

#include "viewer/state/commands.hpp"

namespace lykta::viewer {

/// Tells Dear ImGui which of the window's keys are which. \pre a context is current
void set_key_map();

/// Remembers a press until it is let go, and the rest of a smooth zoom.
class MapInput {
public:
    /// Once a frame, between NewFrame and the panels.
    void read(const ViewerState& state, Commands& commands);
    /// True while something moves by itself: another frame is wanted without any event.
    [[nodiscard]] bool is_moving() const { return m_zoom_left != 0; }

private:
    enum class Press : std::uint8_t { none, waiting, panning, turning, dragging_item };
    void read_mouse(const ViewerState& state, Commands& commands);
    void begin_press(const ViewerState& state, Pixel at);
    void follow_press(const ViewerState& state, Commands& commands, Pixel at);
    void end_press(const ViewerState& state, Commands& commands, Pixel at);
    void read_wheel(const ViewerState& state, Commands& commands, Pixel at);
    void go_on_zooming(Commands& commands);

    Press m_press = Press::none;
    int m_button = 0;
    bool m_is_double = false;
    Pixel m_from, m_last;                 ///< in the map
    std::optional<std::uint32_t> m_item;  ///< of the scenario, under the press
    double m_zoom_left = 0;               ///< logarithm of the factor still to come
    Pixel m_zoom_at;
};

/// Keys that mean something wherever one is. Texts being typed keep theirs.
void read_keys(const ViewerState& state, Commands& commands);

}  // namespace lykta::viewer
