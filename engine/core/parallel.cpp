#include "core/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>

namespace lykta {

namespace {
std::unique_ptr<tbb::global_control> limit;
}

void set_thread_count(int threads) {
    limit.reset();
    if (threads > 0)
        limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                      static_cast<std::size_t>(threads));
}

int thread_count() {
    const auto allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    return static_cast<int>(std::min<std::size_t>(allowed, static_cast<std::size_t>(tbb::info::default_concurrency())));
}

void parallel_blocks(std::size_t count, std::size_t block, const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t size = std::max<std::size_t>(block, 1), blocks = (count + size - 1) / size;
    if (blocks <= 1) {
        if (count > 0) work(0, count);
        return;
    }
    tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) { work(b * size, std::min(count, (b + 1) * size)); });
}

}  // namespace lykta
