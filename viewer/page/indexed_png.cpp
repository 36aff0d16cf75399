#include "viewer/page/indexed_png.hpp"

#include <zlib.h>

#include <array>
#include <limits>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/page/page_bytes.hpp"

namespace lykta::viewer {
namespace {

constexpr unsigned kept_bits = 6, steps = 1U << kept_bits;  // of a channel, when the nearest colour is looked up

std::uint8_t nearest(const std::vector<Rgba>& palette, std::array<int, 3> colour) {
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < palette.size(); ++i) {
        const int r = palette[i].r - colour[0], g = palette[i].g - colour[1], b = palette[i].b - colour[2];
        const int apart = 2 * r * r + 4 * g * g + 3 * b * b;  // about as the eye weighs them
        if (apart < least) least = apart, best = i;
    }
    return static_cast<std::uint8_t>(best);
}

/// Rows of palette numbers, each after a byte that says it is not filtered.
std::string rows_of(const std::vector<std::uint32_t>& dots, std::size_t width, const std::vector<Rgba>& palette) {
    std::vector<int> known(steps * steps * steps, -1);
    const auto number = [&](std::uint32_t dot) {
        const auto channel = [&](unsigned shift) { return (dot >> (shift + 8 - kept_bits)) & (steps - 1); };
        const auto r = channel(16), g = channel(8), b = channel(0);
        auto& found = known[(r * steps + g) * steps + b];
        const auto full = [](unsigned step) {
            return static_cast<int>(step << (8 - kept_bits) | step >> (2 * kept_bits - 8));
        };
        if (found < 0) found = nearest(palette, {full(r), full(g), full(b)});
        return static_cast<char>(found);
    };
    std::string rows;
    rows.reserve(dots.size() + dots.size() / width);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        if (i % width == 0) rows += '\0';
        rows += number(dots[i]);
    }
    return rows;
}

std::string compressed(const std::string& bytes) {
    uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    if (::compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                    static_cast<uLong>(bytes.size()), 6) != Z_OK)
        throw Error{ErrorCode::internal, tr("the picture cannot be compressed")};
    out.resize(size);
    return out;
}

}  // namespace

std::string indexed_png(const std::vector<std::uint32_t>& dots, int width, const std::vector<Rgba>& palette) {
    std::string colours;
    for (const auto& c : palette)
        for (const auto channel : {c.r, c.g, c.b}) colours += static_cast<char>(channel);
    const auto columns = static_cast<std::size_t>(width);
    const auto header = png_number(static_cast<std::uint32_t>(width)) +
                        png_number(static_cast<std::uint32_t>(dots.size() / columns)) +
                        std::string{"\x08\x03\0\0\0", 5};  // 8 bits, palette
    return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", header) + png_chunk("PLTE", colours) +
           png_chunk("IDAT", compressed(rows_of(dots, columns, palette))) + png_chunk("IEND", "");
}

}  // namespace lykta::viewer
