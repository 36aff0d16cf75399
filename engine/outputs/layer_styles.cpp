// layer_styles: how QGIS dresses each layer when it opens lykta.gpkg. One QML text per geometry layer, made from small
// lists of classes; colours are told apart by colour-blind eyes, and shapes or widths differ too.
#include "outputs/geopackage.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

/// A symbol as QGIS names it: "fill", "line" or "marker", with its properties.
struct Symbol {
    std::string type, layer_class;
    std::vector<std::pair<std::string, std::string>> properties;
};
/// A rule: which features (a QGIS expression), what the legend calls them, how they look.
struct Rule {
    std::string filter, label;
    Symbol symbol;
};

Symbol fill(const std::string& colour, const std::string& outline, const std::string& width) {
    return {"fill",
            "SimpleFill",
            {{"color", colour},
             {"style", "solid"},
             {"outline_color", outline},
             {"outline_style", "solid"},
             {"outline_width", width},
             {"outline_width_unit", "MM"}}};
}
Symbol line(const std::string& colour, const std::string& width, const std::string& pen = "solid") {
    return {"line",
            "SimpleLine",
            {{"line_color", colour},
             {"line_style", pen},
             {"line_width", width},
             {"line_width_unit", "MM"},
             {"capstyle", "round"}}};
}
Symbol marker(const std::string& shape, const std::string& colour, const std::string& size) {
    return {"marker",
            "SimpleMarker",
            {{"name", shape},
             {"color", colour},
             {"outline_color", "51,51,51,255"},
             {"outline_width", "0.2"},
             {"size", size},
             {"size_unit", "MM"}}};
}

std::string symbol_xml(const Symbol& symbol, std::size_t name) {
    std::string xml = fmt::format(
        "<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
        "<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">",
        name, symbol.type, symbol.layer_class);
    for (const auto& [key, value] : symbol.properties)
        xml += fmt::format("<Option name=\"{}\" type=\"QString\" value=\"{}\"/>", key, html_text(value));
    xml += "</Option>";
    for (const auto& [key, value] : symbol.properties)
        xml += fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, html_text(value));
    return xml + "</layer></symbol>";
}

std::string renderer_xml(const std::vector<Rule>& rules) {
    std::string list, symbols;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        list += fmt::format("<rule key=\"r{}\" symbol=\"{}\" filter=\"{}\" label=\"{}\"/>", i, i,
                            html_text(rules[i].filter), html_text(rules[i].label));
        symbols += symbol_xml(rules[i].symbol, i);
    }
    return "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" forceraster=\"0\" enableorderby=\"0\"><rules "
           "key=\"root\">" +
           list + "</rules><symbols>" + symbols + "</symbols></renderer-v2>";
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

std::string qml(const std::vector<Rule>& rules, const std::string& label_expression = "") {
    const bool labelled = !label_expression.empty();
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" "
           "styleCategories=\"Symbology|Labeling\" labelsEnabled=\"" +
           std::string(labelled ? "1" : "0") + "\">" + renderer_xml(rules) +
           (labelled ? labels_xml(label_expression) : "") + "</qgis>\n";
}

std::string places_qml() {
    const std::string edge = "20,52,80,255";
    return qml({{"\"score\" >= 75", tr("75 points or more"), fill("31,78,121,140", edge, "0.7")},
                {"\"score\" >= 50 AND \"score\" < 75", tr("50 to 75 points"), fill("70,130,180,120", edge, "0.6")},
                {"\"score\" >= 25 AND \"score\" < 50", tr("25 to 50 points"), fill("135,180,215,110", edge, "0.5")},
                {"\"score\" < 25", tr("under 25 points"), fill("205,225,240,100", edge, "0.4")},
                {"\"score\" IS NULL", tr("score not shown"), fill("255,255,255,60", edge, "0.4")}},
               "concat(\"rank\", '. ', \"name\")");
}

std::string hot_spots_qml() {
    const std::string edge = "80,30,75,160";
    return qml({{"\"gi_z\" >= 8", tr("Gi* z 8 or more"), fill("99,32,90,190", edge, "0.15")},
                {"\"gi_z\" >= 5 AND \"gi_z\" < 8", tr("Gi* z 5 to 8"), fill("156,74,139,170", edge, "0.15")},
                {"\"gi_z\" >= 3 AND \"gi_z\" < 5", tr("Gi* z 3 to 5"), fill("198,139,184,150", edge, "0.15")},
                {"\"gi_z\" < 3", tr("Gi* z under 3"), fill("231,201,224,140", edge, "0.15")}});
}

std::string cells_qml() {
    const std::string edge = "130,130,130,60";
    return qml({{"\"count\" >= 20", tr("20 incidents or more"), fill("55,75,95,170", edge, "0.1")},
                {"\"count\" >= 10 AND \"count\" < 20", tr("10 to 19 incidents"), fill("105,125,145,150", edge, "0.1")},
                {"\"count\" >= 5 AND \"count\" < 10", tr("5 to 9 incidents"), fill("160,175,190,140", edge, "0.1")},
                {"\"count\" < 5", tr("under 5 incidents"), fill("215,223,230,120", edge, "0.1")},
                {"\"count\" IS NULL", tr("number not shown"), fill("240,240,240,80", edge, "0.1")}});
}

std::string light_qml() {
    return qml(
        {{"\"below_class\" = 1 AND \"deficit_share\" >= 0.5", tr("less than half of the class average"),
          line("178,24,43,255", "1.1")},
         {"\"below_class\" = 1 AND \"deficit_share\" < 0.5", tr("below its class"), line("230,150,30,255", "0.9")},
         {"\"below_class\" = 0", tr("meets its class"), line("150,150,150,200", "0.4")}});
}

std::string lamps_qml() {
    return qml(
        {{"\"state\" = 'working'", lamp_state_words(layers::LampState::working),
          marker("circle", "255,220,90,255", "1.8")},
         {"\"state\" = 'out'", lamp_state_words(layers::LampState::out), marker("cross_fill", "30,30,30,255", "2.8")},
         {"\"state\" = 'unknown'", lamp_state_words(layers::LampState::unknown),
          marker("circle", "225,225,225,255", "1.8")}});
}

std::string felt_qml() {
    return qml(
        {{"\"felt\" = 'more_felt'", felt_words(places::Felt::more_felt),
          fill("118,42,131,110", "90,30,100,255", "0.5")},
         {"\"felt\" = 'less_felt'", felt_words(places::Felt::less_felt), fill("27,120,55,90", "20,90,40,255", "0.5")},
         {"\"felt\" = 'agree'", felt_words(places::Felt::agree), fill("200,200,200,60", "120,120,120,255", "0.3")},
         {"\"felt\" = 'unknown'", felt_words(places::Felt::unknown),
          fill("255,255,255,30", "160,160,160,255", "0.2")}});
}

}  // namespace

void add_styles(GeoPackage& package) {
    const auto T = CellKind::text;
    auto styles = package.table("layer_styles", "QGIS", Shape::none,
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
    const std::pair<const char*, std::string> all[] = {{"places", places_qml()}, {"hot_spots", hot_spots_qml()},
                                                       {"cells", cells_qml()},   {"light_deficit", light_qml()},
                                                       {"lamps", lamps_qml()},   {"felt_areas", felt_qml()}};
    for (const auto& [layer, text] : all)
        styles.add({"", "", layer, "geom", std::string("lykta ") + layer, text, "", std::int64_t{1}, "Lykta", "",
                    Cell{}, "2000-01-01T00:00:00.000Z"});
}

}  // namespace lykta::outputs
