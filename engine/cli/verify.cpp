#include <iostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/run_summary.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "study/verify.hpp"

namespace lykta::cli {

namespace {

std::string verdict_text(study::Comparison verdict) {
    switch (verdict) {
        case study::Comparison::same:
            return tr("same");
        case study::Comparison::input_changed:
            return tr("the input has changed since the run");
        case study::Comparison::input_missing:
            return tr("the input is missing");
        case study::Comparison::output_changed:
            return tr("the file was changed after the run");
        case study::Comparison::output_missing:
            return tr("the file is missing");
        case study::Comparison::result_differs:
            return tr("running again gives another result");
    }
    return "";
}

}  // namespace

int verify(const VerifyOptions& options, const CommonOptions& common) {
    study::Verdict verdict;
    {
        ProgressBar bar{common.quiet ? Show::never : Show::when_terminal};
        verdict = study::verify_run(options.manifest, bar.callback(), pictures_of);
    }
    for (const auto* files : {&verdict.inputs, &verdict.outputs})
        for (const auto& f : *files)
            if (!common.quiet || f.verdict != study::Comparison::same)
                std::cout << f.name << ": " << verdict_text(f.verdict) << '\n';
    if (verdict.all_same()) {
        std::cout << tr("The result follows from its inputs, byte for byte.") << '\n';
        return 0;
    }
    std::cout << tr("The result does not follow from its inputs as they are now.") << '\n';
    return exit_code(ErrorCode::differs);
}

}  // namespace lykta::cli
