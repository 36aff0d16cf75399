// Which measures fit a place: the catalogue's problems held against what the run found there, with the reason in words.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
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
    conditions::DarkVerdict verdict = conditions::DarkVerdict::unknown;  ///< of the place against the city
    double path_m = 0;                                                   ///< street and path near, m; 0: unknown
    bool light_known = false;                                            ///< light was computed along those metres
};
/// Metres are those of the stretches near the place. Concealment: metres beside plants one can hide behind, or where a
/// plant hides who comes until nearer than 25 m, whichever is more on each stretch. Settings by metres of streets,
/// tunnels, and how much of the place houses cover.
/// \param incidents  the place's own, from incidents_by_place
/// \correctness  hand-made places, one per condition; Exempelstad's planted causes
[[nodiscard]] Diagnosis diagnose(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents);

struct MatchOptions {
    std::vector<Tried> tried;
    double few_incidents = 20;  ///< below this a camera is out of proportion. DEFAULT: 20 over the period
    /// A condition measured in metres is there from this many on (half a stretch) …
    Meters least_extent{15.0};
    double least_path_share = 0.02;  ///< … and from this share of the street and path near. REQUIRES: 0…1
    /// Nuisance and damage make up "much" from this share on, and where it is more than in the whole town. REQUIRES:
    /// 0…1
    double litter_share = 0.3;
    /// What rests on the incidents alone, without a condition found, asks that they make up at least this many times
    /// their share in the whole town. REQUIRES: ≥ 0. DEFAULT: 1: more than elsewhere
    double least_of_town = 1.0;
};

/// Every measure that fits, or that a reader would ask about and why not: lighting always, a camera where enough
/// happens outdoors, clearing, and mending of buildings where such incidents are recorded. Measures nothing speaks for
/// are left out. By place, fitting ones first; among them those that answer a condition found there before those that
/// answer the incidents alone; then by extent, then catalogue order.
///
/// Light: never where incidents are less dark than the city's, of the place as a whole or of those light can touch. New
/// or stronger light asks for a place darker than the city's incidents, or most of them in the dark; what is broken is
/// mended wherever darkness may matter.
/// A camera: fits only when every gentler measure that mends a found condition, and at least one of those that answer
/// the incidents alone, was tried; gentler ones for under 5 % of the incidents do not count. Social measures: one match
/// per measure and district, at the place with most of the incidents they answer. Reasons carry the figures: "62 % of
/// 140 incidents with a known hour happened in the dark and 86 m of path lie below class P5 because 3 lamps are out."
/// \correctness  hand-made places; property: a daytime place never gets light, a place without plants no clearing
[[nodiscard]] std::vector<Match> match_measures(const World& world, const Catalogue& catalogue,
                                                const MatchOptions& options = {});

}  // namespace lykta::measures
