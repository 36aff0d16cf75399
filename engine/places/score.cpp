#include "places/score.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/error.hpp"
#include "core/language.hpp"
#include "places/rate_posterior.hpp"
#include "places/term_uncertainty.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::places {

std::string_view term_code(Term term) {
    switch (term) {
        case Term::incident_rate:
            return "incident_rate";
        case Term::light_deficit:
            return "light_deficit";
        case Term::obstruction:
            return "obstruction";
        case Term::inspection_defects:
            return "inspection_defects";
    }
    return "";
}

std::string_view reason_code(MainReason reason) {
    switch (reason) {
        case MainReason::none_found:
            return "none_found";
        case MainReason::darkness:
            return "darkness";
        case MainReason::vegetation:
            return "vegetation";
        case MainReason::building_defects:
            return "building_defects";
    }
    return "";
}

double recency_weight(double days_before_end, Days half_life) {
    return half_life.value <= 0 ? 1.0 : std::exp2(-std::max(0.0, days_before_end) / half_life.value);
}

double effective_years(double period_days, Days half_life) {
    if (half_life.value <= 0) return period_days / 365.25;
    const double rate = std::numbers::ln2 / half_life.value;
    return (1.0 - std::exp(-rate * period_days)) / rate / 365.25;
}

void estimate_rates(std::vector<PlaceFacts>& facts, const std::vector<Place>& places, double years) {
    std::vector<double> events, exposure;
    std::vector<WeightedCount> counts;
    for (std::size_t i = 0; i < places.size(); ++i) {
        events.push_back(facts[i].weighted_incidents);
        exposure.push_back(places[i].area_ha * years);
        counts.push_back({events[i], facts[i].weight_squares > 0 ? facts[i].weight_squares : events[i], exposure[i]});
    }
    const auto bayes = statistics::empirical_bayes(events, exposure);
    const auto prior = rate_prior(counts);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        facts[i].eb_rate_per_ha_year = bayes.rate[i];
        if (bayes.rate[i]) facts[i].eb_interval = interval_of(rate_posterior(counts[i], prior), 0.9);
    }
}

bool is_present(Term term, const PresentTerms& present) {
    switch (term) {
        case Term::incident_rate:
            return true;
        case Term::light_deficit:
            return present.light;
        case Term::obstruction:
            return present.vegetation;
        case Term::inspection_defects:
            return present.inspections;
    }
    return false;
}

std::optional<double> raw_value(Term term, const PlaceFacts& f) {
    switch (term) {
        case Term::incident_rate:
            return f.eb_rate_per_ha_year;
        case Term::light_deficit:
            if (!f.light_deficit || f.dark.known <= 0) return std::nullopt;
            return *f.light_deficit * f.dark.share;
        case Term::obstruction:
            return f.obstruction_share;
        case Term::inspection_defects:
            return f.defect_share;
    }
    return std::nullopt;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const double at = share * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const auto high = std::min(low + 1, values.size() - 1);
    return values[low] + (at - static_cast<double>(low)) * (values[high] - values[low]);
}

std::map<Term, double> weights_to_100(const PresentTerms& present, const ScoreOptions& options) {
    std::map<Term, double> weights;
    double sum = 0;
    for (const auto term : all_terms) {
        const auto given = options.weight.find(term);
        const double w = is_present(term, present) && given != options.weight.end() ? given->second : 0.0;
        weights[term] = w;
        sum += w;
    }
    if (!(sum > 0))
        throw Error{ErrorCode::bad_option, tr("[score] weight: no term that has a layer has a weight above 0; give "
                                              "incident_rate a weight, or add the missing layer")};
    for (auto& [term, w] : weights) w = w * 100.0 / sum;
    return weights;
}

