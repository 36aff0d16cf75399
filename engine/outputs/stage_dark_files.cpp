// `lykta dark -o`: every row with its dark probability.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/file.hpp"
#include "core/time.hpp"
#include "outputs/stage_dark.hpp"
#include "outputs/stage_style.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;

/// "2024-01-31T23:05:00Z"
std::string utc_text(Instant moment) {
    const auto day = moment.seconds >= 0 ? moment.seconds / 86'400 : (moment.seconds - 86'399) / 86'400;
    const auto second = moment.seconds - day * 86'400;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(day), second / 3600, second / 60 % 60, second % 60);
}

std::string moment_text(const layers::TimeSpan& time, Instant moment) {
    return time.known && time.has_hour ? utc_text(moment) : std::string{};
}

/// Rows of the file in its order: an incident, or a row set aside.
struct RowOfFile {
    std::int64_t row = 0;
    std::ptrdiff_t incident = -1;
    const SetAside* set_aside = nullptr;
};

std::vector<RowOfFile> rows_in_order(const DarkResult& result) {
    std::vector<RowOfFile> rows;
    for (std::size_t i = 0; i < result.incidents.size(); ++i)
        rows.push_back({result.incidents.row[i], static_cast<std::ptrdiff_t>(i), nullptr});
    for (const auto& source : result.about.sources)
        for (const auto& row : source.account.set_aside) rows.push_back({row.row, -1, &row});
    std::stable_sort(rows.begin(), rows.end(), [](const RowOfFile& a, const RowOfFile& b) { return a.row < b.row; });
    return rows;
}

std::string incident_cells(const DarkResult& result, std::size_t i) {
    const auto number = [](double value, int decimals) { return csv_number(finite(value), decimals, language()); };
    const auto& time = result.incidents.time[i];
    return fmt::format("{};{};{};{};{};{}", csv_field(result.incidents.category.at(i), ';'),
                       moment_text(time, time.from), moment_text(time, time.to), number(result.probability[i], 4),
                       number(result.elevation_from[i], 2), number(result.elevation_to[i], 2));
}

void add_incidents(GeoPackage& package, const DarkResult& result) {
    auto table = package.table("incidents_dark", tr("Incidents and whether it was dark"), Shape::point,
                               {{"row", tr("Row or feature"), "", K::integer},
                                {"category", tr("Category"), "", K::text},
                                {"time_from_utc", tr("Time or start, UTC"), "", K::text},
                                {"time_to_utc", tr("Time or end, UTC"), "", K::text},
                                {"dark_probability", tr("Probability that it was dark"), tr("share"), K::real},
                                {"sun_from_deg", tr("Height of the sun at the start"), "°", K::real},
                                {"sun_to_deg", tr("Height of the sun at the end"), "°", K::real}});
    for (std::size_t i = 0; i < result.incidents.size(); ++i) {
        const auto& time = result.incidents.time[i];
        table.add(
            {result.incidents.row[i], text_cell(result.incidents.category.at(i)),
             text_cell(moment_text(time, time.from)), text_cell(moment_text(time, time.to)),
             real_cell(result.probability[i]), real_cell(result.elevation_from[i]), real_cell(result.elevation_to[i])},
            result.incidents.position[i]);
    }
}

void add_share(GeoPackage::Table& table, const DarkGroup& group, const std::string& name) {
    const bool known = group.share.known > 0;
    const auto share = [&](double value) { return known ? real_cell(value) : Cell{}; };
    table.add({text_cell(name), real_cell(group.share.count), real_cell(group.share.known), share(group.share.share),
               share(group.share.interval.low), share(group.share.interval.high),
               text_cell(std::string(dark_verdict_code(group.verdict))), text_cell(against_file_words(group.verdict))});
}

void add_shares(GeoPackage& package, const DarkResult& result) {
    auto table = package.table("dark_shares", tr("Dark share by category, against the whole file"), Shape::none,
                               {{"category", tr("Category"), "", K::text},
                                {"incidents", tr("Incidents"), tr("number"), K::real},
                                {"with_hour", tr("With a usable hour"), tr("number"), K::real},
                                {"dark_share", tr("In the dark"), tr("share"), K::real},
                                {"dark_low", tr("In the dark, 95% interval from"), tr("share"), K::real},
                                {"dark_high", tr("In the dark, 95% interval to"), tr("share"), K::real},
                                {"verdict", tr("Verdict, code"), "", K::text},
                                {"verdict_words", tr("Verdict"), "", K::text}});
    add_share(table, result.all, tr("all"));
    for (const auto& group : result.categories) add_share(table, group, group.category);
    auto weeks = package.table("dark_hours", tr("Hours of darkness by week of the year"), Shape::none,
                               {{"year", tr("Year"), "", K::integer},
                                {"week", tr("Week, seven days each from 1 January"), "", K::integer},
                                {"dark_hours", tr("Hours of darkness"), "h", K::real}});
    for (std::size_t i = 0; i < result.dark_hours.size(); ++i)
        weeks.add({std::int64_t{result.year}, static_cast<std::int64_t>(i + 1), real_cell(result.dark_hours[i])});
}

LayerStyle incident_style() {
    return {
        "incidents_dark",
        Shape::point,
        {{.filter = "\"dark_probability\" >= 0.95", .label = tr("in the dark"), .colour = "#1b2a5c", .size_mm = 1.8},
         {.filter = "\"dark_probability\" > 0.05 AND \"dark_probability\" < 0.95",
          .label = tr("partly, or not known for certain"),
          .colour = "#8073ac",
          .size_mm = 1.8},
         {.filter = "\"dark_probability\" <= 0.05",
          .label = tr("in daylight or twilight"),
          .colour = "#f9c440",
          .size_mm = 1.8},
         {.filter = "\"dark_probability\" IS NULL",
          .label = tr("no hour is known"),
          .colour = "#bbbbbb",
          .size_mm = 1.4}}};
}

}  // namespace

void write_dark_csv(const DarkResult& result, const std::filesystem::path& path) {
    std::string out =
        "\xEF\xBB\xBF"
        "lykta_row;category;time_from_utc;time_to_utc;dark_probability;sun_from_deg;sun_to_deg;lykta_reason\r\n";
    for (const auto& row : rows_in_order(result)) {
        out += fmt::format("{};", row.row);
        out += row.incident >= 0 ? incident_cells(result, static_cast<std::size_t>(row.incident)) + ";"
                                 : fmt::format(";;;;;;{}", reason_code(row.set_aside->reason));
        out += "\r\n";
    }
    write_file_whole(path, out);
}

void write_dark_geopackage(const DarkResult& result, const std::filesystem::path& path) {
    const GdalWriting writing(path);
    GeoPackage package(path, result.about.crs, writing);
    add_incidents(package, result);
    add_shares(package, result);
    add_about_tables(package, result.about);
    add_stage_styles(package, {incident_style()});
    package.finish();
}

}  // namespace lykta::outputs
