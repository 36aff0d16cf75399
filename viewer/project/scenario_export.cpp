// A scenario as a GeoPackage for QGIS: its items, areas and stretches, and one row that sums it up with every caveat.
#include <cmath>

#include "core/language.hpp"
#include "outputs/geopackage.hpp"
#include "outputs/measure_layers.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using outputs::Cell;
using outputs::GeoPackage;
using outputs::real_cell;
using outputs::Shape;
using outputs::text_cell;
using outputs::yes_no_cell;
using K = outputs::CellKind;

Cell whole(double value) {
    return std::int64_t{std::llround(value)};
}

Cell if_known(bool is_known, double value) {
    return is_known ? real_cell(value) : Cell{};
}

/// Id of the lamp or plant in its register.
std::string record_id(const layers::CityLayers& city, const ScenarioItem& item) {
    if (item.record == no_record) return {};
    if (item.kind == ScenarioKind::clearing)
        return city.vegetation && item.record < city.vegetation->plants.size() ? city.vegetation->plants[item.record].id
                                                                               : std::string{};
    return city.lighting && item.record < city.lighting->lamps.size() ? city.lighting->lamps[item.record].id
                                                                      : std::string{};
}

void add_items(GeoPackage& package, const layers::CityLayers& city, const Scenario& scenario) {
    auto table =
        package.table("scenario_items", tr("What is tried: lamps, cameras and clearings, not decided"), Shape::point,
                      {{"id", tr("Id"), "", K::integer},
                       {"kind", tr("Kind, code"), "", K::text},
                       {"kind_words", tr("Kind"), "", K::text},
                       {"record", tr("Lamp or plant in the register"), "", K::text},
                       {"height_m", tr("Mounting height, empty: as those near"), "m", K::real},
                       {"flux_lm", tr("Luminous flux, empty: as those near"), "lm", K::real},
                       {"heading_deg", tr("Heading, anticlockwise from east"), "°", K::real}});
    for (const auto& item : scenario.items)
        table.add({std::int64_t{item.id}, text_cell(std::string(kind_code(item.kind))), text_cell(kind_words(item)),
                   text_cell(record_id(city, item)), if_known(item.height_m > 0, item.height_m),
                   if_known(item.flux_lm > 0, item.flux_lm),
                   if_known(item.kind == ScenarioKind::camera, item.heading_degrees)},
                  symbol_at(city, item));
}

/// Clearings and views as the map shows them.
void add_areas(GeoPackage& package, const ScenarioAnswer& answer) {
    auto table = package.table("scenario_areas", tr("What is cleared, and what cameras see, masked parts left out"),
                               Shape::polygon,
                               {{"item", tr("Item of the scenario"), "", K::integer},
                                {"what", tr("What the area is"), "", K::text},
                                {"area_m2", tr("Area"), "m²", K::real}});
    if (!answer.layer) return;
    for (const auto& detail : answer.layer->details)
        for (const auto& shown : detail.areas)
            table.add({std::int64_t{shown.record}, text_cell(answer.layer->classes[shown.group].label),
                       real_cell(area(shown.shape))},
                      shown.shape);
}

std::vector<outputs::Field> stretch_fields() {
    std::vector<outputs::Field> fields{{"metres", tr("Length"), "m", K::real},
                                       {"wanted_class", tr("Lighting class it should have"), "EN 13201-2", K::text}};
    for (auto& field : outputs::change_fields()) fields.push_back(std::move(field));
    fields.push_back({"turn", tr("Change, code"), tr("better, worse or empty: hardly changed"), K::text});
    return fields;
}

std::string turn_code(Turn turn) {
    if (turn == Turn::none) return {};
    return turn == Turn::better ? "better" : "worse";
}

void add_stretches(GeoPackage& package, const measures::World& world, const ScenarioAnswer& answer) {
    auto table = package.table("scenario_stretches",
                               tr("Stretches whose light or sight the scenario changes; computed, not measured"),
                               Shape::line, stretch_fields());
    for (const auto& c : answer.town.changes) {
        const bool has_light = c.stretch < world.stretches.size();
        const auto& line = has_light ? world.stretches[c.stretch].line : world.sight->stretches[c.stretch].line;
        std::vector<Cell> cells{real_cell(c.length_m),
                                text_cell(has_light ? world.stretches[c.stretch].wanted_class : std::string{})};
        for (auto& cell : outputs::change_cells(c)) cells.push_back(std::move(cell));
        cells.push_back(text_cell(turn_code(turn_of(world, c))));
        table.add(cells, MultiLine{{line}});
    }
}

