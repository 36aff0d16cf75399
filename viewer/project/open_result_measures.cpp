// Measures of a result: what was proposed, sited and chosen, as far as the layers hold it. Matches that were rejected
// and the draws behind the portfolio are not in them.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "core/language.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/map/map_layer.hpp"
#include "viewer/project/open_result.hpp"

namespace lykta::viewer {
namespace {

using measures::MeasurePlan;
using measures::SitedMeasure;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A measure of the study's own catalogue that the built-in one lacks: its name, kind and owner are in the layer.
measures::Measure stand_in(const std::string& id, const std::string& name, const std::string& kind) {
    measures::Measure measure;
    measure.id = id;
    measure.name = {name, name};
    for (const auto siting : {measures::Siting::lamp_infill, measures::Siting::clearing, measures::Siting::camera,
                              measures::Siting::items, measures::Siting::place})
        if (outputs::measure_kind_code(outputs::measure_kind(siting)) == kind) measure.siting = siting;
    return measure;
}

/// The figures that measures and options share.
class Figures {
public:
    explicit Figures(const sources::LayerRows& rows) : m_rows(rows), m_words(rows.text("effect_words")) {
        for (const char* name :
             {"investment_sek", "investment_low", "investment_high", "yearly_sek", "annuity_sek", "price_year",
              "price_is_guess", "has_evidence", "touched_year", "prevented_year", "prevented_low", "prevented_high",
              "sek_per_prevented", "metres_to_class", "metres_of_sight", "metres_of_hiding", "items_mended"})
            m_numbers[name] = rows.number(name);
    }
    template <class Bought>
    void fill(std::size_t row, Bought& bought) const {
        bought.money = money(row);
        bought.effect = effect(row);
        bought.metres_to_class = at("metres_to_class", row);
        bought.metres_of_sight = at("metres_of_sight", row);
        bought.metres_of_hiding = at("metres_of_hiding", row);
        bought.items_mended = at("items_mended", row);
    }

private:
    double at(const char* name, std::size_t row) const { return known(m_numbers.at(name)[row]).value_or(0); }
    measures::Money money(std::size_t row) const {
        return {.investment = at("investment_sek", row),
                .investment_low = at("investment_low", row),
                .investment_high = at("investment_high", row),
                .yearly = at("yearly_sek", row),
                .annuity = at("annuity_sek", row),
                .price_year = static_cast<int>(at("price_year", row)),
                .judgement = at("price_is_guess", row) > 0};
    }
    measures::Effect effect(std::size_t row) const {
        measures::Effect effect;
        // Hidden at the public level: the number is not there, so none is claimed.
        effect.has_number = at("has_evidence", row) > 0 && known(m_numbers.at("prevented_year")[row]);
        effect.touched_per_year = at("touched_year", row);
        effect.prevented_per_year = at("prevented_year", row);
        effect.prevented = {at("prevented_low", row), at("prevented_high", row)};
        effect.cost_per_prevented = known(m_numbers.at("sek_per_prevented")[row]);
        effect.words = m_words[row];
        return effect;
    }
    const sources::LayerRows& m_rows;
    std::vector<std::string> m_words;
    std::map<std::string, std::vector<double>> m_numbers;
};

/// The plan being filled, with its rows found by id.
struct PlanReading {
    MeasurePlan& plan;
    const outputs::RunResult& result;
    std::unordered_map<std::string, std::uint32_t> place_of, sited_of;
    std::vector<bool> chosen;  ///< by sited measure

