// The intensity table itself: looked up as by search, integrated as by a fine sum.
#include "layers/photometry.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "layers/photometric_files.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

/// The definition: search both brackets, C wrapped by fmod.
double searched(const IntensityTable& t, double c, double gamma) {
    if (gamma > t.gamma_deg.back() || gamma < 0.0) return 0.0;
    std::size_t j = 0;
    while (j + 1 < t.gamma_deg.size() && t.gamma_deg[j + 1] <= gamma) ++j;
    const auto plane = [&](std::size_t i) {
        if (j + 1 == t.gamma_deg.size()) return t.cd_per_klm[i][j];
        if (gamma < t.gamma_deg[0]) return t.cd_per_klm[i][0];
        const double share = (gamma - t.gamma_deg[j]) / (t.gamma_deg[j + 1] - t.gamma_deg[j]);
        return t.cd_per_klm[i][j] + share * (t.cd_per_klm[i][j + 1] - t.cd_per_klm[i][j]);
    };
    c = std::fmod(c, 360.0);
    while (c < t.c_deg.front()) c += 360.0;
    std::size_t i = 0;
    while (i + 1 < t.c_deg.size() && t.c_deg[i + 1] <= c) ++i;
    const bool wraps = i + 1 == t.c_deg.size();
    const double next = wraps ? t.c_deg[0] + 360.0 : t.c_deg[i + 1];
    const double share = (c - t.c_deg[i]) / (next - t.c_deg[i]);
    return plane(i) + share * (plane(wraps ? 0 : i + 1) - plane(i));
}

IntensityTable random_table(const std::vector<double>& c, const std::vector<double>& gamma) {
    IntensityTable table{c, gamma, {}};
    for (std::size_t i = 0; i < c.size(); ++i) {
        table.cd_per_klm.emplace_back();
        for (std::size_t j = 0; j < gamma.size(); ++j)
            table.cd_per_klm.back().push_back(400.0 * random_uniform({7, 1, i}, static_cast<std::uint32_t>(j)));
    }
    return table;
}

std::vector<double> steps(double step, int count) {
    std::vector<double> made;
    for (int i = 0; i < count; ++i) made.push_back(step * i);
    return made;
}

/// Midpoints of a fine grid of directions.
double fine_sum(const IntensityTable& t) {
    constexpr int planes = 720, angles = 3600;
    double sum = 0.0;
    for (int i = 0; i < planes; ++i) {
        for (int j = 0; j < angles; ++j) {
            const double gamma = (j + 0.5) * 180.0 / angles;
            sum += t.at((i + 0.5) * 360.0 / planes, gamma) * std::sin(gamma * M_PI / 180.0);
        }
    }
    return sum * (2.0 * M_PI / planes) * (M_PI / angles);
}

}  // namespace

TEST(IntensityTableLookUp, by_even_steps_finds_what_the_search_finds_bit_by_bit) {
    const IntensityTable tables[] = {
        random_table(steps(15.0, 24), steps(2.5, 37)),
        random_table(steps(5.0, 72), steps(0.1, 901)),  // steps that no double holds exactly
        random_table({0, 10, 90, 200, 350}, {0, 1, 5, 30, 31, 90}),
        random_table({20, 110, 200, 290}, {0, 90, 180}),
    };
    for (const auto& table : tables) {
        for (std::uint64_t i = 0; i < 4000; ++i) {
            const double c = 1080.0 * random_uniform({7, 2, i}, 0) - 540.0;
            const double gamma = table.gamma_deg.back() * 1.05 * random_uniform({7, 2, i}, 1);
            EXPECT_EQ(table.at(c, gamma), searched(table, c, gamma)) << c << " " << gamma;
        }
        for (std::size_t i = 0; i < table.c_deg.size(); ++i)
            for (std::size_t j = 0; j < table.gamma_deg.size(); ++j)
                EXPECT_EQ(table.at(table.c_deg[i], table.gamma_deg[j]), table.cd_per_klm[i][j]);
    }
}

TEST(FluxOfTable, of_a_uniform_table_is_its_intensity_times_the_whole_sphere) {
    const IntensityTable uniform{{0}, {0, 180}, {{10, 10}}};
    EXPECT_NEAR(flux_of(uniform), 10.0 * 4.0 * M_PI, 1e-12);
    EXPECT_EQ(flux_of({}), 1000.0);
}

TEST(FluxOfTable, of_a_cone_by_hand) {
    // I = 100 (1 − γ/(π/2)): ∫ sinγ − γ sinγ·2/π dγ = 1 − 2/π
    const IntensityTable cone{{0}, {0, 90}, {{100, 0}}};
    EXPECT_NEAR(flux_of(cone), 2.0 * M_PI * 100.0 * (1.0 - 2.0 / M_PI), 1e-11);
}

TEST(FluxOfTable, agrees_with_a_fine_sum_over_all_directions) {
    const auto table = random_table({20, 110, 200, 290}, {0, 15, 20, 60, 90});
    EXPECT_NEAR(flux_of(table), fine_sum(table), 2e-4 * flux_of(table));
}

TEST(FluxOfTable, of_a_lambertian_luminaire_is_1000_lm_per_klm) {
    EXPECT_NEAR(flux_of({{0}, degrees_to_90(), {lambertian()}}), 1000.0, 0.05);
    const auto row = lambertian();
    EXPECT_NEAR(flux_of({{0, 90, 200}, degrees_to_90(), {row, row, row}}), 1000.0, 0.05);
}
