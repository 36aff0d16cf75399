// How a place's score comes about: a bar, the sum, and each term with raw value, interval, scale, weight and records.
#include <cmath>

#include "core/language.hpp"
#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/place_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using places::RankedPlace;
using places::ScoreTerm;

/// "0.42 (0.31–0.55)": the raw value with its 90 % interval where it has one.
std::string raw_text(const ScoreTerm& term) {
    if (!term.raw) return tr("not known");
    const int decimals = outputs::decimals_for(*term.raw);
    const std::string value = number_text(*term.raw, decimals), low = number_text(term.raw_interval.low, decimals),
                      high = number_text(term.raw_interval.high, decimals);
    if (low == high) return value;
    return value + " (" + outputs::range_text(term.raw_interval.low, term.raw_interval.high, decimals) + ")";
}

/// "A 31.2 + B 12.0 + C 8.1 + D 0.0 = 51.3"
std::string sum_text(const RankedPlace& place, const std::vector<double>& points) {
    std::string text;
    for (std::size_t i = 0; i < place.terms.size(); ++i)
        text += fmt::format("{}{} {}", i ? " + " : "", outputs::term_letter(place.terms[i].term),
                            number_text(points[i], 1));
    return text + " = " + number_text(place.score, 1);
}

void how_scaled(const ScoreTerm& term) {
    const auto records = static_cast<std::int64_t>(term.records);
    faint_text(say("Full {} points at {}", outputs::whole_or_one(term.weight),
                   number_text(term.scale, outputs::decimals_for(term.scale))) +
               " · " + fmt::format(fmt::runtime(trn("{} record", "{} records", records)), number_text(records)));
}

/// A term's title line; it opens to what the value rests on.
bool term_title(const ScoreTerm& term, double points) {
    const std::string name = fmt::format("{}  {}", outputs::term_letter(term.term), outputs::term_name(term.term));
    const std::string value = number_text(points, 1);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    const float mark = ImGui::GetFontSize() * 0.35F;
    const bool open = ImGui::TreeNodeEx(
        labelled("  " + name, places::term_code(term.term)).c_str(),
        ImGuiTreeNodeFlags_NoTreePushOnOpen | ImGuiTreeNodeFlags_SpanAvailWidth | ImGuiTreeNodeFlags_AllowItemOverlap);
    tip(outputs::term_meaning(term.term));
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y}, {at.x + mark, at.y + ImGui::GetTextLineHeight()},
                                              colour_of(rgba(outputs::term_colour(term.term))));
    same_line_at(right - ImGui::CalcTextSize(value.c_str()).x);
    ImGui::TextUnformatted(value.c_str());
    return open;
}

void term_block(const ScoreTerm& term, double points) {
    const bool open = term_title(term, points);
    ImGui::Indent();
    fact(outputs::unit_name(term.unit), raw_text(term));
    interval_bar({.value = term.scaled,
                  .low = term.raw ? term.raw_interval.low / term.scale : 0,
                  .high = term.raw ? term.raw_interval.high / term.scale : 0,
                  .colour = rgba(outputs::term_colour(term.term)),
                  .height = ImGui::GetFontSize() * 0.5F});
    how_scaled(term);
    if (open) {
        faint_text(outputs::term_meaning(term.term));
        bullet_lines(term.assumptions);
    }
    ImGui::Unindent();
}

}  // namespace

void draw_place_score(const outputs::RunResult& result, const RankedPlace& place) {
    if (outputs::is_hidden(result, place.facts.incidents)) {
        faint_text(say("Fewer than {} incidents: the score and its terms are not shown.",
                       number_text(std::int64_t{result.privacy_k})));
        return;
    }
    const auto points = outputs::printed_points(place);
    ImGui::Spacing();
    ImGui::PushFont(font_of(Face::title));
    ImGui::TextUnformatted(number_text(place.score, 1).c_str());
    ImGui::PopFont();
    ImGui::SameLine();
    ImGui::TextUnformatted(tr("points of 100"));
    score_bar(place, {ImGui::GetContentRegionAvail().x, ImGui::GetFontSize() * 1.3F});
    faint_text(sum_text(place, points));
    if (!section(tr("How the score comes about"), "score")) return;
    for (std::size_t i = 0; i < place.terms.size(); ++i) term_block(place.terms[i], points[i]);
    faint_text(tr("Intervals are 90%. Press a term for what it rests on."));
}

}  // namespace lykta::viewer
