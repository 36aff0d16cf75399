#include "viewer/render/gl_state.hpp"

#include <cstddef>

namespace lykta::viewer {

namespace {

constexpr std::array<GLenum, 6> blend_parts{GL_BLEND_SRC_RGB,   GL_BLEND_DST_RGB,      GL_BLEND_SRC_ALPHA,
                                            GL_BLEND_DST_ALPHA, GL_BLEND_EQUATION_RGB, GL_BLEND_EQUATION_ALPHA};

void set_switch(GLenum which, bool is_on) {
    if (is_on)
        glEnable(which);
    else
        glDisable(which);
}

GLenum as_enum(GLint value) {
    return static_cast<GLenum>(value);
}
GLuint as_name(GLint value) {
    return static_cast<GLuint>(value);
}

void start_drawing() {
    glEnable(GL_BLEND);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_PROGRAM_POINT_SIZE);
    for (const GLenum off : {GL_DEPTH_TEST, GL_CULL_FACE, GL_STENCIL_TEST, GL_MULTISAMPLE}) glDisable(off);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

}  // namespace

SavedState::SavedState() {
    for (std::size_t i = 0; i < switches.size(); ++i) m_switches[i] = glIsEnabled(switches[i]);
    for (std::size_t i = 0; i < blend_parts.size(); ++i) glGetIntegerv(blend_parts[i], &m_blend[i]);
    glGetIntegerv(GL_VIEWPORT, m_viewport.data());
    glGetIntegerv(GL_SCISSOR_BOX, m_scissor.data());
    glGetFloatv(GL_COLOR_CLEAR_VALUE, m_clear.data());
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &m_framebuffer);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &m_read_framebuffer);
    glGetIntegerv(GL_CURRENT_PROGRAM, &m_program);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &m_vertex_array);
    glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &m_array_buffer);
    glGetIntegerv(GL_UNPACK_ALIGNMENT, &m_alignment);
    glGetIntegerv(GL_ACTIVE_TEXTURE, &m_active_texture);
    for (std::size_t unit = 0; unit < 2; ++unit) {
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
        glGetIntegerv(GL_TEXTURE_BINDING_2D, &m_texture_2d[unit]);
        glGetIntegerv(GL_TEXTURE_BINDING_BUFFER, &m_texture_buffer[unit]);
        glGetIntegerv(GL_SAMPLER_BINDING, &m_samplers[unit]);
        glBindSampler(static_cast<GLuint>(unit), 0);
    }
    glActiveTexture(GL_TEXTURE0);
    start_drawing();
}

SavedState::~SavedState() {
    for (std::size_t unit = 0; unit < 2; ++unit) {
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
        glBindTexture(GL_TEXTURE_2D, as_name(m_texture_2d[unit]));
        glBindTexture(GL_TEXTURE_BUFFER, as_name(m_texture_buffer[unit]));
        glBindSampler(static_cast<GLuint>(unit), as_name(m_samplers[unit]));
    }
    glActiveTexture(as_enum(m_active_texture));
    glPixelStorei(GL_UNPACK_ALIGNMENT, m_alignment);
    glBindVertexArray(as_name(m_vertex_array));
    glBindBuffer(GL_ARRAY_BUFFER, as_name(m_array_buffer));
    glUseProgram(as_name(m_program));
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, as_name(m_framebuffer));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, as_name(m_read_framebuffer));
    glClearColor(m_clear[0], m_clear[1], m_clear[2], m_clear[3]);
    glViewport(m_viewport[0], m_viewport[1], m_viewport[2], m_viewport[3]);
    glScissor(m_scissor[0], m_scissor[1], m_scissor[2], m_scissor[3]);
    glBlendFuncSeparate(as_enum(m_blend[0]), as_enum(m_blend[1]), as_enum(m_blend[2]), as_enum(m_blend[3]));
    glBlendEquationSeparate(as_enum(m_blend[4]), as_enum(m_blend[5]));
    for (std::size_t i = 0; i < switches.size(); ++i) set_switch(switches[i], m_switches[i] != GL_FALSE);
}

}  // namespace lykta::viewer
