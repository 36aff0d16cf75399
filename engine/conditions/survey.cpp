// Shares of survey answers, and how far few answers are believed.
#include "conditions/survey.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::conditions {

namespace {

/// How much an area's own share weighs in its drawn share, 0…1: the factor of statistics::empirical_bayes' binomial
/// form (Martuzzi & Elliott 1996), which gives the rate alone.
double trust_in(double answers, const statistics::EmpiricalBayes& bayes, double mean_answers) {
    const double chance = bayes.prior_mean * (1.0 - bayes.prior_mean), spread = bayes.prior_variance;
    const double between = answers * spread - answers / mean_answers * chance;
    const double all = (answers - 1.0) * spread + (mean_answers - answers) / mean_answers * chance;
    if (!(between > 0.0)) return 0.0;
    return all > 0.0 ? std::min(1.0, between / all) : 1.0;
}

void draw_together(const layers::SurveyLayer& survey, std::vector<PerceivedSafety>& safety) {
    std::vector<double> unsafe, answers;
    double sum = 0.0, areas = 0.0;
    for (const auto& area : survey.areas) {
        unsafe.push_back(area.unsafe);
        answers.push_back(area.answers);
        sum += std::max(0.0, area.answers);
        areas += area.answers > 0.0 ? 1.0 : 0.0;
    }
    if (areas < 2.0) {  // nothing to draw a lone area towards
        for (auto& s : safety) s.shrunk_share = s.share_unsafe;
        return;
    }
    const auto bayes = statistics::empirical_bayes(unsafe, answers, statistics::RateModel::binomial);
    for (std::size_t i = 0; i < safety.size(); ++i) {
        if (!safety[i].share_unsafe) continue;
        safety[i].shrunk_share = bayes.rate[i];
        safety[i].small = trust_in(answers[i], bayes, sum / areas) < 0.5;
    }
}

}  // namespace

std::vector<PerceivedSafety> perceived_safety(const layers::SurveyLayer& survey) {
    std::vector<PerceivedSafety> result;
    for (const auto& area : survey.areas) {
        PerceivedSafety safety{.answers = area.answers, .unsafe = area.unsafe};
        if (area.answers > 0.0) {
            safety.share_unsafe = area.unsafe / area.answers;
            safety.interval = statistics::wilson_interval(area.unsafe, area.answers);
        }
        result.push_back(safety);
    }
    draw_together(survey, result);
    return result;
}

}  // namespace lykta::conditions
