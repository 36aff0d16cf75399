// Every refusal of a catalogue file names the file, the line, the measure and what is wrong.
#include "catalogue_samples.hpp"

using namespace catalogue_samples;
using testing::Test;

namespace {

void expect_refused(const std::string& text, const std::string& message) {
    EXPECT_EQ(refusal_of(text), message) << text;
}
/// The whole measure with one line replaced.
void expect_line_refused(const std::string& line, const std::string& by, const std::string& message) {
    expect_refused(with_line(whole_measure(), line, by), message);
}

}  // namespace

TEST(CatalogueRefusals, the_sample_itself_is_read) {
    EXPECT_EQ(refusal_of(whole_measure()), "");
    EXPECT_EQ(read(whole_measure()).measures.size(), 1U);
}

TEST(CatalogueRefusals, text_that_is_not_toml) {
    const auto message = refusal_of("[[measure]]\nid = lamp\n");
    EXPECT_TRUE(message.starts_with("mine.toml, line 2: not TOML as it stands: ")) << message;
}

TEST(CatalogueRefusals, a_missing_id_or_one_that_is_no_id) {
    expect_line_refused("id = \"lamp\"", "",
                        "mine.toml, line 1: a measure: 'id' is missing; every measure must have one");
    expect_line_refused("id = \"lamp\"", "id = \"En lampa\"",
                        "mine.toml, line 2: a measure: id 'En lampa' may hold only small letters a–z, digits and _");
}

TEST(CatalogueRefusals, every_key_a_new_measure_must_have) {
    for (const auto* line : {"name = { sv = \"Lampa\", en = \"Lamp\" }", "mechanism = \"Light\"", "siting = \"place\"",
                             "owner = \"police\"", "goal = \"g\"", "follow_up = \"f\"", "legal = \"l\"",
                             "answer = [ { outcomes = [\"violence\"] } ]"}) {
        const std::string key = std::string(line).substr(0, std::string(line).find(' '));
        expect_line_refused(line, "",
                            "mine.toml, line 1: measure 'lamp': '" + key + "' is missing; a new measure must say it");
    }
    auto text = whole_measure();
    expect_refused(text.substr(0, text.find("[measure.cost]")),
                   "mine.toml, line 1: measure 'lamp': 'cost' is missing; a new measure must say it");
    text.erase(text.find("[[measure.effect]]"), text.find("[measure.cost]") - text.find("[[measure.effect]]"));
    expect_refused(text, "mine.toml, line 1: measure 'lamp': 'effect' is missing; a new measure must say it");
}

TEST(CatalogueRefusals, an_empty_list_where_something_is_asked_for) {
    expect_line_refused("answer = [ { outcomes = [\"violence\"] } ]", "answer = []",
                        "mine.toml, line 10: measure 'lamp': 'answer' is missing; every measure must say it");
    expect_line_refused("answer = [ { outcomes = [\"violence\"] } ]", "answer = [ { outcomes = [] } ]",
                        "mine.toml, line 10: measure 'lamp', answer: outcomes must name at least one kind of incident");
}

TEST(CatalogueRefusals, a_short_measure_whose_id_is_nearly_a_known_one) {
    const auto message = refusal([] { return changed_by("[[measures.measure]]\nid = \"lampp\"\ncost.typical = 5\n"); });
    EXPECT_EQ(
        message,
        "study.toml, line 1: measure 'lampp': 'name' is missing; a new measure must say it. Did you mean 'lamp'?");
}

TEST(CatalogueRefusals, an_unknown_key_with_the_nearest_known_one) {
    expect_line_refused("goal = \"g\"", "goal = \"g\"\nfollowup = \"f\"",
                        "mine.toml, line 8: measure 'lamp': no key 'followup' here; did you mean 'follow_up'?");
    expect_line_refused("unit = \"place\"", "unit = \"place\"\ntypicall = 4",
                        "mine.toml, line 22: measure 'lamp', cost: no key 'typicall' here; did you mean 'typical'?");
    expect_line_refused("finding = \"Fewer\"", "finding = \"Fewer\"\ngrad = \"B\"",
                        "mine.toml, line 14: measure 'lamp', effect: no key 'grad' here; did you mean 'grade'?");
    expect_line_refused("answer = [ { outcomes = [\"violence\"] } ]", "answer = [ { outcome = [\"violence\"] } ]",
                        "mine.toml, line 10: measure 'lamp', answer: no key 'outcome' here; did you mean 'outcomes'?");
    expect_line_refused("mechanism = \"Light\"", "mechanism = { sv = \"Ljus\", eng = \"Light\" }",
                        "mine.toml, line 4: measure 'lamp': mechanism: no key 'eng' here; did you mean 'en'?");
    expect_refused("measures = 3\n", "mine.toml, line 1: catalogue: no key 'measures' here; did you mean 'measure'?");
}

