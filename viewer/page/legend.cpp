#include "viewer/page/legend.hpp"

#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "viewer/map/legend_scale.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

constexpr Rgba ink_colour{34, 34, 38, 255}, faint_ink{104, 104, 110, 255};

void add_colours(LegendBlock& block, const ColourScale& scale, double opacity) {
    for (const auto& [colour, text] : named_colours(scale)) {
        LegendEntry entry{.mark = LegendEntry::Mark::colour, .opacity = opacity, .text = text};
        entry.paint.fill = colour;
        block.entries.push_back(entry);
    }
}

void add_classes(LegendBlock& block, const ShownLayer& shown, const SeenLayer& seen, bool night) {
    const auto& classes = shown.layer->classes;
    for (std::size_t i = 0; i < classes.size() && i < seen.classes.size(); ++i) {
        const auto drawn = seen.classes[i];
        if (drawn == 0 || classes[i].label.empty()) continue;
        using Mark = LegendEntry::Mark;
        block.entries.push_back({.mark = (drawn & drawn_point) != 0  ? Mark::symbol
                                         : (drawn & drawn_area) != 0 ? Mark::area
                                                                     : Mark::line,
                                 .paint = night ? classes[i].night : classes[i].day,
                                 .symbol = classes[i].symbol,
                                 .opacity = static_cast<double>(shown.opacity),
                                 .text = classes[i].label});
    }
}

LegendBlock block_of(const ShownLayer& shown, const SeenLayer& seen, bool night) {
    const auto& layer = *shown.layer;
    LegendBlock block{.title = layer.title, .unit = layer.unit, .entries = {}};
    if (seen.raster) {
        const auto& scale = night ? layer.values->night : layer.values->day;
        if (block.unit.empty()) block.unit = scale.unit;
        add_colours(block, scale, static_cast<double>(shown.opacity));
    }
    add_classes(block, shown, seen, night);
    const bool says_it_twice = block.entries.size() == 1 && block.entries[0].text == block.title;
    if (says_it_twice && block.unit.empty()) block.title.clear();
    return block;
}

// --- Laying out: a list of rows of known height, flowed into columns ------------------------------------------------

struct Row {
    const LegendBlock* block = nullptr;
    const LegendEntry* entry = nullptr;  ///< null: the block's heading
    std::vector<std::string> lines;
    double height = 0;
    bool keeps_next = false;  ///< headings, scales of colours and short blocks are not parted
};

double swatch_width(double size) {
    return 2.6 * size;
}
double text_indent(double size) {
    return 3.3 * size;
}
TextStyle title_style(double size) {
    return {.size = 1.02 * size, .weight = Weight::strong, .colour = ink_colour};
}
TextStyle unit_style(double size) {
    return {.size = 0.88 * size, .weight = Weight::regular, .colour = faint_ink};
}
TextStyle entry_style(double size) {
    return {.size = size, .weight = Weight::regular, .colour = ink_colour};
}

Row heading_row(const LegendBlock& block, double size, double width) {
    Row row{.block = &block, .lines = wrapped(block.title, title_style(size), width), .keeps_next = true};
    const auto units = wrapped(block.unit, unit_style(size), width);
    row.height = line_height * (1.02 * size * static_cast<double>(row.lines.size()) +
                                0.88 * size * static_cast<double>(units.size())) +
                 0.15 * size;
    return row;
}

/// Symbols are as large as on the map, up to a line and a half with their outline.
double symbol_size(const LegendEntry& entry, double size) {
    const double edge = entry.paint.edge.a > 0 ? 2 * static_cast<double>(entry.paint.width) : 0;
    return std::min(static_cast<double>(entry.paint.size), 2.0 * size - edge);
}
double mark_height(const LegendEntry& entry, double size) {
    if (entry.mark != LegendEntry::Mark::symbol) return 0;
    return symbol_size(entry, size) + (entry.paint.edge.a > 0 ? 2 * static_cast<double>(entry.paint.width) : 0);
}
/// The first line of the text and the mark stand level.
double level_of(const LegendEntry& entry, double size) {
    return std::max(line_height * size, mark_height(entry, size) + 1.5) / 2;
}

