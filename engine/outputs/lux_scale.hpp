// Illuminance as colours, the same on every map: the steps are the averages of the lighting classes.
#pragma once
#include <string>
#include <vector>

namespace lykta::outputs {

/// A step of a colour scale: values from `from` up, until the next step's.
struct ColourStep {
    double from = 0.0;
    const char* colour = "";
};
/// Illuminance from dark to light, steps at the averages of P6 … P1: dark blue to pale yellow, told apart by
/// colour-blind eyes and in grey.
[[nodiscard]] const std::vector<ColourStep>& lux_steps();
[[nodiscard]] const char* lux_colour(double lux);
/// "0,4–1 lx", "15 lx or more"
[[nodiscard]] std::string lux_step_label(std::size_t step);

}  // namespace lykta::outputs
