// OpenGL's objects with owners: buffers, textures, targets and programs that free themselves and know their size.
#pragma once
#include <epoxy/gl.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lykta::viewer {

/// A name given out by OpenGL, deleted with its owner. `Delete` takes the name.
template <void (*Delete)(GLuint)>
class Owned {
public:
    Owned() = default;
    explicit Owned(GLuint name) : m_name(name) {}
    Owned(Owned&& other) noexcept : m_name(std::exchange(other.m_name, 0U)) {}
    Owned& operator=(Owned&& other) noexcept {
        std::swap(m_name, other.m_name);
        return *this;
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        if (m_name != 0) Delete(m_name);
    }
    [[nodiscard]] GLuint name() const { return m_name; }

private:
    GLuint m_name = 0;
};
void delete_buffer(GLuint name);
void delete_texture(GLuint name);
void delete_vertex_array(GLuint name);
void delete_framebuffer(GLuint name);
void delete_program(GLuint name);

/// A buffer filled once.
struct Buffer {
    Owned<delete_buffer> id;
    std::size_t bytes = 0;
};
/// Uploaded through GL_ARRAY_BUFFER, whatever it is for: the current vertex array is left alone.
[[nodiscard]] Buffer make_buffer(std::span<const std::byte> content);

using VertexArray = Owned<delete_vertex_array>;
[[nodiscard]] VertexArray make_vertex_array();

/// A texture filled once; for a texture buffer its bytes are the buffer's.
struct Texture {
    Owned<delete_texture> id;
    std::size_t bytes = 0;
};
/// Values of a grid's rows, one float a cell; nearest, held to its edge.
[[nodiscard]] Texture make_float_texture(int width, int height, std::span<const float> values);
enum class Sampling { nearest, linear, mipmaps };
/// Premultiplied colours, four bytes a texel.
[[nodiscard]] Texture make_colour_texture(int width, int height, std::span<const std::uint8_t> rgba, Sampling sampling);
/// A buffer read by index as four floats.
[[nodiscard]] Texture make_buffer_texture(const Buffer& buffer);

/// A transparent picture to draw into and blend as one.
struct Target {
    Owned<delete_framebuffer> framebuffer;
    Texture colour;
    int width = 0, height = 0;
};
[[nodiscard]] Target make_target(int width, int height);

/// A linked program and where its uniforms are.
class Program {
public:
    /// \throws Error{internal} with the driver's words when a shader is refused
    Program(const std::string& vertex, const std::string& fragment);
    void use() const { glUseProgram(m_id.name()); }
    [[nodiscard]] GLint at(
        std::string_view uniform) const;  ///< −1: it has none of that name; setting that does nothing

private:
    Owned<delete_program> m_id;
    std::vector<std::pair<std::string, GLint>> m_uniforms;
};

}  // namespace lykta::viewer
