// What is said of a place in words: figures beside the score, light, plants, buildings, survey. Only what is known.
#pragma once
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

struct Fact {
    std::string title, value;
};
struct FactGroup {
    std::string title;
    std::vector<Fact> facts;
};
/// Incidents, rate against the city's, dark share, rank by count.
[[nodiscard]] std::vector<Fact> incident_facts(const RunResult& result, const places::RankedPlace& place);
/// Light, sight, vegetation, building inspections, people and survey; groups without a known figure are left out.
[[nodiscard]] std::vector<FactGroup> surroundings(const RunResult& result, const places::RankedPlace& place);

}  // namespace lykta::outputs
