// What a whole run says on the terminal, and how it is dated and written: shared by rank and measures.
#pragma once
#include <chrono>
#include <string>

#include "cli/commands.hpp"
#include "outputs/run_pictures.hpp"
#include "study/moment.hpp"
#include "study/run_study.hpp"

namespace lykta::cli {

using study::day_of;
using study::run_moment;
/// How a result came about, and where it goes.
struct Dated {
    std::string command;
    std::chrono::sys_seconds moment;
    std::string folder;
};
/// Writes every file of the result, with the command and the moment in it. \throws Error{cannot_write}
void date_and_write(study::StudyRun& run, const Dated& dated);
/// What the viewer's map draws for the report; `verify` draws the same.
[[nodiscard]] outputs::RunPictures pictures_of(const study::StudyRun& run);

void print_sources(const outputs::RunResult& result);  ///< row accounts and findings
void print_places(const outputs::RunResult& result);   ///< the first ten
/// 0, or 4 under --strict when anything was warned of.
[[nodiscard]] int exit_code_of(const outputs::RunResult& result, const CommonOptions& common);

}  // namespace lykta::cli
