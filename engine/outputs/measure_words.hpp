// What measures are called and how their figures are written: kronor, kinds, work, months. Codes and numbers become
// text here, once, for the report, the layers, the action plan and the camera record.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "measures/plan.hpp"
#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// What a symbol on a map stands for.
enum class MeasureKind { lamp, clearing, camera, building, other };
[[nodiscard]] MeasureKind measure_kind(measures::Siting siting);
[[nodiscard]] std::string measure_kind_words(MeasureKind kind);  ///< "lighting"
[[nodiscard]] std::string_view measure_kind_code(MeasureKind kind);
[[nodiscard]] const char* measure_kind_colour(MeasureKind kind);  ///< told apart by colour-blind eyes

/// "171 000 kr", "SEK 171,000": exact to the krona, nothing in it breaks at a line's end.
[[nodiscard]] std::string money_text(double sek);
/// The same with two significant digits: for running text, where more would claim too much.
[[nodiscard]] std::string rough_money_text(double sek);
/// "5,0 mkr", "371 tkr": where a figure stands large and alone.
[[nodiscard]] std::string short_money_text(double sek);
/// "371 000 kr to carry out, then 1 500 kr per year"; what is nothing is left out.
[[nodiscard]] std::string cost_words(const measures::Money& money);
/// Two significant digits: "0.82", "3.5", "1,300".
[[nodiscard]] std::string rough_text(double value);
/// "2.1 (0.4–4.0)"; the interval is the 90 % one.
[[nodiscard]] std::string rough_interval_text(double value, const statistics::Interval& interval);
/// "14 months"; empty: "not within 20 years".
[[nodiscard]] std::string months_text(const std::optional<double>& months);
[[nodiscard]] std::string years_text(double years);  ///< "15 years"

[[nodiscard]] const measures::Measure& measure_of(const measures::MeasurePlan& plan,
                                                  const measures::SitedMeasure& sited);
[[nodiscard]] std::string lamp_work_words(measures::LampWork work);  ///< "repair"
[[nodiscard]] std::string_view lamp_work_code(measures::LampWork work);
[[nodiscard]] std::string carrier_words(std::string_view carrier);  ///< "on a lamp column"
[[nodiscard]] std::string view_task_words(std::string_view task);   ///< "recognise a known person"
[[nodiscard]] double pixels_per_metre(std::string_view task);       ///< EN 62676-4:2015
/// "3 lamps repaired, 2 new lamps", "120 m² cleared in 4 pieces", "5 items mended in 2 buildings".
[[nodiscard]] std::string what_exactly(const measures::MeasurePlan& plan, const measures::SitedMeasure& sited);
/// The grade its counting rows rest on, the best of them; none where nothing counts.
[[nodiscard]] measures::Grade grade_of(const measures::Measure& measure);
/// "grade A: randomised trial or systematic review with controls", "no study found".
[[nodiscard]] std::string graded_words(measures::Grade grade);

}  // namespace lykta::outputs
