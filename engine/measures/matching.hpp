// Which measures fit a place: the catalogue's problems held against what the run found there, with the reason in words.
#pragma once
#include <vector>

#include "measures/catalogue.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// What is wrong with a place, in the catalogue's words.
struct Diagnosis {
    std::uint32_t place = 0;
    double incidents = 0;
    std::vector<double> by_outcome;  ///< incidents of each Outcome, outcome_count long (they overlap)
    When when = When::any;           ///< dark: darker than the city; day: less dark than the city
    double dark_share = 0;           ///< of incidents with a known hour; 0 when none is known
    bool hours_known = false;
    std::vector<Setting> settings;
    std::vector<double> extent;  ///< of each Condition: metres, or failed items, or a share (litter_damage)
    double indoors = 0;          ///< incidents of indoor outcomes (basement, burglary) as a share
};
/// \param incidents  the place's own, from incidents_by_place
/// \correctness  hand-made places, one per condition; Exempelstad's planted causes
[[nodiscard]] Diagnosis diagnose(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents);

/// Measures a place's decision-makers have already tried there; camera law asks for gentler ones first.
struct Tried {
    std::string place;    ///< id or name
    std::string measure;  ///< id
    std::string since;    ///< as written, shown
};
struct MatchOptions {
    std::vector<Tried> tried;
    double few_incidents = 20;  ///< below this a camera is out of proportion. DEFAULT: 20 over the period
};

/// Every measure that fits or that a reader would ask about (a condition or category of it is there) and why not.
/// Measures nothing speaks for are left out. By place, fitting ones first, then by extent, then catalogue order.
/// Reasons carry the figures: "62 % of 140 incidents with a known hour happened in the dark and 86 m of path lie below
/// class P5 because 3 lamps are out."
/// \correctness  hand-made places; property: a daytime place never gets light, a place without plants no clearing
[[nodiscard]] std::vector<Match> match_measures(const World& world, const Catalogue& catalogue,
                                                const MatchOptions& options = {});

}  // namespace lykta::measures
