#include "places/rank_draw.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "places/draw_stream.hpp"
#include "places/term_uncertainty.hpp"

namespace lykta::places {

namespace {

/// Streams of the conditions and weights; rate_chain.cpp and rank_simulation.cpp have the numbers below.
constexpr std::uint32_t first_condition_stream = 16, weight_stream = 32;

double drawn_light(const PlaceFacts& f, DrawStream& random) {
    const double sd = f.light_sd.value_or(0);
    const double deficit = sd > 0 ? deficit_with(f, std::exp(sd * random.normal())) : *f.light_deficit;
    return deficit * random.beta(dark_law(f.dark));
}

double drawn_defects(const PlaceFacts& f, DrawStream& random) {
    const auto law = defect_law(f);
    if (law.known_part >= 1) return law.known;
    return law.known_part * law.known + (1 - law.known_part) * random.beta(law.unknown);
}

}  // namespace

RankDrawer::RankDrawer(std::span<const RankedPlace> places, const PresentTerms& present, const ScoreOptions& score,
                       const Options& options)
    : m_places(places),
      m_present(present),
      m_score(score),
      m_options(options),
      m_weights(weights_to_100(present, score)),
      m_by_id(places.size()) {
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return places[a].place.id < places[b].place.id; });
    for (std::uint32_t k = 0; k < order.size(); ++k) m_by_id[order[k]] = k;
}

double RankDrawer::condition(Term term, std::uint32_t place, std::uint32_t draw) const {
    const auto& f = m_places[place].facts;
    const auto raw = raw_value(term, f);
    if (!raw) return 0;
    DrawStream random{m_options.seed, first_condition_stream + static_cast<std::uint32_t>(term), place, draw};
    if (term == Term::light_deficit) return drawn_light(f, random);
    if (term == Term::inspection_defects) return drawn_defects(f, random);
    const double sd = obstruction_sd(*raw);
    return sd > 0 ? std::clamp(*raw + sd * random.normal(), 0.0, 1.0) : *raw;
}

std::map<Term, double> RankDrawer::drawn_weights(std::uint32_t draw) const {
    auto weights = m_weights;
    DrawStream random{m_options.seed, weight_stream, 0, draw};
    double sum = 0;
    for (auto& [term, w] : weights) sum += w *= std::exp(m_options.weight_sd * random.normal());
    for (auto& [term, w] : weights) w *= 100.0 / sum;
    return weights;
}

double RankDrawer::scale_of(Term term, std::span<const double> raw) const {
    const auto given = m_score.scale.find(term);
    if (given != m_score.scale.end() && given->second) return *given->second;
    const double q = quantile({raw.begin(), raw.end()}, 0.95);
    return q > 0 ? q : 1.0;
}

DrawnRanks RankDrawer::ranks(std::span<const double> rate, std::uint32_t draw) const {
    const auto places = static_cast<std::uint32_t>(m_places.size());
    const auto weights = drawn_weights(draw);
    std::vector<double> score(places, 0.0), raw(places);
    for (const auto term : all_terms) {
        if (!is_present(term, m_present)) continue;
        for (std::uint32_t p = 0; p < places; ++p)
            raw[p] = term == Term::incident_rate ? rate[p] : condition(term, p, draw);
        const double scale = scale_of(term, raw), weight = weights.at(term);
        for (std::uint32_t p = 0; p < places; ++p) score[p] += weight * std::clamp(raw[p] / scale, 0.0, 1.0);
    }
    std::vector<std::uint32_t> order(places);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (score[a] != score[b]) return score[a] > score[b];
        return rate[a] != rate[b] ? rate[a] > rate[b] : m_by_id[a] < m_by_id[b];
    });
    DrawnRanks drawn{std::vector<std::uint32_t>(places), std::vector<float>(score.begin(), score.end())};
    for (std::uint32_t k = 0; k < places; ++k) drawn.rank[order[k]] = k + 1;
    return drawn;
}

RankDistribution distribution_of(std::vector<std::uint32_t> ranks, std::vector<float> scores, int top_k) {
    constexpr double tail = 0.05;
    RankDistribution result;
    if (ranks.empty()) return result;
    std::sort(ranks.begin(), ranks.end());
    const auto n = static_cast<double>(ranks.size());
    const auto below = [&](std::uint32_t r) {
        return static_cast<double>(std::lower_bound(ranks.begin(), ranks.end(), r) - ranks.begin()) / n;
    };
    const auto up_to_middle = [&](std::uint32_t r) { return (below(r) + below(r + 1)) / 2; };
    std::uint32_t low = ranks.front(), high = ranks.back();
    while (up_to_middle(low) < tail) ++low;
    while (up_to_middle(high) > 1 - tail) --high;
    result.low = low, result.high = high;
    result.median = ranks[(ranks.size() - 1) / 2];
    result.top_k = below(static_cast<std::uint32_t>(top_k) + 1);
    std::vector<double> points(scores.begin(), scores.end());
    result.score = {quantile(points, tail), quantile(points, 1 - tail)};
    return result;
}

}  // namespace lykta::places
