// Quantities with a unit in the type: a length cannot be passed where an illuminance is asked for.
#pragma once
#include <compare>

namespace lykta {

/// A number with a unit. `value` is in the unit the alias names (Meters: m, Lux: lx …).
/// Adding, subtracting and scaling keep the unit; anything else takes `.value` and says what it means.
template <class Tag>
struct Quantity {
    double value = 0.0;

    constexpr auto operator<=>(const Quantity&) const = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator*(Quantity a, double k) { return {a.value * k}; }
    friend constexpr Quantity operator*(double k, Quantity a) { return {a.value * k}; }
    friend constexpr Quantity operator/(Quantity a, double k) { return {a.value / k}; }
};

using Meters = Quantity<struct MetersTag>;
using Hectares = Quantity<struct HectaresTag>;
using Lux = Quantity<struct LuxTag>;
using Lumens = Quantity<struct LumensTag>;
using Degrees = Quantity<struct DegreesTag>;
using Days = Quantity<struct DaysTag>;

inline namespace literals {
constexpr Meters operator""_m(long double v) {
    return {static_cast<double>(v)};
}
constexpr Meters operator""_m(unsigned long long v) {
    return {static_cast<double>(v)};
}
constexpr Lux operator""_lx(long double v) {
    return {static_cast<double>(v)};
}
constexpr Lux operator""_lx(unsigned long long v) {
    return {static_cast<double>(v)};
}
}  // namespace literals

constexpr double square_metres_per_hectare = 10'000.0;

}  // namespace lykta
