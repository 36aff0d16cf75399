#include "cli/run_summary.hpp"

#include <iostream>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/page/night_picture.hpp"

namespace lykta::cli {

namespace {

std::int64_t warnings_in(const outputs::RunResult& result) {
    std::int64_t warnings = 0;
    for (const auto& s : result.sources) warnings += s.account.has_warning() ? 1 : 0;
    for (const auto& f : result.findings) warnings += f.severity == Severity::warning ? 1 : 0;
    return warnings;
}

/// A finding on the terminal: row lists are cut, the report and run.json have them in full.
std::string brief(const std::string& message) {
    constexpr std::size_t longest = 200;
    if (message.size() <= longest) return message;
    const auto blank = message.rfind(' ', longest);
    return message.substr(0, blank == std::string::npos ? longest : blank) + " …";
}

}  // namespace

void print_sources(const outputs::RunResult& result) {
    for (const auto& s : result.sources) {
        std::cout << "  "
                  << say("{}: {} rows read, {} used, {} set aside", s.account.source, number_text(s.account.rows_read),
                         number_text(s.account.rows_used),
                         number_text(static_cast<std::int64_t>(s.account.set_aside.size())))
                  << '\n';
    }
    for (const auto& f : result.findings)
        std::cout << "  " << (f.severity == Severity::warning ? "! " : "· ") << brief(f.message) << '\n';
}

void print_places(const outputs::RunResult& result) {
    constexpr std::size_t shown = 10;
    if (result.refusal) std::cout << *result.refusal << '\n';
    if (result.places.empty()) return;
    std::cout << say("{} places, highest score first:", number_text(static_cast<std::int64_t>(result.places.size())))
              << '\n';
    for (std::size_t i = 0; i < result.places.size() && i < shown; ++i) {
        const auto& r = result.places[i];
        const auto where = r.place.area_name.empty() ? r.place.name : r.place.name + ", " + r.place.area_name;
        std::cout << fmt::format("{:>4}  {:>5}  {}  ", r.rank, number_text(r.score, 1), where)
                  << say("({} incidents)", number_text(static_cast<std::int64_t>(r.facts.incidents))) << '\n';
    }
}

outputs::RunPictures pictures_of(const study::StudyRun& run) {
    return {.night_png = viewer::night_picture(run)};
}

void date_and_write(study::StudyRun& run, const Dated& dated) {
    auto& result = run.result;
    result.command = dated.command;
    result.created_utc = study::utc_text(dated.moment);
    outputs::write_run(result, pictures_of(run), dated.folder);
}

int exit_code_of(const outputs::RunResult& result, const CommonOptions& common) {
    return common.strict && warnings_in(result) > 0 ? exit_code(ErrorCode::warnings_strict) : 0;
}

}  // namespace lykta::cli
