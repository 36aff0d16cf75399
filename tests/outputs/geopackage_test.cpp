// lykta.gpkg, read back through GDAL and SQL.
#include "outputs/geopackage.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "core/file.hpp"
#include "outputs/write_run.hpp"
#include "sample_result.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

struct Written {
    by_hand::TemporaryFolder folder;
    GdalDataset file;
    explicit Written(const RunResult& result) {
        write_geopackage(result, folder / "lykta.gpkg");
        file.reset(GDALDataset::Open((folder / "lykta.gpkg").c_str(), GDAL_OF_VECTOR));
    }
    [[nodiscard]] OGRLayer& layer(const char* name) const { return *file->GetLayerByName(name); }
    [[nodiscard]] std::string first(const std::string& sql) const {
        auto* rows = file->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows == nullptr) return "";
        const std::unique_ptr<OGRFeature> feature(rows->GetNextFeature());
        const std::string text = feature ? feature->GetFieldAsString(0) : "";
        file->ReleaseResultSet(rows);
        return text;
    }
};

}  // namespace

TEST(Geopackage, holds_every_layer_with_its_rows) {
    const auto sample = by_hand::sample_run();
    const Written written(sample->result);
    ASSERT_TRUE(written.file);
    EXPECT_EQ(written.layer("places").GetFeatureCount(), 10);
    EXPECT_EQ(written.layer("place_terms").GetFeatureCount(), 40);
    EXPECT_EQ(written.layer("lamps").GetFeatureCount(), 300);
    EXPECT_EQ(written.layer("light_deficit").GetFeatureCount(), 16 * 24);
    EXPECT_EQ(written.layer("felt_areas").GetFeatureCount(), 2);
    EXPECT_EQ(written.layer("rows_set_aside").GetFeatureCount(), 4);
    EXPECT_GE(written.layer("hot_spots").GetFeatureCount(), 20);
    EXPECT_GT(written.layer("cells").GetFeatureCount(), written.layer("hot_spots").GetFeatureCount());
    EXPECT_GT(written.layer("run_info").GetFeatureCount(), 10);
    EXPECT_STREQ(written.layer("places").GetSpatialRef()->GetAuthorityCode(nullptr), "3006");
}

TEST(Geopackage, what_is_not_known_is_null_and_nothing_is_nan) {
    auto sample = by_hand::sample_run();
    sample->result.places[0].facts.illuminance_average_lx = by_hand::undefined;
    const Written written(sample->result);
    EXPECT_EQ(written.first("SELECT count(*) FROM places WHERE items_failed IS NULL"), "5");
    EXPECT_EQ(written.first("SELECT count(*) FROM places WHERE lux_average IS NULL"), "1");
    EXPECT_EQ(written.first("SELECT count(*) FROM place_terms WHERE raw IS NULL"), "5");
    EXPECT_EQ(written.first("SELECT count(*) FROM cells WHERE typeof(intensity) NOT IN ('real', 'null')"), "0");
}

TEST(Geopackage, a_places_terms_sum_to_its_score) {
    const Written written(by_hand::sample_run()->result);
    EXPECT_EQ(written.first("SELECT count(*) FROM places p WHERE abs(p.score - (SELECT sum(points) FROM place_terms t "
                            "WHERE t.place_id = p.id)) > 1e-6"),
              "0");
}

TEST(Geopackage, columns_carry_title_and_unit) {
    const Written written(by_hand::sample_run(Language::english)->result);
    EXPECT_EQ(
        written.first("SELECT name FROM gpkg_data_columns WHERE table_name = 'places' AND column_name = 'lux_average'"),
        "Illuminance, average (lx)");
    EXPECT_EQ(written.first("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'"), "1");
}

