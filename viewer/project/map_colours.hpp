// The map's colours: the report's, so that page and window agree, and their night side. Base colours are quiet; strong
// ones are kept for findings.
#pragma once

namespace lykta::viewer::colours {

// The ground by day, as the report draws it.
constexpr const char* paper = "#faf9f6";
constexpr const char* green = "#dfe9d8";
constexpr const char* building = "#dcd8d1";
constexpr const char* building_edge = "#c6c0b6";
constexpr const char* street = "#ffffff";
constexpr const char* street_edge = "#cbc5bb";
constexpr const char* footpath = "#b3aca2";
constexpr const char* window = "#8d99a3";
constexpr const char* district = "#9aa5af";
constexpr const char* ink = "#14344f";  ///< places, selection

// The ground by night: near black, blue, so that the lamps' light carries the picture.
constexpr const char* night_paper = "#0b101a";
constexpr const char* night_green = "#0e1819";
constexpr const char* night_building = "#161d2b";
constexpr const char* night_building_edge = "#232d40";
constexpr const char* night_street = "#cfd8ea1c";
constexpr const char* night_footpath = "#cfd8ea38";
constexpr const char* night_line = "#5d6b80";
constexpr const char* night_ink = "#e8eef7";

// Sight: blue, apart from the orange of light.
constexpr const char* sight_under_10 = "#1d5a9e";
constexpr const char* sight_under_25 = "#8fbbe6";
constexpr const char* incident = "#7d2f70";  ///< the strongest of the hot spots' purples
constexpr const char* felt = "#0f766e";      ///< perceived safety: a hue of its own
constexpr const char* lamp = "#e0a526";
constexpr const char* lamp_out = "#1e1e1e";

}  // namespace lykta::viewer::colours
