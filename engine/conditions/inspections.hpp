// Inspection protocols summed per building. What was not inspected is unknown, never passed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/layers.hpp"

namespace lykta::conditions {

struct BuildingInspection {
    std::string building_id;
    Point position;    ///< of its first item
    int passed = 0;    ///< items without remark, or remedied since
    int remedied = 0;  ///< of those: failed once and mended
    int failed = 0, unknown = 0;
    int mandatory_failed = 0;
    double known_weight = 0.0, failed_weight = 0.0;
    std::optional<double> defect_share;      ///< failed weight ÷ known weight; empty when nothing is known
    std::optional<std::int64_t> newest_day;  ///< days since 1970-01-01
    std::vector<std::size_t> items;          ///< indices into the layer, the records behind the figures
};
/// One per building, by id. \correctness  hand case
[[nodiscard]] std::vector<BuildingInspection> summarise(const layers::InspectionLayer& inspections);

}  // namespace lykta::conditions
