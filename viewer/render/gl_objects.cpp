#include "viewer/render/gl_objects.hpp"

#include <array>

#include "core/error.hpp"

namespace lykta::viewer {

void delete_buffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
void delete_texture(GLuint name) {
    glDeleteTextures(1, &name);
}
void delete_vertex_array(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
void delete_framebuffer(GLuint name) {
    glDeleteFramebuffers(1, &name);
}
void delete_program(GLuint name) {
    glDeleteProgram(name);
}

namespace {

Owned<delete_texture> new_texture(GLenum target) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(target, name);
    return Owned<delete_texture>(name);
}

void set_sampling(GLint nearer, GLint farther) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, nearer);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, farther);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

GLuint compiled(GLenum kind, const std::string& source) {
    const GLuint shader = glCreateShader(kind);
    const char* text = source.c_str();
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint is_fine = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &is_fine);
    if (is_fine != 0) return shader;
    std::array<char, 2048> log{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
    glDeleteShader(shader);
    throw Error(ErrorCode::internal, std::string("a shader is refused by the graphics driver: ") + log.data());
}

}  // namespace

Buffer make_buffer(std::span<const std::byte> content) {
    GLuint name = 0;
    glGenBuffers(1, &name);
    glBindBuffer(GL_ARRAY_BUFFER, name);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(content.size()), content.data(), GL_STATIC_DRAW);
    return {Owned<delete_buffer>(name), content.size()};
}

VertexArray make_vertex_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

Texture make_float_texture(int width, int height, std::span<const float> values) {
    Texture texture{new_texture(GL_TEXTURE_2D), values.size_bytes()};
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, width, height, 0, GL_RED, GL_FLOAT, values.data());
    set_sampling(GL_NEAREST, GL_NEAREST);
    return texture;
}

Texture make_colour_texture(int width, int height, std::span<const std::uint8_t> rgba, Sampling sampling) {
    Texture texture{new_texture(GL_TEXTURE_2D), rgba.size()};
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    if (sampling == Sampling::mipmaps) {
        glGenerateMipmap(GL_TEXTURE_2D);
        texture.bytes += texture.bytes / 3;
        set_sampling(GL_LINEAR, GL_LINEAR_MIPMAP_LINEAR);
    } else {
        const GLint filter = sampling == Sampling::linear ? GL_LINEAR : GL_NEAREST;
        set_sampling(filter, filter);
    }
    return texture;
}

Texture make_buffer_texture(const Buffer& buffer) {
    Texture texture{new_texture(GL_TEXTURE_BUFFER), 0};
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, buffer.id.name());
    return texture;
}

Target make_target(int width, int height) {
    Target target{.width = width, .height = height};
    target.colour = {new_texture(GL_TEXTURE_2D),
                     4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height)};
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    set_sampling(GL_NEAREST, GL_NEAREST);
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    target.framebuffer = Owned<delete_framebuffer>(name);
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.colour.id.name(), 0);
    return target;
}

Program::Program(const std::string& vertex, const std::string& fragment) : m_id(glCreateProgram()) {
    const GLuint program = m_id.name();
    for (const GLuint shader : {compiled(GL_VERTEX_SHADER, vertex), compiled(GL_FRAGMENT_SHADER, fragment)}) {
        glAttachShader(program, shader);
        glDeleteShader(shader);  // freed with the program
    }
    glLinkProgram(program);
    GLint is_fine = 0, count = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &is_fine);
    std::array<char, 2048> text{};
    if (is_fine == 0) {
        glGetProgramInfoLog(program, static_cast<GLsizei>(text.size()), nullptr, text.data());
        throw Error(ErrorCode::internal, std::string("shaders are refused by the graphics driver: ") + text.data());
    }
    glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &count);
    for (GLint i = 0; i < count; ++i) {
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(program, static_cast<GLuint>(i), static_cast<GLsizei>(text.size()), nullptr, &size, &type,
                           text.data());
        m_uniforms.emplace_back(text.data(), glGetUniformLocation(program, text.data()));
    }
}

GLint Program::at(std::string_view uniform) const {
    for (const auto& [name, location] : m_uniforms)
        if (name == uniform) return location;
    return -1;
}

}  // namespace lykta::viewer