    SitedMeasure* sited(const std::string& id) {
        const auto found = sited_of.find(id);
        return found == sited_of.end() ? nullptr : &plan.sited[found->second];
    }
};

std::uint32_t measure_index(MeasurePlan& plan, const measures::Measure& otherwise) {
    if (const auto index = plan.catalogue.index_of(otherwise.id)) return *index;
    plan.catalogue.measures.push_back(otherwise);
    return static_cast<std::uint32_t>(plan.catalogue.measures.size() - 1);
}

/// A measure for a whole district names no place, but its id begins with the one it was found at ("P003-activities").
std::uint32_t place_for(const PlanReading& reading, const std::string& id, const std::string& district) {
    if (const auto found = reading.place_of.find(id); found != reading.place_of.end()) return found->second;
    for (std::uint32_t i = 0; i < reading.result.places.size(); ++i)
        if (reading.result.places[i].place.area_name == district) return i;
    return 0;
}

void read_sited(const sources::LayerRows& rows, PlanReading& reading) {
    const Figures figures{rows};
    const auto ids = rows.text("id"), places = rows.text("place"), districts = rows.text("district"),
               codes = rows.text("measure"), names = rows.text("measure_name"), kinds = rows.text("kind"),
               reasons = rows.text("reason"), notes = rows.text("note");
    const auto chosen = rows.number("in_portfolio"), reaches = rows.number("reaches_goal"),
               months_one = rows.number("months_one"), months_ten = rows.number("months_ten"),
               lifetime = rows.number("lifetime_years");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        SitedMeasure sited;
        sited.id = ids[i];
        const auto found_at = places[i].empty() ? ids[i].substr(0, ids[i].rfind('-' + codes[i])) : places[i];
        sited.place = place_for(reading, found_at, districts[i]);
        sited.measure = measure_index(reading.plan, stand_in(codes[i], names[i], kinds[i]));
        sited.reason = reasons[i];
        sited.note = notes[i];
        sited.shape = rows.shapes[i];
        sited.reaches_goal = !(reaches[i] == 0);
        sited.detect.months_one = known(months_one[i]);
        sited.detect.months_ten = known(months_ten[i]);
        figures.fill(i, sited);
        sited.money.lifetime_years = known(lifetime[i]).value_or(0);
        reading.sited_of[sited.id] = static_cast<std::uint32_t>(reading.plan.sited.size());
        reading.chosen.push_back(chosen[i] > 0);
        reading.plan.sited.push_back(std::move(sited));
    }
}

measures::LampWork work_from(const std::string& code) {
    for (const auto work : {measures::LampWork::repair, measures::LampWork::upgrade})
        if (outputs::lamp_work_code(work) == code) return work;
    return measures::LampWork::add;
}

void read_lamps(const sources::LayerRows& rows, const layers::CityLayers& city, PlanReading& reading) {
    std::unordered_map<std::string, std::uint32_t> lamp_of;
    if (city.lighting)
        for (std::uint32_t i = 0; i < city.lighting->lamps.size(); ++i) lamp_of[city.lighting->lamps[i].id] = i;
    const auto ids = rows.text("measure_id"), works = rows.text("work"), lamps = rows.text("lamp");
    const auto height = rows.number("height_m"), flux = rows.number("flux_lm"), facing = rows.number("facing_deg");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto* sited = reading.sited(ids[i]);
        if (sited == nullptr) continue;
        measures::LampChange change;
        change.work = work_from(works[i]);
        if (const auto found = lamp_of.find(lamps[i]); found != lamp_of.end() && !lamps[i].empty())
            change.lamp = found->second;
        change.after.id = lamps[i];
        change.after.position = point_of(rows.shapes[i]);
        change.after.height = Meters{height[i]};
        change.after.flux = Lumens{flux[i]};
        if (const auto degrees = known(facing[i])) change.after.facing = Degrees{*degrees};
        change.after.state = layers::LampState::working;
        sited->lamps.push_back(std::move(change));
    }
}

void read_clearings(const sources::LayerRows& rows, const layers::CityLayers& city, PlanReading& reading) {
    std::unordered_map<std::string, std::uint32_t> plant_of;
    if (city.vegetation)
        for (std::uint32_t i = 0; i < city.vegetation->plants.size(); ++i) plant_of[city.vegetation->plants[i].id] = i;
    const auto ids = rows.text("measure_id"), plants = rows.text("plant");
    const auto area = rows.number("area_m2"), sight = rows.number("sight_m");
    for (std::size_t i = 0; i < rows.rows; ++i)
        if (auto* sited = reading.sited(ids[i])) {
            const auto plant = plant_of.find(plants[i]);
            sited->clearings.push_back({.plant = plant == plant_of.end() ? no_record : plant->second,
                                        .shape = polygons_of(rows.shapes[i]),
                                        .area_m2 = area[i],
                                        .sight_m = sight[i]});
        }
}

double angle_between(double a_degrees, double b_degrees) {
    return std::abs(std::remainder(a_degrees - b_degrees, 360.0));
}

