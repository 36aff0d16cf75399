// Which recorded incidents a measure's mechanism can reach at all: by kind, by place (in or out of doors, at a building
// where it mends something), by darkness.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/item_links.hpp"
#include "measures/catalogue.hpp"
#include "measures/world.hpp"
#include "places/at_building.hpp"

namespace lykta::measures {

/// outcomes_of() of every category word, in the words' order.
[[nodiscard]] std::vector<Outcomes> outcomes_of_words(const layers::IncidentLayer& incidents);

/// Happens inside buildings: basements, burglary.
[[nodiscard]] bool is_indoor(Outcomes of_incident);
/// Can a measure of this kind reach such an incident? Light, clearing, cameras and tunnels act out of doors: never what
/// happens indoors. Other outdoor measures do where the catalogue names the indoor outcome itself (closing a
/// cut-through against burglary); items and areas reach both.
[[nodiscard]] bool reaches(const Measure& measure, Outcomes of_incident);

/// Is it a failed item that the measure mends?
[[nodiscard]] bool mends(const Measure& measure, const layers::InspectionItem& item);

/// A building where something failed that the measure mends.
struct BuildingInNeed {
    Point inspected;
    const MultiPolygon* footprint = nullptr;  ///< nullptr: not known
    Box reach;                                ///< no incident outside it is at the building
    conditions::LinkRows rows = 0;            ///< kinds of incidents the failed items can have to do with
};
/// By building id.
/// \param items       failed ones, into InspectionLayer::items
/// \param footprints  places::inspected_footprints of the city
[[nodiscard]] std::vector<BuildingInNeed> buildings_in_need(const World& world, std::span<const std::uint32_t> items,
                                                            const places::Footprints& footprints);
/// Did something happen there that a failed item can have to do with?
[[nodiscard]] bool is_at_one_in_need(std::span<const BuildingInNeed> buildings, conditions::LinkRows rows, Point p);

/// touch_of() (siting.hpp) with what is the same for every place looked up before.
struct TouchTables {
    std::vector<Outcomes> of_word;
    std::vector<conditions::LinkRows> rows_of_word;
    std::vector<BuildingInNeed> buildings;  ///< of an `items` measure; empty for others
};
[[nodiscard]] TouchTables touch_tables(const World& world, const Measure& measure,
                                       const places::Footprints& footprints);
[[nodiscard]] std::vector<double> touch_of(const World& world, const Measure& measure, const TouchTables& tables,
                                           std::span<const std::uint32_t> incidents, double dark_share);

}  // namespace lykta::measures
