// What a camera would see: a fan of rays round each place it could hang, the exact view of the ones chosen.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "conditions/sight.hpp"
#include "core/geometry.hpp"
#include "measures/siting_cameras.hpp"

namespace lykta::measures {

/// Where a camera could hang.
struct CameraSpot {
    Point position;
    std::string carrier;  ///< "lamp", "building", "new_pole"
};
/// Lamp poles outside houses and outer corners of houses, 0.3 m off both walls, within `from_place` of the place's
/// outline; where there are none, points beside its paths, every 10 m. Lamps first, each in layer order; with more than
/// 150, spots near to one kept before are left out, farther and farther until no more remain.
/// \pre obstacles are the world's
[[nodiscard]] std::vector<CameraSpot> camera_spots(const World& world, std::uint32_t place,
                                                   const conditions::Obstacles& obstacles,
                                                   const CameraOptions& options);

/// All that could be seen from a spot, whichever way the camera is turned. Level sight at eye height: a camera higher
/// up sees at least that over houses, and somewhat less below crowns.
class CameraFan {
public:
    CameraFan(Point from, const conditions::Obstacles& obstacles, const conditions::SightOptions& options);

    /// Level sight from the spot within reach. Rays decide where both beside the point agree; else the line itself.
    [[nodiscard]] bool sees(Point p) const;
    /// Outline of what is seen between two directions (degrees, from < to), before houses' exact shadows.
    [[nodiscard]] MultiPolygon sector(double from_deg, double to_deg) const;
    [[nodiscard]] Point from() const { return m_from; }

private:
    [[nodiscard]] double at(double deg) const;  ///< the nearer of the two rays beside the direction
    Point m_from;
    const conditions::Obstacles& m_obstacles;
    conditions::SightOptions m_options;
    conditions::VisibleArea m_area;
};

/// Ground hidden by houses, as far as `reach` from the point.
[[nodiscard]] MultiPolygon shadows_of_houses(Point from, const conditions::Obstacles& obstacles, double reach,
                                             double eye_m);

/// Inside a house, or so near it that the mask of its façade takes it.
[[nodiscard]] bool is_at_a_house(Point p, const conditions::Obstacles& obstacles, const CameraOptions& options);

/// Fills view, masks and areas of a camera whose position, heading, field of view and reach stand.
void add_view(CameraSite& site, const World& world, const CameraFan& fan, const conditions::Obstacles& obstacles,
              const CameraOptions& options);

/// Direction from one point to another, degrees anticlockwise from +x, 0 … 360.
[[nodiscard]] double direction_deg(Point from, Point to);

}  // namespace lykta::measures
