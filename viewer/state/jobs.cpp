// Threads of their own for engine work, one slot at a time; results wait here until the window's thread asks for them.
#include "viewer/state/jobs.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::viewer {
namespace {

/// A job's thread writes `status`, `done` and `error` under the lock of Jobs::State, and nothing after `has_ended`.
struct Job {
    JobStatus status;
    Jobs::Work work;
    std::uint64_t number = 0;
    std::atomic<bool> is_stopped = false;
    bool has_ended = false;
    Jobs::Done done;
    std::string error;
    std::thread thread;
};
using JobPointer = std::shared_ptr<Job>;

/// How many that were told to stop may still run beside a new one. A portfolio with draws cannot be stopped half way,
/// and the slider must not wait for one nobody asks for any longer; two of them would leave no processor to the third.
std::ptrdiff_t may_overlap(JobSlot slot) {
    return slot == JobSlot::budget ? 1 : 0;
}

}  // namespace

struct Jobs::State {
    std::function<void()> wake;
    mutable std::mutex mutex;
    std::condition_variable ended;
    std::map<JobSlot, JobPointer> current;
    std::vector<JobPointer> left;     // told to stop, not yet ended
    std::deque<JobPointer> finished;  // ended, in that order; poll() takes them
    std::uint64_t next_number = 1;

    void leave(JobSlot slot);
    void join_ended();
    [[nodiscard]] bool must_wait(const Job& job) const;
    void run(const JobPointer& job);
    void report(Job& job, const std::string& stage, double share);
    void end(const JobPointer& job, Done done, std::string error);
};

/// What runs in the slot is told to stop, and nobody will hear of it. \pre locked
void Jobs::State::leave(JobSlot slot) {
    const auto found = current.find(slot);
    if (found == current.end()) return;
    found->second->is_stopped = true;
    left.push_back(found->second);
    current.erase(found);
    ended.notify_all();  // one that waited for its turn need not
}

/// \pre locked: a job that has ended no longer takes the lock, so joining cannot wait for long
void Jobs::State::join_ended() {
    std::erase_if(left, [](const JobPointer& job) {
        if (!job->has_ended) return false;
        job->thread.join();
        return true;
    });
}

/// Two studies are never read at once in one slot, and a scenario's town follows one caller. \pre locked
bool Jobs::State::must_wait(const Job& job) const {
    const auto before = std::count_if(left.begin(), left.end(), [&](const JobPointer& other) {
        return other->status.slot == job.status.slot && other->number < job.number && !other->has_ended;
    });
    return !job.is_stopped && before > may_overlap(job.status.slot);
}

void Jobs::State::report(Job& job, const std::string& stage, double share) {
    if (job.is_stopped) throw Cancelled{};
    bool is_news = false;
    {
        const std::lock_guard lock(mutex);
        is_news = job.status.stage != stage || std::abs(job.status.share - share) >= 0.005;
        if (is_news) {
            job.status.stage = stage;
            job.status.share = share;
        }
    }
    if (is_news && wake) wake();
}

void Jobs::State::end(const JobPointer& job, Done done, std::string error) {
    const auto call = wake;
    {
        const std::lock_guard lock(mutex);
        job->done = std::move(done);
        job->error = std::move(error);
        job->has_ended = true;
        const auto at = current.find(job->status.slot);
        if (!job->is_stopped)
            finished.push_back(job);
        else if (at != current.end() && at->second == job)
            leave(job->status.slot);  // it stopped by itself
        ended.notify_all();
    }
    if (call) call();
}

/// The job boundary: whatever went wrong becomes a sentence.
void Jobs::State::run(const JobPointer& job) {
    {
        std::unique_lock lock(mutex);
        ended.wait(lock, [&] { return !must_wait(*job); });
    }
    Done done;
    std::string error;
    try {
        if (!job->is_stopped)
            done = job->work([&](const std::string& stage, double share) { report(*job, stage, share); });
    } catch (const Cancelled&) {
        job->is_stopped = true;
    } catch (const Error& trouble) {
        error = trouble.what();
    } catch (const std::bad_alloc&) {
        error = say("{}: the memory of this computer is not enough; close other programs or take a smaller area",
                    job->status.title);
    } catch (const std::exception& trouble) {
        error = say("{}: stopped by a fault in Lykta ({}); please report it", job->status.title, trouble.what());
    } catch (...) {
        error = say("{}: stopped by a fault in Lykta ({}); please report it", job->status.title, "?");
    }
    job->work = nullptr;
    end(job, std::move(done), std::move(error));
}

Jobs::Jobs(std::function<void()> wake) : m_state(std::make_shared<State>()) {
    m_state->wake = std::move(wake);
}

Jobs::~Jobs() {
    cancel_all_and_wait();
}

void Jobs::start(JobSlot slot, std::string title, Work work) {
    auto job = std::make_shared<Job>();
    job->status = {slot, std::move(title), "", -1};
    job->work = std::move(work);
    const std::lock_guard lock(m_state->mutex);
    m_state->leave(slot);
    m_state->join_ended();
    job->number = m_state->next_number++;
    m_state->current[slot] = job;
    job->thread = std::thread([state = m_state.get(), job] { state->run(job); });
}

void Jobs::cancel(JobSlot slot) {
    const std::lock_guard lock(m_state->mutex);
    m_state->leave(slot);
    std::erase_if(m_state->finished, [](const JobPointer& job) { return job->is_stopped.load(); });
    m_state->join_ended();
}

void Jobs::cancel_all_and_wait() {
    std::vector<JobPointer> all;
    {
        const std::lock_guard lock(m_state->mutex);
        while (!m_state->current.empty()) m_state->leave(m_state->current.begin()->first);
        all = std::exchange(m_state->left, {});
        m_state->finished.clear();
        m_state->left = all;  // jobs that wait for their turn look here
    }
    for (const auto& job : all) {
        std::unique_lock lock(m_state->mutex);
        m_state->ended.wait(lock, [&] { return job->has_ended; });
    }
    const std::lock_guard lock(m_state->mutex);
    m_state->finished.clear();
    m_state->join_ended();
}

std::vector<std::string> Jobs::poll() {
    std::deque<JobPointer> finished;
    {
        const std::lock_guard lock(m_state->mutex);
        finished = std::exchange(m_state->finished, {});
        m_state->join_ended();
        for (const auto& job : finished) {
            const auto at = m_state->current.find(job->status.slot);
            if (at == m_state->current.end() || at->second != job) continue;
            job->thread.join();
            m_state->current.erase(at);
        }
    }
    std::vector<std::string> messages;
    for (const auto& job : finished) {
        if (job->is_stopped) continue;
        try {
            if (job->error.empty() && job->done) job->done();
        } catch (const std::exception& trouble) {
            job->error = trouble.what();
        }
        if (!job->error.empty()) messages.push_back(job->error);
    }
    return messages;
}

std::vector<JobStatus> Jobs::status() const {
    const std::lock_guard lock(m_state->mutex);
    std::vector<JobStatus> all;
    for (const auto& [slot, job] : m_state->current) all.push_back(job->status);
    return all;
}

bool Jobs::busy() const {
    const std::lock_guard lock(m_state->mutex);
    const auto& left = m_state->left;
    return !m_state->current.empty() ||
           std::any_of(left.begin(), left.end(), [](const JobPointer& job) { return !job->has_ended; });
}

void Jobs::wait(JobSlot slot) {
    std::unique_lock lock(m_state->mutex);
    m_state->ended.wait(lock, [&] {
        const auto found = m_state->current.find(slot);
        return found == m_state->current.end() || found->second->has_ended;
    });
}

}  // namespace lykta::viewer
