// What a single-stage result tells of itself.
#include "outputs/stage_result.hpp"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "outputs/shown_command.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using Json = nlohmann::ordered_json;
using K = CellKind;

/// An issue on the terminal: long row lists are cut, --json has them in full.
std::string brief(const std::string& message) {
    constexpr std::size_t longest = 240;
    if (message.size() <= longest) return message;
    const auto blank = message.rfind(' ', longest);
    return message.substr(0, blank == std::string::npos ? longest : blank) + " …";
}

std::vector<std::string> messages_of(const RowAccount& account) {
    std::vector<std::string> messages;
    for (const auto& group : count_by_reason(account)) {
        const auto first = std::find_if(account.set_aside.begin(), account.set_aside.end(),
                                        [&](const SetAside& row) { return row.reason == group.reason; });
        messages.push_back(say("{} set aside, {}; the first: row {}: {}",
                               number_text(static_cast<std::int64_t>(group.rows.size())), set_aside_words(group.reason),
                               first->row, first->message));
    }
    for (const auto& issue : account.issues) messages.push_back(issue.message);
    return messages;
}

std::string source_line(const layers::SourceReport& source) {
    return fmt::format("{}; {} rows read, {} used; sha256 {}", layers::layer_name(source.kind),
                       source.account.rows_read, source.account.rows_used, source.sha256);
}

std::string option_value(const OptionUsed& option) {
    return option.unit.empty() ? option.value : option.value + " " + option.unit;
}

}  // namespace

std::string sources_text(const StageAbout& about) {
    std::string text;
    for (const auto& source : about.sources) {
        const auto& account = source.account;
        text += say("{}: {} rows read, {} used, {} set aside", account.source, number_text(account.rows_read),
                    number_text(account.rows_used), number_text(static_cast<std::int64_t>(account.set_aside.size()))) +
                "\n";
        for (const auto& message : messages_of(account)) text += "  " + brief(message) + "\n";
        for (const auto& note : source.notes) text += "  (" + brief(note) + ")\n";
    }
    return text;
}

Json about_json(const StageAbout& about) {
    Json options = Json::object(), sources = Json::array();
    for (const auto& option : about.options) options[option.key] = option_value(option);
    for (const auto& source : about.sources) {
        Json set_aside = Json::array();
        for (const auto& group : count_by_reason(source.account))
            set_aside.push_back({{"reason", reason_code(group.reason)}, {"count", group.rows.size()}});
        sources.push_back({{"file", source.account.source},
                           {"kind", layers::layer_name(source.kind)},
                           {"crs", source.crs},
                           {"sha256", source.sha256},
                           {"rows_read", source.account.rows_read},
                           {"rows_used", source.account.rows_used},
                           {"set_aside", set_aside},
                           {"messages", messages_of(source.account)},
                           {"notes", source.notes}});
    }
    return {{"command", shown_command(about.command)},
            {"version", about.version},
            {"crs", about.crs.text()},
            {"options", options},
            {"sources", sources}};
}

std::string metres_text(double metres) {
    return number_text(metres, 0) + " m";
}

std::string share_text(double part, double whole) {
    if (!(whole > 0)) return "–";
    if (part > 0 && part < 0.0005 * whole) return "< " + percent_text(0.001, 1);
    return percent_text(part / whole, part > 0 && part < 0.1 * whole ? 1 : 0);
}

void add_about_tables(GeoPackage& package, const StageAbout& about) {
    add_rows_set_aside(package, about.sources, RowMessages::shown);
    auto info = package.table("run_info", tr("What this file is, how and from what it was made"), Shape::none,
                              {{"key", tr("Key"), "", K::text}, {"value", tr("Value"), "", K::text}});
    const auto add = [&](const std::string& key, const std::string& value) {
        info.add({text_cell(key), text_cell(value)});
    };
    add("lykta_version", about.version);
    add("command", shown_command(about.command));
    add("crs", about.crs.text());
    for (const auto& source : about.sources) {
        add("source " + source.account.source, source_line(source));
        for (const auto& message : messages_of(source.account)) add("message " + source.account.source, message);
    }
    for (const auto& option : about.options) add("option " + option.key, option_value(option));
}

std::map<std::string, std::string> about_metadata(const StageAbout& about) {
    std::string sources;
    for (const auto& source : about.sources)
        sources += (sources.empty() ? "" : "; ") + source.account.source + " sha256:" + source.sha256;
    std::map<std::string, std::string> items{
        {"LYKTA_VERSION", about.version}, {"LYKTA_COMMAND", shown_command(about.command)}, {"LYKTA_SOURCES", sources}};
    for (const auto& option : about.options) {
        std::string key = option.key;
        std::transform(key.begin(), key.end(), key.begin(),
                       [](unsigned char c) { return std::isalnum(c) != 0 ? static_cast<char>(std::toupper(c)) : '_'; });
        items["LYKTA_OPTION_" + key] = option_value(option);
    }
    return items;
}

bool has_warning(const StageAbout& about) {
    return std::any_of(about.sources.begin(), about.sources.end(),
                       [](const auto& source) { return source.account.has_warning(); });
}

Json json_number(double value, int significant) {
    return std::isfinite(value) ? Json(with_digits(value, significant)) : Json(nullptr);
}

std::string printed(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lykta::outputs
