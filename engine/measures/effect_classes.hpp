// Incidents that the same findings speak for, summed so that what measures prevent among them follows from a few
// numbers for any ratios: the sum Σᵢ wᵢ (1 − Πₘ (1 − tₘᵢ qₘ)) is a polynomial in the q, and its coefficients do not
// depend on them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/effect_rows.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// Up to this many findings on one incident the polynomial is kept (2^k coefficients); beyond, every incident's own
/// probabilities.
constexpr std::size_t most_findings_summed = 8;

/// Incidents of one category at one place that the same findings speak for.
/// \correctness  the sum incident by incident, within 1e-12 of it, for random probabilities and 1 … 10 findings
struct IncidentClass {
    std::uint32_t category = 0;
    std::vector<std::uint32_t> findings;  ///< ascending
    std::vector<std::uint32_t> measures;  ///< parallel: the (first) measure that brings each
    std::uint32_t measure = 0;            ///< whose row is the narrowest: the class counts there
    std::size_t row = 0;
    /// [S] for a set S of the findings: Σᵢ Π_{m ∈ S} tₘᵢ, plain and harm-weighted; [∅] is 0.
    std::vector<double> count, harm;
    std::vector<double> touches, weights;  ///< beyond most_findings_summed: [incident · findings + finding], harm
};

/// \param together  measures at one place; those of one finding touch an incident with the larger of their
/// probabilities
/// \param harm  per incident; empty: 1 each
[[nodiscard]] std::vector<IncidentClass> classes_of(const World& world, const Evidence& evidence,
                                                    std::span<const SitedMeasure* const> together);

struct Prevented {
    double count = 0, harm = 0;
};
/// \param prevented_share  1 − ratio of each of the class's findings, in its order
[[nodiscard]] Prevented prevented_in(const IncidentClass& of, std::span<const double> prevented_share);

struct PreventedDraws {
    std::vector<double> count, harm;  ///< one per draw
};
/// prevented_in for many draws at once: adds scale[d] · prevented to count[d] and harm[d].
/// \param shares  1 − ratio of each of the class's findings, one number per draw
/// \correctness  each draw alone
void add_prevented(const IncidentClass& of, std::span<const double* const> shares, std::span<const double> scale,
                   PreventedDraws& sum);

/// Incidents that any of the findings touches: what would be prevented if every touched one were.
[[nodiscard]] Prevented touched_in(const IncidentClass& of);

}  // namespace lykta::measures
