// Measures in lykta.gpkg, read back.
#include "outputs/measure_layers.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "measure_plan.hpp"
#include "outputs/write_run.hpp"
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
    [[nodiscard]] std::string first(const std::string& sql) const {
        auto* rows = file->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows == nullptr) return "";
        const std::unique_ptr<OGRFeature> feature(rows->GetNextFeature());
        const std::string text = feature ? feature->GetFieldAsString(0) : "";
        file->ReleaseResultSet(rows);
        return text;
    }
};

constexpr const char* layer_names[] = {"measures",     "measure_lamps",   "measure_clearings", "measure_cameras",
                                       "measure_work", "measure_changes", "portfolio"};

}  // namespace

TEST(MeasureLayers, are_absent_where_no_measures_were_asked_for) {
    const Written written(by_hand::sample_run()->result);
    for (const char* name : layer_names) EXPECT_EQ(written.file->GetLayerByName(name), nullptr) << name;
    EXPECT_EQ(written.first("SELECT count(*) FROM layer_styles"), "8");
}

TEST(MeasureLayers, hold_a_row_for_every_measure_and_every_part_of_one) {
    const Written written(by_hand::sample_run_with_measures()->result);
    const std::pair<const char*, int> expected[] = {
        {"measures", 5},     {"measure_lamps", 4},   {"measure_clearings", 1}, {"measure_cameras", 1},
        {"measure_work", 2}, {"measure_changes", 6}, {"portfolio", 2}};
    for (const auto& [name, rows] : expected) {
        auto* layer = written.file->GetLayerByName(name);
        ASSERT_NE(layer, nullptr) << name;
        EXPECT_EQ(layer->GetFeatureCount(), rows) << name;
        for (const auto& feature : *layer) {
            ASSERT_NE(feature->GetGeometryRef(), nullptr) << name;
            EXPECT_TRUE(feature->GetGeometryRef()->IsValid()) << name;
            EXPECT_FALSE(feature->GetGeometryRef()->IsEmpty()) << name;
        }
    }
}

TEST(MeasureLayers, each_has_a_style_and_titled_columns) {
    const Written written(by_hand::sample_run_with_measures(Language::english)->result);
    for (const char* name : layer_names) {
        EXPECT_EQ(written.first(std::string("SELECT count(*) FROM layer_styles WHERE f_table_name = '") + name + "'"),
                  "1");
        EXPECT_NE(written.first(std::string("SELECT description FROM gpkg_contents WHERE table_name = '") + name + "'"),
                  "");
    }
    EXPECT_EQ(written.first("SELECT name FROM gpkg_data_columns WHERE table_name = 'portfolio' AND column_name = "
                            "'prevented_year'"),
              "Incidents prevented (per year)");
}

TEST(MeasureLayers, a_measure_without_a_number_has_no_figure_but_words) {
    const Written written(by_hand::sample_run_with_measures()->result);
    EXPECT_EQ(written.first("SELECT count(*) FROM measures WHERE has_evidence = 0 AND (prevented_year IS NOT NULL OR "
                            "sek_per_prevented IS NOT NULL OR touched_year IS NOT NULL)"),
              "0");
    EXPECT_EQ(written.first("SELECT effect_words FROM measures WHERE id = 'P001-clearing'"), "Ingen studie hittades.");
    EXPECT_EQ(written.first("SELECT prevented_year FROM measures WHERE id = 'P001-lamp_infill'"), "0.92");
}

TEST(MeasureLayers, a_districts_measure_names_the_district_and_no_place) {
    const Written written(by_hand::sample_run_with_measures()->result);
    EXPECT_EQ(written.first("SELECT count(*) FROM measures WHERE place IS NULL AND district IS NOT NULL"), "1");
}

TEST(MeasureLayers, what_is_done_is_inside_the_outline_of_its_measure) {
    const Written written(by_hand::sample_run_with_measures()->result);
    EXPECT_EQ(written.first("SELECT in_portfolio FROM measures WHERE id = 'P002-camera'"), "1");
    EXPECT_EQ(written.first("SELECT count(*) FROM portfolio WHERE chosen_share BETWEEN 0.6 AND 1"), "2");
}

TEST(MeasureLayers, public_figures_that_follow_from_few_incidents_are_null) {
    auto sample = by_hand::sample_run_with_measures();
    auto& r = sample->result;
    r.public_level = true;
    const auto prevented = [&] {
        return Written(r).first(
            "SELECT count(prevented_year) + count(touched_year) + count(sek_per_prevented) FROM measures");
    };
    // 8 a year for three years = 24 touched of 40: both parts are at least five
    EXPECT_EQ(prevented(), "3");
    r.measures->sited[0].effect.touched_per_year = r.measures->sited[0].effect.parts[0].touched_per_year = 1.2;
    EXPECT_EQ(prevented(), "0");  // 3.6 incidents
    r.measures->sited[0].effect.touched_per_year = r.measures->sited[0].effect.parts[0].touched_per_year =
        (r.places[0].facts.incidents - 2) / r.period.years();
    EXPECT_EQ(prevented(), "0");  // two are left by subtraction
}

TEST(MeasureLayers, public_building_items_do_not_tell_of_few_incidents) {
    auto sample = by_hand::sample_run_with_measures();
    sample->result.public_level = true;
    const Written written(sample->result);
    EXPECT_EQ(written.first("SELECT count(linked_incidents) FROM measure_work"), "1");  // 7; not 3
}
