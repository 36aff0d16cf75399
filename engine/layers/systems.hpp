// Which coordinate systems raw numbers could be in: for messages that name the cure, never to convert unasked.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/crs.hpp"

namespace lykta::layers {

/// Roughly the land of Sweden (longitude, latitude), coast and border to a tenth of a degree or two.
[[nodiscard]] bool in_sweden(Point longitude_latitude);
/// The place a raw pair means in `crs`; empty where it means none on earth.
[[nodiscard]] std::optional<Point> place_of(const Crs& crs, Point raw);
/// Can the pair be a place of this system? Inside its area of use, or, for the Swedish zones and RT90 systems that
/// municipalities and agencies use beyond their official strip, anywhere in Sweden.
[[nodiscard]] bool is_inside(const Crs& crs, Point raw);
/// The same for a place already worked out.
[[nodiscard]] bool holds_place(const Crs& crs, Point longitude_latitude);

/// Does anyone live at this latitude? Swapped coordinates of American cities lie beyond 60° south.
[[nodiscard]] bool is_inhabited(Point longitude_latitude);

/// Systems a raw pair fits other than `stated` as written, likeliest first.
/// With `near` those within 100 km of it, its UTM zone among them; without, those that put the pair in Sweden,
/// swapped axes of the stated system where that makes sense, and degrees.
[[nodiscard]] std::vector<CrsFit> other_systems(Point raw, const std::optional<Crs>& stated, std::optional<Point> near);

/// "EPSG:3006 (SWEREF99 TM), EPSG:3021 (RT90 2.5 gon V)"
[[nodiscard]] std::string systems_text(const std::vector<CrsFit>& fits);

/// The UTM zone of a place, "EPSG:32617"; north or south.
[[nodiscard]] std::string utm_zone(Point longitude_latitude);
/// The metric CRS to work in when none is stated: EPSG:3006 in Sweden, else the UTM zone.
[[nodiscard]] Crs fitting_project(Point longitude_latitude);

}  // namespace lykta::layers
