#include "timing.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace lykta::bench {

namespace {

volatile double kept = 0.0;

double once(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

double seconds_of(int runs, const Work& work) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < runs; ++i) best = std::min(best, once(work));
    return best;
}

Sides by_turns(int runs, const Work& lykta, const Work& plain) {
    Sides best{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    for (int i = 0; i < runs; ++i) {
        best.lykta = std::min(best.lykta, once(lykta));
        best.plain = std::min(best.plain, once(plain));
    }
    return best;
}

void keep(double value) {
    kept = value;
}

}  // namespace lykta::bench