Row entry_row(const LegendBlock& block, const LegendEntry& entry, double size, double width) {
    Row row{
        .block = &block, .entry = &entry, .lines = wrapped(entry.text, entry_style(size), width - text_indent(size))};
    const double text = line_height * size * static_cast<double>(std::max<std::size_t>(1, row.lines.size()));
    row.height =
        std::max(text, mark_height(entry, size) + 1.5) + (entry.mark == LegendEntry::Mark::colour ? 0 : 0.3 * size);
    return row;
}

std::vector<Row> rows_of(const std::vector<LegendBlock>& blocks, double size, double width) {
    std::vector<Row> rows;
    for (const auto& block : blocks) {
        constexpr std::size_t most_kept_whole = 5;
        const bool is_short = block.entries.size() <= most_kept_whole;
        if (!block.title.empty()) rows.push_back(heading_row(block, size, width));
        for (std::size_t i = 0; i < block.entries.size(); ++i) {
            rows.push_back(entry_row(block, block.entries[i], size, width));
            const auto is_colour = [&](std::size_t k) { return block.entries[k].mark == LegendEntry::Mark::colour; };
            const bool has_next = i + 1 < block.entries.size();
            rows.back().keeps_next = has_next && (is_short || (is_colour(i) && is_colour(i + 1)));
        }
    }
    return rows;
}

/// Where each row stands: column and distance from the top.
struct Stand {
    int column = 0;
    double y = 0;
};
struct Flow {
    std::vector<Stand> stands;
    int columns = 1;
    double height = 0;
};

Flow flowed(const std::vector<Row>& rows, double size, double height) {
    Flow flow;
    int column = 0;
    double y = 0;
    const LegendBlock* before = nullptr;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double gap = before != nullptr && before != rows[i].block && y > 0 ? 0.75 * size : 0;
        double needed = gap + rows[i].height;
        for (std::size_t k = i; rows[k].keeps_next && k + 1 < rows.size(); ++k) needed += rows[k + 1].height;
        if (y > 0 && y + needed > height) ++column, y = 0;
        if (y > 0) y += gap;
        flow.stands.push_back({column, y});
        y += rows[i].height;
        flow.height = std::max(flow.height, y);
        before = rows[i].block;
    }
    flow.columns = column + 1;
    return flow;
}

/// The least height at which the rows stand in so many columns: columns end about level.
double balanced_height(const std::vector<Row>& rows, double size, int columns, double most) {
    double low = 0, high = most;
    for (const auto& row : rows) low = std::max(low, row.height);
    for (int i = 0; i < 20; ++i) {
        const double middle = (low + high) / 2;
        const auto flow = flowed(rows, size, middle);
        (flow.columns <= columns && flow.height <= middle ? high : low) = middle;
    }
    return high;
}

// --- Drawing
// ----------------------------------------------------------------------------------------------------------

/// Light lines and lamps of the night map are shown on a patch of night.
void draw_night_patch(cairo_t* ink, double width, double height) {
    set_colour(ink, rgba(colours::night_paper));
    cairo_rectangle(ink, -1.5, -1.5, width + 3, height + 3);
    cairo_fill(ink);
}

