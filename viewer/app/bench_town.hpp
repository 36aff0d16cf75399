// A made-up town of a given size, the same every time: what the benchmark draws where no file is named.
#pragma once
#include <cstdint>

#include "viewer/project/project.hpp"

namespace lykta::viewer {

struct TownSize {
    std::size_t incidents = 1'000'000, lamps = 100'000, plants = 200'000;
    double side_m = 20'000;
    std::uint32_t seed = 1;
};
/// Streets in squares, lamps along them, plants between, incidents round four hundred corners. Nothing can be computed
/// from it; its layers are made as those of any town.
[[nodiscard]] ProjectPointer made_up_town(const TownSize& size = {});

}  // namespace lykta::viewer
