// Light behind houses and through crowns the plain way: libraries' trees for what is near, then each outline's edges.
#pragma once
#include <memory>
#include <span>

#include "conditions/illuminance.hpp"
#include "core/geometry.hpp"
#include "layers/layers.hpp"

namespace lykta::bench {

/// A town as a careful programmer would hold it for an afternoon's work: lamps and outlines in R-trees.
class PlainTown {
public:
    PlainTown(const layers::CityLayers& town, std::span<const conditions::Luminaire> lamps, Lux cutoff);
    ~PlainTown();
    PlainTown(const PlainTown&) = delete;
    PlainTown& operator=(const PlainTown&) = delete;

    /// Sum of the horizontal illuminance at some places: of every lamp in reach the light that passes every outline
    /// whose box meets the line to it. One thread.
    [[nodiscard]] double light(std::span<const Point> at) const;

private:
    struct Trees;
    std::unique_ptr<Trees> m_trees;
};

}  // namespace lykta::bench
