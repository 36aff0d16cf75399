// The moment a run is dated with: one for the command and for the viewer.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace lykta::study {

/// The moment written into the manifest; SOURCE_DATE_EPOCH (reproducible builds) overrides the clock.
[[nodiscard]] std::chrono::sys_seconds run_moment();
[[nodiscard]] std::int64_t day_of(std::chrono::sys_seconds moment);   ///< days since 1970-01-01
[[nodiscard]] std::string utc_text(std::chrono::sys_seconds moment);  ///< "2024-05-01T12:00:00Z"

}  // namespace lykta::study
