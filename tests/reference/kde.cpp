// Reference topic kde: kernels, edge corrections, grids, adaptive bandwidths, density ratios.
#include <cmath>
#include <map>

#include "reference/reference.hpp"
#include "statistics/adaptive_intensity.hpp"
#include "statistics/intensity.hpp"

namespace reference {

namespace {

using namespace lykta;
using namespace lykta::statistics;

const std::map<std::string, Kernel>& kernels() {
    static const std::map<std::string, Kernel> all{
        {"uniform", Kernel::uniform}, {"triangular", Kernel::triangular}, {"epanechnikov", Kernel::epanechnikov},
        {"quartic", Kernel::quartic}, {"triweight", Kernel::triweight},   {"gaussian", Kernel::gaussian}};
    return all;
}

EdgeCorrection edge_named(const std::string& name) {
    if (name == "uniform") return EdgeCorrection::uniform;
    return name == "diggle" ? EdgeCorrection::per_event : EdgeCorrection::none;
}

/// The bandwidth of a kernel, wherever the params keep it.
std::optional<double> bandwidth_in(const Json& params, const std::string& kernel) {
    if (params.contains("bandwidth") && params["bandwidth"].is_object()) {
        for (const auto& [names, value] : params["bandwidth"].items()) {
            if (("," + names + ",").find("," + kernel + ",") != std::string::npos) return bandwidth_in(value, kernel);
        }
    }
    const std::vector<const char*> words = kernel == "gaussian" ? std::vector<const char*>{"gaussian_sigma", "sigma"}
                                                                : std::vector<const char*>{"h_support_radius", "h"};
    for (const char* word : words) {
        if (params.contains(word)) return params[word].get<double>();
    }
    return {};
}

std::optional<MultiPolygon> window_in(const Json& input) {
    if (!input.contains("window")) return {};
    const Json& w = input["window"];
    if (w.at("type") == "rect") {
        const double x0 = w["xmin"], y0 = w["ymin"], x1 = w["xmax"], y1 = w["ymax"];
        return MultiPolygon{{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}};
    }
    return MultiPolygon{polygon_of(w)};
}

Json numbers_json(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double v : values) list.push_back(std::isnan(v) ? Json(nullptr) : Json(v));
    return list;
}

struct Setting {
    std::vector<Point> points, query;
    std::vector<double> weights;
    std::optional<MultiPolygon> window;
};

Setting setting_of(const Json& input) {
    Setting s;
    if (input.contains("points")) s.points = points_of(input["points"]);
    if (input.contains("query")) s.query = points_of(input["query"]);
    if (input.contains("weights")) s.weights = numbers_of(input["weights"]);
    s.window = window_in(input);
    return s;
}

/// One kernel's figures: with and without correction, weighted or not, and the edge mass.
Json kernel_figures(const Setting& s, IntensityOptions options, const Json& wanted) {
    Json found = Json::object();
    for (const auto& [name, value] : wanted.items()) {
        if (name == "edge_mass_at_query") {
            found[name] = Json::array();
            for (const Point q : s.query) found[name].push_back(window_mass(q, *s.window, options));
            continue;
        }
        const bool weighted = name.ends_with("_weighted");
        options.edge = edge_named(weighted ? name.substr(0, name.size() - 9) : name);
        const std::span<const double> weights =
            weighted ? std::span<const double>(s.weights) : std::span<const double>{};
        found[name] = numbers_json(intensity_at(s.query, s.points, weights, s.window ? &*s.window : nullptr, options));
    }
    return found;
}

Json by_kernel(const Setting& s, const Json& params, const Json& expected) {
    Json found = Json::object();
    for (const auto& [name, wanted] : expected.items()) {
        const auto kernel = kernels().find(name);
        if (kernel == kernels().end()) continue;
        const auto h = bandwidth_in(params, name);
        if (!h) continue;
        const IntensityOptions options{{*h}, kernel->second, EdgeCorrection::none};
        if (wanted.is_object()) {
            found[name] = kernel_figures(s, options, wanted);
        } else {
            found[name] = numbers_json(intensity_at(s.query, s.points, {}, nullptr, options));
        }
    }
    return found;
}

Json grid_figures(const Setting& s, const Json& params, const Json& input, const IntensityOptions& options) {
    const GridFrame frame{
        {input["window"]["xmin"], input["window"]["ymin"]}, {params["cell"]}, params["nx"], params["ny"]};
    const auto grid = intensity_grid(frame, s.points, s.weights, s.window ? &*s.window : nullptr, options);
    Json rows = Json::array();
    double sum = 0.0;
    int best_row = 0, best_column = 0;
    for (int r = 0; r < frame.rows; ++r) {
        Json row = Json::array();
        for (int c = 0; c < frame.columns; ++c) {
            row.push_back(grid.at(c, r));
            sum += grid.at(c, r) * frame.cell_area_m2();
            if (grid.at(c, r) > grid.at(best_column, best_row)) std::tie(best_row, best_column) = std::tie(r, c);
        }
        rows.push_back(row);
    }
    return {{"density_rows_south_to_north", rows},
            {"sum_times_cell_area", sum},
            {"max_cell_row_col", {best_row, best_column}}};
}

Json in_units(const Setting& s, const IntensityOptions& options) {
    const auto per_m2 = intensity_at(s.query, s.points, {}, nullptr, options);
    const auto scaled = [&](double factor) {
        std::vector<double> values;
        for (const double v : per_m2) values.push_back(v * factor);
        return numbers_json(values);
    };
    return {{"per_square_metre", scaled(1.0)},
            {"per_square_kilometre", scaled(1e6)},
            {"per_hectare", scaled(square_metres_per_hectare)},
            {"probability_density_per_square_metre", scaled(1.0 / static_cast<double>(s.points.size()))},
            {"expected_count_in_50m_cell", scaled(2500.0)}};
}

Json adaptive_figures(const Setting& s, const Json& params) {
    if (params.contains("h0")) {
        const auto adaptive = adaptive_intensity(s.query, s.points, {params["h0"].get<double>()});
        return {{"h_i", adaptive.bandwidth_m}, {"intensity", adaptive.intensity}};
    }
    const auto nearest = nearest_event_intensity(s.query, s.points, params.at("k").get<int>());
    return {{"h_q", nearest.bandwidth_m},
            {"quartic_intensity", list_json(nearest.intensity)},
            {"knn_density_k_over_pi_h2", list_json(nearest.k_over_area)}};
}

}  // namespace

