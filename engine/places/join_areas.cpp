// Who lives in a place, and how safe they feel: shares of the areas and surveys it lies in.
#include "places/join_parts.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::places {

void join_areas(const JoinInput& in, std::span<const Box> area_boxes, const Place& place, PlaceFacts& facts) {
    if (in.city.areas) {
        const Box box = box_of(place.shape);
        for (std::size_t i = 0; i < in.city.areas->areas.size(); ++i) {
            const auto& a = in.city.areas->areas[i];
            const Box& other = area_boxes[i];
            if (!a.population || other.min_x > box.max_x || other.max_x < box.min_x || other.min_y > box.max_y ||
                other.max_y < box.min_y)
                continue;
            const double whole = area(a.shape), shared = area(intersection_of(a.shape, place.shape));
            if (whole > 0) facts.population = facts.population.value_or(0) + *a.population * shared / whole;
        }
    }
    if (!in.city.survey) return;
    for (const auto& s : in.city.survey->areas) {
        if (s.answers <= 0 || !contains(s.shape, place.centre)) continue;
        facts.survey_unsafe_share = s.unsafe / s.answers;
        facts.survey_interval = statistics::wilson_interval(s.unsafe, s.answers);
        return;
    }
}

}  // namespace lykta::places
