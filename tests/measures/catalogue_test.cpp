// The built-in catalogue as a whole: it reads, it is complete in both languages, and it promises no more than its
// studies.
#include "measures/catalogue.hpp"

#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/language.hpp"
#include "layers/stems.hpp"
#include "layers/text.hpp"
#include "measures/catalogue_words.hpp"

using namespace lykta;
using namespace lykta::measures;

namespace {

constexpr std::array ids{"lamp_repair",   "lamp_upgrade",      "lamp_infill",    "clearing",        "clean_and_green",
                         "activation",    "close_cut_through", "tunnel",         "traffic_barrier", "basement_storage",
                         "locks",         "entrance_doors",    "access_control", "camera",          "sound_alarm",
                         "guards",        "directed_patrol",   "field_workers",  "youth_club",      "mentoring",
                         "parents_walks", "leave_crime",       "home_visits"};

bool in_both(const Text& text) {
    return !text.sv.empty() && !text.en.empty();
}

const Measure& measure(const char* id) {
    return *catalogue().find(id);
}

/// The rows that count, as "property 0.86 0.74 1".
std::set<std::string> counting(const char* id) {
    std::set<std::string> rows;
    for (const auto& row : measure(id).effects)
        if (row.counts)
            rows.insert(fmt::format("{} {} {} {}", outcome_code(row.outcome), row.ratio->ratio, row.ratio->low,
                                    row.ratio->high));
    return rows;
}

}  // namespace

