// Stretches at several levels of detail: one by one near, joined along their street and simplified far out.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

/// A stretch to be drawn. \pre the line outlives the work; stretches stand in the order of their street
struct StretchShown {
    const Polyline* line = nullptr;
    std::uint32_t street = 0;
    std::uint8_t group = 0;
    std::uint32_t record = no_record;
};
/// Near: each stretch with its record. From 3 metres per pixel on: those that follow each other in one group, joined.
/// Higher groups lie on top.
[[nodiscard]] std::vector<Detail> stretch_levels(std::span<const StretchShown> stretches);

}  // namespace lykta::viewer
