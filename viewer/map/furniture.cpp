#include "viewer/map/furniture.hpp"

#include <cmath>

#include "core/language.hpp"
#include "core/units.hpp"

namespace lykta::viewer {

namespace {

std::string degrees_text(double degrees, const char* positive, const char* negative) {
    return number_text(std::abs(degrees), 5) + "°\u00a0" + (degrees < 0 ? negative : positive);
}

}  // namespace

ScaleBar scale_bar(const MapView& view, double most_pixels) {
    const double room = most_pixels * view.metres_per_pixel;
    const double power = std::pow(10.0, std::floor(std::log10(room)));
    const double step = room >= 5 * power ? 5 : room >= 2 * power ? 2 : 1;
    const double metres = step * power;
    return {metres, metres / view.metres_per_pixel, length_text(metres)};
}

std::string project_coordinates_text(Point world, const Crs& crs) {
    return say("N {}, E {} ({})", number_text(world.y, 0), number_text(world.x, 0), crs.name());
}

std::string wgs84_text(Point longitude_latitude) {
    return say("{} {} (WGS 84)", degrees_text(longitude_latitude.y, tr("N"), tr("S")),
               degrees_text(longitude_latitude.x, tr("E"), tr("W")));
}

std::string length_text(double metres) {
    if (metres < 1) return say("{} cm", number_text(metres * 100, 0));
    if (metres < 10 && metres != std::floor(metres)) return say("{} m", number_text(metres, 1));
    if (metres < 1000) return say("{} m", number_text(metres, 0));
    const double km = metres / 1000;
    if (km == std::floor(km)) return say("{} km", number_text(km, 0));
    return say("{} km", number_text(km, km < 10 ? 2 : 1));
}

std::string area_text(double m2) {
    if (m2 < 10'000) return say("{} m²", number_text(m2, 0));
    if (m2 < 1'000'000) return say("{} ha", number_text(m2 / square_metres_per_hectare, 2));
    return say("{} km²", number_text(m2 / 1e6, 2));
}

}  // namespace lykta::viewer
