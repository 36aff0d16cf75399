// From a source file to a typed layer: columns found, CRS settled, points projected, every row accounted for.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "layers/layers.hpp"
#include "sources/read_source.hpp"

namespace lykta::layers {

/// How to read one source. Empty text = detect and say what was taken.
struct LayerOptions {
    LayerKind kind = LayerKind::incidents;
    std::string path;
    sources::ReadOptions read;
    std::string crs;   ///< of the file's coordinates. DEFAULT: what the file declares; refused if nothing does
    std::string x, y;  ///< columns of east/longitude and north/latitude
    std::string time, time_from, time_to, hour;  ///< hour: a column of local HHMM or HH beside a date
    bool time_is_local = false;                  ///< offsets in the column are wrong and to be ignored
    std::string timezone = "Europe/Stockholm";   ///< of times without offset
    std::string category, reporter, label;
    std::map<std::string, std::string> columns;  ///< field name → column, e.g. {"height", "ljuspunktshojd_m"}
    /// Lighting: where the photometric files stand that its rows name. DEFAULT: beside the source
    std::string photometry_folder;
    std::string photometry;  ///< Lighting: photometric file of lamps that name none. DEFAULT: fallback distribution
    /// Vegetation as a raster of a surface: the raster of the ground under it. DEFAULT: cells are heights above ground
    std::string ground;
    std::map<std::string, double> defaults;  ///< field name → value where the file has none, e.g. {"height", 6.0}
    std::map<std::string, std::string> category_map;  ///< word in the file → category; others keep their word
    double position_error_m = 15.0;
    bool drop_duplicates = false;  ///< exact repeats set aside instead of only reported
    std::optional<Period> period;  ///< incidents outside are set aside
    struct Exclusion {
        Point centre;
        double radius_m = 0;
        std::string why;
    };  ///< in project CRS
    std::vector<Exclusion> exclusions;
    /// Observation window in project CRS; incidents outside are set aside as outside_window. DEFAULT: none
    const MultiPolygon* window = nullptr;
    std::optional<std::int64_t> today;  ///< for "in the future"; DEFAULT: the clock
    std::optional<Point>
        near;  ///< longitude, latitude of the study: sharpens verdicts on a wrong CRS. DEFAULT: unknown
};

/// Each reads, checks and projects to `project`. `near` (longitude, latitude of the study) sharpens messages about a
/// wrong CRS. \throws Error{cannot_read, bad_input, bad_option}; imperfect rows are in the report's account.
[[nodiscard]] IncidentLayer read_incidents(const LayerOptions& options, const Crs& project);
[[nodiscard]] LampLayer read_lamps(const LayerOptions& options, const Crs& project);
[[nodiscard]] VegetationLayer read_vegetation(const LayerOptions& options, const Crs& project);
[[nodiscard]] InspectionLayer read_inspections(const LayerOptions& options, const Crs& project);
[[nodiscard]] StreetLayer read_streets(const LayerOptions& options, const Crs& project);
[[nodiscard]] BuildingLayer read_buildings(const LayerOptions& options, const Crs& project);
[[nodiscard]] AreaLayer read_areas(const LayerOptions& options, const Crs& project);
[[nodiscard]] SurveyLayer read_survey(const LayerOptions& options, const Crs& project);
[[nodiscard]] CameraLayer read_cameras(const LayerOptions& options, const Crs& project);
[[nodiscard]] EntranceLayer read_entrances(const LayerOptions& options, const Crs& project);
[[nodiscard]] Window read_window(const LayerOptions& options, const Crs& project);

/// Appends one source's layer to another's (several police and Embrace files make one incident layer).
void append(IncidentLayer& to, IncidentLayer&& more);
/// The same for lamps, whose photometry and schedules are counted on.
void append(LampLayer& to, LampLayer&& more);

/// What a file most likely is, from its geometry kinds and column names, with the columns found: for `init`, and for
/// `check` without --as.
struct Detection {
    LayerKind kind = LayerKind::incidents;
    std::map<std::string, std::string> columns;  ///< field → column: x, y, time, category, height …
    std::string crs;                             ///< declared, or the only one that fits; empty: must be stated
    std::string crs_note;
};
[[nodiscard]] Detection detect(const sources::SourceTable& source);
[[nodiscard]] LayerKind detect_kind(const sources::SourceTable& source);  ///< the kind alone, without trying systems

/// What makes maps lie, found in a whole incident layer: piles on one point, coordinates of block or municipality
/// precision, placeholder hours, duplicate rows, gaps in the period. Codes: pile, precision, hour_placeholder,
/// duplicate, gap, part_year.
[[nodiscard]] Issues findings(const IncidentLayer& incidents, const Period& period);

/// How precise positions are as delivered: the median distance from a repeated point to its nearest other point.
/// `supports_hot_spots` is false where repeated points stand for whole municipalities (spacing over 1 km and under
/// 5 % distinct points): no place inside a town can then be told from another.
struct Precision {
    double spacing_m = 0;
    double distinct_share = 1;
    bool supports_hot_spots = true;
};
[[nodiscard]] Precision positional_precision(const IncidentLayer& incidents);

}  // namespace lykta::layers
