// What can be done at a place: each measure with what, why, cost, effect, evidence, before and after, what speaks
// against it; then what was considered and rejected.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/change_sums.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/stage_result.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/place_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using measures::Measure;
using measures::MeasurePlan;
using measures::SitedMeasure;
using outputs::RunResult;

// --- Before and after ------------------------------------------------------------------------------------------------

void state_row(const char* what, const std::string& before, const std::string& after) {
    ImGui::TableNextColumn();
    paragraph(what);
    ImGui::TableNextColumn();
    paragraph(before);
    ImGui::TableNextColumn();
    ImGui::PushFont(font_of(Face::strong));
    paragraph(after);
    ImGui::PopFont();
}

void state_rows(const SitedMeasure& sited, const outputs::ChangeSums& s) {
    using outputs::lux_text, outputs::metres_text;
    const auto &before = s.before, &after = s.after;
    if (s.light_changes()) {
        state_row(tr("Illuminance, average"), lux_text(before.lux_metres / s.lit_m),
                  lux_text(after.lux_metres / s.lit_m));
        state_row(tr("Illuminance, darkest point"), lux_text(before.minimum), lux_text(after.minimum));
        state_row(tr("Path below its lighting class"), metres_text(before.below_m), metres_text(after.below_m));
    }
    if (s.seen_m > 0 && sited.metres_of_sight > 0) {
        state_row(tr("Path where people are seen nearer than 25 m"), metres_text(before.under_25_m),
                  metres_text(after.under_25_m));
        if (before.seen_at_m2 > 0 && after.seen_at_m2 > 0)  // a result read back does not hold them
            state_row(tr("People are seen at, mean"), metres_text(before.seen_at_m2 / s.seen_m),
                      metres_text(after.seen_at_m2 / s.seen_m));
    }
    if (sited.metres_of_hiding > 0 && before.hiding_m > 0)
        state_row(tr("Path beside plants somebody can hide behind"), metres_text(before.hiding_m),
                  metres_text(after.hiding_m));
}

