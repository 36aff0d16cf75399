// The portfolio and the state after as layers, the figures measures and options share, and how QGIS dresses them.
#include <cmath>

#include "outputs/measure_layers.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;
using measures::MeasurePlan;

Cell whole(double value) {
    return std::int64_t{std::llround(value)};
}

template <class Bought>  // SitedMeasure or Option
std::vector<Cell> cells_of(const RunResult& result, const Bought& bought) {
    const auto& money = bought.money;
    const auto& effect = bought.effect;
    const bool hidden = hides_effect(result, bought);
    const auto number = [&](double value) { return effect.has_number && !hidden ? real_cell(value) : Cell{}; };
    return {whole(money.investment),
            whole(money.investment_low),
            whole(money.investment_high),
            whole(money.yearly),
            whole(money.annuity),
            money.price_year > 0 ? Cell{std::int64_t{money.price_year}} : Cell{},
            yes_no_cell(money.judgement),
            yes_no_cell(effect.has_number),
            number(effect.touched_per_year),
            number(effect.prevented_per_year),
            number(effect.prevented.low),
            number(effect.prevented.high),
            effect.cost_per_prevented ? number(*effect.cost_per_prevented) : Cell{},
            hidden && effect.has_number ? Cell{} : text_cell(effect.words),
            real_cell(bought.metres_to_class),
            real_cell(bought.metres_of_sight),
            real_cell(bought.metres_of_hiding),
            real_cell(bought.items_mended)};
}

/// The owners who pay, "building department, property owner".
std::string owners_of(const MeasurePlan& plan, const measures::Option& option) {
    std::string text;
    for (int owner = 0; owner < measures::owner_count; ++owner)
        for (const auto s : option.sited)
            if (static_cast<int>(measure_of(plan, plan.sited[s]).owner) == owner) {
                text += (text.empty() ? "" : ", ") + measures::owner_name(static_cast<measures::Owner>(owner));
                break;
            }
    return text;
}

std::vector<Field> portfolio_fields() {
    std::vector<Field> fields = {{"id", tr("Id"), "", K::text},
                                 {"place", tr("Place"), "", K::text},
                                 {"place_name", tr("Place, name"), "", K::text},
                                 {"rank", tr("Rank of the place"), "", K::integer},
                                 {"district", tr("District"), "", K::text},
                                 {"measures", tr("Measures"), "", K::text},
                                 {"owners", tr("Owners"), "", K::text},
                                 {"chosen_share", tr("Share of draws in which it is chosen"), tr("share"), K::real}};
    for (auto& field : figure_fields()) fields.push_back(std::move(field));
    return fields;
}

std::string names_of(const MeasurePlan& plan, const measures::Option& option) {
    std::string text;
    for (const auto s : option.sited) text += (text.empty() ? "" : "; ") + measure_of(plan, plan.sited[s]).name.shown();
    return text;
}

void add_portfolio(GeoPackage& package, const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    auto table = package.table("portfolio", tr("What is chosen for the budget, one row a place"), Shape::polygon,
                               portfolio_fields());
    if (!plan.portfolio) return;
    for (const auto& pick : plan.portfolio->picks) {
        const auto& option = plan.options[pick.option];
        const auto& place = result.places[option.place];
        std::vector<Cell> cells = {
            text_cell(option.id),
            text_cell(place.place.id),
            text_cell(place.place.name),
            std::int64_t{place.rank},
            text_cell(place.place.area_name),
            text_cell(names_of(plan, option)),
            text_cell(owners_of(plan, option)),
            real_cell(plan.portfolio->draws > 0 ? std::optional{pick.chosen_share} : std::nullopt)};
        for (auto& cell : figure_cells(result, option)) cells.push_back(std::move(cell));
        std::vector<MultiPolygon> outlines;
        for (const auto s : option.sited) outlines.push_back(outline_of(result, plan.sited[s]));
        table.add(cells, union_of(outlines));
    }
}

Cell known(bool is_known, double value) {
    return is_known ? real_cell(value) : Cell{};
}

void add_changes(GeoPackage& package, const RunResult& result) {
    std::vector<Field> fields{{"measure_id", tr("Proposed measure"), "", K::text},
                              {"metres", tr("Length"), "m", K::real}};
    for (auto& field : change_fields()) fields.push_back(std::move(field));
    auto table = package.table("measure_changes", tr("Stretches before and after the measures"), Shape::line, fields);
    for (const auto& sited : result.measures->sited)
        for (const auto& c : sited.changes) {
            if (c.stretch >= result.stretches.size()) continue;
            std::vector<Cell> cells{text_cell(sited.id), real_cell(c.length_m)};
            for (auto& cell : change_cells(c)) cells.push_back(std::move(cell));
            table.add(cells, MultiLine{{result.stretches[c.stretch].line}});
        }
}

LayerStyle measures_style() {
    LayerStyle style{"measures", Shape::polygon, {}, "\"measure_name\""};
    for (const auto kind :
         {MeasureKind::lamp, MeasureKind::clearing, MeasureKind::camera, MeasureKind::building, MeasureKind::other})
        style.rules.push_back({.filter = fmt::format("\"kind\" = '{}'", measure_kind_code(kind)),
                               .label = measure_kind_words(kind),
                               .colour = measure_kind_colour(kind),
                               .size_mm = 0.4,
                               .opacity = 0.3});
    return style;
}

