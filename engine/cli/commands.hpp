// What the command `lykta` can do, one function a subcommand. Parsing opens no files; each returns the exit code.
#pragma once
#include <string>
#include <vector>

#include "layers/read_layers.hpp"
#include "study/stage_dark.hpp"
#include "study/stage_light.hpp"
#include "study/stage_sight.hpp"

namespace lykta::cli {

/// Words every subcommand shares.
struct CommonOptions {
    std::string language;  ///< "sv" or "en"; DEFAULT: LYKTA_LANG, else sv
    int threads = 0;       ///< DEFAULT: as many as the machine has
    bool strict = false;   ///< warnings end with exit code 4
    bool quiet = false;    ///< no progress, no summary
    std::string command_line;
};

struct RankOptions {
    std::string study, folder = "lykta-resultat";
};
int rank(const RankOptions& options, const CommonOptions& common);

struct MeasureOptions {
    std::string study, folder = "lykta-resultat";
    double budget = 0, yearly_budget = 0;  ///< SEK; 0: as the study says
    std::string objective;                 ///< empty: as the study says
};
int measures(const MeasureOptions& options, const CommonOptions& common);

struct CheckOptions {
    layers::LayerOptions layer;
    std::string kind;  ///< --as; empty: detected
    bool json = false;
};
int check(const CheckOptions& options, const CommonOptions& common);

struct InitOptions {
    std::vector<std::string> files;
    std::string output = "study.toml", name, crs;
    bool force = false;  ///< write over an existing study file
};
int init(const InitOptions& options, const CommonOptions& common);

struct MapOptions {
    std::string input, output;        ///< study.toml, run.json or lykta.gpkg; .png, .svg or .pdf
    std::string place;                ///< rank, id or name; empty: the whole map
    std::string size;                 ///< "2000x1400"; empty: on paper
    std::string paper;                ///< "a4" or "a3"; DEFAULT: a4
    std::vector<std::string> layers;  ///< codes; empty: those that answer best
    int dots_per_inch = 300;
    bool portrait = false, night = false;
};
int map(const MapOptions& options, const CommonOptions& common);

struct VerifyOptions {
    std::string manifest;
};
int verify(const VerifyOptions& options, const CommonOptions& common);

/// What every single-stage command may be told of its first file and of its answer.
struct StageWords {
    std::vector<std::string> columns, defaults;  ///< "height=hojd_m", "height=6"
    double plant_height_m = 0;                   ///< 0: by kind
    std::string output;                          ///< -o; empty: nothing is written
    bool json = false;
};

struct DarkOptions {
    StageWords words;
    study::DarkStage stage;
    double limit_degrees = -6.0;
    bool profile = false;
};
int dark(const DarkOptions& options, const CommonOptions& common);

struct LightOptions {
    StageWords words;
    study::LightStage stage;  ///< what stands in it already; lamps, season and hour come from the words below
    std::vector<std::string> files;
    layers::LayerOptions lamps;  ///< columns, layer and photometry of every lamp file
    std::string season = "leafed", at;
    double cutoff_lx = 0.01, cell_m = 2.0;
};
int light(const LightOptions& options, const CommonOptions& common);

struct SightOptions {
    StageWords words;
    study::SightStage stage;
    std::string season = "leafed", point;
    double eye_m = 1.5, reach_m = 100, step_m = 5, approach_m = 50;
};
int sight(const SightOptions& options, const CommonOptions& common);

}  // namespace lykta::cli