TEST(CatalogueRefusals, an_unknown_key_near_nothing_lists_the_known_ones) {
    const auto message = refusal_of(
        with_line(whole_measure(), "mechanism = \"Light\"", "mechanism = { sv = \"Ljus\", deutsch = \"Licht\" }"));
    EXPECT_EQ(message, "mine.toml, line 4: measure 'lamp': mechanism: no key 'deutsch' here; the keys are: en, sv");
}

TEST(CatalogueRefusals, an_unknown_word) {
    expect_line_refused("owner = \"police\"", "owner = \"polis\"",
                        "mine.toml, line 6: measure 'lamp': owner has no word 'polis'; did you mean 'police'?");
    expect_line_refused("siting = \"place\"", "siting = \"xxxxxxxxxx\"",
                        "mine.toml, line 5: measure 'lamp': siting has no word 'xxxxxxxxxx'; it knows: area, camera, "
                        "clearing, items, lamp_infill, lamp_repair, lamp_upgrade, place, stretch, tunnel");
    expect_line_refused(
        "answer = [ { outcomes = [\"violence\"] } ]", "answer = [ { outcomes = [\"violense\"] } ]",
        "mine.toml, line 10: measure 'lamp', answer: outcomes has no word 'violense'; did you mean 'violence'?");
    expect_line_refused(
        "unit = \"place\"", "unit = \"plats\"",
        "mine.toml, line 21: measure 'lamp', cost: unit 'plats' is none of area, camera, item, lamp, m, "
        "m2, place, tunnel");
}

TEST(CatalogueRefusals, a_value_of_the_wrong_kind) {
    expect_line_refused(
        "goal = \"g\"", "goal = 3",
        "mine.toml, line 7: measure 'lamp': goal must be a text in quotes, or { sv = \"…\", en = \"…\" }");
    expect_line_refused(
        "goal = \"g\"", "goal = {}",
        "mine.toml, line 7: measure 'lamp': goal must be a text in quotes, or { sv = \"…\", en = \"…\" }");
    expect_line_refused("goal = \"g\"", "goal = \"g\"\nsocial = \"yes\"",
                        "mine.toml, line 8: measure 'lamp': social must be true or false");
    expect_line_refused("goal = \"g\"", "goal = \"g\"\nitems = \"dörr\"",
                        "mine.toml, line 8: measure 'lamp': items must be a list: [ \"…\", \"…\" ]");
    expect_line_refused("goal = \"g\"", "goal = \"g\"\nitems = [3]",
                        "mine.toml, line 8: measure 'lamp': items must be a text in quotes");
    expect_line_refused(
        "typical = 100", "typical = \"100\"",
        "mine.toml, line 23: measure 'lamp', cost: typical must be a number (decimal point, no quotes)");
    expect_line_refused(
        "price_year = 2022", "price_year = 20.5",
        "mine.toml, line 25: measure 'lamp', cost: price_year must be a whole number between 1950 and 2100");
    expect_line_refused("answer = [ { outcomes = [\"violence\"] } ]", "answer = [ 3 ]",
                        "mine.toml, line 10: measure 'lamp': answer must be a table: [measure.answer]");
}

TEST(CatalogueRefusals, an_impossible_share_or_lifetime) {
    expect_line_refused("answer = [ { outcomes = [\"violence\"] } ]",
                        "answer = [ { outcomes = [\"violence\"], least_share = 1.5 } ]",
                        "mine.toml, line 10: measure 'lamp', answer: least_share is 1.5; it must lie between 0 and 1");
    expect_line_refused(
        "goal = \"g\"", "goal = \"g\"\nlifetime_years = 0",
        "mine.toml, line 8: measure 'lamp': lifetime_years is 0; it must lie between 0.08333333333333333 "
        "and 200");
    expect_line_refused("goal = \"g\"", "goal = \"g\"\nintrusiveness = 4",
                        "mine.toml, line 8: measure 'lamp': intrusiveness must be a whole number between 0 and 3");
}
