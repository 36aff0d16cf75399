// Words compared by stem: how categories and inspection items are told apart, whatever their endings.
#pragma once
#include <string_view>

namespace lykta::layers {

/// Does the text hold any of the stems? Stems are separated by spaces, in small letters. With ^ before it a stem must
/// begin a word ("^port" is in "portkod", not in "transport"), with ^ after it end one; the others may stand anywhere,
/// as Swedish compounds need.
/// \pre small is lowered(): small letters, UTF-8
/// \correctness  words by hand, both marks, å ä ö
[[nodiscard]] bool holds_any_stem(std::string_view small, std::string_view stems);

}  // namespace lykta::layers
