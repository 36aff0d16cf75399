// Jobs: results on the caller's thread, newest wins, cancelling, and troubles as sentences.
#include "viewer/state/jobs.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <thread>

#include "core/error.hpp"

namespace lykta::viewer {
namespace {

using std::chrono::milliseconds;

/// Work that goes on until it is told to stop or let go.
Jobs::Work until(std::atomic<bool>& is_free, std::atomic<int>& running) {
    return [&](const study::Progress& progress) {
        ++running;
        struct Leave {
            std::atomic<int>& count;
            ~Leave() { --count; }
        } leave{running};
        while (!is_free) {
            progress("waiting", 0.5);
            std::this_thread::sleep_for(milliseconds(1));
        }
        return Jobs::Done{};
    };
}

std::vector<std::string> poll_until_still(Jobs& jobs) {
    std::vector<std::string> all;
    while (jobs.busy()) {
        for (auto& message : jobs.poll()) all.push_back(std::move(message));
        std::this_thread::sleep_for(milliseconds(1));
    }
    return all;
}

TEST(Jobs, deliver_what_they_found_on_the_thread_that_polls) {
    Jobs jobs([] {});
    std::thread::id worked, delivered;
    jobs.start(JobSlot::open, "Opening", [&](const study::Progress&) {
        worked = std::this_thread::get_id();
        return Jobs::Done([&] { delivered = std::this_thread::get_id(); });
    });
    jobs.wait(JobSlot::open);
    EXPECT_EQ(delivered, std::thread::id());
    EXPECT_TRUE(jobs.poll().empty());
    EXPECT_EQ(delivered, std::this_thread::get_id());
    EXPECT_NE(worked, delivered);
    EXPECT_FALSE(jobs.busy());
}

TEST(Jobs, tell_their_stage_and_wake_the_window) {
    std::atomic<int> woken = 0, running = 0;
    std::atomic<bool> is_free = false;
    Jobs jobs([&] { ++woken; });
    jobs.start(JobSlot::period, "Figures", until(is_free, running));
    while (jobs.status().at(0).stage != "waiting") std::this_thread::sleep_for(milliseconds(1));
    EXPECT_EQ(jobs.status().at(0).title, "Figures");
    EXPECT_DOUBLE_EQ(jobs.status().at(0).share, 0.5);
    is_free = true;
    jobs.wait(JobSlot::period);
    (void)jobs.poll();
    EXPECT_TRUE(jobs.status().empty());
    EXPECT_GE(woken, 2);
}

TEST(Jobs, cancelled_stop_and_are_never_heard_of_again) {
    std::atomic<int> running = 0;
    std::atomic<bool> is_free = false;
    Jobs jobs([] {});
    jobs.start(JobSlot::open, "Opening", until(is_free, running));
    jobs.cancel(JobSlot::open);
    EXPECT_TRUE(jobs.status().empty());
    EXPECT_TRUE(poll_until_still(jobs).empty());
    EXPECT_EQ(running, 0);
}

TEST(Jobs, in_one_slot_run_one_at_a_time_and_the_newest_wins) {
    std::atomic<int> running = 0, most = 0;
    std::vector<int> delivered;
    Jobs jobs([] {});
    for (int i = 0; i < 20; ++i)
        jobs.start(JobSlot::scenario, "What if", [&, i](const study::Progress&) {
            most = std::max(most.load(), ++running);
            std::this_thread::sleep_for(milliseconds(1));
            --running;
            return Jobs::Done([&, i] { delivered.push_back(i); });
        });
    EXPECT_TRUE(poll_until_still(jobs).empty());
    EXPECT_EQ(most, 1);
    EXPECT_EQ(delivered, std::vector<int>{19});
}

TEST(Jobs, that_failed_are_told_in_the_words_of_the_error) {
    Jobs jobs([] {});
    jobs.start(JobSlot::open, "Opening", [](const study::Progress&) -> Jobs::Done {
        throw Error(ErrorCode::cannot_read, "study.toml: no such file");
    });
    jobs.wait(JobSlot::open);
    EXPECT_EQ(jobs.poll(), std::vector<std::string>{"study.toml: no such file"});
}

TEST(Jobs, that_ran_out_of_memory_or_broke_say_so_and_do_not_stop_the_program) {
    Jobs jobs([] {});
    jobs.start(JobSlot::open, "Opening A", [](const study::Progress&) -> Jobs::Done { throw std::bad_alloc(); });
    jobs.start(JobSlot::write, "Writing B",
               [](const study::Progress&) -> Jobs::Done { throw std::runtime_error("index"); });
    auto messages = poll_until_still(jobs);
    ASSERT_EQ(messages.size(), 2U);
    std::sort(messages.begin(), messages.end());
    EXPECT_NE(messages[0].find("Opening A"), std::string::npos);
    EXPECT_NE(messages[1].find("index"), std::string::npos);
}

TEST(Jobs, may_start_another_from_what_they_left_to_do) {
    Jobs jobs([] {});
    int second = 0;
    jobs.start(JobSlot::budget, "Quick", [&](const study::Progress&) {
        return Jobs::Done([&] {
            jobs.start(JobSlot::budget, "Slow",
                       [&](const study::Progress&) { return Jobs::Done([&] { second = 1; }); });
        });
    });
    (void)poll_until_still(jobs);
    EXPECT_EQ(second, 1);
}

TEST(Jobs, all_stop_when_nobody_holds_them_any_longer) {
    std::atomic<int> running = 0;
    std::atomic<bool> is_free = false;
    {
        Jobs jobs([] {});
        for (const JobSlot slot : {JobSlot::open, JobSlot::open_other, JobSlot::budget, JobSlot::write})
            jobs.start(slot, "Work", until(is_free, running));
        jobs.start(JobSlot::open, "Work", until(is_free, running));
    }
    EXPECT_EQ(running, 0);
}

TEST(Jobs, that_stop_by_themselves_leave_their_slot) {
    Jobs jobs([] {});
    jobs.start(JobSlot::open, "Opening", [](const study::Progress&) -> Jobs::Done { throw Cancelled{}; });
    EXPECT_TRUE(poll_until_still(jobs).empty());
    EXPECT_TRUE(jobs.status().empty());
}

}  // namespace
}  // namespace lykta::viewer
