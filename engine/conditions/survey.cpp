// Shares of survey answers.
#include "conditions/survey.hpp"

namespace lykta::conditions {

std::vector<PerceivedSafety> perceived_safety(const layers::SurveyLayer& survey) {
    std::vector<PerceivedSafety> result;
    for (const auto& area : survey.areas) {
        PerceivedSafety safety{area.answers, area.unsafe, {}, {0.0, 1.0}};
        if (area.answers > 0.0) {
            safety.share_unsafe = area.unsafe / area.answers;
            safety.interval = statistics::wilson_interval(area.unsafe, area.answers);
        }
        result.push_back(safety);
    }
    return result;
}

}  // namespace lykta::conditions
