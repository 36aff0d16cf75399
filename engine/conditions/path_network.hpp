// Streets and paths as a network one can walk: where a line ends on another, one may turn. Dead ends, tunnels and the
// way to the next exit follow from it.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

/// A point on a street, metres from the street's start.
struct OnStreet {
    std::uint32_t street = 0;
    double along_m = 0.0;
};

class PathNetwork {
public:
    /// Lines meet where their ends lie within `snap` of each other, or of another line (which is then met in between).
    explicit PathNetwork(const layers::StreetLayer& streets, Meters snap = Meters{0.5});

    /// Walks outward from a point in every direction, each place once, and calls visit(OnStreet, Point, walked metres)
    /// every `step` along the way up to `reach`, nearest first in each branch. visit returns false to stop that branch.
    template <class Visit>
    void walk(const OnStreet& from, Meters step, Meters reach, const Visit& visit) const;

    /// Metres to the nearest exit: a junction from which more than one other way leads on; in a tunnel its mouth.
    [[nodiscard]] double exit_m(const OnStreet& at) const;
    /// Only one way out: everything beyond is a dead end.
    [[nodiscard]] bool is_dead_end(const OnStreet& at) const;
    [[nodiscard]] bool is_tunnel(std::uint32_t street) const;
};

}  // namespace lykta::conditions
