// Light on the samples of one stretch, with everything light_along asks about it, each way looked along once.
#pragma once
#include <cstdint>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/obstacles.hpp"
#include "core/geometry.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::conditions {

/// One point of a stretch; lx.
struct StretchSample {
    double lux = 0.0;                              ///< horizontal, on the ground
    double with_outages_lit = 0.0;                 ///< the same, were lamps out of order lit
    double without_plants = 0.0;                   ///< the same, were all plants cleared
    double vertical = 0.0, semicylindrical = 0.0;  ///< 1.5 m up, along the path, the worse of both ways
    bool in_a_gap = true;                          ///< farther than gap_heights from every lit lamp
};
/// What one lamp gives to a stretch.
struct LampPart {
    std::uint32_t lamp = 0;
    double lux = 0.0;  ///< summed over the samples
};
struct StretchSamples {
    std::vector<StretchSample> samples;
    std::vector<LampPart> parts;           ///< lamps that give light, ascending
    std::vector<std::uint32_t> lamps_out;  ///< out of order and within reach, ascending
};

class StretchSampler {
public:
    /// \pre input, light.obstacles outlive it. \throws Error{bad_option} cutoff or gap_heights ≤ 0
    StretchSampler(const LightAlongInput& input, const StretchOptions& options, const LightOptions& light);
    [[nodiscard]] StretchSamples sample(const Polyline& line) const;

private:
    struct Spot;
    struct AsLit {
        Luminaire luminaire;   ///< lit, also where it is out of order
        double reach_m = 0.0;  ///< when lit
        bool out = false;
    };
    void add_lamp(Spot& spot, std::uint32_t index, StretchSamples& found) const;
    static void add_faces(Spot& spot, const Luminaire& luminaire, double through);
    static void add_part(std::vector<LampPart>& parts, std::uint32_t lamp, double lux);

    Meters m_step;
    double m_gap_heights = 0.0, m_search_m = 1.0;
    const Obstacles* m_obstacles = nullptr;
    std::vector<AsLit> m_lamps;          ///< lit ones and those out of order
    std::vector<std::uint32_t> m_index;  ///< of each in the input
    std::vector<Point> m_positions;
    statistics::PointBuckets m_buckets{{}, 1.0};
};

}  // namespace lykta::conditions
