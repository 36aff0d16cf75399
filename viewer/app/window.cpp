// The window: waits for events, draws only when something changed, and is at rest otherwise.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <memory>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/app/player.hpp"
#include "viewer/app/viewer.hpp"

namespace lykta::viewer {
namespace {

constexpr int frames_after_event = 3;  ///< Dear ImGui settles hover, focus and sizes over as many

[[noreturn]] void refuse(const std::string& why) {
    throw Error{ErrorCode::bad_option,
                say("The window cannot be opened: {}. Lykta needs OpenGL 3.3: update the graphics driver, or draw with "
                    "the processor (LIBGL_ALWAYS_SOFTWARE=1 lykta-viewer); without a screen use --headless.",
                    why)};
}

std::string last_glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : tr("the system gives no reason");
}

/// GLFW and its one window, from first to last.
class Window {
public:
    explicit Window(const ViewerOptions& options) {
        if (glfwInit() != GLFW_TRUE) refuse(last_glfw_error());
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        m_window = glfwCreateWindow(options.width, options.height, "Lykta", nullptr, nullptr);
        if (m_window == nullptr) {
            const auto why = last_glfw_error();
            glfwTerminate();
            refuse(why);
        }
        glfwMakeContextCurrent(m_window);
        glfwSwapInterval(1);
    }
    ~Window() {
        glfwDestroyWindow(m_window);
        glfwTerminate();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    [[nodiscard]] GLFWwindow* get() const { return m_window; }

private:
    GLFWwindow* m_window = nullptr;
};

/// What the callbacks reach.
struct Events {
    Viewer* viewer = nullptr;
    int frames_wanted = frames_after_event;
    double pixels_per_unit = 1;  ///< pixels of the target to one of the window's own units
};

Events& events_of(GLFWwindow* window) {
    auto& events = *static_cast<Events*>(glfwGetWindowUserPointer(window));
    events.frames_wanted = frames_after_event;
    return events;
}

void read_modifiers(GLFWwindow* window) {
    auto& io = ImGui::GetIO();
    const auto down = [&](int a, int b) {
        return glfwGetKey(window, a) == GLFW_PRESS || glfwGetKey(window, b) == GLFW_PRESS;
    };
    io.KeyCtrl = down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = down(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
    io.KeySuper = down(GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER);
}

void on_key(GLFWwindow* window, int key, int, int action, int) {
    events_of(window);
    if (key >= 0 && key < IM_ARRAYSIZE(ImGui::GetIO().KeysDown) && action != GLFW_REPEAT)
        ImGui::GetIO().KeysDown[key] = action == GLFW_PRESS;
    read_modifiers(window);
}
void on_char(GLFWwindow* window, unsigned sign) {
    events_of(window);
    ImGui::GetIO().AddInputCharacter(sign);
}
void on_button(GLFWwindow* window, int button, int action, int) {
    events_of(window);
    if (button >= 0 && button < IM_ARRAYSIZE(ImGui::GetIO().MouseDown))
        ImGui::GetIO().MouseDown[button] = action == GLFW_PRESS;
    read_modifiers(window);
}
void on_wheel(GLFWwindow* window, double across, double along) {
    events_of(window);
    ImGui::GetIO().MouseWheelH += static_cast<float>(across);
    ImGui::GetIO().MouseWheel += static_cast<float>(along);
    read_modifiers(window);
}
void on_pointer(GLFWwindow* window, double x, double y) {
    const auto scale = events_of(window).pixels_per_unit;
    ImGui::GetIO().MousePos = {static_cast<float>(x * scale), static_cast<float>(y * scale)};
}
void on_enter(GLFWwindow* window, int entered) {
    events_of(window);
    if (entered == GLFW_FALSE) ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
}
void on_focus(GLFWwindow* window, int focused) {
    events_of(window);
    ImGui::GetIO().AddFocusEvent(focused != GLFW_FALSE);
    if (focused == GLFW_FALSE) std::fill(std::begin(ImGui::GetIO().KeysDown), std::end(ImGui::GetIO().KeysDown), false);
}
void on_size(GLFWwindow* window, int, int) {
    events_of(window);
}
void on_scale(GLFWwindow* window, float, float) {
    events_of(window);
}
void on_refresh(GLFWwindow* window) {
    events_of(window);
}
void on_drop(GLFWwindow* window, int count, const char** paths) {
    auto& events = events_of(window);
    if (count > 0) events.viewer->apply(command::Open{paths[0]});
    if (count > 1) events.viewer->apply(command::OpenBeside{paths[1]});
}

void set_callbacks(GLFWwindow* window, Events& events) {
    glfwSetWindowUserPointer(window, &events);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_char);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetScrollCallback(window, on_wheel);
    glfwSetCursorPosCallback(window, on_pointer);
    glfwSetCursorEnterCallback(window, on_enter);
    glfwSetWindowFocusCallback(window, on_focus);
    glfwSetFramebufferSizeCallback(window, on_size);
    glfwSetWindowContentScaleCallback(window, on_scale);
    glfwSetWindowRefreshCallback(window, on_refresh);
    glfwSetDropCallback(window, on_drop);
}

void set_clipboard(GLFWwindow* window) {
    auto& io = ImGui::GetIO();
    io.ClipboardUserData = window;
    io.GetClipboardTextFn = [](void* user) { return glfwGetClipboardString(static_cast<GLFWwindow*>(user)); };
    io.SetClipboardTextFn = [](void* user, const char* text) {
        glfwSetClipboardString(static_cast<GLFWwindow*>(user), text);
    };
}

/// The pointers Dear ImGui asks for; those GLFW lacks are the arrow.
class Cursors {
public:
    Cursors() {
        make(ImGuiMouseCursor_Arrow, GLFW_ARROW_CURSOR);
        make(ImGuiMouseCursor_TextInput, GLFW_IBEAM_CURSOR);
        make(ImGuiMouseCursor_ResizeNS, GLFW_VRESIZE_CURSOR);
        make(ImGuiMouseCursor_ResizeEW, GLFW_HRESIZE_CURSOR);
        make(ImGuiMouseCursor_Hand, GLFW_HAND_CURSOR);
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    }
    ~Cursors() {
        for (auto* cursor : m_cursors)
            if (cursor != nullptr) glfwDestroyCursor(cursor);
    }
    Cursors(const Cursors&) = delete;
    Cursors& operator=(const Cursors&) = delete;
    void show(GLFWwindow* window) {
        const auto wanted = ImGui::GetMouseCursor();
        if (wanted == m_shown || wanted < 0) return;
        m_shown = wanted;
        auto* cursor = m_cursors[static_cast<std::size_t>(wanted)];
        glfwSetCursor(window, cursor != nullptr ? cursor : m_cursors[ImGuiMouseCursor_Arrow]);
    }

private:
    void make(ImGuiMouseCursor which, int shape) {
        m_cursors[static_cast<std::size_t>(which)] = glfwCreateStandardCursor(shape);
    }
    std::array<GLFWcursor*, ImGuiMouseCursor_COUNT> m_cursors{};
    ImGuiMouseCursor m_shown = ImGuiMouseCursor_Arrow;
};

FrameSize size_of(GLFWwindow* window, Events& events, double seconds) {
    FrameSize size{.seconds = seconds};
    int width = 1, height = 1;
    float across = 1, along = 1;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &size.width, &size.height);
    glfwGetWindowContentScale(window, &across, &along);
    size.content_scale = std::max(0.5, static_cast<double>(across));
    events.pixels_per_unit = width > 0 ? static_cast<double>(size.width) / width : 1.0;
    return size;
}

std::string title_of(const ViewerState& state) {
    const auto name = state.project ? state.project->result().study_name : std::string{};
    return name.empty() ? "Lykta" : name + " – Lykta";
}

/// Sleeps until something happens; how long at most depends on what moves by itself.
void wait_for_events(const ViewerState& state, double quiet_for) {
    constexpr double frame = 1.0 / 60, blink = 0.25, settling = 2.0, tick = 0.1, rest = 30;
    if (state.time.is_playing) return glfwWaitEventsTimeout(frame);
    if (ImGui::GetIO().WantTextInput) return glfwWaitEventsTimeout(blink);
    if (quiet_for < settling || !state.jobs.empty()) return glfwWaitEventsTimeout(tick);
    glfwWaitEventsTimeout(rest);  // kept settings are written by poll(), which wants to be asked now and then
}

class Loop {
public:
    Loop(Window& window, Viewer& viewer) : m_window(window.get()), m_viewer(viewer) {
        m_events.viewer = &viewer;
        set_callbacks(m_window, m_events);
        set_clipboard(m_window);
    }
    /// Until the window is closed or, with a script, the script has ended. \returns the exit code
    int run(Player* player) {
        while (glfwWindowShouldClose(m_window) == GLFW_FALSE && !m_viewer.state().wants_to_quit) {
            if (m_events.frames_wanted > 0 || (player != nullptr && !player->is_done()))
                glfwPollEvents();
            else
                wait_for_events(m_viewer.state(), glfwGetTime() - m_last_change);
            if (m_viewer.poll(glfwGetTime())) m_events.frames_wanted = frames_after_event;
            if (player != nullptr && !player->is_done()) play(*player);
            if (m_events.frames_wanted > 0) draw();
            if (player != nullptr && player->is_done()) break;
        }
        return player != nullptr && player->has_failed() ? 1 : 0;
    }

private:
    void play(Player& player) {
        if (player.step(m_viewer)) m_events.frames_wanted = frames_after_event;
        if (const auto asked = player.take_size()) glfwSetWindowSize(m_window, asked->width, asked->height);
    }
    void draw() {
        const double now = glfwGetTime();
        m_last_change = now;
        --m_events.frames_wanted;
        const auto size = size_of(m_window, m_events, now - std::exchange(m_last_frame, now));
        if (size.width <= 0 || size.height <= 0) return;  // minimised
        if (m_viewer.draw(size) || m_viewer.frame().is_moving()) m_events.frames_wanted = frames_after_event;
        m_cursors.show(m_window);
        if (const auto title = title_of(m_viewer.state()); title != m_title)
            glfwSetWindowTitle(m_window, (m_title = title).c_str());
        glfwSwapBuffers(m_window);
    }

    GLFWwindow* m_window;
    Viewer& m_viewer;
    Events m_events;
    Cursors m_cursors;
    std::string m_title;
    double m_last_frame = 0, m_last_change = 0;
};

}  // namespace

int run_window(const ViewerOptions& options) {
    Window window{options};
    Viewer viewer{options, [] { glfwPostEmptyEvent(); }};
    Loop loop{window, viewer};
    if (options.script.empty()) return loop.run(nullptr);
    Player player{options.script};
    return loop.run(&player);
}

}  // namespace lykta::viewer
