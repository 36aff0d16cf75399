// Illuminance as colours and words.
#include "outputs/lux_scale.hpp"

#include <cmath>

#include "core/language.hpp"

namespace lykta::outputs {

const std::vector<ColourStep>& lux_steps() {
    static const std::vector<ColourStep> steps{{0.0, "#0b1437"}, {0.4, "#233a78"},  {1.0, "#4a5fa5"},
                                               {2.0, "#8073ac"}, {3.0, "#b0719f"},  {5.0, "#dc7a78"},
                                               {7.5, "#f29e54"}, {10.0, "#f9c440"}, {15.0, "#fdf0a6"}};
    return steps;
}

const char* lux_colour(double lux) {
    const char* colour = lux_steps().front().colour;
    for (const auto& step : lux_steps())
        if (lux >= step.from) colour = step.colour;
    return colour;
}

std::string lux_step_label(std::size_t step) {
    const auto& steps = lux_steps();
    const auto text = [](double lux) { return number_text(lux, lux == std::floor(lux) ? 0 : 1); };
    if (step + 1 == steps.size()) return say("{} lx or more", text(steps[step].from));
    return say("{}–{} lx", text(steps[step].from), text(steps[step + 1].from));
}

}  // namespace lykta::outputs
