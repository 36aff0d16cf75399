// One SVG map: ground, areas, lines, points, then the plate with title, legend and source.
#include "outputs/stage_map.hpp"

#include <algorithm>

#include "outputs/base64.hpp"
#include "outputs/html.hpp"
#include "outputs/map_pieces.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

constexpr double width_px = 1600, height_px = 1130, plate_px = 300;

std::string ground_svg(const MapView& view, const Grid<double>& lux) {
    constexpr int most_pixels = 1600;
    const GridFrame& f = lux.frame;
    const double size = f.cell_size.value;
    // The last block of a coarsened picture may reach over the grid's edge: the picture is as large as its blocks.
    const int block = std::max(1, (std::max(f.columns, f.rows) + most_pixels - 1) / most_pixels);
    const double columns = (f.columns + block - 1) / block * block, rows = (f.rows + block - 1) / block * block;
    const Point corner = view.at({f.origin.x, f.origin.y + rows * size});
    return fmt::format(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
        "style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{}\"/>",
        px(corner.x), px(corner.y), px(columns * size * view.scale()), px(rows * size * view.scale()),
        base64(lux_png(lux, most_pixels)));
}

std::string points_svg(const MapView& view, const MapPoints& points) {
    std::string d;
    const double r = points.radius_px;
    for (const Point p : points.points) {
        if (!view.world.contains(p)) continue;
        const Point at = view.at(p);
        if (points.cross)
            d += fmt::format("M{0} {1}l{2} {2}m0 -{2}l-{2} {2}", px(at.x - r), px(at.y - r), px(2 * r));
        else
            d += fmt::format("M{0} {1}h0", px(at.x), px(at.y));
    }
    return fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" d=\"{}\"/>",
                       points.colour, px(points.cross ? 1.6 : 2 * r), d);
}

std::string layers_svg(const StageMap& map, const MapView& view) {
    std::string out = map.lux != nullptr ? ground_svg(view, *map.lux) : "";
    for (const auto& areas : map.areas)
        out += fmt::format("<g fill=\"{}\" fill-rule=\"evenodd\">{}</g>", areas.colour,
                           shapes_svg(view, areas.rings, "m-shape"));
    for (const auto& lines : map.lines)
        out += fmt::format("<g fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\">{}</g>",
                           lines.colour, px(lines.width_px), lines_svg(view, lines.lines, "m-line"));
    for (const auto& points : map.points) out += points_svg(view, points);
    return out;
}

struct Entry {
    std::string label, mark;  ///< mark: SVG in a box of 26 × 14
};

std::vector<Entry> entries(const StageMap& map) {
    std::vector<Entry> list;
    const auto line = [](const MapLines& lines) {
        return fmt::format("<path d=\"M0 7h26\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>", lines.colour,
                           px(std::max(2.0, lines.width_px)));
    };
    for (const auto& points : map.points)
        list.push_back({points.label, fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" "
                                                  "stroke-linecap=\"round\"/>",
                                                  points.cross ? "M9 3l8 8m0 -8l-8 8" : "M13 7h0", points.colour,
                                                  points.cross ? "1.8" : "6")});
    for (const auto& lines : map.lines) list.push_back({lines.label, line(lines)});
    for (const auto& areas : map.areas)
        if (!areas.label.empty())
            list.push_back({areas.label, fmt::format("<rect width=\"26\" height=\"14\" fill=\"{}\"/>", areas.colour)});
    if (map.lux != nullptr)
        for (std::size_t i = lux_steps().size(); i-- > 0;)
            list.push_back(
                {lux_step_label(i),
                 fmt::format("<rect width=\"26\" height=\"14\" fill=\"{}\" stroke=\"{}\" stroke-width=\".5\"/>",
                             lux_steps()[i].colour, map.ink)});
    return list;
}

/// Words of a text in lines of at most so many letters.
std::vector<std::string> wrapped(const std::string& text, std::size_t most) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const auto word = text.substr(at, end - at);
        if (!lines.back().empty() && lines.back().size() + word.size() >= most) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        at = end + 1;
    }
    return lines;
}

std::string plate_svg(const StageMap& map) {
    std::string out;
    double y = 46;
    const auto write = [&](const std::string& text, const char* css, std::size_t letters, double step) {
        for (const auto& one : wrapped(clean_utf8(text), letters)) {
            out += fmt::format("<text class=\"{}\" x=\"24\" y=\"{}\">{}</text>", css, px(y), html_text(one));
            y += step;
        }
    };
    write(map.title, "title", 24, 28);
    y += 10;
    write(map.ground_label, "small", 40, 18);
    y += 12;
    for (const auto& entry : entries(map)) {
        out += fmt::format("<g transform=\"translate(24 {})\">{}</g>", px(y - 12), entry.mark);
        for (const auto& one : wrapped(entry.label, 30)) {
            out += fmt::format("<text x=\"62\" y=\"{}\">{}</text>", px(y), html_text(one));
            y += 18;
        }
        y += 6;
    }
    y = std::max(y + 20, height_px - 150);
    write(map.source, "small", 40, 17);
    return out;
}

std::string style_of(const StageMap& map) {
    return fmt::format(
        "<style>text{{font:15px sans-serif;fill:{0}}}.title{{font-size:22px;font-weight:bold}}.small{{font-size:13px}}"
        ".m-scale path{{fill:none;stroke:{0};stroke-width:1.5}}.m-scale text,.m-north text{{font-size:13px}}"
        ".m-plate{{fill:{1};opacity:.75}}.m-north path{{fill:{0}}}</style>",
        map.ink, map.paper);
}

}  // namespace

std::string map_svg(const StageMap& map) {
    const MapView view = view_of(map.frame.expanded(0.03 * std::max(map.frame.width(), map.frame.height())),
                                 width_px - plate_px, height_px);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "aria-label=\"{2}\">{3}<rect width=\"{0}\" height=\"{1}\" fill=\"{4}\"/>{5}<svg x=\"{6}\" width=\"{7}\" "
        "height=\"{1}\" overflow=\"hidden\">{8}{9}</svg></svg>\n",
        px(width_px), px(height_px), html_text(map.title), style_of(map), map.paper, plate_svg(map), px(plate_px),
        px(width_px - plate_px), layers_svg(map, view), scale_and_north_svg(view));
}

std::string source_line(const StageAbout& about) {
    std::string files;
    for (const auto& source : about.sources) files += (files.empty() ? "" : ", ") + source.account.source;
    return say("Source: {}. Lykta {}, {}.", files, about.version, about.crs.text());
}

}  // namespace lykta::outputs
