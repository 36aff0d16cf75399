// Reference topic illuminance: point-by-point light, calculation grids, classes.
#include "conditions/illuminance.hpp"

#include <algorithm>
#include <map>

#include "conditions/lighting_class.hpp"
#include "reference/reference.hpp"

namespace reference {

namespace {

using namespace lykta;
using namespace lykta::conditions;

/// Luminaires and the tables they point into.
struct Installation {
    std::map<std::string, IntensityTable> tables;
    std::vector<Luminaire> luminaires;
};

IntensityTable table_of(const Json& json) {
    IntensityTable table;
    table.gamma_deg = numbers_of(json.at("gamma_deg"));
    if (json.contains("C_deg")) {
        table.c_deg = numbers_of(json["C_deg"]);
        for (const auto& row : json.at("cd_per_klm")) table.cd_per_klm.push_back(numbers_of(row));
    } else {
        table.c_deg = {0.0};
        table.cd_per_klm = {numbers_of(json.at("cd_per_klm"))};
    }
    return table;
}

Luminaire luminaire_of(const Json& json, Installation& in) {
    Luminaire l;
    l.position = {json.at("x"), json.at("y")};
    l.height = {json.at("z").get<double>()};
    l.maintenance_factor = json.value("mf", 1.0);
    l.azimuth = {json.value("azimuth_deg", 0.0)};
    l.lit = json.value("on", true);
    if (json.contains("cd")) {
        // The same intensity in all directions: a table of one value, at 1,000 lm.
        const double cd = json["cd"];
        const std::string name = "uniform " + std::to_string(cd);
        in.tables[name] = {{0.0}, {0.0, 180.0}, {{cd, cd}}};
        l.table = &in.tables[name];
        l.flux = {1000.0};
    } else {
        l.table = &in.tables.at(json.at("table"));
        l.flux = {json.at("flux_klm").get<double>() * 1000.0};
    }
    return l;
}

void read_installation(const Json& input, Installation& in) {
    if (input.contains("tables")) {
        for (const auto& [name, table] : input["tables"].items()) in.tables[name] = table_of(table);
    }
    for (const auto& lamp : input.at("luminaires")) in.luminaires.push_back(luminaire_of(lamp, in));
}

Json point_figures(const Json& input, const Json& params, const Installation& in) {
    Json found;
    for (const auto& row : input.at("points")) {
        const Point p = point_of(row);
        const Meters z{row.size() > 2 ? row[2].get<double>() : 0.0};
        Json each = Json::array(), vertical = Json::array(), semi = Json::array();
        for (const Luminaire& l : in.luminaires) each.push_back(horizontal_illuminance(p, std::span(&l, 1), z).value);
        const double sum = horizontal_illuminance(p, in.luminaires, z).value;
        found["E"].push_back(sum);
        found["E_h_at_1.5m"].push_back(sum);
        found["E_by_luminaire"].push_back(each);
        if (!params.contains("view_azimuth_deg")) continue;
        for (const double view : numbers_of(params["view_azimuth_deg"])) {
            vertical.push_back(vertical_illuminance(p, {view}, in.luminaires, z).value);
            semi.push_back(semicylindrical_illuminance(p, {view}, in.luminaires, z).value);
        }
        found["E_v"].push_back(vertical);
        found["E_sc"].push_back(semi);
    }
    return found;
}

struct Field {
    Json rows = Json::array();
    double average = 0.0, least = 1e300, most = 0.0, dark = 0.0;
};

Field field_over(const Json& field, const CalculationGrid& grid, const std::vector<Luminaire>& luminaires) {
    Field out;
    const Point origin = point_of(field.at("origin"));
    const double count = grid.along * grid.across;
    for (int j = 0; j < grid.across; ++j) {
        Json row = Json::array();
        for (int i = 0; i < grid.along; ++i) {
            const Point p{origin.x + (i + 0.5) * grid.step_along_m, origin.y + (j + 0.5) * grid.step_across_m};
            const double lux = horizontal_illuminance(p, luminaires).value;
            row.push_back(lux);
            out.average += lux / count;
            out.least = std::min(out.least, lux);
            out.most = std::max(out.most, lux);
            out.dark += lux < 1.0 ? 1.0 / count : 0.0;
        }
        out.rows.push_back(row);
    }
    return out;
}

Json field_figures(const Json& field, const Installation& in) {
    const CalculationGrid grid =
        calculation_grid({field.at("length_S").get<double>()}, {field.at("width_W").get<double>()});
    const Field lit = field_over(field, grid, in.luminaires);
    auto all_on = in.luminaires;
    for (Luminaire& l : all_on) l.lit = true;
    const Field whole = field_over(field, grid, all_on);
    return {{"N", grid.along},
            {"n", grid.across},
            {"D", grid.step_along_m},
            {"d", grid.step_across_m},
            {"E_rows_from_y_small_to_large", lit.rows},
            {"E_avg", lit.average},
            {"E_min", lit.least},
            {"E_max", lit.most},
            {"U0", lit.least / lit.average},
            {"Ud_min_over_max", lit.least / lit.most},
            {"share_of_points_below_1_lx", lit.dark},
            {"loss_of_average", 1.0 - lit.average / whole.average}};
}

Json class_table() {
    Json found;
    for (const LightingClass& c : lighting_classes()) {
        const double second = c.minimum ? c.minimum->value : c.uniformity.value_or(0.0);
        found[c.name.substr(0, 1)][c.name] = {c.average.value, second};
    }
    return found;
}

Json reached_figures(const Json& pairs) {
    Json found;
    const auto name = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    for (const auto& pair : pairs) {
        const Lux average{pair.at(0).get<double>()}, minimum{pair.at(1).get<double>()};
        const std::string p = class_reached('P', average, minimum);
        found["P"].push_back(name(p));
        found["C"].push_back(name(class_reached('C', average, minimum)));
        found["P_average_over_1.5_times"].push_back(!p.empty() && average_over_limit(*find_lighting_class(p), average));
    }
    return found;
}

Json grid_rule_figures(const Json& input) {
    Json found;
    for (const double s : numbers_of(input.at("S"))) {
        const CalculationGrid grid = calculation_grid({s}, {4.0});
        found["N"].push_back(grid.along);
        found["D"].push_back(grid.step_along_m);
    }
    for (const double w : numbers_of(input.at("W"))) {
        const CalculationGrid grid = calculation_grid({30.0}, {w});
        found["n"].push_back(grid.across);
        found["d"].push_back(grid.step_across_m);
    }
    return found;
}

}  // namespace

Json illuminance(const Json& one_case) {
    const Json &input = one_case.at("input"), &params = one_case.at("params");
    if (input.contains("E_avg_E_min")) return reached_figures(input["E_avg_E_min"]);
    if (input.contains("S") && input.contains("W")) return grid_rule_figures(input);
    if (!input.contains("luminaires")) return class_table();
    Installation in;
    read_installation(input, in);
    return input.contains("field") ? field_figures(input["field"], in) : point_figures(input, params, in);
}

}  // namespace reference
