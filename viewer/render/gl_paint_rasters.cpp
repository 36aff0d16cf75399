// Rasters on the target: tiles in view at a fitting fineness, coloured by table; and images.
#include <cmath>

#include "viewer/render/gl_paint_common.hpp"
#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

namespace {

void set_extent(const Program& program, const Box& box) {
    glUniform4f(program.at("extent"), static_cast<float>(box.min_x), static_cast<float>(box.min_y),
                static_cast<float>(box.max_x), static_cast<float>(box.max_y));
}

void set_scale(const Program& program, const GlScale& scale) {
    const double low = scale.is_log ? std::log(static_cast<double>(scale.low)) : scale.low;
    const double high = scale.is_log ? std::log(static_cast<double>(scale.high)) : scale.high;
    glUniform3f(program.at("span"), static_cast<float>(low), static_cast<float>(1 / (high - low)),
                scale.is_log ? 1.0F : 0.0F);
    set_colour(program.at("below"), scale.below);
    glUniform1i(program.at("cells"), 0);
    glUniform1i(program.at("table"), 1);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, scale.table.id.name());
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace

void Painter::draw_raster(GlLayer& layer, const MapLayer& shown, const LayerView& view, std::uint64_t frame) {
    const Grid<float>& grid = shown.values->grid;
    const GlScale& scale = view.night ? layer.raster->night : layer.raster->day;
    const Box seen = moved_from(view.extent, {-layer.origin.x, -layer.origin.y});
    const auto tiles = layer.raster->levels.seen(seen, view.metres_per_pixel);
    const bool is_enlarged = grid.frame.cell_size.value > view.metres_per_pixel;
    const Program& program = m_programs.of(is_enlarged ? Shader::raster_smooth : Shader::raster);
    use(program, view);
    set_scale(program, scale);
    glUniform1f(program.at("opacity"), m_opacity);
    for (const TileAt at : tiles) {
        GlTile& tile = tile_of(layer, grid, at);
        tile.seen = frame;
        set_extent(program, tile.box);
        glUniform4f(program.at("in_tile"), static_cast<float>(tile.rim_left), static_cast<float>(tile.rim_below),
                    static_cast<float>(tile.rim_left + tile.columns), static_cast<float>(tile.rim_below + tile.rows));
        glBindTexture(GL_TEXTURE_2D, tile.texture.id.name());
        glBindVertexArray(m_empty_array.name());
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
}

void Painter::draw_image(GlLayer& layer, const LayerView& view) {
    const Program& program = m_programs.of(Shader::image);
    use(program, view);
    glUniform1i(program.at("picture"), 0);
    glUniform1f(program.at("opacity"), m_opacity);
    glUniform4f(program.at("in_tile"), 0, 1, 1, 0);  // its rows run from the north
    glBindVertexArray(m_empty_array.name());
    for (const GlTile& tile : layer.image) {
        if (!overlap(tile.box, view.extent)) continue;
        set_extent(program, tile.box);
        glBindTexture(GL_TEXTURE_2D, tile.texture.id.name());
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
}

}  // namespace lykta::viewer
