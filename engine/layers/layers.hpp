// The typed layers of a study: what incidents, lamps, vegetation … are once read, projected to the project CRS (metres)
// and accounted for. Data only; how they are read stands in read_layers.hpp.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/rows.hpp"
#include "core/time.hpp"
#include "core/units.hpp"
#include "layers/photometry.hpp"
#include "sources/table.hpp"

namespace lykta::layers {

/// Kinds of layer `--as` and study.toml name.
enum class LayerKind {
    incidents,
    lighting,
    vegetation,
    inspections,
    streets,
    buildings,
    areas,
    survey,
    cameras,
    window,
    population,
    entrances,
};
[[nodiscard]] std::string_view layer_name(LayerKind kind);       ///< "incidents"
[[nodiscard]] LayerKind layer_from_name(std::string_view name);  ///< \throws Error{bad_option}

/// Where a layer came from and what became of its rows; one per source file.
struct SourceReport {
    LayerKind kind = LayerKind::incidents;
    std::string path;  ///< as given
    std::string sha256;
    sources::FormatFound found;
    std::string crs;                 ///< the CRS its coordinates were read in
    std::vector<std::string> notes;  ///< detected columns, defaults taken … in the user's language
    RowAccount account;
};

/// Words stored once; each row holds an index.
struct Words {
    std::vector<std::string> text;
    std::vector<std::uint32_t> of_row;
    [[nodiscard]] const std::string& at(std::size_t row) const { return text[of_row[row]]; }
};

/// When an incident happened: an interval in UTC. from == to: a moment. A date without hour spans its local day.
struct TimeSpan {
    Instant from{}, to{};
    bool known = false;              ///< false: no usable time, the place still counts
    bool has_hour = false;           ///< false: date only; never used by hour or darkness
    std::int8_t local_hour = -1;     ///< 0–23 of `from`, -1 unknown
    std::int8_t local_weekday = -1;  ///< 0 Monday
    std::int32_t local_day = 0;      ///< days since 1970-01-01 of `from`
};

/// One entry per used incident; all vectors the same length.
struct IncidentLayer {
    std::vector<Point> position;  ///< project CRS, m
    std::vector<TimeSpan> time;
    Words category;                        ///< the study's category (after mapping)
    Words reporter;                        ///< who reported (police, guard, school …); one word "" where unknown
    Words label;                           ///< address or street text for naming piles; never written to outputs
    std::vector<std::int64_t> row;         ///< row number in its source
    std::vector<std::uint16_t> source;     ///< index into reports
    std::vector<double> position_error_m;  ///< median error of the source, one per report
    std::vector<SourceReport> reports;
    [[nodiscard]] std::size_t size() const { return position.size(); }
};

/// When a lamp gives less than its full light, by local clock. Outside every span it gives all of it.
struct LightSchedule {
    struct Span {
        int from_minute = 0, to_minute = 0;  ///< of the day, 0–1439; from > to runs over midnight
        double share = 0.0;                  ///< of full light, 0 = switched off
    };
    std::string text;  ///< as delivered: "50 % 23:00–05:00"
    std::vector<Span> spans;
    [[nodiscard]] double share_at(int minute) const;  ///< least share of the spans that hold the minute, else 1
};

enum class LampState { unknown, working, out };
struct Lamp {
    std::string id;
    Point position;
    Meters height{5.0};
    Lumens flux{3000.0};               ///< of all luminaires on the pole; 0 where the register says there is none
    double maintenance_factor = 0.80;  ///< 0…1
    std::optional<double> colour_temperature_k;
    std::string street_class;  ///< lighting class as delivered ("P4"), empty if none
    LampState state = LampState::unknown;
    bool height_defaulted = false, flux_defaulted = false;
    std::string type;                         ///< light source as delivered ("LED", "HPS"), empty if none
    Meters arm{0.0};                          ///< from pole to luminaire, towards `facing`
    std::optional<Degrees> facing;            ///< street side (C90), anticlockwise from +x; empty: not recorded
    Degrees tilt{0.0};                        ///< street side raised by this
    std::optional<std::uint32_t> photometry;  ///< index into LampLayer::photometry; empty: fallback distribution
    std::optional<std::uint32_t> schedule;    ///< index into LampLayer::schedules; empty: full light all night
    /// Standard deviation of its light, as a share of it: 0.1 where height, flux and distribution are known, wider for
    /// every one that was taken by default.
    double light_sd = 0.3;
    std::int64_t row = 0;
};
struct LampLayer {
    std::vector<Lamp> lamps;
    std::vector<Photometry> photometry;
    std::vector<LightSchedule> schedules;
    std::vector<SourceReport> reports;
};

/// Shrubs, trees and hedges: a crown outline, or a point with a radius turned into one.
struct Plant {
    std::string id, kind;  ///< kind as delivered ("buskage", "träd")
    MultiPolygon outline;
    Meters height{1.5};
    bool height_defaulted = false;
    Meters crown_base{0.0};     ///< below it one sees and lights through: the trunk of a tree; shrubs 0
    double canopy_share = 1.0;  ///< share of the outline that is crown (block-level canopy data < 1)
    bool evergreen = false;     ///< as dense in winter as in summer
    std::int64_t row = 0;
};
struct VegetationLayer {
    std::vector<Plant> plants;
    std::vector<SourceReport> reports;
};

enum class ItemState { unknown, passed, failed, remedied };
struct InspectionItem {
    std::string building_id, item;
    Point position;
    double weight = 1.0;
    bool mandatory = false;
    ItemState state = ItemState::unknown;
    std::optional<std::int64_t> day;  ///< days since 1970-01-01
    std::int64_t row = 0;
};
struct InspectionLayer {
    std::vector<InspectionItem> items;
    std::vector<SourceReport> reports;
};

struct Street {
    std::string id, name;
    Polyline line;
    bool footpath = false;
    std::string lighting_class;  ///< "P4", "C3"; empty: default by kind
    std::int64_t row = 0;
    bool tunnel = false;  ///< an underpass or a passage through a house
};
struct StreetLayer {
    std::vector<Street> streets;
    std::vector<SourceReport> reports;
};

struct Building {
    std::string id;
    MultiPolygon footprint;
    Meters height{0.0};
    std::int64_t row = 0;
};
struct BuildingLayer {
    std::vector<Building> buildings;
    std::vector<SourceReport> reports;
};

/// Districts, base areas, estates: named polygons, with inhabitants where given.
struct Area {
    std::string id, name;
    MultiPolygon shape;
    std::optional<double> population;
    std::int64_t row = 0;
};
struct AreaLayer {
    std::vector<Area> areas;
    std::vector<SourceReport> reports;
};

/// Survey answers summed per area: how many answered, how many of them feel unsafe.
struct SurveyArea {
    std::string area;
    MultiPolygon shape;
    double answers = 0, unsafe = 0;
    std::optional<std::int64_t> day;
    std::int64_t row = 0;
};
struct SurveyLayer {
    std::vector<SurveyArea> areas;
    std::vector<SourceReport> reports;
};

struct Camera {
    std::string id;
    Point position;
    std::optional<double> heading_deg, field_of_view_deg;
    Meters reach{30.0};
    std::int64_t row = 0;
};
struct CameraLayer {
    std::vector<Camera> cameras;
    std::vector<SourceReport> reports;
};

/// Doors of houses: who comes out of them, or sits behind them, sees the path. Natural surveillance counts them.
struct EntranceLayer {
    std::vector<Point> position;  ///< project CRS, m
    std::vector<SourceReport> reports;
};

/// Where incidents could have been recorded.
struct Window {
    MultiPolygon shape;
    std::vector<SourceReport> reports;
    bool from_hull = false;
};

/// Everything a study brings; empty optionals are layers it does not have.
struct CityLayers {
    IncidentLayer incidents;
    std::optional<LampLayer> lighting;
    std::optional<VegetationLayer> vegetation;
    std::optional<InspectionLayer> inspections;
    std::optional<StreetLayer> streets;
    std::optional<BuildingLayer> buildings;
    std::optional<AreaLayer> areas;
    std::optional<SurveyLayer> survey;
    std::optional<CameraLayer> cameras;
    std::optional<EntranceLayer> entrances;
    Window window;
};

}  // namespace lykta::layers
