// What this machine can do at best: the speeds that a stage's limit is worked out from, each measured in the same run.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::bench {

/// "AMD EPYC, 2 threads, gcc 12.2.0, release, load 0.4"
[[nodiscard]] std::string machine_text();

/// Bytes per second that all threads together read from memory.
[[nodiscard]] double memory_bytes_per_second();

/// Seconds to read a file into memory, its bytes already in the system's cache.
[[nodiscard]] double raw_read_seconds(const std::filesystem::path& path);

/// Seconds to write bytes as files of these sizes to the folder and make the disk confirm each.
[[nodiscard]] double raw_write_seconds(const std::filesystem::path& folder, const std::vector<std::size_t>& sizes);

/// Seconds PROJ needs to carry the points (longitude, latitude) to EPSG:3006, all threads in one call each.
[[nodiscard]] double raw_proj_seconds(const std::vector<Point>& longitude_latitude);

/// Evaluations per second, all threads, of a quartic kernel added along rows that stay in the cache.
[[nodiscard]] double kernel_values_per_second();

/// Evaluations per second, all threads, of one Lambertian lamp's illuminance added along rows that stay in the cache.
[[nodiscard]] double lamp_values_per_second();

}  // namespace lykta::bench
