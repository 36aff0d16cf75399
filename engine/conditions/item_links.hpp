// Which inspection item can have to do with which kind of incident: a basement burglary with a basement door.
#pragma once
#include <cstdint>
#include <string_view>

namespace lykta::conditions {

/// The rows of the table in item_links.cpp that hold for a word, one bit each. Words are compared by stem, without
/// case, in Swedish and English; a word that fits no row gives 0 and is linked with nothing.
using LinkRows = std::uint32_t;
[[nodiscard]] LinkRows rows_of_category(std::string_view category);
[[nodiscard]] LinkRows rows_of_item(std::string_view item);

/// May the item, where it has failed, have to do with such an incident? A reason to look, not a proof.
/// \correctness  pairs by hand, both languages
[[nodiscard]] inline bool may_be_linked(std::string_view category, std::string_view item) {
    return (rows_of_category(category) & rows_of_item(item)) != 0;
}

}  // namespace lykta::conditions
