// The angle of a direction without branches, so that a whole row of them is computed at once.
#pragma once
#include <cmath>
#include <numbers>

namespace lykta::conditions {

/// atan(t) for 0 ≤ t ≤ 1: up to tan(π/8) a polynomial in t² interpolated at Chebyshev nodes, beyond by
/// atan(t) = π/4 + atan((t − 1)/(t + 1)). Relative error below 3e-16.
/// \correctness  std::atan2 over a million directions, tests/conditions/fast_angle_test.cpp
[[nodiscard]] inline double atan_of_unit(double t) {
    constexpr double tan_of_eighth = 0.41421356237309503;
    const bool far = t > tan_of_eighth;
    const double z = (far ? t - 1.0 : t) / (far ? t + 1.0 : 1.0), q = z * z;
    double p = 0.021135373157497122;
    p = p * q - 0.043480522156995764;
    p = p * q + 0.05688349226802793;
    p = p * q - 0.0664023393042813;
    p = p * q + 0.07689953496306697;
    p = p * q - 0.09090773074808402;
    p = p * q + 0.11111106180455944;
    p = p * q - 0.14285714180976467;
    p = p * q + 0.1999999999885511;
    p = p * q - 0.3333333333332844;
    p = p * q + 1.0;
    return (far ? std::numbers::pi / 4.0 : 0.0) + z * p;
}

/// std::atan2(y, x) in degrees, −180 … 180; 0 where both are 0.
[[nodiscard]] inline double degrees_of(double y, double x) {
    const double height = std::abs(y), width = std::abs(x);
    const double larger = height > width ? height : width, smaller = height > width ? width : height;
    const double first = atan_of_unit(smaller / (larger > 0.0 ? larger : 1.0));
    const double upper = height > width ? std::numbers::pi / 2.0 - first : first;
    const double whole = x < 0.0 ? std::numbers::pi - upper : upper;
    return (y < 0.0 ? -whole : whole) * (180.0 / std::numbers::pi);
}

}  // namespace lykta::conditions
