// The map section: one figure for the screen and for paper, and one legend for both.
#include "outputs/report_map.hpp"

#include "outputs/geopackage.hpp"
#include "outputs/html.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

std::string swatch(std::string_view inner) {
    return fmt::format("<svg class=\"key\" viewBox=\"0 0 30 18\" aria-hidden=\"true\">{}</svg>", inner);
}

/// An entry of the legend; where a layer can be switched off it is a box to tick.
std::string entry(std::string_view layer, std::string_view picture, std::string_view text) {
    return fmt::format("<label><input type=\"checkbox\" checked data-layer=\"{}\">{}<span>{}</span></label>", layer,
                       picture, html_text(text));
}

std::string hot_entry(const RunResult& result) {
    std::string squares;
    for (int i = 0; i < 3; ++i)
        squares +=
            fmt::format("<rect x=\"{}\" y=\"4\" width=\"9\" height=\"10\" fill=\"{}\"/>", 1 + i * 9.5, hot_colours[i]);
    return entry(
        "hot", swatch(squares),
        say("hot-spot cells ({} m), Gi* z under 3, from 3, from 5", number_text(result.gi_z.frame.cell_size.value, 0)));
}

std::string legend(const RunResult& result) {
    std::string out;
    if (!result.places.empty())
        out += entry(
            "places",
            swatch("<path class=\"m-place\" d=\"M2 2h26v14H2z\"/><circle class=\"dot\" cx=\"15\" cy=\"9\" r=\"6.5\"/>"),
            tr("ranked places, the number is the rank; the first 20 larger"));
    if (!result.refusal) out += hot_entry(result);
    if (!result.stretches.empty()) {
        out += entry("below", swatch("<path class=\"m-below\" d=\"M2 9h26\"/>"), tr("light below its class"));
        out += entry("half", swatch("<path class=\"m-half\" d=\"M2 9h26\"/>"), tr("light under half of its class"));
    }
    if (!late_stretches(result).empty())
        out += entry("late", swatch("<path class=\"m-late\" d=\"M2 9h26\"/>"),
                     tr("a person is seen only when nearer than 10 m"));
    if (result.layers && result.layers->lighting)
        out += entry("lamps",
                     swatch("<g class=\"m-lamp\"><circle cx=\"8\" cy=\"9\" r=\"4\"/></g><path class=\"m-out\" d=\"M18 "
                            "5l8 8m0 -8l-8 8\"/>"),
                     result.layers->lighting->lamps.size() > most_lamps_on_map
                         ? tr("lamps (too many to show here; see lykta.gpkg)")
                         : tr("lamp, and lamp that is out (seen when zoomed in)"));
    return element("div", "class=\"legend\"", out);
}

std::string base_notes(const RunResult& result) {
    const Box window = result.layers ? box_of(result.layers->window.shape) : Box{};
    if (window.empty()) return "";
    const BaseMap base = base_map(result, window);
    std::string notes;
    if (base.without_buildings)
        notes +=
            std::string(" ") + tr("Buildings and vegetation are left out of the large map to keep the page small.");
    if (base.without_footpaths)
        notes += std::string(" ") + tr("Footpaths are left out of the large map to keep the page small.");
    return notes;
}

}  // namespace

std::vector<Polyline> late_stretches(const RunResult& result) {
    std::vector<Polyline> late;
    if (!result.sight) return late;
    for (const auto& s : result.sight->stretches)
        if (s.under_10_m > (s.to_m - s.from_m) / 2) late.push_back(s.line);
    return late;
}

std::string report_map(const RunResult& result) {
    const std::string caption =
        say("Recorded incidents {} to {}; base map from the study's own layers; {}. North is up.",
            iso_date(result.period.first_day), iso_date(result.period.last_day), result.crs.name()) +
        base_notes(result);
    return "<section id=\"map\"><h2>" + html_text(tr("Map")) +
           "</h2>\n<figure class=\"map\"><div id=\"leaflet\" role=\"application\" aria-label=\"" +
           html_text(tr("Map that can be moved; the same is in the list below")) + "\"></div>\n" +
           city_map_svg(result) + "\n" + legend(result) + element("figcaption", "", html_text(caption)) +
           "</figure>\n<script type=\"application/json\" id=\"map-data\">" + map_json(result) + "</script></section>\n";
}

}  // namespace lykta::outputs
