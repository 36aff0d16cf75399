// Siting in parts, one kind of measure to a function: geometry, quantity and stretches. What is the same for all kinds
// (id, incidents, touch, the state after) stands in siting.cpp. Used by siting*.cpp alone.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "measures/siting.hpp"
#include "measures/touch.hpp"

namespace lykta::measures {

/// A match while it is sited.
struct SitingCase {
    const World& world;
    const Catalogue& catalogue;
    const SitingOptions& options;
    const Match& match;
    const places::Footprints& footprints;      ///< of inspected buildings
    std::span<const std::uint32_t> incidents;  ///< the place's own
    [[nodiscard]] const Measure& measure() const { return catalogue.measures[match.measure]; }
    [[nodiscard]] const places::RankedPlace& ranked() const { return world.places[match.place]; }
};

/// Each gives nothing where it found nothing to do, and then says why in `why`.
[[nodiscard]] std::optional<SitedMeasure> sited_lamps(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_clearing(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_cameras(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_items(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_tunnel(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_stretch(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_place(const SitingCase& at, std::string& why);
[[nodiscard]] std::optional<SitedMeasure> sited_area(const SitingCase& at, std::string& why);

/// Shrubs within the strip of a path that somebody can hide behind, where clearing gives no sight back: all of them,
/// sight_m 0. `note` says so. \correctness  hand case: a hedge along a straight path
[[nodiscard]] std::vector<Clearing> hiding_places(const World& world, std::span<const std::uint32_t> stretches,
                                                  const ClearingOptions& options, std::string& note);

/// Does the later lamp measure of a place change exactly what the earlier one does?
/// Adds to the note how many metres become brighter than their class allows (EN 13201-2: 1.5 times the average).
/// \pre compute_changes came before
void say_where_too_bright(const World& world, SitedMeasure& sited);
[[nodiscard]] bool same_lamps(const SitedMeasure& a, const SitedMeasure& b);

/// Line of a stretch, of light or, where there are no lamps, of sight.
[[nodiscard]] const Polyline& line_of(const World& world, std::uint32_t stretch);
[[nodiscard]] std::uint32_t street_of(const World& world, std::uint32_t stretch);
[[nodiscard]] double length_of(const World& world, std::span<const std::uint32_t> stretches);  ///< m
[[nodiscard]] MultiLine lines_of(const World& world, std::span<const std::uint32_t> stretches);
/// Incidents within world.near of one of the stretches, in the order given.
[[nodiscard]] std::vector<std::uint32_t> incidents_along(const World& world, std::span<const std::uint32_t> incidents,
                                                         std::span<const std::uint32_t> stretches);

[[nodiscard]] std::vector<WorkItem> work_list(const World& world, const Measure& measure, const Match& match,
                                              const places::Footprints& footprints);

}  // namespace lykta::measures
