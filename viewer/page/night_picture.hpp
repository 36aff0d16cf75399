// The town in the dark as its lamps light it: the one picture the report is given.
#pragma once
#include <string>

#include "study/run_study.hpp"

namespace lykta::viewer {

/// PNG bytes, at most `most_night_bytes`; empty without lamps. Streets, light and a scale bar, north up, nothing else;
/// the same bytes for any number of threads.
[[nodiscard]] std::string night_picture(const study::StudyRun& run);
constexpr std::size_t most_night_bytes = 400'000;

}  // namespace lykta::viewer