void draw_line_sample(cairo_t* ink, const LegendEntry& entry, double width, double height) {
    const auto& paint = entry.paint;
    const double dash = paint.dash;
    for (const bool is_casing : {true, false}) {
        const auto colour = is_casing ? paint.edge : paint.fill;
        if (colour.a == 0 || (is_casing && !(paint.casing > 0))) continue;
        set_colour(ink, colour, entry.opacity);
        cairo_set_dash(ink, &dash, dash > 0 && !is_casing ? 1 : 0, 0);
        cairo_set_line_cap(ink, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_width(
            ink, std::min(height, static_cast<double>(is_casing ? paint.width + 2 * paint.casing : paint.width)));
        cairo_move_to(ink, 0, height / 2);
        cairo_line_to(ink, width, height / 2);
        cairo_stroke(ink);
    }
}

void draw_mark(cairo_t* ink, const LegendEntry& entry, double size, double row_height, bool night) {
    const double width = swatch_width(size), height = 1.05 * size;
    const double top = entry.mark == LegendEntry::Mark::colour ? 0 : level_of(entry, size) - height / 2;
    cairo_save(ink);
    cairo_translate(ink, 0, top);
    if (entry.mark == LegendEntry::Mark::colour) {
        set_colour(ink, rgba(night ? colours::night_paper : colours::paper));
        cairo_rectangle(ink, 0, 0, width, row_height);
        cairo_fill_preserve(ink);
        set_colour(ink, entry.paint.fill, entry.opacity);
        cairo_fill(ink);
    } else {
        if (night) draw_night_patch(ink, width, height);
        if (entry.mark == LegendEntry::Mark::area) {
            cairo_rectangle(ink, 0, 0, width, height);
            Paint paint = entry.paint;
            if (paint.edge.a == 0) paint.edge = {150, 146, 140, 160}, paint.width = 0.4F, paint.dash = 0;
            fill_area(ink, paint, entry.opacity);
        } else if (entry.mark == LegendEntry::Mark::line) {
            draw_line_sample(ink, entry, width, height);
        } else {
            cairo_translate(ink, width / 2, height / 2);
            Paint paint = entry.paint;
            paint.size = static_cast<float>(symbol_size(entry, size));
            draw_symbol(ink, entry.symbol, paint, entry.opacity);
        }
    }
    cairo_restore(ink);
}

void draw_heading(cairo_t* ink, const Row& row, double size, double width) {
    double y = 0.95 * size;
    for (const auto& line : row.lines) {
        show_text(ink, {0, y}, line, title_style(size));
        y += line_height * 1.02 * size;
    }
    for (const auto& line : wrapped(row.block->unit, unit_style(size), width)) {
        show_text(ink, {0, y - 0.08 * size}, line, unit_style(size));
        y += line_height * 0.88 * size;
    }
}

void draw_entry(cairo_t* ink, const Row& row, double size, bool night) {
    draw_mark(ink, *row.entry, size, row.height, night);
    double y = level_of(*row.entry, size) + cap_height / 2 * size;
    for (const auto& line : row.lines) {
        show_text(ink, {text_indent(size), y}, line, entry_style(size));
        y += line_height * size;
    }
}

}  // namespace

std::vector<LegendBlock> legend_of(const std::vector<ShownLayer>& layers, const std::vector<SeenLayer>& seen,
                                   bool night) {
    std::vector<LegendBlock> blocks;
    LegendBlock ground{.title = tr("Base map"), .unit = {}, .entries = {}};
    for (std::size_t i = layers.size(); i-- > 0;) {
        if (!layers[i].layer) continue;
        auto block = block_of(layers[i], seen[i], night);
        if (block.entries.empty()) continue;
        if (is_base_map(layers[i].layer->id))
            ground.entries.insert(ground.entries.end(), block.entries.begin(), block.entries.end());
        else
            blocks.push_back(std::move(block));
    }
    if (!ground.entries.empty()) blocks.push_back(std::move(ground));
    return blocks;
}

LegendLayout fit_legend(const std::vector<LegendBlock>& blocks, double width, double height) {
    constexpr double largest = 9.5, step = 0.25, least_column = 14.5;  // columns: times the text's size
    for (double size = largest;; size = std::max(size - step, size * 0.94)) {
        const int most = std::max(1, static_cast<int>((width + legend_gap) / (least_column * size + legend_gap)));
        for (int columns = 1; columns <= most; ++columns) {
            const double column = (width - (columns - 1) * legend_gap) / columns;
            const auto rows = rows_of(blocks, size, column);
            const auto flow = flowed(rows, size, height);
            if (flow.columns > columns || flow.height > height) continue;
            const double level = balanced_height(rows, size, columns, height);
            return {size, columns, column, rows.empty() ? 0 : level};
        }
    }
}

void draw_legend(cairo_t* ink, const std::vector<LegendBlock>& blocks, const LegendLayout& layout, Pixel corner,
                 bool night) {
    const auto rows = rows_of(blocks, layout.size, layout.column_width);
    const auto flow = flowed(rows, layout.size, layout.height + 1e-6);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        cairo_save(ink);
        cairo_translate(ink, corner.x + flow.stands[i].column * (layout.column_width + legend_gap),
                        corner.y + flow.stands[i].y);
        if (rows[i].entry == nullptr)
            draw_heading(ink, rows[i], layout.size, layout.column_width);
        else
            draw_entry(ink, rows[i], layout.size, night);
        cairo_restore(ink);
    }
}

}  // namespace lykta::viewer
