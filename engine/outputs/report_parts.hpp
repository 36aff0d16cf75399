// The parts of report.html, top down; report.cpp puts them together. Each returns HTML with every text escaped.
#pragma once
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// How many places are told in full; the rest stand in the table and in places.csv.
constexpr std::size_t places_in_full = 20;

[[nodiscard]] std::string report_head(const RunResult& result);      ///< title, study, period, refusal
[[nodiscard]] std::string report_summary(const RunResult& result);   ///< three sentences and the key figures
[[nodiscard]] std::string report_map(const RunResult& result);       ///< map, legend, its data for the script
[[nodiscard]] std::string report_ranking(const RunResult& result);   ///< the table
[[nodiscard]] std::string report_places(const RunResult& result);    ///< each place in full
[[nodiscard]] std::string report_measures(const RunResult& result);  ///< what to do; empty where it was not asked for
[[nodiscard]] std::string report_felt(const RunResult& result);
[[nodiscard]] std::string report_back_test(const RunResult& result);
[[nodiscard]] std::string report_method(const RunResult& result);  ///< score, hot spots, limits
[[nodiscard]] std::string report_data(const RunResult& result);    ///< row accounts, findings
[[nodiscard]] std::string report_options(const RunResult& result);
[[nodiscard]] std::string report_footer(const RunResult& result);

/// What would change the judgement of a place, as sentences.
[[nodiscard]] std::vector<std::string> what_would_change(const RunResult& result, std::size_t place);

/// Points of each term in tenths as printed: they sum to the printed score (largest remainders get the last tenths).
[[nodiscard]] std::vector<double> printed_points(const places::RankedPlace& place);

/// Decimals of a raw value: three significant digits or so.
[[nodiscard]] int decimals_for(double value);
/// A weight: "40", "12.5".
[[nodiscard]] std::string whole_or_one(double value);

/// The anchor of a place's section: "place-3".
[[nodiscard]] std::string anchor_of(const places::RankedPlace& place);

}  // namespace lykta::outputs
