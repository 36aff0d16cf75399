// Reference topics local_autocorrelation, multiple_testing and spatial_weights.
#include <algorithm>
#include <numeric>

#include "reference/reference.hpp"
#include "statistics/local_gi.hpp"
#include "statistics/local_moran.hpp"
#include "statistics/multiple_testing.hpp"
#include "statistics/spatial_weights.hpp"

namespace reference {

namespace {

using namespace lykta;
using namespace lykta::statistics;

SpatialWeights weights_in(const Json& input) {
    SpatialWeights w;
    for (const auto& row : input.at("neighbours")) {
        w.neighbours.push_back(row.get<std::vector<std::uint32_t>>());
        w.weights.emplace_back(row.size(), 1.0);
    }
    if (input.contains("weights")) {
        for (std::size_t i = 0; i < w.size(); ++i) w.weights[i] = numbers_of(input["weights"][i]);
    }
    return w;
}

Json g_figures(const std::vector<LocalG>& results) {
    Json found{{"G", Json::array()},
               {"E", Json::array()},
               {"V", Json::array()},
               {"z", Json::array()},
               {"p_two_sided", Json::array()}};
    for (const LocalG& g : results) {
        const auto given = [&](double value) { return g.z ? Json(value) : Json(nullptr); };
        found["G"].push_back(given(g.statistic));
        found["E"].push_back(given(g.expectation));
        found["V"].push_back(given(g.variance));
        found["z"].push_back(optional_json(g.z));
        found["p_two_sided"].push_back(optional_json(g.p));
    }
    return found;
}

Json moran_figures(const std::vector<std::optional<LocalMoran>>& results) {
    Json found{{"I", Json::array()},
               {"E", Json::array()},
               {"V", Json::array()},
               {"z", Json::array()},
               {"p_two_sided", Json::array()}};
    for (const auto& m : results) {
        const auto given = [&](double LocalMoran::*field) { return m ? Json((*m).*field) : Json(nullptr); };
        found["I"].push_back(given(&LocalMoran::statistic));
        found["E"].push_back(given(&LocalMoran::expectation));
        found["V"].push_back(given(&LocalMoran::variance));
        found["z"].push_back(given(&LocalMoran::z));
        found["p_two_sided"].push_back(given(&LocalMoran::p));
    }
    return found;
}

Json quadrant_names(const std::vector<std::optional<Quadrant>>& quadrants) {
    Json names = Json::array();
    for (const auto& q : quadrants) {
        if (!q) {
            names.push_back(nullptr);
            continue;
        }
        switch (*q) {
            case Quadrant::high_high:
                names.push_back("High-High");
                break;
            case Quadrant::low_low:
                names.push_back("Low-Low");
                break;
            case Quadrant::high_low:
                names.push_back("High-Low");
                break;
            case Quadrant::low_high:
                names.push_back("Low-High");
                break;
        }
    }
    return names;
}

Json global_figures(const std::optional<LocalMoran>& m) {
    if (!m) return nullptr;
    return {{"stat", m->statistic}, {"E", m->expectation}, {"V", m->variance}, {"z", m->z}, {"p_two_sided", m->p}};
}

/// Every statistic in one style of weights.
Json styled_figures(const std::vector<double>& x, const SpatialWeights& plain, bool standardise) {
    const auto styled = [&](SpatialWeights w) { return standardise ? row_standardised(std::move(w)) : w; };
    const SpatialWeights w = styled(plain);
    Json found;
    found["Gi"] = g_figures(local_gi(x, w));
    found["Gi_z"] = found["Gi"]["z"];
    found["Gistar"] = g_figures(local_gi_star(x, styled(with_self(plain))));
    found["moran_conditional"] = moran_figures(local_moran(x, w, Randomisation::conditional));
    found["moran_total"] = moran_figures(local_moran(x, w, Randomisation::total));
    found["moran_global_randomisation"] = global_figures(global_moran(x, w));
    found["quadrant"] = quadrant_names(quadrants(x, w));
    return found;
}

/// Exact placements; for a value below the mean a high lag makes local Moran low, so its tails change places.
Json placement_figures(const std::vector<double>& x, const SpatialWeights& w) {
    const double mean = std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
    Json found;
    const auto results = placement_p(x, w, {.enumerate_up_to = 5'000'000});
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto& p = results[i];
        const bool low = x[i] < mean;
        found["Gi_p_greater"].push_back(p ? Json(p->greater) : Json(nullptr));
        found["Gi_p_less"].push_back(p ? Json(p->less) : Json(nullptr));
        found["moran_p_greater"].push_back(p ? Json(low ? p->less : p->greater) : Json(nullptr));
        found["moran_p_less"].push_back(p ? Json(low ? p->greater : p->less) : Json(nullptr));
        found["n_subsets"].push_back(p ? Json(p->placements) : Json(nullptr));
    }
    return found;
}

/// Null when no location has any statistic; else what there is, so that the difference shows.
Json degenerate_figures(const std::vector<double>& x, const SpatialWeights& w) {
    const auto gi = local_gi(x, w), star = local_gi_star(x, with_self(w));
    const auto moran = local_moran(x, w);
    const auto has_z = [](const LocalG& g) { return g.z.has_value(); };
    const bool any = std::any_of(gi.begin(), gi.end(), has_z) || std::any_of(star.begin(), star.end(), has_z) ||
                     std::any_of(moran.begin(), moran.end(), [](const auto& m) { return m.has_value(); }) ||
                     !quadrants(x, w).empty();
    if (any) return {{"all_statistics", g_figures(star)}};
    return {{"all_statistics", nullptr}, {"must_report", "the values do not vary: no local statistic is defined"}};
}

std::vector<MultiPolygon> shapes_in(const Json& polygons, std::vector<std::string>& names) {
    std::vector<MultiPolygon> shapes;
    for (const auto& [name, rings] : polygons.items()) {
        names.push_back(name);
        // A list of rings, or one ring.
        const bool one_ring = rings.at(0).at(0).is_number();
        Json polygon{{"exterior", one_ring ? rings : rings.at(0)}, {"holes", Json::array()}};
        for (std::size_t k = 1; !one_ring && k < rings.size(); ++k) polygon["holes"].push_back(rings[k]);
        shapes.push_back({polygon_of(polygon)});
    }
    return shapes;
}

Json contiguity_figures(const Json& polygons) {
    std::vector<std::string> names;
    const auto shapes = shapes_in(polygons, names);
    const auto lists = [&](Contiguity rule) {
        const SpatialWeights w = contiguity(shapes, rule);
        if (polygons.is_array()) return Json(w.neighbours);
        Json by_name = Json::object();
        for (std::size_t i = 0; i < names.size(); ++i) {
            by_name[names[i]] = Json::array();
            for (const auto j : w.neighbours[i]) by_name[names[i]].push_back(names[j]);
        }
        return by_name;
    };
    return {{"queen", lists(Contiguity::queen)}, {"rook", lists(Contiguity::rook)}};
}

double total_weight(const SpatialWeights& w) {
    double sum = 0.0;
    for (const auto& row : w.weights) sum += std::accumulate(row.begin(), row.end(), 0.0);
    return sum;
}

Json point_weight_figures(const Json& input, const Json& params) {
    const auto points = points_of(input.at("coords"));
    Json found;
    if (params.contains("band")) {
        const SpatialWeights band = distance_band(points, {params["band"].get<double>()});
        found["neighbours"] = found["band_neighbours"] = band.neighbours;
        found["islands"] = band.islands();
        found["S0_binary_band"] = total_weight(band);
        found["S0_row_standardised_band"] = std::round(total_weight(row_standardised(band)) * 1e12) / 1e12;
        found["components_band"] = components(band);
    }
    if (params.contains("k")) {
        const SpatialWeights knn = nearest_neighbours(points, params["k"].get<int>());
        found["knn_neighbours"] = knn.neighbours;
        found["row_standardised_weight_of_knn"] = row_standardised(knn).weights.front().front();
    }
    return found;
}

}  // namespace

