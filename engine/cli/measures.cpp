#include <filesystem>
#include <iostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/run_summary.hpp"
#include "core/language.hpp"
#include "study/plan_measures.hpp"
#include "study/study_file.hpp"

namespace lykta::cli {

namespace {

/// What the command line says goes before what the study says.
study::Study study_of(const MeasureOptions& options) {
    auto study = study::read_study(options.study);
    study.measures.asked = true;
    if (options.budget > 0) study.measures.budget = options.budget;
    if (options.yearly_budget > 0) study.measures.request.yearly_budget = options.yearly_budget;
    if (const auto objective = measures::objective_from(options.objective))
        study.measures.request.objective = *objective;
    return study;
}

std::string measures_of(const measures::MeasurePlan& plan, const measures::Option& option) {
    std::string names;
    for (const auto s : option.sited)
        names += (names.empty() ? "" : " + ") + plan.catalogue.measures[plan.sited[s].measure].name.shown();
    return names;
}

std::string proof_words(double gap) {
    if (gap < 0.00005) return tr("proven the best there is");
    return say("proven within {} of the best", percent_text(gap, 2));
}

void print_portfolio(const outputs::RunResult& result) {
    const auto& plan = *result.measures;
    for (const auto& note : plan.notes) std::cout << "  · " << note << '\n';
    std::set<std::uint32_t> places;
    for (const auto& sited : plan.sited) places.insert(sited.place);
    std::cout << say("{} measures proposed at {} places.", number_text(static_cast<std::int64_t>(plan.sited.size())),
                     number_text(static_cast<std::int64_t>(places.size())))
              << '\n';
    if (!plan.portfolio) {
        std::cout << tr("No budget was given, so nothing is chosen; --budget 5e6 chooses for 5 million SEK.") << '\n';
        return;
    }
    const auto& portfolio = *plan.portfolio;
    if (portfolio.picks.empty()) {
        std::cout << say("Nothing is chosen for {} SEK: it is too little, or what it pays for has no effect that can "
                         "be counted; "
                         "the report tells which.",
                         number_text(portfolio.budget, 0))
                  << '\n';
        return;
    }
    std::cout << say("Chosen for {} SEK: {} measures, {} SEK and {} SEK a year ({}).", number_text(portfolio.budget, 0),
                     number_text(static_cast<std::int64_t>(portfolio.totals.measures)),
                     number_text(portfolio.totals.investment, 0), number_text(portfolio.totals.yearly, 0),
                     proof_words(portfolio.gap))
              << '\n';
    for (const auto& pick : portfolio.picks) {
        const auto& option = plan.options[pick.option];
        std::cout << fmt::format("{:>6}  {:>12}  {}: {}\n", result.places[option.place].place.id,
                                 say("{} SEK", number_text(option.money.investment, 0)),
                                 result.places[option.place].place.name, measures_of(plan, option));
    }
}

}  // namespace

int measures(const MeasureOptions& options, const CommonOptions& common) {
    auto study = study_of(options);
    const auto moment = run_moment();
    study.today = day_of(moment);
    std::unique_ptr<study::StudyRun> run;
    {
        ProgressBar bar{common.quiet ? Show::never : Show::when_terminal};
        const auto progress = bar.callback();
        run = study::run_study(study, [&](const auto& stage, double share) { progress(stage, 0.6 * share); });
        study::plan_measures(study, *run,
                             [&](const auto& stage, double share) { progress(stage, 0.6 + 0.35 * share); });
        progress(tr("Writing"), 0.95);
        date_and_write(*run, {common.command_line, moment, options.folder});
    }
    if (!common.quiet) {
        print_sources(run->result);
        print_places(run->result);
        print_portfolio(run->result);
        std::cout << say("Report: {}", (std::filesystem::path{options.folder} / "report.html").string()) << '\n';
    }
    return exit_code_of(run->result, common);
}

}  // namespace lykta::cli
