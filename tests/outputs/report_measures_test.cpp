// The report's chapter on measures: whole, safe, traceable, and silent where it must be.
#include "outputs/report_measures.hpp"

#include <gtest/gtest.h>

#include <regex>

#include "core/file.hpp"
#include "measure_plan.hpp"
#include "outputs/measure_maps.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What a reader sees of HTML, no-break spaces as spaces.
std::string seen(const std::string& html) {
    auto text = std::regex_replace(html, std::regex("<[^>]*>"), " ");
    text = std::regex_replace(text, std::regex("\xC2\xA0"), " ");
    return std::regex_replace(text, std::regex(" +"), " ");
}

std::string page_of(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_report(result, folder / "report.html");
    return read_file(folder / "report.html");
}

}  // namespace

TEST(ReportMeasures, is_not_there_when_no_measures_were_asked_for) {
    const auto page = page_of(by_hand::sample_run()->result);
    EXPECT_FALSE(holds(page, "id=\"measures\""));
    EXPECT_FALSE(holds(page, "href=\"#measures\""));
    EXPECT_FALSE(holds(page, "measure-body"));
}

TEST(ReportMeasures, stands_after_the_places_and_before_the_method) {
    const auto page = page_of(by_hand::sample_run_with_measures()->result);
    ASSERT_TRUE(holds(page, "<section id=\"measures\">"));
    EXPECT_LT(page.find("<section id=\"places\">"), page.find("<section id=\"measures\">"));
    EXPECT_LT(page.find("<section id=\"measures\">"), page.find("<section id=\"method\">"));
    EXPECT_TRUE(holds(page, "href=\"#measures\""));
}

TEST(ReportMeasures, says_what_the_budget_buys_and_what_it_rests_on) {
    const auto text = seen(report_measures(by_hand::sample_run_with_measures(Language::english)->result));
    EXPECT_TRUE(holds(text, "For SEK 500,000 the portfolio holds 4 measures at 2 places")) << text.substr(0, 800);
    EXPECT_TRUE(holds(text, "about 0.92 recorded incidents fewer a year"));
    EXPECT_TRUE(holds(text, "more than 0.2% better"));
    EXPECT_TRUE(holds(text, "reaches 93% of it"));
    EXPECT_TRUE(holds(text, "Association is not effect"));
}

TEST(ReportMeasures, every_amount_of_money_opens_to_its_formula_and_source) {
    const auto sample = by_hand::sample_run_with_measures(Language::english);
    const auto html = measure_in_full(sample->result, 0);
    const auto opened = html.substr(html.find("<details"));
    EXPECT_TRUE(holds(opened, "3 lampor × 57 000 kr = 171 000 kr"));
    EXPECT_TRUE(holds(opened, "8,0 × 0,83 × (1 − 0,86) = 0,92"));
    EXPECT_TRUE(holds(opened, "href=\"https://nordanstig.se/\""));
    EXPECT_TRUE(holds(opened, "href=\"https://doi.org/10.1111/x\""));
    EXPECT_TRUE(holds(seen(measures_kinds(sample->result)), "0.86 (0.74–1.00)"));
}

TEST(ReportMeasures, a_link_that_is_no_web_address_is_only_text) {
    EXPECT_FALSE(holds(source_html("Brå", "javascript:alert(1)"), "href"));
    EXPECT_FALSE(holds(report_measures(by_hand::sample_run_with_measures()->result), "href=\"javascript"));
}

TEST(ReportMeasures, texts_of_a_catalogue_never_become_markup) {
    const auto html = report_measures(by_hand::sample_run_with_measures()->result);
    EXPECT_FALSE(holds(html, "<script>alert(4)"));
    EXPECT_TRUE(holds(html, "&lt;script&gt;alert(4)"));
    EXPECT_FALSE(holds(html, "2022 <b>"));
}

TEST(ReportMeasures, without_a_study_there_is_no_number_but_words) {
    const auto html = seen(measure_in_full(by_hand::sample_run_with_measures(Language::english)->result, 1));
    EXPECT_TRUE(holds(html, "Ingen studie hittades."));
    EXPECT_FALSE(holds(html, "fewer a year"));
    EXPECT_FALSE(holds(html, "per prevented incident"));
}

TEST(ReportMeasures, felt_safety_stands_beside_and_is_never_added) {
    const auto html = seen(measure_in_full(by_hand::sample_run_with_measures(Language::english)->result, 0));
    EXPECT_TRUE(holds(html, "Felt safety More people feel safe"));
    EXPECT_TRUE(holds(html, "0.92 recorded incidents fewer a year"));
}

TEST(ReportMeasures, the_state_before_and_after_is_told_in_lux_and_metres) {
    const auto html = seen(measure_in_full(by_hand::sample_run_with_measures(Language::english)->result, 0));
    EXPECT_TRUE(holds(html, "Illuminance, average 1.9 lx 5.6 lx")) << html;
    EXPECT_TRUE(holds(html, "Path below its lighting class 180 m 30 m"));
}

