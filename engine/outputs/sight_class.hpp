// How a stretch is told and drawn by its sight: in words, codes and colours.
#pragma once
#include <string>
#include <string_view>

#include "conditions/sight.hpp"

namespace lykta::outputs {

/// How a stretch is drawn: its larger trouble where that holds on more than a quarter of it.
enum class SightClass { open, under_25, under_10 };
[[nodiscard]] SightClass sight_class(const conditions::SightStretch& stretch);
[[nodiscard]] std::string_view sight_class_code(SightClass which);  ///< "under_10" …
[[nodiscard]] std::string sight_class_words(SightClass which);
[[nodiscard]] const char* sight_class_colour(SightClass which);

}  // namespace lykta::outputs
