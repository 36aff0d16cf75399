// The measures of a town from beginning to end: match → site → effect → options → portfolio. Read this to see how the
// parts hang together.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "measures/catalogue.hpp"
#include "measures/effect.hpp"
#include "measures/matching.hpp"
#include "measures/options.hpp"
#include "measures/plan.hpp"
#include "measures/portfolio.hpp"
#include "measures/siting.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct PlanOptions {
    MatchOptions match;
    SitingOptions siting;
    EffectOptions effect;
    PackageOptions packages;
    std::optional<PortfolioRequest> portfolio;  ///< empty: no budget, no portfolio
    std::size_t most_places = 200;  ///< measures are sited for this many places, in rank order; the rest is said
};
using PlanProgress = std::function<void(const std::string& stage, double share)>;
/// \throws Error{bad_option} as choose_portfolio
/// \correctness  Exempelstad: planted dark places get lamps, shrub places clearing, basement places doors and locks,
/// daytime places no light; same bytes for 1 and 8 threads
[[nodiscard]] MeasurePlan make_plan(
    const World& world, Catalogue catalogue, const PlanOptions& options,
    const PlanProgress& progress = [](const auto&, double) {});

}  // namespace lykta::measures
