// Styles of layers as QGIS reads them.
#include "outputs/stage_style.hpp"

#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

/// "#rrggbb" → "r,g,b,a" as QGIS writes it.
std::string rgba(const std::string& colour, double opacity) {
    const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    return fmt::format("{},{},{},{}", part(1), part(3), part(5), static_cast<int>(opacity * 255.0));
}

Properties properties_of(const StyleRule& rule, Shape shape) {
    const auto size = fmt::format("{:.2f}", rule.size_mm);
    if (shape == Shape::line)
        return {{"line_color", rgba(rule.colour, 1.0)},
                {"line_style", "solid"},
                {"line_width", size},
                {"line_width_unit", "MM"},
                {"capstyle", "round"},
                {"joinstyle", "round"}};
    if (shape == Shape::point)
        return {{"name", rule.marker},
                {"color", rgba(rule.colour, 1.0)},
                {"outline_color", "51,51,51,255"},
                {"outline_width", "0.15"},
                {"size", size},
                {"size_unit", "MM"}};
    return {{"color", rgba(rule.colour, rule.opacity)},
            {"style", "solid"},
            {"outline_color", rgba(rule.outline.empty() ? rule.colour : rule.outline, 1.0)},
            {"outline_style", "solid"},
            {"outline_width", size},
            {"outline_width_unit", "MM"}};
}

std::string symbol_xml(const StyleRule& rule, Shape shape, std::size_t name) {
    const char* type = shape == Shape::line ? "line" : shape == Shape::point ? "marker" : "fill";
    const char* layer = shape == Shape::line ? "SimpleLine" : shape == Shape::point ? "SimpleMarker" : "SimpleFill";
    std::string options, old;  // QGIS before 3.26 reads <prop>, later ones <Option>
    for (const auto& [key, value] : properties_of(rule, shape)) {
        options += fmt::format("<Option name=\"{}\" type=\"QString\" value=\"{}\"/>", key, html_text(value));
        old += fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, html_text(value));
    }
    return fmt::format(
        "<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"{}\" "
        "enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">{}</Option>{}</layer></symbol>",
        name, type, layer, options, old);
}

std::string labels_xml(const std::string& expression) {
    return fmt::format(
        "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"{}\" isExpression=\"1\" "
        "fontSize=\"10\" fontSizeUnit=\"Point\" fontWeight=\"75\" namedStyle=\"Bold\" textColor=\"23,37,53,255\" "
        "multilineHeight=\"1\"><text-buffer bufferDraw=\"1\" bufferSize=\"1\" bufferSizeUnits=\"MM\" "
        "bufferColor=\"255,255,255,255\" bufferOpacity=\"1\"/></text-style><placement placement=\"0\" priority=\"8\"/>"
        "<rendering obstacle=\"0\" displayAll=\"0\"/></settings></labeling>",
        html_text(expression));
}

}  // namespace

std::string style_qml(const LayerStyle& style) {
    std::string rules, symbols;
    for (std::size_t i = 0; i < style.rules.size(); ++i) {
        const auto& rule = style.rules[i];
        rules += fmt::format("<rule key=\"r{0}\" symbol=\"{0}\" filter=\"{1}\" label=\"{2}\"/>", i,
                             html_text(rule.filter), html_text(rule.label));
        symbols += symbol_xml(rule, style.shape, i);
    }
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" "
        "styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{}\"><renderer-v2 type=\"RuleRenderer\" "
        "symbollevels=\"0\" forceraster=\"0\" "
        "enableorderby=\"0\"><rules key=\"root\">{}</rules><symbols>{}</symbols></renderer-v2>{}</qgis>\n",
        style.label.empty() ? 0 : 1, rules, symbols, style.label.empty() ? "" : labels_xml(style.label));
}

void add_stage_styles(GeoPackage& package, const std::vector<LayerStyle>& styles) {
    const auto T = CellKind::text;
    auto table = package.table("layer_styles", "QGIS", Shape::none,
                               {{"f_table_catalog", "", "", T},
                                {"f_table_schema", "", "", T},
                                {"f_table_name", "", "", T},
                                {"f_geometry_column", "", "", T},
                                {"styleName", "", "", T},
                                {"styleQML", "", "", T},
                                {"styleSLD", "", "", T},
                                {"useAsDefault", "", "", CellKind::integer},
                                {"description", "", "", T},
                                {"owner", "", "", T},
                                {"ui", "", "", T},
                                {"update_time", "", "", T}});
    for (const auto& style : styles)
        table.add({"", "", style.layer, "geom", "lykta " + style.layer, style_qml(style), "", std::int64_t{1}, "Lykta",
                   "", Cell{}, "2000-01-01T00:00:00.000Z"});
}

std::vector<StyleRule> lux_rules(const std::string& column, double size_mm) {
    const auto& steps = lux_steps();
    std::vector<StyleRule> rules;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        std::string filter = fmt::format("\"{}\" >= {}", column, steps[i].from);
        if (i + 1 < steps.size()) filter += fmt::format(" AND \"{}\" < {}", column, steps[i + 1].from);
        rules.push_back({.filter = filter, .label = lux_step_label(i), .colour = steps[i].colour, .size_mm = size_mm});
    }
    return rules;
}

}  // namespace lykta::outputs
