// How a study changes and adds measures, and that every key comes through.
#include "catalogue_samples.hpp"

using namespace catalogue_samples;

TEST(CatalogueChanges, keys_left_out_keep_their_values) {
    const auto c = changed_by("[[measures.measure]]\nid = \"lamp\"\nowner = \"school\"\n");
    ASSERT_EQ(c.measures.size(), 1U);
    const auto& m = c.measures[0];
    EXPECT_EQ(m.owner, Owner::school);
    EXPECT_EQ(m.name.sv, "Lampa");
    EXPECT_EQ(m.effects.size(), 1U);
    EXPECT_EQ(m.cost.typical, 100);
    EXPECT_EQ(m.cost.source, "Somewhere 2022");
    EXPECT_EQ(m.file, "built_in.toml");
}

TEST(CatalogueChanges, texts_lists_and_effects_are_replaced_whole) {
    const auto c = changed_by(
        "[[measures.measure]]\nid = \"lamp\"\nname.sv = \"Lykta\"\nanswer = [ { outcomes = [\"drugs\"] } ]\n"
        "[[measures.measure.effect]]\noutcome = \"any\"\nfinding = \"f\"\ngrade = \"0\"\n");
    const auto& m = c.measures[0];
    EXPECT_EQ(m.name.sv, "Lykta");
    EXPECT_EQ(m.name.en, "");
    EXPECT_EQ(m.name.shown(), "Lykta");
    ASSERT_EQ(m.effects.size(), 1U);
    EXPECT_EQ(m.effects[0].grade, Grade::none);
    ASSERT_EQ(m.answers.size(), 1U);
    EXPECT_EQ(m.answers[0].outcomes, bit(Outcome::drugs));
    EXPECT_FALSE(m.has_evidence());
}

TEST(CatalogueChanges, whatever_else_a_study_file_holds_is_left_alone) {
    const auto c = changed_by(
        "[study]\nname = \"x\"\n[measures]\nbudget = 5\n[[measures.measure]]\nid = \"lamp\"\n"
        "lead_time_months = 3\n[report]\nx = 1\n");
    EXPECT_EQ(c.measures[0].lead_time_months, 3);
    EXPECT_EQ(changed_by("[study]\nname = \"x\"\n").measures.size(), 1U);
}

TEST(CatalogueChanges, a_study_adds_measures_after_the_built_in_ones) {
    auto text = whole_measure("own");
    for (auto at = text.find("[measure"); at != std::string::npos; at = text.find("[measure", at + 9))
        text.insert(at + 1, "measures.");
    const auto c = changed_by(text);
    ASSERT_EQ(c.measures.size(), 2U);
    EXPECT_EQ(c.measures[1].id, "own");
    EXPECT_EQ(c.measures[1].file, "study.toml");
    EXPECT_EQ(c.measures[1].line, 1);
    EXPECT_EQ(c.index_of("own"), 1U);
    EXPECT_EQ(c.find("nobody"), nullptr);
}

TEST(CatalogueChanges, an_id_twice_in_one_file_is_refused) {
    EXPECT_EQ(refusal_of(whole_measure() + whole_measure()),
              "mine.toml, line 28: measure 'lamp': stands twice in this file, first in line 1");
}

TEST(CatalogueChanges, needs_and_excludes_must_name_measures) {
    const auto with = [](const std::string& keys) {
        return refusal([&] { return changed_by("[[measures.measure]]\nid = \"lamp\"\n" + keys); });
    };
    EXPECT_EQ(
        with("needs = [\"lmp\"]\n"),
        "study.toml, line 3: measure 'lamp': needs names 'lmp', which no measure is called; did you mean 'lamp'?");
    EXPECT_EQ(with("excludes = [\"guardians\"]\n"),
              "study.toml, line 3: measure 'lamp': excludes names 'guardians', which no measure is called");
    EXPECT_EQ(with("excludes = [\"lamp\"]\n"), "study.toml, line 3: measure 'lamp': excludes names the measure itself");
}

TEST(CatalogueChanges, needs_may_name_a_measure_that_stands_later) {
    const auto first = with_line(whole_measure("first"), "goal = \"g\"", "goal = \"g\"\nneeds = [\"second\"]");
    EXPECT_EQ(read(first + whole_measure("second")).measures[0].needs, std::vector<std::string>{"second"});
    const auto both = with_line(first, "goal = \"g\"", "goal = \"g\"\nexcludes = [\"second\"]");
    EXPECT_EQ(refusal_of(both + whole_measure("second")),
              "mine.toml, line 9: measure 'first': needs and excludes both name 'second'");
}

TEST(CatalogueChanges, a_later_list_of_needs_mends_an_earlier_fault) {
    const std::vector<CatalogueFile> files{
        {"one.toml", with_line(whole_measure(), "goal = \"g\"", "goal = \"g\"\nneeds = [\"nobody\"]")},
        {"study.toml", "[[measures.measure]]\nid = \"lamp\"\nneeds = []\n", "measures"}};
    EXPECT_TRUE(catalogue_from(files).measures[0].needs.empty());
}

