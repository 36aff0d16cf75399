// Everything a finished run knows, as the writers need it: one value, computed before a byte is written.
#pragma once
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "conditions/sight.hpp"
#include "core/crs.hpp"
#include "core/grid.hpp"
#include "core/language.hpp"
#include "core/time.hpp"
#include "layers/layers.hpp"
#include "measures/plan.hpp"
#include "places/places.hpp"
#include "statistics/baseline.hpp"

namespace lykta::outputs {

/// An option of the run as the manifest and the report show it.
struct OptionUsed {
    std::string key;  ///< "hot_spots.bandwidth"
    std::string value, unit;
    bool is_default = true;
};

/// A term taken out of the score because its layer is absent, with the sentence that says so.
struct AbsentTerm {
    places::Term term;
    std::string sentence;
};

/// How the map of the first part of the period points at the last part, beside the plain count.
struct BackTest {
    std::string trained, tested;  ///< "2022-01-01 – 2023-12-31"
    statistics::Prediction plain_count, intensity, gi_star;
};

struct RunResult {
    std::string study_name, study_file, command, version, created_utc;
    Crs crs;
    Language language = Language::swedish;
    Period period;
    std::string timezone;
    Point centre_longitude_latitude;
    double window_area_ha = 0;

    const layers::CityLayers* layers = nullptr;  ///< \pre outlives the writing
    std::vector<layers::SourceReport> sources;   ///< of every layer, in study order
    Issues findings;                             ///< piles, precision, gaps …
    std::optional<std::string> refusal;          ///< why nothing is called a hot spot; places is then empty

    Grid<double> counts;     ///< incidents per cell
    Grid<double> intensity;  ///< incidents per hectare and year
    Grid<double> gi_z, gi_p_fdr;
    Grid<double> window_share;                            ///< share of each cell inside the window
    std::optional<Grid<double>> illuminance;              ///< lx at ground level
    std::vector<conditions::StretchLight> stretches;      ///< empty without lamps or without streets
    std::optional<conditions::PathSight> sight;           ///< along the same stretches
    int draws = 0, top_k = 10;                            ///< of the rank simulation; 0 draws: ranks have no interval

    std::vector<places::RankedPlace> places;  ///< in rank order
    std::vector<places::FeltArea> felt_areas;
    std::optional<measures::MeasurePlan> measures;  ///< empty: not asked for
    std::vector<AbsentTerm> absent_terms;
    std::optional<BackTest> back_test;
    /// NaN where nothing can be said (a refused run).
    double city_dark_share = std::numeric_limits<double>::quiet_NaN(),
           city_rate_per_ha_year = std::numeric_limits<double>::quiet_NaN();
    std::vector<OptionUsed> options;
    std::uint32_t seed = 1;
    int privacy_k = 5;
    bool public_level = false;                  ///< no figure under privacy_k incidents leaves in any file
    double fdr = 0.05;                          ///< a cell is a hot spot when z > 0 and its adjusted p is at most this
    double bandwidth_m = 150, gi_band_m = 100;  ///< as the options say; written out where the numbers are shown
};

}  // namespace lykta::outputs
