// GeoJSON: what is read, what is set aside feature by feature, what is refused and where.
#include "files.hpp"
#include "sources/json_outline.hpp"

namespace lykta::sources {
namespace {

using namespace testing;

std::string feature(const std::string& geometry, const std::string& properties = "{\"id\":1}") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}
std::string collection(const std::vector<std::string>& features, const std::string& more = {}) {
    std::string list;
    for (const auto& f : features) list += (list.empty() ? "" : ",\n") + f;
    return R"({"type":"FeatureCollection",)" + more + "\"features\":[\n" + list + "]}";
}
std::string point(const std::string& coordinates = "[15.6,58.4]") {
    return R"({"type":"Point","coordinates":)" + coordinates + "}";
}

SourceTable read(const std::string& text) {
    return read_text(text, "lager.geojson");
}
std::string refusal(const std::string& text) {
    return error_of(text, "lager.geojson");
}

TEST(ReadGeoJson, attributes_become_columns_in_order_of_first_appearance) {
    const auto source =
        read(collection({feature(point(), R"({"b":"x","n":1.50,"big":9007199254740993})"),
                         feature(point("[16,59,12.5,7]"), R"({"a":true,"b":null,"list":[1,{"c":"å"}]})")}));
    EXPECT_EQ(source.table.names(), (std::vector<std::string>{"b", "n", "big", "a", "list"}));
    EXPECT_EQ(row_cells(source.table, 0), (std::vector<std::string>{"x", "1.5", "9007199254740993", "", ""}));
    EXPECT_EQ(row_cells(source.table, 1), (std::vector<std::string>{"", "", "", "true", "[1,{\"c\":\"å\"}]"}));
    EXPECT_EQ(std::get<Point>(source.table.geometry(1)), (Point{16, 59}));
    EXPECT_EQ(source.table.row_number(1), 2);
    EXPECT_EQ(source.account.row_word, "feature");
    EXPECT_EQ(source.found.declared_crs, "OGC:CRS84");
}

TEST(ReadGeoJson, every_kind_of_geometry_is_read) {
    const auto source = read(collection({
        feature(R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})"),
        feature(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"),
        feature(R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})"),
        feature(R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]})"),
        feature(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[0,0],[9,0],[9,9],[0,0]]]]})"),
        feature(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]})"),
    }));
    ASSERT_EQ(source.table.rows(), 6U);
    EXPECT_EQ(std::get<MultiPoint>(source.table.geometry(0)).size(), 2U);
    EXPECT_EQ(std::get<MultiLine>(source.table.geometry(1)).lines.size(), 1U);
    EXPECT_EQ(std::get<MultiLine>(source.table.geometry(2)).lines.size(), 2U);
    EXPECT_EQ(std::get<MultiPolygon>(source.table.geometry(3))[0].holes.size(), 1U);
    EXPECT_EQ(std::get<MultiPolygon>(source.table.geometry(4)).size(), 2U);
    EXPECT_EQ(std::get<Point>(source.table.geometry(5)), (Point{1, 2}));
    EXPECT_NE(issue(source, "collection_unpacked"), nullptr);
}

TEST(ReadGeoJson, features_without_a_usable_shape_are_set_aside_one_by_one) {
    const auto source = read(collection(
        {feature("null"), feature(point("[]")), feature(point("[1]")), feature(point("[\"1\",\"2\"]")),
         feature(R"({"type":"point","coordinates":[1,2]})"), feature(point("[1e308,2]")), feature(point("[1e400,2]")),
         R"({"type":"Feature","properties":{"id":8}})", "17", feature(R"({"type":"Polygon","coordinates":[[]]})"),
         feature(R"({"type":"Point"})"), feature(R"({"type":"Polygon","coordinates":[[[1,1],[2,2]]]})"),
         feature(R"({"type":"Polygon","coordinates":[[[1,1],[1,1],[1,1],[1,1]]]})"),
         feature(R"({"type":"LineString","coordinates":[[1,1]]})"), feature(point())}));
    EXPECT_EQ(rows_for(source, Reason::no_geometry), (std::vector<std::int64_t>{1, 2, 8, 10, 11}));
    EXPECT_EQ(rows_for(source, Reason::invalid_geometry), (std::vector<std::int64_t>{3, 4, 5, 9, 12, 14}));
    EXPECT_EQ(rows_for(source, Reason::out_of_range), (std::vector<std::int64_t>{6, 7}));
    EXPECT_EQ(rows_for(source, Reason::zero_area), (std::vector<std::int64_t>{13}));
    EXPECT_EQ(source.account.rows_read, 15);
    EXPECT_TRUE(source.account.balances());
    EXPECT_EQ(source.table.row_number(0), 15);
}

TEST(ReadGeoJson, an_open_ring_is_closed_with_a_warning) {
    const auto source = read(collection({feature(R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9]]]})")}));
    const auto& ring = std::get<MultiPolygon>(source.table.geometry(0))[0].outer;
    EXPECT_EQ(ring.front(), ring.back());
    ASSERT_NE(issue(source, "ring_closed"), nullptr);
    EXPECT_TRUE(has(issue(source, "ring_closed")->message, "feature 1"));
}

