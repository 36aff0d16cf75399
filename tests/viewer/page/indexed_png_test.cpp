// A picture of few colours: read back by whoever reads PNG, each dot in its nearest colour.
#include "viewer/page/indexed_png.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace lykta::viewer {
namespace {

struct Reader {
    const std::string& bytes;
    std::size_t at = 0;
};

cairo_status_t read_some(void* reader, unsigned char* into, unsigned int length) {
    auto& from = *static_cast<Reader*>(reader);
    if (from.at + length > from.bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(into, from.bytes.data() + from.at, length);
    from.at += length;
    return CAIRO_STATUS_SUCCESS;
}

TEST(IndexedPng, every_dot_comes_back_in_its_nearest_colour) {
    const std::vector<std::uint32_t> dots{0x000000, 0xFFFFFF, 0xFE0402, 0x0000FF, 0x101010, 0xF0F0F0};
    const auto png = indexed_png(dots, 3, {rgba("#000000"), rgba("#ffffff"), rgba("#ff0000"), rgba("#0000ff")});
    Reader reader{png};
    auto* surface = cairo_image_surface_create_from_png_stream(read_some, &reader);
    ASSERT_EQ(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    ASSERT_EQ(cairo_image_surface_get_width(surface), 3);
    ASSERT_EQ(cairo_image_surface_get_height(surface), 2);
    std::vector<std::uint32_t> found;
    for (int row = 0; row < 2; ++row) {
        const auto* line = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface) +
                                                                  row * cairo_image_surface_get_stride(surface));
        for (int column = 0; column < 3; ++column) found.push_back(line[column] & 0xFFFFFFU);
    }
    cairo_surface_destroy(surface);
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0x000000, 0xFFFFFF, 0xFF0000, 0x0000FF, 0x000000, 0xFFFFFF}));
}

}  // namespace
}  // namespace lykta::viewer
