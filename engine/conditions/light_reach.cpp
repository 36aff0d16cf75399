#include "conditions/light_reach.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "conditions/luminaire_light.hpp"

namespace lykta::conditions {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;

std::vector<double> strongest_by_gamma(const IntensityTable& table) {
    std::vector<double> strongest(table.gamma_deg.size(), 0.0);
    for (const auto& plane : table.cd_per_klm)
        for (std::size_t k = 0; k < strongest.size(); ++k) strongest[k] = std::max(strongest[k], plane[k]);
    return strongest;
}

/// Any direction may shine as strongly as the strongest: E ≤ I · h / r³.
double reach_of_strength(double candela, double up, Lux cutoff) {
    const double squared = std::cbrt(std::pow(candela * up / cutoff.value, 2.0));
    return std::sqrt(std::max(squared - up * up, 0.0));
}

/// From the horizon inwards to the first ring between two gammas where I · cos³γ / h² can reach the cutoff.
double reach_of_rings(const Luminaire& lamp, const std::vector<double>& strongest, Lux cutoff) {
    const auto& gamma = lamp.table->gamma_deg;
    const double up = lamp.height.value, scale = lamp.flux.value * lamp.maintenance_factor / 1000.0;
    for (std::size_t k = gamma.size(); k-- > 0;) {
        const double inner = k == 0 ? 0.0 : gamma[k - 1] * radians_per_degree, outer = gamma[k] * radians_per_degree;
        const double candela = scale * (k == 0 ? strongest[0] : std::max(strongest[k - 1], strongest[k]));
        const double needed = cutoff.value * up * up / candela;
        if (!(needed <= 1.0)) continue;
        const double widest = std::acos(std::cbrt(needed));
        if (widest >= inner) return up * std::tan(std::min(widest, outer));
    }
    return 0.0;
}

}  // namespace

double Reaches::of(const Luminaire& lamp, Lux cutoff) {
    const double up = lamp.height.value, flux = lamp.flux.value * lamp.maintenance_factor;
    if (!(up > 0.0) || !(flux > 0.0)) return 0.0;
    const bool level = lamp.tilt.value == 0.0;
    if (lamp.table == nullptr) {
        // A Lambertian that looks straight down has E = Φ/π · h² / r⁴.
        if (!level) return reach_of_strength(flux * std::numbers::inv_pi, up, cutoff);
        const double squared = std::sqrt(flux * std::numbers::inv_pi * up * up / cutoff.value);
        return std::sqrt(std::max(squared - up * up, 0.0));
    }
    auto at = m_strongest.find(lamp.table);
    if (at == m_strongest.end()) at = m_strongest.emplace(lamp.table, strongest_by_gamma(*lamp.table)).first;
    if (level && !at->second.empty()) return reach_of_rings(lamp, at->second, cutoff);
    double cd_per_klm = lamp.table->at(0.0, 0.0);
    for (const double value : at->second) cd_per_klm = std::max(cd_per_klm, value);
    return reach_of_strength(cd_per_klm * flux / 1000.0, up, cutoff);
}

double reach_of(const Luminaire& lamp, Lux cutoff) {
    Reaches reaches;
    return reaches.of(lamp, cutoff);
}

}  // namespace lykta::conditions
