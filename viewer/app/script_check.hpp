// Checks of a script: whether a value of the state is as wanted.
#pragma once
#include <string>

#include "viewer/app/script.hpp"

namespace lykta::viewer {

/// "=", "!=", "<", "<=", ">", ">=" (as numbers where both are, else as texts) and "contains".
[[nodiscard]] bool holds(const std::string& found, const script_step::Check& wanted);

}  // namespace lykta::viewer
