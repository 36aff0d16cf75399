// What a file most likely is: by the kinds of its geometries, its columns, its name.
#include <algorithm>
#include <array>

#include "layers/bulk.hpp"
#include "layers/columns.hpp"
#include "layers/systems.hpp"

namespace lykta::layers {

namespace {

struct Shapes {
    std::size_t points = 0, lines = 0, polygons = 0;
};

Shapes count_shapes(const sources::Table& table) {
    Shapes shapes;
    if (!table.has_geometry()) return shapes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& geometry = table.geometry(row);
        shapes.points +=
            std::holds_alternative<Point>(geometry) || std::holds_alternative<MultiPoint>(geometry) ? 1 : 0;
        shapes.lines += std::holds_alternative<MultiLine>(geometry) ? 1 : 0;
        shapes.polygons += std::holds_alternative<MultiPolygon>(geometry) ? 1 : 0;
    }
    return shapes;
}

struct Sign {
    LayerKind kind;
    std::string_view words;  ///< parted by blanks, as plain_word() writes them
};

/// Columns that only such a layer has.
constexpr std::array column_signs{
    Sign{LayerKind::lighting,
         "ljuspunktshojdm ljuspunktshojd stolphojd ljusflodelm ljusflode lumens lumen effektw watts wattage mountheig "
         "mountingheight stolpeid stolpid ljuspunktid fixturetype numlamps lampcd poleid belysningsklass armatur tand"},
    Sign{LayerKind::survey, "otrygga antalotrygga andelotrygga unsafe antalsvar svarande unsafeshare"},
    Sign{LayerKind::entrances, "entrenr entreid entretyp entrance entrancetype portnr porttyp trapphus"},
    Sign{LayerKind::cameras, "synfalt synvinkel bildvinkel fov fieldofview"},
    Sign{LayerKind::inspections,
         "kontrollpunkt checklistitem obligatorisk mandatory violation rrextinsppass rrextinspfail godkand underkand "
         "vprresult inspectionresult"},
    Sign{LayerKind::vegetation,
         "krondiameter kronradie kronbredd krondiameterm kronradiem crowndiameter crownradius tradart canopy histogram "
         "krontackning treeheight"},
};

/// Parts of file and layer names.
constexpr std::array name_signs{
    Sign{LayerKind::lighting, "belysning streetlight parklight lampor lamps ljuspunkt stolpar lighting"},
    Sign{LayerKind::vegetation, "vegetation trees tradplan buskage buskar canopy shrubs"},
    Sign{LayerKind::inspections, "inspection besiktning unfit vacant rentalregistry"},
    Sign{LayerKind::cameras, "kamera kameror cameras"},
    Sign{LayerKind::entrances, "entre entreer entrance entrances portar dorrar"},
    Sign{LayerKind::survey, "trygghetsmatning survey enkat"},
    Sign{LayerKind::buildings, "byggnad building footprints hus"},
    Sign{LayerKind::window, "boundary kommungrans stadsgrans tatortsgrans cityoutline window studieomrade"},
};

bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

std::optional<LayerKind> by_columns(const sources::Table& table) {
    for (const auto& sign : column_signs) {
        for (const auto& name : table.names()) {
            if (has_word(sign.words, plain_word(name))) return sign.kind;
        }
    }
    return {};
}

std::optional<LayerKind> by_name(const std::string& name) {
    const auto plain = plain_word(name);
    for (const auto& sign : name_signs) {
        auto words = sign.words;
        while (!words.empty()) {
            const auto end = std::min(words.find(' '), words.size());
            if (plain.find(words.substr(0, end)) != std::string::npos) return sign.kind;
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    return {};
}

bool suits(LayerKind kind, const Shapes& shapes, bool has_geometry) {
    if (!has_geometry) return kind != LayerKind::window && kind != LayerKind::buildings;
    const bool polygons = shapes.polygons > shapes.points + shapes.lines;
    if (kind == LayerKind::window || kind == LayerKind::buildings || kind == LayerKind::survey) return polygons;
    if (kind == LayerKind::vegetation) return shapes.lines <= shapes.points + shapes.polygons;
    return !polygons && shapes.lines == 0;
}

}  // namespace

LayerKind detect_kind(const sources::SourceTable& source) {
    if (source.found.is_raster) return LayerKind::vegetation;
    const auto shapes = count_shapes(source.table);
    const bool has_geometry = source.table.has_geometry() && shapes.points + shapes.lines + shapes.polygons > 0;
    for (const auto& guess : {by_columns(source.table), by_name(source.account.source), by_name(source.found.layer)}) {
        if (guess && suits(*guess, shapes, has_geometry)) return *guess;
    }
    if (shapes.lines > shapes.points && shapes.lines >= shapes.polygons) return LayerKind::streets;
    if (shapes.polygons > shapes.points) return LayerKind::areas;
    return LayerKind::incidents;
}

namespace {

constexpr std::array incident_fields{"time", "time_from", "time_to", "hour", "category", "label", "reporter", "id"};
constexpr std::array lamp_fields{"id",       "height",     "flux",  "power",      "lamp_type",          "lamp_style",
                                 "led",      "luminaires", "state", "class",      "colour_temperature", "maintenance",
                                 "arm",      "facing",     "tilt",  "photometry", "schedule",           "switch_off",
                                 "dim_level"};
constexpr std::array plant_fields{"id", "kind", "plant_height", "crown_base", "radius", "crown", "canopy", "evergreen"};
constexpr std::array entrance_fields{"id"};
constexpr std::array inspection_fields{"building", "item", "weight", "mandatory", "item_state", "inspected"};
constexpr std::array area_fields{"id", "name", "population"};
constexpr std::array street_fields{"id", "name", "path_kind", "footpath", "class"};
constexpr std::array building_fields{"id", "plant_height"};
constexpr std::array survey_fields{"area", "answers", "unsafe", "unsafe_share"};
constexpr std::array camera_fields{"id", "heading", "field_of_view", "reach"};

std::vector<std::string_view> fields_of(LayerKind kind) {
    switch (kind) {
        case LayerKind::incidents:
            return {incident_fields.begin(), incident_fields.end()};
        case LayerKind::lighting:
            return {lamp_fields.begin(), lamp_fields.end()};
        case LayerKind::vegetation:
            return {plant_fields.begin(), plant_fields.end()};
        case LayerKind::inspections:
            return {inspection_fields.begin(), inspection_fields.end()};
        case LayerKind::streets:
            return {street_fields.begin(), street_fields.end()};
        case LayerKind::buildings:
            return {building_fields.begin(), building_fields.end()};
        case LayerKind::survey:
            return {survey_fields.begin(), survey_fields.end()};
        case LayerKind::cameras:
            return {camera_fields.begin(), camera_fields.end()};
        case LayerKind::entrances:
            return {entrance_fields.begin(), entrance_fields.end()};
        default:
            return {area_fields.begin(), area_fields.end()};
    }
}

void find_columns(const sources::Table& table, Detection& detection) {
    for (const auto field : fields_of(detection.kind)) {
        if (const auto column = known_column(table, field))
            detection.columns[std::string(field)] = table.names()[*column];
    }
    if (table.has_geometry()) return;
    if (const auto pair = known_coordinates(table, true)) {
        detection.columns["x"] = table.names()[pair->x];
        detection.columns["y"] = table.names()[pair->y];
    }
}

/// The only system a CSV's typical pair fits in Sweden, or degrees where the column names say so.
void find_crs(const sources::SourceTable& source, Detection& detection) {
    detection.crs = source.found.declared_crs;
    detection.crs_note = source.found.crs_note;
    if (!detection.crs.empty() || source.table.rows() == 0) return;
    const auto columns = known_coordinates(source.table, true);
    if (!columns && !source.table.has_geometry()) return;
    Reading reading{.options = {}, .project = {}, .table = source.table};
    const auto raw = raw_points(reading, columns.value_or(CoordinateColumns{}), Sexagesimal::read);
    const auto bulk = find_bulk(reading, raw, Crs::from_text("EPSG:4326"));
    if (bulk.sample.empty()) return;
    const auto fits = other_systems(bulk.typical, std::nullopt, std::nullopt);
    if (fits.size() == 1 && !fits.front().swapped) detection.crs = fits.front().text;
    const bool degrees = columns && columns->is_degrees && is_inhabited(bulk.typical);
    if (degrees && fits.size() <= 2 && bulk.fitting_share > 0.5) detection.crs = "EPSG:4326";
    if (detection.crs.empty() && !fits.empty()) detection.crs_note = systems_text(fits);
}

}  // namespace

Detection detect(const sources::SourceTable& source) {
    Detection detection;
    detection.kind = detect_kind(source);
    find_columns(source.table, detection);
    find_crs(source, detection);
    return detection;
}

}  // namespace lykta::layers
