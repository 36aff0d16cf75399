// What is ranked: places, with everything known about each and the score that can be read term by term. Data only.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "conditions/obstacles.hpp"
#include "core/geometry.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::places {

enum class PlaceSource { hot_spots, segments, file };

/// An outline to rank, named. Made by delineate.hpp.
struct Place {
    std::string id;         ///< "P001" … in the order of the final rank for hot spots; the user's id for a file
    std::string name;       ///< nearest street or area: "Storgatan vid Stationen"
    std::string area_name;  ///< district the centre lies in; empty if none
    MultiPolygon shape;
    Point centre;  ///< where its incidents centre
    double area_ha = 0;
    std::optional<double> gi_z, gi_p_fdr;  ///< strongest cell; hot spots only
};

/// One near stretch's light against its class, and how much it counts: by the incidents nearest to it.
struct LightRatio {
    double weight = 0, ratio = 0;  ///< ratio: average ÷ class average
};

/// What the layers say of one place. Empty optionals: the layer is absent or says nothing here.
struct PlaceFacts {
    double incidents = 0;                     ///< plain count in the period
    statistics::Interval incidents_interval;  ///< 95 % Poisson
    std::map<std::string, double> by_category;
    std::map<std::string, double> by_reporter;
    std::array<double, 24> by_hour{};  ///< local hour; unknown hours left out
    std::array<double, 7> by_weekday{};
    double without_hour = 0;
    std::vector<double> by_month;               ///< one per month of the period
    double weighted_incidents = 0;              ///< harm × recency
    double rate_per_ha_year = 0;                ///< plain count ÷ (ha · years)
    double weight_squares = 0;                  ///< Σ (harm × recency)², what the weighted sum's variance needs
    std::optional<double> eb_rate_per_ha_year;  ///< empirical Bayes, harm- and recency-weighted
    std::optional<statistics::Interval> eb_interval;  ///< 90 % of that rate's posterior (gamma)
    double largest_pile = 0;                          ///< incidents on the place's fullest single point
    conditions::DarkShare dark;
    std::map<std::string, conditions::DarkShare> dark_by_category;
    conditions::DarkVerdict dark_verdict = conditions::DarkVerdict::unknown;  ///< against the city's dark share
    std::optional<double> illuminance_average_lx, illuminance_minimum_lx;
    std::optional<double> path_m, path_below_class_m;  ///< metres of street and path near the place
    std::optional<double> light_deficit;  ///< mean share below the class, 0…1, where the incidents happened
    std::optional<double> light_sd;       ///< standard deviation of that light, as a share of it
    std::vector<LightRatio>
        light_ratios;  ///< what light_deficit is the mean over; stretches without incidents left out
    /// Metres below class by what explains it, in order of LightCause (none is 0).
    std::array<double, 5> below_class_by_cause_m{};
    /// Mean share of path, where the incidents happened, that runs beside plants or where a plant hides people until
    /// they are under 25 m away; 0…1.
    std::optional<double> obstruction_share;
    std::optional<double> seen_under_10_m, seen_under_25_m;  ///< metres of path near the place
    std::optional<double> seen_under_25_plants_m;            ///< of those, where a plant is what hides
    std::optional<double> seen_at_m;                         ///< mean distance at which an approaching person is seen
    std::optional<double> facade_m;                          ///< mean metres of façade that see the path within 30 m
    std::optional<double> exit_m;                            ///< longest way to an exit along the paths
    std::optional<double> dead_end_m, tunnel_m;
    std::vector<std::uint32_t> blocking_plants;  ///< most metres hidden first; into VegetationLayer::plants
    std::optional<int> lamps, lamps_out;
    std::optional<int> lamps_defaulted;        ///< of those, with height or flux taken by default
    std::optional<conditions::Season> season;  ///< in which light and sight were computed
    std::optional<int> plants_defaulted;       ///< of the plants near, with height taken by default
    std::optional<double> path_near_vegetation_m, vegetation_area_m2;  ///< path within 5 m of plants over 0.8 m
    std::optional<int> buildings_inspected, items_passed, items_failed, items_unknown, mandatory_failed;
    std::optional<double> defect_share;                                   ///< Σ weight failed ÷ Σ weight known
    std::optional<std::int64_t> inspected_first_day, inspected_last_day;  ///< of the newest inspection of each building
    /// Incidents at an inspected building that one of its failed items can have to do with (a basement burglary where
    /// the basement door failed).
    std::optional<double> incidents_linked;
    std::optional<double> population;  ///< inhabitants inside, by area share
    std::optional<int> cameras;
    std::optional<double> survey_unsafe_share;  ///< of the survey area the place lies in
    std::optional<statistics::Interval> survey_interval;
    std::vector<std::uint32_t> incident_index, lamp_index, plant_index, item_index;  ///< the records behind the figures
    std::vector<std::uint32_t> stretch_index;                                        ///< stretches near, ascending
};

