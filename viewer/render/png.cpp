// Pictures to and from PNG files (libpng), and how much two pictures differ.
#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

namespace {

/// libpng's simplified interface: one control block, freed whatever happens.
struct Control {
    png_image image{};
    Control() { image.version = PNG_IMAGE_VERSION; }
    ~Control() { png_image_free(&image); }
    Control(const Control&) = delete;
    Control& operator=(const Control&) = delete;
};

Error unreadable(const std::string& path, const char* reason) {
    return {ErrorCode::cannot_read,
            say("{}: cannot be read as a PNG picture ({}); export the picture again", path, reason)};
}

}  // namespace

void write_png(const Picture& picture, const std::string& path) {
    Control control;
    control.image.width = static_cast<png_uint_32>(picture.width);
    control.image.height = static_cast<png_uint_32>(picture.height);
    control.image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(control.image);
    std::string file(bytes, '\0');
    if (png_image_write_to_memory(&control.image, file.data(), &bytes, 0, picture.rgba.data(), 0, nullptr) == 0)
        throw Error(ErrorCode::cannot_write, say("{}: the picture cannot be written as PNG ({}); choose a smaller size",
                                                 path, control.image.message));
    file.resize(bytes);
    write_file_whole(path, file);
}

Picture read_png(const std::string& path) {
    const std::string file = read_file(path);
    Control control;
    if (png_image_begin_read_from_memory(&control.image, file.data(), file.size()) == 0)
        throw unreadable(path, control.image.message);
    control.image.format = PNG_FORMAT_RGBA;
    Picture picture{static_cast<int>(control.image.width), static_cast<int>(control.image.height), {}};
    picture.rgba.resize(PNG_IMAGE_SIZE(control.image));
    if (png_image_finish_read(&control.image, nullptr, picture.rgba.data(), 0, nullptr) == 0)
        throw unreadable(path, control.image.message);
    return picture;
}

double difference(const Picture& a, const Picture& b, int tolerance) {
    if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) return 1;
    const std::size_t pixels = a.rgba.size() / 4;
    if (pixels == 0) return 0;
    std::size_t apart = 0;
    for (std::size_t i = 0; i < pixels; ++i) {
        int most = 0;
        for (std::size_t channel = 4 * i; channel < 4 * i + 4; ++channel)
            most = std::max(most, std::abs(int{a.rgba[channel]} - int{b.rgba[channel]}));
        if (most > tolerance) ++apart;
    }
    return static_cast<double>(apart) / static_cast<double>(pixels);
}

}  // namespace lykta::viewer
