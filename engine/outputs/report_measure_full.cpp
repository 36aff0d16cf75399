// One measure told in full. What must be read stands open; where a figure comes from opens under it.
#include <algorithm>
#include <cmath>
#include <limits>

#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::EffectRow;
using measures::Measure;
using measures::SitedMeasure;

std::string lux(double value) {
    return number_text(value, value < 10 ? 1 : 0) + "\u00a0lx";
}
std::string metres(double value) {
    return number_text(value, 0) + "\u00a0m";
}

/// Sums over the stretches a measure acts on.
struct State {
    double length = 0, average_before = 0, average_after = 0, below_before = 0, below_after = 0;
    double minimum_before = std::numeric_limits<double>::infinity(), minimum_after = minimum_before;
    double sight_length = 0, under_before = 0, under_after = 0, seen_before = 0, seen_after = 0;
};

State state_of(const SitedMeasure& sited) {
    State state;
    for (const auto& c : sited.changes) {
        if (c.has_light) {
            state.length += c.length_m;
            state.average_before += c.length_m * c.average_before.value;
            state.average_after += c.length_m * c.average_after.value;
            state.minimum_before = std::min(state.minimum_before, c.minimum_before.value);
            state.minimum_after = std::min(state.minimum_after, c.minimum_after.value);
            state.below_before += c.below_before ? c.length_m : 0;
            state.below_after += c.below_after ? c.length_m : 0;
        }
        if (c.has_sight) {
            state.sight_length += c.length_m;
            state.under_before += c.under_25_before_m;
            state.under_after += c.under_25_after_m;
            state.seen_before += c.length_m * c.seen_at_before_m;
            state.seen_after += c.length_m * c.seen_at_after_m;
        }
    }
    return state;
}

std::string state_table(const SitedMeasure& sited) {
    const State s = state_of(sited);
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const char* what, const std::string& before, const std::string& after) {
        rows.push_back({html_text(what), html_text(before), "<b>" + html_text(after) + "</b>"});
    };
    if (s.length > 0) {
        row(tr("Illuminance, average"), lux(s.average_before / s.length), lux(s.average_after / s.length));
        row(tr("Illuminance, darkest point"), lux(s.minimum_before), lux(s.minimum_after));
        row(tr("Path below its lighting class"), metres(s.below_before), metres(s.below_after));
    }
    if (s.sight_length > 0 && sited.metres_of_sight > 0) {
        row(tr("Path where people are seen nearer than 25 m"), metres(s.under_before), metres(s.under_after));
        row(tr("People are seen at, mean"), metres(s.seen_before / s.sight_length),
            metres(s.seen_after / s.sight_length));
    }
    if (rows.empty()) return "";
    return html_table({{say("On {} of path", metres(std::max(s.length, s.sight_length)))},
                       {tr("Today"), Align::number},
                       {tr("Afterwards"), Align::number}},
                      rows, "state");
}

std::string money_line(const measures::Money& money) {
    std::string text = say("{} to carry out", money_text(money.investment));
    if (money.yearly > 0) text += say(", then {} per year", money_text(money.yearly));
    std::string note;
    if (money.investment_high > money.investment_low)
        note = say("{} to {}", rough_money_text(money.investment_low), rough_money_text(money.investment_high));
    if (money.price_year > 0)
        note += (note.empty() ? "" : "; ") + say("prices of {}", fmt::format("{}", money.price_year));
    if (money.judgement)
        note += (note.empty() ? "" : "; ") + std::string(tr("no source for the price: put in your own"));
    return html_text(text) + (note.empty() ? "" : "<small>" + html_text(note) + "</small>");
}

std::string effect_line(const RunResult& result, const SitedMeasure& sited) {
    const auto& effect = sited.effect;
    const bool hidden = hides_effect(result, sited);
    if (hidden && effect.has_number)
        return html_text(say("Not shown: the figure would follow from fewer than {} incidents.",
                             number_text(std::int64_t{result.privacy_k})));
    std::string text;
    if (effect.has_number) {
        text =
            html_text(say("{} recorded incidents fewer a year, 90% interval {}", rough_text(effect.prevented_per_year),
                          range_text(effect.prevented.low, effect.prevented.high, effect.prevented.high < 10 ? 1 : 0)));
        if (effect.cost_per_prevented)
            text += "<small>" +
                    html_text(say("{} per prevented incident", rough_money_text(*effect.cost_per_prevented))) +
                    "</small>";
    }
    if (hidden || effect.words.empty()) return text;
    return text + (text.empty() ? html_text(effect.words) : "<small>" + html_text(effect.words) + "</small>");
}

