// Shared by dark, light and sight.
#include "cli/stage.hpp"

#include <iostream>

#include "cli/values.hpp"
#include "core/error.hpp"
#include "study/stage_files.hpp"

namespace lykta::cli {

void take_layer(layers::LayerOptions& file) {
    const auto named = study::stage_file(file.kind, file.path);
    file.path = named.path;
    if (!named.read.layer.empty()) file.read.layer = named.read.layer;
}

void add_pairs(layers::LayerOptions& layer, const StageWords& words) {
    layer.columns = texts_of(words.columns);
    layer.defaults = numbers_of(words.defaults);
    study::check_fields(layer.columns, layer.defaults);
}

outputs::OutputKind check_output(const StageWords& words, const std::vector<outputs::OutputKind>& allowed,
                                 const std::vector<std::string>& inputs) {
    const auto kind = outputs::output_kind(words.output, allowed);
    std::vector<std::string> paths;
    for (const auto& input : inputs) paths.push_back(study::stage_file({}, input).path);
    outputs::refuse_own_input(words.output, paths);
    return kind;
}

void describe(outputs::StageAbout& about, const CommonOptions& common) {
    about.command = common.command_line;
    about.version = LYKTA_VERSION;
}

int answer(const StageAnswer& told, const StageWords& words, const CommonOptions& common) {
    if (words.json) {
        std::cout << told.json;
    } else if (!common.quiet) {
        std::cout << told.text;
        if (!words.output.empty()) std::cout << say("{} written", words.output) << '\n';
    }
    return common.strict && told.warning ? exit_code(ErrorCode::warnings_strict) : 0;
}

}  // namespace lykta::cli
