// The words of the command line: every subcommand with its options, and the help they are explained by.
#pragma once
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace lykta::cli {

/// All that a command line can say.
struct Request {
    CommonOptions common;
    RankOptions rank;
    MeasureOptions measures;
    CheckOptions check;
    InitOptions init;
    MapOptions map;
    VerifyOptions verify;
    DarkOptions dark;
    LightOptions light;
    SightOptions sight;
};

/// Adds every subcommand; what is parsed lands in `request`, which must outlive the parsing.
void add_commands(CLI::App& app, Request& request);

// Each alone:
void add_rank(CLI::App& app, Request& request);
void add_measures(CLI::App& app, Request& request);
void add_check(CLI::App& app, Request& request);
void add_init(CLI::App& app, Request& request);
void add_map(CLI::App& app, Request& request);
void add_verify(CLI::App& app, Request& request);
void add_dark(CLI::App& app, Request& request);
void add_light(CLI::App& app, Request& request);
void add_sight(CLI::App& app, Request& request);

void add_common(CLI::App& command, CommonOptions& common);

}  // namespace lykta::cli
