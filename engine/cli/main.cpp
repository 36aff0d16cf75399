// The command `lykta`: reads the command line, calls a subcommand, turns Errors into one message and an exit code.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>

#include "cli/arguments.hpp"
#include "cli/parse_errors.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"

namespace lykta::cli {
namespace {

std::string joined(int count, char** words) {
    std::string line = "lykta";
    for (int i = 1; i < count; ++i) line += std::string{" "} + words[i];
    return line;
}

/// The language is needed before parsing, for --help.
Language language_of(int count, char** words) {
    const char* set = std::getenv("LYKTA_LANG");
    std::string chosen = set != nullptr ? set : "sv";
    bool json = false, given = set != nullptr;
    const auto choose = [&](const std::string& word) {
        if (word == "sv" || word == "en") chosen = word, given = true;
    };
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        json = json || word == "--json";
        if (word == "--lang" && i + 1 < count) choose(words[i + 1]);
        if (word.starts_with("--lang=")) choose(word.substr(7));
    }
    if (json && !given) return Language::english;  // JSON is read by programs: one language unless told otherwise
    return chosen == "en" ? Language::english : Language::swedish;
}

int dispatch(const CLI::App& app, const Request& request) {
    if (app.got_subcommand("rank")) return rank(request.rank, request.common);
    if (app.got_subcommand("measures")) return measures(request.measures, request.common);
    if (app.got_subcommand("map")) return map(request.map, request.common);
    if (app.got_subcommand("check")) return check(request.check, request.common);
    if (app.got_subcommand("init")) return init(request.init, request.common);
    if (app.got_subcommand("dark")) return dark(request.dark, request.common);
    if (app.got_subcommand("light")) return light(request.light, request.common);
    if (app.got_subcommand("sight")) return sight(request.sight, request.common);
    return verify(request.verify, request.common);
}

int parse_and_run(int count, char** words) {
    set_language(language_of(count, words));
    Request request;
    request.common.command_line = joined(count, words);
    CLI::App app{tr("Lykta: where a city is unsafe, why, and what to build about it")};
    add_commands(app, request);
    try {
        app.parse(count, words);
    } catch (const CLI::Success& asked) {  // --help, --version
        return app.exit(asked);
    } catch (const CLI::ParseError& e) {
        throw Error{ErrorCode::bad_option, parse_error_text(app, e)};
    }
    set_thread_count(request.common.threads);
    return dispatch(app, request);
}

}  // namespace
}  // namespace lykta::cli

int main(int count, char** words) {
    try {
        return lykta::cli::parse_and_run(count, words);
    } catch (const lykta::Error& e) {
        std::cerr << "lykta: " << e.what() << '\n';
        return lykta::exit_code(e.code());
    } catch (const std::bad_alloc&) {
        std::cerr << "lykta: " << lykta::tr("out of memory; nothing was written") << '\n';
    } catch (const std::exception& e) {
        std::cerr << "lykta: " << lykta::say("internal fault, please report it: {}", e.what()) << '\n';
    }
    return lykta::exit_code(lykta::ErrorCode::internal);
}
