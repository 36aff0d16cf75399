// Kernel constants and values.
#include "statistics/kernel.hpp"

#include <cmath>
#include <numbers>

namespace lykta::statistics {

double kernel_reach(Kernel kernel) {
    return kernel == Kernel::gaussian ? 7.5 : 1.0;
}

double kernel_peak(Kernel kernel) {
    using std::numbers::inv_pi;
    switch (kernel) {
        case Kernel::uniform:
            return inv_pi;
        case Kernel::triangular:
        case Kernel::quartic:
            return 3.0 * inv_pi;
        case Kernel::epanechnikov:
            return 2.0 * inv_pi;
        case Kernel::triweight:
            return 4.0 * inv_pi;
        case Kernel::gaussian:
            return inv_pi / 2.0;
    }
    return 0.0;
}

double kernel_value(Kernel kernel, double squared) {
    if (kernel == Kernel::gaussian) return kernel_peak(kernel) * std::exp(-squared / 2.0);
    if (!(squared <= 1.0)) return 0.0;
    const double v = 1.0 - squared;
    switch (kernel) {
        case Kernel::triangular:
            return kernel_peak(kernel) * (1.0 - std::sqrt(squared));
        case Kernel::epanechnikov:
            return kernel_peak(kernel) * v;
        case Kernel::quartic:
            return kernel_peak(kernel) * v * v;
        case Kernel::triweight:
            return kernel_peak(kernel) * v * v * v;
        default:
            return kernel_peak(kernel);
    }
}

}  // namespace lykta::statistics
