// Streets cut into stretches, each compared with the light it should have, and what is wrong where it falls short.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include "conditions/light_samples.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/stretches.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

/// Average and minimum of some samples.
struct Summary {
    Lux average, minimum;
};

Summary summary_of(const std::vector<StretchSample>& samples, double StretchSample::*lux) {
    double sum = 0.0, least = HUGE_VAL;
    for (const auto& sample : samples) {
        sum += sample.*lux;
        least = std::min(least, sample.*lux);
    }
    return {{sum / static_cast<double>(samples.size())}, {least}};
}

const LightingClass& default_class(const std::string& name) {
    const LightingClass* found = find_lighting_class(name);
    if (found != nullptr) return *found;
    throw Error(ErrorCode::bad_option, say("\"{}\" is not a lighting class; choose one of P1–P6 or C0–C5", name));
}

/// The class of every street, and the words that are none.
std::vector<const LightingClass*> classes_of(const layers::StreetLayer& streets, const StretchOptions& options,
                                             std::vector<UnknownClass>& unknown) {
    const LightingClass &street_default = default_class(options.default_street),
                        &footpath_default = default_class(options.default_footpath);
    std::vector<const LightingClass*> classes;
    std::map<std::string, UnknownClass> words;
    for (const layers::Street& street : streets.streets) {
        const LightingClass* own = find_lighting_class(street.lighting_class);
        if (own == nullptr && !street.lighting_class.empty()) {
            UnknownClass& word = words[street.lighting_class];
            word.word = street.lighting_class;
            word.streets += 1;
            word.length_m += length(street.line);
        }
        classes.push_back(own != nullptr ? own : street.footpath ? &footpath_default : &street_default);
    }
    for (auto& [_, word] : words) unknown.push_back(word);
    return classes;
}

LightCause cause_of(const std::vector<StretchSample>& samples, const LightingClass& wanted) {
    const Summary repaired = summary_of(samples, &StretchSample::with_outages_lit);
    if (meets(wanted, repaired.average, repaired.minimum)) return LightCause::outage;
    const Summary cleared = summary_of(samples, &StretchSample::without_plants);
    if (meets(wanted, cleared.average, cleared.minimum)) return LightCause::shaded;
    const bool has_gap = std::any_of(samples.begin(), samples.end(), [](const auto& s) { return s.in_a_gap; });
    return has_gap ? LightCause::missing : LightCause::weak;
}

/// √(common² + Σ(shareᵢ·sdᵢ)²) of the lamps that light the stretch.
double uncertainty(const std::vector<LampPart>& parts, const layers::LampLayer& lamps, double common_sd) {
    double sum = 0.0, squares = 0.0;
    for (const LampPart& part : parts) sum += part.lux;
    if (!(sum > 0.0)) return 0.0;
    for (const LampPart& part : parts) {
        const double own = part.lux / sum * lamps.lamps[part.lamp].light_sd;
        squares += own * own;
    }
    return std::sqrt(common_sd * common_sd + squares);
}

void judge(StretchLight& stretch, const StretchSamples& found, const LightingClass& wanted) {
    const Summary lux = summary_of(found.samples, &StretchSample::lux);
    stretch.average = lux.average;
    stretch.minimum = lux.minimum;
    stretch.target = wanted.average;
    stretch.wanted_class = wanted.name;
    stretch.deficit_share = std::max(0.0, 1.0 - lux.average.value / wanted.average.value);
    stretch.below_class = !meets(wanted, lux.average, lux.minimum);
    stretch.uniformity = lux.average.value > 0.0 ? lux.minimum.value / lux.average.value : 0.0;
    stretch.vertical_minimum = summary_of(found.samples, &StretchSample::vertical).minimum;
    stretch.semicylindrical_minimum = summary_of(found.samples, &StretchSample::semicylindrical).minimum;
    stretch.lamps_out = found.lamps_out;
    if (stretch.below_class) stretch.cause = cause_of(found.samples, wanted);
}

std::vector<StretchLight> cut(const layers::StreetLayer& streets, Meters wanted) {
    std::vector<StretchLight> stretches;
    for (std::uint32_t s = 0; s < streets.streets.size(); ++s) {
        for (auto& piece : cut_into_stretches(streets.streets[s].line, wanted)) {
            StretchLight stretch;
            stretch.street = s;
            stretch.from_m = piece.from_m;
            stretch.to_m = piece.to_m;
            stretch.line = std::move(piece.line);
            stretches.push_back(std::move(stretch));
        }
    }
    return stretches;
}

}  // namespace

LightAlong light_along(const LightAlongInput& input, const StretchOptions& options, const LightOptions& light) {
    LightAlong along;
    const auto classes = classes_of(input.streets, options, along.unknown);
    along.stretches = cut(input.streets, options.length);
    const StretchSampler sampler(input, options, light);
    parallel_blocks(along.stretches.size(), 32, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) {
            StretchLight& stretch = along.stretches[k];
            const StretchSamples found = sampler.sample(stretch.line);
            judge(stretch, found, *classes[stretch.street]);
            if (input.lamps != nullptr) stretch.light_sd = uncertainty(found.parts, *input.lamps, options.common_sd);
        }
    });
    return along;
}

std::vector<StretchLight> light_along(const layers::StreetLayer& streets, std::span<const Luminaire> luminaires,
                                      const StretchOptions& options, const LightOptions& light) {
    return light_along({.streets = streets, .luminaires = luminaires}, options, light).stretches;
}

}  // namespace lykta::conditions
