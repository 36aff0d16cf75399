#include "viewer/page/picture.hpp"

#include <new>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::viewer {

cairo_status_t append_bytes(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void finish_drawing(cairo_t* ink, cairo_surface_t* surface) {
    const auto drawn = cairo_status(ink);
    cairo_destroy(ink);
    cairo_surface_finish(surface);
    const auto finished = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    const auto status = drawn != CAIRO_STATUS_SUCCESS ? drawn : finished;
    if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc{};
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error{ErrorCode::internal, say("the page cannot be drawn: {}", cairo_status_to_string(status))};
}

std::string picture_png(const PictureSize& size, const std::function<void(cairo_t*)>& draw) {
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height);
    auto* ink = cairo_create(surface);
    cairo_scale(ink, size.width / size.across, size.height / size.down);
    draw(ink);
    std::string bytes;
    cairo_surface_flush(surface);
    const auto written = cairo_surface_write_to_png_stream(surface, append_bytes, &bytes);
    finish_drawing(ink, surface);
    if (written != CAIRO_STATUS_SUCCESS) throw std::bad_alloc{};
    return bytes;
}

std::vector<std::uint32_t> picture_dots(const PictureSize& size, const std::function<void(cairo_t*)>& draw) {
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height);
    auto* ink = cairo_create(surface);
    cairo_scale(ink, size.width / size.across, size.height / size.down);
    draw(ink);
    cairo_surface_flush(surface);
    std::vector<std::uint32_t> dots;
    if (const auto* bytes = cairo_image_surface_get_data(surface)) {
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        for (std::size_t row = 0; row < static_cast<std::size_t>(size.height); ++row) {
            const auto* line = reinterpret_cast<const std::uint32_t*>(bytes + row * stride);
            dots.insert(dots.end(), line, line + size.width);
        }
        for (auto& dot : dots) dot &= 0xFFFFFFU;
    }
    finish_drawing(ink, surface);
    return dots;
}

}  // namespace lykta::viewer
