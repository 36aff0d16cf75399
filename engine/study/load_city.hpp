// Reads every source of a study into typed layers, window first so that the rest can be held against it.
#pragma once
#include <functional>
#include <string>

#include "core/crs.hpp"
#include "layers/layers.hpp"
#include "study/study.hpp"

namespace lykta::study {

/// Told what is being done now and how far the whole run has come (0…1). Called from the thread that runs the study.
using Progress = std::function<void(const std::string& stage, double share)>;

/// \throws what the layer readers throw; a source that cannot be used stops the run, imperfect rows do not
[[nodiscard]] layers::CityLayers load_city(const Study& study, const Crs& project, const Progress& progress);

/// The reports of all sources, in the order of the study file's kinds.
[[nodiscard]] std::vector<layers::SourceReport> source_reports(const layers::CityLayers& city);

/// The study's period, or the days from the first to the last dated incident.
[[nodiscard]] Period period_of(const Study& study, const layers::IncidentLayer& incidents);

/// Without a window: the hull of the incidents, widened by the bandwidth; said in the result, because rates depend on
/// it.
[[nodiscard]] layers::Window hull_window(const layers::IncidentLayer& incidents, Meters margin);

}  // namespace lykta::study
