#include "places/rate_chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "places/draw_stream.hpp"

namespace lykta::places {

namespace {

enum Stream : std::uint32_t { place_of_incident = 1, region_rate = 2, rate_prior_stream = 3 };
constexpr int em_plain_steps = 4, em_prior_steps = 4;
constexpr double background_shape = 2.0;  ///< a background square counts beside this many expected incidents
constexpr float least_rate = 1e-6F;

}  // namespace

RatePrior drawn_prior(RatePrior prior, std::uint32_t seed, std::uint32_t stream, std::uint32_t draw) {
    DrawStream random{seed, stream, 0xffffffffU, draw};
    if (prior.places < 3) {
        prior.variance = prior.mean * prior.mean;
        return prior;
    }
    const double freedom = prior.places - 1;
    const double total = std::max(prior.spread, prior.chance) * freedom / (2.0 * random.gamma(freedom / 2.0));
    const double mean = prior.mean + random.normal() * std::sqrt(total / prior.places);
    prior.variance = std::max(total - prior.chance, 0.02 * prior.chance);
    prior.mean = std::max(mean, 0.2 * prior.mean);
    return prior;
}

RateChain::RateChain(const RateModel& model, Point shift, double turn)
    : m_model(model),
      m_tables(position_tables(model.sites, model.map, shift, error_stencil(turn))),
      m_area_ha(model.map.area_ha()) {
    m_area_ha.insert(m_area_ha.end(), model.background.area_ha.begin(), model.background.area_ha.end());
    settle_the_certain();
    m_rate.assign(m_area_ha.size(), 1.0F);
    for (int k = 0; k < em_plain_steps; ++k) expect_and_maximise(false);
    for (int k = 0; k < em_prior_steps; ++k) expect_and_maximise(true);
    likeliest_first();
}

/// Sites that can lie in one region only, and the incidents far from all places, are counted once.
void RateChain::settle_the_certain() {
    m_certain.assign(m_area_ha.size(), {});
    for (std::size_t b = 0; b < m_model.sites.far_in_background.size(); ++b)
        m_certain[m_model.map.regions() + b].count += m_model.sites.far_in_background[b];
    for (std::uint32_t s = 0; s < m_model.sites.site.size(); ++s) {
        if (m_tables.start[s + 1] - m_tables.start[s] > 1) {
            m_open.push_back(s);
            continue;
        }
        const auto& site = m_model.sites.site[s];
        auto& tally = m_certain[m_tables.entry[m_tables.start[s]].region];
        for (auto i = site.first; i < site.first + site.count; ++i) {
            const double w = m_model.weight[i];
            tally.count += 1.0, tally.sum += w, tally.squares += w * w;
        }
    }
}

RatePrior RateChain::place_prior(std::span<const double> counts) const {
    std::vector<WeightedCount> places;
    for (std::size_t r = 0; r < m_model.map.regions(); ++r) places.push_back({counts[r], counts[r], m_area_ha[r]});
    return rate_prior(places);
}

void RateChain::expect_and_maximise(bool with_prior) {
    std::vector<double> expected(m_area_ha.size());
    for (std::size_t r = 0; r < expected.size(); ++r) expected[r] = m_certain[r].count;
    for (const auto s : m_open) {
        const auto first = m_tables.start[s], last = m_tables.start[s + 1];
        float total = 0;
        for (auto e = first; e < last; ++e) total += m_rate[m_tables.entry[e].region] * m_tables.entry[e].points;
        const float each = static_cast<float>(m_model.sites.site[s].count) / total;
        for (auto e = first; e < last; ++e)
            expected[m_tables.entry[e].region] +=
                static_cast<double>(each * m_rate[m_tables.entry[e].region] * m_tables.entry[e].points);
    }
    const std::size_t places = m_model.map.regions();
    const auto prior = place_prior(expected);
    double sum = 0, area = 0;
    for (std::size_t r = places; r < expected.size(); ++r) sum += expected[r], area += m_area_ha[r];
    m_background_rate = std::max(1e-9, sum / area);
    for (std::size_t r = 0; r < expected.size(); ++r) {
        double shape = 0, per_rate = 0;
        if (r >= places) shape = background_shape, per_rate = background_shape / m_background_rate;
        if (r < places && with_prior && prior.variance > 0 && prior.mean > 0)
            shape = prior.mean * prior.mean / prior.variance, per_rate = prior.mean / prior.variance;
        const double at_risk = m_area_ha[r] + per_rate;
        m_rate[r] = std::max(least_rate, at_risk > 0 ? static_cast<float>((expected[r] + shape) / at_risk) : 0.0F);
    }
}

void RateChain::step(std::uint32_t draw) {
    draw_places(draw);
    draw_rates(draw);
}

/// So that a look through a site's regions mostly ends at the first.
void RateChain::likeliest_first() {
    const auto likelihood = [&](const PositionTables::Entry& e) { return m_rate[e.region] * e.points; };
    for (const auto s : m_open)
        std::stable_sort(m_tables.entry.begin() + m_tables.start[s], m_tables.entry.begin() + m_tables.start[s + 1],
                         [&](const auto& a, const auto& b) { return likelihood(a) > likelihood(b); });
}

void RateChain::draw_places(std::uint32_t draw) {
    m_tally.fill(m_certain);
    std::array<float, 65> up_to{};  // no site has more regions than the stencil has points
    for (const auto s : m_open) {
        const PositionTables::Entry* entry = &m_tables.entry[m_tables.start[s]];
        const auto last = m_tables.start[s + 1] - m_tables.start[s] - 1;
        float total = 0;
        for (std::uint32_t e = 0; e <= last; ++e) up_to[e] = total += m_rate[entry[e].region] * entry[e].points;
        up_to[last] = 2 * total;  // a number rounded up to the total still ends there
        const auto& site = m_model.sites.site[s];
        for (auto i = site.first; i < site.first + site.count; ++i) {
            const auto numbers = random_block(m_model.seed, place_of_incident, i, draw);
            const double w = m_model.weight[i];
            for (std::uint32_t t = 0; t < draws_a_step; ++t) {
                const float u = static_cast<float>(numbers[t]) * 0x1.0p-32F * total;
                const PositionTables::Entry* chosen = entry;
                for (const float* sum = up_to.data(); u >= *sum; ++sum) ++chosen;
                auto& tally = m_tally[t][chosen->region];
                tally.count += 1.0, tally.sum += w, tally.squares += w * w;
            }
        }
    }
}

void RateChain::draw_rates(std::uint32_t draw) {
    const std::size_t places = m_model.map.regions();
    std::vector<double> counts;
    for (const auto& t : m_tally.back()) counts.push_back(t.count);
    const auto prior = drawn_prior(place_prior(counts), m_model.seed, rate_prior_stream, draw);
    for (std::uint32_t r = 0; r < m_rate.size(); ++r) {
        RatePosterior law{background_shape + counts[r], background_shape / m_background_rate + m_area_ha[r]};
        if (r < places) law = rate_posterior({counts[r], counts[r], m_area_ha[r]}, prior);
        if (!(law.shape > 0) || !(law.per_rate > 0)) continue;
        DrawStream random{m_model.seed, region_rate, r, draw};
        m_rate[r] = std::max(least_rate, static_cast<float>(random.gamma(law.shape) / law.per_rate));
    }
}

std::vector<WeightedCount> RateChain::counts(std::uint32_t of_step) const {
    const auto& tally = m_tally[of_step];
    std::vector<WeightedCount> places;
    for (std::size_t r = 0; r < m_model.map.regions(); ++r)
        for (const auto p : m_model.map.places_of(r)) {
            if (p >= places.size()) places.resize(p + 1);
            places[p].sum += tally[r].sum;
            places[p].squares += tally[r].squares;
        }
    return places;
}

}  // namespace lykta::places
