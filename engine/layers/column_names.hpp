// The names columns go by in Swedish and English files, as data.
#pragma once
#include <span>
#include <string_view>

namespace lykta::layers {

/// A field and its known names in order of preference, as plain_word() writes them, parted by blanks.
struct FieldNames {
    std::string_view field, names;
};
[[nodiscard]] std::span<const FieldNames> field_names();

/// Two columns that hold a position.
struct PairNames {
    std::string_view x, y;
    bool is_degrees;
};
[[nodiscard]] std::span<const PairNames> pair_names();

/// Names of one column that holds a position: "58.4,15.6", "(41.9, -87.6)", "POINT (15.6 58.4)".
[[nodiscard]] std::string_view position_names();

}  // namespace lykta::layers
