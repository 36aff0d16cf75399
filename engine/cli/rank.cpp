#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/run_summary.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"

namespace lykta::cli {

int rank(const RankOptions& options, const CommonOptions& common) {
    auto study = study::read_study(options.study);
    const auto moment = run_moment();
    study.today = day_of(moment);
    std::unique_ptr<study::StudyRun> run;
    {
        ProgressBar bar{common.quiet ? Show::never : Show::when_terminal};
        const auto progress = bar.callback();
        run = study::run_study(study, progress);
        progress(tr("Writing"), 0.95);
        date_and_write(*run, {common.command_line, moment, options.folder});
    }
    if (!common.quiet) {
        print_sources(run->result);
        print_places(run->result);
        std::cout << say("Report: {}", (std::filesystem::path{options.folder} / "report.html").string()) << '\n';
    }
    return exit_code_of(run->result, common);
}

}  // namespace lykta::cli