Json local_autocorrelation(const Json& one_case) {
    const Json &input = one_case.at("input"), &expected = one_case.at("expected");
    const std::vector<double> x = numbers_of(input.at("x"));
    const SpatialWeights w = weights_in(input);
    if (expected.contains("all_statistics")) return degenerate_figures(x, w);
    if (expected.contains("n_subsets") || expected.contains("Gi_p_greater")) return placement_figures(x, w);
    const Json plain = styled_figures(x, w, false);
    return {{"binary", plain}, {"unstandardised", plain}, {"row_standardised", styled_figures(x, w, true)}};
}

Json multiple_testing(const Json& one_case) {
    std::vector<std::optional<double>> p;
    for (const auto& value : one_case.at("input").at("p")) {
        p.push_back(value.is_null() ? std::nullopt : std::optional<double>(value.get<double>()));
    }
    const double alpha = one_case.at("params").value("alpha", 0.05);
    Json found;
    const auto add = [&](const std::string& name, Adjustment how) {
        const auto q = adjusted(p, how);
        found[name] = list_json(q);
        found[name + "_rejected"] = std::count_if(q.begin(), q.end(), [&](const auto& v) { return v && *v <= alpha; });
    };
    add("bonferroni", Adjustment::bonferroni);
    add("holm", Adjustment::holm);
    add("BH", Adjustment::benjamini_hochberg);
    add("BY", Adjustment::benjamini_yekutieli);
    return found;
}

Json spatial_weights(const Json& one_case) {
    const Json& input = one_case.at("input");
    if (input.contains("polygons")) return contiguity_figures(input["polygons"]);
    return point_weight_figures(input, one_case.at("params"));
}

}  // namespace reference
