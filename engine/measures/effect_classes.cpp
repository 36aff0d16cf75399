// Grouping incidents by the findings that speak for them, and the polynomial of what is prevented.
#include "measures/effect_classes.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

namespace lykta::measures {

namespace {

/// One finding on one incident.
struct Hit {
    std::uint32_t finding = 0, measure = 0;
    double touch = 0;
};

/// By incident, in their order: the findings on it with the largest probability each.
std::map<std::uint32_t, std::vector<Hit>> hits_by_incident(const World& world, const Evidence& evidence,
                                                           std::span<const SitedMeasure* const> together) {
    std::map<std::uint32_t, std::vector<Hit>> hits;
    const auto& category = world.city.incidents.category.of_row;
    for (const auto* sited : together) {
        assert(sited->incidents.size() == sited->touch.size());
        for (std::size_t k = 0; k < sited->incidents.size(); ++k) {
            const auto i = sited->incidents[k];
            const double touch = std::clamp(sited->touch[k], 0.0, 1.0);
            const auto finding = evidence.finding(sited->measure, category[i]);
            if (finding == Evidence::none || !(touch > 0)) continue;
            auto& on = hits[i];
            const auto same = std::find_if(on.begin(), on.end(), [&](const Hit& h) { return h.finding == finding; });
            if (same == on.end())
                on.push_back({finding, sited->measure, touch});
            else
                same->touch = std::max(same->touch, touch), same->measure = std::min(same->measure, sited->measure);
        }
    }
    for (auto& [i, on] : hits)
        std::sort(on.begin(), on.end(), [](const Hit& a, const Hit& b) { return a.finding < b.finding; });
    return hits;
}

void add_moments(IncidentClass& to, std::span<const Hit> on, double harm) {
    std::array<double, std::size_t{1} << most_findings_summed> product{};
    product[0] = 1;
    for (std::size_t b = 0; b < on.size(); ++b) {
        const std::size_t half = std::size_t{1} << b;
        for (std::size_t s = 0; s < half; ++s) product[half + s] = product[s] * on[b].touch;
    }
    for (std::size_t s = 1; s < to.count.size(); ++s) {
        to.count[s] += product[s];
        to.harm[s] += harm * product[s];
    }
}

void add(IncidentClass& to, std::span<const Hit> on, double harm) {
    if (on.size() <= most_findings_summed) return add_moments(to, on, harm);
    for (const auto& hit : on) to.touches.push_back(hit.touch);
    to.weights.push_back(harm);
}

/// Narrowest outcome first, then the strongest ratio, then catalogue order.
bool counts_before(const Evidence& evidence, const Hit& a, const Hit& b) {
    const auto& x = evidence.findings[a.finding];
    const auto& y = evidence.findings[b.finding];
    if (x.outcome != y.outcome) return narrowness(x.outcome) < narrowness(y.outcome);
    if (x.ratio.ratio != y.ratio.ratio) return x.ratio.ratio < y.ratio.ratio;
    return a.measure < b.measure;
}

IncidentClass fresh_class(const Evidence& evidence, std::uint32_t category, std::span<const Hit> on) {
    IncidentClass c;
    c.category = category;
    for (const auto& hit : on) c.findings.push_back(hit.finding);
    const auto first = *std::min_element(on.begin(), on.end(),
                                         [&](const Hit& a, const Hit& b) { return counts_before(evidence, a, b); });
    c.measure = first.measure;
    c.row = evidence.row(first.measure, category);
    if (on.size() <= most_findings_summed) {
        c.count.assign(std::size_t{1} << on.size(), 0.0);
        c.harm = c.count;
    }
    return c;
}

double folded(std::span<const double> moments, std::span<const double> share) {
    std::array<double, std::size_t{1} << most_findings_summed> a;
    std::copy(moments.begin(), moments.end(), a.begin());
    for (std::size_t b = share.size(); b-- > 0;) {
        const std::size_t half = std::size_t{1} << b;
        for (std::size_t s = 0; s < half; ++s) a[s] -= share[b] * a[half + s];
    }
    return -a[0];
}

Prevented one_by_one(const IncidentClass& of, std::span<const double> share) {
    Prevented sum;
    for (std::size_t i = 0; i < of.weights.size(); ++i) {
        double left = 1;
        for (std::size_t f = 0; f < share.size(); ++f) left *= 1 - of.touches[i * share.size() + f] * share[f];
        sum.count += 1 - left;
        sum.harm += of.weights[i] * (1 - left);
    }
    return sum;
}

}  // namespace

std::vector<IncidentClass> classes_of(const World& world, const Evidence& evidence,
                                      std::span<const SitedMeasure* const> together) {
    using Key = std::pair<std::uint32_t, std::vector<std::uint32_t>>;  // category, then finding and measure by turns
    std::map<Key, IncidentClass> classes;
    for (const auto& [i, on] : hits_by_incident(world, evidence, together)) {
        Key key{world.city.incidents.category.of_row[i], {}};
        for (const auto& hit : on) key.second.push_back(hit.finding), key.second.push_back(hit.measure);
        auto at = classes.find(key);
        if (at == classes.end()) at = classes.emplace(key, fresh_class(evidence, key.first, on)).first;
        add(at->second, on, world.harm.empty() ? 1.0 : world.harm[i]);
    }
    std::vector<IncidentClass> result;
    result.reserve(classes.size());
    for (auto& [key, c] : classes) result.push_back(std::move(c));
    return result;
}

Prevented prevented_in(const IncidentClass& of, std::span<const double> prevented_share) {
    assert(prevented_share.size() == of.findings.size());
    if (of.count.empty()) return one_by_one(of, prevented_share);
    if (of.findings.size() == 1) return {of.count[1] * prevented_share[0], of.harm[1] * prevented_share[0]};
    return {folded(of.count, prevented_share), folded(of.harm, prevented_share)};
}

Prevented touched_in(const IncidentClass& of) {
    return prevented_in(of, std::vector<double>(of.findings.size(), 1.0));
}

}  // namespace lykta::measures
