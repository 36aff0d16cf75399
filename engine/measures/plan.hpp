// What the measures come to: sited measures with their state before and after, options to choose between, and the
// portfolio. Data only; filled stage by stage: match → site → effect → options → portfolio.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"
#include "measures/catalogue.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::measures {

/// A measure held against a place.
enum class Verdict : std::uint8_t { fits, rejected };
struct Match {
    std::uint32_t place = 0, measure = 0;  ///< indices into World::places and Catalogue::measures
    Verdict verdict = Verdict::fits;
    std::string reason;                    ///< a sentence with the figures: why it fits, or why it was rejected
    double extent = 0;                     ///< how much of the condition there is: metres, items, incidents (for order)
    std::vector<std::uint32_t> incidents;  ///< the incidents it answers, into IncidentLayer
    std::vector<std::uint32_t> lamps, plants, items, stretches;  ///< the records behind the reason
};

// --- Geometry --------------------------------------------------------------------------------------------------------

enum class LampWork : std::uint8_t { repair, upgrade, add };
/// A lamp repaired, given a new luminaire, or added.
struct LampChange {
    LampWork work = LampWork::repair;
    std::optional<std::uint32_t> lamp;  ///< the existing one, into LampLayer::lamps
    layers::Lamp after;                 ///< as it stands afterwards: position, height, flux, state working
    std::uint32_t stretch = 0;          ///< the stretch it was meant for
};
/// A piece of a plant to clear down.
struct Clearing {
    std::uint32_t plant = 0;  ///< into VegetationLayer::plants
    MultiPolygon shape;       ///< the piece, m
    double area_m2 = 0;
    double sight_m = 0;  ///< metres of path that rise over 25 m of sight thanks to it, after those before it
};
/// EN 62676-4:2015: pixels per metre for what is to be told from the picture.
struct ViewZone {
    std::string task;  ///< code: "identify" (250 px/m), "recognise" (125), "observe" (62.5), "detect" (25)
    Meters to{0};      ///< as far as this from the camera
};
struct CameraSite {
    Point position;
    Meters height{4.0};
    Degrees heading{0.0}, field_of_view{60.0};  ///< heading anticlockwise from +x
    Meters reach{0.0};                          ///< of the zone it was sited for
    MultiPolygon view;                          ///< field of view cut by buildings and opaque plants, masked parts out
    std::vector<MultiPolygon> masks;            ///< private windows and entrances inside the field of view
    double masked_m2 = 0, view_m2 = 0;
    std::vector<ViewZone> zones;                  ///< nearest first
    std::vector<std::uint32_t> incidents;         ///< inside the view
    double covered_weight = 0, place_weight = 0;  ///< Σ harm inside the view, and of the place
    std::string carrier;                          ///< what it is mounted on, code: "lamp", "building", "new_pole"
};
/// One failed inspection item to mend.
struct WorkItem {
    std::uint32_t item = 0;  ///< into InspectionLayer::items
    std::string building_id, text;
    Point position;
    bool mandatory = false;
    double linked_incidents = 0;  ///< incidents at the building that the item can have to do with
};
/// A stretch before and after, recomputed by the same engine.
struct StretchChange {
    std::uint32_t stretch = 0;  ///< into World::stretches
    double length_m = 0;
    Lux average_before, minimum_before, average_after, minimum_after;
    bool below_before = false, below_after = false;
    double under_25_before_m = 0, under_25_after_m = 0;  ///< metres where people are seen under 25 m
    double seen_at_before_m = 0, seen_at_after_m = 0;    ///< mean
    double hiding_before_m = 0, hiding_after_m = 0;      ///< metres beside plants somebody can hide behind
    bool has_light = false, has_sight = false;           ///< which of the two were computed
};

// --- Money and effect ------------------------------------------------------------------------------------------------

struct Money {
    double investment = 0, investment_low = 0, investment_high = 0;  ///< SEK
    double yearly = 0, yearly_low = 0, yearly_high = 0;              ///< SEK per year, running
    double annuity = 0;  ///< SEK per year: investment over its lifetime at the discount rate, plus running
    double annuity_low = 0, annuity_high = 0;
    double lifetime_years = 0;
    int price_year = 0;      ///< the oldest of its parts
    bool judgement = false;  ///< some unit price is a guess
    std::string formula;     ///< "3 lamps × 57 000 SEK + 0 = 171 000 SEK …": how the figures come about
};
/// What one outcome contributes. Σ parts = the whole, each incident in one part (that of its narrowest counting row).
struct EffectPart {
    Outcome outcome = Outcome::any;
    std::uint32_t measure = 0;      ///< into the catalogue
    std::size_t row = 0;            ///< into Measure::effects
    double touched_per_year = 0;    ///< recorded incidents per year the mechanism can touch
    double expected_per_year = 0;   ///< the same drawn towards the mean (regression to the mean)
    double prevented_per_year = 0;  ///< expected × (1 − ratio)
};
struct Effect {
    bool has_number = false;  ///< false: no study with a number, `words` says so
    double touched_per_year = 0, expected_per_year = 0;
    double prevented_per_year = 0;   ///< incidents per year, mean
    statistics::Interval prevented;  ///< 90 %: ratio and count uncertainty
    double prevented_low_10 = 0;     ///< its lower 10 % bound
    double harm_per_year = 0;        ///< harm-weighted prevented
    double harm_low_10 = 0;
    std::optional<double> cost_per_prevented;  ///< SEK: annuity ÷ prevented; empty where no number or none prevented
    std::optional<statistics::Interval>
        cost_per_prevented_interval;  ///< 90 %; high infinite where none may be prevented
    std::vector<EffectPart> parts;
    std::string words;    ///< what can be said, with grade, or that no study was found
    std::string formula;  ///< how the figure comes about
};

