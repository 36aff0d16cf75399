// Options of the commands that do one stage alone on any file: dark, light, sight.
#include "cli/arguments.hpp"
#include "cli/values.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

void add_columns(CLI::App& command, layers::LayerOptions& layer) {
    command.add_option("--layer", layer.read.layer, tr("layer in a file with several"));
    command.add_option("--x", layer.x, tr("column with east or longitude"));
    command.add_option("--y", layer.y, tr("column with north or latitude"));
}

/// --column and --default, as often as wanted, one pair each.
void add_pairs(CLI::App& command, StageWords& words) {
    command
        .add_option("--column", words.columns,
                    tr("FIELD=COLUMN: which column holds a field, e.g. height=hojd_m; may be given several times"))
        ->allow_extra_args(false)
        ->check(name_value());
    command
        .add_option(
            "--default", words.defaults,
            tr("FIELD=NUMBER: what is taken where the file has none, e.g. height=6; may be given several times"))
        ->allow_extra_args(false)
        ->check(name_number());
}

void add_shared_crs(CLI::App& command, std::string& crs) {
    command.add_option("--crs", crs, tr("coordinate reference system of the files that declare none, e.g. EPSG:3006"));
}

/// What stands in the way of light and sight.
struct InTheWay {
    std::string &buildings, &season;
    study::PlantFiles& plants;
    double& plant_height_m;
};
void add_in_the_way(CLI::App& command, const InTheWay& way) {
    command.add_option("--buildings", way.buildings, tr("file with buildings: footprints with height"));
    command.add_option("--vegetation", way.plants.path,
                       tr("file with trees and shrubs: areas, points with a radius, or a raster of heights"));
    command.add_option("--ground", way.plants.ground,
                       tr("raster of the ground, where --vegetation is one of a surface"));
    command
        .add_option("--plant-height", way.plant_height_m,
                    tr("height in metres of plants that have none (default: by kind, shrubs 1.5, trees 8)"))
        ->check(number_in({0.1, 60, "m"}));
    command.add_option("--season", way.season, tr("plants with leaves (leafed) or without (bare)"))
        ->capture_default_str()
        ->check(one_of({"leafed", "bare"}));
}

void add_answer(CLI::App& command, StageWords& words, const char* output) {
    command.add_option("-o,--output", words.output, output);
    command.add_flag("--json", words.json, tr("print JSON (in English unless --lang is given)"));
}

}  // namespace

void add_dark(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("dark", tr("say which incidents of a file happened in the dark, by category"));
    auto& layer = request.dark.stage.incidents;
    command->add_option("file", layer.path, tr("file with incidents"))->required();
    add_columns(*command, layer);
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

void add_light(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("light", tr("compute the light of lamps along streets and on the ground"));
    auto& light = request.light;
    command->add_option("files", light.files, tr("file or files with lamps"))->required();
    add_columns(*command, light.lamps);
    add_pairs(*command, light.words);
    add_shared_crs(*command, light.stage.crs);
    command->add_option("--streets", light.stage.streets,
                        tr("file with streets and paths, held against their lighting classes"));
    add_in_the_way(*command, {light.stage.buildings, light.season, light.stage.plants, light.words.plant_height_m});
    command
        ->add_option("--at", light.at, tr("time of day, e.g. 02:00, for dimming and switch-off (default: full light)"))
        ->check(clock_time());
    command->add_option(
        "--photometry", light.lamps.photometry,
        tr("photometric file (.ldt, .ies) of lamps that name none (default: straight-down Lambertian)"));
    command->add_option("--photometry-folder", light.lamps.photometry_folder,
                        tr("folder of the photometric files the lamps name (default: beside the lamp file)"));
    command->add_option("--class", light.stage.street_class, tr("lighting class of streets that have none"))
        ->capture_default_str()
        ->check(lighting_class());
    command
        ->add_option("--footpath-class", light.stage.footpath_class, tr("lighting class of footpaths that have none"))
        ->capture_default_str()
        ->check(lighting_class());
    command->add_option("--cutoff", light.cutoff_lx, tr("one lamp's light below this many lux is left out"))
        ->capture_default_str()
        ->check(number_in({1e-6, 10, "lx"}));
    command->add_option("--cell", light.cell_m, tr("cell size of the raster in metres"))
        ->capture_default_str()
        ->check(number_in({0.1, 1000, "m"}));
    add_answer(*command, light.words,
               tr("write FILE.gpkg (stretches and lamps with styles), FILE.tif (lux on the ground) or a folder with "
                  "both and a map"));
    add_common(*command, request.common);
}

void add_sight(CLI::App& app, Request& request) {
    auto* command = app.add_subcommand("sight", tr("compute how far one sees along streets and paths, and what hides"));
    auto& sight = request.sight;
    command->add_option("file", sight.stage.streets.path, tr("file with streets and paths"))->required();
    add_columns(*command, sight.stage.streets);
    add_pairs(*command, sight.words);
    add_shared_crs(*command, sight.stage.crs);
    add_in_the_way(*command, {sight.stage.buildings, sight.season, sight.stage.plants, sight.words.plant_height_m});
    command->add_option("--entrances", sight.stage.entrances, tr("file with entrances, which watch the paths"));
    command->add_option("--reach", sight.reach_m, tr("farther than this many metres is not looked"))
        ->capture_default_str()
        ->check(number_in({1, 2000, "m"}));
    command
        ->add_option("--approach", sight.approach_m, tr("how far along the paths an approaching person is looked for"))
        ->capture_default_str()
        ->check(number_in({1, 2000, "m"}));
    command->add_option("--step", sight.step_m, tr("distance between the points looked from"))
        ->capture_default_str()
        ->check(number_in({0.5, 100, "m"}));
    command->add_option("--eye", sight.eye_m, tr("height of the eyes, and of the person looked for"))
        ->capture_default_str()
        ->check(number_in({0.2, 5, "m"}));
    command
        ->add_option("--point", sight.point,
                     tr("EAST,NORTH or LONGITUDE,LATITUDE: also the area seen from this one point"))
        ->check(point_pair());
    add_answer(*command, sight.words,
               tr("write FILE.gpkg (stretches, points, plants that hide, with styles) or a folder with it and a map"));
    add_common(*command, request.common);
}

}  // namespace lykta::cli
