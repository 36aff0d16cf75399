// What is done to a drawn page's bytes: texts and history put into PNG and SVG, names that Cairo counts through the
// whole program counted anew for every file.
#pragma once
#include <cstdint>
#include <string>

#include "viewer/page/page.hpp"

namespace lykta::viewer {

/// Everything the page says, a sentence a line: what a reader of the file's metadata is told.
[[nodiscard]] std::string page_text(const PageContent& content);
/// A PNG chunk: length, kind, data, checksum of kind and data.
[[nodiscard]] std::string png_chunk(const std::string& kind, const std::string& data);
/// A number as PNG writes it.
[[nodiscard]] std::string png_number(std::uint32_t value);
/// Title, description and software as iTXt; dots per inch as pHYs, 0: not said. \pre a PNG
[[nodiscard]] std::string png_with_text(const std::string& png, const PageContent& content, int dots_per_inch);
/// Ids of surfaces, images, masks and clips numbered in the order they stand in the file.
[[nodiscard]] std::string svg_with_own_ids(std::string svg);
/// Title and description as elements for those who hear a page, with its language.
[[nodiscard]] std::string svg_with_text(std::string svg, const PageContent& content, const std::string& language);

}  // namespace lykta::viewer
