// Findings and draws for a set of measures, and the means of places.
#include "measures/effect_model.hpp"

#include <algorithm>
#include <array>

#include "measures/effect_draws.hpp"

namespace lykta::measures {

EffectModel effect_model(const World& world, const Catalogue& catalogue, std::span<const std::uint32_t> used, int draws,
                         std::uint32_t seed) {
    EffectModel model{.world = world, .catalogue = catalogue, .draws = draws, .seed = seed};
    model.evidence = evidence_of(catalogue, world.city.incidents.category.text, used);
    model.years = world.period.days() > 0 ? world.period.years() : 1.0;
    model.price.resize(catalogue.measures.size());
    if (draws == 0) return model;
    for (const auto& finding : model.evidence.findings) {
        auto values = ratio_draws(finding.ratio, finding.key, draws, seed);
        for (auto& value : values) value = 1 - value;
        model.share.push_back(std::move(values));
    }
    for (std::size_t m = 0; m < catalogue.measures.size(); ++m)
        model.price[m] = price_draws(catalogue.measures[m].id, draws, seed);
    return model;
}

std::vector<std::uint32_t> measures_used(std::span<const SitedMeasure> sited) {
    std::vector<std::uint32_t> used;
    for (const auto& s : sited) used.push_back(s.measure);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

PlaceMeans::PlaceMeans(const EffectModel& model, std::uint32_t place, double regression)
    : m_model(model),
      m_place(place),
      m_regression(regression),
      m_count(model.evidence.categories, 0.0),
      m_values(model.evidence.categories) {
    if (place >= model.world.places.size()) return;
    const auto& category = model.world.city.incidents.category.of_row;
    for (const auto i : model.world.places[place].facts.incident_index) m_count[category[i]] += 1;
}

const std::vector<double>& PlaceMeans::of_category(std::uint32_t category, double at_least) {
    auto& values = m_values[category];
    if (!values.empty()) return values;
    const bool known = m_place < m_model.world.places.size();
    const double count = m_count[category] > 0 ? m_count[category] : at_least;
    values = mean_draws(count * m_regression, known ? m_model.world.places[m_place].place.id : "",
                        m_model.world.city.incidents.category.text[category], m_model.draws, m_model.seed);
    return values;
}

PreventedDraws prevented_draws(const EffectModel& model, std::span<const IncidentClass> classes, PlaceMeans& means,
                               double regression) {
    const auto draws = static_cast<std::size_t>(model.draws);
    PreventedDraws sum{std::vector<double>(draws, 0.0), std::vector<double>(draws, 0.0)};
    std::vector<const double*> shares;
    std::vector<double> scale;
    for (const auto& c : classes) {
        const auto& mean = means.of_category(c.category, touched_in(c).count);
        scale.clear();
        for (const double m : mean) scale.push_back(m * regression / model.years);
        shares.clear();
        for (const auto f : c.findings) shares.push_back(model.share[f].data());
        add_prevented(c, shares, scale, sum);
    }
    return sum;
}

}  // namespace lykta::measures
