// The user's own base map, through the engine's door to GDAL.
#include "viewer/project/base_raster.hpp"

#include "core/language.hpp"
#include "sources/raster_picture.hpp"

namespace lykta::viewer {

LayerPointer base_raster_layer(const std::filesystem::path& file, const Crs& project, const Box& box, int pixels) {
    auto picture = sources::read_raster_picture(file.string(), {.crs = project.wkt(), .box = box, .pixels = pixels});
    auto layer = std::make_shared<MapLayer>();
    layer->id = LayerId::base_raster;
    layer->title = file.stem().string();
    layer->note = say("Base map of your own: {}.", file.filename().string());
    layer->image = RasterImage{
        .box = picture.box, .width = picture.width, .height = picture.height, .rgba = std::move(picture.rgba)};
    return layer;
}

}  // namespace lykta::viewer