TEST(ReadGeoJson, collections_are_joined_set_aside_or_empty) {
    const auto two = R"({"type":"Point","coordinates":[1,2]},{"type":"MultiPoint","coordinates":[[3,4],[5,6]]})";
    const auto mixed = R"({"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[3,4],[5,6]]})";
    const auto wrap = [](const std::string& inner) {
        return R"({"type":"GeometryCollection","geometries":[)" + inner + "]}";
    };
    const auto source = read(collection({feature(wrap(two)), feature(wrap(mixed)), feature(wrap("")),
                                         feature(wrap(wrap(two))), feature(wrap(wrap("")))}));
    EXPECT_EQ(std::get<MultiPoint>(source.table.geometry(0)).size(), 3U);
    EXPECT_EQ(rows_for(source, Reason::wrong_geometry), (std::vector<std::int64_t>{2}));
    EXPECT_EQ(rows_for(source, Reason::no_geometry), (std::vector<std::int64_t>{3, 5}));
    EXPECT_EQ(rows_for(source, Reason::invalid_geometry), (std::vector<std::int64_t>{4}));
}

TEST(ReadGeoJson, a_crs_member_of_2008_is_followed_wherever_it_stands) {
    const std::string crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}})";
    EXPECT_EQ(read(collection({feature(point())}, crs + ",")).found.declared_crs, "EPSG:3006");
    EXPECT_EQ(
        read(R"({"type":"FeatureCollection","features":[)" + feature(point()) + "]," + crs + "}").found.declared_crs,
        "EPSG:3006");
    const auto unnamed = read(collection({feature(point())}, "\"crs\":null,"));
    EXPECT_EQ(unnamed.found.declared_crs, "");
    EXPECT_FALSE(unnamed.found.crs_note.empty());
}

TEST(ReadGeoJson, bare_geometries_features_and_text_sequences_are_read) {
    EXPECT_EQ(read(point()).table.rows(), 1U);
    EXPECT_EQ(read(feature(point())).table.rows(), 1U);
    EXPECT_EQ(read(feature(point()) + "\n" + feature(point()) + "\n").table.rows(), 2U);
    EXPECT_EQ(read("\x1E" + feature(point()) + "\n\x1E" + feature(point()) + "\n").table.rows(), 2U);
    EXPECT_EQ(read(collection({})).account.rows_read, 0);
    EXPECT_TRUE(read(collection({})).table.has_geometry());
    EXPECT_TRUE(read("\xEF\xBB\xBF" + collection({feature(point())})).account.balances());
}

TEST(ReadGeoJson, a_cut_file_is_refused_at_its_last_byte_wherever_it_was_cut) {
    const auto whole = collection({feature(point()), feature(point())});
    for (std::size_t length = 1; length < whole.size(); length += 5) {
        const auto message = refusal(whole.substr(0, length));
        ASSERT_TRUE(has(message, "unexpected end at byte offset " + std::to_string(length)))
            << length << ": " << message;
    }
}

TEST(ReadGeoJson, faults_are_named_by_line_and_column) {
    EXPECT_TRUE(
        has(refusal("{\"type\":\"FeatureCollection\",\"features\":[\n" + feature(point("[NaN,58.4]")) + ",\n]}"),
            "line 2"));
    EXPECT_TRUE(has(refusal("{\"type\":\"FeatureCollection\",\"features\":[\n" + feature(point()) + ",\n]}"),
                    "line 3, column 1"));
    EXPECT_TRUE(has(refusal(collection({feature(point())}) + " x"), "line"));
    EXPECT_TRUE(has(refusal("{\"type\":\"FeatureCollection\" \"features\":[]}"), "line 1, column 29"));
    EXPECT_TRUE(has(refusal("{type:1}"), "line 1, column 2"));
    EXPECT_EQ(line_and_column("ab\ncd", 4), "line 2, column 2");
}

TEST(ReadGeoJson, deep_nesting_is_refused_before_anything_is_built) {
    for (const std::string open : {"[", "{\"a\":"}) {
        std::string text = "{\"type\":\"FeatureCollection\",\"features\":";
        for (int i = 0; i < 20000; ++i) text += open;
        EXPECT_TRUE(has(refusal(text), "deep"));
    }
}

TEST(ReadGeoJson, brackets_in_strings_are_text) {
    const auto source = read(collection({feature(point(), R"({"t":"}]\"[{\\"})"), feature(point())}));
    EXPECT_EQ(source.table.rows(), 2U);
    EXPECT_EQ(source.table.cell(0, 0), "}]\"[{\\");
}

TEST(ReadGeoJson, other_json_is_refused_by_its_name) {
    EXPECT_TRUE(has(refusal(R"({"type":"Topology","objects":{}})"), "TopoJSON"));
    EXPECT_TRUE(has(refusal(R"([{"lat":58.4,"lon":15.6}])"), "list"));
    EXPECT_TRUE(has(refusal(R"({"lat":58.4})"), "without a type"));
    EXPECT_TRUE(
        has(refusal(R"({"geometryType":"esriGeometryPoint","spatialReference":{"wkid":3006},"features":[]})"), "Esri"));
    EXPECT_TRUE(has(refusal(R"({"type":"FeatureCollection"})"), "without a list"));
    EXPECT_TRUE(has(refusal(" \n"), "empty"));
}

}  // namespace
}  // namespace lykta::sources
