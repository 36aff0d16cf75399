// What the single-stage commands share: the progress line, the answer on the terminal, the exit code.
#pragma once
#include <string>

#include "cli/commands.hpp"
#include "outputs/stage_file.hpp"

namespace lykta::cli {

/// "FILE|layername=LAYER" taken apart; --layer stands where the file names none.
void take_layer(layers::LayerOptions& file);

/// Fills in what --column and --default say of the first file. \throws Error{bad_option} an unknown field
void add_pairs(layers::LayerOptions& layer, const StageWords& words);

/// Checks -o before any file is read. \throws Error{bad_option}
[[nodiscard]] outputs::OutputKind check_output(const StageWords& words, const std::vector<outputs::OutputKind>& allowed,
                                               const std::vector<std::string>& inputs);

void describe(outputs::StageAbout& about, const CommonOptions& common);  ///< command and version

/// Prints text or JSON (`--quiet` keeps JSON alone), names what was written. \returns the exit code
struct StageAnswer {
    std::string text, json;
    bool warning = false;
};
int answer(const StageAnswer& told, const StageWords& words, const CommonOptions& common);

}  // namespace lykta::cli
