// The mouse over the map.
#include "viewer/app/input.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/map_sides.hpp"
#include "viewer/state/picking.hpp"

namespace lykta::viewer {
namespace {

constexpr double click_slack = 4;    ///< pixels a hand trembles while it clicks
constexpr double wheel_step = 0.25;  ///< logarithm of the zoom of one notch
constexpr double zoom_speed = 16;    ///< per second: four fifths of a zoom is done after a tenth

/// Where the pointer is in the picture it stands over; of two studies beside each other both have the same pixels.
Pixel in_map(const ViewerState& state) {
    const Point mouse{static_cast<double>(ImGui::GetIO().MousePos.x), static_cast<double>(ImGui::GetIO().MousePos.y)};
    Pixel origin{state.layout.map.min_x, state.layout.map.min_y};
    for (const auto& side : map_sides(state))
        if (side.clip.contains(mouse)) origin = side.origin;
    return {mouse.x - origin.x, mouse.y - origin.y};
}

bool is_over_map(const ViewerState& state) {
    const auto& io = ImGui::GetIO();
    return state.project && !io.WantCaptureMouse && ImGui::IsMousePosValid() &&
           state.layout.map.contains({static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y)});
}

double angle_round_middle(const ViewerState& state, Pixel at) {
    return std::atan2(-(at.y - state.view.height / 2), at.x - state.view.width / 2);
}

bool can_drag_items(const ViewerState& state) {
    return state.tool == Tool::look || state.tool == Tool::move;
}

}  // namespace

void MapInput::read(const ViewerState& state, Commands& commands) {
    read_keys(state, commands);
    read_mouse(state, commands);
    go_on_zooming(commands);
}

void MapInput::read_mouse(const ViewerState& state, Commands& commands) {
    const bool is_over = is_over_map(state);
    const Pixel at = in_map(state);
    const auto& io = ImGui::GetIO();
    if (m_press != Press::none) {
        follow_press(state, commands, at);
        if (!io.MouseDown[m_button]) end_press(state, commands, at);
    } else if (is_over) {
        for (int button = 0; button < 3; ++button)
            if (ImGui::IsMouseClicked(button)) {
                m_button = button;
                m_is_double = ImGui::IsMouseDoubleClicked(button);
                begin_press(state, at);
                break;
            }
        read_wheel(state, commands, at);
    }
    const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
    if (is_over && moved) commands.emit(command::PointerAt{state.view.to_world(at)});
    if (!is_over && m_press == Press::none && state.pointer && moved) commands.emit(command::PointerAt{std::nullopt});
}

void MapInput::begin_press(const ViewerState& state, Pixel at) {
    m_from = m_last = at;
    m_item.reset();
    if (m_button == 1 || (m_button == 0 && ImGui::GetIO().KeyCtrl)) {
        m_press = Press::turning;
        return;
    }
    if (m_button == 0 && can_drag_items(state)) m_item = scenario_item_at(state, state.view.to_world(at));
    m_press = m_button == 2 ? Press::panning : Press::waiting;
}

void MapInput::follow_press(const ViewerState& state, Commands& commands, Pixel at) {
    if (m_press == Press::waiting && std::hypot(at.x - m_from.x, at.y - m_from.y) > click_slack)
        m_press = m_item ? Press::dragging_item : Press::panning;
    if (at.x == m_last.x && at.y == m_last.y) return;
    if (m_press == Press::panning) commands.emit(command::Drag{at.x - m_last.x, at.y - m_last.y});
    if (m_press == Press::dragging_item) commands.emit(command::DragItem{*m_item, state.view.to_world(at), false});
    if (m_press == Press::turning)
        commands.emit(command::Turn{
            std::remainder(angle_round_middle(state, at) - angle_round_middle(state, m_last), 6.283185307179586),
            {state.view.width / 2, state.view.height / 2}});
    if (m_press != Press::waiting) m_last = at;
}

void MapInput::end_press(const ViewerState& state, Commands& commands, Pixel at) {
    if (m_press == Press::dragging_item) commands.emit(command::DragItem{*m_item, state.view.to_world(at), true});
    if (m_press == Press::waiting && m_button == 0) {
        const bool zooms = m_is_double && state.tool == Tool::look;
        if (zooms) {
            m_zoom_left += std::log(2.0);
            m_zoom_at = at;
        } else {
            commands.emit(command::Click{state.view.to_world(at), m_is_double});
        }
    }
    m_press = Press::none;
}

void MapInput::read_wheel(const ViewerState& state, Commands& commands, Pixel at) {
    const auto& io = ImGui::GetIO();
    const double notches = static_cast<double>(io.MouseWheel);
    if (notches == 0) return;
    if (io.KeyShift) {
        commands.emit(command::Turn{notches * 0.0872664626,  // 5 degrees
                                    {state.view.width / 2, state.view.height / 2}});
        return;
    }
    // A pinch comes as the wheel with Ctrl held, in many small steps.
    m_zoom_left += notches * wheel_step * (io.KeyCtrl ? 0.5 : 1.0);
    m_zoom_at = at;
}

void MapInput::go_on_zooming(Commands& commands) {
    if (m_zoom_left == 0) return;
    const double seconds = std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 1.0 / 30);  // no leap after a rest
    const double share = 1 - std::exp(-zoom_speed * seconds);
    const double now = std::abs(m_zoom_left) < 0.004 ? m_zoom_left : m_zoom_left * share;
    m_zoom_left -= now;
    commands.emit(command::Zoom{std::exp(now), m_zoom_at});
}

}  // namespace lykta::viewer
