// [measures] of study.toml: what may be spent, on what, and the catalogue's local overrides.
#pragma once
#include <string>

#include <toml++/toml.h>

#include "study/study.hpp"

namespace lykta::study {

/// \param text  the study file as text: [[measures.measure]] tables are read from it by the catalogue, with their lines
/// \throws Error{bad_option} with file and line
void read_measure_table(const toml::table& file, const std::string& text, Study& study);

/// The lines `measures.…` of run.json back into the settings, so that a run can be made again as it was asked for on
/// the command line. Keys it does not know are left alone.
void apply_measure_option(const std::string& key, const std::string& value, MeasureSettings& settings);

}  // namespace lykta::study
