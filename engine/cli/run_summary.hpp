// What a whole run says on the terminal, and the moment it is dated with: shared by rank and measures.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "cli/commands.hpp"
#include "outputs/run_result.hpp"

namespace lykta::cli {

/// The moment written into the manifest; SOURCE_DATE_EPOCH (reproducible builds) overrides the clock.
[[nodiscard]] std::chrono::sys_seconds run_moment();
[[nodiscard]] std::int64_t day_of(std::chrono::sys_seconds moment);      ///< days since 1970-01-01
[[nodiscard]] std::string moment_text(std::chrono::sys_seconds moment);  ///< 2024-12-31T08:00:00Z

void print_sources(const outputs::RunResult& result);  ///< row accounts and findings
void print_places(const outputs::RunResult& result);   ///< the first ten
/// 0, or 4 under --strict when anything was warned of.
[[nodiscard]] int exit_code_of(const outputs::RunResult& result, const CommonOptions& common);

}  // namespace lykta::cli
