#include "measures/portfolio_program.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace lykta::measures {

namespace {

using Kept = std::function<bool(const Demand&)>;
using Rules = std::vector<Constraints::Rule>;

double factor_of_share(const Candidate& candidate, const Constraints& constraints, std::uint32_t district) {
    const double inside = candidate.district == district ? 1.0 : 0.0;
    return (constraints.district_least_share[district] - inside) * candidate.investment / sek_per_unit;
}

double owner_part(const Candidate& candidate, std::uint32_t owner) {
    return candidate.owner_investment.empty() ? 0.0 : candidate.owner_investment[owner] / sek_per_unit;
}

double factor_of(const Candidate& candidate, const Constraints& constraints, const Demand& demand) {
    switch (demand.kind) {
        case DemandKind::budget:
            return candidate.investment / sek_per_unit;
        case DemandKind::yearly_budget:
            return candidate.yearly / sek_per_unit;
        case DemandKind::owner_cap:
            return owner_part(candidate, demand.index);
        case DemandKind::district_share:
            return factor_of_share(candidate, constraints, demand.index);
        case DemandKind::forced:
            return meets(candidate, constraints.forced[demand.index]) ? -1.0 : 0.0;
        default:
            return 0.0;
    }
}

double upper_of(const Constraints& constraints, const Demand& demand) {
    switch (demand.kind) {
        case DemandKind::budget:
            return constraints.budget / sek_per_unit;
        case DemandKind::yearly_budget:
            return constraints.yearly_budget / sek_per_unit;
        case DemandKind::owner_cap:
            return constraints.owner_cap[demand.index] / sek_per_unit;
        case DemandKind::forced:
            return -1.0;
        case DemandKind::district_share:
            return 0.0;
        default:
            return 1.0;
    }
}

bool is_money_or_forced(const Demand& demand) {
    return demand.kind != DemandKind::one_per_place && demand.kind != DemandKind::one_per_stretch &&
           demand.kind != DemandKind::forbidden;
}

bool is_forbidden(const Candidate& candidate, const Constraints& constraints, const Kept& kept) {
    for (std::uint32_t r = 0; r < constraints.forbidden.size(); ++r)
        if (meets(candidate, constraints.forbidden[r]) && kept({DemandKind::forbidden, r})) return true;
    return false;
}

/// Columns by place, then candidate. A place whose demand is not kept makes a group of every candidate.
void add_columns(Program& program, std::span<const Candidate> candidates, const Constraints& constraints,
                 const Kept& kept) {
    for (std::uint32_t c = 0; c < candidates.size(); ++c)
        if (!is_forbidden(candidates[c], constraints, kept)) program.candidate.push_back(c);
    std::stable_sort(program.candidate.begin(), program.candidate.end(),
                     [&](auto a, auto b) { return candidates[a].place < candidates[b].place; });
    std::optional<std::uint32_t> before;
    for (const auto c : program.candidate) {
        const auto place = candidates[c].place;
        if (before != place || !kept({DemandKind::one_per_place, place}))
            program.group_first.push_back(static_cast<std::uint32_t>(program.value.size()));
        before = place;
        program.group.push_back(static_cast<std::uint32_t>(program.group_first.size()) - 1);
        program.value.push_back(candidates[c].value);
        program.cost.push_back(candidates[c].investment);
    }
    program.group_first.push_back(static_cast<std::uint32_t>(program.columns()));
}

using ColumnEntries = std::vector<std::vector<Entry>>;

void add_row(Program& program, const Demand& demand, double upper) {
    program.row_demand.push_back(demand);
    program.upper.push_back(upper);
    program.least_share.push_back(0.0);
}

void add_plain_rows(Program& program, std::span<const Candidate> candidates, const Constraints& constraints,
                    const std::vector<Demand>& demands, ColumnEntries& entries) {
    for (const auto& demand : demands) {
        if (!is_money_or_forced(demand)) continue;
        const auto row = static_cast<std::uint32_t>(program.rows());
        add_row(program, demand, upper_of(constraints, demand));
        if (demand.kind == DemandKind::district_share)
            program.least_share.back() = constraints.district_least_share[demand.index];
        for (std::size_t k = 0; k < program.columns(); ++k) {
            const double factor = factor_of(candidates[program.candidate[k]], constraints, demand);
            if (factor != 0) entries[k].push_back({row, factor});
        }
    }
}

/// One row per stretch that columns of two groups or more act on; stretches with the same columns share one.
void add_stretch_rows(Program& program, std::span<const Candidate> candidates, const Kept& kept,
                      ColumnEntries& entries) {
    std::map<std::uint32_t, std::set<std::uint32_t>> on;
    for (std::uint32_t k = 0; k < program.columns(); ++k)
        for (const auto stretch : candidates[program.candidate[k]].stretches) on[stretch].insert(k);
    std::set<std::set<std::uint32_t>> seen;
    for (const auto& [stretch, columns] : on) {
        const bool one_group = program.group[*columns.begin()] == program.group[*columns.rbegin()];
        const Demand demand{DemandKind::one_per_stretch, stretch};
        if (one_group || !kept(demand) || !seen.insert(columns).second) continue;
        const auto row = static_cast<std::uint32_t>(program.rows());
        add_row(program, demand, 1.0);
        for (const auto k : columns) entries[k].push_back({row, 1.0});
    }
}

void gather(Program& program, const ColumnEntries& entries) {
    program.scale.assign(program.rows(), 0.0);
    program.entry_first = {0};
    for (const auto& column : entries) {
        program.entries.insert(program.entries.end(), column.begin(), column.end());
        program.entry_first.push_back(static_cast<std::uint32_t>(program.entries.size()));
        for (const auto& e : column) program.scale[e.row] = std::max(program.scale[e.row], std::abs(e.factor));
    }
    for (auto& s : program.scale) s = s > 0 ? s : 1.0;
}

/// Whether a, when chosen, asks no more of any row than b.
bool asks_no_more(std::span<const Entry> a, std::span<const Entry> b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        const auto row_a = i < a.size() ? a[i].row : no_column, row_b = j < b.size() ? b[j].row : no_column;
        const double in_a = row_a <= row_b ? a[i].factor : 0.0, in_b = row_b <= row_a ? b[j].factor : 0.0;
        if (in_a > in_b) return false;
        if (row_a <= row_b) ++i;
        if (row_b <= row_a) ++j;
    }
    return true;
}