Json kde(const Json& one_case) {
    const Json &input = one_case.at("input"), &params = one_case.at("params"), &expected = one_case.at("expected");
    const Setting s = setting_of(input);
    const std::string kernel = params.value("kernel", "quartic");
    const auto known = kernels().find(kernel);
    IntensityOptions options{
        250_m, known == kernels().end() ? Kernel::quartic : known->second,
        edge_named(params.value("edge", Json("none")).is_string() ? params.value("edge", "none") : "none")};
    if (const auto h = bandwidth_in(params, kernel)) options.bandwidth = {*h};
    if (input.contains("cases")) {
        return {{"log_ratio", list_json(log_relative_risk(s.query, points_of(input["cases"]),
                                                          points_of(input["controls"]), options))}};
    }
    if (expected.contains("density_rows_south_to_north")) return grid_figures(s, params, input, options);
    if (expected.contains("per_square_metre")) return in_units(s, options);
    if (params.contains("h0") || params.contains("k")) return adaptive_figures(s, params);
    if (!expected.contains("density")) return by_kernel(s, params, expected);
    Json found{{"density",
                numbers_json(intensity_at(s.query, s.points, s.weights, s.window ? &*s.window : nullptr, options))}};
    if (s.points.empty()) found["must_report"] = "0 events: the intensity is 0 everywhere";
    return found;
}

}  // namespace reference
