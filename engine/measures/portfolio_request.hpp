// From a plan's options and a user's request in names to candidates and constraints in numbers. Internal to the
// portfolio's own files.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "measures/portfolio.hpp"

namespace lykta::measures {

/// Where the options stand, as the study names it.
struct PlaceNames {
    std::span<const std::string> district_of_place, place_ids;  ///< one per place; no district: empty
};
/// What an option is worth to an objective.
[[nodiscard]] double worth_of(const Option& option, const PortfolioRequest& request);
/// The same with the harm it prevents drawn anew. What is counted low stays as much lower than the mean as it was.
[[nodiscard]] double worth_of(const Option& option, const PortfolioRequest& request, double drawn_harm);

/// One candidate per option, in the plan's order.
[[nodiscard]] std::vector<Candidate> candidates_of(const MeasurePlan& plan, const PlaceNames& names,
                                                   const PortfolioRequest& request);
/// \throws Error{bad_option} an unknown measure, place, district or owner, with the nearest known word
[[nodiscard]] Constraints constraints_of(const MeasurePlan& plan, const PlaceNames& names,
                                         const PortfolioRequest& request);

}  // namespace lykta::measures
