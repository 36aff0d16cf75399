// Sentences for what CLI11 refuses.
#include "cli/parse_errors.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/language.hpp"
#include "study/toml_table.hpp"

namespace lykta::cli {

namespace {

const CLI::App* command_given(const CLI::App& app) {
    const auto given = app.get_subcommands();
    return given.empty() ? nullptr : given.front();
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

/// "lykta light --help"
std::string help_of(const CLI::App* command) {
    return command == nullptr ? "lykta --help" : "lykta " + command->get_name() + " --help";
}

/// The known word a mistyped one most likely means; its first letter is seldom the wrong one.
std::string meant(const std::string& word, const std::set<std::string>& known) {
    const auto letter = [](const std::string& text) {
        const auto at = text.find_first_not_of('-');
        return at == std::string::npos ? '-' : text[at];
    };
    std::set<std::string> alike;
    for (const auto& one : known)
        if (letter(one) == letter(word)) alike.insert(one);
    return study::nearest_word(word, alike);
}

std::string command_text(const CLI::App& app, const std::string& given) {
    const auto names = command_names(app);
    if (given.empty())
        return say("say what to do: lykta COMMAND …; the commands are {} (lykta --help explains them)",
                   fmt::join(names, ", "));
    const auto near = meant(given, {names.begin(), names.end()});
    if (!near.empty()) return say("there is no command '{}'; did you mean '{}'?", given, near);
    return say("there is no command '{}'; the commands are {}", given, fmt::join(names, ", "));
}

std::string option_text(const CLI::App& command, const std::string& given) {
    std::set<std::string> known;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames()) known.insert("--" + name);
    const auto word = given.substr(0, given.find('='));
    const auto near = meant(word, known);
    if (!near.empty()) return say("{}: there is no option {}; did you mean {}?", command.get_name(), word, near);
    return say("{}: there is no option {}; {} lists them all", command.get_name(), word, help_of(&command));
}

std::string extra_text(const CLI::App& app, const std::string& given) {
    const auto* command = command_given(app);
    const bool is_option = given.size() > 1 && given[0] == '-';
    if (command == nullptr)
        return is_option ? say("there is no option {}; {} lists them all", given, help_of(nullptr))
                         : command_text(app, given);
    if (is_option) return option_text(*command, given);
    return say("{}: '{}' is one word too many; is it the value of an option? {} shows what is expected",
               command->get_name(), given, help_of(command));
}

/// Names of what must be given and was not.
std::vector<std::string> missing(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options())
        if (option->get_required() && option->count() == 0) names.push_back(option->get_name());
    return names;
}

std::string required_text(const CLI::App& app) {
    const auto* command = command_given(app);
    if (command == nullptr) return command_text(app, "");
    return say("{}: {} is missing; {} shows what is expected", command->get_name(), fmt::join(missing(*command), ", "),
               help_of(command));
}

/// The option CLI11's message is about: the longest of the command's names that stands in it.
std::string option_in(const CLI::App* command, const std::string& message) {
    std::string found;
    if (command == nullptr) return found;
    for (const auto* option : command->get_options()) {
        const auto name = option->get_name();
        if (name.size() > found.size() && message.find(name) != std::string::npos) found = name;
    }
    return found;
}

}  // namespace

std::string parse_error_text(const CLI::App& app, const CLI::ParseError& error) {
    const auto* command = command_given(app);
    const auto extras = app.remaining(true);
    const auto option = std::find_if(extras.begin(), extras.end(),
                                     [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
    const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    if (option != extras.end() && (required || extra)) return extra_text(app, *option);
    if (!extras.empty() && (extra || (required && command == nullptr))) return extra_text(app, extras.front());
    if (required) return required_text(app);
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return error.what();  // our own words, values.cpp
    const auto name = option_in(command, error.what());
    if (!name.empty() && dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return say("{}: give it once, with one value after it", name);
    if (!name.empty())
        return say("{}: its value was not understood; {} shows what is expected", name, help_of(command));
    return say("the command line was not understood; {} shows what is expected", help_of(command));
}

}  // namespace lykta::cli
