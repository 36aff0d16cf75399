#include "conditions/light_table_row.hpp"

#include <array>
#include <cassert>
#include <cmath>

#include "conditions/fast_angle.hpp"

namespace lykta::conditions {

namespace {

constexpr std::size_t most = 64;

struct RowAngles {
    std::array<double, most> gamma_deg, c_deg, fall;  ///< fall: up ÷ r³, 1/m²
};

}  // namespace

void table_row(const Luminaire& lamp, double dy, std::span<const double> dx, std::span<double> out) {
    assert(dx.size() <= most && dx.size() == out.size() && lamp.table != nullptr);
    RowAngles angles;
    const double up = lamp.height.value, y2 = dy * dy, up2 = up * up, azimuth = lamp.azimuth.value;
    const std::size_t count = dx.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double across2 = dx[i] * dx[i] + y2, squared = across2 + up2;
        angles.gamma_deg[i] = degrees_of(std::sqrt(across2), up);
        angles.fall[i] = up / (squared * std::sqrt(squared));
    }
    if (lamp.table->cd_per_klm.size() > 1)
        for (std::size_t i = 0; i < count; ++i) angles.c_deg[i] = degrees_of(dy, dx[i]) - azimuth;
    else
        angles.c_deg.fill(0.0);
    const double klm = lamp.flux.value * lamp.maintenance_factor / 1000.0;
    for (std::size_t i = 0; i < count; ++i)
        out[i] = lamp.table->at(angles.c_deg[i], angles.gamma_deg[i]) * klm * angles.fall[i];
}

}  // namespace lykta::conditions
