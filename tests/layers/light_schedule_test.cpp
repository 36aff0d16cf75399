// Dimming texts as registers write them, and the share of light at a minute of the day.
#include "layers/light_schedule.hpp"

#include <gtest/gtest.h>

using namespace lykta::layers;

namespace {

constexpr int at(int hour, int minute = 0) {
    return 60 * hour + minute;
}

/// "from-to share" of each span; "unread" where the text is not understood.
std::string spans_of(const std::string& text, std::optional<double> level = {}) {
    const auto read = read_schedule(text, level);
    if (!read) return "unread";
    std::string all;
    for (const auto& s : read->spans) {
        all += (all.empty() ? "" : ", ") + std::to_string(s.from_minute) + "-" + std::to_string(s.to_minute) + " " +
               std::to_string(static_cast<int>(s.share * 100.0 + 0.5));
    }
    return all;
}

}  // namespace

TEST(LightSchedule, gives_full_light_outside_its_spans_and_the_least_share_within) {
    const LightSchedule s{.text = "", .spans = {{at(23), at(5), 0.5}, {at(0), at(4), 0.2}, {at(12), at(13), 0.0}}};
    EXPECT_EQ(s.share_at(at(22, 59)), 1.0);
    EXPECT_EQ(s.share_at(at(23)), 0.5);
    EXPECT_EQ(s.share_at(at(23, 59)), 0.5);
    EXPECT_EQ(s.share_at(0), 0.2);
    EXPECT_EQ(s.share_at(at(4)), 0.5);
    EXPECT_EQ(s.share_at(at(5)), 1.0);
    EXPECT_EQ(s.share_at(at(12, 30)), 0.0);
    EXPECT_EQ(LightSchedule{}.share_at(at(3)), 1.0);
}

TEST(LightSchedule, a_level_and_hours_are_read_in_every_way_they_are_written) {
    for (const char* text :
         {"50 % 23:00–05:00", "23.00-05.00 50%", "dimmas till 50 % kl. 23-05", "50 procent, 2300-0500",
          "Dimning 50% mellan 23 och 05", "23:00 till 05:00: 50 %", "dimmed by 50 % 23-5"}) {
        EXPECT_EQ(spans_of(text), "1380-300 50") << text;
    }
    EXPECT_EQ(spans_of("dimmas med 30 % 22–06"), "1320-360 70");
}

TEST(LightSchedule, switched_off_is_no_light) {
    EXPECT_EQ(spans_of("släckt 00-05"), "0-300 0");
    EXPECT_EQ(spans_of("Nattsläckning 01:30-04:30"), "90-270 0");
    EXPECT_EQ(spans_of("off 24-05"), "0-300 0");
    EXPECT_EQ(spans_of("0 % 00–05"), "0-300 0");
}

TEST(LightSchedule, hours_alone_take_the_level_beside_them) {
    EXPECT_EQ(spans_of("23.00-05.00", 0.5), "1380-300 50");
    EXPECT_EQ(spans_of("23.00-05.00", 0.0), "1380-300 0");
    EXPECT_EQ(spans_of("23.00-05.00"), "unread");
}

TEST(LightSchedule, several_spans_go_with_several_levels_in_turn) {
    EXPECT_EQ(spans_of("70 % 22-24, 40 % 00-05"), "1320-0 70, 0-300 40");
    EXPECT_EQ(spans_of("22:00-23:00 och 05:00-06:00, 50 %"), "1320-1380 50, 300-360 50");
    EXPECT_EQ(spans_of("70 % 22-24, 40 % 00-03, 05-06"), "unread");
    EXPECT_EQ(spans_of("50 % 22 och 23"), "unread");
}

TEST(LightSchedule, none_is_full_light) {
    for (const char* text : {"nej", "Ingen", "-", "0", "100 %", "none", "helnatt"})
        EXPECT_EQ(spans_of(text), "") << text;
}

TEST(LightSchedule, what_is_not_understood_whole_is_not_read_at_all) {
    for (const char* text : {"50 % 23-05 vardagar", "ja", "50 %", "25-05 50 %", "23:70-05 50 %", "05-05 släckt",
                             "astro", "150 % 23-05", "23", "x", "50 % 1. maj", "123-05 50 %"})
        EXPECT_EQ(spans_of(text), "unread") << text;
}
