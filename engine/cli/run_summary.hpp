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
[[nodiscard]] std::int64_t day_of(std::chrono::sys_seconds moment);  ///< days since 1970-01-01
/// How a result came about, and where it goes.
struct Dated {
    std::string command;
    std::chrono::sys_seconds moment;
    std::string folder;
};
/// Writes every file of the result, with the command and the moment in it. \throws Error{cannot_write}
void date_and_write(outputs::RunResult& result, const Dated& dated);

void print_sources(const outputs::RunResult& result);  ///< row accounts and findings
void print_places(const outputs::RunResult& result);   ///< the first ten
/// 0, or 4 under --strict when anything was warned of.
[[nodiscard]] int exit_code_of(const outputs::RunResult& result, const CommonOptions& common);

}  // namespace lykta::cli
