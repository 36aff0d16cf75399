// Commands that change the state alone, and what is said when something cannot be done.
#include "viewer/state/commands.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "viewer/map/furniture.hpp"
#include "viewer/state/fake_project.hpp"
#include "viewer/state/settings_file.hpp"

namespace lykta::viewer {
namespace {

using namespace command;

struct Commanded : testing::Test {
    ViewerState state = initial_state();
    Jobs jobs{[] {}};
    Controller controller{state, jobs};
    std::shared_ptr<Project> project = fake_project();
    double now = 0;

    void SetUp() override {
        set_language(Language::swedish);
        state.project = project;
    }
    void wait() {
        while (jobs.busy()) {
            controller.poll(now += 0.01);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        controller.poll(now += 0.01);
    }
    template <class C>
    void apply(C command) {
        controller.apply(command);
    }
};

TEST_F(Commanded, the_map_keeps_what_is_under_the_pointer_there) {
    const Pixel anchor{300, 200};
    const Point before = state.view.to_world(anchor);
    apply(Zoom{2, anchor});
    EXPECT_NEAR(distance(state.view.to_world(anchor), before), 0, 1e-9);
    apply(Turn{0.5, anchor});
    EXPECT_NEAR(distance(state.view.to_world(anchor), before), 0, 1e-9);
    apply(NorthUp{});
    EXPECT_EQ(state.view.turn, 0);
    apply(Zoom{-1, anchor});
    EXPECT_GT(state.view.metres_per_pixel, 0);
}

TEST_F(Commanded, a_length_is_measured_corner_by_corner_and_ends_with_a_double_click) {
    state.view.metres_per_pixel = 1;
    apply(SetTool{Tool::length});
    apply(Click{{0, 0}});
    apply(Click{{30, 40}});
    apply(Click{{30, 140}, true});
    EXPECT_TRUE(state.sketch.is_closed);
    ASSERT_TRUE(state.extra.contains(LayerId::sketch));
    const auto& labels = state.extra[LayerId::sketch]->details[0].labels;
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].text, length_text(50));
    EXPECT_EQ(labels[1].text, length_text(150));
    apply(Click{{500, 500}});
    EXPECT_EQ(state.sketch.points.size(), 1U) << "the next click begins anew";
    apply(ClearSketch{});
    EXPECT_FALSE(state.extra.contains(LayerId::sketch));
}

TEST_F(Commanded, an_area_follows_the_pointer_until_it_is_ended) {
    state.view.metres_per_pixel = 1;
    apply(SetTool{Tool::area});
    apply(Click{{0, 0}});
    apply(Click{{100, 0}});
    apply(PointerAt{Point{100, 100}});
    ASSERT_EQ(state.extra[LayerId::sketch]->details[0].areas.size(), 1U);
    EXPECT_NEAR(area(state.extra[LayerId::sketch]->details[0].areas[0].shape), 5000, 1e-9);
    apply(Click{{100, 100}});
    apply(EndSketch{});
    EXPECT_TRUE(state.sketch.is_closed);
    apply(SetTool{Tool::look});
    EXPECT_TRUE(state.sketch.points.empty());
}

TEST_F(Commanded, a_layer_moves_past_those_the_study_has) {
    project->layers[LayerId::streets] = std::make_shared<MapLayer>();
    project->layers[LayerId::places] = std::make_shared<MapLayer>();
    apply(MoveLayer{LayerId::streets, 1});
    const auto at = [&](LayerId id) {
        return std::find_if(state.layers.begin(), state.layers.end(), [id](auto& one) { return one.id == id; });
    };
    EXPECT_GT(at(LayerId::streets), at(LayerId::places));
    apply(MoveLayer{LayerId::streets, 1000});
    EXPECT_EQ(state.layers.size(), static_cast<std::size_t>(layer_count));
    apply(ResetLayers{});
    EXPECT_LT(at(LayerId::streets), at(LayerId::places));
}

TEST_F(Commanded, night_shows_the_light_and_day_leaves_it_as_it_was) {
    apply(SetNight{true});
    EXPECT_TRUE(setting_of(state, LayerId::illuminance).visible);
    apply(SetNight{false});
    EXPECT_FALSE(setting_of(state, LayerId::illuminance).visible);
    apply(ShowLayer{LayerId::illuminance, true});
    apply(SetNight{true});
    apply(SetNight{true});
    apply(SetNight{false});
    EXPECT_TRUE(setting_of(state, LayerId::illuminance).visible);
}

TEST_F(Commanded, the_next_place_is_the_next_in_the_table) {
    apply(SortPlaces{PlaceColumn::name});
    apply(NextPlace{1});
    EXPECT_EQ(state.place, 3U);
    apply(NextPlace{1});
    EXPECT_EQ(state.place, 1U);
    apply(NextPlace{-5});
    EXPECT_EQ(state.place, 3U);
    EXPECT_TRUE(state.extra.contains(LayerId::selection));
    apply(SelectPlace{std::nullopt});
    EXPECT_FALSE(state.extra.contains(LayerId::selection));
    apply(SelectPlace{99, true});
    EXPECT_FALSE(state.place.has_value());
}

TEST_F(Commanded, a_click_on_an_outline_selects_the_place_and_a_double_click_shows_it) {
    state.view.metres_per_pixel = 1;
    apply(Click{{2005, 95}});
    EXPECT_EQ(state.place, 1U);
    apply(Click{{2005, 95}, true});
    EXPECT_TRUE(state.view.extent().contains({2050, 50}));
    EXPECT_LT(state.view.metres_per_pixel, 1);
}

TEST_F(Commanded, places_are_marked_one_by_one_or_as_listed) {
    apply(MarkPlace{2, true});
    apply(MarkPlace{0, true});
    apply(MarkPlace{2, true});
    EXPECT_EQ(state.table.marked, (std::vector<std::size_t>{0, 2}));
    apply(FilterPlaces{"", "Väster", {}});
    apply(MarkListed{});
    EXPECT_EQ(state.table.marked, (std::vector<std::size_t>{0, 1, 2, 3}));
    apply(MarkListed{false});
    EXPECT_EQ(state.table.marked, (std::vector<std::size_t>{0, 2}));
    apply(MarkPlace{77, true});
    EXPECT_EQ(state.table.marked.size(), 2U);
}

TEST_F(Commanded, a_search_goes_to_what_it_found) {
    apply(Search{"abacken 9"});
    ASSERT_EQ(state.hits.size(), 1U);
    apply(GoToHit{0});
    EXPECT_EQ(state.place, 3U);
    EXPECT_TRUE(state.view.extent().contains({4050, 50}));
    apply(GoToHit{7});
    EXPECT_EQ(state.place, 3U);
}

TEST_F(Commanded, what_a_result_cannot_compute_is_told_with_a_cure) {
    apply(SetBudget{5e6});
    apply(SetTool{Tool::add_lamp});
    apply(SetPeriod{Period{19400, 19500}});
    apply(Play{});
    apply(StartFromPortfolio{});
    EXPECT_EQ(state.tool, Tool::look);
    EXPECT_FALSE(state.time.is_playing);
    ASSERT_FALSE(state.notices.empty());
    for (const auto& notice : state.notices) {
        EXPECT_EQ(notice.kind, NoticeKind::warning);
        EXPECT_NE(notice.text.find("study.toml"), std::string::npos) << notice.text;
    }
}

TEST_F(Commanded, nothing_open_is_no_reason_to_fall) {
    state.project = nullptr;
    for (const Tool tool : {Tool::look, Tool::visible_area, Tool::length, Tool::area, Tool::add_lamp, Tool::remove}) {
        state.tool = tool;
        apply(Click{{0, 0}});
        apply(Click{{0, 0}, true});
    }
    apply(NextPlace{1});
    apply(ShowAll{});
    apply(SetPeriod{});
    apply(ComparePeriod{});
    apply(SetPlayStep{PlayStep::month});
    apply(StepPeriod{1});
    apply(Play{});
    apply(SetBudget{1});
    apply(SetObjective{});
    apply(Undo{});
    apply(Redo{});
    apply(DragItem{1, {0, 0}});
    apply(TurnCamera{1, 90});
    apply(RemoveItem{1});
    apply(CompareScenarios{});
    apply(ExportScenario{"none.gpkg"});
    apply(WritePage{"none.png"});
    apply(WritePlaces{"none.csv"});
    apply(OpenBaseRaster{"none.tif"});
    apply(Search{"a"});
    apply(DismissNotice{99});
    wait();
    EXPECT_TRUE(jobs.status().empty());
}

TEST_F(Commanded, at_most_twenty_notices_are_kept_and_none_twice) {
    for (int i = 0; i < 50; ++i) apply(Tell{{NoticeKind::done, fmt::format("n{}", i)}});
    apply(Tell{{NoticeKind::done, "n49"}});
    ASSERT_EQ(state.notices.size(), 20U);
    EXPECT_EQ(state.notices.back().text, "n49");
    apply(DismissNotice{0});
    EXPECT_EQ(state.notices.size(), 19U);
}

TEST_F(Commanded, a_file_that_is_not_there_is_an_error_and_what_is_open_stays) {
    apply(Open{"/nowhere/study.toml"});
    EXPECT_EQ(state.opening, "study.toml");
    wait();
    EXPECT_EQ(state.opening, "");
    EXPECT_EQ(state.project, project);
    ASSERT_EQ(state.notices.size(), 1U);
    EXPECT_EQ(state.notices[0].kind, NoticeKind::error);
    EXPECT_NE(state.notices[0].text.find("/nowhere/study.toml"), std::string::npos);
}

TEST_F(Commanded, places_are_written_as_the_columns_of_places_csv) {
    const auto file = std::filesystem::temp_directory_path() / "lykta_commands_test.csv";
    apply(FilterPlaces{"", "Öster", {}});
    apply(WritePlaces{file});
    wait();
    std::ifstream in(file);
    std::string head, first, second, none;
    std::getline(in, head);
    std::getline(in, first);
    std::getline(in, second);
    EXPECT_EQ(head.substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_NE(first.find("Ödegatan"), std::string::npos);
    EXPECT_NE(second.find("Ängsgatan"), std::string::npos);
    EXPECT_FALSE(std::getline(in, none));
    ASSERT_FALSE(state.notices.empty());
    EXPECT_NE(state.notices.back().text.find(file.string()), std::string::npos);
    std::filesystem::remove(file);
}

TEST_F(Commanded, a_scenario_is_edited_with_one_step_of_undo_a_drag) {
    auto& history = state.scenario.history;
    history.change(with_item(history.now(), {.kind = ScenarioKind::lamp, .at = {1, 1}}));
    const auto id = history.now().items[0].id;
    for (int i = 2; i < 10; ++i) apply(DragItem{id, {1.0 * i, 1}});
    apply(DragItem{id, {10, 1}, true});
    EXPECT_EQ(history.now().items[0].at, (Point{10, 1}));
    EXPECT_FALSE(state.scenario.dragged.has_value());
    apply(Undo{});
    EXPECT_EQ(history.now().items[0].at, (Point{1, 1}));
    apply(Redo{});
    EXPECT_EQ(history.now().items[0].at, (Point{10, 1}));
    apply(RemoveItem{id});
    EXPECT_TRUE(history.now().items.empty());
    apply(Undo{});
    EXPECT_EQ(history.now().items.size(), 1U);
}

TEST_F(Commanded, scenarios_are_saved_by_name_loaded_and_deleted) {
    auto& view = state.scenario;
    view.history.change(with_item(view.history.now(), {.kind = ScenarioKind::lamp, .at = {1, 1}}));
    apply(SaveScenario{""});
    EXPECT_TRUE(view.saved.empty());
    apply(SaveScenario{"norr"});
    apply(NewScenario{"tom"});
    EXPECT_TRUE(view.history.now().items.empty());
    apply(LoadScenario{"norr"});
    EXPECT_EQ(view.history.now().items.size(), 1U);
    apply(LoadScenario{"finns inte"});
    EXPECT_EQ(state.notices.back().kind, NoticeKind::warning);
    apply(DeleteScenario{"norr"});
    EXPECT_TRUE(view.saved.empty());
}

TEST_F(Commanded, comparing_beside_needs_another_study) {
    apply(SetCompare{CompareMode::beside});
    EXPECT_EQ(state.compare.mode, CompareMode::off);
    apply(SetCompare{CompareMode::swipe});
    EXPECT_EQ(state.compare.mode, CompareMode::swipe);
    apply(SetSplit{7});
    EXPECT_DOUBLE_EQ(state.compare.split, 1);
}

TEST(Kept, settings_come_back_in_the_next_window) {
    const auto folder = std::filesystem::temp_directory_path() / "lykta_commands_kept";
    std::filesystem::remove_all(folder);
    {
        auto state = initial_state();
        Jobs jobs([] {});
        Controller controller(state, jobs);
        EXPECT_TRUE(controller.keep_in(folder / "viewer.json").empty());
        controller.apply(SetTextScale{1.5});
        controller.apply(SetNight{true});
    }
    auto state = initial_state();
    Jobs jobs([] {});
    Controller controller(state, jobs);
    (void)controller.keep_in(folder / "viewer.json");
    EXPECT_DOUBLE_EQ(state.settings.text_scale, 1.5);
    EXPECT_TRUE(state.settings.night);
    EXPECT_TRUE(setting_of(state, LayerId::illuminance).visible);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace lykta::viewer
