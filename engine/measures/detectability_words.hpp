// Detectability as a reader meets it.
#pragma once
#include <cstddef>
#include <string>

#include "measures/detectability.hpp"

namespace lykta::measures {

/// Of one place: when, or that it cannot be and how many such places would do.
[[nodiscard]] std::string detectability_words(const Detectability& d, bool has_number,
                                              const DetectabilityOptions& options);
/// \param places  options with a number among the chosen
[[nodiscard]] std::string pooled_words(const Detectability& d, std::size_t places, const DetectabilityOptions& options);

}  // namespace lykta::measures
