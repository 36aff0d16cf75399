// The record of the need for a camera.
#include "outputs/camera_record.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/file.hpp"
#include "measure_plan.hpp"
#include "outputs/write_run.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

std::string record_of(const RunResult& result) {
    const auto cameras = recorded_cameras(result);
    if (cameras.empty()) return "";
    const by_hand::TemporaryFolder folder;
    write_camera_record(result, cameras[0], folder / "record.html");
    return read_file(folder / "record.html");
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> records_written(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    auto files = write_run(result, folder / "out");
    std::erase_if(files, [](const std::string& name) { return !name.starts_with("kamerabehov-"); });
    return files;
}

}  // namespace

TEST(CameraRecord, is_written_for_a_place_whose_camera_is_chosen) {
    const auto sample = by_hand::sample_run_with_measures();
    EXPECT_EQ(records_written(sample->result),
              std::vector<std::string>{"kamerabehov-" + sample->result.places[1].place.id + ".html"});
}

TEST(CameraRecord, is_not_written_where_the_portfolio_leaves_the_camera_out) {
    auto sample = by_hand::sample_run_with_measures();
    sample->result.measures->portfolio->picks.pop_back();
    EXPECT_TRUE(records_written(sample->result).empty());
    sample->result.measures->portfolio.reset();  // without a budget nothing is chosen: every camera is told of
    EXPECT_EQ(records_written(sample->result).size(), 1U);
}

TEST(CameraRecord, is_never_part_of_a_public_result) {
    auto sample = by_hand::sample_run_with_measures();
    sample->result.public_level = true;
    EXPECT_TRUE(records_written(sample->result).empty());
}

TEST(CameraRecord, tells_what_happened_what_is_seen_and_what_intrudes_less) {
    const auto page = record_of(by_hand::sample_run_with_measures(Language::english)->result);
    EXPECT_TRUE(holds(page, "Camera Surveillance Act, 2018:1200"));
    EXPECT_TRUE(holds(page, "on a lamp column"));
    EXPECT_TRUE(holds(page, "recognise a known person"));
    EXPECT_TRUE(holds(page, ">800<"));                       // m² seen
    EXPECT_TRUE(holds(page, "Fyra händelser i källare."));   // what fits and intrudes less
    EXPECT_TRUE(holds(page, "Händelserna sker på dagen."));  // what was rejected, and why
    EXPECT_TRUE(holds(page, "class=\"m-mask\""));
    EXPECT_TRUE(holds(page, "Exempelstad 2024 &lt;åäö&gt;"));  // the study, escaped
}

TEST(CameraRecord, tells_what_was_tried_with_and_without_a_date) {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    auto& plan = *sample->result.measures;
    const auto& id = sample->result.places[1].place.id;
    for (const auto& measure : plan.catalogue.measures) plan.tried.push_back({id, measure.id, "2023"});
    EXPECT_TRUE(holds(record_of(sample->result), "tried since 2023"));
    for (auto& tried : plan.tried) tried.since.clear();
    EXPECT_TRUE(holds(record_of(sample->result), ">tried<"));
    plan.tried.clear();
    EXPECT_FALSE(holds(record_of(sample->result), ">tried<"));
}

TEST(CameraRecord, leaves_room_to_write_and_to_sign) {
    const auto page = record_of(by_hand::sample_run_with_measures(Language::english)->result);
    EXPECT_GE(by_hand::times_in(page, "class=\"fill\""), 18U);
    EXPECT_GE(by_hand::times_in(page, "class=\"write\""), 5U);
    EXPECT_TRUE(holds(page, "Signature"));
}

TEST(CameraRecord, runs_no_script_and_asks_nothing_of_the_network) {
    const auto page = record_of(by_hand::sample_run_with_measures()->result);
    EXPECT_FALSE(holds(page, "<script"));
    EXPECT_TRUE(holds(page, "default-src 'none'"));
    for (const char* outside : {" src=\"", "url(", "@import"}) EXPECT_FALSE(holds(page, outside)) << outside;
}

TEST(CameraRecord, two_cameras_of_one_place_share_a_record) {
    auto sample = by_hand::sample_run_with_measures();
    auto& plan = *sample->result.measures;
    plan.sited[3] = plan.sited[2];
    plan.sited[3].id = "P002-camera-2";
    const auto cameras = recorded_cameras(sample->result);
    ASSERT_EQ(cameras.size(), 1U);
    EXPECT_EQ(cameras[0].sited.size(), 2U);
}
