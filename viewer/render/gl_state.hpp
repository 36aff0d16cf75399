// The state of OpenGL that the map changes, put back afterwards: the window's own drawing goes on as if nothing was.
#pragma once
#include <epoxy/gl.h>

#include <array>

namespace lykta::viewer {

class SavedState {
public:
    SavedState();   ///< remembers, and sets what drawing the map starts from: premultiplied blending, no depth, scissor
    ~SavedState();  ///< puts back
    SavedState(const SavedState&) = delete;
    SavedState& operator=(const SavedState&) = delete;
    [[nodiscard]] GLuint framebuffer() const { return static_cast<GLuint>(m_framebuffer); }

private:
    static constexpr std::array<GLenum, 7> switches{
        GL_BLEND, GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_CULL_FACE, GL_STENCIL_TEST, GL_MULTISAMPLE, GL_PROGRAM_POINT_SIZE};
    std::array<GLboolean, switches.size()> m_switches{};
    std::array<GLint, 6> m_blend{};  // sources and destinations of colour and alpha, then the two equations
    std::array<GLint, 4> m_viewport{}, m_scissor{};
    std::array<GLint, 2> m_texture_2d{}, m_texture_buffer{};
    std::array<GLfloat, 4> m_clear{};
    GLint m_framebuffer = 0, m_read_framebuffer = 0, m_program = 0, m_vertex_array = 0, m_array_buffer = 0;
    GLint m_active_texture = 0, m_alignment = 0, m_samplers[2] = {0, 0};
};

}  // namespace lykta::viewer
