// One source on its way to a layer: the table, the report that grows beside it, and which rows are still in.
// Every read_* function opens a Reading, sets rows aside in it, and finishes it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/crs.hpp"
#include "layers/read_layers.hpp"
#include "layers/text.hpp"

namespace lykta::layers {

struct Reading {
    LayerOptions options;
    std::optional<Crs> project;  ///< empty: a fitting metric CRS is chosen once the file's place is known
    sources::Table table;
    SourceReport report;
    std::vector<char> used;  ///< one per table row, 1 = still in

    [[nodiscard]] const std::string& file() const { return report.account.source; }
    [[nodiscard]] std::int64_t row_number(std::size_t row) const { return table.row_number(row); }
};

/// Reads the file and starts its report. \throws Error as read_source; Error{bad_option} when `project` is not metric
[[nodiscard]] Reading open_reading(const LayerOptions& options, std::optional<Crs> project);
/// The same over a source already read (check_file keeps its row count even when the layer is refused).
[[nodiscard]] Reading reading_of(sources::SourceTable source, const LayerOptions& options, std::optional<Crs> project);

/// Takes a row out, once: a second reason for the same row is ignored.
void set_aside(Reading& reading, std::size_t row, Reason reason, std::string message);

struct IssueText {
    std::string code;
    Severity severity = Severity::warning;
    std::string message;  ///< without the row list, which add_issue appends
};
/// Adds an issue and the list of its rows; nothing when no row is concerned.
void add_issue(Reading& reading, const IssueText& text, const RowsConcerned& concerned);
/// A finding without rows of its own.
void add_note(Reading& reading, std::string note);

/// The finished report: rows in order, used rows counted, balance asserted.
[[nodiscard]] SourceReport finish(Reading& reading);

/// Table rows still in, in order.
[[nodiscard]] std::vector<std::size_t> rows_in(const Reading& reading);

}  // namespace lykta::layers
