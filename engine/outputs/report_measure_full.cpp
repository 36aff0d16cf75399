// One measure told in full. What must be read stands open; where a figure comes from opens under it.
#include <algorithm>
#include <cmath>

#include "outputs/change_sums.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/stage_result.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::EffectRow;
using measures::Measure;
using measures::SitedMeasure;

std::string state_table(const SitedMeasure& sited) {
    const ChangeSums s = change_sums(sited);
    const auto &before = s.before, &after = s.after;
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const char* what, const std::string& today, const std::string& afterwards) {
        rows.push_back({html_text(what), html_text(today), "<b>" + html_text(afterwards) + "</b>"});
    };
    if (s.light_changes()) {
        row(tr("Illuminance, average"), lux_text(before.lux_metres / s.lit_m), lux_text(after.lux_metres / s.lit_m));
        row(tr("Illuminance, darkest point"), lux_text(before.minimum), lux_text(after.minimum));
        row(tr("Path below its lighting class"), metres_text(before.below_m), metres_text(after.below_m));
    }
    if (s.seen_m > 0 && sited.metres_of_sight > 0) {
        row(tr("Path where people are seen nearer than 25 m"), metres_text(before.under_25_m),
            metres_text(after.under_25_m));
        row(tr("People are seen at, mean"), metres_text(before.seen_at_m2 / s.seen_m),
            metres_text(after.seen_at_m2 / s.seen_m));
    }
    if (sited.metres_of_hiding > 0)
        row(tr("Path beside plants somebody can hide behind"), metres_text(before.hiding_m),
            metres_text(after.hiding_m));
    if (rows.empty()) return "";
    return html_table({{say("On {} of path", metres_text(s.light_changes() ? s.lit_m : s.seen_m))},
                       {tr("Today"), Align::number},
                       {tr("Afterwards"), Align::number}},
                      rows, "state");
}

std::string money_line(const measures::Money& money) {
    std::string text = cost_words(money);
    std::string note;
    if (money.investment_high > money.investment_low)
        note = say("{} to {}", rough_money_text(money.investment_low), rough_money_text(money.investment_high));
    if (money.price_year > 0)
        note += (note.empty() ? "" : "; ") + say("prices of {}", fmt::format("{}", money.price_year));
    if (money.judgement)
        note += (note.empty() ? "" : "; ") + std::string(tr("no source for the price: put in your own"));
    return html_text(text) + (note.empty() ? "" : "<small>" + html_text(note) + "</small>");
}

/// "SEK 19 000 per prevented incident (SEK 8 000 to SEK 70 000)".
std::string cost_per_prevented_words(const measures::Effect& effect) {
    const auto middle = rough_money_text(*effect.cost_per_prevented);
    const auto& interval = effect.cost_per_prevented_interval;
    if (!interval) return say("{} per prevented incident", middle);
    if (!std::isfinite(interval->high))
        return say("{} per prevented incident (from {}, no upper end)", middle, rough_money_text(interval->low));
    return say("{} per prevented incident ({} to {})", middle, rough_money_text(interval->low),
               rough_money_text(interval->high));
}

std::string effect_line(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    const auto& effect = sited.effect;
    const bool swedish = std::any_of(measure.effects.begin(), measure.effects.end(),
                                     [](const EffectRow& row) { return row.counts && row.swedish; });
    const std::string grade =
        "<small>" +
        html_text(graded_words(grade_of(measure)) + (swedish ? "" : "; " + std::string(tr("found abroad")))) +
        "</small>";
    if (!effect.has_number) return html_text(tr("No number: no study that gives one was found."));
    if (hides_effect(result, sited))
        return html_text(say("Not shown: the figure would follow from fewer than {} incidents.",
                             number_text(std::int64_t{result.privacy_k}))) +
               grade;
    std::string text =
        html_text(say("{} recorded incidents fewer a year, 90% interval {}", rough_text(effect.prevented_per_year),
                      range_text(effect.prevented.low, effect.prevented.high, effect.prevented.high < 10 ? 1 : 0)));
    if (effect.cost_per_prevented) text += "<small>" + html_text(cost_per_prevented_words(effect)) + "</small>";
    return text + grade;
}

/// What studies say of felt safety: beside, never counted.
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

/// The studies the figure rests on, each once, with its grade.
std::string counting_sources(const Measure& measure) {
    std::vector<std::string> sources;
    for (const auto& row : measure.effects) {
        if (!row.counts || row.source.empty()) continue;
        auto one = source_html(row.source, row.link) + " (" +
                   html_text(say("grade {}", measures::grade_letter(row.grade))) + ")";
        if (std::find(sources.begin(), sources.end(), one) == sources.end()) sources.push_back(std::move(one));
    }
    return fmt::format("{}", fmt::join(sources, "; "));
}

std::string where_from(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    std::string inner = labelled(tr("Cost:"), html_text(sited.money.formula)) +
                        labelled(tr("Unit price:"), source_html(measure.cost.source, measure.cost.link));
    if (!hides_effect(result, sited) && sited.effect.has_number)
        inner += labelled(tr("Effect:"), html_text(sited.effect.formula)) + cost_per_prevented_lines(sited);
    inner += labelled(tr("Studies:"), counting_sources(measure));
    if (!sited.effect.has_number || !hides_effect(result, sited)) inner += paragraph("said", sited.effect.words);
    return opens(tr("Where the figures come from: formulas, sources, grades"), inner);
}

std::string items_list(const std::vector<std::pair<const char*, std::string>>& items) {
    std::string list;
    for (const auto& [title, text] : items)
        if (!text.empty()) list += "<dt>" + html_text(title) + "</dt><dd>" + html_text(text) + "</dd>";
    return list.empty() ? "" : element("dl", "class=\"checks\"", list);
}

std::string promises(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    const bool told = !hides_effect(result, sited) && sited.effect.has_number;
    return items_list({{tr("Goal"), measure.goal.shown()},
                       {tr("Follow-up"), measure.follow_up.shown()},
                       {tr("Can it be seen?"), told ? sited.detect.words : std::string()}});
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
    return element(
        "dl", "class=\"order\"",
        item(tr("Cost"), money_line(sited.money)) + item(tr("Effect"), effect_line(result, sited, measure)) +
            item(tr("Owner"), html_text(measures::owner_name(measure.owner))) +
            item(tr("Takes"), html_text(say("{} from the decision; lasts {}", months_text(measure.lead_time_months),
                                            years_text(measure.lifetime_years)))));
}

}  // namespace

std::string before_ordering(const Measure& measure) {
    return items_list({{tr("Legal check"), measure.legal.shown()},
                       {tr("Check before"), measure.rules_out_note.shown()},
                       {tr("Displacement"), measure.displacement.shown()},
                       {tr("Side effects"), measure.side_effects.shown()},
                       {tr("Felt safety"), felt_line(measure)}});
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
    return out + promises(result, sited, measure) + where_from(result, sited, measure) +
           "<details class=\"how again\"><summary>" +
           html_text(tr("Before it is ordered: legal check, displacement, side effects")) + "</summary>" +
           before_ordering(measure) + "</details></div>";
}

}  // namespace lykta::outputs
