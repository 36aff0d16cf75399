// One file looked at alone.
#include "layers/check_file.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t messages_in_full = 5;  ///< a group of up to so many rows shows each row's own message

std::vector<SourceReport> read_as(Reading& reading) {
    switch (reading.options.kind) {
        case LayerKind::incidents:
            return incidents_from(reading).reports;
        case LayerKind::lighting:
            return lamps_from(reading).reports;
        case LayerKind::vegetation:
            return vegetation_from(reading).reports;
        case LayerKind::inspections:
            return inspections_from(reading).reports;
        case LayerKind::streets:
            return streets_from(reading).reports;
        case LayerKind::buildings:
            return buildings_from(reading).reports;
        case LayerKind::areas:
        case LayerKind::population:
            return areas_from(reading).reports;
        case LayerKind::survey:
            return survey_from(reading).reports;
        case LayerKind::cameras:
            return cameras_from(reading).reports;
        case LayerKind::entrances:
            return entrances_from(reading).reports;
        case LayerKind::window:
            return window_from(reading).reports;
    }
    return {};
}

/// "3 rows set aside, axes_swapped: row 3: …; row 6: …"
std::string group_message(const RowAccount& account, const ReasonCount& group) {
    std::vector<std::string> parts;
    std::string first;
    for (const auto& one : account.set_aside) {
        if (one.reason != group.reason) continue;
        if (first.empty()) first = one.message;
        parts.push_back(fmt::format("{}: {}", row_label(account, one.row), one.message));
        if (parts.size() > messages_in_full) break;
    }
    const auto count = static_cast<std::int64_t>(group.rows.size());
    const auto code = std::string(reason_code(group.reason));
    if (parts.size() <= messages_in_full) {
        return say("{}: {} set aside, {}: {}", account.source, count, code, joined(parts, "; "));
    }
    return say("{}: {} set aside, {}: {}. The first: {}", account.source, count, code,
               row_list(account, group.rows, count), first);
}

void describe(const SourceReport& report, CheckResult& result) {
    const auto& account = report.account;
    result.rows_read = account.rows_read;
    result.rows_used = account.rows_used;
    result.crs = report.crs;
    for (const auto& note : report.notes) result.notes.push_back(note);
    for (auto& group : count_by_reason(account)) {
        result.messages.push_back(group_message(account, group));
        const auto count = static_cast<std::int64_t>(group.rows.size());
        result.set_aside.push_back({std::string(reason_code(group.reason)), count, std::move(group.rows)});
    }
    for (const auto& issue : account.issues) {
        (issue.severity == Severity::warning ? result.messages : result.notes).push_back(issue.message);
    }
    result.outcome = account.has_warning() ? "warning" : "ok";
}

void describe_format(const sources::FormatFound& found, CheckResult& result) {
    std::vector<std::string> parts;
    const auto part = [&](std::string what, const std::string& value) {
        if (!value.empty()) parts.push_back(std::move(what) + " " + value);
    };
    part(tr("format"), found.format);
    part(tr("separator"), found.delimiter);
    part(tr("encoding"), found.encoding);
    part(tr("decimal sign"), found.decimal_sign);
    part(tr("layer"), found.layer);
    if (!parts.empty()) result.notes.push_back(joined(parts));
}

}  // namespace

CheckResult check_file(const LayerOptions& options, KindGiven given, const std::optional<Crs>& project) {
    CheckResult result{.file = std::filesystem::path(options.path).filename().string(), .outcome = "error"};
    try {
        auto source = sources::read_source(options.path, options.read);
        result.rows_read = source.account.rows_read;
        describe_format(source.found, result);
        LayerOptions chosen = options;
        if (given == KindGiven::detect) {
            chosen.kind = detect_kind(source);
            result.notes.push_back(
                say("read as {}; say --as to choose another layer", std::string(layer_name(chosen.kind))));
        }
        result.kind = layer_name(chosen.kind);
        auto reading = reading_of(std::move(source), chosen, project);
        result.reports = read_as(reading);
        describe(result.reports.front(), result);
    } catch (const Error& error) {
        result.messages = {error.what()};
        result.error_exit_code = exit_code(error.code());
    }
    return result;
}

std::string to_json(const CheckResult& result) {
    nlohmann::ordered_json groups = nlohmann::ordered_json::array();
    for (const auto& group : result.set_aside) {
        groups.push_back({{"reason", group.reason}, {"count", group.count}, {"rows", group.rows}});
    }
    const nlohmann::ordered_json json{
        {"file", result.file}, {"outcome", result.outcome},     {"kind", result.kind},
        {"crs", result.crs},   {"rows_read", result.rows_read}, {"rows_used", result.rows_used},
        {"set_aside", groups}, {"notes", result.notes},         {"messages", result.messages}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string to_text(const CheckResult& result) {
    const auto outcome = result.outcome == "ok" ? tr("ok") : result.outcome == "warning" ? tr("warning") : tr("error");
    std::string text = say("{}: {}; {} rows read, {} used", result.file, outcome, number_text(result.rows_read),
                           number_text(result.rows_used)) +
                       "\n";
    for (const auto& message : result.messages) text += "  " + message + "\n";
    for (const auto& note : result.notes) text += "  (" + note + ")\n";
    return text;
}

}  // namespace lykta::layers
