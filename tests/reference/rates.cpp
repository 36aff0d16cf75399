// Reference topic empirical_bayes.
#include "reference/reference.hpp"
#include "statistics/empirical_bayes.hpp"

namespace reference {

namespace {

using namespace lykta::statistics;

Json model_figures(const std::vector<double>& events, const std::vector<double>& at_risk, RateModel model) {
    const EmpiricalBayes eb = empirical_bayes(events, at_risk, model);
    return {{"a", eb.prior_variance}, {"b", eb.prior_mean}, {"rate", list_json(eb.rate)}};
}

std::optional<SpatialWeights> neighbours_in(const Json& input) {
    for (const char* name : {"neighbours", "neighbours_queen"}) {
        if (!input.contains(name)) continue;
        SpatialWeights w;
        for (const auto& row : input[name]) {
            w.neighbours.push_back(row.get<std::vector<std::uint32_t>>());
            w.weights.emplace_back(row.size(), 1.0);
        }
        return w;
    }
    return {};
}

}  // namespace

Json empirical_bayes(const Json& one_case) {
    const Json& input = one_case.at("input");
    const auto events = numbers_of(input.at("events")), at_risk = numbers_of(input.at("at_risk"));
    const EmpiricalBayes eb = lykta::statistics::empirical_bayes(events, at_risk);
    Json raw = Json::array();
    for (std::size_t i = 0; i < events.size(); ++i)
        raw.push_back(at_risk[i] > 0 ? Json(events[i] / at_risk[i]) : Json(nullptr));
    Json found{{"raw_rate", raw},
               {"marshall_global", model_figures(events, at_risk, RateModel::poisson)},
               {"binomial_global", model_figures(events, at_risk, RateModel::binomial)},
               {"rows_with_zero_at_risk", eb.without_exposure}};
    if (!eb.without_exposure.empty()) {
        found["rate_there"] = optional_json(eb.rate[eb.without_exposure.front()]);
        found["must_report"] = "no rate for " + Json(eb.without_exposure).dump() + ": nothing at risk there";
    }
    if (const auto w = neighbours_in(input)) {
        found["local_rate"] = list_json(empirical_bayes_local(events, at_risk, *w));
        found["assuncao_reis_EB_moran_binary"] = optional_json(empirical_bayes_moran(events, at_risk, *w));
    }
    return found;
}

}  // namespace reference
