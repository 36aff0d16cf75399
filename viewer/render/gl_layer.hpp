// A layer on the graphics device: its buffers by class, its raster tiles, its image. Made once, drawn many times.
#pragma once
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "viewer/map/map_layer.hpp"
#include "viewer/render/gl_objects.hpp"
#include "viewer/render/layer_mesh.hpp"
#include "viewer/render/raster_levels.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

struct GlAreas {
    Buffer vertices, indices, corners, dots;
    VertexArray fill, dot;
    Texture corner_texture;
    std::vector<AreaChunk> chunks;
};
struct GlLines {
    Buffer corners;
    Texture corner_texture;
    std::vector<LineChunk> chunks;
};
struct GlPoints {
    Buffer points;
    VertexArray array;
    std::vector<PointChunk> chunks;
    double finest_m = 1;
};
struct GlClass {
    GlAreas areas;
    GlLines lines;
    GlPoints points;
};
struct GlTile {
    Texture texture;
    Box box;  ///< metres from the layer's origin
    int rim_left = 0, rim_below = 0, columns = 0, rows = 0;
    std::uint64_t seen = 0;  ///< the frame it was last drawn in
};
struct GlScale {
    Texture table;
    float low = 0, high = 1;
    bool is_log = false;
    Rgba below;
};
struct GlRaster {
    RasterLevels levels;
    GlScale day, night;
    std::map<TileAt, GlTile> tiles;
};

struct GlLayer {
    std::weak_ptr<const MapLayer> layer;  ///< lets go of the layer itself; another at the same address is told apart
    Point origin;                         ///< project metres
    std::vector<std::optional<std::vector<GlClass>>> details;  ///< made when first seen
    std::vector<std::future<std::vector<ClassMesh>>> pending;  ///< of details on their way
    std::optional<GlRaster> raster;
    std::vector<GlTile> image;
    std::uint64_t seen = 0, drawn = 0;  ///< the frames it was last asked for, and drawn, in
    [[nodiscard]] std::size_t buffer_bytes() const;
    [[nodiscard]] std::size_t texture_bytes() const;
};

/// The level's buffers, or null while other threads make them ready.
[[nodiscard]] const std::vector<GlClass>* ready_detail(GlLayer& layer, const LayerPointer& shown, std::size_t detail,
                                                       Preparing preparing);
[[nodiscard]] GlLayer make_layer(const LayerPointer& layer);
/// The tile on the device, uploaded when it is not there yet.
[[nodiscard]] GlTile& tile_of(GlLayer& layer, const Grid<float>& grid, TileAt at);

}  // namespace lykta::viewer
