// Where a camera would stand and look: the view that covers most harm, cut by buildings, private windows masked.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct CameraOptions {
    int pixels = 3840;            ///< across the picture. REQUIRES: > 0. DEFAULT: 3840 (4K)
    Degrees field_of_view{70.0};  ///< horizontal. REQUIRES: 10–120°
    double pixels_per_m = 62.5;   ///< what the picture is for: 250 identify, 125 recognise, 62.5 observe, 25 detect
    Degrees heading_step{10.0};   ///< REQUIRES: > 0
    Meters height{4.0};
    Meters mask_depth{0.0};     ///< masked in front of a façade; never less than 0.2 m, the façade itself
    Meters entrance_mask{3.0};  ///< radius masked round an entrance
    int most_cameras = 2;       ///< at one place
    double least_share = 0.15;  ///< a further camera covers at least this share of the place's harm
    Meters from_place{40.0};    ///< candidates stand this near the place's outline
};
/// Candidates are lamp poles and outer corners of houses near the place, or, where there are none, points beside its
/// paths; at most 150, each turned by `heading_step` all round. View: level sight at eye height (a camera higher up
/// sees at least that past houses), within the zone's reach and the field of view, houses' shadows taken out exactly,
/// less the masks: every façade in the field counts as somebody's windows and is masked 0.2 m or `mask_depth` deep,
/// every known entrance `entrance_mask` round.
///
/// The first camera covers the most harm any could; the first two are the best pair (unless the search is cut short,
/// see siting_cameras_choice.hpp); further ones are added greedily and each moved while that helps. Nothing counts
/// twice. Basement and other burglary happen indoors and felt unsafety nowhere: they count neither as covered nor as
/// the place's. An incident counts at its point; where its source is known to 50 m or worse, as the share of 16 points,
/// spread as a normal distribution with that median error, that lie in the view.
/// Reach of a zone: pixels ÷ (2 · tan(field of view ÷ 2) · pixels per metre), EN 62676-4:2015.
/// \param incidents  the place's, which the camera is to cover
/// \throws Error{bad_option}
/// \correctness  hand cases (wall, corner, street between façades); every position and heading on small towns, every
/// pair of views on random cases; no point of a view behind a house, out of reach or masked; the fan of rays against
/// straight lines
[[nodiscard]] std::vector<CameraSite> site_cameras(const World& world, std::uint32_t place,
                                                   std::span<const std::uint32_t> incidents,
                                                   const CameraOptions& options = {});
/// As far as the zone reaches, m.
[[nodiscard]] Meters zone_reach(double pixels_per_m, const CameraOptions& options);

}  // namespace lykta::measures
