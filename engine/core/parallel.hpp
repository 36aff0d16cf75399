// Work over threads with results that do not depend on how many there are: fixed blocks, sums in block order.
#pragma once
#include <cstddef>
#include <functional>

namespace lykta {

/// Threads used by parallel_blocks; 0 = as many as the machine has. Set once, by --threads.
void set_thread_count(int threads);
[[nodiscard]] int thread_count();

/// Calls work(first, last) for consecutive blocks of `block` items of 0 … count, on several threads.
/// The blocks depend on count and block alone; work must write only to its own items.
void parallel_blocks(std::size_t count, std::size_t block, const std::function<void(std::size_t, std::size_t)>& work);

}  // namespace lykta
