#include "places/felt.hpp"

#include <algorithm>

#include "conditions/survey.hpp"
#include "places/point_index.hpp"

namespace lykta::places {

namespace {

constexpr double fewest_answers = 10;

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

Felt verdict(const FeltArea& a, double city_share, bool recorded_high) {
    if (a.answers < fewest_answers) return Felt::unknown;
    if (a.interval.low > city_share && !recorded_high) return Felt::more_felt;
    if (a.interval.high < city_share && recorded_high) return Felt::less_felt;
    return Felt::agree;
}

}  // namespace

std::vector<FeltArea> felt_areas(const layers::SurveyLayer& survey, const layers::IncidentLayer& incidents) {
    const PointIndex index{incidents.position};
    const auto perceived = conditions::perceived_safety(survey);
    std::vector<FeltArea> areas;
    std::vector<double> density;
    double answers = 0, unsafe = 0;
    for (const auto& s : survey.areas) {
        FeltArea a{.area = s.area, .answers = s.answers, .shape = s.shape};
        const auto& felt = perceived[areas.size()];
        a.unsafe_share = felt.share_unsafe.value_or(0);
        a.shrunk_share = felt.shrunk_share.value_or(a.unsafe_share);
        a.few_answers = felt.small;
        a.interval = felt.interval;
        for (const auto i : index.in_box(box_of(s.shape)))
            a.incidents += contains(s.shape, incidents.position[i]) ? 1 : 0;
        const double m2 = area(s.shape);
        density.push_back(m2 > 0 ? a.incidents / m2 : 0);
        answers += s.answers;
        unsafe += s.unsafe;
        areas.push_back(std::move(a));
    }
    const double middle = median(density), city_share = answers > 0 ? unsafe / answers : 0;
    for (std::size_t i = 0; i < areas.size(); ++i) areas[i].felt = verdict(areas[i], city_share, density[i] > middle);
    return areas;
}

void mark_places(std::vector<RankedPlace>& places, const std::vector<FeltArea>& areas) {
    for (auto& p : places)
        for (const auto& a : areas)
            if (contains(a.shape, p.place.centre)) {
                p.felt = a.felt;
                break;
            }
}

}  // namespace lykta::places
