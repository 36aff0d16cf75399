// The order of outcomes, and the table of findings by measure and category.
#include "measures/effect_rows.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace lykta::measures {

namespace {

constexpr std::array<Outcome, outcome_count> order{
    Outcome::basement, Outcome::arson,    Outcome::bicycle,  Outcome::vehicle, Outcome::burglary,
    Outcome::robbery,  Outcome::threat,   Outcome::damage,   Outcome::drugs,   Outcome::nuisance,
    Outcome::traffic,  Outcome::violence, Outcome::property, Outcome::any,     Outcome::felt};

bool can_count(const EffectRow& row) {
    return row.counts && !row.perceived && row.ratio.has_value();
}

std::string key_of(const Measure& measure, std::size_t row) {
    const auto& r = measure.effects[row];
    const auto study = r.source.empty() ? fmt::format("{}#{}", measure.id, row) : r.source;
    return fmt::format("{}|{:.17g}|{:.17g}|{:.17g}|{}", static_cast<int>(r.outcome), r.ratio->ratio, r.ratio->low,
                       r.ratio->high, study);
}

}  // namespace

std::span<const Outcome> narrowest_first() {
    return order;
}

int narrowness(Outcome outcome) {
    return static_cast<int>(std::find(order.begin(), order.end(), outcome) - order.begin());
}

std::optional<std::size_t> counting_row(const Measure& measure, Outcomes outcomes) {
    if ((outcomes & bit(Outcome::felt)) != 0) return {};
    std::optional<std::size_t> best;
    for (std::size_t r = 0; r < measure.effects.size(); ++r) {
        const auto& row = measure.effects[r];
        if (!can_count(row) || (outcomes & bit(row.outcome)) == 0) continue;
        if (!best || narrowness(row.outcome) < narrowness(measure.effects[*best].outcome)) best = r;
    }
    return best;
}

Evidence evidence_of(const Catalogue& catalogue, std::span<const std::string> categories,
                     std::span<const std::uint32_t> used) {
    Evidence e;
    e.categories = categories.size();
    e.of_measure_category.assign(catalogue.measures.size() * categories.size(), Evidence::none);
    e.row_of_measure_category.assign(e.of_measure_category.size(), 0);
    std::vector<Outcomes> outcomes;
    for (const auto& word : categories) outcomes.push_back(outcomes_of(word));
    std::map<std::string, std::uint32_t> known;
    for (const std::size_t m : used) {
        const auto& measure = catalogue.measures[m];
        for (std::size_t c = 0; c < categories.size(); ++c) {
            const auto row = counting_row(measure, outcomes[c]);
            if (!row) continue;
            const auto [at, fresh] =
                known.try_emplace(key_of(measure, *row), static_cast<std::uint32_t>(e.findings.size()));
            if (fresh)
                e.findings.push_back({.key = at->first,
                                      .measure = static_cast<std::uint32_t>(m),
                                      .row = *row,
                                      .outcome = measure.effects[*row].outcome,
                                      .ratio = *measure.effects[*row].ratio});
            e.of_measure_category[m * e.categories + c] = at->second;
            e.row_of_measure_category[m * e.categories + c] = static_cast<std::uint32_t>(*row);
        }
    }
    return e;
}

}  // namespace lykta::measures
