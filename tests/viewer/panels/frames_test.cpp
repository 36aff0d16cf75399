// The frames of the window, headless: layout, bars, dialogs, messages; what they ask for, and that nothing is cut.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "panel_state.hpp"
#include "viewer/panels/folder_list.hpp"
#include "viewer/panels/map_sides.hpp"

namespace lykta::viewer::testing {
namespace {

ViewerState open_state() {
    ViewerState state = sample_state();
    state.project->run->result.study_name = "Exempelstad";
    return state;
}

// Each size and language a window is looked at in.
struct Setting {
    double width, height, scale;
    Language language;
};
std::vector<Setting> settings() {
    std::vector<Setting> all;
    for (const Language language : {Language::swedish, Language::english}) {
        for (const double scale : {1.0, 1.5, 2.0}) all.push_back({1280, 800, scale, language});
        all.push_back({1920, 1080, 1.0, language});
    }
    return all;
}
Headless headless_of(const Setting& setting) {
    return Headless{
        {.width = setting.width, .height = setting.height, .scale = setting.scale, .language = setting.language}};
}

// A panel in the layout of a window of this size.
Panel placed(Panel panel, double width = 1280, double height = 800) {
    return [=](const ViewerState& state, Commands& commands) {
        ViewerState now = state;
        now.layout = layout_of(now, width, height);
        panel(now, commands);
    };
}

std::vector<std::string> cut_in_any_setting(const Panel& panel, const ViewerState& state) {
    std::vector<std::string> cut;
    for (const Setting& setting : settings()) {
        Headless headless = headless_of(setting);
        headless.run(placed(panel, setting.width, setting.height), state, 4);
        for (const std::string& text : headless.cut_texts()) cut.push_back(text);
    }
    return cut;
}
const std::vector<std::string> nothing;

TEST(Layout, parts_share_the_window_without_overlap) {
    const ViewerState state = open_state();
    for (const Setting& setting : settings()) {
        const Headless headless = headless_of(setting);
        const WindowLayout layout = layout_of(state, setting.width, setting.height);
        EXPECT_EQ(layout.map.min_x, layout.left.empty() ? 0 : layout.left.max_x);
        EXPECT_EQ(layout.map.max_x, layout.right.empty() ? setting.width : layout.right.min_x);
        EXPECT_EQ(layout.map.min_y, layout.top.max_y);
        EXPECT_GE(layout.map.width(), 0.24 * setting.width);
    }
}
TEST(Layout, closed_panels_give_their_room_to_the_map) {
    const Headless headless;
    ViewerState state = open_state();
    state.settings.left_open = state.settings.right_open = false;
    EXPECT_EQ(layout_of(state, 1280, 800).map.width(), 1280);
    EXPECT_TRUE(layout_of(state, 1280, 800).bottom.empty());
}
TEST(Layout, a_window_without_a_study_has_no_panels) {
    const Headless headless;
    const WindowLayout layout = layout_of(plain_state(), 1280, 800);
    EXPECT_TRUE(layout.left.empty() && layout.right.empty() && layout.bottom.empty());
}
TEST(Layout, the_time_panel_stands_under_the_map_and_is_as_wide) {
    const Headless headless;
    ViewerState state = open_state();
    state.settings.time_open = true;
    const WindowLayout layout = layout_of(state, 1280, 800);
    EXPECT_EQ(layout.bottom.min_y, layout.map.max_y);
    EXPECT_EQ(layout.bottom.width(), layout.map.width());
}
TEST(Layout, at_twice_the_text_the_left_panel_stays_closed_so_that_the_map_is_seen) {
    const Headless headless{{.scale = 2}};
    const WindowLayout layout = layout_of(open_state(), 1280, 800);
    EXPECT_TRUE(layout.left.empty());
    EXPECT_FALSE(layout.right.empty());
}

TEST(MapSides, a_swipe_divides_one_picture_and_studies_beside_each_other_have_half_each) {
    const Headless headless;
    ViewerState state = open_state();
    state.layout = layout_of(state, 1280, 800);
    EXPECT_EQ(map_sides(state).size(), 1U);
    state.compare = {.mode = CompareMode::swipe, .split = 0.25};
    auto sides = map_sides(state);
    ASSERT_EQ(sides.size(), 2U);
    EXPECT_NEAR(sides[0].clip.width(), 0.25 * state.layout.map.width(), 1e-9);
    EXPECT_EQ(sides[0].view.width, sides[1].view.width);
    state.compare = {.mode = CompareMode::beside, .other = state.project};
    sides = map_sides(state);
    EXPECT_NEAR(sides[1].view.width, state.layout.map.width() / 2, 1e-9);
    EXPECT_EQ(sides[1].side, MapSide::other);
}

TEST(TopBar, nothing_is_cut_in_any_size_or_language) {
    ViewerState state = open_state();
    state.project->run->result.study_name =
        "Trygghetsinventering av belysning och sikt i Södra Ängsbackens stadsdelsområde 2024";
    EXPECT_EQ(cut_in_any_setting(draw_top_bar, state), nothing);
    EXPECT_EQ(cut_in_any_setting(draw_top_bar, plain_state()), nothing);
}
TEST(TopBar, every_button_asks_for_what_its_name_says) {
    Headless headless;
    const ViewerState state = open_state();
    const Panel bar = placed(draw_top_bar);
    headless.run(bar, state);
    auto press = [&](const char* id) { return headless.activate(bar, state, {"##top", id}); };
    EXPECT_TRUE(find_command<command::SetNight>(press("##night"))->night);
    EXPECT_EQ(find_command<command::SetCompare>(press("##compare"))->mode, CompareMode::swipe);
    EXPECT_TRUE(find_command<command::OpenTime>(press("##time"))->open);
    EXPECT_TRUE(find_command<command::OpenExport>(press("##output"))->open);
    EXPECT_TRUE(find_command<command::OpenHelp>(press("##help"))->open);
    EXPECT_EQ(find_command<command::SetTool>(press("##area"))->tool, Tool::area);
    EXPECT_EQ(find_command<command::SetTool>(press("##visible_area"))->tool, Tool::visible_area);
    EXPECT_FALSE(find_command<command::OpenSide>(press("##left_side"))->open);
}
TEST(TopBar, the_language_button_names_the_other_language) {
    Headless headless;
    ViewerState state = open_state();
    headless.run(placed(draw_top_bar), state);
    const auto commands = headless.click(placed(draw_top_bar), state, "EN");
    ASSERT_NE(find_command<command::SetLanguage>(commands), nullptr);
    EXPECT_EQ(find_command<command::SetLanguage>(commands)->language, Language::english);
}
TEST(TopBar, undo_is_off_while_there_is_nothing_to_undo) {
    Headless headless;
    ViewerState state = open_state();
    headless.run(placed(draw_top_bar), state);
    EXPECT_EQ(find_command<command::Undo>(headless.activate(placed(draw_top_bar), state, {"##top", "##undo"})),
              nullptr);
    state.scenario.history.change(with_item({}, {.kind = ScenarioKind::lamp, .at = {1, 1}}));
    headless.run(placed(draw_top_bar), state);
    EXPECT_NE(find_command<command::Undo>(headless.activate(placed(draw_top_bar), state, {"##top", "##undo"})),
              nullptr);
}
TEST(TopBar, a_search_is_typed_chosen_with_the_arrows_and_entered) {
    Headless headless;
    ViewerState state = open_state();
    const Panel bar = placed(draw_top_bar);
    headless.run(bar, state);
    headless.click(bar, state, "Search");
    headless.click(bar, state, "Sök");
    const auto typed = headless.type(bar, state, "stor");
    ASSERT_NE(find_command<command::Search>(typed), nullptr);
    EXPECT_EQ(find_command<command::Search>(typed)->text, "stor");
    state.search = "stor";
    state.hits = {{.text = "Storgatan", .kind = "Gata"}, {.text = "Stora torget", .kind = "Plats"}};
    headless.run(bar, state);
    EXPECT_TRUE(headless.has_text("Stora torget")) << headless.all_text();
    headless.press(bar, state, ImGuiKey_DownArrow);
    const auto gone = headless.press(bar, state, ImGuiKey_Enter);
    ASSERT_NE(find_command<command::GoToHit>(gone), nullptr);
    EXPECT_EQ(find_command<command::GoToHit>(gone)->hit, 1U);
}
TEST(TopBar, a_hit_is_chosen_with_the_mouse) {
    Headless headless;
    ViewerState state = open_state();
    state.search = "stor";
    state.hits = {{.text = "Storgatan", .kind = "Gata"}, {.text = "Stora torget", .kind = "Plats"}};
    const Panel bar = placed(draw_top_bar);
    headless.run(bar, state);
    headless.click(bar, state, "stor");
    ASSERT_TRUE(headless.has_text("Stora torget")) << headless.all_text();
    const auto commands = headless.click(bar, state, "Stora torget");
    ASSERT_NE(find_command<command::GoToHit>(commands), nullptr);
    EXPECT_EQ(find_command<command::GoToHit>(commands)->hit, 1U);
}

TEST(StatusBar, the_pointer_is_given_in_both_systems_and_nothing_is_cut) {
    ViewerState state = open_state();
    state.project->run->result.crs = Crs::from_text("EPSG:3006");
    state.pointer = Point{540333, 6480333};
    state.device_bytes = 48'000'000;
    Headless headless;
    headless.run(placed(draw_status_bar), state);
    EXPECT_TRUE(headless.has_text("SWEREF99 TM")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("WGS 84")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("48 MB"));
    EXPECT_EQ(cut_in_any_setting(draw_status_bar, state), nothing);
}
TEST(StatusBar, a_job_shows_its_stage_and_can_be_stopped) {
    ViewerState state = open_state();
    state.jobs = {{.slot = JobSlot::budget, .title = "Budget", .stage = "Räknar", .share = 0.4}};
    Headless headless;
    headless.run(placed(draw_status_bar), state);
    EXPECT_TRUE(headless.has_text("Räknar"));
    const auto commands = headless.activate(placed(draw_status_bar), state, {"##status", "##cancel"});
    ASSERT_NE(find_command<command::CancelJob>(commands), nullptr);
    EXPECT_EQ(find_command<command::CancelJob>(commands)->slot, JobSlot::budget);
}

TEST(Notices, the_last_three_are_shown_whole_and_taken_away_by_their_cross) {
    ViewerState state = open_state();
    const std::string text =
        "lamps.gpkg: inget koordinatsystem angivet; sätt `crs` för filen i study.toml och öppna igen.";
    for (int i = 0; i < 5; ++i) state.notices.push_back({NoticeKind::error, text});
    Headless headless;
    headless.run(placed(draw_notices), state, 4);
    EXPECT_TRUE(headless.has_text(text)) << headless.all_text();
    EXPECT_EQ(cut_in_any_setting(draw_notices, state), nothing);
    Commands commands;
    const auto asked = headless.run(placed([&](const ViewerState& now, Commands& into) {
                                        draw_notices(now, into);
                                        const ImGuiWindow* window = ImGui::FindWindowByName("##notices");
                                        const int row = 4;
                                        const ImGuiID pushed = ImHashData(&row, sizeof row, window->ID);
                                        ImGui::ActivateItem(ImHashStr("##dismiss", 0, pushed));
                                    }),
                                    state);
    ASSERT_NE(find_command<command::DismissNotice>(asked), nullptr);
    EXPECT_EQ(find_command<command::DismissNotice>(asked)->notice, 4U);
}

TEST(Welcome, it_says_what_lykta_does_and_opens_what_was_opened_lately) {
    ViewerState state = plain_state();
    state.settings.recent = {"/home/anna/exempelstad/study.toml"};
    Headless headless;
    headless.run(placed(draw_welcome), state);
    const auto commands = headless.click(placed(draw_welcome), state, "exempelstad/study.toml");
    ASSERT_NE(find_command<command::Open>(commands), nullptr) << headless.all_text();
    EXPECT_EQ(find_command<command::Open>(commands)->path, "/home/anna/exempelstad/study.toml");
    EXPECT_EQ(cut_in_any_setting(draw_welcome, state), nothing);
}
TEST(Welcome, what_is_being_opened_can_be_stopped) {
    ViewerState state = plain_state();
    state.opening = "/home/anna/exempelstad/study.toml";
    state.jobs = {{.slot = JobSlot::open, .title = "Öppnar", .stage = "Läser lampor", .share = 0.2}};
    Headless headless{{.language = Language::english}};
    headless.run(placed(draw_welcome), state);
    EXPECT_TRUE(headless.has_text("Läser lampor"));
    EXPECT_NE(find_command<command::CancelJob>(headless.click(placed(draw_welcome), state, "Stop")), nullptr);
}

TEST(Dialogs, help_and_about_are_whole_in_every_size) {
    EXPECT_EQ(cut_in_any_setting(draw_help, open_state()), nothing);
    EXPECT_EQ(cut_in_any_setting(draw_about, open_state()), nothing);
}
TEST(Dialogs, escape_a_click_beside_and_the_cross_close_them) {
    Headless headless;
    const ViewerState state = open_state();
    const Panel help = placed(draw_help);
    headless.run(help, state);
    EXPECT_FALSE(find_command<command::OpenHelp>(headless.press(help, state, ImGuiKey_Escape))->open);
    EXPECT_FALSE(find_command<command::OpenHelp>(headless.click_at(help, state, {20, 400}))->open);
    EXPECT_EQ(find_command<command::OpenHelp>(headless.click_at(help, state, {640, 500})), nullptr);
}

TEST(Export, the_page_is_written_where_the_name_says) {
    Headless headless{{.language = Language::english}};
    const ViewerState state = open_state();
    const Panel panel = placed(draw_export);
    headless.run(panel, state);
    const auto commands = headless.click(panel, state, "Write the page");
    ASSERT_NE(find_command<command::WritePage>(commands), nullptr) << headless.all_text();
    EXPECT_EQ(find_command<command::WritePage>(commands)->path.extension(), ".pdf");
    EXPECT_FALSE(find_command<command::OpenExport>(commands)->open);
}
TEST(Export, a_paper_is_chosen_and_nothing_is_cut) {
    Headless headless{{.language = Language::english}};
    const ViewerState state = open_state();
    const Panel panel = placed(draw_export);
    headless.run(panel, state);
    const auto commands = headless.click(panel, state, "A3, lying");
    ASSERT_NE(find_command<command::SetPage>(commands), nullptr);
    EXPECT_EQ(find_command<command::SetPage>(commands)->page.paper, Paper::a3_landscape);
    EXPECT_EQ(cut_in_any_setting(draw_export, state), nothing);
}

class OpenDialog : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() / "lykta_open_dialog";
        std::filesystem::create_directories(m_folder / "Åby");
        for (const char* file : {"egen.toml", "map.tif", "notes.txt", ".hidden.toml"})
            std::ofstream(m_folder / file) << "x";
        m_project->path = m_folder / "study.toml";
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    std::filesystem::path m_folder;
    std::shared_ptr<Project> m_project = sample_project();
    ViewerState m_state = state_of(m_project);
};

TEST_F(OpenDialog, a_folder_lists_folders_first_and_only_files_that_can_be_opened) {
    const FolderList studies = list_folder(m_folder, Choose::study);
    ASSERT_EQ(studies.entries.size(), 2U);
    EXPECT_TRUE(studies.entries[0].is_folder);
    EXPECT_EQ(studies.entries[1].name, "egen.toml");
    EXPECT_EQ(list_folder(m_folder, Choose::base_raster).entries[1].name, "map.tif");
    EXPECT_FALSE(list_folder(m_folder / "nowhere", Choose::study).trouble.empty());
}

TEST_F(OpenDialog, folders_are_walked_and_a_file_is_opened) {
    Headless headless{{.language = Language::english}};
    const Panel dialog = placed(draw_open_dialog);
    begin_open_dialog(Choose::beside);
    headless.run(dialog, m_state);
    EXPECT_TRUE(headless.has_text("Åby")) << headless.all_text();
    EXPECT_FALSE(headless.has_text("notes.txt"));
    EXPECT_EQ(headless.cut_texts(), nothing);
    const ImVec2 row = Headless::middle(headless.box_of_text("egen.toml"));
    EXPECT_TRUE(headless.click_at(dialog, m_state, row).empty());  // one click chooses, two open
    const auto asked = headless.click_at(dialog, m_state, row);
    ASSERT_NE(find_command<command::OpenBeside>(asked), nullptr);
    EXPECT_EQ(find_command<command::OpenBeside>(asked)->path.filename(), "egen.toml");
    headless.run(dialog, m_state);
    EXPECT_FALSE(headless.has_text("Åby"));
}

TEST(DrawPanels, the_whole_window_is_whole_in_every_size_and_language) {
    ViewerState state = open_state();
    state.settings.time_open = true;
    for (const bool is_open : {true, false})
        EXPECT_EQ(cut_in_any_setting(draw_panels, is_open ? state : plain_state()), nothing);
}
TEST(DrawPanels, a_tab_that_is_clicked_is_asked_for) {
    Headless headless{{.language = Language::english}};
    const ViewerState state = open_state();
    headless.run(placed(draw_panels), state);
    const auto asked = headless.activate(placed(draw_panels), state, {"##left", "##layers"});
    ASSERT_NE(find_command<command::ShowLeft>(asked), nullptr);
    EXPECT_EQ(find_command<command::ShowLeft>(asked)->tab, LeftTab::layers);
    const auto right = headless.activate(placed(draw_panels), state, {"##right", "##what_if"});
    EXPECT_EQ(find_command<command::ShowRight>(right)->tab, RightTab::what_if);
}

}  // namespace
}  // namespace lykta::viewer::testing
