// GeoJSON (RFC 7946, and the crs member of 2008): the outline first, then feature by feature over the threads.
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "sources/cell_checks.hpp"
#include "sources/encoding.hpp"
#include "sources/feature_table.hpp"
#include "sources/geojson_geometry.hpp"
#include "sources/issues.hpp"
#include "sources/json_outline.hpp"
#include "sources/readers.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t block_features = 256;

/// What one block of features gave.
struct Block {
    FeatureRows rows;
    std::vector<SetAside> set_aside;
    Issue rings_closed, holes_dropped, collections;
    std::size_t fault_at = std::string::npos;  ///< first byte that is no JSON
};

std::string text_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return {};
    if (value.is_number_float()) return fmt::format("{}", value.get<double>());
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_attributes(const Json& feature, FeatureRows& rows) {
    const auto properties = feature.find("properties");
    const bool has = properties != feature.end() && properties->is_object();
    if (has)
        for (const auto& [name, value] : properties->items()) rows.add_value(rows.column(name), text_of(value));
    const auto id = feature.find("id");
    if (id != feature.end() && !id->is_null() && !(has && properties->contains("id")))
        rows.add_value(rows.column("id"), text_of(*id));
}

/// Columns of a feature that is set aside count all the same, so that the table has the file's columns.
void note_columns(const Json& feature, FeatureRows& rows) {
    const auto properties = feature.is_object() ? feature.find("properties") : feature.end();
    if (!feature.is_object() || properties == feature.end() || !properties->is_object()) return;
    for (const auto& [name, value] : properties->items()) rows.column(name);
}

ShapeRead shape_of_feature(const Json& feature) {
    if (!feature.is_object()) {
        ShapeRead wrong;
        wrong.problem = Reason::invalid_geometry;
        wrong.message = say("the feature is no object");
        return wrong;
    }
    if (feature.contains("coordinates") || feature.contains("geometries"))
        return read_shape(feature);  // a bare geometry
    const auto geometry = feature.find("geometry");
    return read_shape(geometry == feature.end() ? Json(nullptr) : *geometry);
}

void take_feature(const Json& feature, std::int64_t number, std::string_view raw, Block& block) {
    auto read = shape_of_feature(feature);
    if (read.problem) {
        note_columns(feature, block.rows);
        block.set_aside.push_back(
            {.row = number, .reason = *read.problem, .message = std::move(read.message), .raw = std::string{raw}});
        return;
    }
    if (read.rings_closed > 0) count_row(block.rings_closed, number);
    if (read.holes_dropped > 0) count_row(block.holes_dropped, number);
    if (read.from_collection) count_row(block.collections, number);
    block.rows.begin_feature(number, std::move(read.shape));
    add_attributes(feature, block.rows);
}

void read_feature(std::string_view text, const JsonSlice& slice, std::int64_t number, Block& block) {
    try {
        take_feature(Json::parse(slice.in(text)), number, slice.in(text), block);
    } catch (const Json::parse_error& fault) {
        block.fault_at = slice.begin + (fault.byte > 0 ? fault.byte - 1 : 0);
    } catch (const Json::out_of_range&) {  // a number no double can hold
        block.set_aside.push_back({.row = number,
                                   .reason = Reason::out_of_range,
                                   .message = say("a number too large for any coordinate"),
                                   .raw = std::string{slice.in(text)}});
    }
}

std::vector<Block> read_features(std::string_view text, const JsonOutline& outline, const std::string& file) {
    std::vector<Block> blocks((outline.features.size() + block_features - 1) / block_features);
    parallel_blocks(outline.features.size(), block_features, [&](std::size_t first, std::size_t last) {
        auto& block = blocks[first / block_features];
        for (auto i = first; i < last && block.fault_at == std::string::npos; ++i)
            read_feature(text, outline.features[i], static_cast<std::int64_t>(i) + 1, block);
    });
    for (const auto& block : blocks)
        if (block.fault_at != std::string::npos) refuse_json(file, text, block.fault_at, say("unexpected character"));
    return blocks;
}

void merge(Issue& into, const Issue& from) {
    for (const auto row : from.rows)
        if (into.rows.size() < issue_rows_at_most) into.rows.push_back(row);
    into.count += from.count;
}

void add_issue(RowAccount& account, Issue issue, const char* code, Severity severity, const std::string& text) {
    if (issue.count == 0) return;
    issue.code = code;
    issue.severity = severity;
    issue.message = text + " (" + rows_named("feature", issue.rows, issue.count) + ")";
    account.issues.push_back(std::move(issue));
}