/// Where a camera stands, from what it sees: the corner of the view from which all the rest lies within its field.
Point apex_of(const MultiPolygon& view, double heading_degrees) {
    constexpr double degrees = 57.29577951308232, near_m = 0.01;
    Point best;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& polygon : view)
        for (const auto& corner : polygon.outer) {
            double widest = 0;
            for (const auto& p : polygon.outer)
                if (distance(p, corner) > near_m)
                    widest = std::max(
                        widest, angle_between(std::atan2(p.y - corner.y, p.x - corner.x) * degrees, heading_degrees));
            if (widest < least) least = widest, best = corner;
        }
    return best;
}

std::string carrier_from(const std::string& words) {
    for (const char* code : {"lamp", "building", "new_pole"})
        if (outputs::carrier_words(code) == words) return code;
    return words;
}

void read_cameras(const sources::LayerRows& rows, PlanReading& reading) {
    const auto ids = rows.text("measure_id"), carriers = rows.text("carrier");
    const auto height = rows.number("height_m"), heading = rows.number("heading_deg"), view = rows.number("view_deg"),
               reach = rows.number("reach_m"), seen = rows.number("view_m2"), masked = rows.number("masked_m2"),
               share = rows.number("harm_share");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto* sited = reading.sited(ids[i]);
        if (sited == nullptr) continue;
        measures::CameraSite camera{.height = Meters{height[i]},
                                    .heading = Degrees{heading[i]},
                                    .field_of_view = Degrees{view[i]},
                                    .reach = Meters{reach[i]},
                                    .view = polygons_of(rows.shapes[i]),
                                    .masked_m2 = masked[i],
                                    .view_m2 = seen[i],
                                    .covered_weight = known(share[i]).value_or(0),
                                    .place_weight = known(share[i]) ? 1.0 : 0.0,
                                    .carrier = carrier_from(carriers[i])};
        camera.position = apex_of(camera.view, heading[i]);
        sited->cameras.push_back(std::move(camera));
    }
}

void read_work(const sources::LayerRows& rows, PlanReading& reading) {
    const auto ids = rows.text("measure_id"), buildings = rows.text("building"), items = rows.text("item");
    const auto mandatory = rows.number("mandatory"), linked = rows.number("linked_incidents");
    for (std::size_t i = 0; i < rows.rows; ++i)
        if (auto* sited = reading.sited(ids[i]))
            sited->work.push_back({.item = no_record,
                                   .building_id = buildings[i],
                                   .text = items[i],
                                   .position = point_of(rows.shapes[i]),
                                   .mandatory = mandatory[i] > 0,
                                   .linked_incidents = known(linked[i]).value_or(0)});
}

void read_changes(const sources::LayerRows& rows, PlanReading& reading) {
    std::map<std::pair<Point, Point>, std::uint32_t> stretch_of;
    const auto& stretches = reading.result.stretches;
    for (std::uint32_t i = 0; i < stretches.size(); ++i)
        if (!stretches[i].line.empty()) stretch_of[{stretches[i].line.front(), stretches[i].line.back()}] = i;
    const auto ids = rows.text("measure_id");
    const auto metres = rows.number("metres"), average_before = rows.number("lux_average_before"),
               average_after = rows.number("lux_average_after"), minimum_before = rows.number("lux_minimum_before"),
               minimum_after = rows.number("lux_minimum_after"), below_before = rows.number("below_before"),
               below_after = rows.number("below_after"), under_before = rows.number("under_25_before_m"),
               under_after = rows.number("under_25_after_m");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto* sited = reading.sited(ids[i]);
        const auto line = line_of(rows.shapes[i]);
        if (sited == nullptr || line.empty()) continue;
        const auto stretch = stretch_of.find({line.front(), line.back()});
        if (stretch == stretch_of.end()) continue;
        sited->stretches.push_back(stretch->second);
        sited->changes.push_back({.stretch = stretch->second,
                                  .length_m = metres[i],
                                  .average_before = Lux{average_before[i]},
                                  .minimum_before = Lux{minimum_before[i]},
                                  .average_after = Lux{average_after[i]},
                                  .minimum_after = Lux{minimum_after[i]},
                                  .below_before = below_before[i] > 0,
                                  .below_after = below_after[i] > 0,
                                  .under_25_before_m = known(under_before[i]).value_or(0),
                                  .under_25_after_m = known(under_after[i]).value_or(0),
                                  .has_light = known(average_after[i]).has_value(),
                                  .has_sight = known(under_after[i]).has_value()});
    }
}