LayerStyle lamp_work_style() {
    LayerStyle style{"measure_lamps", Shape::point, {}};
    for (const auto& [work, colour, marker] : {std::tuple{measures::LampWork::repair, "#e66101", "triangle"},
                                               std::tuple{measures::LampWork::upgrade, "#fdb863", "diamond"},
                                               std::tuple{measures::LampWork::add, "#5e3c99", "circle"}})
        style.rules.push_back({.filter = fmt::format("\"work\" = '{}'", lamp_work_code(work)),
                               .label = lamp_work_words(work),
                               .colour = colour,
                               .size_mm = 3.0,
                               .marker = marker});
    return style;
}

LayerStyle changes_style() {
    return {
        "measure_changes",
        Shape::line,
        {{.filter = "\"below_before\" = 1 AND \"below_after\" = 0",
          .label = tr("brought to its class"),
          .colour = "#1a9850",
          .size_mm = 1.2},
         {.filter = "\"below_after\" = 1", .label = tr("still below its class"), .colour = "#e6961e", .size_mm = 1.0},
         {.filter = "\"below_before\" = 0 OR \"below_before\" IS NULL",
          .label = tr("at its class before and after, or only its sight changes"),
          .colour = "#969696",
          .size_mm = 0.5}}};
}

LayerStyle one_look(const char* layer, Shape shape, const char* label, const char* colour, double opacity) {
    return {layer,
            shape,
            {{.filter = "TRUE",
              .label = label,
              .colour = colour,
              .size_mm = shape == Shape::point ? 2.6 : 0.5,
              .marker = "square",
              .opacity = opacity}}};
}

}  // namespace

std::vector<Field> change_fields() {
    return {{"lux_average_before", tr("Illuminance before, average"), "lx", K::real},
            {"lux_average_after", tr("Illuminance after, average"), "lx", K::real},
            {"lux_minimum_before", tr("Illuminance before, minimum"), "lx", K::real},
            {"lux_minimum_after", tr("Illuminance after, minimum"), "lx", K::real},
            {"below_before", tr("Below its class before"), tr("1 = yes"), K::integer},
            {"below_after", tr("Below its class after"), tr("1 = yes"), K::integer},
            {"under_25_before_m", tr("People seen nearer than 25 m, before"), "m", K::real},
            {"under_25_after_m", tr("People seen nearer than 25 m, after"), "m", K::real}};
}

std::vector<Cell> change_cells(const measures::StretchChange& c) {
    return {known(c.has_light, c.average_before.value),
            known(c.has_light, c.average_after.value),
            known(c.has_light, c.minimum_before.value),
            known(c.has_light, c.minimum_after.value),
            c.has_light ? yes_no_cell(c.below_before) : Cell{},
            c.has_light ? yes_no_cell(c.below_after) : Cell{},
            known(c.has_sight, c.under_25_before_m),
            known(c.has_sight, c.under_25_after_m)};
}

std::vector<Field> figure_fields() {
    return {{"investment_sek", tr("Investment"), "SEK", K::integer},
            {"investment_low", tr("Investment, from"), "SEK", K::integer},
            {"investment_high", tr("Investment, to"), "SEK", K::integer},
            {"yearly_sek", tr("Running cost"), tr("SEK per year"), K::integer},
            {"annuity_sek", tr("Yearly cost with the investment spread over its life"), tr("SEK per year"), K::integer},
            {"price_year", tr("Price year"), "", K::integer},
            {"price_is_guess", tr("Some unit price is a guess"), tr("1 = yes"), K::integer},
            {"has_evidence", tr("A study with a number exists"), tr("1 = yes"), K::integer},
            {"touched_year", tr("Recorded incidents the mechanism can touch"), tr("per year"), K::real},
            {"prevented_year", tr("Incidents prevented"), tr("per year"), K::real},
            {"prevented_low", tr("Incidents prevented, 90% interval from"), tr("per year"), K::real},
            {"prevented_high", tr("Incidents prevented, 90% interval to"), tr("per year"), K::real},
            {"sek_per_prevented", tr("Cost per prevented incident"), "SEK", K::real},
            {"effect_words", tr("What can be said of the effect"), "", K::text},
            {"metres_to_class", tr("Path brought to its lighting class"), "m", K::real},
            {"metres_of_sight", tr("Path where people are seen at 25 m or more instead of nearer"), "m", K::real},
            {"metres_of_hiding", tr("Path beside which nobody can hide any longer"), "m", K::real},
            {"items_mended", tr("Inspection items mended"), tr("number"), K::real}};
}

std::vector<Cell> figure_cells(const RunResult& result, const measures::SitedMeasure& sited) {
    return cells_of(result, sited);
}
std::vector<Cell> figure_cells(const RunResult& result, const measures::Option& option) {
    return cells_of(result, option);
}

void add_portfolio_layers(GeoPackage& package, const RunResult& result) {
    add_changes(package, result);
    add_portfolio(package, result);
}

std::vector<LayerStyle> measure_styles() {
    LayerStyle portfolio = one_look("portfolio", Shape::polygon, tr("chosen for the budget"), "#14344f", 0.1);
    portfolio.rules[0].size_mm = 0.9;
    portfolio.label = "concat(\"rank\", '. ', \"measures\")";
    return {measures_style(),
            lamp_work_style(),
            one_look("measure_clearings", Shape::polygon, tr("to clear"), "#1b7837", 0.6),
            one_look("measure_cameras", Shape::polygon, tr("what the camera would see"), "#762a83", 0.25),
            one_look("measure_work", Shape::point, tr("building item to mend"), "#2b5c8a", 1.0),
            changes_style(),
            portfolio};
}

}  // namespace lykta::outputs
