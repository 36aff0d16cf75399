// Which demands clash: an irreducible set of them, and the sentence that names it.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/language.hpp"
#include "measures/portfolio_solve.hpp"

namespace lykta::measures {

namespace {

using Demands = std::vector<Demand>;

/// Asks again and again whether some demands can be met together; remembers nothing.
class ClashSearch {
public:
    ClashSearch(std::span<const Candidate> candidates, const Constraints& constraints, const SolveOptions& options)
        : m_candidates(candidates), m_constraints(constraints), m_options(options) {}

    /// Junker (2004), QuickXplain: demands that come first are rather kept out of blame, so the last are doubted first.
    [[nodiscard]] Demands among(const Demands& taken, bool taken_is_new, const Demands& doubted) const {
        if (taken_is_new && !can_meet(taken)) return {};
        if (doubted.size() == 1) return doubted;
        const auto half = doubted.begin() + static_cast<std::ptrdiff_t>(doubted.size() / 2);
        const Demands first(doubted.begin(), half), second(half, doubted.end());
        const auto in_second = among(joined(taken, first), true, second);
        const auto in_first = among(joined(taken, in_second), !in_second.empty(), first);
        return joined(in_first, in_second);
    }

private:
    static Demands joined(Demands a, const Demands& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    }
    /// Not known counts as no.
    [[nodiscard]] bool can_meet(const Demands& demands) const {
        const std::set<Demand> kept(demands.begin(), demands.end());
        auto program = program_of(m_candidates, m_constraints, [&](const Demand& d) { return kept.contains(d); });
        std::fill(program.value.begin(), program.value.end(), 0.0);
        return solve_program(program, m_options).state == ProgramAnswer::State::found;
    }

    std::span<const Candidate> m_candidates;
    const Constraints& m_constraints;
    SolveOptions m_options;
};

bool is_in(const Demands& clash, DemandKind kind) {
    return std::any_of(clash.begin(), clash.end(), [&](const Demand& d) { return d.kind == kind; });
}

std::string forced_words(const Constraints::Rule& rule, std::span<const Candidate> candidates) {
    std::optional<double> least;
    for (const auto& c : candidates)
        if (meets(c, rule)) least = std::min(least.value_or(c.investment), c.investment);
    return least ? say("forced '{}' (at least {} SEK)", rule.text, number_text(*least, 0))
                 : say("forced '{}' (nothing that can be chosen holds it)", rule.text);
}

std::string names_of(const std::vector<std::string>& ids) {
    constexpr std::size_t shown = 4;
    std::string text;
    for (std::size_t k = 0; k < std::min(shown, ids.size()); ++k) text += (k == 0 ? "'" : ", '") + ids[k] + "'";
    return ids.size() > shown ? text + " …" : text;
}

/// Candidates at a place or on a stretch, those first that the forced rules speak of.
std::vector<std::string> ids_of(const Demand& demand, std::span<const Candidate> candidates,
                                const Constraints& constraints) {
    std::vector<std::string> asked, others;
    for (const auto& c : candidates) {
        const bool here = demand.kind == DemandKind::one_per_place
                              ? c.place == demand.index
                              : std::find(c.stretches.begin(), c.stretches.end(), demand.index) != c.stretches.end();
        const bool is_forced = std::any_of(constraints.forced.begin(), constraints.forced.end(),
                                           [&](const auto& rule) { return meets(c, rule); });
        if (here) (is_forced ? asked : others).push_back(c.id);
    }
    return asked.empty() ? others : asked;
}

std::string words_of(const Demand& demand, std::span<const Candidate> candidates, const Constraints& constraints) {
    const auto i = demand.index;
    switch (demand.kind) {
        case DemandKind::forced:
            return forced_words(constraints.forced[i], candidates);
        case DemandKind::forbidden:
            return say("forbidden '{}'", constraints.forbidden[i].text);
        case DemandKind::budget:
            return say("the budget of {} SEK", number_text(constraints.budget, 0));
        case DemandKind::yearly_budget:
            return say("the yearly budget of {} SEK", number_text(constraints.yearly_budget, 0));
        case DemandKind::owner_cap:
            return say("at most {} SEK from {}", number_text(constraints.owner_cap[i], 0),
                       owner_name(static_cast<Owner>(i)));
        case DemandKind::district_share:
            return say("at least {} of what is spent in '{}'", percent_text(constraints.district_least_share[i]),
                       constraints.district_names[i]);
        case DemandKind::one_per_place:
            return say("one option per place (of {})", names_of(ids_of(demand, candidates, constraints)));
        case DemandKind::one_per_stretch:
            break;
    }
    return say("one option per stretch (of {})", names_of(ids_of(demand, candidates, constraints)));
}

std::string list_words(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t k = 0; k < parts.size(); ++k)
        text += (k == 0                  ? ""
                 : k + 1 == parts.size() ? std::string(" ") + tr("and") + " "
                                         : std::string(", ")) +
                parts[k];
    return text;
}

}  // namespace

std::vector<Demand> clash_of(std::span<const Candidate> candidates, const Constraints& constraints,
                             const SolveOptions& options) {
    auto clash = ClashSearch(candidates, constraints, options).among({}, false, demands_of(candidates, constraints));
    std::sort(clash.begin(), clash.end());
    return clash;
}

std::string clash_words(const std::vector<Demand>& clash, std::span<const Candidate> candidates,
                        const Constraints& constraints) {
    std::vector<std::string> parts;
    for (const auto& demand : clash) parts.push_back(words_of(demand, candidates, constraints));
    if (clash.size() == 1) return say("This demand cannot be met: {}. Drop or loosen it.", parts.front());
    const bool money = is_in(clash, DemandKind::budget) || is_in(clash, DemandKind::yearly_budget);
    return money ? say("These demands cannot all be met: {}. Raise the budget or drop one.", list_words(parts))
                 : say("These demands cannot all be met: {}. Drop or loosen one.", list_words(parts));
}

}  // namespace lykta::measures
