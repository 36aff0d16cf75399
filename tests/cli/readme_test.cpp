// README.md promises commands: each is run as it stands there.
#include <set>

#include "command.hpp"

namespace lykta::by_command {
namespace {

/// The lines of every fenced sh block, comments and blanks taken off.
std::vector<std::string> commands_of(const std::string& markdown) {
    std::vector<std::string> commands;
    std::istringstream lines{markdown};
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            inside = !inside && line == "```sh";
            continue;
        }
        line.erase(std::min(line.find(" #"), line.size()));
        line.erase(line.find_last_not_of(' ') + 1);
        if (inside && !line.empty() && line.front() != '#') commands.push_back(line);
    }
    return commands;
}

std::vector<std::string> words_of(const std::string& command) {
    std::vector<std::string> words;
    std::istringstream in{command};
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// The word after `-o` or `--output` and the manifest of a run, moved into the scratch folder: nothing is written into
/// the repository.
std::string with_results_in(const std::filesystem::path& scratch, std::string command) {
    const std::string results = "build/";
    const std::string program = "build/release/lykta";
    command.replace(0, program.size(), std::string{LYKTA_BUILD} + "/lykta");
    for (auto at = command.find(' ' + results); at != std::string::npos; at = command.find(' ' + results))
        command.replace(at + 1, results.size(), scratch.string() + '/');
    return command;
}

std::string readme() {
    return bytes_of(std::string{LYKTA_ROOT} + "/README.md");
}

TEST(Readme, every_lykta_command_works_as_written_in_the_order_written) {
    const Scratch scratch;
    int run = 0;
    for (const auto& command : commands_of(readme())) {
        if (!command.starts_with("build/release/lykta ")) continue;
        auto start = scratch.start({}, {});
        start.words = words_of(with_results_in(scratch.path(), command));
        start.folder = LYKTA_ROOT;
        const auto outcome = run_program(start);
        EXPECT_EQ(outcome.code, 0) << command << '\n' << outcome.out << outcome.err;
        EXPECT_EQ(outcome.err, "") << command;
        ++run;
    }
    EXPECT_GE(run, 4);
}

TEST(Readme, every_run_command_exists) {
    const Scratch scratch;
    auto start = scratch.start({}, {});
    start.words = {std::string{LYKTA_ROOT} + "/run", "help"};
    const auto help = run_program(start);
    ASSERT_EQ(help.code, 0);
    std::set<std::string> mentioned;
    const auto text = readme();
    for (auto at = text.find("./run "); at != std::string::npos; at = text.find("./run ", at + 1)) {
        const auto from = at + 6;
        const auto to = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", from);
        if (to > from) mentioned.insert(text.substr(from, to - from));
    }
    EXPECT_TRUE(mentioned.contains("demo"));
    EXPECT_TRUE(mentioned.contains("test"));
    for (const auto& name : mentioned) EXPECT_NE(help.out.find("./run " + name + ' '), std::string::npos) << name;
}

TEST(Readme, every_command_in_a_block_is_one_a_test_knows_how_to_judge) {
    for (const auto& command : commands_of(readme())) {
        const bool judged = command.starts_with("build/release/lykta ") || command.starts_with("./run ") ||
                            command.starts_with("cmake --preset dev") ||
                            command.starts_with("cmake --build --preset dev") ||
                            command.starts_with("ctest --preset dev");
        EXPECT_TRUE(judged) << command;
    }
}

}  // namespace
}  // namespace lykta::by_command
