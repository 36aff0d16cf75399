// Names in the order a Swedish reader expects, without asking for a locale the computer may not have.
#pragma once
#include <string>
#include <string_view>

namespace lykta::viewer {

/// Bytes that compare as the names do: capitals do not matter, é as e, ü as y, and å ä ö after z in that order. Numbers
/// inside a name go by their value: "Gata 9" before "Gata 10".
[[nodiscard]] std::string order_key(std::string_view name);
/// True when `name` holds `part`, capitals or not. An empty part is held by everything.
[[nodiscard]] bool holds_text(std::string_view name, std::string_view part);

}  // namespace lykta::viewer
