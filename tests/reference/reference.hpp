// What the reference runner and its topics share. A topic turns a case's input and params into figures named and nested
// as in the case's `expected`; the runner compares. What a topic leaves out is "not offered", never a silent pass.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geometry.hpp"

namespace reference {

using Json = nlohmann::ordered_json;

/// Figures of one case in the shape of its `expected`; an empty object: nothing of the case is offered.
using Topic = Json (*)(const Json& one_case);

Json kde(const Json& one_case);
Json local_autocorrelation(const Json& one_case);
Json multiple_testing(const Json& one_case);
Json spatial_weights(const Json& one_case);
Json crs(const Json& one_case);
Json geometry(const Json& one_case);
Json empirical_bayes(const Json& one_case);
Json illuminance(const Json& one_case);

[[nodiscard]] lykta::Point point_of(const Json& pair);
[[nodiscard]] std::vector<lykta::Point> points_of(const Json& pairs);
[[nodiscard]] lykta::Polygon polygon_of(const Json& exterior_and_holes);
[[nodiscard]] std::vector<double> numbers_of(const Json& list);
[[nodiscard]] Json pair_json(lykta::Point p);
/// A missing value is null: undefined must be said.
[[nodiscard]] Json optional_json(const std::optional<double>& value);
[[nodiscard]] Json list_json(std::span<const std::optional<double>> values);

/// First difference between expected and found, and the fields that were not offered.
struct Comparison {
    std::string mismatch;           ///< "field: wanted …, found …"; empty: all offered fields hold
    std::vector<std::string> left;  ///< fields of `expected` the topic did not give
    std::size_t compared = 0;
};
[[nodiscard]] Comparison compare(const Json& expected, const Json& found, const Json& tolerance);

}  // namespace reference
