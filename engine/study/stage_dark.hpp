// `lykta dark`: incidents of one file, and whether it was dark.
#pragma once
#include "core/units.hpp"
#include "layers/read_layers.hpp"
#include "outputs/stage_dark.hpp"
#include "study/load_city.hpp"

namespace lykta::study {

/// How an incident known only from–to is spread over its hours.
enum class Spreading { evenly, by_profile };

struct DarkStage {
    layers::LayerOptions incidents;
    Degrees limit{-6.0};  ///< Dark below this solar elevation. REQUIRES: −90 … 90. DEFAULT: −6°
    Spreading spreading = Spreading::evenly;  ///< DEFAULT: evenly
};

/// The sun is taken at the middle of the file's points.
/// \throws Error as the readers do; Error{bad_input} when no row can be used
/// \correctness tests/study/stage_dark_test.cpp: hand-made hours; the same shares as conditions::dark_share
[[nodiscard]] outputs::DarkResult dark_stage(const DarkStage& stage, const Progress& progress);

}  // namespace lykta::study
