// The command itself: help, version, words it does not know, languages, silence.
#include "command.hpp"

namespace lykta::by_command {
namespace {

TEST(Command, help_names_every_subcommand_and_every_exit_code) {
    const Scratch scratch;
    const auto help = scratch.lykta({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_EQ(help.err, "");
    for (const auto* word : {"rank", "check", "init", "verify", "dark", "light", "sight"})
        EXPECT_NE(help.out.find(word), std::string::npos) << word;
    for (const auto* code : {"0 done", "1 fault", "2 wrong", "3 input", "4 warnings", "5 cannot", "6 a verified"})
        EXPECT_NE(help.out.find(code), std::string::npos) << code;
}

TEST(Command, every_subcommand_explains_itself) {
    const Scratch scratch;
    for (const auto* word : {"rank", "check", "init", "verify", "dark", "light", "sight"}) {
        const auto help = scratch.lykta({word, "--help"});
        EXPECT_EQ(help.code, 0) << word;
        EXPECT_EQ(help.err, "") << word;
        EXPECT_NE(help.out.find("--lang"), std::string::npos) << word;
    }
}

TEST(Command, the_version_is_one_line) {
    const Scratch scratch;
    const auto version = scratch.lykta({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_EQ(version.err, "");
    EXPECT_EQ(version.out.rfind("lykta ", 0), 0U);
    EXPECT_EQ(version.out.find('\n'), version.out.size() - 1);
}

TEST(Command, help_and_version_open_and_write_no_file) {
    const Scratch scratch;
    static_cast<void>(scratch.lykta({"--help"}));
    static_cast<void>(scratch.lykta({"--version"}));
    EXPECT_TRUE(scratch.files_of(".").empty());
}

TEST(Command, no_subcommand_is_a_wrong_option) {
    const Scratch scratch;
    const auto nothing = scratch.lykta({});
    EXPECT_EQ(nothing.code, 2);
    EXPECT_EQ(nothing.out, "");
    EXPECT_EQ(
        nothing.err.rfind("lykta: say what to do: lykta COMMAND …; the commands are rank, measures, map, check, ", 0),
        0U)
        << nothing.err;
}

TEST(Command, an_unknown_subcommand_is_a_wrong_option) {
    const Scratch scratch;
    const auto unknown = scratch.lykta({"rangordna", "study.toml"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_EQ(unknown.out, "");
    EXPECT_EQ(
        unknown.err.rfind("lykta: there is no command 'rangordna'; the commands are rank, measures, map, check, ", 0),
        0U)
        << unknown.err;
}

TEST(Command, a_mistyped_word_is_answered_with_the_nearest_right_one) {
    const Scratch scratch;
    EXPECT_EQ(scratch.lykta({"drak", "a.csv"}).err, "lykta: there is no command 'drak'; did you mean 'dark'?\n");
    EXPECT_EQ(scratch.lykta({"check", "a.csv", "--categry", "typ"}).err,
              "lykta: check: there is no option --categry; did you mean --category?\n");
}

TEST(Command, a_missing_file_name_value_or_a_word_too_many_is_told_in_one_sentence) {
    const Scratch scratch;
    EXPECT_EQ(scratch.lykta({"check"}).err,
              "lykta: check: file is missing; lykta check --help shows what is expected\n");
    EXPECT_EQ(scratch.lykta({"check", "a.csv", "--crs"}).err, "lykta: --crs: give it once, with one value after it\n");
    EXPECT_EQ(scratch.lykta({"check", "a.csv", "b.csv"}).err,
              "lykta: check: 'b.csv' is one word too many; is it the value of an option? lykta check --help shows what "
              "is expected\n");
    EXPECT_EQ(scratch.lykta({"rank", "a.toml", "--threads", "många"}).err,
              "lykta: --threads: 'många' is not a whole number from 0 to 1024\n");
}

TEST(Command, an_unknown_option_is_named_and_is_a_wrong_option) {
    const Scratch scratch;
    for (const auto* word : {"rank", "check", "init", "verify", "dark", "light", "sight"}) {
        const auto unknown = scratch.lykta({word, "a.toml", "--bogus"});
        EXPECT_EQ(unknown.code, 2) << word;
        EXPECT_EQ(unknown.out, "") << word;
        EXPECT_EQ(unknown.err,
                  fmt::format("lykta: {0}: there is no option --bogus; lykta {0} --help lists them all\n", word));
    }
}

TEST(Command, a_language_that_is_not_offered_is_a_wrong_option) {
    const Scratch scratch;
    const auto finnish = scratch.lykta({"rank", "study.toml", "--lang", "fi"});
    EXPECT_EQ(finnish.code, 2);
    EXPECT_EQ(finnish.err, "lykta: --lang: 'fi' is none of sv, en\n");
}

TEST(Command, swedish_is_the_first_language_and_the_environment_can_choose_english) {
    const Scratch scratch;
    const auto first = scratch.lykta({"--help"}, {}), swedish = scratch.lykta({"--help"}, {{"LYKTA_LANG", "sv"}});
    const auto english = scratch.lykta({"--help"}, {{"LYKTA_LANG", "en"}});
    EXPECT_EQ(first.out, swedish.out);
    EXPECT_NE(first.out, english.out);
}

TEST(Command, the_option_wins_over_the_environment) {
    const Scratch scratch;
    const auto option = scratch.lykta({"rank", "ingen.toml", "--lang=en"}, {{"LYKTA_LANG", "sv"}});
    EXPECT_EQ(option.err, "lykta: ingen.toml: cannot be opened; does the file exist?\n");
}

}  // namespace
}  // namespace lykta::by_command
