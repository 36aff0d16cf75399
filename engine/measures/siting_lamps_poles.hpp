// Where a new pole may stand, and what a lamp gives to the samples of a run. For siting_lamps.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/siting_lamps.hpp"
#include "measures/siting_lamps_cover.hpp"
#include "measures/siting_lamps_runs.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// What every run asks of the town, made once.
struct PoleGround {
    PoleGround(const World& world, const LampSitingOptions& options);
    const World& world;
    const LampSitingOptions& options;
    std::vector<Box> street_boxes;  ///< of the town's streets
};

/// A place for a pole beside a stretch.
struct Pole {
    Point position;
    std::uint32_t stretch = 0;
    double along_m = 0.0;  ///< from the run's start
    bool left = true;      ///< of the way as it is walked
};
/// Along the run, every `step`, left then right of the way at its offset. Left out: inside buildings (tunnels
/// excepted), with the luminaire inside a crown, and on a carriageway (nearer to the middle of any way than that way's
/// offset). Where that leaves a stretch without any, the offset from other ways is halved.
[[nodiscard]] std::vector<Pole> poles_along(const PoleGround& ground, const LampRun& run);

/// Designs of even spacing, as sets of poles: from 48 m between lamps to 8 m, on the left, on the right, by turns.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> even_designs(std::span<const Pole> poles, double run_m);

/// The lamp that would stand there: LED, working, Lambertian.
[[nodiscard]] layers::Lamp new_lamp(const PoleGround& ground, const Pole& pole);

/// What a lit luminaire adds to each of the points within its reach, through what stands between.
[[nodiscard]] std::vector<SampleGain> gains_at(const World& world, const conditions::Luminaire& luminaire,
                                               std::span<const Point> points);

}  // namespace lykta::measures
