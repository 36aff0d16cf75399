// Ratios and costs: what is refused, and how a study's own price takes its range with it.
#include "catalogue_samples.hpp"

using namespace catalogue_samples;

namespace {

void expect_line_refused(const std::string& line, const std::string& by, const std::string& message) {
    EXPECT_EQ(refusal_of(with_line(whole_measure(), line, by)), message) << by;
}
UnitCost cost_after(const std::string& keys) {
    return changed_by("[[measures.measure]]\nid = \"lamp\"\n[measures.measure.cost]\n" + keys).measures[0].cost;
}

}  // namespace

TEST(CatalogueFigures, a_ratio_of_nothing_or_below) {
    expect_line_refused("ratio = 0.8", "ratio = 0",
                        "mine.toml, line 14: measure 'lamp', effect: ratio is 0; it must lie between 0.001 and 20");
    expect_line_refused("low = 0.7", "low = -0.7",
                        "mine.toml, line 15: measure 'lamp', effect: low is -0.7; it must lie between 0.001 and 20");
}

TEST(CatalogueFigures, an_interval_that_does_not_hold_its_ratio) {
    expect_line_refused("high = 0.9", "high = 0.75",
                        "mine.toml, line 14: measure 'lamp', effect: low ≤ ratio ≤ high does not hold: 0.7, 0.8, 0.75");
    expect_line_refused("low = 0.7", "low = 0.85",
                        "mine.toml, line 14: measure 'lamp', effect: low ≤ ratio ≤ high does not hold: 0.85, 0.8, 0.9");
}

TEST(CatalogueFigures, a_ratio_without_interval_and_an_interval_without_ratio) {
    expect_line_refused("high = 0.9", "",
                        "mine.toml, line 14: measure 'lamp', effect: a ratio needs its interval, low and high; a bare "
                        "figure belongs in the finding");
    expect_line_refused("ratio = 0.8", "", "mine.toml, line 14: measure 'lamp', effect: an interval without its ratio");
}

TEST(CatalogueFigures, an_effect_row_without_outcome_finding_grade_or_source) {
    for (const auto* line : {"outcome = \"violence\"", "finding = \"Fewer\"", "grade = \"B\""}) {
        const std::string key = std::string(line).substr(0, std::string(line).find(' '));
        expect_line_refused(
            line, "",
            "mine.toml, line 11: measure 'lamp', effect: '" + key + "' is missing; every effect row must say it");
    }
    expect_line_refused("source = \"Somebody 2020\"", "",
                        "mine.toml, line 11: measure 'lamp', effect: 'source' is missing; every graded effect row must "
                        "say where it comes from");
}

TEST(CatalogueFigures, a_ratio_where_no_study_was_found) {
    expect_line_refused(
        "grade = \"B\"", "grade = \"0\"",
        "mine.toml, line 14: measure 'lamp', effect: grade 0 means that no study was found, so there is "
        "no ratio either");
}

TEST(CatalogueFigures, counting_what_cannot_count) {
    expect_line_refused(
        "counts = true", "counts = true\nperceived = true",
        "mine.toml, line 18: measure 'lamp', effect: perceived safety is shown apart and never counted");
    expect_line_refused(
        "outcome = \"violence\"", "outcome = \"felt\"",
        "mine.toml, line 18: measure 'lamp', effect: perceived safety is shown apart and never counted");
    auto bare = whole_measure();
    for (const auto* line : {"ratio = 0.8", "low = 0.7", "high = 0.9"}) bare = with_line(bare, line, "");
    EXPECT_EQ(refusal_of(bare), "mine.toml, line 15: measure 'lamp', effect: a row without a ratio cannot count");
}

TEST(CatalogueFigures, two_counting_rows_of_one_outcome) {
    const std::string row =
        "[[measure.effect]]\noutcome = \"violence\"\nfinding = \"f\"\nratio = 0.9\nlow = 0.8\nhigh = 1.0\n"
        "grade = \"A\"\ncounts = true\nsource = \"s\"\n";
    const auto text = with_line(whole_measure(), "[measure.cost]", row + "[measure.cost]");
    EXPECT_EQ(
        refusal_of(text),
        "mine.toml, line 11: measure 'lamp': two effect rows of 'violence' count (the later in line 20); one may, "
        "the others are shown beside it");
    const auto other = with_line(whole_measure(), "[measure.cost]",
                                 with_line(row, "outcome = \"violence\"", "outcome = \"robbery\"") + "[measure.cost]");
    EXPECT_EQ(refusal_of(other), "");
}

