// Engine work off the window's thread: named slots, each with at most one job; a new one in a slot replaces what runs
// there. Results come back on the window's thread, whole. Errors become messages here: the viewer's job boundary.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "study/load_city.hpp"

namespace lykta::viewer {

enum class JobSlot : std::uint8_t { open, open_other, budget, period, scenario, base_raster, write };

struct JobStatus {
    JobSlot slot = JobSlot::open;
    std::string title, stage;
    double share = 0;  ///< 0 … 1; < 0: not known
};

/// How a job is told to stop: its progress callback throws this, and only the job boundary catches it.
struct Cancelled {};

class Jobs {
public:
    /// `wake` is called from any thread when something changed (the window waits for events).
    explicit Jobs(std::function<void()> wake);
    ~Jobs();  ///< cancels all and waits

    /// Runs on a thread of its own. \returns through poll(): what it returns is called on the window's thread.
    using Done = std::function<void()>;
    using Work = std::function<Done(const study::Progress&)>;
    void start(JobSlot slot, std::string title, Work work);
    void cancel(JobSlot slot);
    void cancel_all_and_wait();
    /// Calls what finished jobs left to do, in the order they finished. \returns messages of those that failed
    [[nodiscard]] std::vector<std::string> poll();
    [[nodiscard]] std::vector<JobStatus> status() const;
    [[nodiscard]] bool busy() const;
    void wait(JobSlot slot);  ///< until it is idle; poll() is still to be called

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace lykta::viewer
