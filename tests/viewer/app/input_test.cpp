// Mouse and keys over the map become commands; what a text field wants stays there. No window, no graphics.
#include "viewer/app/input.hpp"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>

namespace lykta::viewer {
namespace {

class Input : public testing::Test {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        io.DeltaTime = 1.0F / 60;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        set_key_map();
        auto project = std::make_shared<Project>();
        project->run = std::unique_ptr<study::StudyRun>(
            new study::StudyRun{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}});
        m_state.project = project;
        m_state.layout.map = {100, 50, 700, 550};
        m_state.view = {.centre = {1000, 2000}, .metres_per_pixel = 2, .width = 600, .height = 500};
        move_to(400, 300);  // the middle
        frame();
    }
    void TearDown() override { ImGui::DestroyContext(); }

    std::vector<Command> frame() {
        ImGui::NewFrame();
        Commands commands;
        m_input.read(m_state, commands);
        ImGui::EndFrame();
        return commands.take();
    }
    static void move_to(float x, float y) { ImGui::GetIO().MousePos = {x, y}; }
    static void hold(int button, bool down) { ImGui::GetIO().MouseDown[button] = down; }
    std::vector<Command> press_key(int key) {
        ImGui::GetIO().KeysDown[key] = true;
        auto commands = frame();
        ImGui::GetIO().KeysDown[key] = false;
        frame();
        return commands;
    }
    std::vector<Command> type(unsigned sign) {
        ImGui::GetIO().AddInputCharacter(sign);
        return frame();
    }
    template <class C>
    static std::optional<C> found(const std::vector<Command>& commands) {
        for (const auto& command : commands)
            if (const auto* one = std::get_if<C>(&command)) return *one;
        return std::nullopt;
    }
    ViewerState m_state = initial_state();
    MapInput m_input;
};

TEST_F(Input, a_drag_moves_the_map_and_is_no_click) {
    hold(0, true);
    frame();
    move_to(430, 320);
    const auto drag = found<command::Drag>(frame());
    ASSERT_TRUE(drag);
    EXPECT_EQ(drag->dx, 30);
    EXPECT_EQ(drag->dy, 20);
    hold(0, false);
    EXPECT_FALSE(found<command::Click>(frame()));
}

TEST_F(Input, a_click_is_where_the_pointer_is_in_the_world) {
    move_to(450, 300);
    hold(0, true);
    frame();
    hold(0, false);
    const auto click = found<command::Click>(frame());
    ASSERT_TRUE(click);
    EXPECT_NEAR(click->at.x, 1100, 1e-9);
    EXPECT_NEAR(click->at.y, 2000, 1e-9);
}

TEST_F(Input, the_wheel_zooms_smoothly_to_its_whole_step_round_the_pointer) {
    move_to(500, 200);
    ImGui::GetIO().MouseWheel = 1;
    double factor = 1;
    int frames = 0;
    do {
        const auto zoom = found<command::Zoom>(frame());
        ASSERT_TRUE(zoom);
        EXPECT_EQ(zoom->anchor.x, 400);
        EXPECT_EQ(zoom->anchor.y, 150);
        factor *= zoom->factor;
        ASSERT_LT(++frames, 100);
    } while (m_input.is_moving());
    EXPECT_GT(frames, 3);
    EXPECT_NEAR(factor, std::exp(0.25), 1e-9);
    EXPECT_TRUE(frame().empty()) << "at rest nothing is asked for";
}

TEST_F(Input, a_right_drag_turns_round_the_middle) {
    move_to(500, 300);
    hold(1, true);
    frame();
    move_to(400, 200);  // from east of the middle to north of it
    const auto turn = found<command::Turn>(frame());
    ASSERT_TRUE(turn);
    EXPECT_NEAR(turn->radians, 1.5707963, 1e-6);
    EXPECT_EQ(turn->anchor.x, 300);
}

TEST_F(Input, outside_the_map_nothing_happens) {
    move_to(50, 300);
    ImGui::GetIO().MouseWheel = 1;
    hold(0, true);
    const auto commands = frame();
    EXPECT_FALSE(found<command::Zoom>(commands));
    hold(0, false);
    EXPECT_FALSE(found<command::Click>(frame()));
}

TEST_F(Input, keys_are_commands) {
    EXPECT_TRUE(found<command::Drag>(press_key(GLFW_KEY_LEFT)));
    EXPECT_TRUE(found<command::SetNight>(press_key(GLFW_KEY_F2)));
    EXPECT_TRUE(found<command::OpenHelp>(press_key(GLFW_KEY_F1)));
    EXPECT_EQ(found<command::SetCompare>(press_key(GLFW_KEY_F3))->mode, CompareMode::swipe);
    EXPECT_TRUE(found<command::Play>(press_key(GLFW_KEY_SPACE)));
    EXPECT_GT(found<command::Zoom>(type('+'))->factor, 1);
    EXPECT_LT(found<command::Zoom>(type('-'))->factor, 1);
    EXPECT_EQ(found<command::NextPlace>(type('j'))->by, 1);
    EXPECT_EQ(found<command::SetTool>(type('3'))->tool, Tool::length);
    EXPECT_TRUE(found<command::ShowAll>(type('0')));
    EXPECT_TRUE(found<command::NorthUp>(type('n')));
}

TEST_F(Input, control_keys_undo_and_redo_and_type_nothing) {
    ImGui::GetIO().KeyCtrl = true;
    EXPECT_TRUE(found<command::Undo>(press_key(GLFW_KEY_Z)));
    EXPECT_TRUE(found<command::Redo>(press_key(GLFW_KEY_Y)));
    EXPECT_FALSE(found<command::SetTool>(type('3')));
}

TEST_F(Input, escape_goes_one_step_back) {
    m_state.tool = Tool::length;
    m_state.sketch.points = {{0, 0}};
    EXPECT_TRUE(found<command::ClearSketch>(press_key(GLFW_KEY_ESCAPE)));
    m_state.sketch.points.clear();
    EXPECT_EQ(found<command::SetTool>(press_key(GLFW_KEY_ESCAPE))->tool, Tool::look);
}

TEST_F(Input, a_double_click_ends_a_sketch_and_else_zooms) {
    const auto twice = [&] {
        std::vector<Command> all;
        for (const bool down : {true, false, true, false}) {
            hold(0, down);
            for (auto& command : frame()) all.push_back(std::move(command));
        }
        return all;
    };
    EXPECT_TRUE(found<command::Zoom>(twice()));
    m_state.tool = Tool::length;
    for (int i = 0; i < 60; ++i) frame();  // let the second click be no third
    bool has_ended = false;
    for (const auto& command : twice())
        if (const auto* click = std::get_if<command::Click>(&command)) has_ended = has_ended || click->is_double;
    EXPECT_TRUE(has_ended);
}

}  // namespace
}  // namespace lykta::viewer
