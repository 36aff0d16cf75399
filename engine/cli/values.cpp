// Checks of option values.
#include "cli/values.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "conditions/lighting_class.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

/// 3 as "3", 0.01 as "0.01".
std::string shortest(double value) {
    return fmt::format("{:g}", value);
}

CLI::Validator check(std::string (*judge)(const std::string&)) {
    return CLI::Validator([judge](std::string& text) { return judge(text); }, "");
}

std::optional<std::pair<double, double>> pair_of(const std::string& text) {
    const auto comma = text.find(',');
    if (comma == std::string::npos) return {};
    const auto x = number_of(std::string_view{text}.substr(0, comma)),
               y = number_of(std::string_view{text}.substr(comma + 1));
    if (!x || !y) return {};
    return std::pair{*x, *y};
}

std::optional<int> clock_of(const std::string& text) {
    const bool shaped = (text.size() == 5 || text.size() == 4) && text[text.size() - 3] == ':';
    if (!shaped) return {};
    const auto hour = number_of(std::string_view{text}.substr(0, text.size() - 3)),
               minute = number_of(std::string_view{text}.substr(text.size() - 2));
    if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return {};
    return static_cast<int>(*hour) * 60 + static_cast<int>(*minute);
}

std::optional<PictureSize> picture_size_of(const std::string& text) {
    const auto cross = text.find_first_of("xX");
    if (cross == std::string::npos) return {};
    const auto width = number_of(std::string_view{text}.substr(0, cross)),
               height = number_of(std::string_view{text}.substr(cross + 1));
    const auto is_good = [](const std::optional<double>& pixels) {
        return pixels && *pixels == std::floor(*pixels) && *pixels >= 200 && *pixels <= 20'000;
    };
    if (!is_good(width) || !is_good(height)) return {};
    return PictureSize{static_cast<int>(*width), static_cast<int>(*height)};
}

}  // namespace

CLI::Validator one_of(const std::vector<std::string>& words) {
    return CLI::Validator(
        [words](std::string& text) {
            if (std::find(words.begin(), words.end(), text) != words.end()) return std::string{};
            return say("'{}' is none of {}", text, fmt::join(words, ", "));
        },
        fmt::format("{{{}}}", fmt::join(words, ",")));
}

/// As short as it goes; large numbers in full, with their thousands apart.
std::string readable(double value) {
    return std::abs(value) >= 1e6 ? number_text(value, 0) : shortest(value);
}

CLI::Validator number_in(const NumberRange& range) {
    return CLI::Validator(
        [range](std::string& text) {
            std::replace(text.begin(), text.end(), ',', '.');
            const auto value = number_of(text);
            if (value && *value >= range.least && *value <= range.most) return std::string{};
            return say("'{}' is not a number from {} to {}{}", text, readable(range.least), readable(range.most),
                       range.unit.empty() ? "" : " " + range.unit);
        },
        "");
}

CLI::Validator whole_in(int least, int most) {
    return CLI::Validator(
        [least, most](std::string& text) {
            const auto value = number_of(text);
            if (value && *value == std::floor(*value) && *value >= least && *value <= most) return std::string{};
            return say("'{}' is not a whole number from {} to {}", text, least, most);
        },
        "");
}

CLI::Validator clock_time() {
    return check([](const std::string& text) {
        return clock_of(text) ? std::string{} : say("'{}' is no time of day; write it as 02:00 or 23:30", text);
    });
}

CLI::Validator point_pair() {
    return check([](const std::string& text) {
        return pair_of(text) ? std::string{}
                             : say("'{}' is no point; write east and north with a comma between and no blank, e.g. "
                                   "540333.4,6480333.4",
                                   text);
    });
}

CLI::Validator name_value() {
    return check([](const std::string& text) {
        const auto at = text.find('=');
        const bool good = at != std::string::npos && at > 0 && at + 1 < text.size();
        return good ? std::string{} : say("'{}' is no pair; write FIELD=COLUMN, e.g. height=hojd_m", text);
    });
}

CLI::Validator name_number() {
    return check([](const std::string& text) {
        const auto at = text.find('=');
        const bool good =
            at != std::string::npos && at > 0 && number_of(std::string_view{text}.substr(at + 1)).has_value();
        return good ? std::string{} : say("'{}' is no pair; write FIELD=NUMBER, e.g. height=6", text);
    });
}

CLI::Validator lighting_class() {
    return check([](const std::string& text) {
        if (conditions::find_lighting_class(text) != nullptr) return std::string{};
        std::vector<std::string> names;
        for (const auto& one : conditions::lighting_classes()) names.push_back(one.name);
        return say("'{}' is no lighting class; choose one of {}", text, fmt::join(names, ", "));
    });
}

CLI::Validator picture_size() {
    return check([](const std::string& text) {
        return picture_size_of(text)
                   ? std::string{}
                   : say("'{}' is no size; write width x height in pixels, 200 to 20,000 each, e.g. 2000x1400", text);
    });
}

PictureSize size_of(const std::string& text) {
    return picture_size_of(text).value_or(PictureSize{});
}

int minute_of(const std::string& clock) {
    return clock_of(clock).value_or(0);
}

Point point_of(const std::string& pair) {
    const auto xy = pair_of(pair).value_or(std::pair{0.0, 0.0});
    return {xy.first, xy.second};
}

std::map<std::string, std::string> texts_of(const std::vector<std::string>& pairs) {
    std::map<std::string, std::string> texts;
    for (const auto& pair : pairs) texts[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    return texts;
}

std::map<std::string, double> numbers_of(const std::vector<std::string>& pairs) {
    std::map<std::string, double> numbers;
    for (const auto& [name, value] : texts_of(pairs)) numbers[name] = number_of(value).value_or(0.0);
    return numbers;
}

}  // namespace lykta::cli
