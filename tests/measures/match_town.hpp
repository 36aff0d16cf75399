// Places with facts set by hand, and a small catalogue of one measure per kind, to match and to site.
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "measures/matching.hpp"
#include "measures/world.hpp"

namespace lykta::measures::testing {

constexpr double unknown_hour = std::numeric_limits<double>::quiet_NaN();

inline MultiPolygon match_square(double x, double y, double side) {
    return {Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

/// Places of 100 × 100 m, 300 m apart along x; what is known of them is written into their facts.
struct MatchTown {
    layers::CityLayers city;
    std::vector<places::RankedPlace> places;
    std::vector<double> dark, harm;
    double city_dark_share = 0.4;

    std::uint32_t add_place(const std::string& district = "Centrum") {
        const auto p = static_cast<std::uint32_t>(places.size());
        const double x = 300.0 * p;
        places::RankedPlace ranked;
        ranked.place.id = "P00" + std::to_string(p + 1);
        ranked.place.name = "Place " + std::to_string(p + 1);
        ranked.place.area_name = district;
        ranked.place.shape = match_square(x, 0, 100);
        ranked.place.centre = {x + 50, 50};
        ranked.place.area_ha = 1;
        ranked.facts.path_m = 300;
        ranked.facts.path_below_class_m = 0;
        ranked.facts.lamps = 10;
        ranked.facts.lamps_out = 0;
        ranked.rank = static_cast<int>(p) + 1;
        places.push_back(ranked);
        return p;
    }
    [[nodiscard]] places::PlaceFacts& facts(std::uint32_t place) { return places[place].facts; }

    void add_incidents(std::uint32_t place, const std::string& word, int count, double dark_probability) {
        add_incidents_at(place, places[place].place.centre, word, count, dark_probability);
    }
    void add_incidents_at(std::uint32_t place, Point at, const std::string& word, int count, double dark_probability) {
        auto& incidents = city.incidents;
        for (int k = 0; k < count; ++k) {
            facts(place).incident_index.push_back(static_cast<std::uint32_t>(incidents.size()));
            incidents.position.push_back(at);
            incidents.time.push_back({});
            incidents.category.of_row.push_back(word_index(word));
            dark.push_back(dark_probability);
            harm.push_back(1);
        }
        judge(place);
    }
    void below_class(std::uint32_t place, conditions::LightCause cause, double metres) {
        facts(place).below_class_by_cause_m[static_cast<std::size_t>(cause)] += metres;
        *facts(place).path_below_class_m += metres;
    }
    /// A failed item of a building at `at`.
    void add_failed_item(std::uint32_t place, const std::string& item, Point at, bool mandatory) {
        if (!city.inspections) city.inspections.emplace();
        auto& items = city.inspections->items;
        facts(place).item_index.push_back(static_cast<std::uint32_t>(items.size()));
        items.push_back({.building_id = "B" + std::to_string(static_cast<int>(at.x)),
                         .item = item,
                         .position = at,
                         .mandatory = mandatory,
                         .state = layers::ItemState::failed});
        facts(place).buildings_inspected = facts(place).buildings_inspected.value_or(0) + 1;
        facts(place).items_failed = facts(place).items_failed.value_or(0) + 1;
    }
    [[nodiscard]] World world() const {
        World world{.city = city};
        world.places = places;
        world.dark_probability = dark;
        world.harm = harm;
        world.city_dark_share = city_dark_share;
        return world;
    }
    [[nodiscard]] std::vector<Match> matches(const Catalogue& catalogue, const MatchOptions& options = {}) const {
        return match_measures(world(), catalogue, options);
    }

private:
    std::uint32_t word_index(const std::string& word) {
        auto& text = city.incidents.category.text;
        for (std::uint32_t w = 0; w < text.size(); ++w)
            if (text[w] == word) return w;
        text.push_back(word);
        return static_cast<std::uint32_t>(text.size()) - 1;
    }
    /// The dark share of all incidents of the place, as the join makes it.
    void judge(std::uint32_t place) {
        std::vector<double> probability;
        for (const auto i : facts(place).incident_index) probability.push_back(dark[i]);
        facts(place).incidents = static_cast<double>(probability.size());
        facts(place).dark = conditions::dark_share(probability);
        facts(place).dark_verdict = conditions::dark_verdict(facts(place).dark, city_dark_share);
    }
};

inline Measure match_measure(const std::string& id, Siting siting, const std::string& unit, Answer answer) {
    Measure measure;
    measure.id = id;
    measure.name = {.sv = id, .en = id};
    measure.siting = siting;
    measure.cost.unit = unit;
    measure.answers.push_back(std::move(answer));
    return measure;
}

/// One measure of every kind; the answers are plain, so that a test sees what it asks for.
inline Catalogue match_catalogue() {
    using C = Condition;
    const Outcomes any = bit(Outcome::any);
    Catalogue c;
    c.measures.push_back(match_measure("repair", Siting::lamp_repair, "lamp",
                                       {.outcomes = any, .when = When::dark, .conditions = {C::lamp_out}}));
    c.measures.push_back(
        match_measure("infill", Siting::lamp_infill, "lamp",
                      {.outcomes = any, .when = When::dark, .conditions = {C::light_missing, C::light_weak}}));
    c.measures.back().rules_out = {RuledOut::lit_to_class, RuledOut::lamps_only_broken};
    c.measures.push_back(
        match_measure("clear", Siting::clearing, "m2", {.outcomes = any, .conditions = {C::concealment}}));
    c.measures.push_back(
        match_measure("camera", Siting::camera, "camera", {.outcomes = bit(Outcome::robbery) | bit(Outcome::damage)}));
    c.measures.back().rules_out = {RuledOut::few_incidents, RuledOut::less_intrusive_untried};
    c.measures.back().intrusiveness = 3;
    c.measures.push_back(match_measure("doors", Siting::items, "item",
                                       {.outcomes = bit(Outcome::burglary), .conditions = {C::failed_item}}));
    c.measures.back().items = {"källardörr", "entré"};
    c.measures.push_back(
        match_measure("tunnel", Siting::tunnel, "tunnel", {.outcomes = any, .conditions = {C::tunnel}}));
    c.measures.push_back(match_measure("barrier", Siting::stretch, "m",
                                       {.outcomes = bit(Outcome::traffic), .settings = {Setting::footpath}}));
    c.measures.push_back(match_measure("guards", Siting::place, "place", {.outcomes = bit(Outcome::robbery)}));
    c.measures.back().intrusiveness = 2;
    c.measures.push_back(match_measure("green", Siting::place, "m2",
                                       {.outcomes = bit(Outcome::damage), .conditions = {C::litter_damage}}));
    c.measures.push_back(match_measure("field", Siting::area, "area", {.outcomes = bit(Outcome::drugs)}));
    c.measures.back().social = true;
    return c;
}

inline const Match* match_of(const std::vector<Match>& matches, const Catalogue& catalogue, std::uint32_t place,
                             const std::string& id) {
    for (const auto& m : matches)
        if (m.place == place && catalogue.measures[m.measure].id == id) return &m;
    return nullptr;
}

inline bool fits(const std::vector<Match>& matches, const Catalogue& catalogue, std::uint32_t place,
                 const std::string& id) {
    const auto* m = match_of(matches, catalogue, place, id);
    return m != nullptr && m->verdict == Verdict::fits;
}

/// Why a measure was rejected; empty where it was not spoken of or fits.
inline std::string rejection(const std::vector<Match>& matches, const Catalogue& catalogue, std::uint32_t place,
                             const std::string& id) {
    const auto* m = match_of(matches, catalogue, place, id);
    return m != nullptr && m->verdict == Verdict::rejected ? m->reason : "";
}

}  // namespace lykta::measures::testing
