// The rows of the table, in the order of the pipeline. Each section makes its inputs, measures, and gives its rows.
#pragma once
#include <filesystem>

#include "table.hpp"

namespace lykta::bench {

/// What every section may use.
struct Workshop {
    std::filesystem::path folder;   ///< empty, gone after the run
    std::filesystem::path program;  ///< this program, to be started again where a peak of memory is asked for
};

[[nodiscard]] Rows reading_rows(const Workshop& workshop);
[[nodiscard]] Rows projecting_rows(const Workshop& workshop);
[[nodiscard]] Rows intensity_rows(const Workshop& workshop);
[[nodiscard]] Rows gi_star_rows(const Workshop& workshop);
[[nodiscard]] Rows light_rows(const Workshop& workshop);
[[nodiscard]] Rows sight_rows(const Workshop& workshop);
[[nodiscard]] Rows vegetation_rows(const Workshop& workshop);
[[nodiscard]] Rows darkness_rows(const Workshop& workshop);
[[nodiscard]] Rows rank_rows(const Workshop& workshop);
[[nodiscard]] Rows findings_rows(const Workshop& workshop);
[[nodiscard]] Rows portfolio_rows(const Workshop& workshop);
[[nodiscard]] Rows lamp_siting_rows(const Workshop& workshop);
/// Whole studies, each in a process of its own: Exempelstad, and real cities where ../shared is present.
[[nodiscard]] Rows study_rows(const Workshop& workshop);

/// The other process: runs one study, writes its result, and leaves the seconds of each stage in a file.
void time_study(const std::filesystem::path& study_file, const std::filesystem::path& folder);

}  // namespace lykta::bench
