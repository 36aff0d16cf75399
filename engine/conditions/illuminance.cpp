// One point, all luminaires: the definition, without short cuts. The fast versions stand in light_field.cpp.
#include "conditions/illuminance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "conditions/luminaire_light.hpp"

namespace lykta::conditions {

namespace {

constexpr double degrees_per_radian = 180.0 / std::numbers::pi;
constexpr double lumens_per_kilolumen = 1000.0;

/// Where the light comes from, seen from the lit point.
struct Ray {
    double intensity = 0.0;      ///< cd towards the point, maintenance included
    double up = 0.0;             ///< m from the point's plane to the luminaire
    double across = 0.0;         ///< m, horizontal
    double facing_cosine = 0.0;  ///< of the horizontal angle between the view direction and the luminaire
};

Ray ray_from(const Luminaire& lamp, Point p, Degrees facing, double z) {
    const double dx = lamp.position.x - p.x, dy = lamp.position.y - p.y;
    const double view = facing.value / degrees_per_radian;
    Ray ray{intensity_towards(lamp, p, z), lamp.height.value - z, std::hypot(dx, dy), 0.0};
    // Straight above there is no horizontal direction; a vertical face gets nothing from there either way.
    if (ray.across > 0.0) ray.facing_cosine = (dx * std::cos(view) + dy * std::sin(view)) / ray.across;
    return ray;
}

/// cd per lm in a direction (dx, dy, -up) from a tilted luminaire: the direction is turned into its frame, where
/// `along` is C0, `street` C90 and `down` gamma 0. Raising the street side turns about the C0 axis, so `along` stays.
double tilted_share(const Luminaire& lamp, double dx, double dy, double up) {
    const double azimuth = lamp.azimuth.value / degrees_per_radian, tilt = lamp.tilt.value / degrees_per_radian;
    const double along = dx * std::cos(azimuth) + dy * std::sin(azimuth);
    const double level = dy * std::cos(azimuth) - dx * std::sin(azimuth);  // towards the street, before the tilt
    const double street = level * std::cos(tilt) - up * std::sin(tilt);
    const double down = level * std::sin(tilt) + up * std::cos(tilt);
    const double across = std::hypot(along, street);
    if (lamp.table == nullptr) return std::numbers::inv_pi * std::max(down, 0.0) / std::hypot(across, down);
    const double gamma = std::atan2(across, down) * degrees_per_radian;
    return lamp.table->at(std::atan2(street, along) * degrees_per_radian, gamma) / lumens_per_kilolumen;
}

/// C90 looks where the lamp faces, so C0 lies a quarter turn clockwise of it; in (-180, 180].
Degrees azimuth_of(const layers::Lamp& lamp) {
    return {lamp.facing ? std::remainder(lamp.facing->value - 90.0, 360.0) : 0.0};
}

Point luminaire_position(const layers::Lamp& lamp) {
    if (!lamp.facing || lamp.arm.value == 0.0) return lamp.position;
    const double facing = lamp.facing->value / degrees_per_radian;
    return {lamp.position.x + lamp.arm.value * std::cos(facing), lamp.position.y + lamp.arm.value * std::sin(facing)};
}

/// Share of its full light a lamp's schedule leaves at the minute asked for.
double share_left(const layers::LampLayer& layer, const layers::Lamp& lamp, const LuminaireOptions& options) {
    if (!options.minute || !lamp.schedule) return 1.0;
    return layer.schedules[*lamp.schedule].share_at(*options.minute);
}

}  // namespace

double intensity_towards(const Luminaire& lamp, Point p, double z) {
    const double up = lamp.height.value - z;
    if (!lamp.lit || !(up > 0.0)) return 0.0;
    const double dx = p.x - lamp.position.x, dy = p.y - lamp.position.y;
    const double flux = lamp.flux.value * lamp.maintenance_factor;
    if (lamp.tilt.value != 0.0) return flux * tilted_share(lamp, dx, dy, up);
    const double across = std::hypot(dx, dy);
    if (lamp.table == nullptr) return flux * std::numbers::inv_pi * up / std::hypot(across, up);
    const double gamma = std::atan2(across, up) * degrees_per_radian;
    const double c =
        lamp.table->cd_per_klm.size() > 1 ? std::atan2(dy, dx) * degrees_per_radian - lamp.azimuth.value : 0.0;
    return lamp.table->at(c, gamma) * flux / lumens_per_kilolumen;
}

double horizontal_share(const Luminaire& lamp, Point p, double z) {
    const double up = lamp.height.value - z;
    if (!lamp.lit || !(up > 0.0)) return 0.0;
    const double dx = p.x - lamp.position.x, dy = p.y - lamp.position.y;
    const double squared = dx * dx + dy * dy + up * up;
    if (lamp.table == nullptr && lamp.tilt.value == 0.0) {
        return lamp.flux.value * lamp.maintenance_factor * std::numbers::inv_pi * up * up / (squared * squared);
    }
    return intensity_towards(lamp, p, z) * up / (squared * std::sqrt(squared));
}

std::vector<Luminaire> luminaires_from(const layers::LampLayer& lamps, const LuminaireOptions& options) {
    std::vector<Luminaire> luminaires;
    luminaires.reserve(lamps.lamps.size());
    for (const layers::Lamp& lamp : lamps.lamps) {
        Luminaire l;
        l.position = luminaire_position(lamp);
        l.height = lamp.height;
        l.flux = lamp.flux * share_left(lamps, lamp, options);
        l.maintenance_factor = lamp.maintenance_factor;
        l.azimuth = azimuth_of(lamp);
        l.tilt = lamp.tilt;
        if (lamp.photometry) l.table = &lamps.photometry[*lamp.photometry].table;
        l.lit = lamp.state != layers::LampState::out && l.flux.value > 0.0;
        luminaires.push_back(l);
    }
    return luminaires;
}

Lux horizontal_illuminance(Point p, std::span<const Luminaire> luminaires, Meters z) {
    Lux sum;
    for (const Luminaire& lamp : luminaires) sum.value += horizontal_share(lamp, p, z.value);
    return sum;
}

Lux vertical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z) {
    Lux sum;
    for (const Luminaire& lamp : luminaires) {
        const Ray ray = ray_from(lamp, p, facing, z.value);
        if (!(ray.facing_cosine > 0.0) || !(ray.up > 0.0)) continue;
        const double squared = ray.across * ray.across + ray.up * ray.up;
        sum.value += ray.intensity * ray.facing_cosine * ray.across / (squared * std::sqrt(squared));
    }
    return sum;
}

Lux semicylindrical_illuminance(Point p, Degrees facing, std::span<const Luminaire> luminaires, Meters z) {
    Lux sum;
    for (const Luminaire& lamp : luminaires) {
        const Ray ray = ray_from(lamp, p, facing, z.value);
        if (!(ray.up > 0.0)) continue;
        const double slant = std::hypot(ray.across, ray.up), cosine = ray.up / slant, sine = ray.across / slant;
        sum.value +=
            ray.intensity * (1.0 + ray.facing_cosine) * cosine * cosine * sine / (std::numbers::pi * ray.up * ray.up);
    }
    return sum;
}

}  // namespace lykta::conditions
