// One source on its way to a layer.
#include "layers/reading.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"

namespace lykta::layers {

namespace {

void check_metric(const std::optional<Crs>& project) {
    if (!project || (!project->is_geographic() && project->metres_per_unit() == 1.0)) return;
    throw Error{ErrorCode::bad_option,
                say("the project CRS {} ({}) is not in metres, so distances and densities would be wrong; choose a "
                    "metric one, e.g. EPSG:3006",
                    project->text(), project->name())};
}

std::string checksum(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) ? sha256_of_file(path) : std::string{};
}

void refuse_raster(const sources::SourceTable& source, const LayerOptions& options) {
    if (!source.found.is_raster || options.kind == LayerKind::vegetation) return;
    throw Error{ErrorCode::bad_input, say("{}: a raster; only vegetation can be one (heights of crowns), {} cannot",
                                          source.account.source, std::string(layer_name(options.kind)))};
}

void say_when_empty(Reading& reading) {
    if (reading.report.account.rows_read > 0) return;
    reading.report.account.issues.push_back(
        {"no_rows",
         Severity::warning,
         say("{}: 0 rows; there is nothing to analyse. Is it the right file or layer?", reading.file()),
         0,
         {}});
}

}  // namespace

Reading reading_of(sources::SourceTable source, const LayerOptions& options, std::optional<Crs> project) {
    check_metric(project);
    refuse_raster(source, options);
    Reading reading{.options = options, .project = std::move(project), .table = std::move(source.table)};
    auto& report = reading.report;
    report.kind = options.kind;
    report.path = options.path;
    report.found = std::move(source.found);
    report.account = std::move(source.account);
    if (report.account.source.empty()) report.account.source = std::filesystem::path(options.path).filename().string();
    reading.used.assign(reading.table.rows(), 1);
    say_when_empty(reading);
    return reading;
}

Reading open_reading(const LayerOptions& options, std::optional<Crs> project) {
    auto reading = reading_of(sources::read_source(options.path, options.read), options, std::move(project));
    reading.report.sha256 = checksum(options.path);
    return reading;
}

void set_aside(Reading& reading, std::size_t row, Reason reason, std::string message) {
    if (reading.used[row] == 0) return;
    reading.used[row] = 0;
    reading.report.account.set_aside.push_back(
        {reading.row_number(row), reason, std::move(message), reading.table.raw(row)});
}

void add_issue(Reading& reading, const IssueText& text, const RowsConcerned& concerned) {
    if (concerned.count == 0) return;
    const auto& account = reading.report.account;
    auto message = say("{}: {}: {}", account.source, text.message, row_list(account, concerned.rows, concerned.count));
    reading.report.account.issues.push_back(
        {text.code, text.severity, std::move(message), concerned.count, concerned.rows});
}

void add_note(Reading& reading, std::string note) {
    reading.report.notes.push_back(std::move(note));
}

SourceReport finish(Reading& reading) {
    auto& account = reading.report.account;
    account.rows_used = std::count(reading.used.begin(), reading.used.end(), 1);
    if (account.rows_read > 0 && account.rows_used == 0) {
        account.issues.push_back(
            {"no_rows_used",
             Severity::warning,
             say("{}: none of {} rows can be used; there is nothing to analyse", account.source, account.rows_read),
             account.rows_read,
             {}});
    }
    std::stable_sort(account.set_aside.begin(), account.set_aside.end(),
                     [](const SetAside& a, const SetAside& b) { return a.row < b.row; });
    assert(account.balances());
    return std::move(reading.report);
}

std::vector<std::size_t> rows_in(const Reading& reading) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < reading.used.size(); ++i) {
        if (reading.used[i] != 0) rows.push_back(i);
    }
    return rows;
}

}  // namespace lykta::layers
