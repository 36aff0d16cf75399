// The rows of the measures' layers.
#include "outputs/measure_layers.hpp"

#include <cmath>

#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/privacy.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;
using measures::MeasurePlan;
using measures::SitedMeasure;

constexpr double rim_m = 3.0;

std::vector<Field> joined(std::vector<Field> fields, const std::vector<Field>& more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}
std::vector<Cell> joined(std::vector<Cell> cells, const std::vector<Cell>& more) {
    cells.insert(cells.end(), more.begin(), more.end());
    return cells;
}

std::vector<Field> measure_fields() {
    return joined(
        {{"id", tr("Id"), "", K::text},
         {"place", tr("Place"), "", K::text},
         {"place_name", tr("Place, name"), "", K::text},
         {"rank", tr("Rank of the place"), "", K::integer},
         {"district", tr("District"), "", K::text},
         {"measure", tr("Measure, code"), "", K::text},
         {"measure_name", tr("Measure"), "", K::text},
         {"kind", tr("Kind, code"), "", K::text},
         {"in_portfolio", tr("In the portfolio"), tr("1 = yes"), K::integer},
         {"owner", tr("Owner, code"), "", K::text},
         {"owner_name", tr("Owner"), "", K::text},
         {"what", tr("What exactly"), "", K::text},
         {"reason", tr("Why here"), "", K::text},
         {"grade", tr("Evidence grade"), "", K::text},
         {"lead_time_months", tr("Lead time"), tr("months"), K::real},
         {"lifetime_years", tr("Lifetime"), tr("years"), K::real},
         {"reaches_goal", tr("Mends all of it"), tr("1 = yes"), K::integer},
         {"note", tr("Note"), "", K::text}},
        joined(figure_fields(),
               {{"months_one", tr("Months until the effect can be seen, one control area"), tr("months"), K::real},
                {"months_ten", tr("Months until the effect can be seen, ten control areas"), tr("months"), K::real},
                {"legal", tr("Legal check"), "", K::text},
                {"follow_up", tr("Follow-up indicator"), "", K::text}}));
}

std::vector<Cell> measure_cells(const RunResult& result, std::uint32_t index) {
    const MeasurePlan& plan = *result.measures;
    const SitedMeasure& sited = plan.sited[index];
    const auto& measure = measure_of(plan, sited);
    const auto& place = result.places[sited.place];
    const bool hidden = hides_effect(result, sited);
    const auto months = [&](const std::optional<double>& m) { return hidden ? Cell{} : real_cell(m); };
    std::vector<Cell> cells = {text_cell(sited.id),
                               is_for_area(plan, sited) ? Cell{} : text_cell(place.place.id),
                               is_for_area(plan, sited) ? Cell{} : text_cell(place.place.name),
                               is_for_area(plan, sited) ? Cell{} : Cell{std::int64_t{place.rank}},
                               text_cell(place.place.area_name),
                               text_cell(measure.id),
                               text_cell(measure.name.shown()),
                               text_cell(std::string(measure_kind_code(measure_kind(measure.siting)))),
                               plan.portfolio ? yes_no_cell(option_that_holds(plan, index).has_value()) : Cell{},
                               text_cell(std::string(measures::owner_code(measure.owner))),
                               text_cell(measures::owner_name(measure.owner)),
                               text_cell(what_exactly(plan, sited)),
                               text_cell(shown_reason(result, sited)),
                               text_cell(measures::grade_letter(grade_of(measure))),
                               real_cell(measure.lead_time_months),
                               real_cell(measure.lifetime_years),
                               yes_no_cell(sited.reaches_goal),
                               text_cell(sited.note)};
    return joined(joined(std::move(cells), figure_cells(result, sited)),
                  {months(sited.detect.months_one), months(sited.detect.months_ten), text_cell(measure.legal.shown()),
                   text_cell(measure.follow_up.shown())});
}

void add_measures(GeoPackage& package, const RunResult& result) {
    auto table =
        package.table("measures", tr("Proposed measures, one row each; their parts stand in layers of their own"),
                      Shape::polygon, measure_fields());
    for (std::uint32_t i = 0; i < result.measures->sited.size(); ++i)
        table.add(measure_cells(result, i), outline_of(result, result.measures->sited[i]));
}

void add_lamps(GeoPackage& package, const RunResult& result) {
    auto table = package.table("measure_lamps", tr("Lamps to repair, to give a new luminaire, or to add"), Shape::point,
                               {{"measure_id", tr("Proposed measure"), "", K::text},
                                {"in_portfolio", tr("In the portfolio"), tr("1 = yes"), K::integer},
                                {"work", tr("Work, code"), "", K::text},
                                {"work_words", tr("Work"), "", K::text},
                                {"lamp", tr("Lamp in the register"), "", K::text},
                                {"height_m", tr("Mounting height afterwards"), "m", K::real},
                                {"flux_lm", tr("Luminous flux afterwards"), "lm", K::real},
                                {"facing_deg", tr("Street side, anticlockwise from east"), "°", K::real}});
    const MeasurePlan& plan = *result.measures;
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i)
        for (const auto& change : plan.sited[i].lamps)
            table.add(
                {text_cell(plan.sited[i].id),
                 plan.portfolio ? yes_no_cell(option_that_holds(plan, i).has_value()) : Cell{},
                 text_cell(std::string(lamp_work_code(change.work))), text_cell(lamp_work_words(change.work)),
                 text_cell(change.after.id), real_cell(change.after.height.value), real_cell(change.after.flux.value),
                 change.after.facing ? real_cell(change.after.facing->value) : Cell{}},
                change.after.position);
}

