// States for tests of panels: the hand-made town of the writers' tests as a project, opened as a study or as a result.
#pragma once
#include <memory>
#include <utility>

#include "headless.hpp"
#include "outputs/measure_plan.hpp"
#include "study/plan_measures.hpp"

namespace lykta::viewer::testing {

constexpr float panel_width = 380;

struct SampleOptions {
    Origin origin = Origin::study;
    bool is_public = false;
    Language language = Language::english;
};

[[nodiscard]] inline std::shared_ptr<Project> sample_project(const SampleOptions& options = {}) {
    auto sample = by_hand::sample_run_with_measures(options.language);
    auto project = std::make_shared<Project>();
    project->origin = options.origin;
    project->path = "/studier/exempel/study.toml";
    project->run = std::make_unique<study::StudyRun>(
        study::StudyRun{.city = std::move(sample->city), .result = std::move(sample->result)});
    project->run->result.layers = &project->run->city;
    project->run->result.public_level = options.is_public;
    if (options.origin == Origin::study)
        project->world = std::make_unique<study::MeasureWorld>(study::Study{}, *project->run);
    else
        project->missing = {"The result does not hold the lamps."};
    return project;
}

[[nodiscard]] inline ViewerState state_of(ProjectPointer project) {
    ViewerState state = plain_state();
    state.project = std::move(project);
    state.budget = {.budget = 400000, .whole = 2000000};
    return state;
}
[[nodiscard]] inline ViewerState sample_state(const SampleOptions& options = {}) {
    return state_of(sample_project(options));
}

/// A panel as the right or left column shows it, tall enough that nothing is scrolled away.
[[nodiscard]] inline Panel in_column(Panel panel) {
    return hosted(std::move(panel), panel_width, 3900);
}
[[nodiscard]] inline HeadlessOptions tall(Language language = Language::english, double scale = 1) {
    return {.width = 1280, .height = 4000, .scale = scale, .language = language};
}

/// Texts cut at a side, in both languages and at two sizes of text. Must be empty.
[[nodiscard]] inline std::vector<std::string> cut_anywhere(const Panel& panel, const ViewerState& state) {
    std::vector<std::string> all;
    for (const auto language : {Language::swedish, Language::english})
        for (const double scale : {1.0, 1.5}) {
            Headless headless{{.width = 1280, .height = 6000, .scale = scale, .language = language}};
            const Panel column = hosted(panel, static_cast<float>(panel_width * scale), 5900);
            static_cast<void>(headless.run(column, state));
            for (const auto& text : headless.cut_texts()) all.push_back(text);
        }
    return all;
}

/// Texts shortened to "…", in the narrowest column there is, in both languages and at two sizes of text.
[[nodiscard]] inline std::vector<std::string> shortened_anywhere(const Panel& panel, const ViewerState& state) {
    std::vector<std::string> all;
    for (const auto language : {Language::swedish, Language::english})
        for (const double scale : {1.0, 1.5}) {
            Headless headless{{.width = 1280, .height = 6000, .scale = scale, .language = language}};
            static_cast<void>(headless.run(hosted(panel, static_cast<float>(250 * scale), 5900), state));
            std::string text = headless.all_text();
            for (auto at = text.find("…"); at != std::string::npos; at = text.find("…", at + 1)) {
                const auto from = text.rfind('\n', at) + 1;
                all.push_back(text.substr(from, text.find('\n', at) - from));
            }
        }
    return all;
}

}  // namespace lykta::viewer::testing
