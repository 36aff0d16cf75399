// Matching in parts: a measure's answers held against a place, what rules it out, and the words for both. Used by
// matching*.cpp and diagnosis.cpp alone.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "conditions/item_links.hpp"
#include "measures/matching.hpp"
#include "places/at_building.hpp"

namespace lykta::measures {

/// diagnose() with the outcomes of every category word known (outcomes_of_words).
[[nodiscard]] Diagnosis diagnose(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents,
                                 std::span<const Outcomes> of_word);

constexpr double tunnel_from_m = 5.0;  ///< shorter ones are a crossing drawn awry

/// Nuisance and damage, as the condition litter_damage counts them.
constexpr Outcomes litter_outcomes = bit(Outcome::nuisance) | bit(Outcome::damage);

/// What every place is held against, looked up once.
struct Town {
    const World& world;
    const Catalogue& catalogue;
    const MatchOptions& options;
    std::vector<Outcomes> of_word;              ///< by category word
    std::vector<double> incidents_of_word;      ///< in the whole town
    std::vector<conditions::LinkRows> of_rows;  ///< by category word: items it can have to do with
    places::Footprints footprints;              ///< of inspected buildings
    double litter_share = 0;                    ///< of the town's incidents
    Town(const World& town, const Catalogue& measures, const MatchOptions& match);
    /// Of the town's incidents, those of an answer's outcomes that the measure can reach.
    [[nodiscard]] double share_of(const Measure& measure, const Answer& answer) const;
};

/// A place while measures are held against it.
struct Case {
    const Town& town;
    const World& world;
    const Catalogue& catalogue;
    const MatchOptions& options;
    std::span<const Outcomes> of_word;         ///< by category word
    std::span<const std::uint32_t> incidents;  ///< the place's own
    Diagnosis diagnosis;
    [[nodiscard]] const places::RankedPlace& ranked() const { return world.places[diagnosis.place]; }
    [[nodiscard]] const places::PlaceFacts& facts() const { return ranked().facts; }
    [[nodiscard]] Outcomes outcomes(std::uint32_t incident) const {
        return of_word[world.city.incidents.category.of_row[incident]];
    }
    [[nodiscard]] double extent(Condition condition) const {
        return diagnosis.extent[static_cast<std::size_t>(condition)];
    }
};

[[nodiscard]] bool is_lighting(const Measure& measure);
[[nodiscard]] bool is_light_condition(Condition condition);
/// Failed inspection items near the place that the measure mends, into InspectionLayer::items.
[[nodiscard]] std::vector<std::uint32_t> items_to_mend(const Case& at, const Measure& measure);
/// How much of a condition there is, for this measure (failed items: those it mends); 0 where too little to count.
[[nodiscard]] double found_extent(const Case& at, const Measure& measure, Condition condition);
/// Metres below class, whatever the cause; 0 where too few to count.
[[nodiscard]] double below_class_m(const Case& at);

/// One answer of a measure held against a place, line by line.
struct Held {
    const Answer* answer = nullptr;
    std::vector<std::uint32_t> incidents;  ///< of its outcomes that the mechanism can reach
    double share = 0;                      ///< of the place's incidents
    conditions::DarkShare dark;            ///< of those incidents
    conditions::DarkVerdict verdict = conditions::DarkVerdict::unknown;
    std::vector<Condition> found;  ///< of the conditions it names
    double town_share = 0;         ///< the same kinds' share in the whole town
    double linked = 0;             ///< items: incidents at the buildings they failed at, which they can explain
    double extent = 0;             ///< metres or items of those; incidents where it names none
    bool outcomes = false, when = false, setting = false, condition = false;
    [[nodiscard]] bool holds() const { return outcomes && when && setting && condition; }
    [[nodiscard]] int lines() const { return outcomes + when + setting + condition; }
    [[nodiscard]] bool by_condition() const { return !found.empty(); }
};
/// The measure's best answer: one that holds before one that does not, then most lines, then one with a found
/// condition, then most extent. Empty for a measure without answers.
[[nodiscard]] std::optional<Held> best_answer(const Case& at, const Measure& measure);

/// A measure that fits the place.
struct Fitting {
    std::uint32_t measure = 0;  ///< into the catalogue
    bool by_condition = false;  ///< it mends a condition found there
    double answered = 0;        ///< incidents it answers; of items, those at the buildings they failed at
};
/// What speaks against the measure here, a sentence; empty: nothing does. Light is always held against daylight.
/// \param fitting  of the place, for what asks that gentler measures be tried first
[[nodiscard]] std::optional<std::string> ruled_out(const Case& at, const Measure& measure, const Held& held,
                                                   std::span<const Fitting> fitting);
/// Why an answer that does not hold does not: the first line that fails, a sentence.
[[nodiscard]] std::string missing_line(const Case& at, const Measure& measure, const Held& held);

// --- Words -----------------------------------------------------------------------------------------------------------

/// Why it fits: the incidents, then what was found, with figures.
[[nodiscard]] std::string reason_to_fit(const Case& at, const Measure& measure, const Held& held);
/// "62 % of 140 incidents with a known hour happened in the dark, against 41 % in the whole town."
[[nodiscard]] std::string dark_sentence(const Case& at, const Held& held);
/// "118 of 267 recorded incidents (44 %) are of kinds it answers: burglary, basement."
[[nodiscard]] std::string incident_sentence(const Case& at, const Held& held);
[[nodiscard]] std::string condition_sentence(const Case& at, const Measure& measure, Condition condition);
/// One word by number, the number put in: counted("{} lamp", "{} lamps", 3).
[[nodiscard]] std::string counted(const char* one, const char* many, double count);

}  // namespace lykta::measures
