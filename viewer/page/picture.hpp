// A picture drawn with Cairo, as PNG bytes.
#pragma once
#include <cairo.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace lykta::viewer {

/// `width` and `height` in dots; `across` and `down` are what the drawing calls them.
struct PictureSize {
    int width = 0, height = 0;
    double across = 0, down = 0;
};
/// \throws std::bad_alloc where there is no memory for it
[[nodiscard]] std::string picture_png(const PictureSize& size, const std::function<void(cairo_t*)>& draw);
/// The same as colours, rows from the top: 0x00rrggbb.
[[nodiscard]] std::vector<std::uint32_t> picture_dots(const PictureSize& size,
                                                      const std::function<void(cairo_t*)>& draw);

/// Ends the drawing and lets go of both. \throws std::bad_alloc; Error{internal} what Cairo says
void finish_drawing(cairo_t* ink, cairo_surface_t* surface);
/// Cairo's way to hand over bytes: `bytes` is a std::string.
cairo_status_t append_bytes(void* bytes, const unsigned char* data, unsigned int length);

}  // namespace lykta::viewer
