// Bytes as text that may stand in a data: address.
#pragma once
#include <string>
#include <string_view>

namespace lykta::outputs {

/// RFC 4648, with padding.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace lykta::outputs
