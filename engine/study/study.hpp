// study.toml as values: a city and everything that is asked of it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "conditions/lighting_class.hpp"
#include "conditions/obstacles.hpp"
#include "conditions/sight.hpp"
#include "core/time.hpp"
#include "core/units.hpp"
#include "layers/read_layers.hpp"
#include "measures/make_plan.hpp"
#include "places/delineate.hpp"
#include "places/rank_simulation.hpp"
#include "places/score.hpp"

namespace lykta::study {

/// How light is computed.
struct LightSettings {
    conditions::Season season = conditions::Season::leafed;  ///< crowns in leaf or bare. DEFAULT: leafed
    std::optional<int> minute;             ///< local clock, for dimming and switch-off. DEFAULT: full light
    conditions::StretchOptions stretches;  ///< lighting class where a street has none of its own
    Lux cutoff{0.01};                      ///< one lamp's share below this is left out. REQUIRES: > 0 lx
    Meters cell_size{4.0};                 ///< of illuminance.tif, coarser in large towns. REQUIRES: > 0 m
};
/// How sight is computed.
struct SightSettings {
    conditions::Season season = conditions::Season::leafed;
    conditions::SightOptions options;
};
/// How the dark is told from the light.
struct DarkSettings {
    conditions::DarkOptions options;
    bool by_profile = true;  ///< hours of from–to incidents weighed as the incidents with a known hour fall
};

/// Which measures are looked for and what they may cost.
struct MeasureSettings {
    bool asked = false;                        ///< by the command `measures`; `rank` leaves measures out
    std::optional<double> budget;              ///< SEK; empty: no portfolio. REQUIRES: > 0
    measures::PortfolioRequest request;        ///< all of it but the budget and the seed
    measures::PlanOptions plan;                ///< all of it but the portfolio and the seed
    std::vector<std::string> catalogues;       ///< own catalogue files
    std::vector<measures::CatalogueFile> own;  ///< the study file itself, where it has [[measures.measure]]
};

struct Study {
    std::string file;    ///< path of study.toml
    std::string folder;  ///< sources are looked for relative to it
    std::string name, crs = "EPSG:3006", timezone = "Europe/Stockholm";
    std::optional<Period> period;  ///< DEFAULT: first to last dated incident
    std::vector<layers::LayerOptions> sources;
    std::map<std::string, double> harm;  ///< category → weight ≥ 0; DEFAULT 1
    places::PlaceSource places_from = places::PlaceSource::hot_spots;
    std::string places_file, places_name_column;
    Meters cell_size{50.0};   ///< [places] lattice of counts, intensity and Gi*. REQUIRES: > 0 m. DEFAULT: 50 m
    Meters bandwidth{150.0};  ///< Kernel radius of the intensity. REQUIRES: ≥ cell size. DEFAULT: 150 m
    Meters gi_band{100.0};    ///< Who counts as near in Gi*. REQUIRES: > 0 m. DEFAULT: 100 m
    Meters near{25.0};        ///< What lies this near a place belongs to it: lamps, paths, plants. DEFAULT: 25 m
    places::DelineateOptions delineate;
    places::ScoreOptions score;
    DarkSettings dark;
    LightSettings light;
    SightSettings sight;
    places::RankSimulationOptions simulation;  ///< seed and grid offset are the run's own
    MeasureSettings measures;
    int privacy_k = 5;  ///< public outputs: no figure under k incidents
    bool public_level = false;
    std::uint32_t seed = 1;
    std::optional<std::int64_t>
        today;  ///< day of the run, for "in the future"; set by the caller, kept in the manifest
};

}  // namespace lykta::study