enum class Term { incident_rate, light_deficit, obstruction, inspection_defects };
constexpr std::array<Term, 4> all_terms{Term::incident_rate, Term::light_deficit, Term::obstruction,
                                        Term::inspection_defects};
[[nodiscard]] std::string_view term_code(Term term);  ///< "incident_rate" …

/// One term of one place's score. points = weight · scaled; Σ points = score, exactly (summed in term order).
struct ScoreTerm {
    Term term = Term::incident_rate;
    std::optional<double> raw;  ///< in `unit`; empty: nothing known here, counts as 0 points and is said
    std::string unit;           ///< "incidents/ha/year", "share", "m/m", "share"
    double scale = 1;           ///< the raw value that gives the full weight
    double scaled = 0;          ///< min(1, raw ÷ scale)
    double weight = 0;          ///< points this term can give in this run; weights of present terms sum to 100
    double points = 0;
    std::size_t records = 0;               ///< source records behind the raw value
    statistics::Interval raw_interval;     ///< 90 % interval of `raw`; low == high == raw where nothing is uncertain
    std::vector<std::string> assumptions;  ///< what the value rests on, as sentences in the user's language
};

/// The rank as a distribution: what it could be, given how uncertain positions, counts, conditions and weights are.
struct RankDistribution {
    /// Whole ranks: the median of the simulated ones, and the ends of the 90 % interval (a rank belongs to it when at
    /// least 5 % of the draws lie on either side, its own counted half on each).
    double median = 0, low = 0, high = 0;
    double top_k = 0;            ///< probability of being among the first k
    statistics::Interval score;  ///< 90 % interval of the score, points
};

enum class MainReason { none_found, darkness, vegetation, building_defects };
[[nodiscard]] std::string_view reason_code(MainReason reason);

/// Where felt and recorded safety disagree; never part of the score.
enum class Felt { unknown, agree, more_felt, less_felt };

struct RankedPlace {
    Place place;
    PlaceFacts facts;
    std::vector<ScoreTerm> terms;
    double score = 0;    ///< 0–100 points
    int rank = 0;        ///< 1 = highest score; ties by rate, then id
    int count_rank = 0;  ///< rank by plain count: the baseline
    std::optional<RankDistribution> distribution;
    MainReason reason = MainReason::none_found;
    Felt felt = Felt::unknown;
    std::vector<std::string>
        flags;  ///< codes: "pile" (over half on one point), "few" (interval includes the city's mean), …
};

/// Areas felt unsafe although few incidents are recorded there: a finding beside the ranking.
struct FeltArea {
    std::string area;
    double unsafe_share = 0;
    statistics::Interval interval;
    double answers = 0, incidents = 0;
    Felt felt = Felt::unknown;
    MultiPolygon shape;
    double shrunk_share = 0;   ///< drawn towards the city's share as far as the answers are few
    bool few_answers = false;  ///< the city's share weighs more in it than the area's own answers
};

}  // namespace lykta::places
