#include "places/rank_simulation.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "core/parallel.hpp"
#include "places/simulated_town.hpp"

namespace lykta::places {
namespace {

/// How often the 90 % interval held the true rank, over all places of all towns.
struct Coverage {
    double held = 0, all = 0, width = 0, score_held = 0;
    [[nodiscard]] double share() const { return held / all; }
};

void add_town(const TownOptions& options, Coverage& coverage) {
    const auto town = make_town(options);
    const auto ranks = simulate_ranks(town.input(), {.draws = 200, .seed = options.seed});
    for (std::size_t p = 0; p < ranks.size(); ++p) {
        const int truth = town.true_rank[p];
        coverage.all += 1;
        coverage.held += truth >= ranks[p].low && truth <= ranks[p].high ? 1 : 0;
        coverage.width += ranks[p].high - ranks[p].low + 1;
        coverage.score_held +=
            town.true_score[p] >= ranks[p].score.low && town.true_score[p] <= ranks[p].score.high ? 1 : 0;
    }
}

TEST(RankSimulation, experiment) {
    for (const auto law : {RateLaw::gamma, RateLaw::lumpy})
        for (const double error : {0.0, 15.0, 83.0})
            for (const double offset : {0.0, 25.0}) {
                Coverage c;
                for (std::uint32_t t = 0; t < 100; ++t)
                    add_town({.seed = t + 1, .error_m = error, .second_error_m = error, .law = law, .grid_offset_m = offset}, c);
                std::cout << (law == RateLaw::gamma ? "gamma " : "lumpy ") << error << " m, offset " << offset << ": "
                          << c.share() << " width " << c.width / c.all << " score " << c.score_held / c.all << "\n";
            }
}

}  // namespace
}  // namespace lykta::places