/// Every sited measure alone; what was chosen together follows from the portfolio.
void make_single_options(MeasurePlan& plan) {
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i) {
        const auto& sited = plan.sited[i];
        plan.options.push_back({.id = sited.id,
                                .place = sited.place,
                                .sited = {i},
                                .money = sited.money,
                                .effect = sited.effect,
                                .metres_to_class = sited.metres_to_class,
                                .metres_of_sight = sited.metres_of_sight,
                                .metres_of_hiding = sited.metres_of_hiding,
                                .items_mended = sited.items_mended,
                                .stretches = sited.stretches});
    }
}

void add_to(measures::PortfolioTotals& totals, const measures::Option& option) {
    totals.investment += option.money.investment;
    totals.yearly += option.money.yearly;
    totals.annuity += option.money.annuity;
    totals.prevented += option.effect.prevented_per_year;
    totals.metres_to_class += option.metres_to_class;
    totals.metres_of_sight += option.metres_of_sight;
    totals.metres_of_hiding += option.metres_of_hiding;
    totals.items_mended += option.items_mended;
    ++totals.options;
    totals.measures += option.sited.size();
}

double option_value(const outputs::RunResult& result, const std::string& key) {
    for (const auto& option : result.options)
        if (option.key == key) return std::strtod(option.value.c_str(), nullptr);
    return 0;
}

void read_portfolio(const sources::LayerRows& rows, PlanReading& reading) {
    auto& plan = reading.plan;
    const auto budget = option_value(reading.result, "measures.budget");
    if (rows.rows == 0 && !(budget > 0)) return;
    const Figures figures{rows};
    auto& portfolio = plan.portfolio.emplace();
    portfolio.budget = budget;
    const auto ids = rows.text("id"), places = rows.text("place"), districts = rows.text("district");
    const auto shares = rows.number("chosen_share");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        measures::Option option{.id = ids[i], .place = place_for(reading, places[i], districts[i])};
        for (std::uint32_t s = 0; s < plan.sited.size(); ++s)
            if (plan.sited[s].place == option.place && reading.chosen[s]) option.sited.push_back(s);
        for (const auto s : option.sited)
            option.stretches.insert(option.stretches.end(), plan.sited[s].stretches.begin(),
                                    plan.sited[s].stretches.end());
        figures.fill(i, option);
        add_to(portfolio.totals, option);
        // One measure alone is already an option, at the measure's own index.
        const bool is_single = option.sited.size() == 1;
        const auto index = is_single ? option.sited.front() : static_cast<std::uint32_t>(plan.options.size());
        portfolio.picks.push_back({index, known(shares[i]).value_or(nan)});
        if (!is_single) plan.options.push_back(std::move(option));
    }
    // Sums of what stands in the file; the interval, the proof and the curve came from the draws and are not in it.
    portfolio.totals.prevented_interval = {nan, nan};
    portfolio.gap = portfolio.bound = nan;
}

}  // namespace

void read_measures(const sources::LayerFile& file, ResultReading& into) {
    auto& result = into.run.result;
    if (!file.has("measures")) {
        into.missing.emplace_back(tr("No measures were asked for when this result was written (lykta measures)."));
        return;
    }
    auto& plan = result.measures.emplace();
    plan.catalogue = measures::catalogue();
    plan.discount_rate = option_value(result, "measures.discount_rate");
    PlanReading reading{plan, result, {}, {}, {}};
    for (std::uint32_t i = 0; i < result.places.size(); ++i) reading.place_of[result.places[i].place.id] = i;
    read_sited(file.read("measures"), reading);
    read_changes(file.read("measure_changes"), reading);
    read_lamps(file.read("measure_lamps"), into.run.city, reading);
    read_clearings(file.read("measure_clearings"), into.run.city, reading);
    read_cameras(file.read("measure_cameras"), reading);
    read_work(file.read("measure_work"), reading);
    make_single_options(plan);
    read_portfolio(file.read("portfolio"), reading);
    into.missing.emplace_back(
        tr("Of the measures a result holds those proposed; which were rejected and why stands in its report."));
    if (plan.portfolio)
        into.missing.emplace_back(
            tr("The interval of what the portfolio prevents, its proof and the curve over budgets "
               "stand in the report, not in the layers."));
}

}  // namespace lykta::viewer
