// The parts of the report's chapter on measures; report_measures.cpp puts them together. \pre result.measures
#pragma once
#include <string>
#include <vector>

#include "outputs/measure_shown.hpp"
#include "outputs/run_result.hpp"

namespace lykta::outputs {

[[nodiscard]] std::string measures_summary(const RunResult& result);   ///< what the budget buys, and what is not known
[[nodiscard]] std::string measures_map(const RunResult& result);       ///< the town
[[nodiscard]] std::string measures_table(const RunResult& result);     ///< the portfolio, or all sited measures
[[nodiscard]] std::string measures_curve(const RunResult& result);     ///< what other budgets would buy
[[nodiscard]] std::string measures_by_place(const RunResult& result);  ///< each of the first places
[[nodiscard]] std::string measures_social(const RunResult& result);    ///< for districts, never about persons
[[nodiscard]] std::string measures_detectable(const RunResult& result);  ///< when an effect could be seen

[[nodiscard]] std::string measures_kinds(const RunResult& result);  ///< what holds wherever a measure is used, once

/// One measure told in full: what, why, before and after, cost, effect, sources, checks.
[[nodiscard]] std::string measure_in_full(const RunResult& result, std::uint32_t sited);
/// Something that opens: a summary line and HTML; open on paper.
[[nodiscard]] std::string opens(std::string_view summary, std::string_view inner);
/// The studies behind a measure: outcome, ratio, grade, source with its link; Swedish ones first.
[[nodiscard]] std::string studies_table(const measures::Measure& measure);
/// Legal check, displacement, side effects, felt safety: the same wherever the measure is used.
[[nodiscard]] std::string before_ordering(const measures::Measure& measure);
[[nodiscard]] std::string kind_anchor(const measures::Measure& measure);  ///< "measure-lamp_infill"
/// A source as a link where its address is one of the web's, as text otherwise.
[[nodiscard]] std::string source_html(const std::string& source, const std::string& link);
/// "0.8 (0.1–1.5)", "<5"-like when hidden, "no number" in words.
[[nodiscard]] std::string prevented_cell(const RunResult& result, const measures::Effect& effect, bool hidden);
[[nodiscard]] std::string do_anchor(const places::RankedPlace& place);  ///< "do-3"

}  // namespace lykta::outputs