std::vector<outputs::Field> summary_fields() {
    return {{"scenario", tr("Scenario"), "", K::text},
            {"study", tr("Study"), "", K::text},
            {"period", tr("Period of the recorded incidents"), "", K::text},
            {"version", tr("Lykta version"), "", K::text},
            {"items", tr("Items of the scenario, number"), "", K::integer},
            {"investment_sek", tr("Investment"), "SEK", K::integer},
            {"investment_low_sek", tr("Investment, low"), "SEK", K::integer},
            {"investment_high_sek", tr("Investment, high"), "SEK", K::integer},
            {"yearly_sek", tr("Running cost"), tr("SEK per year"), K::integer},
            {"annuity_sek", tr("Yearly cost, investment spread over its life"), tr("SEK per year"), K::integer},
            {"price_year", tr("Price year"), "", K::integer},
            {"judgement", tr("Some unit price is a guess"), tr("1 = yes"), K::integer},
            {"metres_to_class", tr("Path that reaches its lighting class"), "m", K::real},
            {"metres_from_class", tr("Path that falls below its lighting class"), "m", K::real},
            {"metres_of_sight", tr("Path that gets 25 m of sight"), "m", K::real},
            {"prevented_per_year", tr("Recorded incidents expected to be prevented; association, by studies elsewhere"),
             tr("incidents per year"), K::real},
            {"prevented_low", tr("The same, lower end of the 90 % interval"), tr("incidents per year"), K::real},
            {"prevented_high", tr("The same, upper end of the 90 % interval"), tr("incidents per year"), K::real},
            {"notes", tr("What is assumed and what could not be done"), "", K::text}};
}

void add_summary(GeoPackage& package, const Project& project, const ScenarioAnswer& answer) {
    const auto& result = project.result();
    const auto& money = answer.town.money;
    const auto& effect = answer.town.effect;
    const bool has_effect = effect.has_number && !result.public_level;
    std::string notes;
    for (const auto& note : answer.notes) notes += (notes.empty() ? "" : " ") + note;
    auto table = package.table("scenario_summary", tr("What the scenario comes to: cost, light, sight and effect"),
                               Shape::none, summary_fields());
    table.add({text_cell(answer.scenario.name), text_cell(result.study_name),
               text_cell(iso_date(result.period.first_day) + " – " + iso_date(result.period.last_day)),
               text_cell(result.version), std::int64_t{static_cast<std::int64_t>(answer.scenario.items.size())},
               whole(money.investment), whole(money.investment_low), whole(money.investment_high), whole(money.yearly),
               whole(money.annuity), money.price_year > 0 ? Cell{std::int64_t{money.price_year}} : Cell{},
               yes_no_cell(money.judgement), real_cell(answer.metres_to_class), real_cell(answer.metres_from_class),
               real_cell(answer.metres_of_sight), if_known(has_effect, effect.prevented_per_year),
               if_known(has_effect, effect.prevented.low), if_known(has_effect, effect.prevented.high),
               text_cell(notes)});
}

}  // namespace

void export_scenario(const Project& project, const ScenarioAnswer& answer, const std::filesystem::path& gpkg) {
    const auto unfinished = gpkg.parent_path() / ("." + gpkg.stem().string() + ".unfinished.gpkg");
    const outputs::GdalWriting writing(gpkg);
    std::error_code trouble;
    std::filesystem::remove(unfinished, trouble);
    try {
        GeoPackage package(unfinished, project.result().crs, writing);
        add_items(package, project.city(), answer.scenario);
        add_areas(package, answer);
        add_stretches(package, project.world->world(), answer);
        add_summary(package, project, answer);
        package.finish();
    } catch (...) {
        std::filesystem::remove(unfinished, trouble);
        throw;
    }
    std::filesystem::rename(unfinished, gpkg, trouble);
    if (trouble) writing.fail(trouble.message());
}

}  // namespace lykta::viewer
