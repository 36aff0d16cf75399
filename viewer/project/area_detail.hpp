// Areas at several levels of detail: simplified, the small ones dropped, and far out their share of coarse squares, so
// that two million crowns cost little where one could not tell them apart.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "viewer/project/layer_parts.hpp"

namespace lykta::viewer {

/// An area to be drawn. \pre the shape outlives the work
struct AreaSource {
    const MultiPolygon* shape = nullptr;
    std::uint8_t group = 0;
    std::uint32_t record = no_record;
    double m2 = 0;  ///< its area; set by measure_areas
    Point middle;   ///< of its box; set by measure_areas
};
/// Fills m2 and middle.
void measure_areas(std::span<AreaSource> sources);

struct AreaLevel {
    double from = 0, to = endless;  ///< metres per pixel
    double tolerance_m = 0;         ///< of the simplification; 0: as it is
    double least_m2 = 0;            ///< smaller areas are left out
    std::uint8_t group_step = 0;    ///< added to every group: classes of this level alone
};
/// One level with the areas that are large enough. \pre measured
[[nodiscard]] Detail area_level(std::span<const AreaSource> sources, const AreaLevel& level);

/// Rings simplified by Douglas–Peucker; what is left with fewer than three corners or under least_m2 is dropped.
[[nodiscard]] MultiPolygon simplified_shape(const MultiPolygon& shape, double tolerance_m, double least_m2);

struct CoverageLevel {
    double from = 0, to = endless;     ///< metres per pixel
    double cell_m = 20;                ///< REQUIRES: > 0
    std::vector<double> least_share;   ///< ascending: a square of class i is covered by at least this share
    std::vector<std::uint8_t> groups;  ///< as many
};
/// Squares by how much of them the areas cover; each area counts where its middle is, those larger than four squares
/// are drawn themselves, in the last group. Neighbours of a row in one class become one rectangle. \pre measured
/// \correctness  tests/viewer/project/area_detail_test.cpp: hand case; twin by plain sums
[[nodiscard]] Detail coverage_level(std::span<const AreaSource> sources, const CoverageLevel& level);

}  // namespace lykta::viewer
