#include "study/incident_values.hpp"

#include "conditions/darkness.hpp"

namespace lykta::study {

std::vector<double> harm_of_incidents(const Study& study, const layers::IncidentLayer& incidents) {
    std::vector<double> of_word;
    for (const auto& word : incidents.category.text) {
        const auto found = study.harm.find(word);
        of_word.push_back(found == study.harm.end() ? 1.0 : found->second);
    }
    std::vector<double> harm(incidents.size());
    for (std::size_t i = 0; i < harm.size(); ++i) harm[i] = of_word[incidents.category.of_row[i]];
    return harm;
}

std::vector<double> incident_weights(const Study& study, const layers::IncidentLayer& incidents, const Period& period) {
    auto weights = harm_of_incidents(study, incidents);
    const double middle_age = static_cast<double>(period.days()) / 2;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto& t = incidents.time[i];
        const double age = t.known ? static_cast<double>(period.last_day - t.local_day) : middle_age;
        weights[i] *= places::recency_weight(age, study.score.half_life);
    }
    return weights;
}

std::vector<double> dark_of_incidents(const Study& study, const layers::IncidentLayer& incidents,
                                      Point longitude_latitude) {
    auto options = study.dark.options;
    const auto profile = conditions::time_profile(incidents);
    if (study.dark.by_profile) options.profile = &profile;
    return conditions::dark_probability(incidents, longitude_latitude, options);
}

}  // namespace lykta::study
