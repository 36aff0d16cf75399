#include <iostream>

#include "cli/commands.hpp"
#include "core/error.hpp"
#include "layers/check_file.hpp"

namespace lykta::cli {

int check(const CheckOptions& options, const CommonOptions& common) {
    auto layer = options.layer;
    const auto given = options.kind.empty() ? layers::KindGiven::detect : layers::KindGiven::by_user;
    if (given == layers::KindGiven::by_user) layer.kind = layers::layer_from_name(options.kind);
    const auto result = layers::check_file(layer, given);
    std::cout << (options.json ? layers::to_json(result) : layers::to_text(result)) << '\n';
    if (result.outcome == "error") return result.error_exit_code.value_or(exit_code(ErrorCode::bad_input));
    return result.outcome == "warning" && common.strict ? exit_code(ErrorCode::warnings_strict) : 0;
}

}  // namespace lykta::cli
