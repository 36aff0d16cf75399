// Which type, style or code a register's words name, and the table they come from.
#include "layers/lamp_types.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

using namespace lykta;
using namespace lykta::layers;

TEST(LampTypes, are_found_by_swedish_and_english_words) {
    const auto& types = lamp_types();
    for (const char* text : {"HPS", "Högtrycksnatrium 70W", "HPS150", "SON-T 100", "sodium"})
        EXPECT_EQ(types.of(text).name, "high-pressure sodium") << text;
    for (const char* text : {"LED", "Led 30 W", "LED-armatur"}) EXPECT_EQ(types.of(text).name, "LED") << text;
    EXPECT_EQ(types.of("MV").name, "mercury vapour");
    EXPECT_EQ(types.of("Kvicksilver").name, "mercury vapour");
    EXPECT_EQ(types.of("Lågtrycksnatrium SOX").name, "low-pressure sodium");
    EXPECT_EQ(types.of("Metallhalogen").name, "metal halide");
}

TEST(LampTypes, short_words_must_stand_alone) {
    EXPECT_EQ(lamp_types().of("white").name, "");  // holds "hit"
    EXPECT_EQ(lamp_types().of("cobbled").name, "");
    EXPECT_EQ(lamp_types().of("HIT-70").name, "metal halide");
}

TEST(LampTypes, unknown_words_take_the_usual) {
    EXPECT_EQ(lamp_types().of("").usual_height, 5.0);
    EXPECT_EQ(lamp_types().of("?").efficacy, 90.0);
}

TEST(LampTypes, a_style_gives_a_height_by_whole_words_only) {
    EXPECT_EQ(lamp_types().style_of("Cobrahead")->usual_height, 8.0);
    EXPECT_EQ(lamp_types().style_of("Ornamental Tear Drop")->usual_height, 4.5);
    EXPECT_EQ(lamp_types().style_of("Pollare")->usual_flux, 800.0);  // knee high, a street's flux would blind
    EXPECT_EQ(lamp_types().style_of("Parkgatan 3"), nullptr);
}

TEST(LampTypes, led_codes_give_a_flux_and_compound_ones_the_mean) {
    const auto& types = lamp_types();
    EXPECT_EQ(*types.flux_of_code("A3"), 40 * types.lm_per_led);
    EXPECT_EQ(*types.flux_of_code("A3F"), 40 * types.lm_per_led);
    EXPECT_EQ(*types.flux_of_code("A2 / A3"), 60 * types.lm_per_led);
    for (const char* text : {"`", "?", "", "A4"}) EXPECT_FALSE(types.flux_of_code(text)) << text;
}

TEST(LampTypes, every_figure_of_the_table_is_one_a_lamp_can_have) {
    for (const auto& type : lamp_types().types) {
        EXPECT_FALSE(type.words.empty());
        EXPECT_TRUE(type.efficacy > 5 && type.efficacy < 250) << type.name;
        EXPECT_TRUE(type.usual_flux >= 500 && type.usual_flux < 50'000) << type.name;
        EXPECT_TRUE(type.usual_height >= 2 && type.usual_height <= 15) << type.name;
        EXPECT_TRUE(type.maintenance > 0.4 && type.maintenance <= 1.0) << type.name;
    }
}

TEST(LampTypes, a_table_without_a_figure_is_refused_with_its_name) {
    try {
        (void)lamp_types_from("[any]\nefficacy = 90.0\nusual_flux = 0\n");
        FAIL();
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("usual_flux"), std::string::npos) << e.what();
    }
}