namespace {

std::string unit_of(Term term) {
    switch (term) {
        case Term::incident_rate:
            return tr("weighted incidents/ha/year");
        case Term::light_deficit:
            return tr("share below class × dark share");
        case Term::obstruction:
            return tr("share of path beside plants");
        case Term::inspection_defects:
            return tr("share of weight failed");
    }
    return "";
}

std::size_t records_of(Term term, const PlaceFacts& f) {
    switch (term) {
        case Term::incident_rate:
            return f.incident_index.size();
        case Term::light_deficit:
            return f.lamp_index.size();
        case Term::obstruction:
            return f.plant_index.size();
        case Term::inspection_defects:
            return f.item_index.size();
    }
    return 0;
}

double scale_of(Term term, const std::vector<PlaceFacts>& facts, const ScoreOptions& options) {
    const auto given = options.scale.find(term);
    if (given != options.scale.end() && given->second) return *given->second;
    std::vector<double> known;
    for (const auto& f : facts)
        if (const auto raw = raw_value(term, f)) known.push_back(*raw);
    const double q = quantile(std::move(known), 0.95);
    return q > 0 ? q : 1.0;
}

MainReason reason_of(const std::vector<ScoreTerm>& terms, conditions::DarkVerdict dark, const ScoreOptions& options) {
    MainReason reason = MainReason::none_found;
    double best = options.reason_from;
    for (const auto& t : terms) {
        if (t.term == Term::incident_rate || t.scaled < best) continue;
        // A daytime problem is never sold lighting.
        if (t.term == Term::light_deficit && dark == conditions::DarkVerdict::less) continue;
        if (t.scaled == best && reason != MainReason::none_found) continue;
        best = t.scaled;
        reason = t.term == Term::light_deficit ? MainReason::darkness
                 : t.term == Term::obstruction ? MainReason::vegetation
                                               : MainReason::building_defects;
    }
    return reason;
}

void set_ranks(std::vector<RankedPlace>& ranked) {
    const auto by_id = [](const RankedPlace& a, const RankedPlace& b) { return a.place.id < b.place.id; };
    std::stable_sort(ranked.begin(), ranked.end(), [&](const RankedPlace& a, const RankedPlace& b) {
        return a.facts.incidents != b.facts.incidents ? a.facts.incidents > b.facts.incidents : by_id(a, b);
    });
    for (std::size_t i = 0; i < ranked.size(); ++i) ranked[i].count_rank = static_cast<int>(i) + 1;
    std::stable_sort(ranked.begin(), ranked.end(), [&](const RankedPlace& a, const RankedPlace& b) {
        if (a.score != b.score) return a.score > b.score;
        const double rate_a = a.facts.eb_rate_per_ha_year.value_or(0), rate_b = b.facts.eb_rate_per_ha_year.value_or(0);
        return rate_a != rate_b ? rate_a > rate_b : by_id(a, b);
    });
    for (std::size_t i = 0; i < ranked.size(); ++i) ranked[i].rank = static_cast<int>(i) + 1;
}

}  // namespace

std::vector<RankedPlace> rank_places(std::vector<Place> places, std::vector<PlaceFacts> facts,
                                     const PresentTerms& present, const ScoreOptions& options) {
    const auto weights = weights_to_100(present, options);
    std::map<Term, double> scales;
    for (const auto term : all_terms) scales[term] = scale_of(term, facts, options);
    std::vector<RankedPlace> ranked(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& r = ranked[i];
        for (const auto term : all_terms) {
            if (!is_present(term, present)) continue;
            ScoreTerm t{.term = term,
                        .raw = raw_value(term, facts[i]),
                        .unit = unit_of(term),
                        .scale = scales.at(term),
                        .weight = weights.at(term),
                        .records = records_of(term, facts[i])};
            t.scaled = t.raw ? std::clamp(*t.raw / t.scale, 0.0, 1.0) : 0.0;
            t.points = t.weight * t.scaled;
            t.raw_interval = raw_interval(term, t.raw, facts[i]);
            t.assumptions = assumptions_of(term, facts[i]);
            r.score += t.points;
            r.terms.push_back(std::move(t));
        }
        r.reason = reason_of(r.terms, facts[i].dark_verdict, options);
        r.place = std::move(places[i]);
        r.facts = std::move(facts[i]);
    }
    set_ranks(ranked);
    return ranked;
}

}  // namespace lykta::places
