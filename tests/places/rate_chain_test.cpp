// Incidents' true places drawn: against redrawing every position the plain way, and blur undone.
#include "places/rate_chain.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "places/draw_stream.hpp"
#include "places/simulated_town.hpp"

namespace lykta::places {
namespace {

/// What a chain needs, kept together.
struct Prepared {
    RegionMap map;
    Background background;
    Sites sites;
    RateModel model;
    explicit Prepared(const SimulatedTown& town)
        : map(town.places, 2_m, Overlap::deepest),
          background(background_of(town.incidents.position, map)),
          sites(sites_of(town.incidents, near(map), background)),
          model{.map = map, .background = background, .sites = sites} {
        for (const auto i : sites.incident) model.weight.push_back(static_cast<float>(town.weight[i]));
    }
    static const RegionMap& near(RegionMap& map) {
        map.prepare_near(400_m);
        return map;
    }
};

std::vector<double> mean_counts(const Prepared& prepared, std::size_t places, std::uint32_t steps) {
    RateChain chain{prepared.model, {}, 0.0};
    std::vector<double> mean(places, 0.0);
    for (std::uint32_t k = 0; k < steps; ++k) {
        chain.step(k);
        for (std::uint32_t t = 0; t < RateChain::draws_a_step; ++t) {
            auto counts = chain.counts(t);
            counts.resize(places);
            for (std::size_t p = 0; p < places; ++p) mean[p] += counts[p].sum / (4.0 * steps);
        }
    }
    return mean;
}

/// The plain way: every position moved by its error until the rate there lets it stay (rejection), by contains() in the
/// outlines; then the rates from their gamma laws, again and again.
class PlainChain {
public:
    PlainChain(const SimulatedTown& town, const Background& background)
        : m_town(town), m_background(background), m_rate(town.places.size(), 10.0) {
        m_background_rate.assign(background.area_ha.size(), 2.0);
    }

    std::vector<double> mean_counts(std::uint32_t steps) {
        std::vector<double> mean(m_rate.size(), 0.0);
        for (std::uint32_t k = 0; k < 20 + steps; ++k) {
            const auto sum = step(k);
            for (std::size_t p = 0; p < mean.size() && k >= 20; ++p) mean[p] += sum[p] / steps;
        }
        return mean;
    }

private:
    [[nodiscard]] std::size_t place_at(Point p) const {
        for (std::size_t k = 0; k < m_rate.size(); ++k)
            if (contains(m_town.places[k].place.shape, p)) return k;
        return m_rate.size();
    }

    std::vector<double> step(std::uint32_t k) {
        std::vector<double> count(m_rate.size() + 1), sum(m_rate.size() + 1), in_square(m_background_rate.size());
        const double most = std::max(*std::max_element(m_rate.begin(), m_rate.end()),
                                     *std::max_element(m_background_rate.begin(), m_background_rate.end()));
        for (std::uint32_t i = 0; i < m_town.incidents.position.size(); ++i) {
            DrawStream random{9, 50, i, k};
            const Point at = m_town.incidents.position[i];
            const auto square = m_background.at(at) - m_background.first_region;
            const double sigma = sigma_of(error_of(m_town.incidents, i));
            for (;;) {
                const auto place = place_at({at.x + sigma * random.normal(), at.y + sigma * random.normal()});
                if (random.uniform() * most > (place < m_rate.size() ? m_rate[place] : m_background_rate[square]))
                    continue;
                count[place] += 1, sum[place] += m_town.weight[i];
                if (place == m_rate.size()) in_square[square] += 1;
                break;
            }
        }
        draw_rates(count, in_square, k);
        return sum;
    }

    void draw_rates(const std::vector<double>& count, const std::vector<double>& in_square, std::uint32_t k) {
        std::vector<WeightedCount> places;
        for (std::size_t p = 0; p < m_rate.size(); ++p)
            places.push_back({count[p], count[p], m_town.places[p].place.area_ha});
        const auto prior = drawn_prior(rate_prior(places), 9, 51, k);
        for (std::uint32_t p = 0; p < m_rate.size(); ++p) {
            const auto law = rate_posterior(places[p], prior);
            m_rate[p] = DrawStream{9, 52, p, k}.gamma(law.shape) / law.per_rate;
        }
        const double mean = std::accumulate(in_square.begin(), in_square.end(), 0.0) /
                            std::accumulate(m_background.area_ha.begin(), m_background.area_ha.end(), 0.0);
        for (std::uint32_t b = 0; b < m_background_rate.size(); ++b)
            m_background_rate[b] =
                DrawStream{9, 53, b, k}.gamma(2 + in_square[b]) / (2 / mean + m_background.area_ha[b]);
    }

    const SimulatedTown& m_town;
    const Background& m_background;
    std::vector<double> m_rate, m_background_rate;
};

TEST(RateChain, agrees_with_redrawing_every_position_the_plain_way) {
    const auto town = make_town({.seed = 3, .error_m = 60, .second_error_m = 15, .columns = 3, .rows = 2});
    const Prepared prepared{town};
    const auto quick = mean_counts(prepared, town.places.size(), 150);
    const auto plain = PlainChain{town, prepared.background}.mean_counts(150);
    double total_quick = 0, total_plain = 0;
    for (std::size_t p = 0; p < quick.size(); ++p) {
        EXPECT_NEAR(quick[p], plain[p], 2.0 + 0.1 * plain[p]) << p;
        total_quick += quick[p], total_plain += plain[p];
    }
    EXPECT_NEAR(total_quick, total_plain, 0.06 * total_plain);
}

TEST(RateChain, gives_a_hot_place_back_what_the_error_carried_out_of_it) {
    double truth = 0, recorded = 0, drawn = 0;
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        const auto town = make_town({.seed = seed, .error_m = 83, .second_error_m = 83, .grid_offset_m = 0});
        const auto mean = mean_counts(Prepared{town}, town.places.size(), 30);
        const auto hot = static_cast<std::size_t>(std::max_element(town.true_rate.begin(), town.true_rate.end()) -
                                                  town.true_rate.begin());
        truth += town.true_rate[hot] * town.places[hot].place.area_ha;
        for (const auto i : town.places[hot].facts.incident_index) recorded += town.weight[i];
        drawn += mean[hot];
    }
    EXPECT_LT(recorded, 0.75 * truth);
    EXPECT_NEAR(drawn, truth, 0.15 * truth);
}

TEST(RateChain, without_any_error_keeps_every_incident_where_it_was_recorded) {
    const auto town = make_town({.seed = 4, .error_m = 0, .second_error_m = 0, .grid_offset_m = 0});
    const auto mean = mean_counts(Prepared{town}, town.places.size(), 2);
    for (std::size_t p = 0; p < mean.size(); ++p) {
        double recorded = 0;
        for (const auto i : town.places[p].facts.incident_index) recorded += town.weight[i];
        EXPECT_NEAR(mean[p], recorded, 6) << p;  // incidents within a lattice cell of the outline may change sides
    }
}

}  // namespace
}  // namespace lykta::places