void add_clearings(GeoPackage& package, const RunResult& result) {
    auto table = package.table("measure_clearings", tr("Plants to clear down"), Shape::polygon,
                               {{"measure_id", tr("Proposed measure"), "", K::text},
                                {"in_portfolio", tr("In the portfolio"), tr("1 = yes"), K::integer},
                                {"plant", tr("Plant in the register"), "", K::text},
                                {"area_m2", tr("Area"), "m²", K::real},
                                {"sight_m", tr("Path that gets 25 m of sight"), "m", K::real}});
    const MeasurePlan& plan = *result.measures;
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i)
        for (const auto& clearing : plan.sited[i].clearings) {
            const bool known =
                result.layers && result.layers->vegetation && clearing.plant < result.layers->vegetation->plants.size();
            table.add({text_cell(plan.sited[i].id),
                       plan.portfolio ? yes_no_cell(option_that_holds(plan, i).has_value()) : Cell{},
                       known ? text_cell(result.layers->vegetation->plants[clearing.plant].id) : Cell{},
                       real_cell(clearing.area_m2), real_cell(clearing.sight_m)},
                      clearing.shape);
        }
}

void add_cameras(GeoPackage& package, const RunResult& result) {
    auto table =
        package.table("measure_cameras", tr("What proposed cameras would see, masked parts left out"), Shape::polygon,
                      {{"measure_id", tr("Proposed measure"), "", K::text},
                       {"in_portfolio", tr("In the portfolio"), tr("1 = yes"), K::integer},
                       {"carrier", tr("Mounted"), "", K::text},
                       {"height_m", tr("Mounting height"), "m", K::real},
                       {"heading_deg", tr("Heading, anticlockwise from east"), "°", K::real},
                       {"view_deg", tr("Field of view"), "°", K::real},
                       {"reach_m", tr("Reach"), "m", K::real},
                       {"view_m2", tr("Area seen"), "m²", K::real},
                       {"masked_m2", tr("Area masked"), "m²", K::real},
                       {"harm_share", tr("Share of the place's harm inside the view"), tr("share"), K::real}});
    const MeasurePlan& plan = *result.measures;
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i)
        for (const auto& camera : plan.sited[i].cameras) {
            const bool tell = camera.place_weight > 0 && !hides_view(result, plan.sited[i], camera);
            table.add({text_cell(plan.sited[i].id),
                       plan.portfolio ? yes_no_cell(option_that_holds(plan, i).has_value()) : Cell{},
                       text_cell(carrier_words(camera.carrier)), real_cell(camera.height.value),
                       real_cell(camera.heading.value), real_cell(camera.field_of_view.value),
                       real_cell(camera.reach.value), real_cell(camera.view_m2), real_cell(camera.masked_m2),
                       tell ? real_cell(camera.covered_weight / camera.place_weight) : Cell{}},
                      camera.view);
        }
}

void add_work(GeoPackage& package, const RunResult& result) {
    auto table = package.table("measure_work", tr("Inspection items to mend, by building"), Shape::point,
                               {{"measure_id", tr("Proposed measure"), "", K::text},
                                {"in_portfolio", tr("In the portfolio"), tr("1 = yes"), K::integer},
                                {"building", tr("Building"), "", K::text},
                                {"item", tr("Item"), "", K::text},
                                {"mandatory", tr("Mandatory"), tr("1 = yes"), K::integer},
                                {"linked_incidents", tr("Incidents it can have to do with"), tr("number"), K::real}});
    const MeasurePlan& plan = *result.measures;
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i)
        for (const auto& item : plan.sited[i].work)
            table.add({text_cell(plan.sited[i].id),
                       plan.portfolio ? yes_no_cell(option_that_holds(plan, i).has_value()) : Cell{},
                       text_cell(item.building_id), text_cell(item.text), yes_no_cell(item.mandatory),
                       is_hidden(result, item.linked_incidents) ? Cell{} : real_cell(item.linked_incidents)},
                      item.position);
}

}  // namespace

MultiPolygon outline_of(const RunResult& result, const SitedMeasure& sited) {
    if (const auto* shape = std::get_if<MultiPolygon>(&sited.shape); shape && !shape->empty()) return *shape;
    if (const auto* lines = std::get_if<MultiLine>(&sited.shape); lines && !lines->lines.empty())
        return buffer_of(sited.shape, rim_m, 4);
    if (const auto* points = std::get_if<MultiPoint>(&sited.shape); points && !points->empty())
        return buffer_of(sited.shape, rim_m, 4);
    if (std::holds_alternative<Point>(sited.shape)) return buffer_of(sited.shape, rim_m, 4);
    return result.places[sited.place].place.shape;
}

void add_measure_layers(GeoPackage& package, const RunResult& result) {
    if (!result.measures) return;
    add_measures(package, result);
    add_lamps(package, result);
    add_clearings(package, result);
    add_cameras(package, result);
    add_work(package, result);
    add_portfolio_layers(package, result);
}

}  // namespace lykta::outputs
