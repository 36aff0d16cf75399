// How unsafe people feel, per area: a second outcome beside recorded incidents, never added to them.
#pragma once
#include <optional>
#include <vector>

#include "layers/layers.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::conditions {

/// One per survey area, in their order.
struct PerceivedSafety {
    double answers = 0.0, unsafe = 0.0;
    std::optional<double> share_unsafe;       ///< empty without answers
    statistics::Interval interval{0.0, 1.0};  ///< 95 %, Wilson
    /// Drawn towards the city's share as far as the answers are few (binomial empirical Bayes); `small` says that the
    /// answers weigh less than half of it: more people must be asked before the area can be told from the city.
    std::optional<double> shrunk_share;
    bool small = false;
};
/// \correctness  hand cases; twin: statistics::empirical_bayes gives the same share
/// \see  Wilson (1927), JASA 22:209–212; Martuzzi & Elliott (1996), Statistics in Medicine 15:1867–1873
[[nodiscard]] std::vector<PerceivedSafety> perceived_safety(const layers::SurveyLayer& survey);

}  // namespace lykta::conditions
