// Plays a script against a viewer, one line after another; a failed check stops it.
#pragma once
#include <filesystem>
#include <vector>

#include "viewer/app/script.hpp"
#include "viewer/app/viewer.hpp"

namespace lykta::viewer {

class Player {
public:
    /// Reads and parses the whole script before anything is played.
    /// \throws Error{cannot_read}; Error{bad_option} with the line
    explicit Player(const std::filesystem::path& script);

    /// One step: the next line, or one more look at whether what it waits for is there.
    /// \returns true when there is something new to draw
    /// \throws Error where a picture cannot be written, or a job hangs
    bool step(Viewer& viewer);
    [[nodiscard]] bool is_done() const { return m_next >= m_lines.size(); }
    [[nodiscard]] bool has_failed() const { return m_has_failed; }
    [[nodiscard]] bool is_waiting() const { return m_waiting_since.has_value(); }
    /// The size a line asked for since the last call.
    [[nodiscard]] std::optional<script_step::Size> take_size() { return std::exchange(m_size, std::nullopt); }

private:
    bool is_still(Viewer& viewer);
    void check(const ViewerState& state, const script_step::Check& wanted);
    std::string m_name;
    std::vector<ScriptLine> m_lines;
    std::size_t m_next = 0;
    int m_still_frames = 0;
    std::optional<double> m_waiting_since;
    std::optional<script_step::Size> m_size;
    bool m_has_failed = false;
};

}  // namespace lykta::viewer
