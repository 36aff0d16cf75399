// The whole run: a study in, everything known about its places out. Read this to see how the stages hang together.
#pragma once
#include <memory>
#include <string>

#include "outputs/run_result.hpp"
#include "study/load_city.hpp"
#include "study/study.hpp"

namespace lykta::study {

/// A finished run: the layers as read and the result that points at them.
struct StudyRun {
    layers::CityLayers city;
    outputs::RunResult result;
};

/// sources → layers → statistics → conditions → places. Writes nothing; outputs::write_run does.
///
/// Where positions are too coarse for hot spots (positional_precision), `refusal` says so and no place is made.
/// Same study, same bytes: no clock, no thread count and no order of memory enters a figure.
/// \throws Error as the readers do; Error{bad_input} when no incident is left to analyse is not thrown: the result says
/// 0 \correctness  tests/study: planted truth of Exempelstad, drawn worlds through the whole pipeline, 1 and 8 threads
[[nodiscard]] std::unique_ptr<StudyRun> run_study(
    const Study& study, const Progress& progress = [](const auto&, double) {});

}  // namespace lykta::study
