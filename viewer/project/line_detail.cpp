#include "viewer/project/line_detail.hpp"

#include <algorithm>

#include "outputs/report_map.hpp"
#include "viewer/project/layer_parts.hpp"

namespace lykta::viewer {
namespace {

constexpr double joined_from = 3.0;  ///< metres per pixel

Detail one_by_one(std::span<const StretchShown> stretches) {
    Detail detail = level(0, joined_from);
    detail.lines.reserve(stretches.size());
    for (const auto& s : stretches)
        if (s.line->size() > 1) detail.lines.push_back({.line = *s.line, .group = s.group, .record = s.record});
    return detail;
}

/// Runs of one street and group whose ends meet.
std::vector<LineFeature> joined(std::span<const StretchShown> stretches) {
    std::vector<LineFeature> lines;
    const StretchShown* last = nullptr;
    for (const auto& s : stretches) {
        if (s.line->size() < 2) continue;
        const bool follows = last != nullptr && last->street == s.street && last->group == s.group &&
                             distance(lines.back().line.back(), s.line->front()) < 0.01;
        if (follows)
            lines.back().line.insert(lines.back().line.end(), s.line->begin() + 1, s.line->end());
        else
            lines.push_back({.line = *s.line, .group = s.group, .record = s.record});
        last = &s;
    }
    return lines;
}

void put_on_top(Detail& detail) {
    std::stable_sort(detail.lines.begin(), detail.lines.end(),
                     [](const LineFeature& a, const LineFeature& b) { return a.group < b.group; });
}

}  // namespace

std::vector<Detail> stretch_levels(std::span<const StretchShown> stretches) {
    std::vector<Detail> details;
    details.push_back(one_by_one(stretches));
    const auto whole = joined(stretches);
    for (const auto& [from, to] : {std::pair{joined_from, 12.0}, {12.0, endless}}) {
        Detail detail = level(from, to);
        detail.lines.reserve(whole.size());
        for (const auto& line : whole)
            detail.lines.push_back(
                {.line = outputs::simplified(line.line, from / 2), .group = line.group, .record = line.record});
        details.push_back(std::move(detail));
    }
    for (auto& detail : details) put_on_top(detail);
    return details;
}

}  // namespace lykta::viewer
