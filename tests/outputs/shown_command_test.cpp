// The command as the results show it.
#include "outputs/shown_command.hpp"

#include <gtest/gtest.h>

using lykta::outputs::shown_command;

TEST(ShownCommand, leaves_out_what_changes_nothing_in_the_files) {
    EXPECT_EQ(shown_command("lykta rank study.toml -o out --threads 8 -q --lang sv"),
              "lykta rank study.toml --lang sv");
    EXPECT_EQ(shown_command("lykta rank study.toml --output=out --threads=2 --quiet"), "lykta rank study.toml");
}

TEST(ShownCommand, leaves_out_folders) {
    EXPECT_EQ(shown_command("/opt/bin/lykta rank /home/anna/stad/study.toml"), "lykta rank study.toml");
}

TEST(ShownCommand, keeps_every_option_that_matters) {
    EXPECT_EQ(shown_command("lykta rank study.toml --seed 7 --strict"), "lykta rank study.toml --seed 7 --strict");
    EXPECT_EQ(shown_command(""), "");
}
