// Which coordinate system can these numbers be in? For messages about coordinates that do not fit what was stated.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/crs.hpp"

namespace lykta {

namespace {

/// Systems met in Swedish municipal files, commonest first; this order breaks ties. EPSG codes.
constexpr std::array swedish_codes{3006, 4326, 3007, 3008, 3009, 3010, 3011, 3012, 3013,  3014,  3015,  3016,
                                   3017, 3018, 3021, 3019, 3020, 3022, 3023, 3024, 25833, 25832, 32633, 3857};
constexpr double grace_deg = 0.1;
constexpr double near_m = 100'000.0;
const Box sweden{10.0, 54.9, 24.2, 69.1};  ///< longitude, latitude; EPSG area of use of 3006, rounded out

/// A Projector costs up to 20 ms, so it is made when its system is first tried.
struct Candidate {
    Crs crs;
    std::optional<Projector> made{};
    const Projector& to_degrees() {
        if (!made) made.emplace(crs, Crs::from_text("OGC:CRS84"));
        return *made;
    }
};

/// The candidates of this thread: a Projector is not shared between threads.
std::vector<Candidate>& candidates() {
    thread_local std::vector<Candidate> all = [] {
        std::vector<Candidate> systems;
        for (const int code : swedish_codes) systems.push_back({Crs::from_text("EPSG:" + std::to_string(code))});
        return systems;
    }();
    return all;
}

/// RT90 2.5 gon V was the national grid: files use it far outside the band EPSG gives it.
std::optional<Box> area_in_use(const Crs& crs) {
    return crs.text() == "EPSG:3021" ? sweden : crs.area_of_use();
}

std::optional<Point> placed(const Crs& crs, const Projector& to_degrees, Point raw) {
    if (crs.is_geographic() && (std::abs(raw.x) > 180.0 || std::abs(raw.y) > 90.0)) return {};
    const Point p = to_degrees(raw);
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return {};
    const auto area = area_in_use(crs);
    if (area && area->min_x <= area->max_x && !area->expanded(grace_deg).contains(p)) return {};
    return p;
}

/// Can a place in the system's area lie within near_m of `near`? Asked before anything is projected: a degree is at
/// least 110 km from north to south, and that times the cosine of the latitude from west to east.
bool reaches(const Crs& crs, Point near) {
    const auto area = area_in_use(crs);
    if (!area || area->min_x > area->max_x) return true;
    const double latitude = near_m / 110'000.0 + grace_deg;
    const double farthest = std::min(std::abs(near.y) + latitude, 89.0) * std::numbers::pi / 180.0;
    const double longitude = near_m / 110'000.0 / std::cos(farthest) + grace_deg;
    return near.x >= area->min_x - longitude && near.x <= area->max_x + longitude && near.y >= area->min_y - latitude &&
           near.y <= area->max_y + latitude;
}

struct Ranked {
    CrsFit fit;
    double distance_m = 0.0;
    bool abroad = false;
};

/// With a known place the nearest first; else Sweden before the world, as written before swapped.
bool better(const Ranked& a, const Ranked& b) {
    const double step_a = std::round(a.distance_m), step_b = std::round(b.distance_m);
    if (step_a != step_b) return step_a < step_b;
    if (a.abroad != b.abroad) return b.abroad;
    return !a.fit.swapped && b.fit.swapped;
}

}  // namespace

std::vector<CrsFit> systems_that_fit(Point raw, std::optional<Point> near) {
    std::vector<Ranked> found;
    for (auto& candidate : candidates()) {
        if (near && !reaches(candidate.crs, *near)) continue;
        for (const bool swapped : {false, true}) {
            const Point read = swapped ? Point{raw.y, raw.x} : raw;
            const auto place = placed(candidate.crs, candidate.to_degrees(), read);
            if (!place) continue;
            const double away = near ? geodesic(*place, *near).distance_m : 0.0;
            const bool abroad = !sweden.contains(*place);
            // Metres fit Web Mercator and UTM somewhere in the world whatever they are; that tells nobody anything.
            if (away > near_m || (!near && abroad && !candidate.crs.is_geographic())) continue;
            CrsFit fit{candidate.crs.text(), candidate.crs.name(), swapped, *place};
            found.push_back({std::move(fit), away, abroad});
        }
    }
    std::stable_sort(found.begin(), found.end(), better);
    std::vector<CrsFit> fits;
    for (auto& one : found) fits.push_back(std::move(one.fit));
    return fits;
}

bool fits(const Crs& crs, Point raw) {
    struct Last {
        Crs crs;
        Projector to_degrees;
    };
    // Asked row after row with the same system: the last one's Projector is kept.
    thread_local std::optional<Last> last;
    if (!last || &last->crs.impl() != &crs.impl()) last.emplace(Last{crs, Projector(crs, Crs::from_text("OGC:CRS84"))});
    return placed(crs, last->to_degrees, raw).has_value();
}

}  // namespace lykta
