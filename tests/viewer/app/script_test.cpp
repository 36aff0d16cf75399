// Scripts: every word is read, and what cannot be read names its line and its cure.
#include "viewer/app/script.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/app/script_check.hpp"
#include "viewer/app/script_words.hpp"

namespace lykta::viewer {
namespace {

struct Script : testing::Test {
    void SetUp() override { set_language(Language::english); }
    static ScriptStep only(const std::string& line) { return parse_script(line, "journey.lykta").at(0).step; }
    template <class C>
    static C command(const std::string& line) {
        return std::get<C>(std::get<Command>(only(line)));
    }
    static std::string refusal(const std::string& text) {
        try {
            (void)parse_script(text, "journey.lykta");
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::bad_option);
            return error.what();
        }
        return "";
    }
};

TEST_F(Script, lines_keep_their_numbers_and_comments_are_nothing) {
    const auto lines = parse_script("# a journey\n\nall\n  night on   # dark\n", "journey.lykta");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].line, 3);
    EXPECT_EQ(lines[1].line, 4);
    EXPECT_TRUE(std::get<command::SetNight>(std::get<Command>(lines[1].step)).night);
}

TEST_F(Script, quotation_marks_keep_words_together) {
    EXPECT_EQ(command<command::Open>("open \"my town/study.toml\"").path, "my town/study.toml");
    EXPECT_EQ(command<command::FilterPlaces>("filter \"area=Norra staden\" reason=darkness").area, "Norra staden");
}

TEST_F(Script, a_mistyped_word_is_told_what_was_meant) {
    EXPECT_EQ(refusal("all\nzom 2\n"), "journey.lykta, line 2: 'zom' is not a command; did you mean 'zoom'?");
    EXPECT_NE(refusal("xyzzy").find("--help-script"), std::string::npos);
}

TEST_F(Script, wrong_arguments_are_told_the_form) {
    EXPECT_EQ(refusal("zoom"), "journey.lykta, line 1: write it as 'zoom FACTOR [X Y]'.");
    EXPECT_NE(refusal("all now").find("write it as"), std::string::npos);
    EXPECT_NE(refusal("budget five").find("'five' is not a number"), std::string::npos);
    EXPECT_NE(refusal("night maybe").find("'maybe' is none of off, on"), std::string::npos);
    EXPECT_NE(refusal("layer lights on").find("is none of"), std::string::npos);
    EXPECT_NE(refusal("period 2024-02-30 2024-03-01").find("not a day"), std::string::npos);
    EXPECT_NE(refusal("place 0").find("begin with 1"), std::string::npos);
    EXPECT_NE(refusal("open \"half").find("quotation mark"), std::string::npos);
    EXPECT_NE(refusal("filter colour=red").find("none of text="), std::string::npos);
    EXPECT_NE(refusal("filter reason=weather").find("no main reason"), std::string::npos);
    EXPECT_NE(refusal("objective fame").find("no objective"), std::string::npos);
}

TEST_F(Script, values_reach_their_commands) {
    EXPECT_EQ(command<command::SetBudget>("budget 5e6").budget, 5e6);
    EXPECT_EQ(command<command::SelectPlace>("place 3").place, 2U);
    EXPECT_FALSE(command<command::SelectPlace>("place none").place.has_value());
    EXPECT_EQ(command<command::SetPeriod>("period 2024-01-01 2024-06-30").shown->days(), 182);
    EXPECT_FALSE(command<command::SetPeriod>("period all").shown.has_value());
    EXPECT_EQ(command<command::AddItem>("camera 10 20 90").item.heading_degrees, 90);
    EXPECT_EQ(command<command::SetCompare>("compare beside").mode, CompareMode::beside);
    EXPECT_EQ(command<command::ShowLayer>("layer hot_spots off").id, LayerId::hot_spots);
    EXPECT_FALSE(command<command::OpenSide>("left off").open);
    EXPECT_EQ(command<command::SetLanguage>("language en").language, Language::english);
    EXPECT_TRUE(std::holds_alternative<script_step::Wait>(only("wait")));
    EXPECT_EQ(std::get<script_step::Check>(only("check place.name = Norra torget")).value, "Norra torget");
}

TEST_F(Script, every_word_has_a_form_and_a_sentence) {
    const auto words = script_words();
    EXPECT_GT(words.size(), 50U);
    for (const auto& word : words) {
        EXPECT_FALSE(word.form.empty());
        EXPECT_FALSE(word.meaning.empty()) << word.form;
    }
}

TEST_F(Script, forms_tell_how_many_arguments_there_are) {
    EXPECT_EQ(arity_of("").most, 0U);
    EXPECT_EQ(arity_of("FACTOR [X Y]").least, 1U);
    EXPECT_EQ(arity_of("FACTOR [X Y]").most, 3U);
    EXPECT_EQ(arity_of("NAME…").least, 1U);
    EXPECT_GT(arity_of("NAME…").most, 100U);
}

TEST_F(Script, checks_compare_numbers_as_numbers_and_texts_as_texts) {
    EXPECT_TRUE(holds("10", {"", ">", "9"}));
    EXPECT_TRUE(holds("10.0", {"", "=", "10"}));
    EXPECT_FALSE(holds("10", {"", "<=", "9"}));
    EXPECT_TRUE(holds("Storgatan", {"", "=", "Storgatan"}));
    EXPECT_TRUE(holds("Storgatan 3", {"", "contains", "gatan"}));
    EXPECT_TRUE(holds("", {"", "=", ""}));
    EXPECT_TRUE(holds("a", {"", "!=", "b"}));
}

TEST_F(Script, every_value_can_be_asked_of_an_empty_window) {
    const auto state = initial_state();
    for (const auto& name : state_names()) EXPECT_NO_THROW((void)state_value(state, name)) << name;
    EXPECT_EQ(state_value(state, "places.listed"), "0");
    EXPECT_EQ(state_value(state, "compare"), "off");
    EXPECT_EQ(state_value(state, "place.name"), "");
    EXPECT_THROW((void)state_value(state, "place.nmae"), Error);
}

}  // namespace
}  // namespace lykta::viewer
