// The fonts live in the binary; no font of the machine is ever asked for.
#include "viewer/page/ink.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::embedded {
extern const std::string_view font_regular, font_strong;
}

namespace lykta::viewer {
namespace {

cairo_font_face_t* load_face(FT_Library library, std::string_view bytes) {
    FT_Face face = nullptr;
    const auto* first = reinterpret_cast<const FT_Byte*>(bytes.data());
    if (FT_New_Memory_Face(library, first, static_cast<FT_Long>(bytes.size()), 0, &face) != 0)
        throw Error{ErrorCode::internal, tr("the embedded font cannot be read; build Lykta again")};
    return cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
}

cairo_font_options_t* plain_options() {
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    return options;
}

/// Widths of the letters of Latin scripts in thousandths of the size: Cairo sets a text letter by letter, so that a
/// text is as wide as its letters together, and layouts measure thousands of them.
constexpr unsigned known_letters = 0x180;
using Widths = std::array<double, known_letters>;

double measured(cairo_scaled_font_t* ruler, const char* text) {
    cairo_text_extents_t extents;
    cairo_scaled_font_text_extents(ruler, text, &extents);
    return extents.x_advance;
}

Widths widths_of(cairo_scaled_font_t* ruler) {
    Widths widths{};
    for (unsigned letter = 0x20; letter < known_letters; ++letter) {
        const char one[] = {static_cast<char>(letter), '\0'};
        const char two[] = {static_cast<char>(0xC0U | letter >> 6U), static_cast<char>(0x80U | (letter & 0x3FU)), '\0'};
        widths[letter] = measured(ruler, letter < 0x80 ? one : two);
    }
    return widths;
}

/// Both fonts, read once and kept while the program runs: Cairo holds on to them as well.
struct Fonts {
    FT_Library library = nullptr;
    cairo_font_face_t *regular = nullptr, *strong = nullptr;
    cairo_font_options_t* options = plain_options();
    cairo_scaled_font_t *regular_ruler = nullptr, *strong_ruler = nullptr;  ///< at ruler_size, for measuring
    Widths regular_widths{}, strong_widths{};

    static constexpr double ruler_size = 1000;
    Fonts() {
        if (FT_Init_FreeType(&library) != 0) throw Error{ErrorCode::internal, tr("the font library does not start")};
        regular = load_face(library, embedded::font_regular);
        strong = load_face(library, embedded::font_strong);
        cairo_matrix_t size, unit;
        cairo_matrix_init_scale(&size, ruler_size, ruler_size);
        cairo_matrix_init_identity(&unit);
        regular_ruler = cairo_scaled_font_create(regular, &size, &unit, options);
        strong_ruler = cairo_scaled_font_create(strong, &size, &unit, options);
        regular_widths = widths_of(regular_ruler), strong_widths = widths_of(strong_ruler);
    }
};

const Fonts& fonts() {
    static const Fonts loaded;
    return loaded;
}

void choose_font(cairo_t* ink, const TextStyle& style) {
    cairo_set_font_face(ink, style.weight == Weight::strong ? fonts().strong : fonts().regular);
    cairo_set_font_size(ink, style.size);
    cairo_set_font_options(ink, fonts().options);
}

bool starts_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// As many bytes of the word as fit, at least one letter.
std::size_t fitting(std::string_view word, const TextStyle& style, double width) {
    std::size_t fit = 0;
    for (std::size_t i = 1; i <= word.size(); ++i) {
        if (i < word.size() && !starts_letter(word[i])) continue;
        if (fit > 0 && text_width(word.substr(0, i), style) > width) break;
        fit = i;
    }
    return fit;
}

}  // namespace

void set_colour(cairo_t* ink, Rgba colour, double opacity) {
    cairo_set_source_rgba(ink, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0 * opacity);
}

double text_width(std::string_view text, const TextStyle& style) {
    const bool is_strong = style.weight == Weight::strong;
    const auto& widths = is_strong ? fonts().strong_widths : fonts().regular_widths;
    double sum = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && !starts_letter(text[end])) ++end;
        const auto byte = static_cast<unsigned char>(text[i]);
        const unsigned letter =
            end - i == 1 ? byte : (byte & 0x1FU) << 6U | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
        const bool is_known = (end - i == 1 && byte < 0x80) || (end - i == 2 && letter < known_letters);
        sum += is_known ? widths[letter]
                        : measured(is_strong ? fonts().strong_ruler : fonts().regular_ruler,
                                   std::string{text.substr(i, end - i)}.c_str());
        i = end;
    }
    return sum / Fonts::ruler_size * style.size;
}

std::vector<std::string> wrapped(std::string_view text, const TextStyle& style, double width) {
    std::vector<std::string> lines;
    std::string line;
    const double blank_width = text_width(" ", style);
    double used = 0;  // of the line
    while (!text.empty()) {
        const auto blank = text.find(' ');
        auto word = text.substr(0, blank);
        text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
        const double longer = text_width(word, style) + (line.empty() ? 0 : used + blank_width);
        if (longer <= width) {
            line.append(line.empty() ? "" : " ").append(word);
            used = longer;
            continue;
        }
        if (!line.empty()) lines.push_back(line);
        while (text_width(word, style) > width && word.size() > 1) {
            const auto fit = fitting(word, style, width);
            lines.emplace_back(word.substr(0, fit));
            word.remove_prefix(fit);
        }
        line = word;
        used = text_width(word, style);
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

void show_text(cairo_t* ink, Pixel at, const std::string& text, const TextStyle& style) {
    choose_font(ink, style);
    set_colour(ink, style.colour);
    cairo_move_to(ink, at.x, at.y);
    cairo_show_text(ink, text.c_str());
    cairo_new_path(ink);
}

void show_halo(cairo_t* ink, Pixel at, const std::string& text, const TextStyle& style, double width) {
    choose_font(ink, style);
    set_colour(ink, style.colour);
    cairo_new_path(ink);
    cairo_move_to(ink, at.x, at.y);
    cairo_text_path(ink, text.c_str());
    cairo_set_line_width(ink, width);
    cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(ink, nullptr, 0, 0);
    cairo_stroke(ink);
}

}  // namespace lykta::viewer
