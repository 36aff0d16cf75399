// report.html: safe, whole, and its numbers sum.
#include <gtest/gtest.h>

#include <cmath>
#include <regex>

#include "core/file.hpp"
#include "outputs/report_charts.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"
#include "sample_result.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

std::string page_of(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_report(result, folder / "report.html");
    return read_file(folder / "report.html");
}

/// The page without its scripts and styles: what a reader sees.
std::string visible(std::string page) {
    for (const auto& [open, close] : {std::pair{"<script", "</script>"}, std::pair{"<style", "</style>"}})
        for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at))
            page.erase(at, page.find(close, at) + std::string(close).size() - at);
    return page;
}

std::string section(const std::string& page, const std::string& id) {
    const auto start = page.find("id=\"" + id + "\"");
    return page.substr(start, page.find("</article>", start) - start);
}

std::int64_t tenths(std::string number) {
    std::erase_if(number, [](char c) { return c == ',' || c == '.'; });
    return std::stoll(number);
}

}  // namespace

TEST(Report, runs_no_script_but_its_own) {
    const auto page = page_of(by_hand::sample_run()->result);
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_EQ(page.find("<img"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), std::string::npos);
    EXPECT_EQ(by_hand::times_in(page, "<script"), 3U);  // data, Leaflet, our own
    EXPECT_NE(page.find("script-src 'sha256-"), std::string::npos);
    EXPECT_EQ(page.find("'unsafe-inline'; script-src 'unsafe-inline'"), std::string::npos);
}

TEST(Report, asks_nothing_of_the_network) {
    auto page = page_of(by_hand::sample_run()->result);
    page = std::regex_replace(page, std::regex("http://www\\.w3\\.org/2000/svg|url\\(#default#VML\\)"), "");
    for (const char* outside : {"http://", "https://", "url(", "@import", " src=\"", "sourceMappingURL"}) {
        const auto at = page.find(outside);
        EXPECT_EQ(at, std::string::npos) << outside << " in: " << page.substr(at == std::string::npos ? 0 : at, 80);
    }
}

TEST(Report, printed_points_sum_to_the_printed_score) {
    for (const auto language : {Language::swedish, Language::english}) {
        const auto sample = by_hand::sample_run(language);
        const auto page = page_of(sample->result);
        for (const auto& place : sample->result.places) {
            const auto text = section(page, anchor_of(place));
            const std::regex cell("<td class=\"n\" data-label=\"[^\"]*\"><span><b>([0-9]+[.,][0-9])</b></span></td>");
            std::int64_t sum = 0;
            for (auto it = std::sregex_iterator(text.begin(), text.end(), cell); it != std::sregex_iterator(); ++it)
                sum += tenths((*it)[1]);
            std::smatch score;
            ASSERT_TRUE(std::regex_search(text, score, std::regex("<b class=\"sum\">([0-9]+[.,][0-9])</b>")))
                << place.place.name;
            EXPECT_EQ(sum, tenths(score[1])) << place.place.name;
        }
    }
}

TEST(Report, printed_points_stay_within_a_tenth_of_the_exact_ones) {
    const auto sample = by_hand::sample_run();
    for (const auto& place : sample->result.places) {
        const auto points = printed_points(place);
        for (std::size_t i = 0; i < points.size(); ++i)
            EXPECT_LE(std::abs(points[i] - place.terms[i].points), 0.1 + 1e-9);
    }
}

TEST(Report, tells_every_place_with_map_terms_and_reason) {
    const auto sample = by_hand::sample_run(Language::english);
    const auto page = page_of(sample->result);
    for (const auto& place : sample->result.places) {
        const auto text = section(page, anchor_of(place));
        EXPECT_NE(text.find("class=\"place-svg\""), std::string::npos);
        EXPECT_NE(text.find("Incident rate"), std::string::npos);
        EXPECT_NE(text.find("Main reason"), std::string::npos);
    }
    EXPECT_NE(page.find("no physical reason found"), std::string::npos);
}

TEST(Report, writes_numbers_as_its_readers_do) {
    const auto swedish = page_of(by_hand::sample_run(Language::swedish)->result);
    EXPECT_NE(swedish.find("<html lang=\"sv\">"), std::string::npos);
    EXPECT_NE(swedish.find("0,27"), std::string::npos);
    const auto english = page_of(by_hand::sample_run(Language::english)->result);
    EXPECT_NE(english.find("<html lang=\"en\">"), std::string::npos);
    EXPECT_NE(english.find("0.27"), std::string::npos);
}