void state_table(const SitedMeasure& sited) {
    const auto sums = outputs::change_sums(sited);
    if (!(sums.lit_m > 0) && !(sums.seen_m > 0)) return;
    if (!ImGui::BeginTable("before_after", 3, ImGuiTableFlags_BordersInnerH)) return;
    const float narrow = ImGui::GetFontSize() * 5.2F;
    ImGui::TableSetupColumn(say("On {} of path", outputs::metres_text(std::max(sums.lit_m, sums.seen_m))).c_str(),
                            ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(tr("Today"), ImGuiTableColumnFlags_WidthFixed, narrow);
    ImGui::TableSetupColumn(tr("Afterwards"), ImGuiTableColumnFlags_WidthFixed, narrow);
    ImGui::TableHeadersRow();
    state_rows(sited, sums);
    ImGui::EndTable();
}

// --- One measure -----------------------------------------------------------------------------------------------------

std::string cost_range(const measures::Money& money) {
    std::vector<std::string> notes;
    if (money.investment_high > money.investment_low)
        notes.push_back(say("{} to {}", outputs::rough_money_text(money.investment_low),
                            outputs::rough_money_text(money.investment_high)));
    if (money.price_year > 0) notes.push_back(say("prices of {}", fmt::format("{}", money.price_year)));
    if (money.judgement) notes.emplace_back(tr("no source for the price: put in your own"));
    return fmt::format("{}", fmt::join(notes, "; "));
}

bool is_swedish(const Measure& measure) {
    return std::any_of(measure.effects.begin(), measure.effects.end(),
                       [](const auto& row) { return row.counts && row.swedish; });
}

std::string evidence_words(const Measure& measure) {
    const auto graded = outputs::graded_words(outputs::grade_of(measure));
    if (outputs::grade_of(measure) == measures::Grade::none || is_swedish(measure)) return graded;
    return graded + "; " + tr("found abroad");
}

void titled(const char* title, const std::string& text) {
    if (text.empty()) return;
    faint_text(title);
    paragraph(text);
}

void against(const SitedMeasure& sited, const Measure& measure) {
    if (!ImGui::TreeNodeEx(labelled(tr("What speaks against it"), "against").c_str(),
                           ImGuiTreeNodeFlags_NoTreePushOnOpen))
        return;
    titled(tr("Displacement"), measure.displacement.shown());
    titled(tr("Side effects"), measure.side_effects.shown());
    titled(tr("Legal check"), measure.legal.shown());
    titled(tr("Check before"), measure.rules_out_note.shown());
    if (!sited.reaches_goal) titled(tr("Not all is mended"), sited.note);
}

/// Studies on felt safety stand apart: they are never counted.
std::string felt_words_of(const Measure& measure) {
    std::string text;
    for (const auto& row : measure.effects)
        if (row.perceived && !row.finding.empty()) text += (text.empty() ? "" : " ") + row.finding.shown();
    return text;
}

void where_from(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    if (!ImGui::TreeNodeEx(labelled(tr("Where the figures come from"), "where_from").c_str(),
                           ImGuiTreeNodeFlags_NoTreePushOnOpen))
        return;
    titled(tr("Cost:"), sited.money.formula);
    titled(tr("Unit price:"), measure.cost.source);
    const bool told = sited.effect.has_number && !outputs::hides_effect(result, sited);
    if (told) titled(tr("Effect:"), sited.effect.formula);
    for (const auto& row : measure.effects)
        if (row.counts && !row.source.empty())
            bullet_lines({row.source + " (" + say("grade {}", measures::grade_letter(row.grade)) + ")"});
    if (told || !sited.effect.has_number) paragraph(sited.effect.words);
    titled(tr("Felt safety"), felt_words_of(measure));
}

/// "SEK 19 000 per prevented incident (SEK 8 000 to SEK 70 000)".
std::string cost_per_prevented(const measures::Effect& effect) {
    if (!effect.cost_per_prevented) return {};
    const auto middle = outputs::rough_money_text(*effect.cost_per_prevented);
    const auto& interval = effect.cost_per_prevented_interval;
    if (!interval) return say("{} per prevented incident", middle);
    const auto low = outputs::rough_money_text(interval->low);
    if (!std::isfinite(interval->high)) return say("{} per prevented incident (from {}, no upper end)", middle, low);
    return say("{} per prevented incident ({} to {})", middle, low, outputs::rough_money_text(interval->high));
}

void effect_lines(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    fact(tr("Effect"), effect_words(result, sited));
    if (!outputs::hides_effect(result, sited)) note(cost_per_prevented(sited.effect));
    fact(tr("Evidence"), evidence_words(measure));
}

void measure_body(const RunResult& result, const SitedMeasure& sited, const Measure& measure) {
    paragraph(outputs::what_exactly(*result.measures, sited));
    titled(tr("Why here"), outputs::shown_reason(result, sited));
    fact(tr("Cost"), outputs::cost_words(sited.money));
    note(cost_range(sited.money));
    effect_lines(result, sited, measure);
    fact(tr("Owner"), measures::owner_name(measure.owner));
    fact(tr("Takes"), say("{} from the decision; lasts {}", outputs::months_text(measure.lead_time_months),
                          outputs::years_text(measure.lifetime_years)));
    state_table(sited);
    note(sited.note);
    if (sited.effect.has_number && !outputs::hides_effect(result, sited))
        titled(tr("Can it be seen?"), sited.detect.words);
    against(sited, measure);
    where_from(result, sited, measure);
}

enum class Chosen : std::uint8_t { yes, no };

void measure_block(const RunResult& result, std::uint32_t index, Chosen chosen) {
    const auto& sited = result.measures->sited[index];
    const auto& measure = outputs::measure_of(*result.measures, sited);
    ImGui::PushID(static_cast<int>(index));
    const auto flags = ImGuiTreeNodeFlags_NoTreePushOnOpen | ImGuiTreeNodeFlags_SpanAvailWidth |
                       (chosen == Chosen::yes ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None);
    const float room = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetFontSize();
    const bool open = ImGui::TreeNodeEx(labelled(shortened(measure.name.shown(), room), measure.id).c_str(), flags);
    tip(measure.name.shown() + "\n" + measure.mechanism.shown());
    ImGui::Indent();
    const auto kind = outputs::measure_kind(measure.siting);
    badge(outputs::measure_kind_words(kind), rgba(outputs::measure_kind_colour(kind)));
    if (chosen == Chosen::yes) {
        ImGui::SameLine();
        badge(tr("chosen for the budget"), window_colours().good);
    }
    if (open)
        measure_body(result, sited, measure);
    else
        faint_text(outputs::cost_words(sited.money) + " · " + effect_words(result, sited));
    ImGui::Unindent();
    ImGui::PopID();
}

// --- All of them -----------------------------------------------------------------------------------------------------

void rejected(const RunResult& result, std::uint32_t place) {
    const MeasurePlan& plan = *result.measures;
    const auto is_here = [&](const measures::Match& match) {
        return match.place == place && match.verdict == measures::Verdict::rejected &&
               plan.catalogue.measures[match.measure].siting != measures::Siting::area;
    };
    if (std::none_of(plan.matches.begin(), plan.matches.end(), is_here)) return;
    if (!ImGui::TreeNodeEx(labelled(tr("Considered and rejected, and why"), "rejected").c_str(),
                           ImGuiTreeNodeFlags_NoTreePushOnOpen))
        return;
    for (const auto& match : plan.matches) {
        if (!is_here(match)) continue;
        const auto why = outputs::shown_reason(result, match);
        const auto& name = plan.catalogue.measures[match.measure].name.shown();
        bullet_lines({why.empty() ? name : name + ": " + why});
    }
}

bool is_chosen(const MeasurePlan& plan, const std::vector<std::uint32_t>& options, std::uint32_t sited) {
    return std::any_of(options.begin(), options.end(), [&](std::uint32_t option) {
        const auto& parts = plan.options[option].sited;
        return std::find(parts.begin(), parts.end(), sited) != parts.end();
    });
}

}  // namespace

void draw_place_measures(const ViewerState& state, std::uint32_t place, Commands& commands) {
    const auto& result = state.project->result();
    if (!result.measures) return faint_text(tr("Measures were not asked for in this run."));
    const MeasurePlan& plan = *result.measures;
    const auto here = outputs::measures_at(plan, place);
    if (here.empty()) faint_text(tr("No measure of the catalogue fits what was found here."));
    const auto options = chosen_options(state);
    std::vector<std::uint32_t> other;
    for (const auto sited : here)
        if (is_chosen(plan, options, sited))
            measure_block(result, sited, Chosen::yes);
        else
            other.push_back(sited);
    if (!other.empty() && other.size() < here.size()) heading(tr("Also fits here"));
    for (const auto sited : other) measure_block(result, sited, Chosen::no);
    rejected(result, place);
    if (!here.empty() && press(tr("Try a budget"), "to_measures"))
        commands.emit(command::ShowRight{RightTab::measures});
}

}  // namespace lykta::viewer
