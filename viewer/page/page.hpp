// The map as a page that stands alone: PNG, SVG or PDF with title, legend, scale, north, sources, date and privacy
// level, always. Drawn with Cairo from the same layers as the window; needs no display. The same bytes every time.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "viewer/map/map_layer.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

enum class Paper : std::uint8_t { a4_portrait, a4_landscape, a3_portrait, a3_landscape, pixels };
struct PageOptions {
    Paper paper = Paper::a4_landscape;
    int dots_per_inch = 300;          ///< of PNG and of rasters inside SVG and PDF. REQUIRES: 72 … 600
    int width = 2000, height = 1400;  ///< pixels, where paper is `pixels`. REQUIRES: 200 … 20,000
    bool night = false;
    std::string language = "sv";
};
/// What the page says and shows. Everything is text by now: privacy has been settled by whoever made it.
struct PageContent {
    std::string title, subtitle;     ///< "Exempelstad 2023–2024", "Plats 3: Storgatan …"
    std::vector<ShownLayer> layers;  ///< bottom to top; the legend follows from them
    MapView view;                    ///< its centre, scale and turn; the page fits what the view shows into its map
    Crs crs;
    std::string sources;               ///< "Källor: belysning.gpkg (2 314 rader) …"
    std::string period;                ///< "Registrerade händelser 2023-01-01–2024-12-31"
    std::string made;                  ///< date and version
    std::string privacy;               ///< "Intern: visar enskilda händelser" or "Offentlig: minst 5 händelser"
    std::vector<std::string> caveats;  ///< sentences under the legend
};
/// By the ending of the path: .png, .svg, .pdf. Written whole or not at all.
/// \throws Error{bad_option} another ending, a size out of range; Error{cannot_write}
void write_page(const PageContent& content, const PageOptions& options, const std::filesystem::path& path);
/// What write_page would refuse, before any work. \throws Error{bad_option} another ending, a size out of range
void check_page(const PageOptions& options, const std::filesystem::path& path);
/// The page as PNG bytes.
[[nodiscard]] std::string page_png(const PageContent& content, const PageOptions& options);
/// The map alone, no furniture, as PNG bytes of the view's size.
[[nodiscard]] std::string map_png(const std::vector<ShownLayer>& layers, const MapView& view, bool night);

/// \correctness  tests/viewer/page: every element is on every page (text read back from SVG and PDF); legend entries
/// are the classes shown; a drawn length matches the scale bar; PNG, SVG and PDF of one page agree within a tolerance
}  // namespace lykta::viewer