void account_for(std::vector<Block>& blocks, RowAccount& account) {
    Issue closed, dropped, collections;
    for (auto& block : blocks) {
        std::move(block.set_aside.begin(), block.set_aside.end(), std::back_inserter(account.set_aside));
        merge(closed, block.rings_closed);
        merge(dropped, block.holes_dropped);
        merge(collections, block.collections);
    }
    add_issue(account, closed, "ring_closed", Severity::warning,
              say("rings that were not closed; closed by repeating the first point"));
    add_issue(account, dropped, "hole_dropped", Severity::warning, say("holes of fewer than three points; left out"));
    add_issue(account, collections, "collection_unpacked", Severity::note,
              say("geometry collections unpacked to their parts"));
}

/// "urn:ogc:def:crs:EPSG::3006" → "EPSG:3006"; "urn:ogc:def:crs:OGC:1.3:CRS84" → "OGC:CRS84".
std::string plain_crs_name(const std::string& name) {
    if (lower(name).rfind("urn:ogc:def:crs:", 0) != 0) return name;
    const auto rest = name.substr(16);
    const auto first = rest.find(':'), last = rest.rfind(':');
    return first == rest.npos ? name : rest.substr(0, first) + ":" + rest.substr(last + 1);
}

void settle_crs(std::string_view text, const JsonOutline& outline, FormatFound& found) {
    found.declared_crs = "OGC:CRS84";
    found.crs_note = say("GeoJSON without crs member: WGS 84, longitude first (RFC 7946)");
    if (outline.crs.begin == outline.crs.end) return;
    const auto crs = Json::parse(outline.crs.in(text), nullptr, false);
    if (crs.is_object() && crs.contains("properties") && crs["properties"].is_object() &&
        crs["properties"].contains("name") && crs["properties"]["name"].is_string()) {
        found.declared_crs = plain_crs_name(crs["properties"]["name"].get<std::string>());
        found.crs_note = say("crs member of the form of 2008: {}, easting or longitude first", found.declared_crs);
    } else if (!crs.is_discarded()) {
        found.declared_crs.clear();
        found.crs_note = say("the file's crs member names no system ({}); state the system", shortened(crs.dump()));
    }
}

void refuse_other_json(const JsonOutline& outline, const std::string& file) {
    const auto refuse = [&file](const std::string& what) {
        throw Error{ErrorCode::bad_input,
                    say("{0}: this is {1}, not GeoJSON; export it as GeoJSON or GeoPackage", file, what)};
    };
    if (outline.type == "[") refuse(tr("a JSON list"));
    if (outline.from_esri) refuse(tr("Esri's own JSON"));
    if (outline.type == "Topology") refuse(tr("TopoJSON"));
    constexpr std::string_view known[]{"FeatureCollection", "Feature",      "Point",
                                       "MultiPoint",        "LineString",   "MultiLineString",
                                       "Polygon",           "MultiPolygon", "GeometryCollection"};
    const bool is_known = std::find(std::begin(known), std::end(known), outline.type) != std::end(known);
    if (outline.type.empty() && !outline.has_features) refuse(tr("JSON without a type"));
    if (!outline.type.empty() && !is_known) refuse(say("JSON of type \"{}\"", shortened(outline.type)));
    if (outline.type == "FeatureCollection" && !outline.has_features)
        refuse(tr("a collection without a list of features"));
}

}  // namespace

SourceTable read_geojson(LoadedFile file, const ReadOptions& options) {
    if (trimmed(file.bytes).empty())
        throw Error{ErrorCode::cannot_read, say("{}: the file is empty; nothing can be read from it", file.name)};
    SourceTable source;
    auto& account = source.account;
    account.source = file.name;
    account.row_word = "feature";
    const auto decoded = decode_text(std::move(file.bytes), options.encoding, file.name);
    if (decoded.guessed) add_note(account, "encoding_guessed", say("the encoding was guessed: {}", decoded.encoding));
    const auto outline = outline_of(decoded.text, file.name);
    refuse_other_json(outline, file.name);
    auto blocks = read_features(decoded.text, outline, file.name);
    account_for(blocks, account);
    std::vector<FeatureRows> stretches;
    for (auto& block : blocks) stretches.push_back(std::move(block.rows));
    source.table = to_table(std::move(stretches), Spatial::yes);
    account.rows_read = static_cast<std::int64_t>(outline.features.size());
    account.rows_used = static_cast<std::int64_t>(source.table.rows());
    source.found.format = "GeoJSON";
    source.found.encoding = decoded.encoding;
    settle_crs(decoded.text, outline, source.found);
    check_cells(source.table, account);
    return source;
}

}  // namespace lykta::sources
