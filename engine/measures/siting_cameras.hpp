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
    Meters mask_depth{0.0};     ///< how far in front of a dwelling's façade is masked beside the façade itself
    Meters entrance_mask{3.0};  ///< radius masked round an entrance
    int most_cameras = 2;       ///< at one place
    double least_share = 0.15;  ///< a further camera covers at least this share of the place's harm
    Meters from_place{40.0};    ///< candidates stand this near the place's outline
};
/// Candidates are lamp poles and building corners near the place, or, where there are none, points along its paths.
/// Greedy over positions × headings by harm newly covered, then each camera moved while that helps.
/// Reach of a zone: pixels ÷ (2 · tan(field of view ÷ 2) · pixels per metre).
/// \param incidents  the place's, which the camera is to cover; positions blurred by their error count as a share
/// \correctness  hand cases (wall, corner); small cases against every position and heading; the view holds no masked
/// point
[[nodiscard]] std::vector<CameraSite> site_cameras(const World& world, std::uint32_t place,
                                                   std::span<const std::uint32_t> incidents,
                                                   const CameraOptions& options = {});
/// As far as the zone reaches, m.
[[nodiscard]] Meters zone_reach(double pixels_per_m, const CameraOptions& options);

}  // namespace lykta::measures
