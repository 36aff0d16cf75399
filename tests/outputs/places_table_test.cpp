// places.csv and places.geojson, read back.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "outputs/place_columns.hpp"
#include "outputs/write_run.hpp"
#include "sample_result.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

std::string csv_of(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_places_csv(result, folder / "places.csv");
    return read_file(folder / "places.csv");
}

nlohmann::json geojson_of(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_places_geojson(result, folder / "places.geojson");
    return nlohmann::json::parse(read_file(folder / "places.geojson"));
}

std::size_t index_of(const std::string& name) {
    const auto columns = place_columns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return i;
    return columns.size();
}

/// Cells of a line without quoted delimiters.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells{""};
    for (const char c : line) c == ';' ? (void)cells.emplace_back() : (void)(cells.back() += c);
    return cells;
}

std::string line_with(const std::string& csv, const std::string& part) {
    const auto at = csv.find(part);
    const auto start = csv.rfind("\r\n", at) + 2;
    return csv.substr(start, csv.find("\r\n", at) - start);
}

}  // namespace

TEST(PlacesCsv, opens_in_a_swedish_excel) {
    const auto csv = csv_of(by_hand::sample_run(Language::swedish)->result);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    EXPECT_EQ(by_hand::times_in(csv, "\r\n"), 11U);  // header and ten places
    EXPECT_EQ(by_hand::times_in(csv, "\n"), 11U);
    EXPECT_EQ(cells_of(line_with(csv, "P001"))[index_of("lux_average")], "2,4");
    EXPECT_EQ(cells_of(line_with(csv, "P001"))[index_of("dark_share")], "0,610");
}

TEST(PlacesCsv, has_a_decimal_point_in_english) {
    const auto csv = csv_of(by_hand::sample_run(Language::english)->result);
    EXPECT_EQ(cells_of(line_with(csv, "P001"))[index_of("lux_average")], "2.4");
}

TEST(PlacesCsv, names_the_unit_in_the_header) {
    const auto csv = csv_of(by_hand::sample_run(Language::english)->result);
    EXPECT_NE(csv.find("Illuminance, average (lx)"), std::string::npos);
    EXPECT_NE(csv.find("Rate (incidents per ha and year)"), std::string::npos);
}

TEST(PlacesCsv, disarms_formulas_and_masks_personal_numbers) {
    const auto csv = csv_of(by_hand::sample_run(Language::swedish)->result);
    EXPECT_NE(csv.find(";'=cmd|'/C calc'!A0;"), std::string::npos);
    EXPECT_EQ(csv.find("19121212-1212"), std::string::npos);
    EXPECT_NE(csv.find("Östra Vägen 19121212-****"), std::string::npos);
    EXPECT_NE(csv.find("\"Kyrkogatan \"\"torget\"\"\""), std::string::npos);
}

TEST(PlacesCsv, leaves_what_is_not_known_empty) {
    const auto csv = csv_of(by_hand::sample_run(Language::swedish)->result);
    EXPECT_EQ(cells_of(line_with(csv, "P002"))[index_of("items_failed")], "");
    EXPECT_EQ(cells_of(line_with(csv, "P001"))[index_of("items_failed")], "6");
    EXPECT_EQ(csv.find(";nan"), std::string::npos);
}

TEST(PlacesCsv, writes_less_than_k_at_the_public_level) {
    auto sample = by_hand::sample_run(Language::swedish);
    sample->result.public_level = true;
    const auto cells = cells_of(line_with(csv_of(sample->result), "P0010"));  // four incidents
    EXPECT_EQ(cells[index_of("incidents")], "<5");
    EXPECT_EQ(cells[index_of("score")], "");
}

TEST(PlacesGeojson, holds_longitude_and_latitude_with_seven_decimals) {
    const auto sample = by_hand::sample_run();
    const auto json = geojson_of(sample->result);
    ASSERT_EQ(json["features"].size(), 10U);
    const auto corner = json["features"][0]["geometry"]["coordinates"][0][0][0];
    const Projector to_degrees(sample->result.crs, Crs::from_text("OGC:CRS84"));
    const Point expected = to_degrees(sample->result.places[0].place.shape[0].outer[0]);
    EXPECT_NEAR(corner[0].get<double>(), expected.x, 0.5e-7);
    EXPECT_NEAR(corner[1].get<double>(), expected.y, 0.5e-7);
    EXPECT_GT(corner[0].get<double>(), 15.0);  // east of the meridian of SWEREF 99 TM
    EXPECT_NEAR(corner[1].get<double>(), 58.4, 0.1);
}

TEST(PlacesGeojson, turns_rings_as_rfc_7946_asks) {
    auto sample = by_hand::sample_run();
    auto& outer = sample->result.places[0].place.shape[0].outer;
    std::reverse(outer.begin(), outer.end());
    const auto json = geojson_of(sample->result);
    const auto ring = json["features"][0]["geometry"]["coordinates"][0][0];
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
               ring[i + 1][0].get<double>() * ring[i][1].get<double>();
    EXPECT_GT(sum, 0) << "outer rings run anticlockwise";
    EXPECT_EQ(ring.front(), ring.back());
}

TEST(PlacesGeojson, has_machine_names_and_null_for_the_unknown) {
    const auto json = geojson_of(by_hand::sample_run()->result);
    for (const auto& feature : json["features"]) {
        const auto& properties = feature["properties"];
        EXPECT_TRUE(properties.contains("eb_rate_ha_year"));
        if (properties["id"] == "P002") {
            EXPECT_TRUE(properties["items_failed"].is_null());
        }
    }
}