TEST(Catalogue, holds_these_measures_in_this_order) {
    ASSERT_EQ(catalogue().measures.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(catalogue().measures[i].id, ids[i]);
}

TEST(Catalogue, every_measure_says_what_a_reader_asks_in_both_languages) {
    for (const auto& m : catalogue().measures) {
        for (const auto* text : {&m.name, &m.mechanism, &m.rules_out_note, &m.displacement, &m.goal, &m.follow_up,
                                 &m.legal, &m.side_effects}) {
            EXPECT_TRUE(in_both(*text)) << m.id << ": " << text->sv << text->en;
            EXPECT_NE(text->sv, text->en) << m.id;
        }
        EXPECT_FALSE(m.answers.empty()) << m.id;
        EXPECT_TRUE(m.file.starts_with("data/measures/")) << m.file;
        EXPECT_GT(m.line, 0);
    }
}

TEST(Catalogue, every_cost_has_a_price_year_and_a_source_or_says_that_it_is_a_guess) {
    for (const auto& m : catalogue().measures) {
        EXPECT_GE(m.cost.price_year, 2013) << m.id;
        EXPECT_TRUE(m.cost.judgement || !m.cost.source.empty()) << m.id;
        EXPECT_EQ(m.cost.source.find(".toml"), std::string::npos) << m.id;
        EXPECT_GT(m.cost.typical + m.cost.yearly_typical, 0) << m.id;
        EXPECT_GT(m.lifetime_years, 0);
    }
}

TEST(Catalogue, every_finding_is_told_in_both_languages_with_source_or_as_none_found) {
    for (const auto& m : catalogue().measures) {
        EXPECT_FALSE(m.effects.empty()) << m.id;
        for (const auto& row : m.effects) {
            EXPECT_TRUE(in_both(row.finding) && in_both(row.setting)) << m.id << ", line " << row.line;
            EXPECT_TRUE(row.grade == Grade::none || !row.source.empty()) << m.id << ", line " << row.line;
            EXPECT_TRUE(row.link.empty() || row.link.starts_with("https://")) << row.link;
        }
    }
}

TEST(Catalogue, swedish_findings_of_incidents_stand_first) {
    for (const auto& m : catalogue().measures) {
        bool foreign = false;
        for (const auto& row : m.effects) {
            if (row.perceived || row.grade == Grade::none || row.counts) continue;
            EXPECT_FALSE(row.swedish && foreign) << m.id << ", line " << row.line;
            foreign = foreign || !row.swedish;
        }
    }
}

TEST(Catalogue, counts_what_these_rows_say_and_nothing_else) {
    const std::set<std::string> light = {"property 0.86 0.74 1", "violence 1 1 1", "robbery 1 1 1", "threat 1 1 1"};
    EXPECT_EQ(counting("lamp_upgrade"), light);
    EXPECT_EQ(counting("lamp_infill"), light);
    EXPECT_EQ(counting("clean_and_green"), std::set<std::string>{}) << "abandoned lots are no Swedish street";
    EXPECT_EQ(counting("directed_patrol"), std::set<std::string>{"any 0.84 0.706 1"});
    for (const auto& m : catalogue().measures)
        if (m.id != "lamp_upgrade" && m.id != "lamp_infill" && m.id != "directed_patrol") {
            EXPECT_FALSE(m.has_evidence()) << m.id;
        }
}

/// exp(ln RR ± 1.96 · |ln RR| ÷ z), z of the reported two-sided level.
TEST(Catalogue, widest_intervals_follow_from_the_reported_significance) {
    const std::map<std::string, double> z_of = {{"0.86", 1.96},  {"0.867", 2.576}, {"0.781", 3.291}, {"0.709", 3.291},
                                                {"0.697", 1.96}, {"0.87", 1.96},   {"0.84", 1.96}};
    int checked = 0;
    for (const auto& m : catalogue().measures)
        for (const auto& row : m.effects) {
            if (!row.ratio || !row.ratio->widest) continue;
            const auto z = z_of.find(fmt::format("{}", row.ratio->ratio));
            ASSERT_NE(z, z_of.end()) << m.id << ", line " << row.line;
            const double centre = std::log(row.ratio->ratio), half = 1.96 * std::abs(centre) / z->second;
            EXPECT_NEAR(row.ratio->low, std::exp(centre - half), 0.001) << m.id << ", line " << row.line;
            EXPECT_NEAR(row.ratio->high, std::exp(centre + half), 0.001) << m.id << ", line " << row.line;
            ++checked;
        }
    EXPECT_EQ(checked, 11);
}

TEST(Catalogue, an_inspection_item_belongs_to_one_measure) {
    const std::map<std::string, std::string> wanted = {{"Entrédörr går i lås av sig själv", "entrance_doors"},
                                                       {"Entrédörr med glasruta, sikt in och ut", "entrance_doors"},
                                                       {"Portkod bytt senaste året", "access_control"},
                                                       {"Porttelefon eller låst dygnet runt", "access_control"},
                                                       {"Källardörr låst och hel", "basement_storage"},
                                                       {"Källarförråd med täta väggar", "basement_storage"},
                                                       {"Förrådsdörr med godkänt lås", "basement_storage"},
                                                       {"Cykelrum låst", "locks"},
                                                       {"Belysning vid entré fungerar", "entrance_doors"},
                                                       {"Belysning i källargång fungerar", "basement_storage"},
                                                       {"Sikt vid entré, inga buskar över 0,8 m", "entrance_doors"},
                                                       {"Tvättstuga låst, med fönster", "locks"},
                                                       {"Soprum låst", "locks"},
                                                       {"Klotter borttaget inom 24 timmar", "clean_and_green"},
                                                       {"Garage låst och upplyst", "locks"}};
    for (const auto& [item, id] : wanted) {
        std::string found;
        for (const auto& m : catalogue().measures)
            for (const auto& stem : m.items)
                if (layers::holds_any_stem(layers::lowered(item), stem)) found += (found.empty() ? "" : " ") + m.id;
        EXPECT_EQ(found, id) << item;
    }
}

TEST(Catalogue, stems_of_items_are_single_words_in_small_letters) {
    for (const auto& m : catalogue().measures)
        for (const auto& stem : m.items) {
            EXPECT_EQ(stem, layers::lowered(stem)) << m.id;
            EXPECT_EQ(stem.find(' '), std::string::npos) << m.id << ": " << stem;
        }
}

TEST(Catalogue, social_measures_are_for_areas_and_others_never) {
    for (const auto& m : catalogue().measures) EXPECT_EQ(m.social, m.siting == Siting::area) << m.id;
}

TEST(Catalogue, light_answers_only_what_happens_in_the_dark_and_outdoors) {
    for (const auto* id : {"lamp_repair", "lamp_upgrade", "lamp_infill"}) {
        const auto& m = measure(id);
        EXPECT_EQ(m.touches_when, When::dark) << id;
        constexpr Outcomes too_wide = bit(Outcome::any) | bit(Outcome::property) | bit(Outcome::burglary) |
                                      bit(Outcome::basement) | bit(Outcome::felt);
        EXPECT_EQ(m.touches & too_wide, 0U) << id;
        for (const auto& answer : m.answers) EXPECT_EQ(answer.when, When::dark) << id;
    }
}

TEST(Catalogue, a_text_is_shown_in_the_users_language_or_in_the_other) {
    const Text both{"sv", "en"}, swedish{"sv", ""}, english{"", "en"};
    set_language(Language::english);
    EXPECT_EQ(both.shown() + swedish.shown() + english.shown(), "ensven");
    set_language(Language::swedish);
    EXPECT_EQ(both.shown() + swedish.shown() + english.shown(), "svsven");
}

TEST(Catalogue, every_word_of_an_enumeration_goes_both_ways_and_has_a_name) {
    for (int k = 0; k < outcome_count; ++k) {
        const auto outcome = static_cast<Outcome>(k);
        EXPECT_EQ(value_of<Outcome>(outcome_code(outcome)), outcome);
        EXPECT_FALSE(outcome_name(outcome).empty());
    }
    for (int k = 0; k < owner_count; ++k) {
        const auto owner = static_cast<Owner>(k);
        EXPECT_EQ(owner_from(owner_code(owner)), owner);
        EXPECT_FALSE(owner_name(owner).empty());
    }
    const auto in_order = [](const auto& words) {
        for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(static_cast<std::size_t>(words[i].value), i);
    };
    in_order(words_for(Principle{}));
    in_order(words_for(Grade{}));
    in_order(words_for(Siting{}));
    in_order(words_for(When{}));
    in_order(words_for(Setting{}));
    in_order(words_for(Condition{}));
    in_order(words_for(RuledOut{}));
    for (const auto& word : words_for(Principle{})) EXPECT_FALSE(principle_name(word.value).empty());
    for (const auto& word : words_for(Grade{})) EXPECT_FALSE(grade_words(word.value).empty());
    EXPECT_EQ(grade_letter(Grade::none), "0");
    EXPECT_EQ(principle_code(Principle::maintenance), "maintenance");
    EXPECT_FALSE(owner_from("polis").has_value());
}
