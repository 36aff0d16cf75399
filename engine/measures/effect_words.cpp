// What can be said of an effect: the studies behind it with grade and source, or that none was found; and the figure
// taken apart.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {

namespace {

void add_sentence(std::string& text, const std::string& sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += ' ';
    text += sentence;
}

std::string with_stop(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += '.';
    return text;
}

std::string ratio_text(const RateRatio& ratio) {
    if (ratio.low == ratio.high) return say("{}, no interval given", number_text(ratio.ratio, 2));
    const auto ends = say("{}–{}", number_text(ratio.low, 2), number_text(ratio.high, 2));
    return ratio.widest ? say("{} (at the widest {})", number_text(ratio.ratio, 2), ends)
                        : say("{} ({})", number_text(ratio.ratio, 2), ends);
}

std::string row_words(const Measure& measure, const EffectRow& row) {
    auto text = say("{}, {}: rate ratio {}, evidence {} ({}).", measure.name.shown(), outcome_name(row.outcome),
                    ratio_text(*row.ratio), grade_letter(row.grade), grade_words(row.grade));
    if (row.by_analogy) add_sentence(text, tr("By analogy: found for a kindred measure, not for this one."));
    if (!row.source.empty()) add_sentence(text, with_stop(say("Source: {}", row.source)));
    if (!row.swedish) add_sentence(text, tr("Found abroad: how far it holds in Swedish towns is not known."));
    return text;
}

std::string no_number(const Measure& measure) {
    const bool has_numbers = std::any_of(measure.effects.begin(), measure.effects.end(),
                                         [](const EffectRow& row) { return row.ratio && !row.perceived; });
    auto text =
        has_numbers
            ? say("{}: no study was found whose number may be used here, so nothing is counted as prevented.",
                  measure.name.shown())
            : say("{}: no study with a number was found, so nothing is counted as prevented.", measure.name.shown());
    for (const auto& row : measure.effects) {
        if (row.perceived || row.finding.empty()) continue;
        add_sentence(text, with_stop(row.finding.shown()));
        if (!row.source.empty()) add_sentence(text, with_stop(say("Source: {}", row.source)));
        break;
    }
    return text;
}

/// A study looked and found nothing: 1, without doubt about it.
bool found_nothing(const EffectRow& row) {
    return row.ratio && row.ratio->ratio == 1 && row.ratio->low == row.ratio->high;
}

std::string measure_words(const Measure& measure, std::uint32_t index, const Effect& effect) {
    if (!measure.has_evidence()) return no_number(measure);
    std::string text, without;
    for (std::size_t r = 0; r < measure.effects.size(); ++r) {
        const auto used = [&](const EffectPart& p) { return p.measure == index && p.row == r; };
        if (std::none_of(effect.parts.begin(), effect.parts.end(), used)) continue;
        const auto& row = measure.effects[r];
        if (found_nothing(row))
            without += (without.empty() ? "" : ", ") + outcome_name(row.outcome);
        else
            add_sentence(text, row_words(measure, row));
    }
    if (!without.empty())
        add_sentence(text, say("{}: no effect was found on {}, and none is counted.", measure.name.shown(), without));
    if (!text.empty()) return text;
    for (const auto& row : measure.effects)
        if (row.counts && !row.perceived && row.ratio) add_sentence(text, row_words(measure, row));
    return text;
}

std::string per_year(double count) {
    return number_text(count, std::abs(count) < 9.95 ? 1 : 0);
}

std::string part_formula(const Catalogue& catalogue, const EffectPart& part) {
    const double kept = part.touched_per_year > 0 ? part.expected_per_year / part.touched_per_year : 1.0;
    const double ratio = part.expected_per_year > 0 ? 1 - part.prevented_per_year / part.expected_per_year : 1.0;
    const auto& row = catalogue.measures[part.measure].effects[part.row];
    const bool several = row.ratio && std::abs(row.ratio->ratio - ratio) > 1e-9;
    const auto kind = outcome_name(part.outcome), touched = per_year(part.touched_per_year);
    const auto returns = number_text(kept, 2), left = number_text(ratio, 2);
    const auto prevented = number_text(part.prevented_per_year, 2);
    if (several)
        return say(
            "{}: {} incidents a year that can be touched × {} expected to return × (1 − {} for all together) = {} "
            "prevented a year",
            kind, touched, returns, left, prevented);
    return say("{}: {} incidents a year that can be touched × {} expected to return × (1 − {}) = {} prevented a year",
               kind, touched, returns, left, prevented);
}

}  // namespace

std::string effect_words(const Catalogue& catalogue, std::span<const SitedMeasure* const> together,
                         const Effect& effect) {
    std::string text;
    std::vector<std::uint32_t> said;
    for (const auto* sited : together) {
        if (std::find(said.begin(), said.end(), sited->measure) != said.end()) continue;
        said.push_back(sited->measure);
        add_sentence(text, measure_words(catalogue.measures[sited->measure], sited->measure, effect));
    }
    if (effect.has_number && effect.parts.empty())
        add_sentence(text,
                     tr("No incident here is of a kind that the studies counted: nothing is counted as prevented."));
    if (effect.has_number && effect.prevented_per_year > 0 && effect.prevented.low <= 0)
        add_sentence(text, tr("The interval includes no effect at all."));
    return text;
}

std::string effect_formula(const Catalogue& catalogue, const Effect& effect) {
    std::string text;
    for (const auto& part : effect.parts) text += (text.empty() ? "" : "\n") + part_formula(catalogue, part);
    if (effect.parts.size() > 1)
        text += "\n" + say("together {} prevented a year", number_text(effect.prevented_per_year, 2));
    return text;
}

}  // namespace lykta::measures