TEST(CatalogueChanges, every_key_comes_through) {
    const auto extra =
        whole_measure("other") +
        "[[measure]]\nid = \"full\"\nname = { sv = \"N\", en = \"n\" }\nmechanism = { sv = \"M\", en = \"m\" }\n"
        "principle = \"maintenance\"\nsiting = \"stretch\"\nsocial = true\n"
        "rules_out = [\"daytime\", \"no_lamps\"]\nrules_out_note = \"r\"\ntouches = [\"drugs\", \"arson\"]\n"
        "touches_when = \"day\"\ndisplacement = \"d\"\nlifetime_years = 7\nowner = \"school\"\n"
        "lead_time_months = 8\ngoal = \"g\"\nfollow_up = \"f\"\nlegal = \"l\"\nside_effects = \"s\"\n"
        "items = [\"dörr\"]\nintrusiveness = 2\nneeds = [\"other\"]\nexcludes = []\n"
        "[[measure.answer]]\noutcomes = [\"threat\"]\nleast_share = 0.4\nwhen = \"dark\"\n"
        "settings = [\"tunnel\", \"open\"]\nconditions = [\"dead_end\"]\n"
        "[[measure.effect]]\noutcome = \"arson\"\nsetting = \"here\"\nfinding = \"fewer\"\nratio = 0.5\n"
        "low = 0.4\nhigh = 0.6\nwidest = true\ngrade = \"A\"\ncounts = true\nby_analogy = true\n"
        "swedish = true\nsource = \"src\"\nlink = \"https://a.b\"\n"
        "[[measure.effect]]\noutcome = \"felt\"\nperceived = true\nfinding = \"safer\"\ngrade = \"C\"\n"
        "source = \"src\"\n"
        "[measure.cost]\nunit = \"m\"\nlow = 1\ntypical = 2\nhigh = 3\nfixed = 4\nyearly_low = 5\n"
        "yearly = 6\nyearly_high = 7\nprice_year = 2020\njudgement = true\nsource = \"c\"\n"
        "link = \"https://c.d\"\n";
    const auto c = read(extra);
    const auto& m = c.measures.at(1);
    EXPECT_EQ(m.name.sv + m.name.en + m.mechanism.sv + m.mechanism.en, "NnMm");
    EXPECT_EQ(m.principle, Principle::maintenance);
    EXPECT_EQ(m.siting, Siting::stretch);
    EXPECT_TRUE(m.social);
    EXPECT_EQ(m.rules_out, (std::vector{RuledOut::daytime, RuledOut::no_lamps}));
    EXPECT_EQ(m.touches, bit(Outcome::drugs) | bit(Outcome::arson));
    EXPECT_EQ(m.touches_when, When::day);
    EXPECT_EQ(m.rules_out_note.sv + m.displacement.sv + m.goal.en + m.follow_up.sv + m.legal.sv + m.side_effects.en,
              "rdgfls");
    EXPECT_EQ(m.lifetime_years, 7);
    EXPECT_EQ(m.owner, Owner::school);
    EXPECT_EQ(m.lead_time_months, 8);
    EXPECT_EQ(m.items, std::vector<std::string>{"dörr"});
    EXPECT_EQ(m.intrusiveness, 2);
    EXPECT_EQ(m.needs, std::vector<std::string>{"other"});
    EXPECT_TRUE(m.excludes.empty());
    EXPECT_EQ(m.file, "mine.toml");
    EXPECT_EQ(m.line, 27);

    const auto& a = m.answers.at(0);
    EXPECT_EQ(a.outcomes, bit(Outcome::threat));
    EXPECT_EQ(a.least_share, 0.4);
    EXPECT_EQ(a.when, When::dark);
    EXPECT_EQ(a.settings, (std::vector{Setting::tunnel, Setting::open}));
    EXPECT_EQ(a.conditions, std::vector{Condition::dead_end});
    EXPECT_EQ(a.line, 50);

    const auto& e = m.effects.at(0);
    EXPECT_EQ(e.outcome, Outcome::arson);
    EXPECT_EQ(e.setting.sv + e.finding.en + e.source + e.link, "herefewersrchttps://a.b");
    ASSERT_TRUE(e.ratio.has_value());
    EXPECT_EQ(e.ratio->ratio, 0.5);
    EXPECT_EQ(e.ratio->low, 0.4);
    EXPECT_EQ(e.ratio->high, 0.6);
    EXPECT_TRUE(e.ratio->widest && e.counts && e.by_analogy && e.swedish && !e.perceived);
    EXPECT_EQ(e.grade, Grade::a);
    EXPECT_TRUE(m.effects.at(1).perceived);
    EXPECT_FALSE(m.effects.at(1).ratio.has_value());

    EXPECT_EQ(m.cost.unit, "m");
    EXPECT_EQ((std::vector{m.cost.low, m.cost.typical, m.cost.high, m.cost.fixed, m.cost.yearly_low,
                           m.cost.yearly_typical, m.cost.yearly_high}),
              (std::vector<double>{1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(m.cost.price_year, 2020);
    EXPECT_TRUE(m.cost.judgement);
    EXPECT_EQ(m.cost.source + m.cost.link, "chttps://c.d");
}