/// What is worth the same must not cost more to beat; of two alike in all the earlier stays.
bool beats(const Program& p, std::uint32_t a, std::uint32_t b) {
    if (p.value[a] < p.value[b] || !asks_no_more(p.entries_of(a), p.entries_of(b))) return false;
    if (p.value[a] > p.value[b]) return true;
    if (p.cost[a] != p.cost[b]) return p.cost[a] < p.cost[b];
    return a < b || !asks_no_more(p.entries_of(b), p.entries_of(a));
}

bool nothing_beats(const Program& p, std::uint32_t column) {
    return p.value[column] <= 0 && asks_no_more({}, p.entries_of(column));
}

}  // namespace

bool meets(const Candidate& candidate, const Constraints::Rule& rule) {
    if (rule.place && *rule.place != candidate.place) return false;
    return std::find(candidate.measures.begin(), candidate.measures.end(), rule.measure) != candidate.measures.end();
}

double Program::tolerance(std::uint32_t row) const {
    return 1e-6 + 1e-10 * std::abs(upper[row]);
}

std::vector<Demand> demands_of(std::span<const Candidate> candidates, const Constraints& constraints) {
    std::vector<Demand> all;
    for (std::uint32_t r = 0; r < constraints.forced.size(); ++r) all.push_back({DemandKind::forced, r});
    for (std::uint32_t r = 0; r < constraints.forbidden.size(); ++r) all.push_back({DemandKind::forbidden, r});
    if (std::isfinite(constraints.budget)) all.push_back({DemandKind::budget, 0});
    if (std::isfinite(constraints.yearly_budget)) all.push_back({DemandKind::yearly_budget, 0});
    for (std::uint32_t o = 0; o < owner_count; ++o)
        if (std::isfinite(constraints.owner_cap[o])) all.push_back({DemandKind::owner_cap, o});
    for (std::uint32_t d = 0; d < constraints.district_least_share.size(); ++d)
        if (constraints.district_least_share[d] > 0) all.push_back({DemandKind::district_share, d});
    std::map<std::uint32_t, int> at_place;
    std::map<std::uint32_t, int> on_stretch;
    for (const auto& c : candidates) {
        ++at_place[c.place];
        for (const auto s : std::set(c.stretches.begin(), c.stretches.end())) ++on_stretch[s];
    }
    for (const auto& [place, count] : at_place)
        if (count > 1) all.push_back({DemandKind::one_per_place, place});
    for (const auto& [stretch, count] : on_stretch)
        if (count > 1) all.push_back({DemandKind::one_per_stretch, stretch});
    return all;
}

Program program_of(std::span<const Candidate> candidates, const Constraints& constraints, const Kept& kept) {
    Program program;
    add_columns(program, candidates, constraints, kept);
    std::vector<Demand> demands;
    for (const auto& demand : demands_of({}, constraints))
        if (kept(demand)) demands.push_back(demand);
    ColumnEntries entries(program.columns());
    add_plain_rows(program, candidates, constraints, demands, entries);
    add_stretch_rows(program, candidates, kept, entries);
    gather(program, entries);
    return program;
}

Program program_of(std::span<const Candidate> candidates, const Constraints& constraints) {
    return program_of(candidates, constraints, [](const Demand&) { return true; });
}

Program part_of(const Program& program, const std::vector<bool>& keep) {
    Program part{.row_demand = program.row_demand,
                 .upper = program.upper,
                 .least_share = program.least_share,
                 .scale = program.scale};
    part.entry_first.push_back(0);
    std::uint32_t before = no_column;
    for (std::uint32_t k = 0; k < program.columns(); ++k) {
        if (!keep[k]) continue;
        if (program.group[k] != before) part.group_first.push_back(static_cast<std::uint32_t>(part.columns()));
        before = program.group[k];
        part.group.push_back(static_cast<std::uint32_t>(part.group_first.size()) - 1);
        part.candidate.push_back(program.candidate[k]);
        part.value.push_back(program.value[k]);
        part.cost.push_back(program.cost[k]);
        const auto entries = program.entries_of(k);
        part.entries.insert(part.entries.end(), entries.begin(), entries.end());
        part.entry_first.push_back(static_cast<std::uint32_t>(part.entries.size()));
    }
    part.group_first.push_back(static_cast<std::uint32_t>(part.columns()));
    return part;
}

Program without_dominated(const Program& program) {
    std::vector<bool> keep(program.columns(), true);
    for (std::uint32_t k = 0; k < program.columns(); ++k) {
        keep[k] = !nothing_beats(program, k);
        const auto first = program.group_first[program.group[k]], last = program.group_first[program.group[k] + 1];
        for (auto other = first; other < last && keep[k]; ++other)
            if (other != k && beats(program, other, k)) keep[k] = false;
    }
    return part_of(program, keep);
}

}  // namespace lykta::measures
