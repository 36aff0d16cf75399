// The action plan as spreadsheets. \pre result.measures
#pragma once
#include <filesystem>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

void write_action_plan(const RunResult& result, const std::filesystem::path& path);  ///< atgardsplan.csv
void write_work_list(const RunResult& result, const std::filesystem::path& path);    ///< arbetslista.csv
[[nodiscard]] bool has_work_list(const RunResult& result);  ///< there is any single thing to do

}  // namespace lykta::outputs
