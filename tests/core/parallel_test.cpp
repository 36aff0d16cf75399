#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace lykta {
namespace {

TEST(Parallel, every_item_is_visited_once_for_any_thread_count) {
    for (const int threads : {1, 2, 8}) {
        set_thread_count(threads);
        std::vector<int> visits(1003, 0);
        parallel_blocks(visits.size(), 10, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) ++visits[i];
        });
        EXPECT_EQ(visits, std::vector<int>(1003, 1)) << threads << " threads";
    }
    set_thread_count(0);
}

TEST(Parallel, nothing_to_do_calls_nothing) {
    bool called = false;
    parallel_blocks(0, 10, [&](std::size_t, std::size_t) { called = true; });
    EXPECT_FALSE(called);
}

}  // namespace
}  // namespace lykta
