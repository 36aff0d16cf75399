// The catalogue of measures: what can be done, which problem it answers, what studies found, what it costs. The entries
// are data (data/measures/*.toml, part of the binary); a study may override them and add its own.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::measures {

/// A text of the catalogue in both languages; where one is missing the other is shown.
struct Text {
    std::string sv, en;
    [[nodiscard]] const std::string& shown() const;  ///< in the user's language
    [[nodiscard]] bool empty() const { return sv.empty() && en.empty(); }
};

/// Kinds of recorded incidents that studies speak of. A category word belongs to several (a basement burglary is
/// `basement`, `burglary`, `property` and `any`); which words mean what stands in data/measures/outcomes.toml.
enum class Outcome : std::uint8_t {
    any,
    property,
    violence,
    robbery,
    burglary,
    basement,
    vehicle,
    bicycle,
    damage,
    nuisance,
    drugs,
    arson,
    traffic,
    threat,
    felt,  ///< reports that a place feels unsafe: never counted as prevented
};
constexpr int outcome_count = 15;
using Outcomes = std::uint32_t;  ///< one bit per Outcome
[[nodiscard]] constexpr Outcomes bit(Outcome outcome) {
    return Outcomes{1} << static_cast<unsigned>(outcome);
}
[[nodiscard]] std::string_view outcome_code(Outcome outcome);  ///< "any", "property" …
[[nodiscard]] std::string outcome_name(Outcome outcome);       ///< in the user's language
/// Of a category word, compared by stem, Swedish and English; `any` always, `felt` alone for felt unsafety.
/// \correctness  every category of Exempelstad, Charlottesville, Syracuse and Chicago by hand
[[nodiscard]] Outcomes outcomes_of(std::string_view category);

/// First-generation CPTED principles; `none`: another kind of measure (formal guarding, social).
enum class Principle : std::uint8_t {
    natural_surveillance,
    natural_access_control,
    territorial_reinforcement,
    maintenance,
    none
};
/// A: randomised trial or systematic review with controls. B: good quasi-experiment. C: before/after, survey or expert.
/// none: no study found, which is an answer and is shown.
enum class Grade : std::uint8_t { a, b, c, none };
enum class Owner : std::uint8_t { building_department, social_services, school, property_owner, police };
constexpr int owner_count = 5;
/// How a measure becomes geometry.
enum class Siting : std::uint8_t {
    lamp_repair,
    lamp_upgrade,
    lamp_infill,
    clearing,
    camera,
    items,    ///< failed inspection items of buildings: a work list
    tunnel,   ///< a tunnel or underpass, whole
    stretch,  ///< metres of path or street (barriers, cut-throughs)
    place,    ///< the place as a whole (patrol, clean-and-green, activation)
    area      ///< a district: social measures, entries for an area, never about persons
};
enum class When : std::uint8_t { any, dark, day };
/// What the place is like around the incidents.
enum class Setting : std::uint8_t { footpath, street, tunnel, residential, open };
/// What is wrong with the place, as the run found it.
enum class Condition : std::uint8_t {
    none,  ///< nothing physical is asked for
    lamp_out,
    light_shaded,
    light_missing,
    light_weak,
    concealment,  ///< plants beside the path hide people, or block sight under 25 m
    short_sight,  ///< people seen under 25 m for another reason
    failed_item,  ///< an inspection item the measure mends has failed
    tunnel,
    dead_end,
    litter_damage,  ///< nuisance, damage, graffiti, litter make up much of what is recorded
};

/// A problem the measure answers: every line of it must hold; a measure fits where any of its answers does.
struct Answer {
    Outcomes outcomes = bit(Outcome::any);  ///< any of these …
    double least_share = 0.15;          ///< … make up at least this share of the place's incidents. REQUIRES: 0…1
    When when = When::any;              ///< when those incidents mostly happen
    std::vector<Setting> settings;      ///< any of these; empty: anywhere
    std::vector<Condition> conditions;  ///< any of these; empty: whatever the condition
    int line = 0;
};

/// What speaks against a measure at a place.
enum class RuledOut : std::uint8_t {
    daytime,                 ///< incidents happen by day: light is not the answer
    lit_to_class,            ///< every stretch near reaches its class
    no_plants,               ///< no plant hides anything here
    no_failed_items,         ///< nothing it mends has failed
    no_tunnel,               ///< there is none
    less_intrusive_untried,  ///< a gentler measure fits and has not been tried (cameras)
    few_incidents,           ///< too few recorded to justify it
    indoors,                 ///< most incidents happen inside buildings
    lamps_only_broken,       ///< repair alone reaches the class: nothing needs adding
    no_lamps,                ///< there is no lamp to repair or upgrade
};

