// Grouping incidents by the findings that speak for them, and the polynomial of what is prevented.
#include "measures/effect_classes.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace lykta::measures {

namespace {

/// One finding on one incident.
struct Hit {
    std::uint32_t incident = 0, finding = 0, measure = 0;
    double touch = 0;
};

bool comes_before(const Hit& a, const Hit& b) {
    return a.incident != b.incident ? a.incident < b.incident : a.finding < b.finding;
}

void append_hits(const World& world, const Evidence& evidence, const SitedMeasure& sited, std::vector<Hit>& hits) {
    assert(sited.incidents.size() == sited.touch.size());
    const auto& category = world.city.incidents.category.of_row;
    const auto middle = static_cast<std::ptrdiff_t>(hits.size());
    for (std::size_t k = 0; k < sited.incidents.size(); ++k) {
        const auto i = sited.incidents[k];
        const auto finding = evidence.finding(sited.measure, category[i]);
        const double touch = std::clamp(sited.touch[k], 0.0, 1.0);
        if (finding != Evidence::none && touch > 0) hits.push_back({i, finding, sited.measure, touch});
    }
    const auto start = hits.begin() + middle;
    if (!std::is_sorted(start, hits.end(), comes_before)) std::stable_sort(start, hits.end(), comes_before);
    std::inplace_merge(hits.begin(), start, hits.end(), comes_before);
}

/// By incident, then finding, each finding once per incident with the largest probability.
std::vector<Hit> hits_of(const World& world, const Evidence& evidence, std::span<const SitedMeasure* const> together) {
    std::vector<Hit> hits;
    for (const auto* sited : together) append_hits(world, evidence, *sited, hits);
    std::size_t kept = 0;
    for (std::size_t h = 0; h < hits.size(); ++h) {
        const bool same =
            kept > 0 && hits[kept - 1].incident == hits[h].incident && hits[kept - 1].finding == hits[h].finding;
        if (!same) {
            hits[kept++] = hits[h];
            continue;
        }
        hits[kept - 1].touch = std::max(hits[kept - 1].touch, hits[h].touch);
        hits[kept - 1].measure = std::min(hits[kept - 1].measure, hits[h].measure);
    }
    hits.resize(kept);
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
    for (const auto& hit : on) c.findings.push_back(hit.finding), c.measures.push_back(hit.measure);
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

bool is_of(const IncidentClass& c, std::uint32_t category, std::span<const Hit> on) {
    if (c.category != category || c.findings.size() != on.size()) return false;
    for (std::size_t f = 0; f < on.size(); ++f)
        if (c.findings[f] != on[f].finding || c.measures[f] != on[f].measure) return false;
    return true;
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
    std::vector<IncidentClass> classes;
    const auto hits = hits_of(world, evidence, together);
    for (std::size_t h = 0; h < hits.size();) {
        std::size_t last = h;
        while (last < hits.size() && hits[last].incident == hits[h].incident) ++last;
        const std::span<const Hit> on(hits.data() + h, last - h);
        const auto category = world.city.incidents.category.of_row[on.front().incident];
        const auto same = [&](const IncidentClass& c) { return is_of(c, category, on); };
        auto at = std::find_if(classes.begin(), classes.end(), same);
        if (at == classes.end()) at = classes.insert(classes.end(), fresh_class(evidence, category, on));
        add(*at, on, world.harm.empty() ? 1.0 : world.harm[on.front().incident]);
        h = last;
    }
    std::sort(classes.begin(), classes.end(), [](const IncidentClass& a, const IncidentClass& b) {
        if (a.category != b.category) return a.category < b.category;
        return a.findings != b.findings ? a.findings < b.findings : a.measures < b.measures;
    });
    return classes;
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
