// The journeys of the three users on the shipped town, command by command: the planner, the officer, the reviewer.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "outputs/write_run.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/state/commands.hpp"
#include "viewer/state/picking.hpp"
#include "viewer/state/settings_file.hpp"

namespace lykta::viewer {
namespace {

using namespace command;

const std::filesystem::path town_file = std::filesystem::path(LYKTA_ROOT) / "data/exempelstad/study.toml";

/// A window without a screen. The town is read once and handed from test to test.
struct Journey : testing::Test {
    ViewerState state = initial_state();
    Jobs jobs{[] {}};
    Controller controller{state, jobs};
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("lykta_journeys_{}", ::getpid());
    double now = 0;

    static ProjectPointer town() {
        static const ProjectPointer project = open_project(town_file, [](const auto&, double) {});
        return project;
    }
    void SetUp() override {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        set_language(Language::swedish);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void begin() {
        const auto project = town();
        state.project = project;
        state.view = fitted(state.view, project->frame());
        state.budget.whole = whole_budget(*project);
    }
    template <class C>
    void apply(C command) {
        controller.apply(command);
    }
    void wait() {
        do {
            controller.poll(now += 0.05);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        } while (jobs.busy());
        controller.poll(now += 0.05);
    }
    [[nodiscard]] std::string notices() const {
        std::string all;
        for (const auto& notice : state.notices)
            if (notice.kind != NoticeKind::done) all += notice.text + "\n";
        return all;
    }
};

TEST_F(Journey, the_planner_finds_the_worst_place_of_a_district_and_writes_the_page) {
    begin();
    const auto& places = state.project->result().places;
    ASSERT_FALSE(places.empty());
    const std::string district = places.back().place.area_name;
    apply(FilterPlaces{"", district, {}});
    apply(NextPlace{1});
    ASSERT_TRUE(state.place.has_value());
    for (const std::size_t listed : listed_places(state)) {
        EXPECT_EQ(places[listed].place.area_name, district);
        EXPECT_LE(places[*state.place].rank, places[listed].rank);
    }
    apply(SelectPlace{state.place, true});
    EXPECT_TRUE(state.view.extent().contains(places[*state.place].place.centre));
    EXPECT_LT(state.view.metres_per_pixel, 2);
    apply(SetPage{{.paper = Paper::pixels, .width = 800, .height = 560}});
    apply(WritePage{folder / "plats.png"});
    apply(WritePlaces{folder / "platser.csv"});
    wait();
    EXPECT_EQ(notices(), "");
    EXPECT_GT(std::filesystem::file_size(folder / "plats.png"), 10'000U);
    EXPECT_GT(std::filesystem::file_size(folder / "platser.csv"), 200U);
}

TEST_F(Journey, the_officer_spends_five_million_and_moves_two_lamps) {
    begin();
    apply(SetBudget{4e6, false});
    apply(SetBudget{5e6});
    wait();
    ASSERT_NE(state.budget.answer, nullptr) << notices();
    EXPECT_TRUE(state.budget.answer->question.with_draws);
    EXPECT_DOUBLE_EQ(state.budget.answer->question.budget, std::min(5e6, state.budget.whole));
    ASSERT_FALSE(state.budget.answer->chosen.empty());
    apply(StartFromPortfolio{});
    wait();
    ASSERT_NE(state.scenario.answer, nullptr) << notices();
    std::vector<ScenarioItem> lamps;
    for (const auto& item : state.scenario.history.now().items)
        if (item.kind == ScenarioKind::lamp && lamps.size() < 2) lamps.push_back(item);
    while (lamps.size() < 2) {  // a portfolio without two new lamps: the officer puts them up
        const Point at = state.project->result().places[lamps.size()].place.centre;
        apply(AddItem{{.kind = ScenarioKind::lamp, .at = at}});
        lamps.push_back(state.scenario.history.now().items.back());
    }
    for (const auto& lamp : lamps) {
        for (int step = 1; step <= 5; ++step) apply(DragItem{lamp.id, {lamp.at.x + step, lamp.at.y}});
        apply(DragItem{lamp.id, {lamp.at.x + 6, lamp.at.y}, true});
        wait();
    }
    const auto at_of = [&](std::uint32_t id) {
        for (const auto& item : state.scenario.history.now().items)
            if (item.id == id) return item.at;
        return Point{};
    };
    EXPECT_EQ(at_of(lamps[1].id), (Point{lamps[1].at.x + 6, lamps[1].at.y}));
    EXPECT_EQ(state.scenario.answer->scenario.items, state.scenario.history.now().items);
    apply(Undo{});
    EXPECT_EQ(at_of(lamps[1].id), lamps[1].at);
    EXPECT_EQ(at_of(lamps[0].id), (Point{lamps[0].at.x + 6, lamps[0].at.y}));
    apply(Redo{});
    wait();
    EXPECT_EQ(state.scenario.answer->scenario.items, state.scenario.history.now().items);
    apply(SaveScenario{"Fem miljoner"});
    apply(ExportScenario{folder / "scenario.gpkg"});
    apply(CompareScenarios{});
    wait();
    EXPECT_EQ(notices(), "");
    EXPECT_TRUE(std::filesystem::exists(folder / "scenario.gpkg"));
    EXPECT_EQ(state.scenario.compared.size(), 1U);
}

TEST_F(Journey, the_reviewer_compares_two_studies_and_reads_what_can_be_detected) {
    begin();
    outputs::write_run(state.project->result(), folder / "resultat");
    apply(OpenBeside{folder / "resultat" / "run.json"});
    wait();
    EXPECT_EQ(notices(), "");
    ASSERT_NE(state.compare.other, nullptr);
    EXPECT_EQ(state.compare.mode, CompareMode::beside);
    EXPECT_EQ(state.compare.other->result().places.size(), state.project->result().places.size());
    EXPECT_FALSE(shown_layers(state, MapSide::other).empty());
    ASSERT_TRUE(state.project->result().measures.has_value());
    const auto& sited = state.project->result().measures->sited;
    EXPECT_TRUE(std::any_of(sited.begin(), sited.end(), [](const auto& one) { return !one.detect.words.empty(); }));
    apply(SetCompare{CompareMode::off});
    EXPECT_EQ(state.compare.other, nullptr);
}

TEST_F(Journey, a_result_is_shown_at_once_and_can_compute_when_its_study_is_read) {
    outputs::write_run(town()->result(), folder / "resultat");
    apply(Open{folder / "resultat" / "run.json"});
    while (!state.project && jobs.busy()) {
        controller.poll(now += 0.05);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ASSERT_NE(state.project, nullptr) << notices();
    EXPECT_EQ(state.project->origin, Origin::result);
    ASSERT_FALSE(state.project->study_path.empty());
    apply(SelectPlace{1});
    apply(Zoom{3, {640, 400}});
    const auto id = state.project->result().places[1].place.id;
    const auto view = state.view;
    wait();
    EXPECT_EQ(notices(), "");
    EXPECT_TRUE(state.project->can_compute());
    ASSERT_TRUE(state.place.has_value());
    EXPECT_EQ(state.project->result().places[*state.place].place.id, id);
    EXPECT_EQ(state.view.centre, view.centre);
    EXPECT_GT(state.budget.whole, 0);
}

TEST_F(Journey, a_public_result_stays_public_and_says_what_its_study_says_otherwise) {
    auto result = town()->result();
    result.public_level = true;
    outputs::write_run(result, folder / "resultat");
    apply(Open{folder / "resultat" / "run.json"});
    wait();
    ASSERT_NE(state.project, nullptr) << notices();
    EXPECT_EQ(state.project->origin, Origin::result);
    EXPECT_TRUE(state.project->result().public_level);
    ASSERT_EQ(state.notices.size(), 1U);
    EXPECT_EQ(state.notices[0].kind, NoticeKind::warning);
    EXPECT_NE(state.notices[0].text.find("study.toml"), std::string::npos) << state.notices[0].text;
}

Scenario named(const char* name, Point at) {
    auto scenario = with_item({}, {.kind = ScenarioKind::lamp, .at = at});
    scenario.name = name;
    return scenario;
}

std::vector<std::string> names_of(const std::vector<Scenario>& scenarios) {
    std::vector<std::string> names;
    for (const auto& scenario : scenarios) names.push_back(scenario.name);
    std::sort(names.begin(), names.end());
    return names;
}

TEST_F(Journey, a_results_marks_and_scenarios_go_with_it_to_its_study_whose_own_are_kept) {
    const auto settings = folder / "viewer.json", manifest = folder / "resultat" / "run.json";
    outputs::write_run(town()->result(), folder / "resultat");
    std::filesystem::create_directories(scenarios_path(settings, manifest).parent_path());
    save_scenarios({named("en", {1, 1}), named("två", {2, 2})}, scenarios_path(settings, manifest));
    save_scenarios({named("en", {1, 1}), named("två", {5, 5}), named("tre", {3, 3})},
                   scenarios_path(settings, town_file));
    Controller keeping(state, jobs);
    (void)keeping.keep_in(settings);
    keeping.apply(Open{manifest});
    const auto step = [&] {
        keeping.poll(now += 0.05);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    while (!state.project && jobs.busy()) step();
    ASSERT_NE(state.project, nullptr) << notices();
    EXPECT_EQ(names_of(state.scenario.saved), (std::vector<std::string>{"en", "två"}));
    keeping.apply(MarkPlace{1, true});
    const auto id = state.project->result().places[1].place.id;
    while (jobs.busy()) step();
    step();
    ASSERT_TRUE(state.project->can_compute()) << notices();
    EXPECT_EQ(names_of(state.scenario.saved), (std::vector<std::string>{"en", "tre", "två", "två (2)"}));
    ASSERT_EQ(state.table.marked.size(), 1U);
    EXPECT_EQ(state.project->result().places[state.table.marked[0]].place.id, id);
}

TEST_F(Journey, a_damaged_file_of_scenarios_is_kept_aside_before_anything_is_saved) {
    const auto settings = folder / "viewer.json", file = scenarios_path(settings, town_file);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "{ half a";
    Controller keeping(state, jobs);
    (void)keeping.keep_in(settings);
    keeping.apply(Open{town_file});
    while (jobs.busy()) {
        keeping.poll(now += 0.05);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ASSERT_NE(state.project, nullptr) << notices();
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_TRUE(std::filesystem::exists(file.string() + ".damaged"));
    EXPECT_NE(notices().find(".damaged"), std::string::npos) << notices();
}

TEST_F(Journey, a_period_is_played_quarter_by_quarter_to_its_end) {
    begin();
    apply(SetPeriod{Period{days_from_civil(2024, 4, 1), days_from_civil(2024, 6, 30)}});
    wait();
    ASSERT_NE(state.time.figures, nullptr) << notices();
    EXPECT_EQ(state.time.figures->shown.first_day, days_from_civil(2024, 4, 1));
    apply(Play{});
    int steps = 0;
    auto before = state.time.shown->first_day;
    while (state.time.is_playing && now < 1000) {
        controller.poll(now += 1.3);
        if (state.time.shown->first_day != before) ++steps;
        before = state.time.shown->first_day;
        wait();
    }
    EXPECT_EQ(steps, 2);
    EXPECT_EQ(state.time.shown->last_day, days_from_civil(2024, 12, 31));
    apply(ComparePeriod{Period{days_from_civil(2023, 10, 1), days_from_civil(2023, 12, 31)}});
    wait();
    EXPECT_EQ(state.time.figures->changes.size(), state.project->result().places.size());
    apply(ComparePeriod{});
    apply(SetPeriod{});
    EXPECT_EQ(state.time.figures, nullptr);
    EXPECT_EQ(notices(), "");
}

TEST_F(Journey, the_tools_of_the_map_work_on_what_is_under_them) {
    begin();
    const auto& city = state.project->city();
    ASSERT_TRUE(city.lighting && city.vegetation);
    const Point lamp = city.lighting->lamps[0].position;
    state.view.metres_per_pixel = 0.2;
    state.view.centre = lamp;
    apply(SetTool{Tool::visible_area});
    const auto from = std::chrono::steady_clock::now();
    apply(Click{{lamp.x + 2, lamp.y}});
    EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::milliseconds(500));
    EXPECT_TRUE(state.extra.contains(LayerId::visible_area));
    apply(SetTool{Tool::move});
    apply(Click{lamp});
    ASSERT_EQ(state.scenario.history.now().items.size(), 1U);
    EXPECT_EQ(state.scenario.history.now().items[0].record, 0U);
    apply(SetTool{Tool::clear_plant});
    const auto& plants = city.vegetation->plants;
    const Point middle = centroid(plants[0].outline);
    if (contains(plants[0].outline, middle)) {
        apply(Click{middle});
        EXPECT_EQ(state.scenario.history.now().items.size(), 2U);
        apply(Click{middle});
        EXPECT_EQ(state.scenario.history.now().items.size(), 1U);
    }
    apply(SetTool{Tool::remove});
    apply(Click{lamp});
    EXPECT_TRUE(state.scenario.history.now().items.empty());
    wait();
    EXPECT_EQ(notices(), "");
}

TEST_F(Journey, another_language_changes_the_studys_own_sentences_and_keeps_the_place) {
    begin();
    apply(SelectPlace{0});
    const std::string before = state.project->result().places[0].terms.at(0).assumptions.empty()
                                   ? state.project->layers.begin()->second->title
                                   : state.project->result().places[0].terms[0].assumptions[0];
    apply(SetLanguage{Language::english});
    EXPECT_EQ(language(), Language::english);
    wait();
    EXPECT_EQ(notices(), "");
    EXPECT_EQ(state.settings.language, Language::english);
    EXPECT_EQ(state.place, 0U);
    const std::string after = state.project->result().places[0].terms.at(0).assumptions.empty()
                                  ? state.project->layers.begin()->second->title
                                  : state.project->result().places[0].terms[0].assumptions[0];
    EXPECT_NE(after, before);
    set_language(Language::swedish);
}

TEST_F(Journey, tabs_and_comparison_stay_as_they_were_in_another_language) {
    begin();
    apply(SelectPlace{0});
    apply(OpenBeside{town_file});
    wait();
    ASSERT_NE(state.compare.other, nullptr) << notices();
    apply(SetCompare{CompareMode::swipe});
    apply(ShowRight{RightTab::measures});
    apply(ShowLeft{LeftTab::layers});
    const auto swedish = state.project;
    const auto other = state.compare.other;
    apply(SetLanguage{Language::english});
    wait();
    wait();
    EXPECT_NE(state.project, swedish);
    EXPECT_NE(state.compare.other, other);
    EXPECT_EQ(state.place, 0U);
    EXPECT_EQ(state.right_tab, RightTab::measures);
    EXPECT_EQ(state.left_tab, LeftTab::layers);
    EXPECT_EQ(state.compare.mode, CompareMode::swipe);
    set_language(Language::swedish);
}

TEST_F(Journey, a_file_is_found_again_as_it_was_left) {
    {
        Controller keeping(state, jobs);
        (void)keeping.keep_in(folder / "viewer.json");
        keeping.apply(Open{town_file});
        while (jobs.busy()) {
            keeping.poll(now += 0.05);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        ASSERT_NE(state.project, nullptr) << notices();
        keeping.apply(Zoom{4, {100, 100}});
        keeping.apply(ShowLayer{LayerId::lamps, true});
        keeping.apply(AddItem{{.kind = ScenarioKind::lamp, .at = state.view.centre}});
        keeping.apply(SaveScenario{"en lampa"});
    }
    std::string trouble;
    const auto kept = read_settings(folder / "viewer.json", trouble);
    EXPECT_EQ(std::filesystem::path(kept.last).lexically_normal(), town_file.lexically_normal());
    ASSERT_EQ(kept.projects.size(), 1U);
    EXPECT_EQ(kept.projects.begin()->second.centre, state.view.centre);
    EXPECT_EQ(load_scenarios(scenarios_path(folder / "viewer.json", town_file)).size(), 1U);
}

TEST_F(Journey, the_figures_follow_a_slider_and_the_last_question_is_the_one_answered) {
    begin();
    std::set<double> seen;
    for (int i = 1; i <= 30; ++i) {
        apply(SetBudget{state.budget.whole * i / 31, false});
        controller.poll(now += 0.02);
        if (state.budget.answer) seen.insert(state.budget.answer->question.budget);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    apply(SetBudget{state.budget.whole / 3});
    wait();
    EXPECT_GE(seen.size(), 2U) << "answers come while the slider is held";
    ASSERT_NE(state.budget.answer, nullptr);
    EXPECT_DOUBLE_EQ(state.budget.answer->question.budget, state.budget.whole / 3);
    EXPECT_TRUE(state.budget.answer->question.with_draws);
    EXPECT_FALSE(state.budget.is_waiting);
    apply(SetBudget{0});
    wait();
    EXPECT_TRUE(state.budget.answer->chosen.empty());
    EXPECT_EQ(notices(), "");
}

TEST_F(Journey, a_language_changed_while_a_file_is_opened_opens_it_in_the_new_one) {
    apply(Open{town_file});
    controller.poll(now += 0.05);
    apply(SetLanguage{Language::english});
    wait();
    wait();
    ASSERT_NE(state.project, nullptr) << notices();
    EXPECT_EQ(state.project->result().language, Language::english);
    EXPECT_EQ(notices(), "");
    set_language(Language::swedish);
}

TEST_F(Journey, a_swipe_shows_the_light_of_the_chosen_measures_until_a_scenario_is_drawn) {
    begin();
    apply(ShowLayer{LayerId::illuminance, true});
    apply(SetBudget{state.budget.whole / 2});
    wait();
    apply(SetCompare{CompareMode::swipe});
    wait();
    ASSERT_NE(state.compare.chosen, nullptr) << notices();
    EXPECT_EQ(state.compare.chosen->options, state.budget.answer->chosen);
    const auto shown = [&](LayerId id, MapSide side) -> LayerPointer {
        for (const auto& one : shown_layers(state, side))
            if (one.layer->id == id) return one.layer;
        return nullptr;
    };
    const auto own = state.project->layers.at(LayerId::illuminance);
    EXPECT_EQ(shown(LayerId::illuminance, MapSide::before), own);
    const auto then = shown(LayerId::illuminance, MapSide::after);
    ASSERT_NE(then, nullptr);
    EXPECT_NE(then, own);
    const auto expected =
        ScenarioTown(state.project).answer(scenario_from_options(*state.project, state.budget.answer->chosen));
    ASSERT_NE(expected.illuminance, nullptr);
    EXPECT_EQ(then->values->grid.values.size(), expected.illuminance->values->grid.values.size());
    double most = 0;
    for (std::size_t i = 0; i < then->values->grid.values.size(); ++i)
        if (std::isfinite(then->values->grid.values[i]))
            most = std::max(most, std::abs(static_cast<double>(then->values->grid.values[i]) -
                                           static_cast<double>(expected.illuminance->values->grid.values[i])));
    EXPECT_LT(most, 1e-3);
    const auto stretches = shown(LayerId::scenario, MapSide::after);
    ASSERT_NE(stretches, nullptr);
    EXPECT_FALSE(stretches->details.at(0).lines.empty());
    EXPECT_TRUE(stretches->details[0].points.empty()) << "the measures' own symbols are enough";
    EXPECT_EQ(shown(LayerId::scenario, MapSide::before), nullptr);
    const auto before = state.compare.chosen;
    apply(SetBudget{state.budget.whole / 4});
    wait();
    EXPECT_NE(state.compare.chosen, before) << "the light follows the budget";
    EXPECT_EQ(state.compare.chosen->options, state.budget.answer->chosen);
    apply(AddItem{{.kind = ScenarioKind::lamp, .at = state.project->result().places[0].place.centre}});
    wait();
    ASSERT_NE(state.scenario.answer, nullptr);
    EXPECT_EQ(shown(LayerId::scenario, MapSide::after), state.scenario.answer->layer);
    apply(SetBudget{0});
    apply(NewScenario{});
    wait();
    EXPECT_EQ(state.compare.chosen, nullptr) << "nothing is chosen";
    EXPECT_EQ(shown(LayerId::illuminance, MapSide::after), own);
    EXPECT_EQ(notices(), "");
}

/// The town as its public side is made.
ProjectPointer public_town(const ProjectPointer& town) {
    auto project = std::make_shared<Project>();
    project->path = project->study_path = town->path;
    project->study = town->study;
    project->run = std::unique_ptr<study::StudyRun>(new study::StudyRun(*town->run));
    project->run->result.layers = &project->run->city;
    project->run->result.public_level = true;
    project->world = std::make_unique<study::MeasureWorld>(*project->study, *project->run);
    project->layers = layers_of(*project->run);
    return project;
}

TEST_F(Journey, at_the_public_level_parts_of_the_period_snap_to_quarters) {
    begin();
    state.project = public_town(town());
    const auto first = [](int year, int month) { return days_from_civil(year, month, 1); };
    apply(SetPeriod{Period{first(2023, 5), first(2023, 8) - 1}});
    ASSERT_TRUE(state.time.shown.has_value());
    EXPECT_EQ(state.time.shown->first_day, first(2023, 4));
    EXPECT_EQ(state.time.shown->last_day, first(2023, 7) - 1);
    ASSERT_EQ(state.notices.size(), 1U);
    EXPECT_EQ(state.notices[0].kind, NoticeKind::done);
    apply(ComparePeriod{Period{first(2023, 1) + 7, first(2023, 4) - 1}});
    wait();
    ASSERT_NE(state.time.figures, nullptr) << notices();
    EXPECT_EQ(state.time.figures->compared->first_day, first(2023, 1));
    apply(ComparePeriod{});
    apply(SetPlayStep{PlayStep::month});
    EXPECT_EQ(state.time.step, PlayStep::quarter);
    apply(StepPeriod{1});
    EXPECT_EQ(state.time.shown->first_day, first(2023, 7));
    apply(SetPeriod{Period{first(2023, 1) + 3, first(2025, 1) - 4}});
    EXPECT_FALSE(state.time.shown.has_value()) << "nearest to it is the whole period";
    wait();
    for (const auto& notice : state.notices) EXPECT_NE(notice.kind, NoticeKind::error) << notice.text;
}

TEST_F(Journey, everything_of_a_study_follows_the_language_once_it_is_read_again) {
    apply(Open{town_file});
    wait();
    ASSERT_NE(state.project, nullptr) << notices();
    const auto swedish = state.project;
    EXPECT_EQ(swedish->layers.at(LayerId::buildings)->title, "Byggnader");
    apply(SelectPlace{0});
    apply(SetBudget{state.budget.whole / 2});
    apply(SetPeriod{Period{days_from_civil(2024, 1, 1), days_from_civil(2024, 6, 30)}});
    wait();
    apply(SetLanguage{Language::english});
    wait();
    wait();
    EXPECT_NE(state.project, swedish);
    EXPECT_EQ(state.project->layers.at(LayerId::buildings)->title, "Buildings");
    for (const auto& [id, layer] : layers_of(*state.project->run)) {
        const auto& own = state.project->layers.at(id);
        EXPECT_EQ(own->title, layer->title);
        EXPECT_EQ(own->unit, layer->unit);
        EXPECT_EQ(own->note, layer->note);
        ASSERT_EQ(own->classes.size(), layer->classes.size());
        for (std::size_t i = 0; i < layer->classes.size(); ++i)
            EXPECT_EQ(own->classes[i].label, layer->classes[i].label);
    }
    std::size_t differing = 0;
    for (const auto& [id, layer] : state.project->layers) differing += layer->title != swedish->layers.at(id)->title;
    EXPECT_GT(differing, 15U);
    ASSERT_NE(state.budget.answer, nullptr);
    EXPECT_EQ(state.budget.answer->layer->title, "Measures");
    ASSERT_NE(state.time.figures, nullptr);
    EXPECT_EQ(state.time.figures->intensity->title, "Intensity");
    ASSERT_TRUE(state.extra.contains(LayerId::selection));
    EXPECT_EQ(state.extra.at(LayerId::selection)->title, selection_layer(*state.project->run, 0)->title);
    EXPECT_EQ(notices(), "");
    set_language(Language::swedish);
}

/// One random command; numbers fall inside the town now and then, and outside what is allowed too.
Command random_command(std::mt19937& random, const Box& box) {
    const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const auto share = [&] { return static_cast<double>(random() % 1001) / 1000.0; };
    const Point at{box.min_x + share() * box.width(), box.min_y + share() * box.height()};
    const auto item = static_cast<std::uint32_t>(upto(6));
    const std::int64_t day = days_from_civil(2022, 6, 1) + upto(1100);
    switch (upto(24)) {
        case 0:
            return SetTool{static_cast<Tool>(upto(9))};
        case 1:
            return Click{at, upto(4) == 0};
        case 2:
            return Click{at};
        case 3:
            return PointerAt{at};
        case 4:
            return DragItem{item, at, upto(3) == 0};
        case 5:
            return TurnCamera{item, 360 * share()};
        case 6:
            return RemoveItem{item};
        case 7:
            return Undo{};
        case 8:
            return Redo{};
        case 9:
            return SetBudget{1e7 * share() - 1e6, upto(3) == 0};
        case 10:
            return SetPeriod{Period{day, day + upto(300) - 10}};
        case 11:
            return ComparePeriod{Period{day, day + upto(300)}};
        case 12:
            return StepPeriod{upto(5) - 2};
        case 13:
            return Play{upto(2) == 0};
        case 14:
            return SelectPlace{static_cast<std::size_t>(upto(40)), upto(2) == 0};
        case 15:
            return NextPlace{upto(9) - 4};
        case 16:
            return MoveLayer{static_cast<LayerId>(upto(layer_count)), upto(9) - 4};
        case 17:
            return Zoom{3 * share(), {1280 * share(), 800 * share()}};
        case 18:
            return SetNight{upto(2) == 0};
        case 19:
            return SetCompare{static_cast<CompareMode>(upto(3))};
        case 20:
            return CancelJob{static_cast<JobSlot>(upto(7))};
        case 21:
            return StartFromPortfolio{};
        case 22:
            return SetPlayStep{static_cast<PlayStep>(upto(3))};
        default:
            return EndSketch{};
    }
}

TEST_F(Journey, whatever_is_asked_in_whatever_order_the_window_stands) {
    begin();
    std::mt19937 random(7);
    const Box box = state.project->frame();
    for (int i = 0; i < 400; ++i) {
        controller.apply(random_command(random, box));
        controller.poll(now += 0.2);
        EXPECT_EQ(state.layers.size(), static_cast<std::size_t>(layer_count));
        for (const auto& shown : shown_layers(state)) ASSERT_NE(shown.layer, nullptr);
    }
    wait();
    for (const auto& notice : state.notices) EXPECT_NE(notice.kind, NoticeKind::error) << notice.text;
}

}  // namespace
}  // namespace lykta::viewer
