// Where everything stands. Heights are known before anything is drawn, so that nothing can overlap or be cut.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "viewer/map/furniture.hpp"
#include "viewer/page/sheet.hpp"

namespace lykta::viewer {
namespace {

constexpr Rgba ink_colour{24, 24, 28, 255}, soft_ink{78, 78, 84, 255};
constexpr double pad = 12;           ///< between parts
constexpr double scale_height = 62;  ///< bar, number and north
constexpr double scale_width = 190;

/// The text in lines, as large as `largest` or as small as it must be to stand in `most` lines.
TextBlock title_block(const std::string& text, const TextStyle& largest, double width, std::size_t most) {
    TextBlock block{.lines = {}, .style = largest, .corner = {}};
    do {
        block.lines = wrapped(text, block.style, width);
        if (block.lines.size() <= most) break;
        block.style.size *= 0.94;
    } while (block.style.size > 1);
    return block;
}

/// Paragraphs as one block of lines.
TextBlock paragraphs(const std::vector<std::string>& texts, const TextStyle& style, double width) {
    TextBlock block{.lines = {}, .style = style, .corner = {}};
    for (const auto& text : texts)
        for (auto& line : wrapped(text, style, width)) block.lines.push_back(std::move(line));
    return block;
}

/// What the notes under the map say, in three columns.
struct Notes {
    std::array<TextBlock, 3> columns;
    double height = 0;
};

std::string centre_text(const PageContent& content) {
    return say("Middle of the map: {}", project_coordinates_text(content.view.centre, content.crs));
}

/// The largest text at which the notes take no more than `most_height`.
Notes notes_of(const PageContent& content, double width, double most_height) {
    constexpr std::array<double, 3> shares{0.27, 0.46, 0.27};
    const std::array<std::vector<std::string>, 3> texts{
        {{content.period, content.privacy}, {content.sources}, {centre_text(content), content.made}}};
    for (double size = 8;; size *= 0.95) {
        Notes notes;
        for (std::size_t i = 0; i < 3; ++i) {
            const double column = shares[i] * width - legend_gap;
            notes.columns[i] =
                paragraphs(texts[i], {.size = size, .weight = Weight::regular, .colour = soft_ink}, column);
            notes.height = std::max(notes.height, notes.columns[i].height());
        }
        if (notes.height > most_height && size > 1) continue;
        double x = 0;
        for (std::size_t i = 0; i < 3; ++i) notes.columns[i].corner.x = x, x += shares[i] * width;
        return notes;
    }
}

/// The view held by a map box of this size: all that the content's view shows; on paper at a round scale.
MapView view_in(const PageContent& content, const Box& box, bool on_paper) {
    MapView view = content.view;
    view.width = box.width(), view.height = box.height();
    view.metres_per_pixel *= std::max(content.view.width / view.width, content.view.height / view.height);
    if (on_paper)
        view.metres_per_pixel = round_scale(view.metres_per_pixel / metres_a_page_pixel) * metres_a_page_pixel;
    return view;
}

std::vector<LegendBlock> legend_in(const PageContent& content, const MapView& view, bool night) {
    return legend_of(content.layers, seen_layers(content.layers, view), night);
}

TextBlock caveats_of(const PageContent& content, double size, double width) {
    return paragraphs(content.caveats, {.size = size, .weight = Weight::regular, .colour = soft_ink}, width);
}

/// Largest text, 8 or smaller, at which the caveats take no more than `most_height`.
TextBlock caveats_in(const PageContent& content, double width, double most_height) {
    for (double size = 8;; size *= 0.95) {
        auto block = caveats_of(content, size, width);
        if (block.height() <= most_height || size <= 1) return block;
    }
}

TextBlock legend_title(double width) {
    return title_block(tr("Legend"), {.size = 11, .weight = Weight::strong, .colour = ink_colour}, width, 1);
}

void place(Sheet& sheet, TextBlock block, Pixel corner) {
    block.corner = corner;
    sheet.texts.push_back(std::move(block));
}

/// Beside the map: legend title, legend, caveats, scale from the top down.
void lay_out_beside(Sheet& sheet, const PageContent& content, const Box& body, const SheetOptions& options) {
    const double least = std::clamp(0.23 * options.width, 170.0, 300.0);
    for (const double factor : {1.0, 1.3, 1.6, 2.0, 2.4}) {
        const double width = std::min(factor * least, 0.5 * body.width()), left = body.max_x - width;
        sheet.map = {body.min_x, body.min_y, left - pad, body.max_y};
        sheet.view = view_in(content, sheet.map, !options.paper.empty());
        sheet.blocks = legend_in(content, sheet.view, options.night);
        const auto title = legend_title(width);
        const auto caveats = caveats_in(content, width, 0.3 * body.height());
        sheet.scale = {left, body.max_y - scale_height, body.max_x, body.max_y};
        const double caveats_top = sheet.scale.min_y - pad - caveats.height();
        sheet.legend = {left, body.min_y + title.height() + 9, body.max_x, caveats_top - pad};
        sheet.legend_layout = fit_legend(sheet.blocks, sheet.legend.width(), sheet.legend.height());
        if (sheet.legend_layout.size < 7.5 && factor < 2.4) continue;
        place(sheet, title, {left, body.min_y});
        place(sheet, caveats, {left, caveats_top});
        return;
    }
}

/// Below the map: scale and caveats to the left, the legend in columns to the right.
void lay_out_below(Sheet& sheet, const PageContent& content, const Box& body, const SheetOptions& options) {
    const double left_width = std::clamp(0.3 * body.width(), std::min(scale_width, 0.4 * body.width()), 330.0),
                 left = body.min_x + left_width + 1.3 * legend_gap;
    for (const double share : {0.16, 0.2, 0.25, 0.31, 0.38, 0.46}) {
        const double height = std::max(share * body.height(), scale_height + 60), top = body.max_y - height;
        sheet.map = {body.min_x, body.min_y, body.max_x, top - pad};
        sheet.view = view_in(content, sheet.map, !options.paper.empty());
        sheet.blocks = legend_in(content, sheet.view, options.night);
        const auto title = legend_title(body.max_x - left);
        sheet.scale = {body.min_x, top, body.min_x + std::min(left_width, scale_width), top + scale_height};
        sheet.legend = {left, top + title.height() + 8, body.max_x, body.max_y};
        sheet.legend_layout = fit_legend(sheet.blocks, sheet.legend.width(), sheet.legend.height());
        const double room = body.max_y - sheet.scale.max_y - pad;
        const auto caveats = caveats_in(content, left_width, room);
        if ((sheet.legend_layout.size < 8.5 || caveats.style.size < 6.8) && share < 0.46) continue;
        place(sheet, title, {left, top});
        place(sheet, caveats, {body.min_x, sheet.scale.max_y + pad});
        return;
    }
}

}  // namespace

double round_scale(double number) {
    const double power = std::pow(10.0, std::floor(std::log10(number)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (step * power >= number * (1 - 1e-9)) return std::round(step * power);
    return std::round(10 * power);
}

Sheet laid_out(const PageContent& content, const SheetOptions& options) {
    Sheet sheet;
    sheet.frame = {options.margin, options.margin, options.width - options.margin, options.height - options.margin};
    const Box inner = sheet.frame.expanded(-pad);
    const auto title =
        title_block(content.title, {.size = 20, .weight = Weight::strong, .colour = ink_colour}, inner.width(), 2);
    const auto subtitle =
        title_block(content.subtitle, {.size = 12, .weight = Weight::regular, .colour = soft_ink}, inner.width(), 2);
    auto notes = notes_of(content, inner.width(), 0.18 * options.height);
    const double head = title.height() + subtitle.height() + 4;
    const Box body{inner.min_x, inner.min_y + head + 6, inner.max_x, inner.max_y - notes.height - pad};
    place(sheet, title, {inner.min_x, inner.min_y - 3});
    place(sheet, subtitle, {inner.min_x, inner.min_y - 1 + title.height()});
    for (auto& column : notes.columns)
        place(sheet, column, {inner.min_x + column.corner.x, inner.max_y - notes.height + 3});
    sheet.rules = {body.max_y + pad / 2};
    if (options.width > 1.1 * options.height)
        lay_out_beside(sheet, content, {body.min_x, body.min_y, body.max_x, body.max_y - pad / 2}, options);
    else
        lay_out_below(sheet, content, {body.min_x, body.min_y, body.max_x, body.max_y - pad / 2}, options);
    if (!options.paper.empty()) sheet.scale_number = std::round(sheet.view.metres_per_pixel / metres_a_page_pixel);
    return sheet;
}

}  // namespace lykta::viewer
