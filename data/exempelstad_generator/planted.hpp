// The planted truth: which places are hot, felt unsafe or merely dark, and why.
#pragma once
#include "town.hpp"

namespace exempelstad {

/// Puts the 34 planted places on the nearest fitting path, street, houses or site. \pre segments and buildings stand
void plant_truth(Town& town);

/// Smallest distance from p to the centre of a planted place of one of these kinds; 1e300 when there is none.
[[nodiscard]] double to_planted(const Town& town, Point p, std::initializer_list<Why> kinds);

/// Places planted as hot, i.e. with an excess of incidents.
[[nodiscard]] constexpr bool is_hot(Why kind) {
    return kind != Why::felt_unsafe && kind != Why::looks_dark;
}
[[nodiscard]] std::string_view why_code(Why kind);

}  // namespace exempelstad
