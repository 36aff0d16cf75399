// Colours of the map: plain values, perceptual ramps whose lightness only rises or only falls (so they hold in grey and
// for colour-blind eyes), and scales from a value with a unit to a colour.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::viewer {

/// Straight (not premultiplied) sRGB.
struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 0;
    bool operator==(const Rgba&) const = default;
};
/// "#rrggbb" or "#rrggbbaa". \pre well formed
[[nodiscard]] Rgba rgba(std::string_view hex);
[[nodiscard]] Rgba with_alpha(Rgba colour, double share);  ///< 0 … 1
/// Perceptual lightness, 0 black … 100 white (CIE L*).
[[nodiscard]] double lightness(Rgba colour);
/// Between two colours in OKLab (Ottosson 2020): even steps look even. t in 0 … 1
[[nodiscard]] Rgba blended(Rgba a, Rgba b, double t);

/// A value's way to a colour.
struct ColourScale {
    enum class Kind : std::uint8_t {
        classes,  ///< a colour per class, `stops` are the classes' lower ends
        linear,   ///< between stops, evenly
        log       ///< between stops, by the logarithm; stops > 0
    };
    Kind kind = Kind::classes;
    std::vector<double> stops;        ///< ascending, in `unit`
    std::vector<Rgba> colours;        ///< as many as stops; below the first stop: `below`
    Rgba below{};                     ///< alpha 0: not drawn
    std::vector<std::string> labels;  ///< one per stop, what the legend says; empty: the number
    std::string unit;

    [[nodiscard]] Rgba at(double value) const;  ///< NaN: transparent
};
/// `count` colours from first to last through OKLab. \pre count ≥ 2
[[nodiscard]] std::vector<Rgba> ramp(const std::vector<Rgba>& through, int count);

/// The ramps of the map, light to dark (intensity) and dark to light (light).
[[nodiscard]] std::vector<Rgba> intensity_ramp(int count);    ///< pale → purple: recorded incidents
[[nodiscard]] std::vector<Rgba> illuminance_ramp(int count);  ///< night blue → warm white: lux
[[nodiscard]] std::vector<Rgba> height_ramp(int count);       ///< pale → deep green
[[nodiscard]] std::vector<Rgba> change_ramp(int count);       ///< blue – white – orange, odd count: less … more

/// The scale as a table over its span, for a texture: entry i stands for span_value(scale, i / (size − 1)).
constexpr int table_size = 1024;
struct ColourTable {
    double low = 0, high = 1;
    bool log = false;  ///< position in the table by the logarithm of the value
    std::vector<Rgba> colours;
};
[[nodiscard]] ColourTable table_of(const ColourScale& scale);

/// \correctness  tests/viewer/map/colour_test.cpp: hand values of L*; every ramp's lightness is monotone and its steps
/// are apart in grey and under simulated protanopia and deuteranopia; table_of agrees with at()
}  // namespace lykta::viewer
