// The command line, word by word.
#include "outputs/shown_command.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace lykta::outputs {
namespace {

constexpr std::array<std::string_view, 3> with_value{"-o", "--output", "--threads"};
constexpr std::array<std::string_view, 2> alone{"-q", "--quiet"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_folder(std::string_view word) {
    const auto slash = word.rfind('/');
    return slash == std::string_view::npos || slash + 1 == word.size() ? word : word.substr(slash + 1);
}

}  // namespace

std::string shown_command(std::string_view command) {
    std::string shown;
    bool skip = false;
    while (!command.empty()) {
        const auto space = std::min(command.find(' '), command.size());
        const std::string_view word = command.substr(0, space), option = word.substr(0, word.find('='));
        command.remove_prefix(std::min(space + 1, command.size()));
        if (skip || word.empty() || is_among(word, alone)) {
            skip = false;
            continue;
        }
        if (is_among(option, with_value)) {
            skip = option == word;
            continue;
        }
        shown += (shown.empty() ? "" : " ") + std::string(without_folder(word));
    }
    return shown;
}

}  // namespace lykta::outputs
