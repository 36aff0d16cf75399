// study.toml as values: a city and everything that is asked of it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "core/time.hpp"
#include "core/units.hpp"
#include "layers/read_layers.hpp"
#include "places/places.hpp"

namespace lykta::study {

/// Weights and scales of the place score (data/score.toml gives the defaults with their reasons).
struct ScoreOptions {
    std::map<places::Term, double> weight;                ///< REQUIRES: ≥ 0, one > 0
    std::map<places::Term, std::optional<double>> scale;  ///< DEFAULT: 95th percentile over the run's places
    Days half_life{365.0};  ///< recency weight halves in this time; 0 = no recency weight. DEFAULT: 365 days
};

struct Study {
    std::string file;    ///< path of study.toml
    std::string folder;  ///< sources are looked for relative to it
    std::string name, crs = "EPSG:3006", timezone = "Europe/Stockholm";
    std::optional<Period> period;  ///< DEFAULT: first to last dated incident
    std::vector<layers::LayerOptions> sources;
    std::map<std::string, double> harm;            ///< category → weight ≥ 0; DEFAULT 1
    places::PlaceSource places_from = places::PlaceSource::hot_spots;
    std::string places_file, places_name_column;
    Meters cell_size{50.0}, bandwidth{150.0}, gi_band{100.0}, place_radius{120.0}, near{25.0};
    double fdr = 0.05;
    int minimum_incidents = 10;
    ScoreOptions score;
    conditions::DarkOptions dark;
    int privacy_k = 5;       ///< public outputs: no figure under k incidents
    bool public_level = false;
    std::uint32_t seed = 1;
};

}  // namespace lykta::study
