// What effect_of, estimate, make_options and draw_options share: findings, their draws, and the means of each place.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/effect.hpp"
#include "measures/effect_classes.hpp"
#include "measures/effect_rows.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// \pre world and catalogue outlive it
struct EffectModel {
    const World& world;
    const Catalogue& catalogue;
    int draws = 0;
    std::uint32_t seed = 1;
    Evidence evidence;
    std::vector<std::vector<double>> share;  ///< [finding][draw]: 1 − ratio
    std::vector<std::vector<double>> price;  ///< [measure][draw]: uniform; empty for measures not used
    double years = 1;
};
/// \param draws  0: point estimates only
[[nodiscard]] EffectModel effect_model(const World& world, const Catalogue& catalogue,
                                       std::span<const std::uint32_t> used, int draws, std::uint32_t seed);
/// Catalogue indices of the measures of some sited ones, ascending, each once.
[[nodiscard]] std::vector<std::uint32_t> measures_used(std::span<const SitedMeasure> sited);

/// Draws of long-run ÷ expected incidents by category at one place, made when first asked for.
class PlaceMeans {
public:
    PlaceMeans(const EffectModel& model, std::uint32_t place, double regression);
    /// \param at_least  incidents to reckon with where the place's own facts hold fewer of the category
    [[nodiscard]] const std::vector<double>& of_category(std::uint32_t category, double at_least);

private:
    const EffectModel& m_model;
    std::uint32_t m_place;
    double m_regression;
    std::vector<double> m_count;                ///< of the place, by category
    std::vector<std::vector<double>> m_values;  ///< by category
};

/// What a place's classes come to in each draw, incidents per year.
[[nodiscard]] PreventedDraws prevented_draws(const EffectModel& model, std::span<const IncidentClass> classes,
                                             PlaceMeans& means, double regression);

/// The effect with everything but words and formula. Σ parts = the whole.
[[nodiscard]] Effect point_effect(const EffectModel& model, std::span<const SitedMeasure* const> together,
                                  std::span<const IncidentClass> classes, double regression);
/// The same with intervals; the cost per prevented incident from the measures' money.
[[nodiscard]] Effect effect_at(const EffectModel& model, std::span<const SitedMeasure* const> together,
                               PlaceMeans& means, double regression);

/// What a sited measure is paid for: units of catalogue measures. One part as a rule; lamp plans that repair some lamps
/// and add others pay each at its own price.
struct PricePart {
    std::uint32_t measure = 0;
    double quantity = 0;
};
[[nodiscard]] std::vector<PricePart> price_parts(const Catalogue& catalogue, const SitedMeasure& sited);
/// Money of those parts.
[[nodiscard]] Money money_of_sited(const Catalogue& catalogue, const SitedMeasure& sited, const EffectOptions& options);

/// Sentences of effect_words.cpp: what can be said, and how the figure comes about.
[[nodiscard]] std::string effect_words(const Catalogue& catalogue, std::span<const SitedMeasure* const> together,
                                       const Effect& effect);
[[nodiscard]] std::string effect_formula(const Catalogue& catalogue, const Effect& effect);

}  // namespace lykta::measures
