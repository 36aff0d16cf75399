// What became of every row: read = used + set aside, by reason; notes, findings, defaults taken.
#include "outputs/html.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

constexpr std::size_t most_rows_named = 5, most_messages = 12;

std::string first_rows(const std::vector<std::int64_t>& rows) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows_named); ++i)
        text += (i ? ", " : "") + fmt::format("{}", rows[i]);
    return text + (rows.size() > most_rows_named ? " …" : "");
}

std::string issue_line(const Issue& issue) {
    const bool warning = issue.severity == Severity::warning;
    return fmt::format("<li class=\"{}\"><b>{}</b> {}</li>", warning ? "warning" : "remark",
                       html_text(warning ? tr("Warning") : tr("Note")), html_text(issue.message));
}

std::string issue_list(const Issues& issues) {
    std::string out;
    for (std::size_t i = 0; i < std::min(issues.size(), most_messages); ++i) out += issue_line(issues[i]);
    if (issues.size() > most_messages)
        out += element("li", "", html_text(say("and {} more in run.json", issues.size() - most_messages)));
    return out.empty() ? "" : element("ul", "class=\"issues\"", out);
}

std::string set_aside_table(const layers::SourceReport& source) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& group : count_by_reason(source.account))
        rows.push_back({html_text(set_aside_words(group.reason)),
                        html_text(number_text(static_cast<std::int64_t>(group.rows.size()))),
                        html_text(first_rows(group.rows))});
    if (rows.empty()) return "";
    return html_table({{tr("Set aside because")}, {tr("Rows"), Align::number}, {tr("First rows")}}, rows, "plain");
}

std::string source_block(const layers::SourceReport& source) {
    const auto& account = source.account;
    std::string under = source.found.format;
    for (const auto& part : {source.found.encoding, source.crs})
        if (!part.empty()) under += (under.empty() ? "" : " · ") + part;
    std::string out = "<div class=\"source\"><h4>" + html_text(layer_words(source.kind) + ": " + account.source) +
                      "</h4>" + paragraph("under", under);
    out += paragraph(say("{} rows read = {} used + {} set aside.", number_text(account.rows_read),
                         number_text(account.rows_used),
                         number_text(static_cast<std::int64_t>(account.set_aside.size()))));
    out += set_aside_table(source);
    if (!source.notes.empty()) out += bullet_list(source.notes);
    return out + issue_list(account.issues) + "</div>";
}

}  // namespace

std::string report_data(const RunResult& result) {
    std::string out = "<section id=\"data\"><h2>" + html_text(tr("The data and its faults")) + "</h2>";
    out += paragraph(result.public_level ? tr("Every row is accounted for: used, or set aside with a reason.")
                                         : tr("Every row is accounted for: used, or set aside with a reason. Rows set "
                                              "aside stand in the folder rejects/; "
                                              "mended, such a file can be given as a source again."));
    if (!result.findings.empty())
        out += "<h3>" + html_text(tr("Findings to know when reading the map")) + "</h3>" + issue_list(result.findings);
    out += "<h3>" + html_text(tr("Source by source")) + "</h3>";
    for (const auto& source : result.sources) out += source_block(source);
    return out + "</section>\n";
}

}  // namespace lykta::outputs
