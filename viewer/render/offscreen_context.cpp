// OpenGL without a window or a display: an EGL context with no surface and a framebuffer of our own to draw into.
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <string_view>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

namespace {

Error no_graphics(const char* missing) {
    return {ErrorCode::bad_option,
            say("drawing without a window: {}; install Mesa's software renderer (apt install libegl1 libgl1-mesa-dri)",
                missing)};
}

bool has_extension(const char* list, std::string_view name) {
    return list != nullptr && std::string_view(list).find(name) != std::string_view::npos;
}

EGLDisplay started(EGLDisplay display) {
    return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE ? display : EGL_NO_DISPLAY;
}

/// The first graphics device that starts: a vendor's driver may offer devices and no surfaceless platform.
EGLDisplay device_display() {
    EGLDeviceEXT devices[16];
    EGLint count = 0;
    if (eglQueryDevicesEXT(16, devices, &count) != EGL_TRUE) return EGL_NO_DISPLAY;
    for (EGLint i = 0; i < count; ++i)
        if (const EGLDisplay display = started(eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr)))
            return display;
    return EGL_NO_DISPLAY;
}

EGLDisplay open_display() {
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    EGLDisplay display = EGL_NO_DISPLAY;
    if (has_extension(extensions, "EGL_MESA_platform_surfaceless"))
        display = started(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    if (display == EGL_NO_DISPLAY && has_extension(extensions, "EGL_EXT_device_enumeration"))
        display = device_display();
    if (display == EGL_NO_DISPLAY) display = started(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    if (display == EGL_NO_DISPLAY) throw no_graphics(tr("no EGL display could be opened"));
    return display;
}

EGLContext open_context(EGLDisplay display) {
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) throw no_graphics(tr("this EGL has no desktop OpenGL"));
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    // Without a config at all (EGL_KHR_no_config_context) a surfaceless display still serves.
    if (eglChooseConfig(display, wanted, &config, 1, &count) != EGL_TRUE || count == 0) config = nullptr;
    const EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
    if (context == EGL_NO_CONTEXT) throw no_graphics(tr("no context of OpenGL 3.3 core could be made"));
    return context;
}

}  // namespace

struct OffscreenContext::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint framebuffer = 0, colour = 0;

    State() : display(open_display()) {
        try {
            context = open_context(display);
            if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE)
                throw no_graphics(tr("its context cannot be used without a surface"));
        } catch (...) {
            close();
            throw;
        }
        glGenFramebuffers(1, &framebuffer);
        glGenRenderbuffers(1, &colour);
    }
    ~State() {
        if (eglGetCurrentContext() == context) {
            glDeleteFramebuffers(1, &framebuffer);
            glDeleteRenderbuffers(1, &colour);
        }
        close();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// The display itself stays open: EGL shares it within the process, and another context may be using it.
    void close() {
        if (context == EGL_NO_CONTEXT) return;
        if (eglGetCurrentContext() == context) eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
        context = EGL_NO_CONTEXT;
    }
};

OffscreenContext::OffscreenContext(int width, int height) : m_state(std::make_unique<State>()) {
    resize(width, height);
}
OffscreenContext::~OffscreenContext() = default;

void OffscreenContext::resize(int width, int height) {
    bind();
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    if (width < 1 || height < 1 || width > most || height > most)
        throw Error(ErrorCode::bad_option,
                    say("a picture of {} × {} pixels cannot be drawn; choose sides of 1 to {}", width, height, most));
    glBindRenderbuffer(GL_RENDERBUFFER, m_state->colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, m_state->colour);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        throw no_graphics(tr("its target is refused by the driver"));
    glViewport(0, 0, width, height);
}

void OffscreenContext::bind() {
    eglMakeCurrent(m_state->display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_state->context);
    glBindFramebuffer(GL_FRAMEBUFFER, m_state->framebuffer);
}

}  // namespace lykta::viewer