/// What is recorded of felt safety: beside, never counted.
std::string felt_line(const Measure& measure) {
    std::string text;
    for (const auto& row : measure.effects)
        if (row.perceived && !row.finding.empty()) text += (text.empty() ? "" : " ") + row.finding.shown();
    return text;
}

std::string cost_per_prevented_lines(const SitedMeasure& sited) {
    const auto& effect = sited.effect;
    if (!effect.cost_per_prevented) return "";
    std::string text = say("Cost per prevented incident: {} a year ÷ {} a year = {}.", money_text(sited.money.annuity),
                           rough_text(effect.prevented_per_year), rough_money_text(*effect.cost_per_prevented));
    if (const auto& interval = effect.cost_per_prevented_interval)
        text += " " +
                (std::isfinite(interval->high)
                     ? say("90% interval {} to {}.", rough_money_text(interval->low), rough_money_text(interval->high))
                     : say("90% interval from {}, without an upper end: none may be prevented.",
                           rough_money_text(interval->low)));
    return paragraph(text);
}

std::string labelled(const char* label, const std::string& html) {
    return html.empty() ? "" : "<p class=\"formula\"><b>" + html_text(label) + "</b> " + html + "</p>";
}

std::string where_from(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    const bool hidden = hides_effect(result, sited);
    std::string inner = labelled(tr("Cost:"), html_text(sited.money.formula));
    inner += labelled(tr("Unit price:"), source_html(measure.cost.source, measure.cost.link));
    if (!hidden) inner += labelled(tr("Effect:"), html_text(sited.effect.formula)) + cost_per_prevented_lines(sited);
    inner += studies_table(measure);
    return opens(tr("Where the figures come from: formulas, sources, grades"), inner);
}

std::string checks(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    std::string list;
    const auto item = [&](const char* title, const std::string& text) {
        if (!text.empty()) list += "<dt>" + html_text(title) + "</dt><dd>" + html_text(text) + "</dd>";
    };
    item(tr("Felt safety"), felt_line(measure));
    if (!hides_effect(result, sited) && sited.effect.has_number) item(tr("Can it be seen?"), sited.detect.words);
    item(tr("Displacement"), measure.displacement.shown());
    item(tr("Side effects"), measure.side_effects.shown());
    item(tr("Legal check"), measure.legal.shown());
    item(tr("Check before"), measure.rules_out_note.shown());
    item(tr("Goal"), measure.goal.shown());
    item(tr("Follow-up"), measure.follow_up.shown());
    return element("dl", "class=\"checks\"", list);
}

std::string cameras(const RunResult& result, const SitedMeasure& sited) {
    std::string items;
    for (const auto& camera : sited.cameras) {
        std::string text =
            say("{}, {} m up: sees {} m², of which {} m² masked", carrier_words(camera.carrier),
                number_text(camera.height.value, 1), number_text(camera.view_m2, 0), number_text(camera.masked_m2, 0));
        if (camera.place_weight > 0 && !hides_view(result, sited, camera))
            text += ", " + say("{} of the place's harm inside the view",
                               percent_text(camera.covered_weight / camera.place_weight));
        items += "<li>" + html_text(text) + "</li>";
    }
    if (items.empty()) return "";
    const bool recorded =
        !result.public_level &&
        (!result.measures->portfolio ||
         option_that_holds(*result.measures, static_cast<std::uint32_t>(&sited - result.measures->sited.data())));
    return element("ul", "", items) +
           (recorded
                ? "<p>" + html_text(tr("The necessity of the camera is to be written down before it is put up:")) +
                      fmt::format(" <a href=\"{0}\">{0}</a></p>", html_text(camera_record_name(result, sited.place)))
                : "");
}

