// How QGIS dresses the layers of a GeoPackage, of a whole study and of a single command: rules with colours, written
// into layer_styles.
#pragma once
#include <string>
#include <vector>

#include "outputs/geopackage.hpp"
#include "outputs/lux_scale.hpp"

namespace lykta::outputs {

/// A rule: which features (a QGIS expression), what the legend calls them, how they look. Colours as "#rrggbb".
struct StyleRule {
    std::string filter, label, colour;
    double size_mm = 0.9;           ///< of a line its width, of a marker its diameter, of an area its outline's width
    std::string marker = "circle";  ///< "circle", "cross_fill"; points only
    double opacity = 1.0;           ///< of an area's fill
    std::string outline = {};       ///< colour of an area's outline; empty: the fill's
};
struct LayerStyle {
    std::string layer;
    Shape shape = Shape::line;
    std::vector<StyleRule> rules;
    std::string label = {};  ///< QGIS expression written on each feature; empty: none
};
/// QML of one layer. \correctness read back by tests/outputs/stage_style_test.cpp; opened in QGIS 3.22 form
[[nodiscard]] std::string style_qml(const LayerStyle& style);
void add_stage_styles(GeoPackage& package, const std::vector<LayerStyle>& styles);

/// One rule a step over a column holding lux.
[[nodiscard]] std::vector<StyleRule> lux_rules(const std::string& column, double size_mm);

}  // namespace lykta::outputs
