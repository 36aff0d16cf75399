// The result of `lykta light`: the light of a register of lamps along streets and on the ground; its text, JSON and
// files.
#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "core/grid.hpp"
#include "outputs/stage_result.hpp"

namespace lykta::outputs {

enum class Way { street, footpath };
constexpr std::size_t light_causes = 5;  ///< of conditions::LightCause, `none` first

/// Metres of one kind of way with one wanted class.
struct ClassTotal {
    Way way = Way::street;
    std::string wanted_class;
    double metres = 0, met_m = 0;
    std::array<double, light_causes> cause_m{};  ///< metres below class, by LightCause
    double deficit_lx_m = 0;                     ///< Σ max(0, class average − average) · metres, lx·m
};
struct LampTotals {
    std::int64_t lamps = 0, lit = 0, out = 0, without_luminaire = 0, switched_off = 0;
    std::int64_t height_assumed = 0, flux_assumed = 0, distribution_assumed = 0;
};
struct LightTotals {
    std::vector<ClassTotal> classes;  ///< streets, then footpaths; by class
    LampTotals lamps;
    double metres = 0, below_m = 0;  ///< of way; of it below its class
    double mean_lux = 0;             ///< of the stretches' averages, by length
    double mean_sd = 0;              ///< of the stretches' light_sd where there is light, by length; a share
};

struct LightResult {
    StageAbout about;
    layers::LampLayer lamps;
    std::vector<char> lit;  ///< one per lamp
    std::optional<layers::StreetLayer> streets;
    std::vector<conditions::StretchLight> stretches;
    std::vector<conditions::UnknownClass> unknown_classes;
    std::optional<Grid<double>> lux;  ///< on the ground, lx
    LightTotals totals;
};

/// Sums of a result whose lamps, streets and stretches are filled in.
/// \correctness  Σ met + Σ by cause = metres, and hand sums, tests/outputs/stage_light_test.cpp
[[nodiscard]] LightTotals light_totals(const LightResult& result);
[[nodiscard]] std::string way_words(Way way);

[[nodiscard]] std::string light_text(const LightResult& result);
[[nodiscard]] std::string light_json(const LightResult& result);

/// Layers `light_along` (with streets) and `lamps`, run_info, rows_set_aside; dressed from dark to light.
void write_light_geopackage(const LightResult& result, const std::filesystem::path& path);
/// Illuminance on the ground in lx, cloud-optimised, with its options in the file. \pre result.lux
void write_light_raster(const LightResult& result, const std::filesystem::path& path);
/// The map: lux on the ground, lamps, stretches below class; one SVG that stands alone.
[[nodiscard]] std::string light_svg(const LightResult& result);
/// light.gpkg, illuminance.tif and light.svg. \throws Error{cannot_write}; the folder then holds what it held before
void write_light_folder(const LightResult& result, const std::filesystem::path& folder);

}  // namespace lykta::outputs
