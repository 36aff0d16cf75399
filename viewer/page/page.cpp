// From content to files: the sheet drawn on a picture, an SVG or a PDF, and written whole.
#include "viewer/page/page.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "viewer/page/page_bytes.hpp"
#include "viewer/page/picture.hpp"
#include "viewer/page/sheet.hpp"

namespace lykta::viewer {
namespace {

constexpr double page_pixels_an_inch = 96, points_an_inch = 72, millimetres_an_inch = 25.4;

/// The page in page pixels, and how many dots of a picture one of them is.
struct PageSize {
    SheetOptions sheet;
    int width = 0, height = 0;  ///< of a picture, dots
    double dots = 1;            ///< a page pixel
};

PageSize paper_size(const PageOptions& options) {
    const bool is_a3 = options.paper == Paper::a3_portrait || options.paper == Paper::a3_landscape;
    const bool is_portrait = options.paper == Paper::a4_portrait || options.paper == Paper::a3_portrait;
    double short_mm = is_a3 ? 297 : 210, long_mm = is_a3 ? 420 : 297;
    if (!is_portrait) std::swap(short_mm, long_mm);
    constexpr double a_millimetre = page_pixels_an_inch / millimetres_an_inch;
    PageSize size;
    size.sheet.width = short_mm * a_millimetre, size.sheet.height = long_mm * a_millimetre;
    size.sheet.margin = 12 * a_millimetre;
    size.sheet.paper = is_a3 ? "A3" : "A4";
    size.dots = options.dots_per_inch / page_pixels_an_inch;
    size.width = static_cast<int>(std::lround(size.sheet.width * size.dots));
    size.height = static_cast<int>(std::lround(size.sheet.height * size.dots));
    return size;
}

/// A picture of any size is a sheet about as large as an A4, so that its text is as large in proportion; very small and
/// very long ones are drawn on a larger sheet, so that everything still finds room.
PageSize pixel_size(const PageOptions& options) {
    constexpr double usual_side = 950, least_width = 620, least_height = 560;
    const double width = options.width, height = options.height;
    PageSize size;
    size.dots = std::min({std::sqrt(width * height) / usual_side, width / least_width, height / least_height});
    size.sheet.width = width / size.dots, size.sheet.height = height / size.dots;
    size.sheet.margin = 14;
    size.width = options.width, size.height = options.height;
    return size;
}

void check(const PageOptions& options) {
    if (options.dots_per_inch < 72 || options.dots_per_inch > 600)
        throw Error{ErrorCode::bad_option,
                    say("{} dots per inch cannot be drawn; choose 72 to 600", options.dots_per_inch)};
    const auto is_good = [](int pixels) { return pixels >= 200 && pixels <= 20'000; };
    if (options.paper == Paper::pixels && !(is_good(options.width) && is_good(options.height)))
        throw Error{ErrorCode::bad_option,
                    say("a picture of {} × {} pixels cannot be drawn; choose 200 to 20,000 each way", options.width,
                        options.height)};
}

PageSize size_of(const PageOptions& options) {
    check(options);
    auto size = options.paper == Paper::pixels ? pixel_size(options) : paper_size(options);
    size.sheet.night = options.night;
    size.sheet.raster_dots = std::clamp(size.dots, 1.0, 2.5);
    return size;
}

void draw_page(cairo_t* ink, const PageContent& content, const SheetOptions& options) {
    draw_sheet(ink, content, laid_out(content, options), options);
}

std::string svg_of(const PageContent& content, const PageOptions& options) {
    const auto size = size_of(options);
    const bool is_paper = options.paper != Paper::pixels;
    const double unit = is_paper ? points_an_inch / page_pixels_an_inch : size.dots;
    std::string bytes;
    auto* surface =
        cairo_svg_surface_create_for_stream(append_bytes, &bytes, size.sheet.width * unit, size.sheet.height * unit);
    cairo_svg_surface_set_document_unit(surface, is_paper ? CAIRO_SVG_UNIT_PT : CAIRO_SVG_UNIT_PX);
    auto* ink = cairo_create(surface);
    cairo_scale(ink, unit, unit);
    draw_page(ink, content, size.sheet);
    cairo_show_page(ink);
    finish_drawing(ink, surface);
    return svg_with_text(svg_with_own_ids(std::move(bytes)), content, options.language);
}

std::string pdf_of(const PageContent& content, const PageOptions& options) {
    const auto size = size_of(options);
    constexpr double unit = points_an_inch / page_pixels_an_inch;
    std::string bytes;
    auto* surface =
        cairo_pdf_surface_create_for_stream(append_bytes, &bytes, size.sheet.width * unit, size.sheet.height * unit);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, content.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, content.subtitle.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, page_text(content).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, content.made.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");  // else the clock's
    auto* ink = cairo_create(surface);
    cairo_scale(ink, unit, unit);
    draw_page(ink, content, size.sheet);
    cairo_show_page(ink);
    finish_drawing(ink, surface);
    return bytes;
}

}  // namespace

std::string page_png(const PageContent& content, const PageOptions& options) {
    const auto size = size_of(options);
    const auto bytes = picture_png({size.width, size.height, size.sheet.width, size.sheet.height},
                                   [&](cairo_t* ink) { draw_page(ink, content, size.sheet); });
    return png_with_text(bytes, content, options.paper == Paper::pixels ? 0 : options.dots_per_inch);
}

std::string map_png(const std::vector<ShownLayer>& layers, const MapView& view, bool night) {
    const PictureSize size{static_cast<int>(std::lround(view.width)), static_cast<int>(std::lround(view.height)),
                           view.width, view.height};
    return picture_png(
        size, [&](cairo_t* ink) { draw_map(ink, {.layers = layers, .view = view, .night = night, .raster_dots = 1}); });
}

void check_page(const PageOptions& options, const std::filesystem::path& path) {
    check(options);
    const auto ending = path.extension().string();
    if (ending != ".png" && ending != ".svg" && ending != ".pdf")
        throw Error{ErrorCode::bad_option, say("{}: a map is written as .png, .svg or .pdf; give the file one of these "
                                               "endings",
                                               path.string())};
}

void write_page(const PageContent& content, const PageOptions& options, const std::filesystem::path& path) {
    check_page(options, path);
    const auto ending = path.extension().string();
    write_file_whole(path, ending == ".png"   ? page_png(content, options)
                           : ending == ".svg" ? svg_of(content, options)
                                              : pdf_of(content, options));
}

}  // namespace lykta::viewer