/// When the promised effect could be seen. Months after completion; empty: not within 20 years.
struct Detectability {
    double before_count = 0;                                  ///< incidents of the outcome in the before window
    double expected_change = 0;                               ///< share: −0.14
    std::optional<double> months_one, months_ten;             ///< with one control area of the same size, with ten
    double smallest_change_one = 0, smallest_change_ten = 0;  ///< share that can be seen in 24 months, 1 = none can
    std::string words;
};

/// A measure at a place, sited, costed.
struct SitedMeasure {
    std::uint32_t place = 0, measure = 0;
    std::string id;                        ///< "P003-lamp_infill"
    std::string reason;                    ///< of the match
    std::vector<std::uint32_t> incidents;  ///< those its mechanism can touch here
    std::vector<double> touch;             ///< parallel: probability that it was such an incident (dark share), 0…1
    std::vector<LampChange> lamps;
    std::vector<Clearing> clearings;
    std::vector<CameraSite> cameras;
    std::vector<WorkItem> work;
    std::vector<std::uint32_t> stretches;  ///< it acts on: two options may not change the same stretch
    Geometry shape;                        ///< for the map: points, polygons or lines of the above
    double quantity = 0;                   ///< in units of the catalogue's cost
    std::vector<StretchChange> changes;
    double metres_to_class = 0;   ///< that reach their class
    double metres_of_sight = 0;   ///< that rise over 25 m of sight
    double metres_of_hiding = 0;  ///< beside which nobody can hide any longer (plants within 5 m of the path)
    double items_mended = 0;
    bool reaches_goal = true;  ///< false: not all of it could be mended, `note` says what is left
    std::string note;
    Money money;
    Effect effect;
    Detectability detect;
};

/// One thing to choose at a place: a measure, or several together.
struct Option {
    std::string id;  ///< "P003:lamp_repair+clearing"
    std::uint32_t place = 0;
    std::vector<std::uint32_t> sited;  ///< into MeasurePlan::sited, ascending
    Money money;
    Effect effect;  ///< of all together, log scale, no incident twice
    double metres_to_class = 0, metres_of_sight = 0, metres_of_hiding = 0, items_mended = 0;
    std::vector<std::uint32_t> stretches;
    std::vector<double> owner_investment;  ///< SEK by Owner, owner_count long: investment and the first year's running
};

// --- Portfolio -------------------------------------------------------------------------------------------------------

enum class Objective : std::uint8_t { prevented_harm, prevented_harm_low, metres_to_class, weighted };
/// What one point of the weighted objective is worth: a choice, stated wherever the objective is.
struct ObjectiveWeights {
    double harm = 1.0;                ///< per harm-weighted incident prevented a year
    double metres_to_class = 0.01;    ///< per metre
    double metres_of_sight = 0.01;    ///< per metre
    double metres_of_hiding = 0.005;  ///< per metre of path beside which nobody can hide any longer
    double items_mended = 0.05;       ///< per item
};
struct PortfolioPick {
    std::uint32_t option = 0;
    double chosen_share = 0;  ///< of the draws
};
struct PortfolioTotals {
    double investment = 0, yearly = 0, annuity = 0, prevented = 0, harm = 0, metres_to_class = 0, metres_of_sight = 0,
           metres_of_hiding = 0, items_mended = 0, objective = 0;
    statistics::Interval prevented_interval;  ///< 90 %, from the draws
    std::size_t options = 0, measures = 0;
};
struct BudgetStep {
    double budget = 0;
    PortfolioTotals totals;
    std::vector<std::uint32_t> chosen;  ///< options
};
struct Portfolio {
    double budget = 0;
    std::optional<double> yearly_budget;
    Objective objective = Objective::weighted;
    ObjectiveWeights weights;          ///< as used; only the weighted objective asks for them
    std::vector<PortfolioPick> picks;  ///< by option index
    PortfolioTotals totals;
    double bound = 0;        ///< no portfolio can do better than this
    double gap = 0;          ///< (bound − objective) ÷ bound, proven
    PortfolioTotals greedy;  ///< the plain answer: best value per krona first
    std::vector<std::uint32_t> greedy_chosen;
    std::vector<BudgetStep> curve;     ///< ten steps up to twice the budget … or to all that is worth buying
    std::vector<double> chosen_share;  ///< of every option, over the draws
    int draws = 0;
    Detectability detect;  ///< all places of the portfolio pooled
};

/// Measures a place's decision-makers have already tried there; camera law asks for gentler ones first.
struct Tried {
    std::string place;    ///< id or name
    std::string measure;  ///< id
    std::string since;    ///< as written, shown
};

struct MeasurePlan {
    Catalogue catalogue;  ///< as used, overrides in
    double discount_rate = 0.035;
    std::vector<Tried> tried;            ///< as the study says
    std::vector<Match> matches;          ///< by place, fitting ones first
    std::vector<SitedMeasure> sited;     ///< by place
    std::vector<Option> options;         ///< by place, single measures first
    std::optional<Portfolio> portfolio;  ///< empty without a budget
    std::vector<std::string> notes;      ///< what was assumed or left out, sentences
};

}  // namespace lykta::measures
