// Measures of a finished run: the town as the measures meet it, and the plan made from it.
#pragma once
#include <memory>

#include "measures/make_plan.hpp"
#include "measures/world.hpp"
#include "study/run_study.hpp"

namespace lykta::study {

/// A run as a measures::World, with what the World points at kept alive. Made once; the viewer's what-ifs use it too.
/// \pre run outlives it
class MeasureWorld {
public:
    MeasureWorld(const Study& study, const StudyRun& run);
    ~MeasureWorld();
    MeasureWorld(const MeasureWorld&) = delete;
    MeasureWorld& operator=(const MeasureWorld&) = delete;
    [[nodiscard]] const measures::World& world() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The built-in catalogue with the study's own files and tables laid over it.
/// \throws Error{bad_option} naming file and line; Error{cannot_read} for a file that is not there
[[nodiscard]] measures::Catalogue catalogue_of(const Study& study);

/// Fills run.result.measures. A run without places gets a plan without measures, and the refusal says why.
/// \throws Error{bad_option} as catalogue_of and choose_portfolio
void plan_measures(
    const Study& study, StudyRun& run, const Progress& progress = [](const auto&, double) {});

}  // namespace lykta::study
