#include "viewer/app/player.hpp"

#include <chrono>
#include <cmath>
#include <iostream>
#include <thread>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "viewer/app/script_check.hpp"

namespace lykta::viewer {
namespace {

constexpr int still_frames = 4;  ///< so many frames without news count as still
constexpr double longest_wait_s = 300;
constexpr double tick_s = 0.1;  ///< time between two frames as the controller sees it: a script does not hurry

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Where no anchor was given, the middle of the map.
Pixel anchor_in(const ViewerState& state, Pixel at) {
    return std::isnan(at.x) ? Pixel{state.view.width / 2, state.view.height / 2} : at;
}

Command shifted(const ViewerState& state, const script_step::Shift& shift) {
    for (const auto& item : state.scenario.history.now().items)
        if (item.id == shift.item)
            return command::DragItem{shift.item, {item.at.x + shift.dx, item.at.y + shift.dy}, true};
    throw Error{ErrorCode::bad_option, say("the scenario has no item {}", shift.item)};
}

/// The command of a step that needs the state to become one.
std::optional<Command> command_of(const ScriptStep& step, const ViewerState& state) {
    if (const auto* command = std::get_if<Command>(&step)) {
        if (const auto* zoom = std::get_if<command::Zoom>(command))
            return command::Zoom{zoom->factor, anchor_in(state, zoom->anchor)};
        if (const auto* turn = std::get_if<command::Turn>(command))
            return command::Turn{turn->radians, anchor_in(state, turn->anchor)};
        return *command;
    }
    if (const auto* look = std::get_if<script_step::Look>(&step)) {
        auto view = state.view;
        view.centre = look->centre;
        view.metres_per_pixel = look->metres_per_pixel;
        return command::SetView{view};
    }
    if (const auto* shift = std::get_if<script_step::Shift>(&step)) return shifted(state, *shift);
    if (const auto* page = std::get_if<script_step::Page>(&step)) {
        auto options = state.page;
        options.paper = page->paper;
        if (page->dots_per_inch > 0) options.dots_per_inch = page->dots_per_inch;
        return command::SetPage{options};
    }
    return std::nullopt;
}

void write_picture(Viewer& viewer, const std::filesystem::path& file) {
    std::error_code exists_already;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), exists_already);
    write_png(viewer.frame().picture(), file.string());
}

}  // namespace

Player::Player(const std::filesystem::path& script)
    : m_name(script.filename().string()), m_lines(parse_script(read_file(script), m_name)) {}

/// Drawn often enough with nothing running and nothing new.
bool Player::is_still(Viewer& viewer) {
    const double now = seconds_now();
    if (!m_waiting_since) m_waiting_since = now, m_still_frames = 0;
    if (now - *m_waiting_since > longest_wait_s)
        throw Error{ErrorCode::internal,
                    say("{}, line {}: waited for five minutes and work still goes on.", m_name, m_lines[m_next].line)};
    m_still_frames = viewer.is_busy() || viewer.frame().is_moving() ? 0 : m_still_frames + 1;
    if (m_still_frames < still_frames) return false;
    m_waiting_since.reset();
    return true;
}

void Player::check(const ViewerState& state, const script_step::Check& wanted) {
    const auto found = state_value(state, wanted.what);
    if (holds(found, wanted)) return;
    std::cerr << say("{}, line {}: {} should be {} {}, but is {}.", m_name, m_lines[m_next].line, wanted.what,
                     wanted.is, wanted.value, found.empty() ? tr("empty") : found)
              << '\n';
    m_has_failed = true;
    m_next = m_lines.size() - 1;  // the rest would build on what is not so
}

bool Player::step(Viewer& viewer) {
    if (is_done()) return false;
    const auto& step = m_lines[m_next].step;
    using namespace script_step;
    const bool waits = std::holds_alternative<Wait>(step) || std::holds_alternative<TakePicture>(step);
    if (waits && !is_still(viewer)) return true;
    if (const auto command = command_of(step, viewer.state())) viewer.apply(*command);
    if (const auto* size = std::get_if<Size>(&step)) m_size = *size;
    if (const auto* picture = std::get_if<TakePicture>(&step)) write_picture(viewer, picture->file);
    if (const auto* wanted = std::get_if<Check>(&step)) check(viewer.state(), *wanted);
    if (const auto* print = std::get_if<Print>(&step))
        std::cout << print->what << " = " << state_value(viewer.state(), print->what) << std::endl;
    ++m_next;
    return true;
}

int run_headless(const ViewerOptions& options) {
    Player player{options.script};
    OffscreenContext context{options.width, options.height};
    Viewer viewer{options, [] {}};
    FrameSize size{.width = options.width, .height = options.height};
    double now = 0;
    while (!player.is_done() && !viewer.state().wants_to_quit) {
        if (const auto asked = player.take_size()) {
            size.width = asked->width;
            size.height = asked->height;
            context.resize(size.width, size.height);
        }
        context.bind();
        const bool only_waits = player.is_waiting() && viewer.is_busy();
        if (only_waits)
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        else
            viewer.draw(size);
        viewer.poll(now += tick_s);
        player.step(viewer);
    }
    return player.has_failed() ? 1 : 0;
}

}  // namespace lykta::viewer
