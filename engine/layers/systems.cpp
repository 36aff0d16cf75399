// Which coordinate systems raw numbers could be in.
#include "layers/systems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/text.hpp"

namespace lykta::layers {

namespace {

/// Border and coast, clockwise from Svinesund, generalised outwards.
const Polygon sweden{{{11.0, 59.1}, {11.6, 59.8}, {12.1, 61.0}, {11.8, 62.0}, {12.0, 63.3}, {13.9, 64.1}, {13.6, 64.7},
                      {14.4, 66.2}, {15.3, 66.6}, {16.0, 67.6}, {18.0, 68.6}, {20.5, 69.2}, {23.6, 68.0}, {24.2, 66.6},
                      {24.3, 65.6}, {22.4, 65.3}, {21.7, 64.4}, {20.6, 63.5}, {18.6, 62.4}, {17.7, 61.6}, {17.6, 60.8},
                      {18.9, 60.3}, {19.3, 59.7}, {18.4, 58.8}, {19.5, 57.9}, {18.4, 56.7}, {16.7, 56.0}, {14.6, 55.9},
                      {14.5, 55.2}, {12.6, 55.2}, {12.3, 56.3}, {11.6, 57.4}, {10.9, 58.4}, {11.0, 59.1}},
                     {}};

/// The last systems asked for on this thread, ready to carry points to degrees: making a Projector costs milliseconds.
const Projector& to_degrees(const Crs& crs) {
    thread_local std::vector<std::pair<std::string, Projector>> known;
    for (const auto& [text, projector] : known) {
        if (text == crs.text()) return projector;
    }
    if (known.size() >= 64) known.clear();
    known.emplace_back(crs.text(), Projector(crs, Crs::from_text("OGC:CRS84")));
    return known.back().second;
}

bool is_swedish(const Box& area) {
    return area.min_x > 9.0 && area.max_x < 25.0 && area.min_y > 54.0 && area.max_y < 70.0;
}

bool lists(const std::vector<CrsFit>& fits, const CrsFit& one) {
    return std::any_of(fits.begin(), fits.end(),
                       [&](const CrsFit& fit) { return fit.text == one.text && fit.swapped == one.swapped; });
}

void add(std::vector<CrsFit>& fits, CrsFit one) {
    if (!lists(fits, one)) fits.push_back(std::move(one));
}

bool within_100_km(Point a, Point b) {
    return geodesic(a, b).distance_m <= 100'000.0;
}

/// The pair read in `crs`, where that is possible and inside its area of use.
std::optional<CrsFit> read_in(const Crs& crs, Point raw, bool swapped) {
    const Point read = swapped ? Point{raw.y, raw.x} : raw;
    const auto place = place_of(crs, read);
    if (!place || !holds_place(crs, *place)) return {};
    return CrsFit{crs.text(), crs.name(), swapped, *place};
}

void add_near(std::vector<CrsFit>& fits, Point raw, const std::optional<Crs>& stated, Point near) {
    thread_local const Crs degrees = Crs::from_text("EPSG:4326");
    thread_local std::optional<Crs> zone;
    if (!zone || zone->text() != utm_zone(near)) zone = Crs::from_text(utm_zone(near));
    std::vector<Crs> tried{degrees, *zone};
    if (stated) tried.insert(tried.begin(), *stated);
    for (const auto& crs : tried) {
        for (const bool swapped : {true, false}) {
            const auto fit = read_in(crs, raw, swapped);
            if (fit && within_100_km(fit->longitude_latitude, near)) add(fits, *fit);
        }
    }
}

bool is_degree_pair(Point raw) {
    return std::abs(raw.x) <= 180.0 && std::abs(raw.y) <= 90.0;
}

/// Swapped axes of the stated system: told apart from chance by the place they lead to.
void add_swapped(std::vector<CrsFit>& fits, Point raw, const Crs& stated) {
    const auto fit = read_in(stated, raw, true);
    if (!fit) return;
    const auto as_written = read_in(stated, raw, false);
    const bool makes_sense = in_sweden(fit->longitude_latitude) || !as_written ||
                             (!is_inhabited(as_written->longitude_latitude) && is_inhabited(fit->longitude_latitude));
    if (makes_sense && is_inhabited(fit->longitude_latitude)) fits.insert(fits.begin(), *fit);
}

}  // namespace

bool in_sweden(Point longitude_latitude) {
    return contains(sweden, longitude_latitude);
}

std::optional<Point> place_of(const Crs& crs, Point raw) {
    if (crs.is_geographic() && !is_degree_pair(raw)) return {};
    const Point place = to_degrees(crs)(raw);
    if (!std::isfinite(place.x) || !std::isfinite(place.y)) return {};
    return place;
}

bool holds_place(const Crs& crs, Point longitude_latitude) {
    const auto area = crs.area_of_use();
    if (!area || area->min_x > area->max_x || area->expanded(0.1).contains(longitude_latitude)) return true;
    return is_swedish(*area) && in_sweden(longitude_latitude);
}

bool is_inside(const Crs& crs, Point raw) {
    const auto place = place_of(crs, raw);
    return place && holds_place(crs, *place);
}

bool is_inhabited(Point longitude_latitude) {
    return longitude_latitude.y > -57.0 && longitude_latitude.y < 79.0;
}

std::vector<CrsFit> other_systems(Point raw, const std::optional<Crs>& stated, std::optional<Point> near) {
    std::vector<CrsFit> fits;
    if (near) {
        if (stated) {
            const auto swapped = read_in(*stated, raw, true);
            if (swapped && within_100_km(swapped->longitude_latitude, *near)) fits.push_back(*swapped);
        }
        for (auto& fit : systems_that_fit(raw, near)) add(fits, std::move(fit));
        add_near(fits, raw, stated, *near);
    } else {
        if (stated) add_swapped(fits, raw, *stated);
        for (auto& fit : systems_that_fit(raw)) {
            if (in_sweden(fit.longitude_latitude)) add(fits, std::move(fit));
        }
        if (is_degree_pair(raw) && is_inhabited(raw)) add(fits, {"EPSG:4326", "WGS 84", false, raw});
    }
    std::erase_if(fits, [&](const CrsFit& fit) { return stated && !fit.swapped && fit.text == stated->text(); });
    return fits;
}

std::string systems_text(const std::vector<CrsFit>& fits) {
    std::vector<std::string> parts;
    for (const auto& fit : fits) {
        if (!fit.swapped) parts.push_back(fmt::format("{} ({})", fit.text, fit.name));
    }
    return joined(parts);
}

std::string utm_zone(Point longitude_latitude) {
    const int zone = std::clamp(static_cast<int>(std::floor((longitude_latitude.x + 180.0) / 6.0)) + 1, 1, 60);
    return fmt::format("EPSG:32{}{:02}", longitude_latitude.y < 0 ? 7 : 6, zone);
}

Crs fitting_project(Point longitude_latitude) {
    const Box around{9.9, 54.9, 24.3, 69.2};
    return Crs::from_text(around.contains(longitude_latitude) ? "EPSG:3006" : utm_zone(longitude_latitude));
}

}  // namespace lykta::layers