TEST(CatalogueFigures, a_cost_without_unit_price_or_year) {
    for (const auto* line : {"unit = \"place\"", "typical = 100", "price_year = 2022"}) {
        const std::string key = std::string(line).substr(0, std::string(line).find(' '));
        const auto message = refusal_of(with_line(whole_measure(), line, ""));
        EXPECT_NE(message.find("mine.toml, line 2"), std::string::npos) << message;
        if (key != "typical") {
            EXPECT_EQ(message,
                      "mine.toml, line 20: measure 'lamp', cost: '" + key + "' is missing; every cost must say it");
        }
    }
}

TEST(CatalogueFigures, a_cost_whose_range_is_upside_down) {
    expect_line_refused(
        "low = 50", "low = 150",
        "mine.toml, line 23: measure 'lamp', cost: low ≤ typical ≤ high does not hold: 150, 100, 300 SEK");
    expect_line_refused("low = 50", "low = -5",
                        "mine.toml, line 22: measure 'lamp', cost: low is -5; it must be 0 or more");
    expect_line_refused(
        "low = 50", "low = 50\nyearly = 10\nyearly_high = 5",
        "mine.toml, line 23: measure 'lamp', cost: yearly_low ≤ yearly ≤ yearly_high does not hold: 10, "
        "10, 5 SEK");
}

TEST(CatalogueFigures, a_unit_that_its_siting_cannot_be_counted_in) {
    expect_line_refused(
        "unit = \"place\"", "unit = \"lamp\"",
        "mine.toml, line 20: measure 'lamp': a measure with siting 'place' cannot be priced per 'lamp'");
}

TEST(CatalogueFigures, a_new_cost_without_range_has_none) {
    auto text = with_line(with_line(whole_measure(), "low = 50", ""), "high = 300", "yearly = 7");
    const auto cost = read(text).measures[0].cost;
    EXPECT_EQ(cost.low, 100);
    EXPECT_EQ(cost.high, 100);
    EXPECT_EQ(cost.yearly_low, 7);
    EXPECT_EQ(cost.yearly_high, 7);
}

TEST(CatalogueFigures, a_studys_price_inside_the_range_leaves_the_range) {
    const auto cost = cost_after("typical = 200\n");
    EXPECT_EQ(cost.low, 50);
    EXPECT_EQ(cost.typical, 200);
    EXPECT_EQ(cost.high, 300);
}

TEST(CatalogueFigures, a_studys_price_outside_the_range_takes_it_along_in_proportion) {
    const auto dear = cost_after("typical = 400\n");  // four times the price: four times the range
    EXPECT_EQ(dear.low, 200);
    EXPECT_EQ(dear.typical, 400);
    EXPECT_EQ(dear.high, 1200);
    const auto cheap = cost_after("typical = 20\n");
    EXPECT_EQ(cheap.low, 10);
    EXPECT_EQ(cheap.high, 60);
}

TEST(CatalogueFigures, a_studys_own_range_is_taken_as_it_stands) {
    const auto cost = cost_after("low = 350\ntypical = 400\nhigh = 500\n");
    EXPECT_EQ(cost.low, 350);
    EXPECT_EQ(cost.high, 500);
    const auto message = refusal([] { return cost_after("low = 450\ntypical = 400\n"), Catalogue{}; });
    EXPECT_EQ(message,
              "study.toml, line 5: measure 'lamp', cost: low ≤ typical ≤ high does not hold: 450, 400, 1200 SEK");
}

TEST(CatalogueFigures, a_studys_price_has_its_own_line_as_source_and_is_no_guess) {
    lykta::set_language(lykta::Language::english);
    EXPECT_EQ(cost_after("typical = 200\n").source, "own figure: study.toml, line 3");
    lykta::set_language(lykta::Language::swedish);
    EXPECT_EQ(cost_after("typical = 200\nsource = \"Ramavtal 2025\"\n").source, "Ramavtal 2025");
    EXPECT_EQ(cost_after("price_year = 2025\n").source, "Somewhere 2022");  // no figure changed
    EXPECT_EQ(cost_after("price_year = 2025\n").price_year, 2025);
    EXPECT_TRUE(cost_after("typical = 200\njudgement = true\n").judgement);
    EXPECT_EQ(
        read(with_line(whole_measure(), "source = \"Somewhere 2022\"", "judgement = true")).measures[0].cost.source,
        "");
    EXPECT_FALSE(cost_after("typical = 200\n").judgement);
}
