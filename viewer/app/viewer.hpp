// The viewer without a window: state, jobs, controller and the frames drawn of them. The window feeds it events, a
// script feeds it commands.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>

#include "viewer/app/frame.hpp"
#include "viewer/state/commands.hpp"
#include "viewer/state/jobs.hpp"

namespace lykta::viewer {

/// How the viewer starts, as the command line says.
struct ViewerOptions {
    std::filesystem::path file;        ///< opened at once; empty: what was open last, or nothing
    std::filesystem::path script;      ///< played; empty: none
    std::optional<Language> language;  ///< DEFAULT: as kept
    std::optional<double> text_scale;  ///< 0.75 … 2.0. DEFAULT: as kept
    bool night = false;
    bool headless = false;  ///< no window: pictures only
    bool bench = false;
    int width = 1280, height = 800;  ///< pixels. REQUIRES: 320 … 8192
    std::filesystem::path settings;  ///< empty: nothing is kept (headless, scripts, bench)
};

/// \pre a context of OpenGL 3.3 core is current and stays so
class Viewer {
public:
    /// `wake` is called from any thread when a job has news.
    Viewer(const ViewerOptions& options, std::function<void()> wake);

    [[nodiscard]] ViewerState& state() { return m_state; }
    void apply(const Command& command) { m_controller.apply(command); }
    /// Takes in what jobs have finished. \returns true when there is something new to see
    bool poll(double seconds_now) { return m_controller.poll(seconds_now); }
    [[nodiscard]] bool is_busy() const { return m_jobs.busy(); }
    /// Draws a frame and applies what it asked for. \returns true when that changed something: draw again
    bool draw(const FrameSize& size);
    [[nodiscard]] Frame& frame() { return m_frame; }

private:
    ViewerState m_state = initial_state();
    Jobs m_jobs;
    Controller m_controller{m_state, m_jobs};
    Frame m_frame;
};

/// Opens a window and lives until it is closed. \returns the exit code
int run_window(const ViewerOptions& options);
/// Plays a script without a window. \returns 0, or 1 where a check failed
int run_headless(const ViewerOptions& options);
/// Draws a fixed journey and prints how long its frames took. \returns the exit code
int run_bench(const ViewerOptions& options);

}  // namespace lykta::viewer
