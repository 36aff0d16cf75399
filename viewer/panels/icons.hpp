// Buttons with a symbol: the tools and commands of the window's edges, drawn with lines. Each has a name that is shown
// when it is pointed at, and a place in the order of the keyboard.
#pragma once
#include <cstdint>
#include <string>

#include "viewer/panels/look.hpp"

namespace lykta::viewer {

enum class Icon : std::uint8_t {
    open,
    recent,
    look,
    eye,
    length,
    area,
    night,
    day,
    compare,
    time,
    undo,
    redo,
    page,
    help,
    text_size,
    search,
    close,
    play,
    pause,
    back,
    forward,
    folder,
    file,
    up,
    left_side,
    right_side,
    north,
    expand,
    collapse,
    add,
    less,
};
void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour);

struct IconButton {
    const char* id = "";  ///< "##night": what tests and the keyboard's memory know it by
    Icon icon = Icon::open;
    std::string name;  ///< what it does and its key: "Night view (F2)"
    bool is_on = false, is_enabled = true;
    float size = 32;  ///< across, pixels at 100 %
};
[[nodiscard]] bool icon_button(const IconButton& button);

}  // namespace lykta::viewer
