#include "core/rows.hpp"

#include <algorithm>
#include <map>

namespace lykta {

std::string_view reason_code(Reason reason) {
    switch (reason) {
        case Reason::no_coordinates:
            return "no_coordinates";
        case Reason::coordinates_zero:
            return "coordinates_zero";
        case Reason::not_a_number:
            return "not_a_number";
        case Reason::axes_swapped:
            return "axes_swapped";
        case Reason::outside_crs:
            return "outside_crs";
        case Reason::out_of_range:
            return "out_of_range";
        case Reason::rounded_coordinates:
            return "rounded_coordinates";
        case Reason::outside_window:
            return "outside_window";
        case Reason::no_geometry:
            return "no_geometry";
        case Reason::wrong_geometry:
            return "wrong_geometry";
        case Reason::invalid_geometry:
            return "invalid_geometry";
        case Reason::zero_area:
            return "zero_area";
        case Reason::field_count:
            return "field_count";
        case Reason::truncated_row:
            return "truncated_row";
        case Reason::bad_bytes:
            return "bad_bytes";
        case Reason::total_row:
            return "total_row";
        case Reason::outside_period:
            return "outside_period";
        case Reason::excluded_by_study:
            return "excluded_by_study";
        case Reason::duplicate:
            return "duplicate";
        case Reason::missing_value:
            return "missing_value";
        case Reason::bad_value:
            return "bad_value";
    }
    return "bad_value";
}

bool RowAccount::has_warning() const {
    return !set_aside.empty() ||
           std::any_of(issues.begin(), issues.end(), [](const Issue& i) { return i.severity == Severity::warning; });
}

std::vector<ReasonCount> count_by_reason(const RowAccount& account) {
    std::map<Reason, std::vector<std::int64_t>> groups;
    for (const auto& s : account.set_aside) groups[s.reason].push_back(s.row);
    std::vector<ReasonCount> counts;
    for (auto& [reason, rows] : groups) counts.push_back({reason, std::move(rows)});
    return counts;
}

}  // namespace lykta
