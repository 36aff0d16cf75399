#include "conditions/light_table_row.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "conditions/luminaire_light.hpp"

namespace lykta::conditions {
namespace {

/// A street-side table: eight planes, brighter at C90 than at C270.
IntensityTable street_table() {
    IntensityTable table{{0, 45, 90, 135, 180, 225, 270, 315}, {0, 20, 40, 60, 75, 90}, {}};
    for (const double c : table.c_deg) {
        const double side = 1.0 + 0.6 * std::sin(c * 3.14159265358979 / 180.0);
        table.cd_per_klm.push_back({200, 220 * side, 300 * side, 340 * side, 120 * side, 0});
    }
    return table;
}

TEST(LightTableRow, a_row_is_the_light_point_by_point) {
    const auto table = street_table();
    for (const double azimuth : {0.0, 37.0, -120.0}) {
        Luminaire lamp{.position = {3.3, -1.7}, .height = Meters{6.5}, .azimuth = Degrees{azimuth}, .table = &table};
        for (double dy = -30; dy <= 30; dy += 3.7) {
            std::vector<double> dx, lux;
            for (double x = -40; x <= 40; x += 1.9) dx.push_back(x);
            lux.resize(dx.size());
            table_row(lamp, dy, dx, lux);
            for (std::size_t i = 0; i < dx.size(); ++i) {
                const double exact = horizontal_share(lamp, {3.3 + dx[i], -1.7 + dy}, 0.0);
                EXPECT_NEAR(lux[i], exact, 1e-11 * (1.0 + exact)) << dx[i] << ' ' << dy;
            }
        }
    }
}

TEST(LightTableRow, below_the_lamp_it_is_the_intensity_straight_down_by_the_height_squared) {
    const auto table = street_table();
    const Luminaire lamp{.height = Meters{5.0}, .flux = Lumens{2000.0}, .maintenance_factor = 1.0, .table = &table};
    const std::vector<double> dx{0.0};
    std::vector<double> lux(1);
    table_row(lamp, 0.0, dx, lux);
    EXPECT_NEAR(lux[0], 200.0 * 2.0 / 25.0, 1e-12);
}

}  // namespace
}  // namespace lykta::conditions
