// A user's journey as text: one command a line, played against the window's own state. Tests, the README's pictures and
// people who want to repeat a click use it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "viewer/state/commands.hpp"

namespace lykta::viewer {

/// What a script asks the player itself, beside commands.
namespace script_step {
struct Wait {};  ///< until no job runs and the picture is still
struct Size {
    int width = 1280, height = 800;
};
struct TakePicture {
    std::filesystem::path file;
};
struct Check {
    std::string what, is, value;
};  ///< "places.listed >= 3", "place.name == …"
struct Print {
    std::string what;
};
struct Look {
    Point centre;
    double metres_per_pixel = 1;
};  ///< the size of the view is the window's
struct Shift {
    std::uint32_t item = 0;
    double dx = 0, dy = 0;
};  ///< an item of the scenario, by metres
struct Page {
    Paper paper = Paper::a4_landscape;
    int dots_per_inch = 0;
};  ///< 0: as it is
}  // namespace script_step
using ScriptStep =
    std::variant<Command, script_step::Wait, script_step::Size, script_step::TakePicture, script_step::Check,
                 script_step::Print, script_step::Look, script_step::Shift, script_step::Page>;
struct ScriptLine {
    int line = 0;
    ScriptStep step;
};
/// \throws Error{bad_option} "journey.lykta, line 4: 'zom' is not a command; did you mean 'zoom'?"
[[nodiscard]] std::vector<ScriptLine> parse_script(const std::string& text, const std::string& name);
/// A value of the state by its name: "place.rank", "budget.chosen", "scenario.items", "notice" … Numbers in plain form.
/// \throws Error{bad_option} an unknown name, with the nearest known one
[[nodiscard]] std::string state_value(const ViewerState& state, const std::string& name);
[[nodiscard]] std::vector<std::string> state_names();  ///< those there are, by name
/// Every command word with its form and one sentence: what --help-script prints and the handbook lists.
struct ScriptWord {
    std::string form, meaning;
};
[[nodiscard]] std::vector<ScriptWord> script_words();

}  // namespace lykta::viewer
