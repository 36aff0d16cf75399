// Edge-corrected event weights.
#include "statistics/event_weights.hpp"

#include <cassert>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"

namespace lykta::statistics {

void check_options(const IntensityOptions& options, const MultiPolygon* window) {
    if (!(options.bandwidth.value > 0.0)) {
        throw Error(ErrorCode::bad_option, say("bandwidth {} m: it must be greater than 0", options.bandwidth.value));
    }
    if (options.edge != EdgeCorrection::none && window == nullptr) {
        throw Error(ErrorCode::bad_option, say("an edge correction needs the window where events could have been "
                                               "recorded; give one, or choose no edge correction"));
    }
}

std::unique_ptr<const WindowMass> window_mass_if_needed(const MultiPolygon* window, const IntensityOptions& options) {
    if (options.edge == EdgeCorrection::none) return nullptr;
    return std::make_unique<const WindowMass>(*window, options);
}

std::vector<double> weights_for_edges(std::span<const Point> points, std::span<const double> weights,
                                      const WindowMass* mass, EdgeCorrection edge) {
    assert(weights.empty() || weights.size() == points.size());
    std::vector<double> result(points.size(), 1.0);
    if (!weights.empty()) result.assign(weights.begin(), weights.end());
    if (mass == nullptr) return result;
    parallel_blocks(points.size(), 1024, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const WindowMass::Mass m = mass->at(points[i]);
            if (!m.inside || !(m.value > 0.0)) {
                result[i] = 0.0;
            } else if (edge == EdgeCorrection::per_event) {
                result[i] /= m.value;
            }
        }
    });
    return result;
}

}  // namespace lykta::statistics