std::string work(const SitedMeasure& sited) {
    if (sited.work.empty()) return "";
    std::vector<std::vector<std::string>> rows;
    const std::size_t shown = std::min<std::size_t>(sited.work.size(), 12);
    for (std::size_t i = 0; i < shown; ++i)
        rows.push_back({html_text(sited.work[i].building_id), html_text(sited.work[i].text),
                        html_text(sited.work[i].mandatory ? tr("mandatory") : "")});
    return html_table({{tr("Building")}, {tr("Item")}, {""}}, rows, "work") +
           (shown < sited.work.size()
                ? paragraph("note", say("and {} more in arbetslista.csv", sited.work.size() - shown))
                : "");
}

std::string facts(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    const auto item = [](const char* title, const std::string& html) {
        return html.empty() ? "" : "<dt>" + html_text(title) + "</dt><dd>" + html + "</dd>";
    };
    return element("dl", "class=\"order\"",
                   item(tr("Cost"), money_line(sited.money)) + item(tr("Effect"), effect_line(result, sited)) +
                       item(tr("Owner"), html_text(measures::owner_name(measure.owner))) +
                       item(tr("Takes"), html_text(say("{} months from the decision; lasts {} years",
                                                       number_text(measure.lead_time_months, 0),
                                                       number_text(measure.lifetime_years, 0)))));
}

bool is_web_address(const std::string& link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

std::string ratio_cell(const EffectRow& row) {
    if (!row.ratio) return html_text(tr("no number"));
    return html_text(number_text(row.ratio->ratio, 2)) + " <span class=\"interval\">(" +
           html_text(range_text(row.ratio->low, row.ratio->high, 2)) + ")</span>" +
           (row.ratio->widest ? "<small>" + html_text(tr("widest interval the report allows")) + "</small>" : "");
}

std::string finding_cell(const EffectRow& row) {
    std::string note = row.setting.shown();
    if (row.by_analogy) note += (note.empty() ? "" : "; ") + std::string(tr("by analogy with a kindred measure"));
    if (row.swedish) note += (note.empty() ? "" : "; ") + std::string(tr("Swedish study"));
    if (row.counts) note += (note.empty() ? "" : "; ") + std::string(tr("the estimate rests on this"));
    return html_text(row.finding.shown()) + (note.empty() ? "" : "<small>" + html_text(note) + "</small>");
}

}  // namespace

std::string source_html(const std::string& source, const std::string& link) {
    if (!is_web_address(link)) return html_text(link.empty() ? source : source + " " + link);
    return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(link),
                       html_text(source.empty() ? link : source));
}

std::string studies_table(const Measure& measure) {
    if (measure.effects.empty()) return paragraph(tr("No study of this measure was found."));
    auto ordered = measure.effects;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.swedish && !b.swedish; });
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : ordered)
        rows.push_back({html_text(row.perceived ? tr("felt safety") : measures::outcome_name(row.outcome)),
                        finding_cell(row), ratio_cell(row), html_text(measures::grade_letter(row.grade)),
                        source_html(row.source, row.link)});
    return html_table({{tr("Outcome")},
                       {tr("Finding")},
                       {tr("Rate ratio (95% interval)"), Align::number},
                       {tr("Grade")},
                       {tr("Source")}},
                      rows, "cards studies");
}

std::string measure_in_full(const RunResult& result, std::uint32_t index) {
    const auto& plan = *result.measures;
    const auto& sited = plan.sited[index];
    const auto& measure = measure_of(plan, sited);
    std::string out = "<div class=\"measure\"><h4>" + html_text(measure.name.shown()) + "<small>" +
                      html_text(what_exactly(plan, sited)) + "</small></h4>";
    const auto reason = shown_reason(result, sited);
    if (!reason.empty()) out += paragraph("why", reason);
    out += "<div class=\"measure-body\">" + facts(result, sited, measure) + "<div>" + state_table(sited) + work(sited) +
           cameras(result, sited) + (sited.note.empty() ? "" : paragraph("note", sited.note)) + "</div></div>";
    return out + checks(result, sited, measure) + where_from(result, sited, measure) + "</div>";
}

}  // namespace lykta::outputs
