// `lykta light -o`: stretches and lamps as layers, light on the ground as a raster.
#include <algorithm>

#include "outputs/condition_layers.hpp"
#include "outputs/stage_light.hpp"
#include "outputs/stage_style.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;

/// What is wrong with a lamp, or was taken for granted; empty when nothing.
std::string problem_of(const layers::Lamp& lamp, bool lit) {
    std::string text;
    const auto add = [&](bool is_so, const char* words) {
        if (is_so) text += (text.empty() ? "" : ", ") + std::string{words};
    };
    const bool out = lamp.state == layers::LampState::out;
    add(out, tr("out of order"));
    add(!out && lamp.flux.value <= 0, tr("without a luminaire"));
    add(!out && lamp.flux.value > 0 && !lit, tr("switched off or dimmed to nothing at that hour"));
    add(lamp.height_defaulted, tr("mounting height assumed"));
    add(lamp.flux_defaulted, tr("flux assumed"));
    return text;
}

void add_lamps(GeoPackage& package, const LightResult& result) {
    auto table = package.table("lamps", tr("Lamps used for the light calculation"), Shape::point,
                               {{"id", tr("Id"), "", K::text},
                                {"row", tr("Row or feature"), "", K::integer},
                                {"state", tr("State"), "", K::text},
                                {"lit", tr("Lit at that hour"), tr("1 = yes"), K::integer},
                                {"height_m", tr("Mounting height"), "m", K::real},
                                {"flux_lm", tr("Luminous flux"), "lm", K::real},
                                {"height_defaulted", tr("Height assumed"), tr("1 = yes"), K::integer},
                                {"flux_defaulted", tr("Flux assumed"), tr("1 = yes"), K::integer},
                                {"maintenance", tr("Maintenance factor"), "", K::real},
                                {"photometry", tr("Photometric file (empty: Lambertian)"), "", K::text},
                                {"uncertainty", tr("Standard deviation of its light"), tr("share of it"), K::real},
                                {"problem", tr("Problem"), "", K::text}});
    for (std::size_t i = 0; i < result.lamps.lamps.size(); ++i) {
        const auto& lamp = result.lamps.lamps[i];
        const bool lit = i < result.lit.size() && result.lit[i] != 0;
        table.add({text_cell(lamp.id), lamp.row, text_cell(std::string{lamp_state_code(lamp.state)}), yes_no_cell(lit),
                   real_cell(lamp.height.value), real_cell(lamp.flux.value), yes_no_cell(lamp.height_defaulted),
                   yes_no_cell(lamp.flux_defaulted), real_cell(lamp.maintenance_factor),
                   lamp.photometry ? text_cell(result.lamps.photometry[*lamp.photometry].file) : Cell{},
                   real_cell(lamp.light_sd), text_cell(problem_of(lamp, lit))},
                  lamp.position);
    }
}

LayerStyle lamp_style() {
    return {"lamps",
            Shape::point,
            {{.filter = "\"state\" = 'out'",
              .label = tr("out of order"),
              .colour = "#c2185b",
              .size_mm = 2.8,
              .marker = "cross_fill"},
             {.filter = "\"state\" <> 'out' AND \"lit\" = 0",
              .label = tr("gives no light at that hour"),
              .colour = "#8a8a8a",
              .size_mm = 1.6},
             {.filter = "\"lit\" = 1", .label = tr("lit"), .colour = "#fff3b0", .size_mm = 1.6}}};
}

}  // namespace

void write_light_geopackage(const LightResult& result, const std::filesystem::path& path) {
    const GdalWriting writing(path);
    GeoPackage package(path, result.about.crs, writing);
    std::vector<LayerStyle> styles;
    if (result.streets) {
        add_light_stretches(package, {"light_along", tr("Light along streets and paths against their lighting class")},
                            *result.streets, result.stretches);
        styles.push_back({"light_along", Shape::line, lux_rules("lux_average", 1.1)});
    }
    add_lamps(package, result);
    styles.push_back(lamp_style());
    add_about_tables(package, result.about);
    add_stage_styles(package, styles);
    package.finish();
}

void write_light_raster(const LightResult& result, const std::filesystem::path& path) {
    auto metadata = about_metadata(result.about);
    const auto& lamps = result.totals.lamps;
    metadata["LYKTA_UNIT"] = "lx";
    metadata["LYKTA_LAMPS_USED"] = fmt::format("{}", lamps.lamps);
    metadata["LYKTA_LAMPS_LIT"] = fmt::format("{}", lamps.lit);
    metadata["LYKTA_ASSUMED"] = fmt::format("height {}, flux {}, distribution {}", lamps.height_assumed,
                                            lamps.flux_assumed, lamps.distribution_assumed);
    write_geotiff(*result.lux, result.about.crs,
                  {"illuminance", "lx", tr("Horizontal illuminance at ground level from the lamps known"), metadata},
                  path);
}

}  // namespace lykta::outputs
