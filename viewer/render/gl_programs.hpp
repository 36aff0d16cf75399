// The shaders in shaders/, put together and compiled when first asked for.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "viewer/map/map_layer.hpp"
#include "viewer/render/gl_objects.hpp"

namespace lykta::viewer {

enum class Shader {
    area,
    area_hatched,
    dot,
    line,
    line_dashed,
    line_thin,
    line_thin_dashed,
    raster,
    raster_smooth,
    image,
    blend,
    moved,
    unmoved
};

class Programs {
public:
    [[nodiscard]] const Program& of(Shader shader);
    [[nodiscard]] const Program& of(Symbol symbol);

private:
    std::map<int, Program> m_made;
};

/// How far a symbol reaches from its point, in halves of its size.
[[nodiscard]] float reach_of(Symbol symbol);

}  // namespace lykta::viewer
