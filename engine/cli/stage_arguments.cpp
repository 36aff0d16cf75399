// Options of the commands that do one stage alone on any file: dark, light, sight.
#include "cli/arguments.hpp"
#include "cli/values.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

void add_file(CLI::App& command, layers::LayerOptions& layer, const char* what) {
    command.add_option("file", layer.path, what)->required();
    command.add_option("--layer", layer.read.layer, tr("layer in a file with several"));
    command.add_option("--x", layer.x, tr("column with east or longitude"));
    command.add_option("--y", layer.y, tr("column with north or latitude"));
}

void add_answer(CLI::App& command, StageWords& words, const char* output) {
    command.add_option("-o,--output", words.output, output);
    command.add_flag("--json", words.json, tr("print JSON (in English unless --lang is given)"));
}

}  // namespace

void add_dark(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("dark", tr("say which incidents of a file happened in the dark, by category"));
    auto& layer = request.dark.stage.incidents;
    add_file(*command, layer, tr("file with incidents"));
    command->add_option("--crs", layer.crs, tr("coordinate reference system of the file, e.g. EPSG:3006"));
    command->add_option("--time", layer.time, tr("column with the time"));
    command->add_option("--time-from", layer.time_from, tr("column with the start, where the moment is not known"));
    command->add_option("--time-to", layer.time_to, tr("column with the end, where the moment is not known"));
    command->add_option("--hour", layer.hour, tr("column with the local hour (HH or HHMM) beside a date"));
    command->add_flag("--time-is-local", layer.time_is_local,
                      tr("the times' own offsets are wrong and to be passed over: they are local clock times"));
    command->add_option("--timezone", layer.timezone, tr("time zone of times without one"))->capture_default_str();
    command->add_option("--category", layer.category, tr("column with the category"));
    command
        ->add_option("--limit-degrees", request.dark.limit_degrees,
                     tr("dark is a sun below this height; -6 is the end of civil twilight, 0 sunset"))
        ->capture_default_str()
        ->check(number_in({-90, 90, "°"}));
    command->add_flag("--profile", request.dark.profile,
                      tr("spread times known only from-to by the week's profile of the others, not evenly"));
    command->add_flag("--drop-duplicates", layer.drop_duplicates, tr("set exact repeats of a row aside"));
    add_answer(*command, request.dark.words,
               tr("write every row's dark probability: FILE.csv, or FILE.gpkg as points with a style"));
    add_common(*command, request.common);
}

}  // namespace lykta::cli
