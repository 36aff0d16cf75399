// The study behind a result: opened in the result's place only where it says the same.
#include <algorithm>
#include <map>

#include "core/hash.hpp"
#include "core/language.hpp"
#include "study/measure_table.hpp"
#include "study/study_file.hpp"
#include "viewer/project/open_parts.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;
using Values = std::map<std::string, std::string>;

bool names_files(const std::string& key) {
    return key == "measures.catalogue";
}

/// Told apart by themselves.
bool is_compared_otherwise(const std::string& key) {
    return key == "study.crs" || key == "study.period" || key == "privacy.k" || key == "privacy.level";
}

/// Files by their names alone: the folder depends on where the command was given.
std::string without_folders(const std::string& list) {
    std::string names, one;
    for (const char c : list + ",") {
        if (c != ',') {
            one += c;
            continue;
        }
        names += fs::path(one).filename().string() + ",";
        one.clear();
    }
    return names;
}

bool is_of_measures(const std::string& key) {
    return key.starts_with("measures.");
}

/// What `lykta measures` was told of money and aim, set into the study; a result without measures tells nothing.
void ask_as(const outputs::RunResult& shown, study::Study& study) {
    const auto& options = shown.options;
    if (std::none_of(options.begin(), options.end(), [](const auto& o) { return is_of_measures(o.key); })) return;
    study.measures.budget.reset();
    study.measures.request.yearly_budget.reset();
    for (const auto& option : options) study::apply_measure_option(option.key, option.value, study.measures);
    if (shown.measures && shown.measures->portfolio) {
        study.measures.budget = shown.measures->portfolio->budget;
        study.measures.request.objective = shown.measures->portfolio->objective;
    }
}

void compare_options(const outputs::RunResult& shown, const study::Study& study, std::vector<std::string>& differs) {
    Values then, now;
    for (const auto& option : shown.options) then[option.key] = option.value;
    for (const auto& line : study::option_lines(study)) now[line.key] = line.value;
    const auto value = [](const Values& values, const std::string& key) {
        const auto at = values.find(key);
        if (at == values.end()) return std::string();
        return names_files(key) ? without_folders(at->second) : at->second;
    };
    const bool has_measures =
        std::any_of(then.begin(), then.end(), [](const auto& o) { return is_of_measures(o.first); });
    if (value(then, "study.crs") != value(now, "study.crs")) differs.emplace_back(tr("the coordinate system"));
    if (value(then, "study.period") != value(now, "study.period")) differs.emplace_back(tr("the period"));
    Values keys = then;
    keys.insert(now.begin(), now.end());
    for (const auto& [key, any] : keys) {
        if (is_compared_otherwise(key) || (is_of_measures(key) && (!has_measures || key == "measures.budget")))
            continue;
        if (value(then, key) != value(now, key)) differs.push_back(key);
    }
}

/// Files by content: what they are called, and where they lie, is nobody's concern.
void compare_files(const outputs::RunResult& shown, const study::Study& study, std::vector<std::string>& differs) {
    std::multimap<std::string, std::string> then;  ///< name by content
    for (const auto& source : shown.sources)
        if (!source.sha256.empty()) then.emplace(source.sha256, source.account.source);
    const auto add = [&](const std::string& name) {
        if (std::find(differs.begin(), differs.end(), name) == differs.end()) differs.push_back(name);
    };
    for (const auto& source : study.sources) {
        std::error_code unreadable;
        if (!fs::is_regular_file(source.path, unreadable)) continue;  // a service; or the run says that it is missing
        if (const auto at = then.find(sha256_of_file(source.path)); at != then.end())
            then.erase(at);
        else
            add(fs::path(source.path).filename().string());
    }
    for (const auto& [content, name] : then) add(name);
}

std::vector<std::string> differences(const outputs::RunResult& shown, const study::Study& study) {
    std::vector<std::string> differs;
    if (shown.public_level != study.public_level) differs.emplace_back(tr("the privacy level"));
    if (shown.privacy_k != study.privacy_k) differs.emplace_back(tr("the smallest count shown (k)"));
    compare_options(shown, study, differs);
    compare_files(shown, study, differs);
    return differs;
}

}  // namespace

std::shared_ptr<const outputs::RunResult> head_of(const outputs::RunResult& result) {
    auto head = std::make_shared<outputs::RunResult>(outputs::RunResult{.crs = result.crs});
    head->options = result.options;
    head->sources = result.sources;
    head->public_level = result.public_level;
    head->privacy_k = result.privacy_k;
    if (!result.measures || !result.measures->portfolio) return head;
    head->measures.emplace().portfolio.emplace();
    head->measures->portfolio->budget = result.measures->portfolio->budget;
    head->measures->portfolio->objective = result.measures->portfolio->objective;
    return head;
}

StudyBehind open_study_behind(const fs::path& study_file, std::shared_ptr<const outputs::RunResult> shown,
                              const study::Progress& progress) {
    progress(tr("Reading the study"), 0.0);
    auto study = study::read_study(study_file.string());
    ask_as(*shown, study);
    auto differs = differences(*shown, study);
    if (!differs.empty()) return {nullptr, std::move(differs)};
    auto project = std::make_shared<Project>();
    project->path = study_file;
    project->stands_for = std::move(shown);
    return {run_project(std::move(project), std::move(study), progress), {}};
}

}  // namespace lykta::viewer
