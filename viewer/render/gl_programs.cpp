#include "viewer/render/gl_programs.hpp"

#include <fmt/format.h>

#include <string_view>

namespace lykta::embedded {
extern const std::string_view shader_view_vert, shader_area_vert, shader_area_frag, shader_dot_vert, shader_dot_frag,
    shader_line_vert, shader_line_frag, shader_point_vert, shader_point_frag, shader_raster_vert, shader_raster_frag,
    shader_image_frag, shader_blend_vert, shader_blend_frag, shader_moved_frag;
}

namespace lykta::viewer {

namespace {

struct Sources {
    std::string_view vertex, fragment;
    std::string defines;
};

Sources sources_of(Shader shader) {
    using namespace embedded;
    switch (shader) {
        case Shader::area:
            return {shader_area_vert, shader_area_frag, ""};
        case Shader::area_hatched:
            return {shader_area_vert, shader_area_frag, "#define HATCH\n"};
        case Shader::dot:
            return {shader_dot_vert, shader_dot_frag, ""};
        case Shader::line:
            return {shader_line_vert, shader_line_frag, ""};
        case Shader::line_dashed:
            return {shader_line_vert, shader_line_frag, "#define DASH\n"};
        case Shader::line_thin:
            return {shader_line_vert, shader_line_frag, "#define THIN\n"};
        case Shader::line_thin_dashed:
            return {shader_line_vert, shader_line_frag, "#define DASH\n#define THIN\n"};
        case Shader::raster:
            return {shader_raster_vert, shader_raster_frag, ""};
        case Shader::raster_smooth:
            return {shader_raster_vert, shader_raster_frag, "#define SMOOTH\n"};
        case Shader::image:
            return {shader_raster_vert, shader_image_frag, ""};
        case Shader::blend:
            return {shader_blend_vert, shader_blend_frag, ""};
        case Shader::moved:
            return {shader_blend_vert, shader_moved_frag, ""};
        case Shader::unmoved:
            return {shader_blend_vert, shader_moved_frag, "#define EXACT\n"};
    }
    return {};
}

Program built(const Sources& sources) {
    const std::string head = "#version 330 core\n" + sources.defines;
    return {head + std::string(embedded::shader_view_vert) + std::string(sources.vertex),
            head + std::string(sources.fragment)};
}

}  // namespace

float reach_of(Symbol symbol) {
    return symbol == Symbol::camera ? 1.2F : 1.0F;
}

const Program& Programs::of(Shader shader) {
    const int key = static_cast<int>(shader);
    if (const auto found = m_made.find(key); found != m_made.end()) return found->second;
    return m_made.emplace(key, built(sources_of(shader))).first->second;
}

const Program& Programs::of(Symbol symbol) {
    const int key = 1000 + static_cast<int>(symbol);
    if (const auto found = m_made.find(key); found != m_made.end()) return found->second;
    const std::string defines = fmt::format("#define SYMBOL {}\n#define REACH {:.1f}\n#define TURNS {}\n",
                                            static_cast<int>(symbol), reach_of(symbol), symbol == Symbol::camera);
    return m_made.emplace(key, built({embedded::shader_point_vert, embedded::shader_point_frag, defines}))
        .first->second;
}

}  // namespace lykta::viewer