TEST(Geopackage, every_geometry_layer_has_a_default_style_that_is_xml) {
    const Written written(by_hand::sample_run()->result);
    auto& styles = written.layer("layer_styles");
    EXPECT_EQ(styles.GetFeatureCount(), 8);
    EXPECT_EQ(written.first("SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"), "attributes");
    for (const auto& feature : styles) {
        EXPECT_NE(written.file->GetLayerByName(feature->GetFieldAsString("f_table_name")), nullptr);
        EXPECT_STREQ(feature->GetFieldAsString("f_geometry_column"), "geom");
        EXPECT_EQ(feature->GetFieldAsInteger("useAsDefault"), 1);
        CPLXMLNode* xml = CPLParseXMLString(feature->GetFieldAsString("styleQML"));
        ASSERT_NE(xml, nullptr) << feature->GetFieldAsString("f_table_name");
        const CPLXMLNode* renderer = CPLGetXMLNode(xml, "=qgis.renderer-v2");
        ASSERT_NE(renderer, nullptr);
        EXPECT_STREQ(CPLGetXMLValue(renderer, "type", ""), "RuleRenderer");
        CPLDestroyXMLNode(xml);
    }
}

TEST(Geopackage, every_rule_of_a_style_is_an_expression_its_layer_can_answer) {
    const Written written(by_hand::sample_run()->result);
    for (const auto& feature : written.layer("layer_styles")) {
        CPLXMLNode* xml = CPLParseXMLString(feature->GetFieldAsString("styleQML"));
        const std::string layer = feature->GetFieldAsString("f_table_name");
        std::int64_t covered = 0;
        for (const CPLXMLNode* rule = CPLGetXMLNode(xml, "=qgis.renderer-v2.rules.rule"); rule; rule = rule->psNext)
            if (rule->eType == CXT_Element && std::string(rule->pszValue) == "rule")
                covered += std::stoll(
                    written.first("SELECT count(*) FROM " + layer + " WHERE " + CPLGetXMLValue(rule, "filter", "")));
        EXPECT_EQ(covered, written.layer(layer.c_str()).GetFeatureCount())
            << layer << ": each feature is drawn by one rule";
        CPLDestroyXMLNode(xml);
    }
}

TEST(Geopackage, rows_set_aside_hold_no_raw_text_and_no_personal_number) {
    auto sample = by_hand::sample_run();
    sample->result.sources[0].account.set_aside[0].message = "fritext: 19121212-1212";
    const Written written(sample->result);
    const auto bytes = read_file(written.folder / "lykta.gpkg");
    EXPECT_EQ(bytes.find("19121212-1212"), std::string::npos);
    EXPECT_EQ(bytes.find("ringde"), std::string::npos);
}

TEST(Geopackage, a_refused_run_has_no_hot_spots) {
    auto sample = by_hand::sample_run();
    sample->result.refusal = "positions stand for whole municipalities";
    sample->result.places.clear();
    const Written written(sample->result);
    EXPECT_EQ(written.layer("places").GetFeatureCount(), 0);
    EXPECT_EQ(written.layer("hot_spots").GetFeatureCount(), 0);
    EXPECT_EQ(written.first("SELECT value FROM run_info WHERE key = 'refusal'"),
              "positions stand for whole municipalities");
}

TEST(Geopackage, an_empty_run_is_written_too) {
    auto sample = by_hand::sample_run();
    auto& r = sample->result;
    r.places.clear();
    r.counts = r.intensity = r.gi_z = r.gi_p_fdr = Grid<double>{};
    const Written written(r);
    EXPECT_EQ(written.layer("cells").GetFeatureCount(), 0);
}

TEST(Geopackage, public_cells_under_k_are_left_out) {
    auto sample = by_hand::sample_run();
    sample->result.public_level = true;
    const Written written(sample->result);
    EXPECT_EQ(written.first("SELECT count(*) FROM cells WHERE count < 5"), "0");
    EXPECT_EQ(written.first("SELECT count(*) FROM felt_areas WHERE incidents IS NULL"), "1");
    EXPECT_EQ(written.first("SELECT count(message) FROM rows_set_aside"), "0");
}
