// `lykta dark` on the terminal and as JSON.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "outputs/html.hpp"
#include "outputs/stage_dark.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using conditions::DarkVerdict;
using Json = nlohmann::ordered_json;

constexpr std::size_t categories_shown = 40;
constexpr double far_km = 150.0;  ///< the sun's clock differs by four minutes a degree: some ten over such a file

std::string whole(double count) {
    return number_text(static_cast<std::int64_t>(std::llround(count)));
}

std::string group_line(const DarkGroup& group, const std::string& name, const std::string& verdict, std::size_t width) {
    const bool known = group.share.known > 0;
    auto line = fmt::format("  {:<{}}  {:>9}  {:>9}  {:>6}  {:>11}", name, width, whole(group.share.count),
                            whole(group.share.known), known ? percent_text(group.share.share) : "–",
                            known ? range_percent(group.share.interval.low, group.share.interval.high) : "–");
    return line + (verdict.empty() ? "" : "  " + verdict) + "\n";
}

/// Letters as a reader counts them; fmt pads by the same count.
std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string name_of(const DarkGroup& group) {
    return group.category.empty() ? std::string{tr("(no category)")} : clean_utf8(group.category);
}

std::string table_text(const DarkResult& result) {
    std::size_t width = std::max(letters(tr("Category")), letters(tr("all")));
    const std::size_t shown = std::min(result.categories.size(), categories_shown);
    for (std::size_t i = 0; i < shown; ++i) width = std::max(width, letters(name_of(result.categories[i])));
    std::string text = fmt::format("  {:<{}}  {:>9}  {:>9}  {:>6}  {:>11}\n", tr("Category"), width, tr("incidents"),
                                   tr("with hour"), tr("dark"), tr("95% interval"));
    text += group_line(result.all, tr("all"), "", width);
    for (std::size_t i = 0; i < shown; ++i)
        text += group_line(result.categories[i], name_of(result.categories[i]),
                           against_file_words(result.categories[i].verdict), width);
    if (shown < result.categories.size())
        text += "  " +
                say("… and {} categories with fewer; --json and -o FILE.gpkg hold all of them",
                    result.categories.size() - shown) +
                "\n";
    return text;
}

std::string weeks_text(const DarkResult& result) {
    if (result.dark_hours.empty()) return {};
    std::string text =
        say("Hours of darkness at the place in {}, week by week from 1 January ({} of the year's hours):", result.year,
            percent_text(result.dark_hours_share)) +
        "\n";
    constexpr std::size_t per_line = 13;
    for (std::size_t first = 0; first < result.dark_hours.size(); first += per_line) {
        const auto last = std::min(first + per_line, result.dark_hours.size());
        text += fmt::format("  {:>2}–{:<2} ", first + 1, last);
        for (std::size_t i = first; i < last; ++i) text += fmt::format(" {:>4}", number_text(result.dark_hours[i], 0));
        text += "\n";
    }
    return text;
}

std::string place_text(const DarkResult& result) {
    const Point place = result.about.longitude_latitude;
    const auto limit = std::find_if(result.about.options.begin(), result.about.options.end(),
                                    [](const auto& option) { return option.key == "limit_degrees"; });
    std::string text =
        say("The sun is taken at latitude {}, longitude {}, the middle of the points; dark is a sun below "
            "{}°.",
            number_text(place.y, 3), number_text(place.x, 3), limit->value) +
        "\n";
    if (result.extent_km > far_km)
        text += "! " +
                say("The points lie up to {} km apart, so that the sun is off for some of them; split the file by "
                    "place for exact figures.",
                    number_text(result.extent_km, 0)) +
                "\n";
    return text;
}

Json group_json(const DarkGroup& group) {
    const bool known = group.share.known > 0;
    return {{"incidents", group.share.count},
            {"with_hour", group.share.known},
            {"dark_share", known ? json_number(group.share.share) : Json(nullptr)},
            {"dark_low", known ? json_number(group.share.interval.low) : Json(nullptr)},
            {"dark_high", known ? json_number(group.share.interval.high) : Json(nullptr)},
            {"verdict", known ? Json(dark_verdict_code(group.verdict)) : Json(nullptr)}};
}

}  // namespace

std::string against_file_words(DarkVerdict verdict) {
    switch (verdict) {
        case DarkVerdict::more:
            return tr("more in the dark than the whole");
        case DarkVerdict::less:
            return tr("less in the dark than the whole: more of a daytime problem");
        case DarkVerdict::as_city:
            return tr("as the whole: no difference shown");
        case DarkVerdict::unknown:
            break;
    }
    return tr("no hour is known");
}

std::string dark_text(const DarkResult& result) {
    std::string text = sources_text(result.about) + place_text(result) + "\n" + table_text(result) + "\n";
    if (result.spread > 0)
        text +=
            say("{} are known only from–to; their dark share is that of the interval.", number_text(result.spread)) +
            "\n";
    if (result.without_hour > 0)
        text += say("{} have no usable hour and stand in no share.", number_text(result.without_hour)) + "\n";
    return text + weeks_text(result);
}

std::string dark_json(const DarkResult& result) {
    Json json = about_json(result.about), categories = Json::array(), weeks = Json::array();
    json["longitude"] = json_number(result.about.longitude_latitude.x, 8);
    json["latitude"] = json_number(result.about.longitude_latitude.y, 8);
    json["all"] = group_json(result.all);
    for (const auto& group : result.categories) {
        Json one{{"category", clean_utf8(group.category)}};
        one.update(group_json(group));
        categories.push_back(std::move(one));
    }
    for (const double hours : result.dark_hours) weeks.push_back(json_number(hours, 6));
    json["categories"] = std::move(categories);
    json["without_hour"] = result.without_hour;
    json["spread_from_to"] = result.spread;
    json["year"] = result.year;
    json["dark_hours_share"] = json_number(result.dark_hours_share, 6);
    json["dark_hours_by_week"] = std::move(weeks);
    return printed(json);
}

}  // namespace lykta::outputs
