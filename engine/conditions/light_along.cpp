// Streets cut into stretches, each compared with the light it should have.
#include <algorithm>
#include <cmath>

#include "conditions/lighting_class.hpp"
#include "conditions/stretches.hpp"
#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::conditions {

namespace {

const LightingClass& class_of(const layers::Street& street, const StretchOptions& options) {
    const LightingClass* own = find_lighting_class(street.lighting_class);
    if (own != nullptr) return *own;
    const std::string& name = street.footpath ? options.default_footpath : options.default_street;
    const LightingClass* fallback = find_lighting_class(name);
    if (fallback == nullptr) {
        throw Error(ErrorCode::bad_option, say("\"{}\" is not a lighting class; choose one of P1–P6 or C0–C5", name));
    }
    return *fallback;
}

/// Average and minimum of a stretch's samples against its class.
void judge(StretchLight& stretch, const LightingClass& wanted, std::span<const double> lux) {
    double sum = 0.0, least = HUGE_VAL;
    for (const double e : lux) {
        sum += e;
        least = std::min(least, e);
    }
    stretch.average = {sum / static_cast<double>(lux.size())};
    stretch.minimum = {least};
    stretch.target = wanted.average;
    stretch.wanted_class = wanted.name;
    stretch.deficit_share = std::max(0.0, 1.0 - stretch.average.value / wanted.average.value);
    stretch.below_class = !meets(wanted, stretch.average, stretch.minimum);
}

}  // namespace

std::vector<StretchLight> light_along(const layers::StreetLayer& streets, std::span<const Luminaire> luminaires,
                                      const StretchOptions& options, const LightOptions& light) {
    std::vector<StretchLight> stretches;
    std::vector<Point> samples;
    std::vector<std::size_t> first_sample;
    for (std::uint32_t s = 0; s < streets.streets.size(); ++s) {
        for (auto& piece : cut_into_stretches(streets.streets[s].line, options.length)) {
            StretchLight stretch;
            stretch.street = s;
            stretch.from_m = piece.from_m;
            stretch.to_m = piece.to_m;
            stretch.line = std::move(piece.line);
            first_sample.push_back(samples.size());
            for (const Point p : points_along(stretch.line, options.step)) samples.push_back(p);
            stretches.push_back(std::move(stretch));
        }
    }
    first_sample.push_back(samples.size());
    const std::vector<double> lux = illuminance_at(samples, luminaires, light);
    for (std::size_t k = 0; k < stretches.size(); ++k) {
        const std::size_t first = first_sample[k], count = first_sample[k + 1] - first;
        judge(stretches[k], class_of(streets.streets[stretches[k].street], options),
              std::span(lux).subspan(first, count));
    }
    return stretches;
}

}  // namespace lykta::conditions
