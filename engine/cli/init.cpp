#include <filesystem>
#include <iostream>

#include "cli/commands.hpp"
#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "study/init_study.hpp"

namespace lykta::cli {

int init(const InitOptions& options, const CommonOptions& common) {
    const std::filesystem::path output = options.output;
    if (std::filesystem::exists(output) && !options.force)
        throw Error{
            ErrorCode::cannot_write,
            say("{}: exists already; choose another name with -o, or write over it with --force", options.output)};
    const auto text = study::study_text(
        {.files = options.files, .name = options.name, .crs = options.crs, .folder = output.parent_path().string()});
    write_file_whole(output, text);
    if (!common.quiet)
        std::cout << say("{} written. Read it, then run: lykta rank {}", options.output, options.output) << '\n';
    return 0;
}

}  // namespace lykta::cli
