// A run that is killed leaves the old result whole, the new one whole, or no manifest: never a manifest beside files
// that are not its own.
#include <chrono>
#include <csignal>
#include <thread>

#include "command.hpp"

namespace lykta::by_command {
namespace {

using Files = std::map<std::string, std::string>;
using Clock = std::chrono::steady_clock;

class KilledRun : public ::testing::Test {
protected:
    Scratch scratch;

    void SetUp() override {
        scratch.write("hot.csv", small_town(60, 60));
        scratch.write("gammal.toml", small_study("hot.csv"));
        scratch.write("ny.toml", small_study("hot.csv", "[places]\nbandwidth = 200\n"));
        ASSERT_TRUE(result_of("gammal.toml") != result_of("ny.toml"));
    }

    /// What a study's run leaves when nobody disturbs it; made once for all tests here.
    [[nodiscard]] const Files& result_of(const std::string& study) const {
        static std::map<std::string, Files> made;
        if (made.contains(study)) return made.at(study);
        EXPECT_EQ(scratch.lykta({"rank", study, "-o", "ut", "-q"}, one_moment).code, 0);
        made[study] = scratch.files_of("ut");
        std::filesystem::remove_all(scratch / "ut");
        return made.at(study);
    }

    /// The old result stands; the new run starts and is killed when `now` says so, unless it has ended by then.
    template <class Now>
    void kill_when(const Now& now) const {
        for (const auto& [name, bytes] : result_of("gammal.toml")) scratch.write("ut/" + name, bytes);
        const auto start = Clock::now();
        const int process = start_program(scratch.start({"rank", "ny.toml", "-o", "ut", "-q"}, one_moment));
        while (!now(Clock::now() - start)) {
            if (::waitpid(process, nullptr, WNOHANG) == process) return;
            std::this_thread::sleep_for(std::chrono::microseconds{100});
        }
        ::kill(process, SIGKILL);
        wait_for(process);
    }

    void expect_whole_or_unfinished() const {
        const auto left = scratch.files_of("ut");
        if (!left.contains("run.json")) return;
        const auto& old_result = result_of("gammal.toml");
        const bool is_old = left.at("run.json") == old_result.at("run.json");
        for (const auto& [name, bytes] : is_old ? old_result : result_of("ny.toml"))
            EXPECT_TRUE(left.contains(name) && left.at(name) == bytes) << name << " does not belong to run.json";
    }

    void expect_that_the_next_run_succeeds() const {
        EXPECT_EQ(scratch.lykta({"rank", "ny.toml", "-o", "ut", "-q"}, one_moment).code, 0);
        EXPECT_TRUE(scratch.files_of("ut") == result_of("ny.toml"));
    }
};

TEST_F(KilledRun, at_any_moment_leaves_a_whole_result_or_no_manifest) {
    for (const int after_ms : {5, 60, 120, 200, 300}) {
        kill_when([&](auto elapsed) { return elapsed >= std::chrono::milliseconds{after_ms}; });
        expect_whole_or_unfinished();
    }
    expect_that_the_next_run_succeeds();
}

TEST_F(KilledRun, as_soon_as_the_new_manifest_is_staged_leaves_a_whole_result_or_no_manifest) {
    kill_when([&](auto) { return std::filesystem::exists(scratch / "ut/.lykta-new/run.json"); });
    expect_whole_or_unfinished();
}

TEST_F(KilledRun, as_soon_as_the_old_manifest_is_gone_leaves_a_result_the_next_run_completes) {
    kill_when([&](auto) { return !std::filesystem::exists(scratch / "ut/run.json"); });
    expect_whole_or_unfinished();
    expect_that_the_next_run_succeeds();
}

}  // namespace
}  // namespace lykta::by_command
