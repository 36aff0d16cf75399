// The map of `lykta light`: lux on the ground, lamps, and where the class is not met.
#include "core/file.hpp"
#include "outputs/stage_light.hpp"
#include "outputs/stage_map.hpp"

namespace lykta::outputs {
namespace {

Box frame_of(const LightResult& result) {
    std::vector<Point> points;
    for (const auto& lamp : result.lamps.lamps) points.push_back(lamp.position);
    return box_of(points).expanded(40.0);
}

}  // namespace

std::string light_svg(const LightResult& result) {
    StageMap map{.title = tr("Light on the ground"),
                 .ground_label = tr("Horizontal illuminance in lux, from the lamps known"),
                 .frame = frame_of(result),
                 .lux = result.lux ? &*result.lux : nullptr,
                 .source = source_line(result.about)};
    MapLines below{{}, tr("below its lighting class"), "#ff5cb0", 2.2};
    for (const auto& stretch : result.stretches)
        if (stretch.below_class) below.lines.push_back(stretch.line);
    if (result.streets) map.lines.push_back(std::move(below));
    MapPoints lit{{}, tr("lamp, lit"), "#ffffff", false, 0.9},
        dark{{}, tr("lamp, gives no light"), "#ff5cb0", true, 3.5};
    for (std::size_t i = 0; i < result.lamps.lamps.size(); ++i)
        (result.lit[i] != 0 ? lit : dark).points.push_back(result.lamps.lamps[i].position);
    map.points.push_back(std::move(lit));
    if (!dark.points.empty()) map.points.push_back(std::move(dark));
    return map_svg(map);
}

void write_light_folder(const LightResult& result, const std::filesystem::path& path) {
    OutputFolder folder(path);
    write_light_geopackage(result, folder.staging() / "light.gpkg");
    if (result.lux) write_light_raster(result, folder.staging() / "illuminance.tif");
    write_file_whole(folder.staging() / "light.svg", light_svg(result));
    folder.commit("light.gpkg");
}

}  // namespace lykta::outputs
