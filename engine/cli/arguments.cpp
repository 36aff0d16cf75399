// Subcommands of whole studies and files; those of single stages stand in stage_arguments.cpp.
#include "cli/arguments.hpp"

#include "cli/values.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

/// The words CLI11 itself prints in a help text; subcommands inherit them, so this comes before they are added.
void use_our_words(CLI::App& app) {
    app.option_defaults()->group(tr("Options"));
    app.set_help_flag("-h,--help", tr("Print this help message and exit"));
    const auto words = app.get_formatter();
    words->label("Usage", tr("Usage"));
    words->label("OPTIONS", tr("OPTIONS"));
    words->label("SUBCOMMAND", tr("SUBCOMMAND"));
    words->label("Positionals", tr("Positionals"));
    words->label("REQUIRED", tr("REQUIRED"));
}

}  // namespace

void add_common(CLI::App& command, CommonOptions& common) {
    command.add_option("--lang", common.language, tr("language of messages and reports: sv or en"))
        ->check(one_of({"sv", "en"}));
    command.add_option("--threads", common.threads, tr("threads to use; 0 = all"))->check(whole_in(0, 1024));
    command.add_flag("--strict", common.strict, tr("end with exit code 4 when there are warnings"));
    command.add_flag("-q,--quiet", common.quiet, tr("no progress and no summary"));
}

void add_rank(CLI::App& app, Request& request) {
    auto* command =
        app.add_subcommand("rank", tr("rank the unsafe places of a study and write map, tables and report"));
    command->add_option("study", request.rank.study, tr("study file (study.toml)"))->required();
    command->add_option("-o,--output", request.rank.folder, tr("folder for the results"))->capture_default_str();
    add_common(*command, request.common);
}

void add_measures(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand(
        "measures", tr("rank the places of a study, propose measures and choose among them within a budget"));
    auto& measures = request.measures;
    command->add_option("study", measures.study, tr("study file (study.toml)"))->required();
    command->add_option("--budget", measures.budget, tr("SEK to spend now, e.g. 5e6 (default: as the study says)"))
        ->check(number_in({1, 1e12, "SEK"}));
    command->add_option("--yearly-budget", measures.yearly_budget, tr("SEK a year for running costs"))
        ->check(number_in({1, 1e12, "SEK"}));
    command->add_option("--objective", measures.objective, tr("what to get the most of for the budget"))
        ->check(one_of({"weighted", "prevented_harm", "prevented_harm_low", "metres_to_class"}));
    command->add_option("-o,--output", measures.folder, tr("folder for the results"))->capture_default_str();
    add_common(*command, request.common);
}

void add_check(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("check", tr("read one file alone and say what became of every row"));
    auto& layer = request.check.layer;
    command->add_option("file", layer.path, tr("file to read"))->required();
    command->add_option("--as", request.check.kind,
                        tr("kind of layer: incidents, lighting, vegetation, inspections, streets, buildings, "
                           "areas, survey, cameras, entrances, window (default: detected)"));
    command->add_option("--crs", layer.crs, tr("coordinate reference system of the file, e.g. EPSG:3006"));
    command->add_option("--x", layer.x, tr("column with east or longitude"));
    command->add_option("--y", layer.y, tr("column with north or latitude"));
    command->add_option("--time", layer.time, tr("column with the time"));
    command->add_option("--category", layer.category, tr("column with the category"));
    command->add_option("--layer", layer.read.layer, tr("layer in a file with several"));
    command->add_option("--timezone", layer.timezone, tr("time zone of times without one"))->capture_default_str();
    command->add_flag("--drop-duplicates", layer.drop_duplicates, tr("set exact repeats of a row aside"));
    command->add_flag("--json", request.check.json, tr("print JSON (in English unless --lang is given)"));
    add_common(*command, request.common);
}

void add_init(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("init", tr("look at files and write a commented study file to start from"));
    command->add_option("files", request.init.files, tr("the files of the study"))->required();
    command->add_option("-o,--output", request.init.output, tr("study file to write"))->capture_default_str();
    command->add_option("--name", request.init.name, tr("name of the study"));
    command->add_option("--crs", request.init.crs, tr("metric CRS of the run (default: found from the files)"));
    command->add_flag("--force", request.init.force, tr("write over an existing study file"));
    add_common(*command, request.common);
}

void add_map(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("map", tr("draw a map of a study or a result as PNG, SVG or PDF"));
    auto& map = request.map;
    command->add_option("study", map.input, tr("study file (study.toml), run.json or lykta.gpkg"))->required();
    command->add_option("-o,--output", map.output, tr("file to write: .png, .svg or .pdf"))->required();
    command->add_option("--place", map.place, tr("a place by rank, id or name, e.g. 3, P003 (default: the whole map)"));
    command
        ->add_option(
            "--layers", map.layers,
            tr("layers over the base map with commas between, e.g. hot_spots,places (default: those that answer "
               "best)"))
        ->delimiter(',')
        ->allow_extra_args(false);  // the study may stand after it
    command->add_option("--paper", map.paper, tr("sheet of paper: a4 or a3 (default: a4)"))
        ->check(one_of({"a4", "a3"}));
    command->add_flag("--portrait", map.portrait, tr("the sheet upright"));
    command->add_option("--dpi", map.dots_per_inch, tr("dots per inch on paper"))
        ->check(whole_in(72, 600))
        ->capture_default_str();
    command->add_option("--size", map.size, tr("pixels instead of paper, e.g. 2000x1400"))->check(picture_size());
    command->add_flag("--night", map.night, tr("the town as its lamps light it"));
    add_common(*command, request.common);
}

void add_verify(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("verify", tr("run a study again and compare with its manifest"));
    command->add_option("manifest", request.verify.manifest, tr("run.json of a finished run"))->required();
    add_common(*command, request.common);
}

void add_commands(CLI::App& app, Request& request) {
    use_our_words(app);
    app.set_version_flag("--version", std::string{"lykta "} + LYKTA_VERSION,
                         tr("Display program version information and exit"));
    app.require_subcommand(1);
    app.footer(
        tr("Exit codes: 0 done; 1 fault in Lykta; 2 wrong option or study file; 3 input refused; 4 warnings under "
           "--strict;\n"
           "5 cannot write; 6 a verified result differs."));
    for (const auto add :
         {add_rank, add_measures, add_map, add_check, add_init, add_verify, add_dark, add_light, add_sight})
        add(app, request);
    for (auto* command : app.get_subcommands({}))
        command->group(tr("Subcommands"))->get_help_ptr()->group(tr("Options"));
}

}  // namespace lykta::cli
