// Wall time of a piece of work, and a place for results nobody uses.
#pragma once
#include <functional>

namespace lykta::bench {

using Work = std::function<void()>;

/// Seconds of the quickest of `runs` calls: what the work costs when nothing disturbs it.
[[nodiscard]] double seconds_of(int runs, const Work& work);

/// Both by turns, so that a busy moment of the machine meets both.
struct Sides {
    double lykta = 0.0, plain = 0.0;  ///< seconds
};
[[nodiscard]] Sides by_turns(int runs, const Work& lykta, const Work& plain);

/// Keeps the compiler from leaving out work whose result is not used.
void keep(double value);

}  // namespace lykta::bench