TEST(Report, leaves_no_placeholder_and_no_undefined_number) {
    for (const auto language : {Language::swedish, Language::english}) {
        const auto page = visible(page_of(by_hand::sample_run(language)->result));
        for (const char* left : {"{}", "{0}", "nan", "inf<", "-0.0<", "undefined", "TODO", "#, fuzzy"})
            EXPECT_EQ(page.find(left), std::string::npos) << left;
    }
}

TEST(Report, accounts_for_the_rows_of_every_source) {
    const auto page = page_of(by_hand::sample_run(Language::english)->result);
    EXPECT_NE(page.find("244 rows read = 240 used + 4 set aside."), std::string::npos);
    EXPECT_NE(page.find("coordinates"), std::string::npos);
    EXPECT_NE(page.find("300 rows read = 300 used + 0 set aside."), std::string::npos);
}

TEST(Report, shows_the_plain_count_beside_the_map_in_the_back_test) {
    const auto page = page_of(by_hand::sample_run(Language::english)->result);
    EXPECT_NE(page.find("Plain count"), std::string::npos);
    EXPECT_NE(page.find("12.3"), std::string::npos);
    EXPECT_NE(page.find("The intervals overlap"), std::string::npos);
}

TEST(Report, a_refusal_stands_first_and_no_place_is_shown) {
    auto sample = by_hand::sample_run(Language::english);
    sample->result.refusal = "The positions stand for <whole> municipalities.";
    sample->result.places.clear();
    const auto page = visible(page_of(sample->result));
    EXPECT_NE(page.find("The positions stand for &lt;whole&gt; municipalities."), std::string::npos);
    EXPECT_LT(page.find("No hot spots are named"), page.find("id=\"summary\""));
    EXPECT_EQ(page.find("hot-spot cells ("), std::string::npos);
    EXPECT_EQ(page.find("id=\"ranking\""), std::string::npos);
    EXPECT_EQ(page.find("Ranked places"), std::string::npos);
    EXPECT_NE(page.find("Findings to know"), std::string::npos);
}

TEST(Report, the_public_version_says_so_and_hides_small_figures) {
    auto sample = by_hand::sample_run(Language::english);
    sample->result.public_level = true;
    const auto page = page_of(sample->result);
    EXPECT_NE(page.find("Public version"), std::string::npos);
    const auto small = section(page, "place-10");  // four incidents
    EXPECT_NE(small.find("&lt;5"), std::string::npos);
    EXPECT_EQ(small.find("class=\"sum\""), std::string::npos);
    EXPECT_EQ(small.find("class=\"chart\""), std::string::npos);
}

TEST(Report, a_run_without_optional_layers_is_a_whole_page) {
    auto sample = by_hand::sample_run(Language::english);
    auto& r = sample->result;
    sample->city.lighting.reset();
    sample->city.vegetation.reset();
    sample->city.buildings.reset();
    sample->city.streets.reset();
    r.stretches.clear();
    r.illuminance.reset();
    r.felt_areas.clear();
    r.back_test.reset();
    r.absent_terms = {{places::Term::light_deficit, "Light is absent: no lighting layer was given."}};
    const auto page = page_of(r);
    EXPECT_NE(page.find("Light is absent: no lighting layer was given."), std::string::npos);
    EXPECT_EQ(page.find("light below its class"), std::string::npos);
    EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(Report, stays_small_enough_to_send) {
    EXPECT_LT(page_of(by_hand::sample_run()->result).size(), std::size_t{5} << 20);
}

TEST(WhatWouldChange, names_the_pile_and_the_gap_to_the_next_place) {
    const auto sample = by_hand::sample_run(Language::english);
    const auto& places = sample->result.places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::string all;
        for (const auto& sentence : what_would_change(sample->result, i)) all += sentence + "\n";
        EXPECT_EQ(all.find("registration address") != std::string::npos,
                  places[i].facts.largest_pile > places[i].facts.incidents / 2)
            << i;
        EXPECT_EQ(all.find("The next place") != std::string::npos, i + 1 < places.size());
    }
}

TEST(HourChart, draws_a_bar_for_each_hour_with_incidents) {
    std::array<double, 24> hours{};
    hours[3] = 2;
    hours[22] = 5;
    const auto svg = hour_chart(hours);
    EXPECT_EQ(by_hand::times_in(svg, "class=\"bar\""), 2U);
    EXPECT_NE(svg.find("22:00"), std::string::npos);
}
