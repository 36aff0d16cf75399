// The command `lykta-viewer`: reads the command line, opens the window, plays a script or runs the benchmark, and turns
// Errors into one message and an exit code.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
#include "viewer/app/script.hpp"
#include "viewer/app/viewer.hpp"
#include "viewer/state/settings_file.hpp"

namespace lykta::viewer {
namespace {

/// The language is needed before parsing, for --help.
Language language_of(int count, char** words) {
    const char* set = std::getenv("LYKTA_LANG");
    std::string chosen = set != nullptr ? set : "sv";
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--lang" && i + 1 < count) chosen = words[i + 1];
        if (word.starts_with("--lang=")) chosen = word.substr(7);
    }
    return chosen == "en" ? Language::english : Language::swedish;
}

/// What the command line says, before it is made into options.
struct Words {
    std::string file, language, script, size = "1280x800";
    double text_scale = 0;
    bool night = false, headless = false, bench = false, help_script = false;
};

void describe(CLI::App& app, Words& words) {
    app.description(tr("Lykta's map: why there, and what if"));
    app.add_option("file", words.file, tr("A study (study.toml), a result (run.json, lykta.gpkg) or a folder"));
    app.add_option("--lang", words.language, tr("Language: sv or en"))->check(CLI::IsMember({"sv", "en"}));
    app.add_option("--text-scale", words.text_scale, tr("Size of texts, 0.75 to 2"))->check(CLI::Range(0.75, 2.0));
    app.add_flag("--night", words.night, tr("Begin with the town by night"));
    app.add_option("--script", words.script, tr("Plays a script (see --help-script)"));
    app.add_flag("--headless", words.headless, tr("Without a window: for scripts and pictures"));
    app.add_option("--size", words.size, tr("Width and height in pixels, 1280x800"));
    app.add_flag("--bench", words.bench,
                 tr("Measures how fast a fixed journey is drawn, on the file or a made-up town"));
    app.add_flag("--help-script", words.help_script, tr("Lists the words of scripts"));
    app.set_version_flag("--version", "lykta-viewer " LYKTA_VERSION, tr("Prints the version"));
    app.set_help_flag("-h,--help", tr("Prints this help"));
    app.allow_extras();
}

/// What was left over or could not be read, in a sentence of our own.
[[noreturn]] void refuse_word(const CLI::App& app, const std::string& word) {
    std::set<std::string> known;
    for (const auto* option : app.get_options())
        for (const auto& name : option->get_lnames()) known.insert("--" + name);
    const auto near = word.starts_with('-') ? nearest_word(word, known) : std::string{};
    throw Error{ErrorCode::bad_option,
                near.empty() ? say("'{}' is one word too many; lykta-viewer --help shows what is expected", word)
                             : say("there is no option {}; did you mean {}?", word, near)};
}

/// What CLI11 refuses, about the option its message names.
std::string parse_error_text(const CLI::App& app, const CLI::ParseError& error) {
    const std::string message = error.what();
    std::string found;
    for (const auto* option : app.get_options())
        if (const auto name = option->get_name(); name.size() > found.size() && message.find(name) != std::string::npos)
            found = name;
    if (!found.empty() && dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return say("{}: give it once, with one value after it", found);
    if (!found.empty())
        return say("{}: its value was not understood; {} shows what is expected", found, "lykta-viewer --help");
    return say("the command line was not understood; {} shows what is expected", "lykta-viewer --help");
}

void take_size(const std::string& text, ViewerOptions& options) {
    int width = 0, height = 0;
    char rest = 0;
    const bool read = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) == 2;
    if (!read || width < 320 || height < 240 || width > 8192 || height > 8192)
        throw Error{ErrorCode::bad_option,
                    say("--size: '{}' is not a size such as 1280x800 (from 320x240 to 8192x8192)", text)};
    options.width = width;
    options.height = height;
}

ViewerOptions options_from(const Words& words) {
    ViewerOptions options{.file = words.file,
                          .script = words.script,
                          .night = words.night,
                          .headless = words.headless,
                          .bench = words.bench};
    if (!words.language.empty()) options.language = language_from_text(words.language);
    if (words.text_scale > 0) options.text_scale = words.text_scale;
    take_size(words.size, options);
    if (options.headless && options.script.empty() && !options.bench)
        throw Error{ErrorCode::bad_option, tr("--headless: say what to play with --script FILE")};
    // Scripts and measurements begin alike on every machine: with nothing remembered.
    const bool remembers = options.script.empty() && !options.bench;
    if (remembers) options.settings = settings_path();
    if (!remembers && !options.language) options.language = language();
    return options;
}

void print_script_help() {
    std::cout << tr("One command a line; \"…\" keeps words together, # begins a comment.") << "\n\n";
    for (const auto& word : script_words()) std::cout << fmt::format("  {:<34} {}\n", word.form, word.meaning);
    std::cout << '\n' << tr("Values for check and print:") << '\n';
    std::string line = " ";
    for (const auto& name : state_names()) {
        if (line.size() + name.size() > 98) std::cout << std::exchange(line, " ") << '\n';
        line += " " + name;
    }
    std::cout << line << '\n';
}

int parse_and_run(int count, char** arguments) {
    set_language(language_of(count, arguments));
    CLI::App app;
    Words words;
    describe(app, words);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {  // --help, --version
        return app.exit(asked);
    } catch (const CLI::ParseError& e) {
        throw Error{ErrorCode::bad_option, parse_error_text(app, e)};
    }
    if (const auto extra = app.remaining(); !extra.empty()) refuse_word(app, extra.front());
    if (words.help_script) {
        print_script_help();
        return 0;
    }
    const auto options = options_from(words);
    if (options.bench) return run_bench(options);
    return options.headless ? run_headless(options) : run_window(options);
}

}  // namespace
}  // namespace lykta::viewer

int main(int count, char** words) {
    try {
        return lykta::viewer::parse_and_run(count, words);
    } catch (const lykta::Error& e) {
        std::cerr << "lykta-viewer: " << e.what() << '\n';
        return lykta::exit_code(e.code());
    } catch (const std::bad_alloc&) {
        std::cerr << "lykta-viewer: " << lykta::tr("out of memory; close other programs or open a smaller study")
                  << '\n';
    } catch (const std::exception& e) {
        std::cerr << "lykta-viewer: " << lykta::say("internal fault, please report it: {}", e.what()) << '\n';
    }
    return lykta::exit_code(lykta::ErrorCode::internal);
}
