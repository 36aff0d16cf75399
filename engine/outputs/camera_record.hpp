// The record of why a camera is needed at a place: a page to fill in and sign before it is put up. Since 2025-04-01 no
// permit is asked for (kamerabevakningslagen 2018:1200); the one who watches weighs the interests and writes it down.
#pragma once
#include <filesystem>
#include <string>

#include "outputs/measure_shown.hpp"
#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// kamerabehov-PLACE.html: one page that needs nothing but itself, runs no script and prints on A4.
/// \pre result.measures; not at the public level
void write_camera_record(const RunResult& result, const CameraPlace& cameras, const std::filesystem::path& path);

// Its parts:
[[nodiscard]] std::string record_what_happened(const RunResult& result, const CameraPlace& cameras);
[[nodiscard]] std::string record_where(const RunResult& result, const CameraPlace& cameras);
[[nodiscard]] std::string record_less_intrusive(const RunResult& result, const CameraPlace& cameras);
[[nodiscard]] std::string record_to_fill_in(const RunResult& result, const CameraPlace& cameras);

}  // namespace lykta::outputs
