// From surfaces to places: hot spots drawn as compact outlines, street segments, or the polygons a user brings.
#pragma once
#include <span>
#include <vector>

#include "core/grid.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"
#include "places/places.hpp"
#include "statistics/local_gi.hpp"

namespace lykta::places {

struct DelineateOptions {
    double fdr = 0.05;  ///< A cell counts as hot below this FDR-adjusted p, z > 0. REQUIRES: 0 < fdr < 1. DEFAULT: 0.05
    Meters radius{120.0};  ///< A place reaches at most this far from its peak. REQUIRES: > 0 m. DEFAULT: 120 m
    double share_of_peak =
        1.0 / 3.0;               ///< Cells below this share of the peak's intensity are halo, not place. DEFAULT: 1/3
    int minimum_incidents = 10;  ///< Fewer in the outline: no place. DEFAULT: 10
};

/// Hot spots as places. A peak is a significant cell with no higher intensity within the radius; peaks are taken from
/// the highest down (ties: lowest cell index). A place is the connected significant cells within the radius of its peak
/// whose intensity is at least share_of_peak of it; the other significant cells within the radius are its halo. So a
/// whole centre that is hot becomes several places of a size a measure can be put in, slopes between peaks are hot
/// spots but no places, and no two places overlap.
///
/// \pre    the three grids share one frame
/// \correctness  hand-drawn grids; property: places are disjoint and hold only significant cells
[[nodiscard]] std::vector<Place> hot_spot_places(const Grid<double>& intensity, const statistics::GiStarGrid& gi,
                                                 const Grid<double>& counts, const DelineateOptions& options = {});

/// One place per street or path: its line with `near` metres on both sides. \pre streets in project CRS
[[nodiscard]] std::vector<Place> segment_places(const layers::StreetLayer& streets, Meters near);

/// One place per polygon the user brings, with its own id and name.
[[nodiscard]] std::vector<Place> polygon_places(const layers::AreaLayer& areas);

/// Gives hot spots a name a resident would use, by the named street nearest to the incidents' centre, and the district
/// the centre lies in; without streets the district and a running number, without either nothing.
void name_places(std::vector<Place>& places, const layers::CityLayers& city);

}  // namespace lykta::places
