// Words of plants, and where their crowns begin.
#include "layers/plant_kinds.hpp"

#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

TEST(PlantKinds, tell_trees_from_shrubs) {
    for (const char* kind : {"träd", "Gatuträd", "Tree", "lind", "Skogslönn", "Silvergran", "Quercus oak", "ek"})
        EXPECT_EQ(form_of(kind), PlantForm::tree) << kind;
    for (const char* kind : {"buskage", "Häck", "hedge", "Shrubs", "enbärsbuske", "hasselbuske"})
        EXPECT_EQ(form_of(kind), PlantForm::shrub) << kind;
    for (const char* kind : {"", "yta", "perenner", "park"}) EXPECT_EQ(form_of(kind), PlantForm::unknown) << kind;
}

TEST(PlantKinds, tell_what_is_green_in_winter) {
    for (const char* kind :
         {"gran", "Tall", "Bergtall", "idegran", "Tujahäck", "cypress", "enbärsbuske", "barrträd", "conifer",
          "Evergreen hedge", "spruce", "pine tree", "yew", "Thuja", "cedar", "Picea abies"})
        EXPECT_TRUE(is_evergreen(kind)) << kind;
    for (const char* kind :
         {"", "lind", "tall trees", "tall shrub", "Granite", "alpine", "lärk", "björk", "buskage", "stallgård"})
        EXPECT_FALSE(is_evergreen(kind)) << kind;
}

namespace {
Plant plant_of(const std::string& columns, const std::string& values) {
    return read_vegetation(options(given("N;E;radie;" + columns + "\n6473033,1;536823,9;2;" + values + "\n"),
                                   "EPSG:3006", LayerKind::vegetation),
                           sweref())
        .plants.at(0);
}
}  // namespace

TEST(CrownBase, of_a_grown_tree_is_2_5_m_and_of_a_young_one_its_share) {
    EXPECT_EQ(plant_of("typ;hojd", "träd;12").crown_base.value, 2.5);
    EXPECT_NEAR(plant_of("typ;hojd", "träd;5").crown_base.value, 1.5, 1e-12);
    EXPECT_EQ(plant_of("typ;hojd", "träd;").crown_base.value, 2.5);
    EXPECT_EQ(plant_of("typ;hojd", ";9").crown_base.value, 2.5);  // no words: high enough for a tree
}

TEST(CrownBase, of_a_shrub_is_the_ground) {
    EXPECT_EQ(plant_of("typ;hojd", "buskage;2").crown_base.value, 0.0);
    EXPECT_EQ(plant_of("typ;hojd", "häck;4").crown_base.value, 0.0);
    EXPECT_EQ(plant_of("typ;hojd", ";2").crown_base.value, 0.0);
}

TEST(CrownBase, as_recorded_counts_unless_it_lies_above_the_top) {
    EXPECT_EQ(plant_of("typ;hojd;kronbas", "träd;12;4").crown_base.value, 4.0);
    EXPECT_EQ(plant_of("typ;hojd;kronbas", "buskage;2;0,5").crown_base.value, 0.5);
    EXPECT_EQ(plant_of("typ;hojd;kronbas", "träd;12;14").crown_base.value, 2.5);
}

TEST(Evergreen, as_recorded_counts_before_the_word) {
    EXPECT_TRUE(plant_of("typ;vintergron", "buskage;ja").evergreen);
    EXPECT_FALSE(plant_of("typ;vintergron", "gran;nej").evergreen);
    EXPECT_TRUE(plant_of("typ;vintergron", "gran;").evergreen);
}
