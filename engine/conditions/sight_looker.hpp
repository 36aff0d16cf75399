// One stretch of path at a time: its samples looked round from, its neighbours on the network looked for.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "conditions/path_network.hpp"
#include "conditions/sight.hpp"
#include "conditions/sight_lines.hpp"
#include "conditions/sight_sweep.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::conditions {

/// \throws Error{bad_option} an option breaks its REQUIRES
void require_good(const SightOptions& options);

/// A tunnel's walls and what stands above it.
struct Tunnel {
    EyeEdges walls;
    std::vector<std::uint32_t> above;  ///< obstacles that hold one of its samples, ascending
};

/// What all stretches share; read by many threads.
struct SightScene {
    SightScene(const SightInput& input, const SightOptions& options);
    const SightInput& input;
    const SightOptions& options;
    RayFan fan;
    const PathNetwork* network = nullptr;
    std::unique_ptr<PathNetwork> own_network;
    statistics::PointBuckets entrances;
    std::vector<std::unique_ptr<Tunnel>> tunnel_of;  ///< by street, null where it is none
};

/// Keeps its memory from stretch to stretch; one per thread at a time.
class StretchLooker {
public:
    explicit StretchLooker(const SightScene& scene);
    /// Fills the samples of a stretch, whose street, place and position are set, and the stretch's means and metres.
    void look(SightStretch& stretch, std::span<SightSample> samples);

private:
    void look_from(SightSample& sample);
    void look_for_people(SightSample& sample, std::span<const std::uint32_t> held);
    [[nodiscard]] std::vector<std::uint32_t> held_at(const SightSample& sample) const;
    void gather(std::span<const SightSample> samples);
    void sum_up(SightStretch& stretch, std::span<const SightSample> samples) const;

    const SightScene& m_scene;
    EyeEdges m_edges;
    Sweep m_sweep;
    SightLines m_lines;
    std::vector<double> m_walked;          ///< of each line to a person
    std::vector<std::uint32_t> m_streets;  ///< the street it ends on
};

/// Metres of a line beside plants that can hide somebody: within `concealment`, and within 2 m. As vegetation_along
/// counts them, cleared plants left out.
struct Concealment {
    double near_m = 0.0, close_m = 0.0;
};
[[nodiscard]] Concealment concealment_along(const Polyline& line, const SightInput& input, const SightOptions& options);

}  // namespace lykta::conditions
