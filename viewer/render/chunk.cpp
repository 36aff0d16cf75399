#include "viewer/render/chunk.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lykta::viewer {

namespace {

std::uint32_t spread(std::uint32_t v) {  // a bit, a zero, a bit …
    v = (v | (v << 8)) & 0x00FF00FFU;
    v = (v | (v << 4)) & 0x0F0F0F0FU;
    v = (v | (v << 2)) & 0x33333333U;
    return (v | (v << 1)) & 0x55555555U;
}

std::uint32_t step(double value, double low, double span) {
    if (!(span > 0) || !(value > low)) return 0;  // also what is not a number
    return static_cast<std::uint32_t>(std::clamp((value - low) / span, 0.0, 1.0) * 65535.0);
}

double longest_side(const Box& box) {
    return box.empty() ? 0 : std::max(box.width(), box.height());
}

int size_step(const Box& box) {  // features under 1 m stay together
    return std::max(0, static_cast<int>(std::ceil(std::log2(std::max(longest_side(box), 1.0)))));
}

struct Keyed {
    int size = 0;
    std::uint32_t code = 0;
    Sized feature;
};

Box box_around(const std::vector<Sized>& features) {
    Box box;
    for (const Sized& feature : features)
        if (!feature.box.empty()) {
            box.grow({feature.box.min_x, feature.box.min_y});
            box.grow({feature.box.max_x, feature.box.max_y});
        }
    return box;
}

}  // namespace

std::uint32_t morton(Point p, const Box& box) {
    const double span = longest_side(box);
    return spread(step(p.x, box.min_x, span)) | (spread(step(p.y, box.min_y, span)) << 1);
}

std::vector<Cut> cut_into_pieces(std::vector<Sized> features, std::uint32_t most_weight) {
    const Box all = box_around(features);
    std::vector<Keyed> keyed;
    keyed.reserve(features.size());
    for (const Sized& feature : features) {
        if (feature.box.empty()) continue;
        const Point middle{(feature.box.min_x + feature.box.max_x) / 2, (feature.box.min_y + feature.box.max_y) / 2};
        keyed.push_back({size_step(feature.box), morton(middle, all), feature});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
        return std::tuple(-a.size, a.code, a.feature.index) < std::tuple(-b.size, b.code, b.feature.index);
    });
    std::vector<Cut> cuts;
    std::uint32_t weight = 0;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        const Sized& feature = keyed[i].feature;
        if (i == 0 || keyed[i].size != keyed[i - 1].size || weight + feature.weight > most_weight) {
            cuts.emplace_back();
            weight = 0;
        }
        Cut& cut = cuts.back();
        cut.features.push_back(feature.index);
        cut.box.grow({feature.box.min_x, feature.box.min_y});
        cut.box.grow({feature.box.max_x, feature.box.max_y});
        cut.size_m = std::max(cut.size_m, longest_side(feature.box));
        weight += feature.weight;
    }
    return cuts;
}

}  // namespace lykta::viewer
