#include "viewer/render/gl_layer.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "core/parallel.hpp"

namespace lykta::viewer {

namespace {

constexpr int image_tile = 2048;
constexpr std::size_t little_effort = 10000;  // some 6 ms

template <class T>
Buffer buffer_of(const std::vector<T>& content) {
    return content.empty() ? Buffer{} : make_buffer(std::as_bytes(std::span(content)));
}

/// One attribute, number 0, of `floats` floats from a packed buffer.
VertexArray array_of(const Buffer& buffer, GLint floats) {
    if (buffer.bytes == 0) return {};
    VertexArray array = make_vertex_array();
    glBindVertexArray(array.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id.name());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, floats, GL_FLOAT, GL_FALSE, 0, nullptr);
    return array;
}

Texture corners_of(const Buffer& buffer) {
    return buffer.bytes == 0 ? Texture{} : make_buffer_texture(buffer);
}

GlAreas uploaded(const AreaMesh& mesh) {
    GlAreas areas{.vertices = buffer_of(mesh.vertices),
                  .indices = buffer_of(mesh.indices),
                  .corners = buffer_of(mesh.corners),
                  .dots = buffer_of(mesh.dots)};
    areas.fill = array_of(areas.vertices, 2);
    if (areas.indices.bytes > 0) glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, areas.indices.id.name());
    areas.dot = array_of(areas.dots, 3);
    areas.corner_texture = corners_of(areas.corners);
    areas.chunks = mesh.chunks;
    return areas;
}

GlScale scale_of(const ColourScale& scale) {
    const ColourTable table = table_of(scale);
    std::vector<std::uint8_t> texels;
    for (const Rgba c : table.colours) {
        const auto times_alpha = [&](std::uint8_t v) { return static_cast<std::uint8_t>((v * c.a + 127) / 255); };
        texels.insert(texels.end(), {times_alpha(c.r), times_alpha(c.g), times_alpha(c.b), c.a});
    }
    if (texels.empty()) texels.assign(4, 0);
    const bool is_smooth = scale.kind != ColourScale::Kind::classes;
    return {.table = make_colour_texture(static_cast<int>(texels.size() / 4), 1, texels,
                                         is_smooth ? Sampling::linear : Sampling::nearest),
            .low = static_cast<float>(table.low),
            .high = static_cast<float>(table.high),
            .is_log = table.log,
            .below = scale.below};
}

struct PixelBox {
    int left = 0, top = 0, width = 0, height = 0;
};

std::vector<std::uint8_t> premultiplied(const RasterImage& image, const PixelBox& part) {
    const auto width = static_cast<std::size_t>(part.width);
    std::vector<std::uint8_t> texels(4 * width * static_cast<std::size_t>(part.height));
    parallel_blocks(static_cast<std::size_t>(part.height), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const std::size_t from =
                (static_cast<std::size_t>(part.top) + row) * static_cast<std::size_t>(image.width) +
                static_cast<std::size_t>(part.left);
            for (std::size_t i = 0; i < width; ++i) {
                const std::uint8_t* pixel = &image.rgba[4 * (from + i)];
                std::uint8_t* texel = &texels[4 * (row * width + i)];
                for (int c = 0; c < 3; ++c) texel[c] = static_cast<std::uint8_t>((pixel[c] * pixel[3] + 127) / 255);
                texel[3] = pixel[3];
            }
        }
    });
    return texels;
}

GlTile image_part(const RasterImage& image, const PixelBox& part, Point origin) {
    const double across = image.box.width() / image.width, down = image.box.height() / image.height;
    GlTile tile{.columns = part.width, .rows = part.height};
    tile.texture = make_colour_texture(part.width, part.height, premultiplied(image, part), Sampling::mipmaps);
    tile.box = moved_from({image.box.min_x + part.left * across, image.box.max_y - (part.top + part.height) * down,
                           image.box.min_x + (part.left + part.width) * across, image.box.max_y - part.top * down},
                          origin);
    return tile;
}

