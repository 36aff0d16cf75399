// Pictures of a run that outputs cannot draw itself: whoever can hands them over with the result.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// Each empty where there is nothing to show.
struct RunPictures {
    std::string night_png;  ///< the town as its lamps light it, PNG bytes
};

/// As write_run in write_run.hpp, with the pictures in the report.
std::vector<std::string> write_run(const RunResult& result, const RunPictures& pictures,
                                   const std::filesystem::path& folder);
void write_report(const RunResult& result, const RunPictures& pictures, const std::filesystem::path& path);

/// The section of the report that holds the night picture; empty without one.
[[nodiscard]] std::string report_night(const RunResult& result, const RunPictures& pictures);

}  // namespace lykta::outputs
