// The result of `lykta sight`: how near somebody is first seen along paths, and what hides them; its text, JSON and
// files.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "conditions/sight.hpp"
#include "outputs/condition_layers.hpp"
#include "outputs/stage_result.hpp"

namespace lykta::outputs {

/// Metres of one street, or of all of them.
struct SightTotal {
    std::string name;  ///< of the street; empty for all
    double metres = 0, under_10_m = 0, under_25_m = 0, under_25_plants_m = 0;
};
struct SightTotals {
    SightTotal all;
    std::vector<SightTotal> streets;  ///< by name, most metres under 10 m first, then under 25 m, then by name
    double dead_end_m = 0, tunnel_m = 0, concealment_m = 0;
    double mean_seen_at_m = 0, mean_visible_m2 = 0;  ///< over the samples
};
/// What one point sees.
struct SeenFrom {
    Point point;
    conditions::VisibleArea area;
    MultiPolygon outline;
};

struct SightResult {
    StageAbout about;
    conditions::SightOptions options;
    layers::StreetLayer streets;
    std::optional<layers::BuildingLayer> buildings;
    std::optional<layers::VegetationLayer> vegetation;
    std::size_t entrances = 0;  ///< doors known
    std::vector<conditions::Obstacle> obstacles;
    conditions::PathSight sight;
    SightTotals totals;
    std::optional<SeenFrom> seen_from;
};

/// \correctness  Σ over streets = all; hand sums, tests/study/stage_sight_test.cpp
[[nodiscard]] SightTotals sight_totals(const SightResult& result);
[[nodiscard]] std::string hidden_by_words(conditions::HiddenBy by);
[[nodiscard]] std::string_view hidden_by_code(conditions::HiddenBy by);

[[nodiscard]] std::string sight_text(const SightResult& result);
[[nodiscard]] std::string sight_json(const SightResult& result);

/// Layers `sight_along`, `sight_points`, `blocking_plants` and, of a point asked for, `visible_area`; run_info,
/// rows_set_aside; dressed.
void write_sight_geopackage(const SightResult& result, const std::filesystem::path& path);
/// The map: stretches by how near somebody is first seen, houses, plants and those that hide; one SVG that stands
/// alone.
[[nodiscard]] std::string sight_svg(const SightResult& result);
/// sight.gpkg and sight.svg. \throws Error{cannot_write}; the folder then holds what it held before
void write_sight_folder(const SightResult& result, const std::filesystem::path& folder);

}  // namespace lykta::outputs