std::vector<GlTile> image_tiles(const RasterImage& image, Point origin) {
    std::vector<GlTile> tiles;
    const std::size_t bytes = 4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (image.rgba.size() < bytes) return tiles;
    for (int top = 0; top < image.height; top += image_tile)
        for (int left = 0; left < image.width; left += image_tile)
            tiles.push_back(image_part(
                image, {left, top, std::min(image_tile, image.width - left), std::min(image_tile, image.height - top)},
                origin));
    return tiles;
}

std::vector<GlClass> uploaded(const std::vector<ClassMesh>& meshes) {
    std::vector<GlClass> classes;
    for (const ClassMesh& mesh : meshes) {
        GlClass made;
        made.areas = uploaded(mesh.areas);
        made.lines.corners = buffer_of(mesh.lines.corners);
        made.lines.corner_texture = corners_of(made.lines.corners);
        made.lines.chunks = mesh.lines.chunks;
        made.points.points = buffer_of(mesh.points.points);
        made.points.array = array_of(made.points.points, 4);
        made.points.chunks = mesh.points.chunks;
        made.points.finest_m = mesh.points.finest_m;
        classes.push_back(std::move(made));
    }
    return classes;
}

/// About how long a level takes to make ready, in features of a point's worth.
std::size_t effort_of(const Detail& detail) {
    return 20 * detail.areas.size() + 3 * detail.lines.size() + detail.points.size();
}

}  // namespace

const std::vector<GlClass>* ready_detail(GlLayer& layer, const LayerPointer& shown, std::size_t detail,
                                         Preparing preparing) {
    auto& ready = layer.details[detail];
    if (ready) return &*ready;
    auto& pending = layer.pending[detail];
    const auto make = [shown, detail, origin = layer.origin] {
        return mesh_of(shown->details[detail], shown->classes.size(), origin);
    };
    if (preparing == Preparing::at_once || effort_of(shown->details[detail]) < little_effort) {
        ready = uploaded(pending.valid() ? pending.get() : make());
        return &*ready;
    }
    if (!pending.valid()) pending = std::async(std::launch::async, make);
    if (pending.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return nullptr;
    ready = uploaded(pending.get());
    return &*ready;
}

GlLayer make_layer(const LayerPointer& layer) {
    GlLayer made;
    made.layer = layer;
    const Box box = box_of(*layer);
    if (!box.empty()) made.origin = {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
    made.details.resize(layer->details.size());
    made.pending.resize(layer->details.size());
    if (layer->values)
        made.raster.emplace(GlRaster{.levels = RasterLevels(layer->values->grid),
                                     .day = scale_of(layer->values->day),
                                     .night = scale_of(layer->values->night)});
    if (layer->image) made.image = image_tiles(*layer->image, made.origin);
    return made;
}

GlTile& tile_of(GlLayer& layer, const Grid<float>& grid, TileAt at) {
    const auto [found, is_new] = layer.raster->tiles.try_emplace(at);
    if (!is_new) return found->second;
    const RasterTile tile = layer.raster->levels.tile(grid, at);
    found->second = {.texture = make_float_texture(tile.width, tile.height, tile.values),
                     .box = moved_from(tile.box, layer.origin),
                     .rim_left = tile.rim_left,
                     .rim_below = tile.rim_below,
                     .columns = tile.columns,
                     .rows = tile.rows};
    return found->second;
}

std::size_t GlLayer::buffer_bytes() const {
    std::size_t bytes = 0;
    for (const auto& detail : details)
        if (detail)
            for (const GlClass& c : *detail)
                bytes += c.areas.vertices.bytes + c.areas.indices.bytes + c.areas.corners.bytes + c.areas.dots.bytes +
                         c.lines.corners.bytes + c.points.points.bytes;
    return bytes;
}

std::size_t GlLayer::texture_bytes() const {
    std::size_t bytes = 0;
    for (const GlTile& tile : image) bytes += tile.texture.bytes;
    if (!raster) return bytes;
    bytes += raster->day.table.bytes + raster->night.table.bytes;
    for (const auto& [at, tile] : raster->tiles) bytes += tile.texture.bytes;
    return bytes;
}

}  // namespace lykta::viewer
