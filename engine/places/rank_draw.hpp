// One draw of the whole ranking: conditions, weights and scores of all places, and the ranks they give.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "places/places.hpp"
#include "places/score.hpp"

namespace lykta::places {

/// What a draw gives of each place.
struct DrawnRanks {
    std::vector<std::uint32_t> rank;
    std::vector<float> score;  ///< points
};

/// What stays the same from draw to draw, prepared once.
class RankDrawer {
public:
    struct Options {
        std::uint32_t seed = 1;
        double weight_sd = 0.25;
    };
    RankDrawer(std::span<const RankedPlace> places, const PresentTerms& present, const ScoreOptions& score,
               const Options& options);

    /// `rate`: the drawn incident rate of each place, weighted incidents per hectare and year.
    [[nodiscard]] DrawnRanks ranks(std::span<const double> rate, std::uint32_t draw) const;

private:
    [[nodiscard]] double condition(Term term, std::uint32_t place, std::uint32_t draw) const;
    [[nodiscard]] std::map<Term, double> drawn_weights(std::uint32_t draw) const;
    [[nodiscard]] double scale_of(Term term, std::span<const double> raw) const;

    std::span<const RankedPlace> m_places;
    const PresentTerms& m_present;
    const ScoreOptions& m_score;
    Options m_options;
    std::map<Term, double> m_weights;
    std::vector<std::uint32_t> m_by_id;  ///< position of each place when ordered by id
};

/// Median, 90 % interval and P(first k) from the ranks of all draws. A whole rank belongs to the interval when at
/// least 5 % of the draws lie on either side of it, the rank's own draws counted half on each: so the interval holds
/// the truth as often as it says and not, as whole numbers else make it, more often.
[[nodiscard]] RankDistribution distribution_of(std::vector<std::uint32_t> ranks, std::vector<float> scores, int top_k);

}  // namespace lykta::places