TEST(ReportMeasures, what_was_rejected_is_told_with_its_reason) {
    const auto html = seen(measures_by_place(by_hand::sample_run_with_measures(Language::english)->result));
    EXPECT_TRUE(holds(html, "Add lamps : Händelserna sker på dagen."));
}

TEST(ReportMeasures, a_districts_measure_stands_in_its_own_table_and_at_no_place) {
    const auto sample = by_hand::sample_run_with_measures(Language::english);
    EXPECT_TRUE(holds(seen(measures_social(sample->result)), "Youth club open longer"));
    EXPECT_FALSE(holds(measures_by_place(sample->result), "Youth club"));
}

TEST(ReportMeasures, the_after_map_shows_every_lamp_and_the_before_map_none) {
    const auto sample = by_hand::sample_run_with_measures();
    const auto maps = before_after_maps(sample->result, 0);
    EXPECT_EQ(by_hand::times_in(maps.after, "class=\"k-add\""), 2U);
    EXPECT_EQ(by_hand::times_in(maps.after, "class=\"k-repair\""), 1U);
    EXPECT_EQ(by_hand::times_in(maps.after, "class=\"k-upgrade\""), 1U);
    EXPECT_TRUE(holds(maps.after, "m-cleared"));
    EXPECT_FALSE(holds(maps.before, "k-add"));
    EXPECT_FALSE(holds(maps.before, "m-cleared"));
}

TEST(ReportMeasures, the_curve_is_told_to_those_who_do_not_see_it) {
    const auto html = measures_curve(by_hand::sample_run_with_measures(Language::english)->result);
    EXPECT_TRUE(std::regex_search(html, std::regex("aria-label=\"What ten budgets reach of the goal: SEK")));
    EXPECT_EQ(by_hand::times_in(html, "class=\"dot\""), 10U);
    EXPECT_EQ(by_hand::times_in(html, "class=\"now\""), 1U);
}

TEST(ReportMeasures, without_a_budget_every_measure_is_told_and_nothing_is_chosen) {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    sample->result.measures->portfolio.reset();
    const auto text = seen(report_measures(sample->result));
    EXPECT_TRUE(holds(text, "No budget was given"));
    EXPECT_FALSE(holds(text, "Chosen in draws"));
    EXPECT_TRUE(holds(text, "Camera surveillance"));
}

TEST(ReportMeasures, an_empty_plan_says_so) {
    auto sample = by_hand::sample_run(Language::english);
    sample->result.measures = measures::MeasurePlan{};
    EXPECT_TRUE(holds(seen(report_measures(sample->result)), "No measure of the catalogue fits"));
}

TEST(ReportMeasures, public_pages_tell_no_figure_from_few_incidents) {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    auto& r = sample->result;
    r.public_level = true;
    r.measures->sited[0].effect.touched_per_year = 1.2;
    r.measures->options[0].effect.touched_per_year = 1.2;
    const auto html = report_measures(r);
    const auto text = seen(html);
    EXPECT_FALSE(holds(text, "0.92"));
    EXPECT_FALSE(holds(text, "0,92"));                       // nor in a formula
    EXPECT_FALSE(holds(text, "händelser skedde i mörker"));  // nor in a reason
    EXPECT_FALSE(holds(text, "3 av 32"));
    EXPECT_FALSE(holds(text, "per prevented incident"));
    EXPECT_FALSE(holds(html, "class=\"chart curve\""));
    EXPECT_TRUE(holds(text, "would follow from fewer than 5 incidents"));
}

TEST(ReportMeasures, a_public_camera_view_with_few_incidents_tells_no_share) {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    auto& r = sample->result;
    EXPECT_TRUE(holds(seen(measure_in_full(r, 2)), "32% of the place"));
    r.public_level = true;
    EXPECT_TRUE(holds(seen(measure_in_full(r, 2)), "32% of the place"));  // eight of many
    r.measures->sited[2].cameras[0].incidents.resize(3);
    EXPECT_FALSE(holds(seen(measure_in_full(r, 2)), "% of the place"));
}

TEST(MeasureWords, money_is_exact_and_does_not_break) {
    set_language(Language::english);
    EXPECT_EQ(money_text(171000),
              "SEK\xC2\xA0"
              "171,000");
    EXPECT_EQ(rough_money_text(171499),
              "SEK\xC2\xA0"
              "170,000");
}

TEST(MeasureWords, uncertain_figures_keep_two_digits) {
    set_language(Language::english);
    EXPECT_EQ(rough_text(0.8249), "0.82");
    EXPECT_EQ(rough_text(3.5499), "3.5");
    EXPECT_EQ(rough_text(1284), "1,300");
    EXPECT_EQ(rough_text(0), "0");
}

TEST(MeasureWords, months_are_rounded_up_and_never_is_said) {
    set_language(Language::english);
    EXPECT_EQ(months_text(13.2), "14 months");
    EXPECT_EQ(months_text({}), "not within 20 years");
}
