// A command line that could not be read, told in one sentence of our own.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace lykta::cli {

/// What is wrong with the words given, the nearest right ones, and where to read on. Not for --help and --version.
[[nodiscard]] std::string parse_error_text(const CLI::App& app, const CLI::ParseError& error);

}  // namespace lykta::cli
