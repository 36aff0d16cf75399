// The command as the results show it.
#pragma once
#include <string>
#include <string_view>

namespace lykta::outputs {

/// Without the options that change nothing in the files (where they go, how many threads, how much is said), so that
/// the same question gives the same bytes, and without the folder of the study: "lykta rank study.toml --lang sv".
/// run.json keeps the command as it was typed.
[[nodiscard]] std::string shown_command(std::string_view command);

}  // namespace lykta::outputs