/// A rate ratio with its 95 % interval on the log scale. 0.86 (0.74–1.00): 14 % fewer than without.
struct RateRatio {
    double ratio = 1.0, low = 1.0, high = 1.0;  ///< REQUIRES: 0 < low ≤ ratio ≤ high
    bool widest = false;  ///< the widest interval compatible with the reported significance (domain rule C.0.4)
};

/// One finding about one outcome.
struct EffectRow {
    Outcome outcome = Outcome::any;
    bool perceived = false;          ///< about perceived safety: shown apart, never counted
    Text setting, finding;           ///< where, and what was found, a sentence
    std::optional<RateRatio> ratio;  ///< empty: no number was found
    Grade grade = Grade::none;
    bool counts = false;      ///< the estimate rests on this row (at most one per outcome; the narrowest outcome wins)
    bool by_analogy = false;  ///< found for a kindred measure; said wherever it is shown
    bool swedish = false;     ///< found in Sweden: shown first
    std::string source, link;
    int line = 0;
};

/// Cost of one unit. All SEK at `price_year`, VAT left out.
struct UnitCost {
    std::string unit;                       ///< "lamp", "m2", "camera", "item", "m", "tunnel", "place", "area"
    double low = 0, typical = 0, high = 0;  ///< investment. REQUIRES: 0 ≤ low ≤ typical ≤ high
    double fixed = 0;                       ///< investment once per place (start, trench, survey)
    double yearly_low = 0, yearly_typical = 0, yearly_high = 0;  ///< running cost per unit and year
    int price_year = 2024;
    bool judgement = false;  ///< no source was found: a guess to be replaced by the municipality's own price
    std::string source, link;
};

struct Measure {
    std::string id;  ///< "lamp_repair"; stable
    Text name, mechanism;
    Principle principle = Principle::none;
    Siting siting = Siting::place;
    bool social = false;
    std::vector<Answer> answers;
    std::vector<RuledOut> rules_out;
    Text rules_out_note;                   ///< in words, what else to check before choosing it
    Outcomes touches = bit(Outcome::any);  ///< incidents its mechanism can touch at all …
    When touches_when = When::any;         ///< … and when
    std::vector<EffectRow> effects;
    Text displacement;
    UnitCost cost;
    double lifetime_years = 20;
    Owner owner = Owner::building_department;
    double lead_time_months = 6;
    Text goal, follow_up, legal, side_effects;
    std::vector<std::string> items;     ///< stems of the inspection items it mends ("källardörr")
    int intrusiveness = 0;              ///< 0 none … 3 records persons: gentler measures come first
    std::vector<std::string> needs;     ///< ids that must be chosen at the place too, or be in place
    std::vector<std::string> excludes;  ///< ids that cannot be chosen at the same place
    std::string file;                   ///< where it stands, for messages
    int line = 0;
    [[nodiscard]] bool has_evidence() const;  ///< a row on recorded incidents that counts and has a ratio
};

struct Catalogue {
    std::vector<Measure> measures;  ///< in the files' order
    [[nodiscard]] const Measure* find(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint32_t> index_of(std::string_view id) const;
};

/// A catalogue file: its name for messages, and its text.
struct CatalogueFile {
    std::string name, text;
    /// Table that holds its [[measure]] tables, so that a study file can carry some: "measures" for
    /// [[measures.measure]]; whatever else the file holds is then left alone. Empty: the file itself.
    std::string inside = {};
};
/// Reads [[measure]] tables; a later file's measure of the same id changes an earlier one key by key: keys it leaves
/// out keep their values; a text, a list, the [[measure.answer]] and the [[measure.effect]] tables are replaced whole.
/// A new typical (or yearly) cost outside the range low–high takes the range with it in proportion, unless the range is
/// given too. A cost figure without `source` gets its file and line as source and is no longer a guess.
/// \throws Error{bad_option} "file, line N: measure 'x': …" for a missing or unknown key, an impossible figure (low >
/// high, ratio ≤ 0, a ratio without interval, least_share > 1), an unknown word, two counting rows of one outcome, a
/// counting row about perceived safety, an id twice in a file, needs/excludes of no measure
/// \correctness  the built-in catalogue reads; a test per refusal; round trip of every key
[[nodiscard]] Catalogue catalogue_from(std::span<const CatalogueFile> files);
/// The built-in files, read once.
[[nodiscard]] const Catalogue& catalogue();
[[nodiscard]] std::vector<CatalogueFile> built_in_files();

[[nodiscard]] std::string_view principle_code(Principle principle);
[[nodiscard]] std::string principle_name(Principle principle);
[[nodiscard]] std::string_view owner_code(Owner owner);
[[nodiscard]] std::string owner_name(Owner owner);
[[nodiscard]] std::string grade_letter(Grade grade);  ///< "A", "B", "C", "0"
[[nodiscard]] std::string grade_words(Grade grade);   ///< "randomised trial or systematic review with controls"
[[nodiscard]] std::optional<Owner> owner_from(std::string_view code);

}  // namespace lykta::measures
