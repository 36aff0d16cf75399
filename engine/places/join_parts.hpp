// The join in parts, one idea to a file: light, sight, buildings, areas. Used by join.cpp alone.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "places/at_building.hpp"
#include "places/join.hpp"
#include "places/places.hpp"

namespace lykta::places {

/// Stretches within `near` of a place, by index into JoinInput::stretches, and what each counts: the place's incidents
/// nearest to it, so that the conditions are those where incidents happened; its metres where the place has none.
struct NearStretches {
    std::vector<std::uint32_t> index;
    std::vector<double> weight;
    double weight_sum = 0;
};
[[nodiscard]] NearStretches near_stretches(const JoinInput& in, std::vector<std::uint32_t> near,
                                           const PlaceFacts& facts);

void join_light(const JoinInput& in, const NearStretches& near, PlaceFacts& facts);
void join_lamps(const JoinInput& in, PlaceFacts& facts);
/// \pre join_light came before: path_m is known
void join_plants(const JoinInput& in, const NearStretches& near, PlaceFacts& facts);
void join_sight(const JoinInput& in, const NearStretches& near, PlaceFacts& facts);

void join_inspections(const JoinInput& in, const Footprints& footprints, PlaceFacts& facts);

/// `area_boxes`: of every area of the city, in order.
void join_areas(const JoinInput& in, std::span<const Box> area_boxes, const Place& place, PlaceFacts& facts);

}  // namespace lykta::places
