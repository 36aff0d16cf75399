// Sight along all paths, and again where an obstacle changed.
#include <algorithm>
#include <map>

#include "conditions/sight_looker.hpp"
#include "conditions/stretches.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

constexpr std::size_t stretches_a_block = 16;

void append_samples(const SightStretch& stretch, Meters step, std::vector<SightSample>& samples) {
    const std::vector<Point> points = points_along(stretch.line, step);
    const double part = (stretch.to_m - stretch.from_m) / static_cast<double>(points.size());
    for (std::size_t k = 0; k < points.size(); ++k) {
        SightSample sample;
        sample.street = stretch.street;
        sample.along_m = stretch.from_m + (static_cast<double>(k) + 0.5) * part;
        sample.position = points[k];
        samples.push_back(sample);
    }
}

PathSight laid_out(const layers::StreetLayer& streets, const SightOptions& options) {
    PathSight sight;
    for (std::uint32_t s = 0; s < streets.streets.size(); ++s) {
        for (Stretch& piece : cut_into_stretches(streets.streets[s].line, options.stretch)) {
            SightStretch stretch;
            stretch.street = s;
            stretch.from_m = piece.from_m;
            stretch.to_m = piece.to_m;
            stretch.line = std::move(piece.line);
            stretch.first_sample = static_cast<std::uint32_t>(sight.samples.size());
            append_samples(stretch, options.step, sight.samples);
            stretch.samples = static_cast<std::uint32_t>(sight.samples.size()) - stretch.first_sample;
            sight.stretches.push_back(std::move(stretch));
        }
    }
    return sight;
}

/// Each plant's metres, in the samples' order.
std::vector<BlockingPlant> blocking_plants(const PathSight& sight, const Obstacles& obstacles) {
    std::map<std::uint32_t, double> metres;
    for (const SightStretch& stretch : sight.stretches) {
        if (!(stretch.under_25_plants_m > 0.0)) continue;
        const double part = (stretch.to_m - stretch.from_m) / stretch.samples;
        for (std::uint32_t i = 0; i < stretch.samples; ++i) {
            const SightSample& sample = sight.samples[stretch.first_sample + i];
            if (sample.hidden_by == HiddenBy::plant && sample.seen_at_m <= 25.0)
                metres[obstacles.all()[static_cast<std::size_t>(sample.obstacle)].index] += part;
        }
    }
    std::vector<BlockingPlant> plants;
    for (const auto& [plant, hides] : metres) plants.push_back({plant, hides});
    std::stable_sort(plants.begin(), plants.end(),
                     [](const BlockingPlant& a, const BlockingPlant& b) { return a.hides_m > b.hides_m; });
    return plants;
}

/// The stretches given, or all of them.
void look_along(PathSight& sight, const SightScene& scene, std::span<const std::uint32_t> which) {
    parallel_blocks(which.size(), stretches_a_block, [&](std::size_t first, std::size_t last) {
        StretchLooker looker(scene);
        for (std::size_t i = first; i < last; ++i) {
            SightStretch& stretch = sight.stretches[which[i]];
            looker.look(stretch, std::span(sight.samples).subspan(stretch.first_sample, stretch.samples));
        }
    });
    sight.plants = blocking_plants(sight, scene.input.obstacles);
}

double away_from(const Box& box, Point p) {
    const double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x}),
                 dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
    return std::hypot(dx, dy);
}

}  // namespace

PathSight sight_along(const SightInput& input, const SightOptions& options) {
    require_good(options);
    const SightScene scene(input, options);
    PathSight sight = laid_out(input.streets, options);
    std::vector<std::uint32_t> all(sight.stretches.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    look_along(sight, scene, all);
    return sight;
}

void update_sight(PathSight& sight, const SightInput& input, const Box& changed, const SightOptions& options) {
    require_good(options);
    const double reach = std::max(
        {options.reach.value, options.approach.value, options.surveillance.value, options.concealment.value, 2.0});
    std::vector<std::uint32_t> touched;
    for (std::uint32_t i = 0; i < sight.stretches.size() && !changed.empty(); ++i) {
        const SightStretch& stretch = sight.stretches[i];  // no point of it is farther from its first sample than this
        const double span = stretch.to_m - stretch.from_m;
        if (away_from(changed, sight.samples[stretch.first_sample].position) <= reach + span) touched.push_back(i);
    }
    if (touched.empty()) return;
    const SightScene scene(input, options);
    look_along(sight, scene, touched);
}

}  // namespace lykta::conditions
