#include "viewer/map/colour.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace lykta::viewer {

namespace {

struct Linear {
    double r = 0, g = 0, b = 0;
};
struct OkLab {
    double l = 0, a = 0, b = 0;
};

double to_linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t to_channel(double linear) {
    const double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::clamp(c, 0.0, 1.0) * 255));
}

Linear linear_of(Rgba c) {
    return {to_linear(c.r), to_linear(c.g), to_linear(c.b)};
}

/// Matrices of Ottosson (2020), "A perceptual color space for image processing".
OkLab oklab_of(Rgba colour) {
    const auto [r, g, b] = linear_of(colour);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Rgba rgba_of(const OkLab& lab, double alpha) {
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return {to_channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            to_channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            to_channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
            static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0, 255.0)))};
}

std::uint8_t hex_byte(std::string_view hex, std::size_t at) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; };
    return static_cast<std::uint8_t>(digit(hex[at]) * 16 + digit(hex[at + 1]));
}

std::vector<Rgba> ramp_of(std::initializer_list<const char*> through, int count) {
    std::vector<Rgba> colours;
    for (const char* hex : through) colours.push_back(rgba(hex));
    return ramp(colours, count);
}

}  // namespace

Rgba rgba(std::string_view hex) {
    assert(hex.size() == 7 || hex.size() == 9);
    return {hex_byte(hex, 1), hex_byte(hex, 3), hex_byte(hex, 5),
            hex.size() == 9 ? hex_byte(hex, 7) : std::uint8_t{255}};
}

Rgba with_alpha(Rgba colour, double share) {
    colour.a = static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
    return colour;
}

double lightness(Rgba colour) {
    const auto [r, g, b] = linear_of(colour);
    const double y = 0.2126 * r + 0.7152 * g + 0.0722 * b;  // relative luminance, sRGB primaries
    return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

Rgba blended(Rgba a, Rgba b, double t) {
    const auto p = oklab_of(a), q = oklab_of(b);
    const double u = std::clamp(t, 0.0, 1.0);
    if (u <= 0) return a;
    if (u >= 1) return b;
    return rgba_of({p.l + (q.l - p.l) * u, p.a + (q.a - p.a) * u, p.b + (q.b - p.b) * u}, a.a + (b.a - a.a) * u);
}

std::vector<Rgba> ramp(const std::vector<Rgba>& through, int count) {
    assert(count >= 2 && through.size() >= 2);
    std::vector<Rgba> colours;
    for (int i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / (count - 1) * static_cast<double>(through.size() - 1);
        const auto leg = std::min(static_cast<std::size_t>(at), through.size() - 2);
        colours.push_back(blended(through[leg], through[leg + 1], at - static_cast<double>(leg)));
    }
    return colours;
}

std::vector<Rgba> intensity_ramp(int count) {
    return ramp_of({"#f3e3ee", "#dcb8d3", "#b873a8", "#7d2f70", "#3b0d3d"}, count);
}

std::vector<Rgba> illuminance_ramp(int count) {
    return ramp_of({"#0b1437", "#3b2f6b", "#8a4a6b", "#d98b4a", "#f7cf7a", "#fffbe6"}, count);
}

std::vector<Rgba> height_ramp(int count) {
    return ramp_of({"#dcebcb", "#a9cf94", "#6aa564", "#2f6f45", "#143d2c"}, count);
}

std::vector<Rgba> change_ramp(int count) {
    return ramp_of({"#1f4e8c", "#7fa8d6", "#f5f3ee", "#e9a35c", "#9c4a06"}, count);
}

Rgba ColourScale::at(double value) const {
    if (std::isnan(value) || stops.empty()) return {};
    if (value < stops.front()) return below;
    const auto upper = std::upper_bound(stops.begin(), stops.end(), value) - stops.begin();
    const auto at = static_cast<std::size_t>(upper) - 1;
    if (kind == Kind::classes || at + 1 >= stops.size()) return colours[at];
    const double from = stops[at], to = stops[at + 1];
    const double t = kind == Kind::log ? std::log(value / from) / std::log(to / from) : (value - from) / (to - from);
    return blended(colours[at], colours[at + 1], t);
}

ColourTable table_of(const ColourScale& scale) {
    ColourTable table;
    if (scale.stops.empty()) return table;
    const double first = scale.stops.front(), last = scale.stops.back();
    table.log = scale.kind == ColourScale::Kind::log;
    // A margin above the last stop holds its colour; values under the first stop fall outside the table.
    table.low = first;
    table.high = last > first ? last : first + 1;
    if (scale.kind == ColourScale::Kind::classes) table.high += (table.high - table.low) / (table_size - 2);
    table.colours.reserve(table_size);
    for (int i = 0; i < table_size; ++i) {
        const double t = static_cast<double>(i) / (table_size - 1);
        const double value =
            table.log ? table.low * std::pow(table.high / table.low, t) : table.low + (table.high - table.low) * t;
        table.colours.push_back(scale.at(std::max(value, first)));
    }
    return table;
}

}  // namespace lykta::viewer
