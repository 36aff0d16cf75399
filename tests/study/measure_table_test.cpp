#include "study/measure_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/language.hpp"
#include "study/plan_measures.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

Study parsed(const std::string& tables) {
    return parse_study("[study]\nname = \"S\"\n[[incidents]]\nsource = \"a.csv\"\n" + tables, "folder/study.toml");
}

std::string refusal(const std::string& tables) {
    set_language(Language::english);
    try {
        (void)catalogue_of(parsed(tables));
        return "";
    } catch (const Error& e) {
        return e.what();
    }
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* everything = R"([measures]
budget = 5_000_000
yearly_budget = 400_000
objective = "prevented_harm_low"
weights = { harm = 2, metres_to_class = 0.1, metres_of_sight = 0.2, metres_of_hiding = 0.4, items_mended = 0.3 }
district_share = { "*" = 0.05, "Norrbacka" = 0.2 }
owner_cap = { property_owner = 1e6 }
forced = ["P003:clearing"]
forbidden = ["camera", "guards"]
draws = 50
discount_rate = 0.04
most_places = 30
catalogue = ["egna.toml"]
lamps = { flux = 3000, largest_flux = 6000, height = 4.5, street_height = 8, offset = 1, street_offset = 3 }
camera = { pixels = 1920, field_of_view = 90, pixels_per_m = 125, height = 5, most_cameras = 1 }
[[measures.tried]]
place = "P001"
measure = "clearing"
since = "2023-05"
[[measures.measure]]
id = "camera"
cost = { typical = 40000 }
)";

TEST(MeasureTable, every_key_lands_where_it_belongs) {
    const auto m = parsed(everything).measures;
    EXPECT_FALSE(m.asked) << "the command asks, not the file";
    EXPECT_EQ(m.budget, 5e6);
    EXPECT_EQ(m.request.yearly_budget, 4e5);
    EXPECT_EQ(m.request.objective, measures::Objective::prevented_harm_low);
    EXPECT_EQ(m.request.weights.harm, 2.0);
    EXPECT_EQ(m.request.weights.metres_to_class, 0.1);
    EXPECT_EQ(m.request.weights.metres_of_sight, 0.2);
    EXPECT_EQ(m.request.weights.metres_of_hiding, 0.4);
    EXPECT_EQ(m.request.weights.items_mended, 0.3);
    EXPECT_EQ(m.request.district_share.at("Norrbacka"), 0.2);
    EXPECT_EQ(m.request.owner_cap.at("property_owner"), 1e6);
    EXPECT_EQ(m.request.forced, std::vector<std::string>{"P003:clearing"});
    EXPECT_EQ(m.request.forbidden, (std::vector<std::string>{"camera", "guards"}));
    EXPECT_EQ(m.request.draws, 50);
    EXPECT_EQ(m.plan.effect.discount_rate, 0.04);
    EXPECT_EQ(m.plan.most_places, 30U);
    EXPECT_EQ(m.plan.siting.lamps.flux.value, 3000);
    EXPECT_EQ(m.plan.siting.lamps.street_height.value, 8);
    EXPECT_EQ(m.plan.siting.cameras.pixels, 1920);
    EXPECT_EQ(m.plan.siting.cameras.field_of_view.value, 90);
    ASSERT_EQ(m.plan.match.tried.size(), 1U);
    EXPECT_EQ(m.plan.match.tried[0].since, "2023-05");
    EXPECT_EQ(m.catalogues, std::vector<std::string>{"folder/egna.toml"});
    EXPECT_EQ(m.own.size(), 1U);
}

TEST(MeasureTable, no_draws_may_be_asked_for) {
    EXPECT_EQ(parsed("[measures]\ndraws = 0\n").measures.request.draws, 0);
}

TEST(MeasureTable, a_local_price_takes_the_place_of_the_catalogue_s_and_the_rest_stays) {
    const auto own = catalogue_of(parsed("[[measures.measure]]\nid = \"camera\"\ncost = { typical = 40000 }\n"));
    const auto* camera = own.find("camera");
    ASSERT_NE(camera, nullptr);
    EXPECT_EQ(camera->cost.typical, 40000);
    EXPECT_EQ(camera->name.sv, measures::catalogue().find("camera")->name.sv);
    EXPECT_EQ(own.measures.size(), measures::catalogue().measures.size());
}

TEST(MeasureTable, an_override_that_cannot_be_is_refused_with_file_and_line) {
    const auto said = refusal("[[measures.measure]]\nid = \"camera\"\ncost = { typcal = 40000 }\n");
    EXPECT_TRUE(has(said, "folder/study.toml, line 7")) << said;
    EXPECT_TRUE(has(said, "typical")) << said;
}

TEST(MeasureTable, values_that_cannot_be_are_refused_with_their_line) {
    EXPECT_TRUE(has(refusal("[measures]\nbudget = -5\n"), "line 6"));
    EXPECT_TRUE(has(refusal("[measures]\nobjective = \"cheapest\"\n"), "prevented_harm"));
    EXPECT_TRUE(has(refusal("[measures]\nowner_cap = { mayor = 5 }\n"), "property_owner"));
    EXPECT_TRUE(has(refusal("[measures]\ndistrict_share = { \"*\" = 2 }\n"), "from 0 to 1"));
    EXPECT_TRUE(has(refusal("[measures]\nforced = [3]\n"), "text in quotes"));
    EXPECT_TRUE(has(refusal("[measures]\nbugdet = 5\n"), "budget"));
    EXPECT_TRUE(has(refusal("[measures.camera]\nfield_of_view = 200\n"), "10 to 120"));
    EXPECT_TRUE(has(refusal("[[measures.tried]]\nmeasure = \"clearing\"\n"), "place"));
}

TEST(MeasureTable, options_are_listed_only_where_measures_were_asked_for_and_lead_back_to_the_settings) {
    auto study = parsed(everything);
    const auto is_measures = [](const OptionLine& line) { return line.key.starts_with("measures."); };
    auto lines = option_lines(study);
    EXPECT_TRUE(std::none_of(lines.begin(), lines.end(), is_measures));
    study.measures.asked = true;
    lines = option_lines(study);
    MeasureSettings again;
    for (const auto& line : lines) apply_measure_option(line.key, line.value, again);
    EXPECT_TRUE(again.asked);
    EXPECT_EQ(again.budget, 5e6);
    EXPECT_EQ(again.request.yearly_budget, 4e5);
    EXPECT_EQ(again.request.objective, measures::Objective::prevented_harm_low);
}

}  // namespace
}  // namespace lykta::study
